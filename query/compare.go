package query

import (
	"cmp"
	"fmt"
	"slices"

	"mandate/graph"
	"mandate/graph/index"
)

// Change says what became of a statement from one text to another.
type Change string

// The changes, as a reader cares for them.
const (
	Reversed     Change = "reversed"     // a duty to do it became a ban, or the other way round
	Moved        Change = "moved"        // to another actor
	Strengthened Change = "strengthened" // recommended before, a duty now
	Softened     Change = "softened"     // a duty before, recommended now
	OnlyA        Change = "only-a"
	OnlyB        Change = "only-b"
	Both         Change = "both" // the same actor, force and deed
)

// Changes returns all changes in their order.
func Changes() []Change {
	return []Change{Reversed, Moved, Strengthened, Softened, OnlyA, OnlyB, Both}
}

// Difference is a pair of statements of two documents that say the same of the
// same, as far as they do; one side is missing where only one document has it.
type Difference struct {
	Change   Change
	A, B     *index.Statement // nil where the document has no such statement
	Likeness float64          // of words and actor, 0 to 1; 0 where one side is missing
}

// ID tells a difference from the others of the same two documents.
func (d Difference) ID() string {
	id := string(d.Change)
	for _, s := range []*index.Statement{d.A, d.B} {
		if s != nil {
			id += " " + s.ID
		}
	}
	return id
}

// Compare matches the statements of two documents by actor, deed and what they
// are about. Every statement of either stands in exactly one difference; they
// come by change, then in the order of the text.
func (v *View) Compare(a, b string) ([]Difference, error) {
	left, err := v.ofDocument(a)
	if err != nil {
		return nil, err
	}
	right, err := v.ofDocument(b)
	if err != nil {
		return nil, err
	}
	if len(left) > 0 && len(right) > 0 && left[0].Reading == right[0].Reading {
		return nil, fmt.Errorf("%w: both documents are %s", ErrParameter, left[0].Reading.Document.ID)
	}
	return pairUp(v.features(left), v.features(right)), nil
}

func (v *View) ofDocument(name string) ([]index.Statement, error) {
	id, err := v.DocumentID(name)
	return v.x.ByDocument(id), err
}

// features is what statements are matched by.
type features struct {
	statement index.Statement
	aim       string          // stem
	words     map[string]bool // stems of object, recipient, constraint and topics
}

func (v *View) features(statements []index.Statement) []features {
	out := make([]features, len(statements))
	for i, s := range statements {
		f := features{statement: s, aim: v.words.stems.stem(s.Aim), words: map[string]bool{}}
		for _, phrase := range slices.Concat([]string{s.Object, s.Recipient, s.Constraint}, s.Statement.Topics) {
			for _, w := range v.words.stems.terms(phrase).single {
				f.words[w] = true
			}
		}
		out[i] = f
	}
	return out
}

// What makes two statements of one deed the same statement: half of the words in
// common, or fewer of them and the same actor.
const (
	ofWords = 0.75
	ofActor = 0.25
	alike   = 0.37
)

// likeness compares two statements of one deed.
func likeness(a, b *features) float64 {
	score := ofWords * overlap(a.words, b.words)
	if a.statement.Actor == b.statement.Actor {
		score += ofActor
	}
	return score
}

// overlap is the share that two sets of words have in common (Dice); two empty
// sets say the same.
func overlap(a, b map[string]bool) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	common := 0
	for w := range a {
		if b[w] {
			common++
		}
	}
	return 2 * float64(common) / float64(len(a)+len(b))
}

// candidate is a pair that could be one statement.
type candidate struct {
	a, b     int
	likeness float64
}

// pairUp gives every statement at most one partner, the likest pairs first.
func pairUp(left, right []features) []Difference {
	partnerA, partnerB := map[int]candidate{}, map[int]bool{}
	for _, c := range candidates(left, right) {
		if _, taken := partnerA[c.a]; !taken && !partnerB[c.b] {
			partnerA[c.a], partnerB[c.b] = c, true
		}
	}
	var out []Difference
	for i := range left {
		if c, ok := partnerA[i]; ok {
			out = append(out, differ(&left[i].statement, &right[c.b].statement, c.likeness))
		} else {
			out = append(out, Difference{Change: OnlyA, A: &left[i].statement})
		}
	}
	for i := range right {
		if !partnerB[i] {
			out = append(out, Difference{Change: OnlyB, B: &right[i].statement})
		}
	}
	slices.SortStableFunc(out, func(a, b Difference) int {
		return cmp.Compare(slices.Index(Changes(), a.Change), slices.Index(Changes(), b.Change))
	})
	return out
}

// candidates lists the pairs of one deed that are alike, the likest first, in
// text order among equals.
func candidates(left, right []features) []candidate {
	doing := map[string][]int{}
	for i, f := range right {
		doing[f.aim] = append(doing[f.aim], i)
	}
	var out []candidate
	for i := range left {
		for _, j := range doing[left[i].aim] {
			if score := likeness(&left[i], &right[j]); score >= alike {
				out = append(out, candidate{i, j, score})
			}
		}
	}
	slices.SortFunc(out, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.likeness, x.likeness), x.a-y.a, x.b-y.b)
	})
	return out
}

// differ says what changed between two statements that are one.
func differ(a, b *index.Statement, likeness float64) Difference {
	d := Difference{Change: Both, A: a, B: b, Likeness: likeness}
	switch {
	case a.Polarity != b.Polarity:
		d.Change = Reversed
	case a.Actor != b.Actor:
		d.Change = Moved
	case bindingness(b.Force) > bindingness(a.Force):
		d.Change = Strengthened
	case bindingness(b.Force) < bindingness(a.Force):
		d.Change = Softened
	}
	return d
}

// bindingness says how much a force binds its actor.
func bindingness(f graph.Force) int {
	switch f {
	case graph.Obligation, graph.Prohibition:
		return 4
	case graph.Commitment:
		return 3
	case graph.Recommendation:
		return 2
	case graph.GoalForce, graph.Permission:
		return 1
	}
	return 0
}
