package index

import (
	"context"
	"errors"
	"fmt"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
)

// ErrReadOnly is returned for writes to the QuadStore of an index.
var ErrReadOnly = errors.New("an index is a read-only view: write through the store")

// QuadStore returns the index as a read-only Cayley store with exact sizes for
// the planner, for Gizmo and Cayley's path package. As the index never changes,
// sessions on it need no lock and see one state to their end.
func (x *Index) QuadStore() cgraph.QuadStore {
	return quadStore{x}
}

// quadStore implements cgraph.QuadStore over an index. Cayley's references to
// nodes are nodeRef, those to quads linkRef.
type quadStore struct{ x *Index }

var _ refs.BatchNamer = quadStore{}

type nodeRef Node

func (r nodeRef) Key() any { return r }

// linkRef is the place of a link, see Index.link.
type linkRef uint32

func (r linkRef) Key() any { return r }

func (x *Index) countNodes() int {
	count := 0
	for n := None + 1; int(n) < x.values.len(); n++ {
		if x.used(n) {
			count++
		}
	}
	return count
}

// used tells whether a quad has the node; values of documents that are gone
// keep their numbers.
func (x *Index) used(n Node) bool {
	return x.degree(bySubject, n) > 0 || x.degree(byObject, n) > 0 || x.degree(byPredicate, n) > 0 || x.degree(byLabel, n) > 0
}

func (qs quadStore) ValueOf(v quad.Value) (cgraph.Ref, error) {
	if n, ok := qs.x.Node(v); ok && qs.x.used(n) {
		return nodeRef(n), nil
	}
	return nil, nil
}

func (qs quadStore) NameOf(ref cgraph.Ref) (quad.Value, error) {
	switch r := ref.(type) {
	case nil:
		return nil, nil
	case refs.PreFetchedValue:
		return r.NameOf(), nil
	case nodeRef:
		return qs.x.Value(Node(r)), nil
	}
	return nil, fmt.Errorf("reference of another store: %T", ref)
}

func (qs quadStore) ValuesOf(_ context.Context, list []cgraph.Ref) ([]quad.Value, error) {
	out := make([]quad.Value, len(list))
	for i, ref := range list {
		var err error
		if out[i], err = qs.NameOf(ref); err != nil {
			return out, err
		}
	}
	return out, nil
}

func (qs quadStore) RefsOf(_ context.Context, values []quad.Value) ([]cgraph.Ref, error) {
	out := make([]cgraph.Ref, len(values))
	for i, v := range values {
		out[i], _ = qs.ValueOf(v)
	}
	return out, nil
}

func (qs quadStore) Quad(ref cgraph.Ref) (quad.Quad, error) {
	if r, ok := ref.(linkRef); ok {
		if l, ok := qs.x.link(uint32(r)); ok {
			return qs.x.quad(l), nil
		}
	}
	return quad.Quad{}, nil
}

func (qs quadStore) QuadDirection(ref cgraph.Ref, d quad.Direction) (cgraph.Ref, error) {
	r, ok := ref.(linkRef)
	if !ok {
		return nil, nil
	}
	by, ok := sideOf(d)
	if !ok {
		return nil, nil
	}
	l, ok := qs.x.link(uint32(r))
	if n := l.at(by); ok && n != None {
		return nodeRef(n), nil
	}
	return nil, nil
}

// sideOf is the side of links that Cayley calls a direction.
func sideOf(d quad.Direction) (side, bool) {
	switch d {
	case quad.Subject:
		return bySubject, true
	case quad.Predicate:
		return byPredicate, true
	case quad.Object:
		return byObject, true
	case quad.Label:
		return byLabel, true
	}
	return 0, false
}

func (qs quadStore) QuadIterator(d quad.Direction, ref cgraph.Ref) iterator.Shape {
	r, ok := ref.(nodeRef)
	by, ok2 := sideOf(d)
	if !ok || !ok2 {
		return iterator.NewNull()
	}
	s := qs.x.linksOf(by, Node(r))
	if s.size == 0 {
		return iterator.NewNull()
	}
	return s
}

func (qs quadStore) QuadIteratorSize(_ context.Context, d quad.Direction, ref cgraph.Ref) (refs.Size, error) {
	r, ok := ref.(nodeRef)
	by, ok2 := sideOf(d)
	if !ok || !ok2 {
		return refs.Size{Exact: true}, nil
	}
	return refs.Size{Value: int64(qs.x.degree(by, Node(r))), Exact: true}, nil
}

func (qs quadStore) Stats(context.Context, bool) (cgraph.Stats, error) {
	return cgraph.Stats{
		Nodes: refs.Size{Value: int64(qs.x.nodes()), Exact: true},
		Quads: refs.Size{Value: int64(qs.x.Size()), Exact: true},
	}, nil
}

func (qs quadStore) NodesAllIterator() iterator.Shape { return allNodes(qs) }

func (qs quadStore) QuadsAllIterator() iterator.Shape {
	return qs.x.allLinks()
}

func (qs quadStore) ApplyDeltas([]cgraph.Delta, cgraph.IgnoreOpts) error { return ErrReadOnly }

func (qs quadStore) NewQuadWriter() (quad.WriteCloser, error) { return nil, ErrReadOnly }

func (qs quadStore) Close() error { return nil }
