package query

import (
	"context"
	"math/bits"
	"slices"

	"mandate/graph/index"
)

// How long the links of a way are. By hops each is 1; by evidence one that n
// sentences prove is 1 + 1/n, counted in sixtieths and rounded down.
const (
	hopLength      = 1
	evidenceLength = 60
)

// work is what a search may still do: links that it looks at. It ends where the
// asker has given up, too.
type work struct {
	ctx  context.Context
	left int
	cut  bool // the search was ended before it was done
}

// checkEvery is how many links are looked at between looks at the context.
const checkEvery = 1024

// spend counts so many links more; false where the search is to end.
func (w *work) spend(links int) bool {
	if w.cut {
		return false
	}
	before := w.left / checkEvery
	w.left -= links
	if w.left <= 0 || w.left/checkEvery != before && w.ctx.Err() != nil {
		w.cut = true
	}
	return !w.cut
}

// pathSearch finds the shortest way between two nodes from both ends at once,
// ring by ring (Dijkstra's algorithm with buckets for queues; by hops that is
// breadth-first search).
type pathSearch struct {
	*walker
	start, goal index.Node
	root        []index.Node // nodes that lead up to the start and must not be passed again
	not         []index.Node // nodes that must not be the first after the start
	limit       int          // longest way to look for

	shortest int          // length of the shortest way known, beyond the limit where there is none
	meetings []index.Node // where the two sides met on a way of that length
}

// run returns the best of the shortest ways, at most as many as are asked for.
func (s *pathSearch) run(many int) []route {
	s.m.begin()
	s.shortest, s.meetings = s.limit+1, s.meetings[:0]
	from, to := &s.m.sides[atStart], &s.m.sides[atGoal]
	s.reach(atStart, s.start, 0)
	s.reach(atGoal, s.goal, 0)
	if s.start == s.v.x.Bound() {
		s.expand(atStart) // which no step leads to
	}
	for from.pending > 0 && to.pending > 0 && s.shortest > from.last+to.last+s.least()+1 {
		if s.links(from) <= s.links(to) {
			s.expand(atStart)
		} else {
			s.expand(atGoal)
		}
		if s.work.cut {
			return nil
		}
	}
	if s.shortest > s.limit {
		return nil
	}
	return s.best(many)
}

// links is how many links the next nodes of a side have.
func (s *pathSearch) links(from *side) int {
	r := &from.rings[from.next()]
	for ; r.summed < len(r.nodes); r.summed++ {
		if n := r.nodes[r.summed]; s.ways != nil {
			r.links += len(s.ways.of(n))
		} else {
			r.links += s.degree(n)
		}
	}
	return r.links
}

// expand walks on from the nearest nodes of a side.
func (s *pathSearch) expand(e end) {
	from := &s.m.sides[e]
	at := from.next()
	for _, n := range from.rings[at].nodes {
		from.pending--
		if d, _ := s.m.distance(e, n); d != at {
			continue // it was found to be nearer meanwhile
		}
		for _, st := range s.steps(n, e == atGoal) {
			if d, ok := s.m.distance(e, st.to); (!ok || d > at+s.least()) && s.mayGo(n, st.to, e == atGoal) {
				s.reach(e, st.to, at+s.length(st))
			}
		}
	}
	from.last = at
}

// reach notes a node at a distance from one side and whether that completes a
// way.
func (s *pathSearch) reach(e end, n index.Node, distance int) {
	if distance > s.limit {
		return
	}
	beyond, met, nearer := s.m.reach(e, n, distance)
	if !nearer {
		return
	}
	switch total := distance + beyond; {
	case !met || total > s.shortest || total > s.limit:
	case total < s.shortest:
		s.shortest, s.meetings = total, append(s.meetings[:0], n)
	default:
		s.meetings = append(s.meetings, n)
	}
}

func (s *pathSearch) degree(n index.Node) int { return s.v.x.OutDegree(n) + s.v.x.InDegree(n) }

// mayGo tells whether a way may lead from a node to one beside it, or, where they
// have twins, to or from one of these.
func (s *pathSearch) mayGo(n, to index.Node, backwards bool) bool {
	first, second := n, to
	if backwards {
		first, second = to, n
	}
	if len(s.root)+len(s.not) > 0 && (s.barred(to, nil) || first == s.start && s.barred(second, s.not)) {
		return false
	}
	return s.ways != nil || to == s.start || to == s.goal || s.passes(to)
}

// barred tells whether a node and all its twins lead up to the start or are in
// a list.
func (s *pathSearch) barred(n index.Node, list []index.Node) bool {
	is := func(n index.Node) bool { return slices.Contains(s.root, n) || slices.Contains(list, n) }
	if !is(n) && (s.ways == nil || s.ways.twins[n] == nil) {
		return false
	}
	if s.ways == nil {
		return true
	}
	return is(n) && !slices.ContainsFunc(s.ways.twins[n], func(twin index.Node) bool { return !is(twin) })
}

// least is the length of the shortest link that there can be.
func (s *pathSearch) least() int {
	if s.byEvidence {
		return evidenceLength
	}
	return hopLength
}

// length returns how long the link of a step is.
func (k *walker) length(st step) int {
	if !k.byEvidence {
		return hopLength
	}
	return evidenceLength + evidenceLength/max(1, len(k.evidence(k.link(st))))
}

// cost says how little a step tells: by its kind, and for a node that many links
// share, by how many do.
func (s *pathSearch) cost(st step) int {
	c := s.role(s.link(st).Predicate).cost()
	if st.to != s.goal && s.role(st.to) != statementNode {
		c += 2 * bits.Len(uint(s.degree(st.to)))
	}
	return c
}
