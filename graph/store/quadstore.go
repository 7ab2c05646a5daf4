package store

import (
	"context"
	"fmt"
	"time"

	"mandate/graph/index"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
)

// QuadStore returns the open store as one of Cayley's: every reading starts on
// the view of that moment, and what is written goes through to the durable
// quads, each call one transaction. Writing ends with the context. Queries are
// better run on View().QuadStore(), one state from their start to their end.
func (s *Store) QuadStore(ctx context.Context) cgraph.QuadStore { return &live{ctx, s} }

// live is the Cayley quad store over the present view.
type live struct {
	ctx   context.Context
	store *Store
}

// nodeRef and quadRef are references into the view that they were got from.
// Views number nodes and quads as they like, so what tells two references apart
// is the value, and in another view they are looked up by it.
type nodeRef struct {
	view *index.Index
	ref  cgraph.Ref
}

type quadRef struct {
	view *index.Index
	ref  cgraph.Ref
}

func (r nodeRef) value() quad.Value {
	v, _ := r.view.QuadStore().NameOf(r.ref) // a reference of that view
	return v
}

func (r quadRef) quad() quad.Quad {
	q, _ := r.view.QuadStore().Quad(r.ref)
	return q
}

func (r nodeRef) Key() any {
	v := r.value()
	if t, ok := v.(quad.Time); ok { // equal times may differ in how they are held
		return time.Time(t).UnixNano()
	}
	return v
}

func (r quadRef) Key() any { return r.quad().NQuad() }

func (l *live) ValueOf(v quad.Value) (cgraph.Ref, error) { return wrapNode(l.store.View(), v) }

func wrapNode(x *index.Index, v quad.Value) (cgraph.Ref, error) {
	r, err := x.QuadStore().ValueOf(v)
	if r == nil || err != nil {
		return nil, err
	}
	return nodeRef{x, r}, nil
}

func (l *live) NameOf(ref cgraph.Ref) (quad.Value, error) {
	switch r := ref.(type) {
	case nil:
		return nil, nil
	case nodeRef:
		return r.value(), nil
	case refs.PreFetchedValue:
		return r.NameOf(), nil
	}
	return nil, fmt.Errorf("reference of another store: %T", ref)
}

// nodeIn returns the reference that a view itself has for a node, nil where the
// view does not know it.
func (l *live) nodeIn(x *index.Index, ref cgraph.Ref) cgraph.Ref {
	if r, ok := ref.(nodeRef); ok && r.view == x {
		return r.ref
	}
	v, err := l.NameOf(ref)
	if v == nil || err != nil {
		return nil
	}
	r, _ := x.QuadStore().ValueOf(v)
	return r
}

func (l *live) Quad(ref cgraph.Ref) (quad.Quad, error) {
	r, ok := ref.(quadRef)
	if !ok {
		return quad.Quad{}, nil
	}
	return r.view.QuadStore().Quad(r.ref)
}

func (l *live) QuadDirection(ref cgraph.Ref, d quad.Direction) (cgraph.Ref, error) {
	r, ok := ref.(quadRef)
	if !ok {
		return nil, nil
	}
	n, err := r.view.QuadStore().QuadDirection(r.ref, d)
	if n == nil || err != nil {
		return nil, err
	}
	return nodeRef{r.view, n}, nil
}

func (l *live) QuadIterator(d quad.Direction, ref cgraph.Ref) iterator.Shape {
	return &liveShape{l: l, open: func(x *index.Index) iterator.Shape {
		return x.QuadStore().QuadIterator(d, l.nodeIn(x, ref))
	}, has: func(x *index.Index, q quad.Quad) bool {
		v, err := l.NameOf(ref)
		return err == nil && v != nil && q.Get(d) == v && x.Contains(q)
	}}
}

func (l *live) QuadIteratorSize(ctx context.Context, d quad.Direction, ref cgraph.Ref) (refs.Size, error) {
	x := l.store.View()
	return x.QuadStore().QuadIteratorSize(ctx, d, l.nodeIn(x, ref))
}

func (l *live) NodesAllIterator() iterator.Shape {
	return &liveShape{l: l, nodes: true, open: func(x *index.Index) iterator.Shape {
		return x.QuadStore().NodesAllIterator()
	}}
}

func (l *live) QuadsAllIterator() iterator.Shape {
	return &liveShape{l: l, open: func(x *index.Index) iterator.Shape {
		return x.QuadStore().QuadsAllIterator()
	}, has: (*index.Index).Contains}
}

func (l *live) Stats(ctx context.Context, exact bool) (cgraph.Stats, error) {
	return l.store.View().QuadStore().Stats(ctx, exact)
}

// OptimizeShape does what the index does for its own queries.
func (l *live) OptimizeShape(ctx context.Context, s shape.Shape) (shape.Shape, bool) {
	if o, ok := l.store.View().QuadStore().(shape.Optimizer); ok {
		return o.OptimizeShape(ctx, s)
	}
	return s, false
}

// ApplyDeltas writes changes in their order, all or none of them.
func (l *live) ApplyDeltas(deltas []cgraph.Delta, opts cgraph.IgnoreOpts) error {
	return l.store.applyDeltas(l.ctx, deltas, opts)
}

// NewQuadWriter starts a load: each batch is one transaction, and quads that are
// there already are passed over.
func (l *live) NewQuadWriter() (quad.WriteCloser, error) { return loader{l}, nil }

// Close does nothing: the store stays open.
func (l *live) Close() error { return nil }

// loader writes batches of quads.
type loader struct{ l *live }

func (w loader) WriteQuad(q quad.Quad) error {
	_, err := w.WriteQuads([]quad.Quad{q})
	return err
}

func (w loader) WriteQuads(quads []quad.Quad) (int, error) {
	if err := w.l.store.WriteQuads(w.l.ctx, nil, quads); err != nil {
		return 0, err
	}
	return len(quads), nil
}

func (loader) Close() error { return nil }
