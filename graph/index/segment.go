package index

import (
	"cmp"
	"maps"
	"slices"
)

// segment is a sorted set of links with the postings of each side. An index
// has two: a large one, and a small one of what changed since that was made.
type segment struct {
	links []Link
	by    [sides]posting
}

// largeSegment indexes sorted links of most of the nodes.
func largeSegment(links []Link, nodes int) *segment {
	s := &segment{links: links}
	for by := range sides {
		s.by[by] = densePosting(links, nodes, by)
		if by == byPredicate || by == byLabel {
			s.by[by] = s.by[by].keyed()
		}
	}
	return s
}

// smallSegment indexes sorted links of few of the nodes.
func smallSegment(links []Link) *segment {
	s := &segment{links: links}
	for by := range sides {
		s.by[by] = sparsePosting(links, by)
	}
	return s
}

// run is the links of a segment that have a node on one side, in their order.
type run struct {
	*segment
	list     []uint32 // their places; nil for those from first on
	first, n uint32
}

func (s *segment) run(by side, n Node) run {
	from, to := s.by[by].of(n)
	r := run{segment: s, first: from, n: to - from}
	if s.by[by].list != nil {
		r.list = s.by[by].list[from:to]
	}
	return r
}

// whole is the run of all links.
func (s *segment) whole() run { return run{segment: s, n: uint32(len(s.links))} }

// place returns the place of the i-th link of a run in its segment.
func (r *run) place(i uint32) uint32 {
	if r.list != nil {
		return r.list[i]
	}
	return r.first + i
}

// out returns the run of a subject; its links are neighbours.
func (s *segment) out(n Node) run { return s.run(bySubject, n) }

// by narrows a run of a subject to a predicate.
func (r run) by(predicate Node) run {
	links := r.links[r.first : r.first+r.n]
	first, _ := slices.BinarySearchFunc(links, predicate, comparePredicate)
	last := first
	for last < len(links) && links[last].Predicate == predicate {
		last++
	}
	return run{segment: r.segment, first: r.first + uint32(first), n: uint32(last - first)}
}

func comparePredicate(l Link, predicate Node) int { return cmp.Compare(l.Predicate, predicate) }

// find returns the place of a link.
func (s *segment) find(l Link) (place uint32, found bool) {
	r := s.out(l.Subject)
	i, found := slices.BinarySearchFunc(s.links[r.first:r.first+r.n], l, compareLinks)
	return r.first + uint32(i), found
}

// gone are the links of a segment that hold no more. The zero value is of none.
type gone struct {
	places []uint64 // a bit each
	count  int
	of     [sides]map[Node]uint32 // how many, by node
}

func (g *gone) has(place uint32) bool {
	return g.count > 0 && g.places[place/64]&(1<<(place%64)) != 0
}

// clone copies what is gone of a segment, to be changed.
func (g *gone) clone(s *segment) gone {
	next := gone{places: make([]uint64, (len(s.links)+63)/64), count: g.count}
	copy(next.places, g.places)
	for by := range sides {
		if next.of[by] = maps.Clone(g.of[by]); next.of[by] == nil {
			next.of[by] = map[Node]uint32{}
		}
	}
	return next
}

// turn marks a link as gone, or as there again where it is.
func (g *gone) turn(l Link, place uint32) {
	change := 1
	if g.has(place) {
		change = -1
	}
	g.places[place/64] ^= 1 << (place % 64)
	g.count += change
	for by := range sides {
		g.of[by][l.at(by)] += uint32(change)
	}
}
