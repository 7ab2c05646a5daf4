package graph_test

import (
	"slices"
	"strings"
	"testing"

	"mandate/graph"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
)

func TestWriteNQuads(t *testing.T) {
	doc := quad.IRI("doc:d")
	quads := []quad.Quad{
		{Subject: quad.IRI("stmt:1"), Predicate: quad.IRI("aim"), Object: quad.String("say \"no\"\nand \\ go"), Label: doc},
		{Subject: quad.IRI("doc:d"), Predicate: quad.IRI("oa:start"), Object: quad.Int(7), Label: doc},
		{Subject: quad.IRI("http://other.example/a b"), Predicate: quad.IRI("rdf:type"), Object: quad.IRI("Actor")},
	}
	want := `<http://other.example/a\u0020b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:mandate:Actor> .
<urn:mandate:doc:d> <http://www.w3.org/ns/oa#start> "7"^^<http://www.w3.org/2001/XMLSchema#integer> <urn:mandate:doc:d> .
<urn:mandate:stmt:1> <urn:mandate:aim> "say \"no\"\nand \\ go" <urn:mandate:doc:d> .
`
	for _, order := range [][]int{{0, 1, 2}, {2, 1, 0}} {
		var in []quad.Quad
		for _, i := range order {
			in = append(in, quads[i])
		}
		var out strings.Builder
		if err := graph.WriteNQuads(&out, graph.Namer{}, slices.Values(in)); err != nil {
			t.Fatal(err)
		}
		if out.String() != want {
			t.Errorf("order %v:\n%s\nwant\n%s", order, out.String(), want)
		}
	}
	reader := nquads.NewReader(strings.NewReader(want), false)
	for range quads {
		if _, err := reader.ReadQuad(); err != nil {
			t.Errorf("what was written is not read: %v", err)
		}
	}
}
