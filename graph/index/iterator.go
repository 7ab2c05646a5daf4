package index

import (
	"context"
	"fmt"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/refs"
)

// linkSet is the Cayley shape of the links with a node on one side, or of all
// links: those of the large segment, then those of the small one, in their
// order. Cayley compares shapes, hence pointers to them.
type linkSet struct {
	x            *Index
	all          bool
	by           side
	node         Node
	base, recent run
	size         int
}

func (x *Index) linksOf(by side, n Node) *linkSet {
	return &linkSet{x: x, by: by, node: n, base: x.base.run(by, n), recent: x.recent.run(by, n), size: x.degree(by, n)}
}

func (x *Index) allLinks() *linkSet {
	return &linkSet{x: x, all: true, base: x.base.whole(), recent: x.recent.whole(), size: x.Size()}
}

func (s *linkSet) has(ref cgraph.Ref) bool {
	r, ok := ref.(linkRef)
	if !ok {
		return false
	}
	l, ok := s.x.link(uint32(r))
	return ok && (s.all || l.at(s.by) == s.node)
}

func (s *linkSet) String() string {
	if s.all {
		return "AllLinks"
	}
	return fmt.Sprintf("Links(%d %d)", s.by, s.node)
}

func (s *linkSet) Iterate() iterator.Scanner {
	i := uint32(0)
	return &cursor{name: s.String, advance: func() (cgraph.Ref, bool) {
		for ; i < s.base.n; i++ {
			if place := s.base.place(i); !s.x.gone.has(place) {
				i++
				return linkRef(place), true
			}
		}
		if j := i - s.base.n; j < s.recent.n {
			i++
			return linkRef(uint32(len(s.x.base.links)) + s.recent.place(j)), true
		}
		return nil, false
	}}
}

func (s *linkSet) Lookup() iterator.Index { return &cursor{name: s.String, has: s.has} }

func (s *linkSet) Stats(context.Context) (iterator.Costs, error) { return costs(s.size), nil }

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
	return &cursor{name: a.String, advance: func() (cgraph.Ref, bool) {
		for n++; int(n) < a.x.values.len(); n++ {
			if a.x.used(n) {
				return nodeRef(n), true
			}
		}
		return nil, false
	}}
}

func (a allNodes) Lookup() iterator.Index { return &cursor{name: a.String, has: a.has} }

func (a allNodes) Stats(context.Context) (iterator.Costs, error) { return costs(a.x.nodes()), nil }

func (a allNodes) Optimize(context.Context) (iterator.Shape, bool) { return a, false }

func (a allNodes) SubIterators() []iterator.Shape { return nil }

func costs(size int) iterator.Costs {
	return iterator.Costs{ContainsCost: 1, NextCost: 1, Size: refs.Size{Value: int64(size), Exact: true}}
}

// cursor is a running iterator of either kind: advance is set for one that
// scans, has for one that looks up.
type cursor struct {
	name    func() string
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
	if c.steps%checkEvery == 0 && c.err == nil {
		c.err = ctx.Err() // at the first step too: a walk may make very many short scans
	}
	c.steps++
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
func (c *cursor) String() string                   { return c.name() }
