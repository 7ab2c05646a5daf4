package graph_test

import (
	"strings"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"

	"github.com/cayleygraph/quad"
)

func TestVerify(t *testing.T) {
	harbour := graphtest.Harbour()
	change := func(predicate, old, new string) func(quad.Quad) quad.Quad {
		return func(q quad.Quad) quad.Quad {
			if s, ok := q.Object.(quad.String); ok && q.Predicate == quad.IRI(predicate) {
				q.Object = quad.String(strings.Replace(string(s), old, new, 1))
			}
			return q
		}
	}
	for name, c := range map[string]struct {
		spoil  func(quad.Quad) quad.Quad
		faults int
		says   string
	}{
		"whole":         {func(q quad.Quad) quad.Quad { return q }, 0, ""},
		"another hash":  {change(graph.PredSHA256, harbour.Document.SHA256, "00"), 1, "not the one that was read"},
		"a byte":        {change(graph.PredText, "keys", "kegs"), 3, "is not what stands at code points"},
		"another quote": {change(graph.PredExact, "café", "hotel"), 1, "sailors of every nation"},
		"a quote gone":  {change(graph.PredExact, "It will build a café for sailors of every nation.", ""), 1, `the quote ""`},
		"cut short":     {change(graph.PredText, harbour.Document.Text[40:], ""), 1, "from its quads"},
	} {
		var quads []quad.Quad
		for _, q := range graph.Quads(harbour) {
			quads = append(quads, c.spoil(q))
		}
		statements, faults := graph.Verify(harbour.Document.ID, quads)
		all := ""
		for _, f := range faults {
			all += f.What + "\n"
		}
		if len(faults) != c.faults || !strings.Contains(all, c.says) {
			t.Errorf("%s: %d faults, want %d, one that says %q:\n%s", name, len(faults), c.faults, c.says, all)
		}
		if name != "cut short" && statements != len(harbour.Statements) {
			t.Errorf("%s: %d statements", name, statements)
		}
	}
	if n, faults := graph.Verify("imported", nil); n != 0 || faults != nil {
		t.Errorf("no document: %d, %v", n, faults)
	}
}
