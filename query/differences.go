package query

import (
	"cmp"
	"slices"

	"mandate/graph"
	"mandate/graph/index"
)

// DifferenceFilter selects differences of two documents; an empty field selects
// all. A difference fits where the statement on either side does.
type DifferenceFilter struct {
	Change Change
	Actor  string // graph.Unassigned for gaps
	Force  graph.Force
	Topic  string // or instrument
}

// Differences returns those that fit a filter, in their order, and how many of
// each change fit all of it but the change.
func (v *View) Differences(all []Difference, f DifferenceFilter) (fitting []Difference, counts map[Change]int, err error) {
	fits, err := v.testSides(f)
	if err != nil {
		return nil, nil, err
	}
	counts = map[Change]int{}
	for _, d := range all {
		if !fits(d) {
			continue
		}
		counts[d.Change]++
		if f.Change == "" || f.Change == d.Change {
			fitting = append(fitting, d)
		}
	}
	return fitting, counts, nil
}

// testSides makes the test of all of a filter but its change.
func (v *View) testSides(f DifferenceFilter) (func(Difference) bool, error) {
	var tests []test
	if f.Force != "" {
		of, err := hasForce([]graph.Force{f.Force})
		if err != nil {
			return nil, err
		}
		tests = append(tests, of...)
	}
	if f.Actor != "" {
		id, err := v.actorID(f.Actor)
		if err != nil {
			return nil, err
		}
		tests = append(tests, func(s index.Statement) bool { return s.Actor == id })
	}
	if f.Topic != "" {
		of, err := v.concerns(f.Topic)
		if err != nil {
			return nil, err
		}
		tests = append(tests, of)
	}
	side := func(s *index.Statement) bool {
		return s != nil && !slices.ContainsFunc(tests, func(fits test) bool { return !fits(*s) })
	}
	return func(d Difference) bool { return side(d.A) || side(d.B) }, nil
}

// DifferenceFacets count the differences of two documents by what they can be
// filtered by: each where it stands on either side.
type DifferenceFacets struct {
	Actors, Topics []Facet // most differences first
	Forces         map[graph.Force]int
}

// FacetsOf counts all differences.
func (v *View) FacetsOf(all []Difference) DifferenceFacets {
	actors, topics, forces := map[index.Node]int{}, map[index.Node]int{}, map[graph.Force]int{}
	for _, d := range all {
		var who, what []index.Node
		var how []graph.Force
		for _, s := range []*index.Statement{d.A, d.B} {
			if s == nil {
				continue
			}
			if n, ok := v.x.NodeOf(graph.ActorIRI(s.Actor)); ok {
				who = append(who, n)
			}
			what, how = append(what, s.Topics...), append(how, s.Force)
		}
		once(actors, who)
		once(topics, what)
		once(forces, how)
	}
	return DifferenceFacets{Actors: v.facets(actors), Topics: v.facets(topics), Forces: forces}
}

// once counts each of a list one time.
func once[T cmp.Ordered](counts map[T]int, list []T) {
	slices.Sort(list)
	for _, item := range slices.Compact(list) {
		counts[item]++
	}
}

func (v *View) facets(counts map[index.Node]int) []Facet {
	out := make([]Facet, 0, len(counts))
	for n, count := range counts {
		out = append(out, Facet{v.Describe(n), count})
	}
	slices.SortFunc(out, func(a, b Facet) int {
		return cmp.Or(b.Count-a.Count, cmp.Compare(a.Label, b.Label), cmp.Compare(a.IRI, b.IRI))
	})
	return out
}
