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

// linkRef is a position in Index.links.
type linkRef uint32

func (r linkRef) Key() any { return r }

func (x *Index) countNodes() int {
	count := 0
	for n := None + 1; int(n) < len(x.values); n++ {
		if x.used(n) {
			count++
		}
	}
	return count
}

// used tells whether a quad has the node; values of documents that are gone
// keep their numbers.
func (x *Index) used(n Node) bool {
	return x.OutDegree(n) > 0 || x.InDegree(n) > 0 || len(x.predicate.of(n)) > 0 || len(x.label.of(n)) > 0
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
	r, ok := ref.(linkRef)
	if !ok || int(r) >= len(qs.x.links) {
		return quad.Quad{}, nil
	}
	return qs.x.quad(qs.x.links[r]), nil
}

func (qs quadStore) QuadDirection(ref cgraph.Ref, d quad.Direction) (cgraph.Ref, error) {
	r, ok := ref.(linkRef)
	if !ok || int(r) >= len(qs.x.links) {
		return nil, nil
	}
	if n := end(qs.x.links[r], d); n != None {
		return nodeRef(n), nil
	}
	return nil, nil
}

// end returns the node that a link has in a direction.
func end(l Link, d quad.Direction) Node {
	switch d {
	case quad.Subject:
		return l.Subject
	case quad.Predicate:
		return l.Predicate
	case quad.Object:
		return l.Object
	case quad.Label:
		return l.Label
	}
	return None
}

func (qs quadStore) QuadIterator(d quad.Direction, ref cgraph.Ref) iterator.Shape {
	r, ok := ref.(nodeRef)
	if !ok {
		return iterator.NewNull()
	}
	s := qs.x.linksOf(d, Node(r))
	if s.size() == 0 {
		return iterator.NewNull()
	}
	return s
}

func (qs quadStore) QuadIteratorSize(_ context.Context, d quad.Direction, ref cgraph.Ref) (refs.Size, error) {
	r, ok := ref.(nodeRef)
	if !ok {
		return refs.Size{Exact: true}, nil
	}
	return refs.Size{Value: int64(qs.x.linksOf(d, Node(r)).size()), Exact: true}, nil
}

func (qs quadStore) Stats(context.Context, bool) (cgraph.Stats, error) {
	return cgraph.Stats{
		Nodes: refs.Size{Value: int64(qs.x.nodes()), Exact: true},
		Quads: refs.Size{Value: int64(len(qs.x.links)), Exact: true},
	}, nil
}

func (qs quadStore) NodesAllIterator() iterator.Shape { return allNodes(qs) }

func (qs quadStore) QuadsAllIterator() iterator.Shape {
	return &linkSet{x: qs.x, count: len(qs.x.links)}
}

func (qs quadStore) ApplyDeltas([]cgraph.Delta, cgraph.IgnoreOpts) error { return ErrReadOnly }

func (qs quadStore) NewQuadWriter() (quad.WriteCloser, error) { return nil, ErrReadOnly }

func (qs quadStore) Close() error { return nil }
