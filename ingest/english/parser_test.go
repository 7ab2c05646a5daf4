package english

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
)

// randomModel is a complete model of random weights: its trees are nonsense but
// must be trees.
func randomModel(t testing.TB) *Model {
	t.Helper()
	tags := []tagPair{{"CCONJ", "CC"}, {"NOUN", "NN"}, {"PUNCT", ","}, {"VERB", "VB"}}
	labels := []string{"dep", "nsubj", "obj", "parataxis", "root"}
	words := []uint32{describeWord("and").word, describeWord("treaty").word}
	slices.Sort(words)
	rows := [embeddings]int{firstWordRow + len(words), 8, 7, 7, 6, 6, 5, firstWordRow + 1, firstWordRow + len(tags)}
	lex := newLexicon(words, words[:1], rows, labels)
	n := newNetwork(layout{rows: rows, width: [embeddings]int{6, 3, 2, 2, 2, 2, 2, 4, 3}, hidden: 8, arc: 8, label: 5, belief: 8, labels: len(labels), tags: len(tags)})
	random := rand.New(rand.NewPCG(8, 8))
	for _, m := range n.parameters() {
		for i := range m.data {
			m.data[i] = float32(random.NormFloat64())
		}
	}
	features := []taggerFeature{{featureKey(templateWord, describeWord("and").word), []tagWeight{{0, 100}}}}
	lemmas := TrainLemmatizer(slices.Values([]Token{{Text: "treaties", Lemma: "treaty", UPOS: "NOUN", XPOS: "NN"}}))
	m, err := newModel(newTagger(tags, features), lex, n, lemmas)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// sentenceOf makes a sentence of the words.
func sentenceOf(words []string) Sentence {
	s := Sentence{Text: strings.Join(words, " ")}
	at := 0
	for _, word := range words {
		s.Tokens = append(s.Tokens, Token{Span: Span{at, at + len(word)}, Text: word})
		at += len(word) + 1
	}
	return s
}

func TestAnnotateAnyLength(t *testing.T) {
	m := randomModel(t)
	for _, length := range []int{0, 1, 2, 3, LongestPiece - 1, LongestPiece, LongestPiece + 1, 2*LongestPiece + 5, 2100} {
		words := make([]string, length)
		for i := range words {
			words[i] = []string{"treaty", "and", ",", fmt.Sprint("word", i), ";", "\u00e9t\u00e9"}[i*i%6]
		}
		s := sentenceOf(words)
		m.Annotate(&s)
		checkSentence(t, s)
		for i, token := range s.Tokens {
			if token.UPOS == "" || token.Deprel == "" || token.Lemma == "" {
				t.Fatalf("%d words: token %d is %+v", length, i, token)
			}
			if (token.Head < 0) != (token.Deprel == "root") {
				t.Fatalf("%d words: token %d hangs on %d as %s", length, i, token.Head, token.Deprel)
			}
		}
	}
}

func TestPieceEnd(t *testing.T) {
	plain := func(n int) []Token {
		tokens := make([]Token, n)
		for i := range tokens {
			tokens[i] = Token{Text: "word", UPOS: "NOUN"}
		}
		return tokens
	}
	cases := []struct {
		name string
		mark map[int]string
		want int
	}{
		{"no mark", nil, LongestPiece},
		{"last semicolon", map[int]string{100: ";", 120: ";"}, 121},
		{"semicolon before comma", map[int]string{100: ";", 150: ","}, 101},
		{"mark too early", map[int]string{20: ";", 130: ","}, 131},
	}
	for _, c := range cases {
		tokens := plain(3 * LongestPiece)
		for at, mark := range c.mark {
			tokens[at].Text = mark
		}
		if got := pieceEnd(tokens, 0); got != c.want {
			t.Errorf("%s: cut after %d words, want %d", c.name, got, c.want)
		}
	}
	coordinated := plain(2 * LongestPiece)
	coordinated[100].Text, coordinated[101].UPOS, coordinated[140].Text = ",", "CCONJ", ","
	if got := pieceEnd(coordinated, 0); got != 101 {
		t.Errorf("coordination: cut after %d words, want 101", got)
	}
	if got := pieceEnd(plain(LongestPiece), 0); got != LongestPiece {
		t.Errorf("a sentence of the greatest length was cut at %d", got)
	}
}

func TestAnnotateIsTheSameForAllCallers(t *testing.T) {
	m := randomModel(t)
	texts := []string{"The treaty and its annex bind them .", "Go .", strings.Repeat("word , and more ; ", 60)}
	want := make([]Sentence, len(texts))
	for i, text := range texts {
		want[i] = sentenceOf(strings.Fields(text))
		m.Annotate(&want[i])
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	var group sync.WaitGroup
	for worker := range 8 {
		group.Go(func() {
			for round := range 6 {
				i := (worker + round) % len(texts)
				got := sentenceOf(strings.Fields(texts[i]))
				m.Annotate(&got)
				if !reflect.DeepEqual(got, want[i]) {
					t.Errorf("worker %d: another tree for %.20q", worker, texts[i])
				}
			}
		})
	}
	group.Wait()
}

// The scores are the same to the bit on every processor and with every kernel:
// the constant was computed once, by the scalar one.
func TestScoresAreTheSameEverywhere(t *testing.T) {
	const want = 0xb3b48da2
	n := wideNetwork()
	inputs, gold := smallSentence(n, 30, 9)
	var a activations
	n.scoreArcs(&a, inputs, nil)
	n.scoreLabels(&a, gold.heads)
	hash := uint32(hashStart)
	for _, m := range []matrix{a.tagging, a.arcs, a.labelling} {
		for i := range m.rows {
			for _, x := range m.row(i) {
				hash = (hash ^ math.Float32bits(x)) * hashPrime
			}
		}
	}
	if hash != want {
		t.Errorf("scores hash to %#x, want %#x", hash, uint32(want))
	}
}

func FuzzParse(f *testing.F) {
	m := randomModel(f)
	f.Add("The Parties shall co-operate, and they won't wait; see Article 3(b).")
	f.Add("")
	f.Add(" \u00a0\xff\x00 \u200b a")
	f.Fuzz(func(t *testing.T, text string) {
		s := m.Parse(text)
		checkSentence(t, s)
		if s.Text != text {
			t.Fatal("the text was changed")
		}
	})
}
