package index_test

import (
	"slices"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/index"
)

// What the links tell of a statement is what decoding its document tells.
func TestOutlinesAreOfTheStatements(t *testing.T) {
	x := index.Build(quadsOf(append(graphtest.Sample(), graphtest.Paper("p", 30))...))
	x = x.Apply(x.Replacing("p", graph.Quads(graphtest.Paper("p", 25))))
	for _, doc := range []string{"", "lantern-charter", "p", "none"} {
		outlined, document, at := 0, "", 0
		for o := range x.Outlines(doc) {
			outlined++
			s, ok := x.StatementAt(o.Node)
			if !ok || s.Reading.Document.ID != o.Document || doc != "" && o.Document != doc {
				t.Fatalf("%s: outline of %s in %s", doc, x.IRI(o.Node), o.Document)
			}
			if x.IRI(o.Actor) != graph.ActorIRI(s.Actor) || o.Force != s.Force || o.Polarity != s.Polarity ||
				!sameNodes(o.Serves, s.Serves) || !sameNodes(o.Topics, s.Topics) || !sameNodes(o.References, s.References) ||
				!sameNodes(o.Involves, actorNodes(x, s.Involves)) || !sameNodes(o.Recipients, actorNodes(x, s.Recipients)) {
				t.Errorf("outline %+v of %+v", o, s)
			}
			if o.Document == document && s.Evidence.Sentence < at {
				t.Errorf("%s comes after sentence %d", x.IRI(o.Node), at)
			}
			document, at = o.Document, s.Evidence.Sentence
		}
		want := 0
		for s := range x.Statements() {
			if doc == "" || s.Reading.Document.ID == doc {
				want++
			}
		}
		if outlined != want {
			t.Errorf("%q: %d outlines, want %d", doc, outlined, want)
		}
	}
}

func actorNodes(x *index.Index, ids []string) []index.Node {
	var out []index.Node
	for _, id := range ids {
		n, _ := x.NodeOf(graph.ActorIRI(id))
		out = append(out, n)
	}
	return out
}

func sameNodes(a, b []index.Node) bool {
	sorted := func(nodes []index.Node) []index.Node { return slices.Compact(slices.Sorted(slices.Values(nodes))) }
	return slices.Equal(sorted(a), sorted(b))
}
