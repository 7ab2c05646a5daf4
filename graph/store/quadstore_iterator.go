package store

import (
	"context"

	"mandate/graph/index"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/quad"
)

// liveShape is a Cayley shape of nodes or quads that is made from the view of
// the moment whenever an iterator of it starts.
type liveShape struct {
	l     *live
	nodes bool                               // else quads
	open  func(*index.Index) iterator.Shape  // the shape in a view
	has   func(*index.Index, quad.Quad) bool // tells whether a view has a quad of another one
}

func (s *liveShape) now() (*index.Index, iterator.Shape) {
	x := s.l.store.View()
	return x, s.open(x)
}

func (s *liveShape) String() string {
	_, in := s.now()
	return in.String()
}

func (s *liveShape) Iterate() iterator.Scanner {
	x, in := s.now()
	return &liveScanner{Scanner: in.Iterate(), wrap: s.wrap(x)}
}

func (s *liveShape) Lookup() iterator.Index {
	x, in := s.now()
	return &liveLookup{Index: in.Lookup(), s: s, view: x}
}

func (s *liveShape) Stats(ctx context.Context) (iterator.Costs, error) {
	_, in := s.now()
	return in.Stats(ctx)
}

func (s *liveShape) Optimize(context.Context) (iterator.Shape, bool) { return s, false }

func (s *liveShape) SubIterators() []iterator.Shape { return nil }

// wrap makes references of a view ones of the store.
func (s *liveShape) wrap(x *index.Index) func(cgraph.Ref) cgraph.Ref {
	return func(ref cgraph.Ref) cgraph.Ref {
		switch {
		case ref == nil:
			return nil
		case s.nodes:
			return nodeRef{x, ref}
		}
		return quadRef{x, ref}
	}
}

// liveScanner runs through one view.
type liveScanner struct {
	iterator.Scanner
	wrap func(cgraph.Ref) cgraph.Ref
}

func (it *liveScanner) Result() cgraph.Ref { return it.wrap(it.Scanner.Result()) }

// liveLookup looks references of any view up in one.
type liveLookup struct {
	iterator.Index
	s      *liveShape
	view   *index.Index
	result cgraph.Ref
}

func (it *liveLookup) Contains(ctx context.Context, ref cgraph.Ref) bool {
	var found bool
	switch r, isQuad := ref.(quadRef); {
	case it.s.nodes:
		n := it.s.l.nodeIn(it.view, ref)
		found = n != nil && it.Index.Contains(ctx, n)
	case !isQuad:
	case r.view == it.view:
		found = it.Index.Contains(ctx, r.ref)
	default:
		found = it.s.has(it.view, r.quad())
	}
	if found {
		it.result = ref
	}
	return found
}

func (it *liveLookup) Result() cgraph.Ref { return it.result }
