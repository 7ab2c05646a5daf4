package wire

import (
	"slices"

	"mandate/graph"
	"mandate/graph/index"
	"mandate/query"
)

// Gaps are the holes in who is responsible for what.
type Gaps struct {
	Unassigned List[Statement] `json:"unassigned" doc:"duties whose actor is not named"`
	Unserved   List[Item]      `json:"unserved" doc:"principles and goals that nobody named is bound to"`
	Undated    List[Statement] `json:"undated" doc:"duties without a deadline and without a condition"`
	StanceOnly List[Item]      `json:"stance_only" doc:"actors that take stances and nothing else"`
}

// GapsOf shows gaps, at most limit of each kind, 0 for all.
func GapsOf(v *query.View, g query.Gaps, limit int) Gaps {
	statement := func(s index.Statement) Statement { return StatementOf(v, s) }
	return Gaps{
		Unassigned: first(g.Unassigned, limit, statement), Undated: first(g.Undated, limit, statement),
		Unserved: first(g.Unserved, limit, ItemOf), StanceOnly: first(g.StanceOnly, limit, ItemOf),
	}
}

// first shows the beginning of a list and how long it is.
func first[T, U any](items []T, limit int, show func(T) U) List[U] {
	cut := items
	if limit > 0 && len(cut) > limit {
		cut = cut[:limit]
	}
	return NewList(cut, len(items), "", show)
}

// Difference is what became of a statement from one document to another.
type Difference struct {
	Change   string     `json:"change" enum:"reversed,moved,strengthened,softened,only-a,only-b,both"`
	A        *Statement `json:"a,omitempty" doc:"absent where only b has it"`
	B        *Statement `json:"b,omitempty" doc:"absent where only a has it"`
	Likeness float64    `json:"likeness" doc:"of actor and words, 0 to 1"`
}

// DifferenceOf shows a difference.
func DifferenceOf(v *query.View) func(query.Difference) Difference {
	side := func(s *index.Statement) *Statement {
		if s == nil {
			return nil
		}
		shown := StatementOf(v, *s)
		return &shown
	}
	return func(d query.Difference) Difference {
		return Difference{Change: string(d.Change), A: side(d.A), B: side(d.B), Likeness: d.Likeness}
	}
}

// Comparison is one page of the differences of two documents.
type Comparison struct {
	Counts map[string]int `json:"counts" doc:"differences by change"`
	List[Difference]
}

// ComparisonOf shows a page of differences, all or those of one change; the
// counts are of all. It passes an error on.
func ComparisonOf(v *query.View, all []query.Difference, change query.Change, p query.Page, err error) (Comparison, error) {
	out := Comparison{Counts: map[string]int{}}
	for _, d := range all {
		out.Counts[string(d.Change)]++
	}
	if change != "" {
		all = slices.DeleteFunc(all, func(d query.Difference) bool { return d.Change != change })
	}
	if err != nil {
		return out, err
	}
	page, next, err := query.Cut(all, p, query.Difference.ID)
	out.List = NewList(page, len(all), next, DifferenceOf(v))
	return out, err
}

// Proof says whether every quote stands where the graph says.
type Proof struct {
	Documents  int     `json:"documents"`
	Statements int     `json:"statements"`
	Faults     []Fault `json:"faults" doc:"none where all holds"`
}

// Fault is what does not hold.
type Fault struct {
	Document  string `json:"document"`
	Statement string `json:"statement,omitempty" doc:"absent for a fault of the whole document"`
	What      string `json:"what"`
}

// ProofOf shows a proof.
func ProofOf(p query.Proof) Proof {
	return Proof{
		Documents: p.Documents, Statements: p.Statements,
		Faults: each(p.Faults, func(f graph.Fault) Fault { return Fault(f) }),
	}
}
