package query_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"mandate/graph"
	"mandate/graph/index"
	"mandate/query"
)

// Each node must be as far as the naive search finds it, and its last link must
// come from a node that is nearer by one.
func TestNeighbourhoodAgainstTryingEverything(t *testing.T) {
	for name, walk := range map[string]query.Walk{
		"plain":       {},
		"outwards":    {Direction: query.Outwards},
		"inwards":     {Direction: query.Inwards},
		"duties":      {Forces: []graph.Force{graph.Obligation, graph.Commitment}},
		"with all":    {Kinds: []string{"Statement", "Actor", "Topic", "Goal"}},
		"direct":      {NotKinds: []string{"Statement"}},
		"one text":    {Docs: []string{"two"}},
		"hubs":        {Hubs: true},
		"no concerns": {NotPredicates: []string{"concerns"}},
	} {
		t.Run(name, func(t *testing.T) {
			compared := 0
			for seed := range uint64(3) {
				v := query.On(index.Build(randomQuads(seed)))
				beside := naiveLinks(v, query.PathOptions{Walk: walk})
				for _, center := range []string{"actor:a0", "topic:t1", "goal:g0", "<n1>"} {
					for hops := 1; hops <= 3; hops++ {
						compared += compareNear(t, v, beside, center, query.NearOptions{Walk: walk, Hops: hops, Limit: 5000})
					}
				}
			}
			if compared < 20 {
				t.Errorf("compared %d nodes only", compared)
			}
		})
	}
}

func compareNear(t *testing.T, v *query.View, beside neighbours, center string, o query.NearOptions) int {
	t.Helper()
	got, err := v.Neighbourhood(t.Context(), center, o)
	if err != nil || !got.Complete || got.Total != len(got.Nodes) {
		t.Fatalf("%s: %v, complete %t, %d of %d", center, err, got.Complete, len(got.Nodes), got.Total)
	}
	distance := map[index.Node]int{got.Center.Node: 0}
	ring := []index.Node{got.Center.Node}
	for d := 1; d <= o.Hops; d++ {
		var next []index.Node
		for _, n := range ring {
			for m := range beside[n] {
				if _, known := distance[m]; !known && naivePasses(v, m, query.PathOptions{Walk: o.Walk}) {
					distance[m] = d
					next = append(next, m)
				}
			}
		}
		ring = next
	}
	want := map[string]int{}
	for n, d := range distance {
		if e := v.Describe(n); d > 0 && (e.Class != graph.ClassStatement || slices.Contains(o.Kinds, "Statement")) {
			want[e.IRI] = d
		}
	}
	found := map[string]int{}
	for i, n := range got.Nodes {
		found[n.IRI] = n.Distance
		if n.Via.To.Node != n.Node || distance[n.Via.From.Node] != n.Distance-1 {
			t.Errorf("%s at %d is reached over %s at %d", n.IRI, n.Distance, n.Via.From.IRI, distance[n.Via.From.Node])
		}
		if i > 0 && n.Distance < got.Nodes[i-1].Distance {
			t.Errorf("%s stands behind what is farther", n.IRI)
		}
	}
	if !maps.Equal(found, want) {
		t.Errorf("%s within %d: %v, trying everything gives %v", center, o.Hops, found, want)
	}
	return len(want)
}

func TestNeighbourhoodTellsWhatItLeavesOut(t *testing.T) {
	v := sample()
	all, err := v.Neighbourhood(t.Context(), "China", query.NearOptions{})
	if err != nil || !all.Complete || all.Total < 5 {
		t.Fatalf("%d nodes, complete %t, %v", all.Total, all.Complete, err)
	}
	few, err := v.Neighbourhood(t.Context(), "China", query.NearOptions{Limit: 3})
	if err != nil || len(few.Nodes) != 3 || few.Total != all.Total || fmt.Sprint(few.Nodes) != fmt.Sprint(all.Nodes[:3]) {
		t.Errorf("the first three: %v of %d, %v", few.Nodes, few.Total, err)
	}
	cut, err := v.Neighbourhood(t.Context(), "China", query.NearOptions{Work: 10})
	if err != nil || cut.Complete || cut.Work < 9 || cut.Work > 11 {
		t.Errorf("of little work: complete %t after %d links, %v", cut.Complete, cut.Work, err)
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := v.Neighbourhood(cancelled, "China", query.NearOptions{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	for name, o := range map[string]query.NearOptions{
		"hops": {Hops: 13}, "limit": {Limit: -1}, "kind": {Walk: query.Walk{Kinds: []string{"Mood"}}},
		"force": {Walk: query.Walk{Forces: []graph.Force{"wish"}}}, "predicate": {Walk: query.Walk{Predicates: []string{"likes"}}},
		"direction": {Walk: query.Walk{Direction: "up"}},
	} {
		if _, err := v.Neighbourhood(t.Context(), "China", o); !errors.Is(err, query.ErrParameter) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := v.Neighbourhood(t.Context(), "China", query.NearOptions{Walk: query.Walk{Docs: []string{"atlantis"}}}); !errors.Is(err, query.ErrUnknown) {
		t.Errorf("a document that is not there: %v", err)
	}
}

// A search for paths that may do little says that it was cut off.
func TestPathsTellThatTheyWereCutOff(t *testing.T) {
	whole, err := sample().Paths(t.Context(), "China", "United Nations", query.PathOptions{K: 50})
	if err != nil || !whole.Complete || len(whole.Paths) < 3 {
		t.Fatalf("%d paths, complete %t, %v", len(whole.Paths), whole.Complete, err)
	}
	for w := 1; w < whole.Work; w += 1 + w/3 {
		cut, err := sample().Paths(t.Context(), "China", "United Nations", query.PathOptions{K: 50, Work: w})
		if err != nil || cut.Complete || len(cut.Paths) > len(whole.Paths) {
			t.Errorf("after %d links of %d: %d paths, complete %t, %v", w, whole.Work, len(cut.Paths), cut.Complete, err)
		}
	}
}
