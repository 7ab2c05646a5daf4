package query

import (
	"cmp"
	"slices"

	"mandate/graph/index"
)

// Neighbour is a node next to another, the way that statements put the two
// together.
type Neighbour struct {
	index.Entity
	Predicate string // a direct link (commitsTo, …), or concerns, involves, recipient, references
	Inward    bool   // the link runs from the neighbour
	Count     int    // statements that make it
}

// Neighbours returns what statements link an entity to, most statements first.
// Links run from the actor of a statement to whatever else it names. The caller
// must not change them.
func (v *View) Neighbours(n index.Node) []Neighbour {
	if known, ok := v.beside.Load(n); ok {
		return known.([]Neighbour)
	}
	c := v.census()
	var out []Neighbour
	for _, i := range c.related.of(n) {
		r := c.relations[i]
		if r.actor == n {
			out = append(out, Neighbour{v.Describe(r.to), r.predicate, false, r.count})
		} else {
			out = append(out, Neighbour{v.Describe(r.actor), r.predicate, true, r.count})
		}
	}
	slices.SortFunc(out, func(a, b Neighbour) int {
		return cmp.Or(b.Count-a.Count, cmp.Compare(a.Label, b.Label), cmp.Compare(a.IRI, b.IRI),
			cmp.Compare(a.Predicate, b.Predicate), compareBool(a.Inward, b.Inward))
	})
	v.beside.Store(n, out)
	return out
}

// About returns the first statements that name an entity in any part, by
// document and sentence, at most so many, and how many there are.
func (v *View) About(n index.Node, most int) (first []index.Statement, total int) {
	nodes := v.census().mentions.of(n)
	for _, at := range nodes[:min(len(nodes), most)] {
		if s, ok := v.x.StatementAt(at); ok {
			first = append(first, s)
		}
	}
	slices.SortFunc(first, v.x.CompareStatements)
	return first, len(nodes)
}
