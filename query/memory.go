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
	marks  []mark
	sides  [2]side
	traced []uint32
	steps  []step // of the node that a walker looks at

	junctions []junction
	numbers   []number // of nodes among the junctions
	onward    []onward
}

// number is one that was written in a round.
type number struct{ round, at uint32 }

// end is one of the two that a search sets out from.
type end int

const (
	atStart end = iota
	atGoal
)

func (e end) other() end { return 1 - e }

// side is the half of a search that sets out from one end.
type side struct {
	rings   []ring // nodes to walk on from, by their distance
	last    int    // all nodes up to this distance have been walked on from
	pending int    // nodes that have not
}

// mark holds the distances of a node from both ends, in the round that it was
// written in.
type mark struct {
	round uint32
	from  [2]uint16
}

// unreached is the distance of a node that an end has not come to.
const unreached = 1<<16 - 1

// ring holds the nodes of one distance.
type ring struct {
	nodes  []index.Node
	links  int // at the first so many of them
	summed int
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

// distance returns how far a node is from an end; false where that is not
// known.
func (m *memory) distance(e end, n index.Node) (int, bool) {
	if int(n) >= len(m.marks) || m.marks[n].round != m.round {
		return 0, false
	}
	d := m.marks[n].from[e]
	return int(d), d != unreached
}

// reach notes that a node is that far from an end, unless it is known to be as
// near, and returns how far it is from the other one, if that is known.
func (m *memory) reach(e end, n index.Node, distance int) (beyond int, met, nearer bool) {
	m.marks = grown(m.marks, n)
	at := &m.marks[n]
	if at.round != m.round {
		*at = mark{m.round, [2]uint16{unreached, unreached}}
	}
	if int(at.from[e]) <= distance {
		return 0, false, false
	}
	at.from[e] = uint16(distance)
	s := &m.sides[e]
	for len(s.rings) <= distance {
		s.rings = append(s.rings, ring{})
	}
	r := &s.rings[distance]
	r.nodes = append(r.nodes, n)
	s.pending++
	other := at.from[e.other()]
	return int(other), other != unreached, true
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

// junction returns what was noted of a node in this round.
func (m *memory) junction(n index.Node) (junction, bool) {
	if int(n) >= len(m.numbers) || m.numbers[n].round != m.round {
		return junction{}, false
	}
	return m.junctions[m.numbers[n].at], true
}

func (m *memory) putJunction(n index.Node, j junction) {
	m.numbers = grown(m.numbers, n)
	m.numbers[n] = number{m.round, uint32(len(m.junctions))}
	m.junctions = append(m.junctions, j)
}

// grown makes room for node n, and for others to come.
func grown[T any](list []T, n index.Node) []T {
	if int(n) < len(list) {
		return list
	}
	return append(list, make([]T, int(n)+1-len(list)+len(list)/2)...)
}
