package english

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

const someVectors = `{"precision": 2, "dimensions": 2, "words": ["the", "state"],
	"vectors": {"the": [1, 2, 9, 0], "state": [3, 4, 9, 1], "law": [5, 6, 9, 2]}}`

func TestReadVectors(t *testing.T) {
	v, err := ReadVectors(strings.NewReader(someVectors), 2)
	if err != nil {
		t.Fatal(err)
	}
	want := &Vectors{Words: []string{"the", "state"}, Width: 2, Values: []float32{1, 2, 3, 4}}
	if !reflect.DeepEqual(v, want) {
		t.Errorf("%+v, want %+v", v, want)
	}
	for _, damaged := range []string{
		"", "[]", `{"vectors": {"a": [1]}}`, `{"dimensions": 3, "vectors": {"a": [1, 2]}}`,
		`{"dimensions": 1, "vectors": ["a"]}`, `{"dimensions": 1}`, someVectors[:len(someVectors)/2],
	} {
		if _, err := ReadVectors(strings.NewReader(damaged), 9); err == nil {
			t.Errorf("no error for %q", damaged)
		}
	}
}

func FuzzReadVectors(f *testing.F) {
	f.Add(someVectors)
	f.Add("{}")
	f.Add(`{"dimensions": -1, "vectors": {"a": []}}`)
	f.Fuzz(func(t *testing.T, file string) {
		v, err := ReadVectors(strings.NewReader(file), 5)
		if err == nil && (len(v.Words) == 0 || len(v.Words) > 5 || len(v.Values) != v.Width*len(v.Words)) {
			t.Fatalf("%+v", v)
		}
	})
}

// Years look the same to the network: the most frequent one's vector is theirs.
func TestVectorsOfOneHash(t *testing.T) {
	v := &Vectors{Words: []string{"1999", "law", "2001"}, Width: 1, Values: []float32{1, 2, 3}}
	known, at := v.index()
	if len(known) != 2 || !slices.IsSorted(known) || at[describeWord("2024").word] != 0 {
		t.Errorf("known %v at %v", known, at)
	}
}

func TestProjectionAgreesWithNumericGradient(t *testing.T) {
	n := smallNetwork(3)
	inputs, gold := smallSentence(n, 6, 4)
	p := newProjection(&Vectors{Words: []string{"a", "the", "law"}, Width: 5, Values: make([]float32, 15)}, n.layout.width[vectorEmbedding])
	random := rand.New(rand.NewPCG(1, 1))
	drawUniform(random, p.weight, 1)
	drawUniform(random, p.vectors, 1)
	table := n.embedding[vectorEmbedding]
	for i := range inputs {
		inputs[i][vectorEmbedding] %= int32(p.vectors.rows)
	}
	var a activations
	loss := func() float64 {
		for row := range p.vectors.rows {
			p.project(table, row)
		}
		return lossOf(n, &a, inputs, gold, nil)
	}
	loss()
	g := newGradient(n)
	n.scoreArcs(&a, inputs, nil)
	g.backward(n, &a, inputs, gold, nil)
	p.addGradient(g.embedding[vectorEmbedding], g.used[vectorEmbedding])
	for i := range p.weight.data {
		const step = 1e-3
		old := p.weight.data[i]
		p.weight.data[i] = old + step
		up := loss()
		p.weight.data[i] = old - step
		down := loss()
		p.weight.data[i] = old
		want, got := (up-down)/(2*step), float64(p.grad.data[i])
		if math.Abs(got-want) > 0.02+0.05*math.Abs(want) {
			t.Errorf("weight %d: gradient %v, numerically %v", i, got, want)
		}
	}
}

func TestTrainWithVectors(t *testing.T) {
	if testing.Short() {
		t.Skip("trains a model")
	}
	all := tinyTreebank(24)
	v := &Vectors{Words: []string{"state", "fund", "treaty"}, Width: 2, Values: []float32{1, 0, 0, 1, 1, 1}}
	m, err := Train(TrainingOptions{Train: all[:20], Dev: all[20:], Vectors: v, Epochs: 1, Seed: 1, Report: func(Epoch) error { return nil }})
	if err != nil {
		t.Fatal(err)
	}
	row := m.lexicon.known.row(describeWord("treaty").word) // in no sentence of the treebank
	values := make([]float32, 64)
	values = values[:m.inference.embed[vectorEmbedding].copyRow(values, int(row))]
	if row < firstWordRow || slices.Max(values) <= 0 {
		t.Errorf("row %d: %v", row, values)
	}
}
