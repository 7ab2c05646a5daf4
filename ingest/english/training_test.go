package english

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
)

// tinyTreebank makes sentences of our own: "The N must V the N ."
func tinyTreebank(n int) []Sentence {
	random := rand.New(rand.NewPCG(1, 1))
	nouns, verbs := []string{"state", "agency", "court", "law", "fund"}, []string{"protect", "audit", "fund", "watch"}
	var all []Sentence
	for range n {
		s := sentenceOf([]string{"The", nouns[random.IntN(5)], "must", verbs[random.IntN(4)], "the", nouns[random.IntN(5)], "."})
		for i, a := range []Token{
			{UPOS: "DET", XPOS: "DT", Head: 1, Deprel: "det"},
			{UPOS: "NOUN", XPOS: "NN", Head: 3, Deprel: "nsubj"},
			{UPOS: "AUX", XPOS: "MD", Head: 3, Deprel: "aux"},
			{UPOS: "VERB", XPOS: "VB", Head: -1, Deprel: "root"},
			{UPOS: "DET", XPOS: "DT", Head: 5, Deprel: "det"},
			{UPOS: "NOUN", XPOS: "NN", Head: 3, Deprel: "obj"},
			{UPOS: "PUNCT", XPOS: ".", Head: 3, Deprel: "punct"},
		} {
			a.Span, a.Text, a.Lemma = s.Tokens[i].Span, s.Tokens[i].Text, strings.ToLower(s.Tokens[i].Text)
			s.Tokens[i] = a
		}
		all = append(all, s)
	}
	return all
}

func trainTiny(t *testing.T, seed uint64) (*Model, []Epoch) {
	t.Helper()
	var epochs []Epoch
	all := tinyTreebank(24)
	m, err := Train(TrainingOptions{Train: all[:20], Dev: all[20:], Epochs: 2, Seed: seed, Report: func(e Epoch) error {
		epochs = append(epochs, e)
		return nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	return m, epochs
}

func TestTrainLearnsAndRepeatsItself(t *testing.T) {
	if testing.Short() {
		t.Skip("trains a model")
	}
	first, epochs := trainTiny(t, 7)
	if len(epochs) != 2 || epochs[1].Loss >= epochs[0].Loss {
		t.Errorf("the loss does not fall: %+v", epochs)
	}
	second, _ := trainTiny(t, 7)
	var a, b bytes.Buffer
	for m, out := range map[*Model]*bytes.Buffer{first: &a, second: &b} {
		if _, err := m.WriteTo(out); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("the same seed gave two models")
	}
}

func TestTrainErrors(t *testing.T) {
	if _, err := Train(TrainingOptions{Epochs: 1}); err == nil || !strings.Contains(err.Error(), "no sentences") {
		t.Errorf("no treebank: error %v", err)
	}
	rootless := tinyTreebank(1)
	rootless[0].Tokens[3].Deprel = "dep"
	if _, err := Train(TrainingOptions{Train: rootless, Epochs: 1}); err == nil || !strings.Contains(err.Error(), "no relation root") {
		t.Errorf("no root relation: error %v", err)
	}
	stop := errors.New("stop")
	_, err := Train(TrainingOptions{Train: tinyTreebank(3), Epochs: 5, Report: func(Epoch) error { return stop }})
	if !errors.Is(err, stop) {
		t.Errorf("error of the report: %v", err)
	}
}

func TestRecased(t *testing.T) {
	for x, want := range map[float64]string{0: "the state must", 0.12: "the State Must", 0.17: "THE STATE MUST"} {
		s := sentenceOf([]string{"The", "state", "must", "."})
		for i, upos := range []string{"DET", "NOUN", "AUX", "PUNCT"} {
			s.Tokens[i].UPOS = upos
		}
		copied, ok := recased(s, drawCase(x))
		var words []string
		for _, token := range copied.Tokens {
			words = append(words, token.Text)
		}
		if got := strings.Join(words, " "); !ok || got != want || s.Tokens[0].Text != "The" {
			t.Errorf("%v: %q, want %q", x, got, want)
		}
	}
	if drawCase(0.5) != nil {
		t.Error("most sentences are not copied")
	}
	headed := tinyTreebank(1)[0]
	headed.Tokens[0].Head = 6
	if copied, _ := recased(headed, drawCase(0)); len(copied.Tokens) != len(headed.Tokens) {
		t.Error("a stop that heads a word was dropped")
	}
}
