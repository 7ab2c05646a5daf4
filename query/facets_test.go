package query_test

import (
	"errors"
	"maps"
	"slices"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/index"
	"mandate/query"
)

// graphOf is a drawing of everything that a filter lets through.
func graphOf(t *testing.T, v *query.View, f query.GraphFilter) query.Drawing {
	t.Helper()
	d, err := v.Graph(query.GraphOptions{GraphFilter: f, Limit: 5000, Facets: true})
	if err != nil || d.Narrowed {
		t.Fatalf("%+v: narrowed %t, %v", f, d.Narrowed, err)
	}
	return d
}

// told counts the statements of a drawing.
func told(d query.Drawing) int {
	seen := map[index.Node]bool{}
	for _, e := range d.Edges {
		for _, s := range e.Statements {
			seen[s] = true
		}
	}
	return len(seen)
}

// What a facet says there would be is what there is once the choice is made.
func TestFacetsSayWhatAChoiceGives(t *testing.T) {
	v := query.On(indexOf(append(graphtest.Sample(), graphtest.Paper("p", 40), graphtest.Paper("q", 25))...))
	whole := graphOf(t, v, query.GraphFilter{})
	topic, served := whole.Facets.Topics[0].IRI, whole.Facets.Served[0].IRI
	compared := 0
	for name, f := range map[string]query.GraphFilter{
		"all": {}, "one text": {Doc: "p"}, "no stances": {NotForces: []graph.Force{graph.Stance, graph.Obligation}},
		"a topic": {Topics: []string{topic}}, "a goal": {Serves: []string{served}},
		"no states": {NotKinds: []string{"State", "Goal"}}, "proven twice": {Evidence: 2},
		"many at once": {Doc: "p", NotKinds: []string{"Collective"}, Topics: []string{topic}},
	} {
		t.Run(name, func(t *testing.T) {
			facets := graphOf(t, v, f).Facets
			compared += compareForces(t, v, f, facets) + compareKinds(t, v, f, facets)
			if f.Evidence == 0 {
				compared += compareChoices(t, v, f, facets)
			}
		})
	}
	if compared < 200 {
		t.Errorf("compared %d choices only", compared)
	}
}

func compareForces(t *testing.T, v *query.View, f query.GraphFilter, facets *query.Facets) int {
	t.Helper()
	for _, force := range graph.Forces() {
		only := f
		only.NotForces = slices.DeleteFunc(slices.Clone(graph.Forces()), func(other graph.Force) bool { return other == force })
		if got := told(graphOf(t, v, only)); got != facets.Forces[force] {
			t.Errorf("%s: %d statements, the facet says %d", force, got, facets.Forces[force])
		}
	}
	return len(graph.Forces())
}

func compareKinds(t *testing.T, v *query.View, f query.GraphFilter, facets *query.Facets) int {
	t.Helper()
	for kind, count := range facets.Kinds {
		with := f
		with.NotKinds = slices.DeleteFunc(slices.Clone(f.NotKinds), func(other string) bool { return other == kind })
		got := 0
		for _, n := range graphOf(t, v, with).Nodes {
			if n.Kind == kind {
				got++
			}
		}
		if got != count {
			t.Errorf("%s: %d nodes, the facet says %d", kind, got, count)
		}
	}
	return len(facets.Kinds)
}

func compareChoices(t *testing.T, v *query.View, f query.GraphFilter, facets *query.Facets) int {
	t.Helper()
	compared := 0
	for _, of := range []struct {
		list   []query.Facet
		choose func(*query.GraphFilter, query.Facet)
	}{
		{facets.Documents, func(f *query.GraphFilter, c query.Facet) { f.Doc = c.ID }},
		{facets.Served, func(f *query.GraphFilter, c query.Facet) { f.Serves = []string{c.IRI} }},
		{facets.Topics, func(f *query.GraphFilter, c query.Facet) { f.Topics = []string{c.IRI} }},
	} {
		for _, choice := range of.list {
			one := f
			of.choose(&one, choice)
			if got := told(graphOf(t, v, one)); got != choice.Count {
				t.Errorf("%s: %d statements, the facet says %d", choice.IRI, got, choice.Count)
			}
			compared++
		}
	}
	return compared
}

func TestEvidenceFacetCountsLinks(t *testing.T) {
	v := query.On(indexOf(append(graphtest.Sample(), graphtest.Paper("p", 40))...))
	whole := graphOf(t, v, query.GraphFilter{})
	for n := range whole.Facets.Evidence {
		want := 0
		for at, links := range whole.Facets.Evidence {
			if at >= n {
				want += links
			}
		}
		if got := len(graphOf(t, v, query.GraphFilter{Evidence: n}).Edges); got != want {
			t.Errorf("%d statements and more: %d links, the facet says %d", n, got, want)
		}
	}
	if len(whole.Facets.Evidence) < 2 {
		t.Errorf("all links have as many statements: %v", whole.Facets.Evidence)
	}
}

// What is chosen stays among the choices even where nothing is left of it.
func TestChosenFacetsStay(t *testing.T) {
	v := sample()
	topic := graphOf(t, v, query.GraphFilter{Doc: "harbour-declaration"}).Facets.Topics
	last := topic[len(topic)-1].IRI
	d := graphOf(t, v, query.GraphFilter{Topics: []string{last}, NotForces: graph.Forces()})
	if len(d.Facets.Topics) != 1 || d.Facets.Topics[0].IRI != last || d.Facets.Topics[0].Count != 0 || len(d.Nodes) != 0 {
		t.Errorf("%v of %v", d.Facets.Topics, d.Nodes)
	}
	for name, f := range map[string]query.GraphFilter{
		"kind": {NotKinds: []string{"Mood"}}, "force": {NotForces: []graph.Force{"wish"}}, "evidence": {Evidence: -1},
	} {
		if _, err := v.Graph(query.GraphOptions{GraphFilter: f}); !errors.Is(err, query.ErrParameter) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, f := range map[string]query.GraphFilter{
		"topic": {Topics: []string{"penguins"}}, "goal": {Serves: []string{"goal:none"}}, "document": {Doc: "atlantis"},
	} {
		if _, err := v.Graph(query.GraphOptions{GraphFilter: f}); !errors.Is(err, query.ErrUnknown) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Expanding adds the neighbours of the weightiest links, says how many there are
// beyond, and all of them in the end.
func TestExpanding(t *testing.T) {
	v := query.On(indexOf(append(graphtest.Sample(), graphtest.Paper("p", 40))...))
	at := query.GraphOptions{Center: "actor:china", Hops: 1, Limit: 1, Neighbor: 2}
	alone, err := v.Graph(at)
	if err != nil || len(alone.Nodes) != 1 || !alone.Narrowed {
		t.Fatalf("%v, %v", alone.Nodes, err)
	}
	beyond := sum(alone.Nodes[0].More)
	if beyond < 3 || beyond != alone.TotalNodes-1 {
		t.Fatalf("%d beyond, %d in all", beyond, alone.TotalNodes)
	}
	for more := beyond; more > 0; {
		at.Expand = append(at.Expand, query.Expansion{IRI: "actor:china"})
		d, err := v.Graph(at)
		if err != nil {
			t.Fatal(err)
		}
		checkDrawing(t, d)
		left := sum(node(t, d, "actor:china").More)
		if left != max(0, more-2) || d.TotalNodes != beyond+1 {
			t.Fatalf("%d left of %d, %d in all", left, more, d.TotalNodes)
		}
		more = left
	}
	at.Expand = []query.Expansion{{IRI: "actor:china", Kind: "Goal"}, {IRI: "actor:nobody"}}
	d, err := v.Graph(at)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range d.Nodes {
		if n.IRI != "actor:china" && n.Kind != "Goal" {
			t.Errorf("%s came with the goals", n.IRI)
		}
	}
	if len(d.Nodes) < 2 || node(t, d, "actor:china").More["Goal"] != alone.Nodes[0].More["Goal"]-len(d.Nodes)+1 {
		t.Errorf("%d goals of %v, %v left", len(d.Nodes)-1, alone.Nodes[0].More, node(t, d, "actor:china").More)
	}
}

func TestNodesThatAreThereInAnyCase(t *testing.T) {
	d, err := sample().Graph(query.GraphOptions{Limit: 1, With: []string{"goal:train-pilots", "actor:china", "goal:none"}})
	if err != nil || !slices.Equal(nodeIDs(d), []string{"actor:china", "goal:train-pilots"}) || len(d.Edges) == 0 {
		t.Errorf("%q, %v", nodeIDs(d), err)
	}
}

func TestLinksBetweenActors(t *testing.T) {
	plain, between := graphOf(t, sample(), query.GraphFilter{}), graphOf(t, sample(), query.GraphFilter{Between: true})
	found := false
	for _, e := range between.Edges {
		if sample().Describe(e.Target).Class != graph.ClassActor {
			continue
		}
		found = found || e.Predicate == graph.PredInvolves && sample().Describe(e.Target).IRI == "actor:united-nations"
		if e.Predicate != graph.PredInvolves && e.Predicate != graph.PredRecipient {
			t.Errorf("%s joins two actors", e.Predicate)
		}
	}
	if !found || len(between.Edges) <= len(plain.Edges) || between.Facets.Between != plain.Facets.Between || plain.Facets.Between == 0 {
		t.Errorf("%d links without, %d with; %d statements", len(plain.Edges), len(between.Edges), plain.Facets.Between)
	}
}

func TestFacetsAroundACentre(t *testing.T) {
	v := sample()
	near, err := v.Graph(query.GraphOptions{Center: "goal:train-pilots", Hops: 1, Facets: true})
	if err != nil {
		t.Fatal(err)
	}
	if got := near.Facets.Kinds["Goal"]; got != 1 || sum(near.Facets.Kinds) != len(near.Nodes) {
		t.Errorf("%v of %q", near.Facets.Kinds, nodeIDs(near))
	}
}

func node(t *testing.T, d query.Drawing, iri string) query.GraphNode {
	t.Helper()
	i := slices.IndexFunc(d.Nodes, func(n query.GraphNode) bool { return n.IRI == iri })
	if i < 0 {
		t.Fatalf("no %s in %q", iri, nodeIDs(d))
	}
	return d.Nodes[i]
}

func sum(counts map[string]int) int {
	n := 0
	for v := range maps.Values(counts) {
		n += v
	}
	return n
}
