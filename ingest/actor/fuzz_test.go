package actor

import (
	"strings"
	"testing"
	"unicode/utf8"

	"mandate/ingest/english"
)

// FuzzResolver reads odd words under odd trees: whatever they are, every
// referent is an actor with a label and an antecedent inside its tree.
func FuzzResolver(f *testing.F) {
	g := load(f)
	f.Add("The United Nations ( UN ) shall act", []byte{2, 3, 7, 4, 4, 7, 7, 1, 0, 9, 9, 3, 9, 9, 2})
	f.Add("It 's members ' “ of the", []byte{1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 14})
	f.Add("China China China -", []byte{2, 3, 1, 0, 1, 1, 1, 1})
	f.Add("\x00 é ’ ß of", []byte{5, 4, 3, 2, 1})
	f.Fuzz(func(t *testing.T, text string, shape []byte) {
		if len(text) > 2000 {
			return
		}
		s := oddTree(text, shape)
		r := g.NewResolver()
		for n := range 3 {
			r.Read(n, s)
			for i := range s.Tokens {
				for _, m := range []Mention{{Sentence: n, Tree: s, Head: i}, {Sentence: n, Tree: s, From: i / 2, To: len(s.Tokens), Head: i}} {
					g.CanAct(s, m.From, m.To, i)
					checkReferents(t, r, s, r.Resolve(m))
				}
			}
		}
		for _, a := range r.Actors() {
			if a.ID == "" || a.Label == "" || a.Kind == "" {
				t.Errorf("actor %+v", a)
			}
		}
	})
}

func checkReferents(t *testing.T, r *Resolver, s *english.Sentence, refs []Referent) {
	t.Helper()
	for _, ref := range refs {
		if r.actors[ref.Actor] == nil {
			t.Fatalf("no actor %q", ref.Actor)
		}
		if p := ref.Antecedent; p != nil && (p.From < 0 || p.From >= p.To || p.To > len(s.Tokens)) {
			t.Fatalf("antecedent %+v of %d tokens", *p, len(s.Tokens))
		}
	}
}

// oddTree makes a tree of the words of a text; shape picks tags, relations and
// heads, cycles included.
func oddTree(text string, shape []byte) *english.Sentence {
	tags := []string{"NOUN", "PROPN", "PRON", "DET", "ADJ", "VERB", "PUNCT", "NUM", "CCONJ", "ADP"}
	relations := []string{"nsubj", "compound", "conj", "cc", "nmod", "nmod:poss", "case", "det", "punct", "appos", "acl:relcl", "root", "obl:agent", "flat", "amod"}
	at := func(i int) int {
		if len(shape) == 0 {
			return i
		}
		return int(shape[i%len(shape)])
	}
	s := &english.Sentence{Text: text}
	words := strings.Fields(text)
	offset := 0
	for i, w := range words {
		start := offset + strings.Index(text[offset:], w)
		offset = start + len(w)
		if !utf8.ValidString(w) {
			continue
		}
		s.Tokens = append(s.Tokens, english.Token{
			Span: english.Span{Start: start, End: offset}, Text: w, Lemma: strings.ToLower(w),
			UPOS: tags[at(i)%len(tags)], Deprel: relations[at(2*i+1)%len(relations)], Head: at(3*i+2)%(len(words)+1) - 1,
		})
	}
	for i := range s.Tokens {
		if s.Tokens[i].Head >= len(s.Tokens) {
			s.Tokens[i].Head = -1
		}
	}
	return s
}
