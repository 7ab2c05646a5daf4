package store

import (
	"context"
	"iter"

	"mandate/graph"
	"mandate/graph/index"

	"github.com/cayleygraph/quad"
)

// Imported counts what an import did.
type Imported struct {
	Quads int // that came, each once
	New   int // of them, that were not there
}

// Import adds quads of any label, in any order and number, in one transaction:
// all of them are stored, or none where their source or the store fails. Quads
// without a label belong to graph.ImportedDocument. Quads that come twice or
// are there already are no error. Until they are written, they are held by the
// numbers of their values.
func (s *Store) Import(ctx context.Context, quads iter.Seq2[quad.Quad, error]) (Imported, error) {
	incoming := index.NewBuilder()
	for q, err := range quads {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return Imported{}, err
		}
		if q.Label == nil {
			q.Label = quad.IRI(graph.DocIRI(graph.ImportedDocument))
		}
		incoming.Add(q)
	}
	distinct := incoming.Index()
	n := Imported{Quads: distinct.Size()}
	err := s.commit(ctx, func(x state) (c index.Change, err error) {
		for q := range distinct.Quads() {
			if !x.Contains(q) {
				c.Add = append(c.Add, q)
			}
		}
		n.New = len(c.Add)
		return overlaid(x, c), nil
	})
	if err != nil {
		return Imported{}, err
	}
	return n, nil
}
