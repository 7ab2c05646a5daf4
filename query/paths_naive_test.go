package query_test

import (
	"slices"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/index"
	"mandate/query"
)

// The search is held against one that tries everything: every simple walk up to
// a length, over the same links.
func TestPathsAgainstTryingEverything(t *testing.T) {
	v := query.On(indexOf(graphtest.Sample()...))
	var ends []index.Entity
	for _, class := range index.EntityClasses() {
		ends = append(ends, v.Index().Entities(class)...)
	}
	const longest = 6
	compared := 0
	for _, from := range ends {
		for _, to := range ends {
			if from.Node == to.Node {
				continue
			}
			found, err := v.Paths(t.Context(), from.IRI, to.IRI, query.PathOptions{MaxHops: longest, K: 50})
			if err != nil || !found.Complete {
				t.Fatalf("%s to %s: %v, complete %t", from.IRI, to.IRI, err, found.Complete)
			}
			got := lengths(t, found)
			want := everyWalk(v.Index(), from.Node, to.Node, longest)
			if len(want) > 50 {
				want = want[:50]
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s to %s: lengths %v, trying everything gives %v", from.IRI, to.IRI, got, want)
			}
			compared += len(got)
		}
	}
	if compared < 1000 {
		t.Errorf("compared %d paths only", compared)
	}
}

// lengths checks that each path holds together and differs from the others.
func lengths(t *testing.T, found query.Paths) []int {
	t.Helper()
	var out []int
	seen := map[string]bool{}
	for _, p := range found.Paths {
		key := ""
		nodes := map[index.Node]bool{p.Hops[0].From.Node: true}
		for i, h := range p.Hops {
			if i > 0 && h.From.Node != p.Hops[i-1].To.Node || nodes[h.To.Node] || h.Statement.Statement == nil {
				t.Errorf("broken path %v", p)
			}
			nodes[h.To.Node] = true
			key += h.To.IRI + " "
		}
		if seen[key] {
			t.Errorf("path %q comes twice", key)
		}
		seen[key] = true
		out = append(out, len(p.Hops))
	}
	return out
}

// everyWalk returns the lengths of all simple paths, sorted.
func everyWalk(x *index.Index, from, to index.Node, longest int) []int {
	walked := []string{graph.PredAttribute, graph.PredInvolves, graph.PredRecipient, graph.PredServes, graph.PredConcerns, graph.PredReferences}
	beside := func(n index.Node) map[index.Node]bool {
		out := map[index.Node]bool{}
		for q := range x.Out(n) {
			if slices.Contains(walked, x.IRI(q.Predicate)) {
				out[q.Object] = true
			}
		}
		for q := range x.In(n) {
			if slices.Contains(walked, x.IRI(q.Predicate)) {
				out[q.Subject] = true
			}
		}
		return out
	}
	passable := func(n index.Node) bool {
		scheme := graph.Scheme(x.IRI(n))
		return scheme != graph.SchemeSection && scheme != graph.SchemeDocument && x.IRI(n) != graph.ActorIRI(graph.Unassigned)
	}
	var out []int
	on := map[index.Node]bool{from: true}
	var walk func(n index.Node, length int)
	walk = func(n index.Node, length int) {
		for m := range beside(n) {
			switch {
			case m == to:
				out = append(out, length+1)
			case length+1 < longest && !on[m] && passable(m):
				on[m] = true
				walk(m, length+1)
				delete(on, m)
			}
		}
	}
	walk(from, 0)
	slices.Sort(out)
	return out
}
