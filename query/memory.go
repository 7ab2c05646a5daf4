package query

import (
	"sync"

	"mandate/graph/index"
)

// memory is what searches write on: arrays by the number of a node, which are
// as large as the graph. It is lent from one search to the next, and nothing in
// it need be wiped in between: what an earlier round wrote does not count.
type memory struct {
	roles  []role // of the nodes of one index
	round  uint32
	sides  [2]side // from the start, from the goal
	traced []uint32
}

// side is the half of a search that sets out from one end.
type side struct {
	marks   []mark
	rings   []ring // nodes to walk on from, by their distance
	last    int    // all nodes up to this distance have been walked on from
	pending int    // nodes that have not
}

// mark is the distance of a node, in the round that it was written in.
type mark struct{ round, distance uint32 }

// ring holds the nodes of one distance.
type ring struct {
	nodes []index.Node
	links int // at all of them together
}

// memories lends memory to the searches on one view.
type memories struct{ pool sync.Pool }

func (p *memories) borrow() *memory {
	if m, ok := p.pool.Get().(*memory); ok {
		return m
	}
	return &memory{}
}

func (p *memories) giveBack(m *memory) { p.pool.Put(m) }

// begin starts a new round.
func (m *memory) begin() {
	m.round++
	if m.round == 0 { // after four billion rounds, old ones would count again
		*m = memory{roles: m.roles, round: 1}
	}
	for i := range m.sides {
		s := &m.sides[i]
		for d := range s.rings {
			s.rings[d] = ring{nodes: s.rings[d].nodes[:0]}
		}
		s.last, s.pending = -1, 0
	}
}

// distance returns how far a node is from the end of a side; false where that
// is not known.
func (m *memory) distance(s *side, n index.Node) (int, bool) {
	if int(n) >= len(s.marks) || s.marks[n].round != m.round {
		return 0, false
	}
	return int(s.marks[n].distance), true
}

// reach notes that a node with so many links is that far from the end of a
// side, unless it is known to be as near.
func (m *memory) reach(s *side, n index.Node, distance, links int) bool {
	s.marks = grown(s.marks, n)
	if old, ok := m.distance(s, n); ok && old <= distance {
		return false
	}
	s.marks[n] = mark{m.round, uint32(distance)}
	for len(s.rings) <= distance {
		s.rings = append(s.rings, ring{})
	}
	r := &s.rings[distance]
	r.nodes, r.links = append(r.nodes, n), r.links+links
	s.pending++
	return true
}

// next returns the distance of the nearest nodes to walk on from.
func (s *side) next() int {
	d := s.last + 1
	for len(s.rings[d].nodes) == 0 {
		d++
	}
	return d
}

// trace notes that a node lies on a way; false where it is noted already.
func (m *memory) trace(n index.Node) bool {
	m.traced = grown(m.traced, n)
	if m.traced[n] == m.round {
		return false
	}
	m.traced[n] = m.round
	return true
}

func (m *memory) isTraced(n index.Node) bool { return int(n) < len(m.traced) && m.traced[n] == m.round }

// grown makes room for node n, and for others to come.
func grown[T any](list []T, n index.Node) []T {
	if int(n) < len(list) {
		return list
	}
	return append(list, make([]T, int(n)+1-len(list)+len(list)/2)...)
}
