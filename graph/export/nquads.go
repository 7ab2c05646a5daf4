package export

import (
	"cmp"
	"io"
	"slices"

	"mandate/graph"
	"mandate/graph/index"

	"github.com/cayleygraph/quad"
)

// writeNQuads writes the lines sorted as bytes, one subject at a time. No term
// but itself starts with a term and a space, so sorting subjects and then the
// lines of each sorts all lines.
func writeNQuads(w io.Writer, x *index.Index, n graph.Namer) error {
	type subject struct {
		term string
		node index.Node
	}
	var subjects []subject
	for node := index.None + 1; x.Value(node) != nil; node++ {
		if x.OutDegree(node) > 0 {
			subjects = append(subjects, subject{n.Term(x.Value(node)), node})
		}
	}
	slices.SortFunc(subjects, func(a, b subject) int { return cmp.Compare(a.term, b.term) })
	var quads []quad.Quad
	for _, s := range subjects {
		quads = quads[:0]
		for l := range x.Out(s.node) {
			quads = append(quads, quad.Quad{
				Subject: x.Value(l.Subject), Predicate: x.Value(l.Predicate), Object: x.Value(l.Object), Label: x.Value(l.Label),
			})
		}
		if err := graph.WriteNQuads(w, n, slices.Values(quads)); err != nil {
			return err
		}
	}
	return nil
}
