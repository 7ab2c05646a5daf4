package wire_test

import (
	"encoding/json"
	"strings"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/index"
	"mandate/query"
	"mandate/query/wire"
)

// What has nothing to say has empty lists, not null, so that programs need not
// look first; and offsets cut the stored text.
func TestShapes(t *testing.T) {
	bare := graphtest.New("bare", "Bare").Actor("Owls", graph.Collective).
		Say("Owls — née Eulen — hoot.", graph.Statement{Actor: "owls", Force: graph.Stance, Aim: "hoot"}).
		Say("Mice should hide.", graph.Statement{Actor: graph.Unassigned, Force: graph.Recommendation, Deontic: "should", Aim: "hide"}).
		Reading()
	v := query.On(index.Build(graph.Quads(bare)))
	r, ok := v.Index().Reading("bare")
	if !ok {
		t.Fatal("the document is not in the index")
	}
	owls, err := v.Resolve("Owls")
	if err != nil {
		t.Fatal(err)
	}
	matrix, err := v.Responsibilities([]query.Axis{query.Actors}, []query.Axis{query.Goals}, "")
	if err != nil {
		t.Fatal(err)
	}
	drawing, err := v.Graph(query.GraphOptions{Facets: true})
	if err != nil {
		t.Fatal(err)
	}
	paths, err := v.Paths(t.Context(), "Owls", "doc:bare", query.PathOptions{MaxHops: 1})
	if err != nil {
		t.Fatal(err)
	}
	near, err := v.Neighbourhood(t.Context(), "Owls", query.NearOptions{Walk: query.Walk{Kinds: []string{"Statement"}}})
	if err != nil || len(near.Nodes) == 0 {
		t.Fatal(near, err)
	}
	full := wire.FullDocumentOf(v, r)
	for name, shape := range map[string]any{
		"document": full, "detail": wire.DetailOf(v, owls, 20, 5), "matrix": wire.MatrixOf(matrix, 10), "graph": wire.GraphOf(v, drawing),
		"paths": wire.PathsOf(v, paths), "neighbourhood": wire.NeighbourhoodOf(v, near), "suggestion": wire.SuggestionOf(owls), "item": wire.ItemOf(query.Item{Entity: owls}),
		"list": wire.NewList(nil, 0, "", wire.SuggestionOf),
	} {
		text, err := json.Marshal(shape)
		if err != nil || strings.Contains(string(text), "null") {
			t.Errorf("%s: %s, %v", name, text, err)
		}
	}
	for _, s := range full.Statements {
		if got := full.Text[s.Start:s.End]; got != s.Sentence {
			t.Errorf("bytes %d to %d are %q, want %q", s.Start, s.End, got, s.Sentence)
		}
		if got := string([]rune(full.Text)[s.CharStart:s.CharEnd]); got != s.Sentence {
			t.Errorf("code points %d to %d are %q, want %q", s.CharStart, s.CharEnd, got, s.Sentence)
		}
	}
	if full.Counts.Gaps != 1 || full.Statements[1].Actor != (wire.Party{ID: "unassigned", Label: "unassigned", Kind: "Gap"}) {
		t.Errorf("the gap is shown as %+v", full.Statements[1].Actor)
	}
}
