package english

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// withKernel is the model on another kernel.
func withKernel(t *testing.T, m *Model, k kernel) *Model {
	t.Helper()
	other, err := load(m.file, k)
	if err != nil {
		t.Fatal(err)
	}
	return other
}

// tablesOf packs the embeddings of a network.
func tablesOf(n *network) (out [embeddings]table) {
	for i, m := range n.embedding {
		var e encoder
		e.weights(m.data)
		out[i] = table{m.rows, m.cols, e.buffer}
	}
	return out
}

// randomBytes draws numbers from -127 to 127, the extremes often.
func randomBytes(random *rand.Rand, n int) []int8 {
	out := make([]int8, n)
	for i := range out {
		switch random.IntN(4) {
		case 0:
			out[i] = 127
		case 1:
			out[i] = -127
		default:
			out[i] = int8(random.IntN(255) - 127)
		}
	}
	return out
}

func TestProductsAreExactOnEveryKernel(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for _, k := range kernels() {
		for _, in := range []int{1, 3, 4, 63, 64, 65, 160, 333, maxInputs} {
			for _, out := range []int{tile, 3 * tile} {
				for _, rows := range []int{1, 4, 7} {
					w, scale := randomBytes(random, in*out), randomRow(random, out)
					var a arena
					x, y := a.bytes(rows, in), a.floats(rows, out)
					copy(x.data, randomBytes(random, len(x.data)))
					copy(x.scale, randomRow(random, rows))
					copy(y.data, randomRow(random, len(y.data)))
					want := append([]float32{}, y.data...)
					for r := range rows {
						for j := range out {
							sum := 0
							for i, v := range x.row(r) {
								sum += int(v) * int(w[i*out+j])
							}
							want[r*out+j] += float32(float32(float32(sum)*x.scale[r]) * scale[j])
						}
					}
					k.pack(w, in, out, scale).addProduct(y, x)
					compareRows(t, fmt.Sprintf("%T, %d rows of %d", k, rows, in), y.data, want)
				}
			}
		}
	}
}

func TestCellsAreTheSameOnEveryKernel(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 9))
	for _, k := range kernels() {
		for _, hidden := range []int{1, 7, 8, 20, 160} {
			gates, memory := randomRow(random, 4*hidden), randomRow(random, hidden)
			for i := range gates {
				gates[i] *= 4 // beyond the end of the curve, too
			}
			wantMemory, got, want := append([]float32{}, memory...), make([]int8, hidden), make([]int8, hidden)
			genericKernel{}.updateCell(gates, wantMemory, want)
			k.updateCell(gates, memory, got)
			compareRows(t, fmt.Sprintf("%T", k), memory, wantMemory)
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%T: outputs %v, want %v", k, got, want)
			}
		}
	}
}

func TestCurves(t *testing.T) {
	for x := float32(-12); x < 12; x += 0.013 {
		if got, want := float64(curveTanh(x)), math.Tanh(float64(x)); math.Abs(got-want) > 1e-4 {
			t.Fatalf("curveTanh(%v) = %v, want %v", x, got, want)
		}
		if got, want := float64(curveSigmoid(x)), 1/(1+math.Exp(-float64(x))); math.Abs(got-want) > 1e-4 {
			t.Fatalf("curveSigmoid(%v) = %v, want %v", x, got, want)
		}
	}
}

func TestRound8(t *testing.T) {
	for x := float32(-127); x <= 127; x += 0.125 {
		if got, want := round8(x), int8(math.RoundToEven(float64(x))); got != want {
			t.Fatalf("round8(%v) = %d, want %d", x, got, want)
		}
	}
}

// sampleSentences are the sentences of the sample that ships.
func sampleSentences(t *testing.T) []Sentence {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "data", "sample.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var out []Sentence
	for _, span := range SplitSentences(string(text)) {
		s := string(text[span.Start:span.End])
		out = append(out, Sentence{Text: s, Tokens: Tokenize(s)})
	}
	if len(out) < 30 {
		t.Fatalf("%d sentences in the sample", len(out))
	}
	return out
}

func TestTreesAreTheSameOnEveryKernel(t *testing.T) {
	shipped, err := LoadFile(filepath.Join("..", "..", "data", ModelFile))
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range []*Model{shipped, randomModel(t)} {
		want := sampleSentences(t)
		generic := withKernel(t, m, genericKernel{})
		for i := range want {
			generic.Annotate(&want[i])
		}
		for _, k := range kernels() {
			got, other := sampleSentences(t), withKernel(t, m, k)
			for i := range got {
				other.Annotate(&got[i])
				if !reflect.DeepEqual(got[i], want[i]) {
					t.Fatalf("%T: another tree for %q", k, got[i].Text)
				}
			}
		}
	}
}

// scoresOf runs inference over a sentence of the network's own inputs.
func scoresOf(f *inference, inputs []wordInput, heads []int) *scores {
	s, scratch := new(scores), new(arena)
	gates := s.arena.floats(len(inputs), f.form.out)
	for i := range inputs {
		f.sumForm(gates.row(i), &inputs[i], scratch)
		for j, x := range f.tag.row(int(inputs[i][tagEmbedding])) {
			gates.row(i)[j] += x
		}
	}
	f.scoreArcs(s, gates)
	f.scoreLabels(s, heads)
	return s
}

// Inference agrees with the network that is trained, but for the rounding.
func TestInferenceFollowsTheNetwork(t *testing.T) {
	n := smallNetwork(3)
	inputs, gold := smallSentence(n, 12, 4)
	var a activations
	n.scoreArcs(&a, inputs, nil)
	n.scoreLabels(&a, gold.heads)
	s := scoresOf(newInference(n, tablesOf(n), genericKernel{}), inputs, gold.heads)
	check := func(name string, got, want []float32) {
		for j := range want {
			if d := math.Abs(float64(got[j] - want[j])); d > 0.03+0.03*math.Abs(float64(want[j])) {
				t.Errorf("%s %d: %v, want about %v", name, j, got[j], want[j])
			}
		}
	}
	for d := range inputs {
		check("tag", s.tagging.row(d)[:n.layout.tags], a.tagging.row(d)[:n.layout.tags])
		check("arc", s.arcs.row(d)[:len(inputs)], a.arcs.row(d)[:len(inputs)])
		if d > 0 {
			check("label", s.labelling.row(d)[:n.layout.labels], a.labelling.row(d - 1)[:n.layout.labels])
		}
	}
}

// The scores are the same to the bit on every processor and with every kernel:
// the constant was computed once, by the one in plain Go.
func TestInferenceIsTheSameEverywhere(t *testing.T) {
	const want = 0x9a9f69f0
	n := wideNetwork()
	inputs, gold := smallSentence(n, 30, 9)
	for _, k := range kernels() {
		s := scoresOf(newInference(n, tablesOf(n), k), inputs, gold.heads)
		hash := uint32(hashStart)
		for _, m := range []matrix{s.tagging.columns(0, 7), s.arcs, s.labelling.slice(1, 31)} {
			for i := range m.rows {
				for _, x := range m.row(i) {
					hash = (hash ^ math.Float32bits(x)) * hashPrime
				}
			}
		}
		if hash != want {
			t.Errorf("%T: scores hash to %#x, want %#x", k, hash, uint32(want))
		}
	}
}

func TestFormCacheChangesNothing(t *testing.T) {
	m := randomModel(t)
	var cache formCache
	random := rand.New(rand.NewPCG(1, 2))
	for round := range 4 * generation {
		form := fmt.Sprint("word", random.IntN(2*generation), "é")
		var fresh formCache
		if got, want := cache.find(m, form), fresh.find(m, form); !reflect.DeepEqual(got, want) {
			t.Fatalf("round %d: %q has other sums in a cache in use", round, form)
		}
		if len(cache.young) > generation || len(cache.old) > generation {
			t.Fatalf("%d and %d forms in a cache of generations of %d", len(cache.young), len(cache.old), generation)
		}
	}
	if len(cache.old) == 0 {
		t.Fatal("the cache was never full")
	}
}
