package english

import (
	"compress/gzip"
	"path/filepath"
	"syscall"
	"testing"
)

// The accuracy below which the shipped model must not fall, in per cent, on the
// first sentences of each test treebank.
const (
	accuracySample = 60
	floorUPOS      = 94
	floorLAS       = 83
)

func testSentences(t *testing.T, treebank string, n int) []Sentence {
	t.Helper()
	z, err := gzip.NewReader(evaluationFile(t, filepath.Join("treebank", treebank+".conllu.gz")))
	if err != nil {
		t.Fatal(err)
	}
	var all []Sentence
	for s, err := range ReadCoNLLU(z) {
		if err != nil {
			t.Fatal(err)
		}
		if all = append(all, s); len(all) == n {
			break
		}
	}
	return all
}

func TestShippedModelAccuracy(t *testing.T) {
	for _, treebank := range []string{"en_ewt-test", "en_gum_open-test"} {
		gold := testSentences(t, treebank, accuracySample)
		m, err := LoadFile(filepath.Join("..", "..", "data", ModelFile))
		if err != nil {
			t.Fatal(err)
		}
		score := Evaluate(m, gold)
		t.Logf("%s: %v", treebank, score)
		if score.Words < 1000 || score.percent(score.UPOS) < floorUPOS || score.LAS() < floorLAS {
			t.Errorf("%s: %v, want UPOS ≥ %d and LAS ≥ %d on 1000 words or more", treebank, score, floorUPOS, floorLAS)
		}
	}
}

func BenchmarkAnnotate(b *testing.B) {
	m, err := LoadFile(filepath.Join("..", "..", "data", ModelFile))
	if err != nil {
		b.Skip(err)
	}
	s := sentenceOf([]string{"Every", "state", "should", "protect", "the", "critical", "systems", "on", "its", "territory", ",",
		"share", "what", "it", "knows", "of", "threats", "and", "help", "others", "when", "they", "ask", "for", "it", "."})
	start := processorSeconds(b)
	for b.Loop() {
		m.Annotate(&s)
	}
	b.ReportMetric(float64(len(s.Tokens))*float64(b.N)/(processorSeconds(b)-start), "words/CPU-s")
}

// processorSeconds is the processor time this process has used: on a busy
// machine the clock on the wall says little.
func processorSeconds(b *testing.B) float64 {
	b.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		b.Fatal(err)
	}
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
}
