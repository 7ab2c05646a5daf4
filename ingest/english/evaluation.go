package english

import (
	"fmt"
	"slices"
	"strings"
)

// Score counts how an annotation agrees with the truth, on gold tokens.
// Relations are compared without subtypes and punctuation counts.
type Score struct {
	Words    int
	UPOS     int // universal tags right
	Attached int // heads right
	Labelled int // heads and relations right
}

// Evaluate annotates copies of the gold sentences and compares.
func Evaluate(m *Model, gold []Sentence) Score {
	var score Score
	for _, g := range gold {
		p := Sentence{Text: g.Text, Tokens: slices.Clone(g.Tokens)}
		m.Annotate(&p)
		for i, want := range g.Tokens {
			score.add(want, p.Tokens[i])
		}
	}
	return score
}

func (s *Score) add(want, got Token) {
	s.Words++
	if got.UPOS == want.UPOS {
		s.UPOS++
	}
	if got.Head != want.Head {
		return
	}
	s.Attached++
	if universal(got.Deprel) == universal(want.Deprel) {
		s.Labelled++
	}
}

// universal is a relation without its subtype.
func universal(relation string) string {
	relation, _, _ = strings.Cut(relation, ":")
	return relation
}

// LAS is the share of words with the right head and relation, in per cent.
func (s Score) LAS() float64 { return s.percent(s.Labelled) }

func (s Score) percent(n int) float64 { return 100 * float64(n) / float64(max(1, s.Words)) }

// String gives the measures of the CoNLL shared tasks.
func (s Score) String() string {
	return fmt.Sprintf("words %d  UPOS %.2f  UAS %.2f  LAS %.2f", s.Words, s.percent(s.UPOS), s.percent(s.Attached), s.LAS())
}
