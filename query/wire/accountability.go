package wire

import (
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
	Counts map[string]int    `json:"counts" doc:"differences by change, of those that fit the other filters"`
	Facets *DifferenceFacets `json:"facets,omitempty" doc:"where it is asked for"`
	List[Difference]
}

// DifferenceFacets count all differences of two documents by what they can be
// filtered by.
type DifferenceFacets struct {
	Actors List[Choice]   `json:"actors" doc:"those of most differences first"`
	Topics List[Choice]   `json:"topics" doc:"those of most differences first"`
	Forces map[string]int `json:"forces"`
}

// ComparisonOf shows a page of the differences that fit a filter. It passes an
// error on.
func ComparisonOf(v *query.View, all []query.Difference, f query.DifferenceFilter, p query.Page, err error) (Comparison, error) {
	out := Comparison{Counts: map[string]int{}}
	if err != nil {
		return out, err
	}
	fitting, counts, err := v.Differences(all, f)
	if err != nil {
		return out, err
	}
	for change, n := range counts {
		out.Counts[string(change)] = n
	}
	page, next, err := query.Cut(fitting, p, query.Difference.ID)
	out.List = NewList(page, len(fitting), next, DifferenceOf(v))
	return out, err
}

// DifferenceFacetsOf shows at most so many actors and topics.
func DifferenceFacetsOf(f query.DifferenceFacets, limit int) *DifferenceFacets {
	return &DifferenceFacets{
		Actors: first(f.Actors, limit, choiceOf), Topics: first(f.Topics, limit, choiceOf), Forces: byForce(f.Forces),
	}
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
