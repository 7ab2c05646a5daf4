package english

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"strings"
	"testing"
)

// taggedWords yields the words of "form/UPOS/XPOS/lemma …".
func taggedWords(text string) iter.Seq[Token] {
	return func(yield func(Token) bool) {
		for word := range strings.FieldsSeq(text) {
			f := strings.Split(word, "/")
			if !yield(Token{Text: f[0], UPOS: f[1], XPOS: f[2], Lemma: f[3]}) {
				return
			}
		}
	}
}

const lemmaSample = `plans/NOUN/NNS/plan goals/NOUN/NNS/goal duties/NOUN/NNS/duty cities/NOUN/NNS/city parties/NOUN/NNS/party
	children/NOUN/NNS/child plan/NOUN/NN/plan process/NOUN/NN/process processes/NOUN/NNS/process
	agrees/VERB/VBZ/agree agree/VERB/VB/agree need/VERB/VB/need needed/VERB/VBD/need planned/VERB/VBD/plan wanted/VERB/VBD/want
	acted/VERB/VBD/act called/VERB/VBD/call hoped/VERB/VBD/hope used/VERB/VBD/use took/VERB/VBD/take taken/VERB/VBN/take
	States/PROPN/NNPS/State China/PROPN/NNP/China The/DET/DT/the n't/PART/RB/not ’s/PART/POS/'s wo/AUX/MD/will`

func TestLemma(t *testing.T) {
	l := TrainLemmatizer(taggedWords(lemmaSample))
	tests := []struct{ form, upos, xpos, want string }{
		{"Plans", "NOUN", "NNS", "plan"},
		{"children", "NOUN", "NNS", "child"},
		{"processes", "NOUN", "NNS", "process"},
		{"countries", "NOUN", "NNS", "country"},
		{"States", "PROPN", "NNPS", "State"},
		{"FRANCE", "PROPN", "NNP", "FRANCE"},
		{"AGREED", "VERB", "VBD", "agree"}, // by the known lemma, not by -ed
		{"asked", "VERB", "VBD", "ask"},
		{"undertook", "VERB", "VBD", "undertake"},
		{"oversaw", "VERB", "VBD", "oversee"}, // from the table of irregular verbs
		{"acceded", "VERB", "VBD", "accede"},  // from the list of regular ones
		{"planning", "NOUN", "NN", "planning"},
		{"Superior", "ADJ", "NNP", "Superior"},
		{"n’t", "PART", "RB", "not"},
		{"'s", "PART", "POS", "'s"},
		{"wo", "AUX", "MD", "will"},
		{"THE", "DET", "DT", "the"},
		{"Whatever", "X", "FW", "whatever"},
		{"Bonn", "PROPN", "", "Bonn"},
		{"", "VERB", "VBD", ""},
	}
	for _, test := range tests {
		if got := l.Lemma(test.form, test.upos, test.xpos); got != test.want {
			t.Errorf("Lemma(%q, %s, %s) = %q, want %q", test.form, test.upos, test.xpos, got, test.want)
		}
	}
}

func TestLemmatizerFile(t *testing.T) {
	l := TrainLemmatizer(taggedWords(lemmaSample))
	var file, again bytes.Buffer
	n, err := l.WriteTo(&file)
	if err != nil || n != int64(file.Len()) {
		t.Fatalf("WriteTo wrote %d bytes of %d: %v", n, file.Len(), err)
	}
	file.WriteString("what follows")
	whole := bytes.Clone(file.Bytes())
	read, err := ReadLemmatizer(&file)
	if err != nil {
		t.Fatal(err)
	}
	if rest, _ := io.ReadAll(&file); string(rest) != "what follows" {
		t.Errorf("the reader left %q", rest)
	}
	if _, err := read.WriteTo(&again); err != nil || !bytes.Equal(again.Bytes(), whole[:n]) {
		t.Errorf("written again it differs: %v", err)
	}
	for cut := range int(n) {
		if _, err := ReadLemmatizer(bytes.NewReader(whole[:cut])); err == nil {
			t.Fatalf("no error for the first %d of %d bytes", cut, n)
		}
	}
}

func FuzzReadLemmatizer(f *testing.F) {
	var file bytes.Buffer
	if _, err := TrainLemmatizer(taggedWords(lemmaSample)).WriteTo(&file); err != nil {
		f.Fatal(err)
	}
	f.Add(file.Bytes())
	f.Add([]byte("\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := ReadLemmatizer(bytes.NewReader(data))
		if err == nil {
			l.Lemma("agreed", "VERB", "VBD")
		}
	})
}

func FuzzLemma(f *testing.F) {
	l := TrainLemmatizer(taggedWords(lemmaSample))
	f.Add("agreed", "VERB", "VBD")
	f.Add("\xffies", "NOUN", "NNS")
	f.Add("İİ’s", "VERB", "VBD")
	f.Fuzz(func(t *testing.T, form, upos, xpos string) {
		if lemma := l.Lemma(form, upos, xpos); (lemma == "") != (form == "") {
			t.Errorf("lemma %q of %q", lemma, form)
		}
	})
}

// FuzzLemmaLine feeds the table reader behind the compression.
func FuzzLemmaLine(f *testing.F) {
	for _, line := range []string{"tag\tVERB\tVBN\ttrue", "rule\t0\ted\ttrue\t2\t\ttrue\t1\t", "form\t0\ttook\ttake", "lemma\tVERB\tagree",
		"rule\t1\ted\ttrue\t2\t", "rule\t0\ted\ttrue\t-2\t", "form\t0\ttook\t", "\xff", ""} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		l := newLemmatizer()
		l.addTag(tagName{"VERB", "VBD"}, true)
		if err := l.addLine(line); err != nil && !errors.Is(err, errLemmaTable) {
			t.Error(err)
		}
		if l.Lemma("agreed", "VERB", "VBD") == "" {
			t.Error("empty lemma")
		}
	})
}

// TestLemmaTreebank holds the lemmatiser to a floor on words with gold tags.
func TestLemmaTreebank(t *testing.T) {
	l := TrainLemmatizer(func(yield func(Token) bool) {
		for _, name := range []string{"en_ewt-train", "en_gum_open-train", "en_pud"} {
			for s := range treebank(t, name) {
				for _, token := range s.Tokens {
					if !yield(token) {
						return
					}
				}
			}
		}
	})
	size, err := l.WriteTo(io.Discard)
	t.Logf("%d bytes, %d rules, %d exceptions, %d known lemmas", size, len(l.rules), len(l.exceptions), len(l.known))
	if err != nil || size > 300_000 {
		t.Errorf("the tables take %d bytes (%v), want at most 300,000", size, err)
	}
	for _, name := range []string{"en_ewt-test", "en_gum_open-test"} {
		right, all := map[string]int{}, map[string]int{}
		for s := range treebank(t, name) {
			for _, token := range s.Tokens {
				if token.Lemma == "_" {
					continue
				}
				correct := l.Lemma(token.Text, token.UPOS, token.XPOS) == strings.ReplaceAll(token.Lemma, "’", "'")
				for _, class := range []string{"all", token.UPOS} {
					all[class]++
					if correct {
						right[class]++
					}
				}
			}
		}
		for class, floor := range map[string]float64{"all": 98.3, "VERB": 98.8} {
			share := 100 * float64(right[class]) / float64(max(1, all[class]))
			t.Logf("%s: %s %.2f of %d", name, class, share, all[class])
			if share < floor || all[class] < 1000 {
				t.Errorf("%s: %s %.2f of %d words, want %.1f", name, class, share, all[class], floor)
			}
		}
	}
}
