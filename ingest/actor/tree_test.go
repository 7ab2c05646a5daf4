package actor

import (
	"strconv"
	"strings"
	"testing"

	"mandate/data"
	"mandate/ingest/english"
)

func load(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// tree builds a sentence from "form/UPOS/deprel/head" words, heads counted from
// 1; a form that begins with "_" follows without a space.
func tree(t testing.TB, words string) *english.Sentence {
	t.Helper()
	s := &english.Sentence{}
	for i, w := range strings.Fields(words) {
		f := strings.Split(w, "/")
		if len(f) != 4 {
			t.Fatalf("word %q: want form/UPOS/deprel/head", w)
		}
		head, err := strconv.Atoi(f[3])
		if err != nil {
			t.Fatalf("word %q: %v", w, err)
		}
		form, glued := strings.CutPrefix(f[0], "_")
		if i > 0 && !glued {
			s.Text += " "
		}
		start := len(s.Text)
		s.Text += form
		s.Tokens = append(s.Tokens, english.Token{
			Span: english.Span{Start: start, End: len(s.Text)}, Text: form,
			Lemma: strings.ToLower(form), UPOS: f[1], Deprel: f[2], Head: head - 1,
		})
	}
	return s
}

// headOfTree returns the token marked as the subject, else the root.
func headOfTree(s *english.Sentence) int {
	for i, t := range s.Tokens {
		if strings.HasPrefix(t.Deprel, "nsubj") || t.Deprel == "expl" {
			return i
		}
	}
	for i, t := range s.Tokens {
		if t.Head < 0 {
			return i
		}
	}
	return 0
}
