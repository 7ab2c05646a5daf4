package query

import (
	"context"
	"math/bits"
	"slices"

	"mandate/graph"
	"mandate/graph/index"
)

// step is a link as a path walks it.
type step struct {
	to        index.Node
	predicate index.Node
	reversed  bool // from the object to the subject
	cost      int
}

// trail is a path in the making: its steps and what they cost. Among paths of
// equal length the cheaper one says more.
type trail struct {
	start index.Node
	steps []step
	cost  int
}

// pathSearch looks for the shortest trails between two nodes. It measures the
// distance to the target ring by ring, as far as the length that it is looking
// for needs, and then walks from the start only where the target stays within
// reach.
type pathSearch struct {
	ctx          context.Context
	v            *View
	start, goal  index.Node
	predicates   []index.Node       // the links to walk, the most telling first
	distance     map[index.Node]int // to the goal, of all nodes within radius
	ring         []index.Node       // nodes at radius
	radius       int
	steps        map[index.Node][]step // memo
	work         int                   // links that may still be looked at
	cut          bool                  // something was left out for want of work
	collected    []trail               // of the length under search
	current      trail
	onTrail      map[index.Node]bool
	lengthWanted int
}

func newPathSearch(ctx context.Context, v *View, start, goal index.Node) *pathSearch {
	s := &pathSearch{
		ctx: ctx, v: v, start: start, goal: goal, work: pathWork,
		distance: map[index.Node]int{goal: 0},
		ring:     []index.Node{goal},
		steps:    map[index.Node][]step{},
		onTrail:  map[index.Node]bool{},
	}
	// In the order of how much a shared node of the kind says.
	for _, predicate := range []string{graph.PredAttribute, graph.PredInvolves, graph.PredRecipient,
		graph.PredServes, graph.PredConcerns, graph.PredReferences} {
		if n, ok := v.x.NodeOf(predicate); ok {
			s.predicates = append(s.predicates, n)
		}
	}
	return s
}

// rank says how much a link of the predicate tells, from 0; -1 for links that
// are not walked.
func (s *pathSearch) rank(predicate index.Node) int { return slices.Index(s.predicates, predicate) }

// shortest returns up to K trails, by length, then cost.
func (s *pathSearch) shortest(o PathOptions) ([]trail, error) {
	var found []trail
	for length := 1; length <= o.MaxHops && len(found) < o.K && !s.cut; length++ {
		s.widen(length - 1)
		if !s.within(length) {
			if len(s.ring) == 0 {
				break
			}
			continue
		}
		s.collected, s.lengthWanted = nil, length
		s.current = trail{start: s.start}
		s.walk(s.start)
		slices.SortStableFunc(s.collected, s.compare)
		found = append(found, s.collected[:min(len(s.collected), o.K-len(found))]...)
	}
	return found, s.ctx.Err()
}

// within tells whether a way of at most that length can lead to the goal.
func (s *pathSearch) within(length int) bool {
	return slices.ContainsFunc(s.cheapestFirst(s.start), func(st step) bool {
		d, near := s.distance[st.to]
		return near && d < length
	})
}

// widen measures distances up to the radius.
func (s *pathSearch) widen(radius int) {
	for s.radius < radius && len(s.ring) > 0 && s.spend() {
		var next []index.Node
		for _, n := range s.ring {
			for _, st := range s.links(n) {
				if _, seen := s.distance[st.to]; !seen && s.station(st.to) {
					s.distance[st.to] = s.radius + 1
					next = append(next, st.to)
				}
			}
			if !s.spend() {
				return
			}
		}
		s.ring = next
		s.radius++
	}
}

// walk extends the current trail from n by every step that keeps the goal
// within reach, and collects those that arrive at exactly the length wanted.
func (s *pathSearch) walk(n index.Node) {
	left := s.lengthWanted - len(s.current.steps)
	s.onTrail[n] = true
	defer delete(s.onTrail, n)
	for _, st := range s.cheapestFirst(n) {
		if len(s.collected) >= pathCandidates {
			s.cut = true
			return
		}
		if !s.spend() {
			return
		}
		switch {
		case st.to == s.goal && left == 1:
			t := s.current
			t.steps = append(slices.Clone(t.steps), st)
			s.collected = append(s.collected, trail{t.start, t.steps, t.cost + st.cost})
		case st.to == s.goal, left == 1, s.onTrail[st.to]:
		default:
			if d, near := s.distance[st.to]; near && d <= left-1 {
				s.push(st)
				s.walk(st.to)
				s.pop(st)
			}
		}
	}
}

func (s *pathSearch) push(st step) {
	s.current.steps = append(s.current.steps, st)
	s.current.cost += st.cost
}

func (s *pathSearch) pop(st step) {
	s.current.steps = s.current.steps[:len(s.current.steps)-1]
	s.current.cost -= st.cost
}

// spend takes one from the work left; false when it is used up or the caller
// has given up.
func (s *pathSearch) spend() bool {
	s.work--
	if s.work <= 0 || s.ctx.Err() != nil {
		s.cut = true
	}
	return !s.cut
}

// station tells whether a path may pass through a node.
func (s *pathSearch) station(n index.Node) bool {
	switch graph.Scheme(s.v.x.IRI(n)) {
	case graph.SchemeStatement, graph.SchemePrinciple, graph.SchemeGoal, graph.SchemeTopic, graph.SchemeInstrument:
		return true
	case graph.SchemeActor:
		return s.v.x.IRI(n) != graph.ActorIRI(graph.Unassigned)
	}
	return false
}

// cheapestFirst returns the steps from n, the most telling first, each
// neighbour once.
func (s *pathSearch) cheapestFirst(n index.Node) []step {
	if steps, ok := s.steps[n]; ok {
		return steps
	}
	best := map[index.Node]int{} // place in steps
	var steps []step
	for _, st := range s.links(n) {
		st.cost = s.cost(st)
		i, seen := best[st.to]
		switch {
		case !seen:
			best[st.to] = len(steps)
			steps = append(steps, st)
		case st.cost < steps[i].cost:
			steps[i] = st
		}
	}
	slices.SortStableFunc(steps, func(a, b step) int { return a.cost - b.cost })
	s.steps[n] = steps
	return steps
}

// links returns all steps from n. Only statements are subjects of the
// predicates that paths walk.
func (s *pathSearch) links(n index.Node) []step {
	var out []step
	for l := range s.v.x.Out(n) {
		s.work--
		if s.rank(l.Predicate) >= 0 {
			out = append(out, step{to: l.Object, predicate: l.Predicate})
		}
	}
	for l := range s.v.x.In(n) {
		s.work--
		if s.rank(l.Predicate) >= 0 {
			out = append(out, step{to: l.Subject, predicate: l.Predicate, reversed: true})
		}
	}
	return out
}

// cost says how little a step tells: by its kind, and for a station that many
// statements share, by how many do.
func (s *pathSearch) cost(st step) int {
	c := s.rank(st.predicate)
	if !st.reversed && st.to != s.goal {
		c += 2 * bits.Len(uint(s.v.x.InDegree(st.to)))
	}
	return c
}
