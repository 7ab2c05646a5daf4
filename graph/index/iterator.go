package index

import (
	"context"
	"fmt"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
)

// linkSet is the Cayley shape of the links with a node in one direction: those
// numbered in list or, where that is nil, count links from first on. Cayley
// compares shapes, hence pointers to them.
type linkSet struct {
	x            *Index
	direction    quad.Direction // quad.Any: all links
	node         Node
	list         []uint32
	first, count int
}

func (x *Index) linksOf(d quad.Direction, n Node) *linkSet {
	s := &linkSet{x: x, direction: d, node: n}
	switch d {
	case quad.Subject:
		if s.count = x.OutDegree(n); s.count > 0 {
			s.first = int(x.out[n])
		}
	case quad.Predicate:
		s.list = x.predicate.of(n)
	case quad.Object:
		s.list = x.in.of(n)
	case quad.Label:
		s.list = x.label.of(n)
	}
	return s
}

func (s *linkSet) size() int { return max(s.count, len(s.list)) }

func (s *linkSet) at(i int) linkRef {
	if s.list != nil {
		return linkRef(s.list[i])
	}
	return linkRef(s.first + i)
}

func (s *linkSet) has(ref cgraph.Ref) bool {
	r, ok := ref.(linkRef)
	if !ok || int(r) >= len(s.x.links) {
		return false
	}
	return s.direction == quad.Any || end(s.x.links[r], s.direction) == s.node
}

func (s *linkSet) String() string { return fmt.Sprintf("Links(%v %d)", s.direction, s.node) }

func (s *linkSet) Iterate() iterator.Scanner {
	at := -1
	return &cursor{name: s.String(), advance: func() (cgraph.Ref, bool) {
		if at++; at < s.size() {
			return s.at(at), true
		}
		return nil, false
	}}
}

func (s *linkSet) Lookup() iterator.Index { return &cursor{name: s.String(), has: s.has} }

func (s *linkSet) Stats(context.Context) (iterator.Costs, error) { return costs(s.size()), nil }

func (s *linkSet) Optimize(context.Context) (iterator.Shape, bool) { return s, false }

func (s *linkSet) SubIterators() []iterator.Shape { return nil }

// allNodes is the Cayley shape of all nodes.
type allNodes struct{ x *Index }

func (a allNodes) has(ref cgraph.Ref) bool {
	r, ok := ref.(nodeRef)
	return ok && a.x.used(Node(r))
}

func (a allNodes) String() string { return "AllNodes" }

func (a allNodes) Iterate() iterator.Scanner {
	n := None
	return &cursor{name: a.String(), advance: func() (cgraph.Ref, bool) {
		for n++; int(n) < len(a.x.values); n++ {
			if a.x.used(n) {
				return nodeRef(n), true
			}
		}
		return nil, false
	}}
}

func (a allNodes) Lookup() iterator.Index { return &cursor{name: a.String(), has: a.has} }

func (a allNodes) Stats(context.Context) (iterator.Costs, error) { return costs(a.x.nodes()), nil }

func (a allNodes) Optimize(context.Context) (iterator.Shape, bool) { return a, false }

func (a allNodes) SubIterators() []iterator.Shape { return nil }

func costs(size int) iterator.Costs {
	return iterator.Costs{ContainsCost: 1, NextCost: 1, Size: refs.Size{Value: int64(size), Exact: true}}
}

// cursor is a running iterator of either kind: advance is set for one that
// scans, has for one that looks up.
type cursor struct {
	name    string
	advance func() (cgraph.Ref, bool)
	has     func(cgraph.Ref) bool
	result  cgraph.Ref
	steps   int
	err     error
}

// checkEvery is how many steps a scan takes between looks at its deadline; the
// iterators above it look only at the results that come through to them.
const checkEvery = 1024

func (c *cursor) Next(ctx context.Context) bool {
	if c.steps++; c.steps%checkEvery == 0 && c.err == nil {
		c.err = ctx.Err()
	}
	if c.err != nil {
		return false
	}
	var ok bool
	c.result, ok = c.advance()
	return ok
}

func (c *cursor) Contains(_ context.Context, ref cgraph.Ref) bool {
	if !c.has(ref) {
		return false
	}
	c.result = ref
	return true
}

func (c *cursor) Result() cgraph.Ref               { return c.result }
func (c *cursor) NextPath(context.Context) bool    { return false }
func (c *cursor) TagResults(map[string]cgraph.Ref) {}
func (c *cursor) Err() error                       { return c.err }
func (c *cursor) Close() error                     { return nil }
func (c *cursor) String() string                   { return c.name }
