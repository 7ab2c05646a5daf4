package query

import (
	"cmp"
	"slices"

	"mandate/graph/index"
)

// route is a way as searches find it.
type route struct {
	steps  []step
	length int
	cost   int // of routes of equal length the cheaper one says more
	parted int // steps that it has in common with the route that it is a variant of
}

// node returns the node after i steps from the start.
func (r route) node(start index.Node, i int) index.Node {
	if i == 0 {
		return start
	}
	return r.steps[i-1].to
}

// best returns the best of all shortest ways, which lead through the meetings:
// the cheapest first, equally cheap ones in the order of what comes first on
// the way; at most as many as are asked for.
func (s *pathSearch) best(many int) []route {
	s.traceBack()
	c := chooser{pathSearch: s, many: many}
	c.m.junctions, c.m.onward = c.m.junctions[:0], c.m.onward[:0]
	c.next = c.junction(s.start, s.shortest).cheapest
	for c.next < noWay && len(c.found) < many && !s.work.cut {
		c.budget, c.next = c.next, noWay
		c.walk(s.start, s.shortest, c.budget, nil)
	}
	if s.work.cut {
		return nil
	}
	return c.found
}

// traceBack notes all nodes on shortest ways from the start to a meeting.
func (s *pathSearch) traceBack() {
	var todo []index.Node
	for _, n := range s.meetings {
		if d, _ := s.m.distance(atStart, n); s.total(n) == s.shortest && d <= s.shortest && s.m.trace(n) {
			todo = append(todo, n)
		}
	}
	for len(todo) > 0 {
		n := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		at, _ := s.m.distance(atStart, n)
		for _, st := range s.steps(n, true) {
			d, ok := s.m.distance(atStart, st.to)
			if ok && d+s.length(st) == at && s.mayGo(n, st.to, true) && s.m.trace(st.to) {
				todo = append(todo, st.to)
			}
		}
	}
}

// total is the length of the shortest way through a node that both sides know.
func (s *pathSearch) total(n index.Node) int {
	a, _ := s.m.distance(atStart, n)
	b, _ := s.m.distance(atGoal, n)
	return a + b
}

// chooser finds the best of the shortest ways, by what the ways on from each
// node on one of them cost at least.
type chooser struct {
	*pathSearch
	many   int
	found  []route
	budget int // what the ways that are looked for cost
	next   int // what the next cheapest cost
}

// junction is a node on shortest ways. The steps on from it are a stretch of
// memory.onward.
type junction struct {
	first, last int
	cheapest    int // of the ways on from there, noWay where it is a dead end
}

// onward is a step on from a junction.
type onward struct {
	step
	cost     int
	cheapest int // of the ways that begin with it
}

// noWay is more than any way costs.
const noWay = 1 << 40

// junction returns what is known of a node that is so far from the goal, and
// finds it out where that is the first time.
func (c *chooser) junction(n index.Node, left int) junction {
	if n == c.goal {
		return junction{}
	}
	if j, ok := c.m.junction(n); ok {
		return j
	}
	j := junction{first: len(c.m.onward), cheapest: noWay}
	c.tight(n, left)
	j.last = len(c.m.onward)
	for i := j.first; i < j.last; i++ {
		o := c.m.onward[i]
		o.cost = c.cost(o.step)
		o.cheapest = o.cost + c.junction(o.to, left-c.length(o.step)).cheapest
		j.cheapest = min(j.cheapest, o.cheapest)
		c.m.onward[i] = o
	}
	c.m.putJunction(n, j)
	return j
}

// tight notes the steps from a node that lie on shortest ways, of those to the
// same node the most telling alone.
func (c *chooser) tight(n index.Node, left int) {
	first := len(c.m.onward)
	for _, st := range c.steps(n, false) {
		if c.leads(st.to, left-c.length(st)) && c.mayGo(n, st.to, false) {
			c.m.onward = append(c.m.onward, onward{step: st})
		}
	}
	if c.ways != nil { // which have one step to each node
		c.addTwins(n, first)
		return
	}
	own := c.m.onward[first:]
	slices.SortFunc(own, func(a, b onward) int {
		if a.to == b.to {
			return c.compareSteps(a.step, b.step)
		}
		return cmp.Compare(a.to, b.to)
	})
	own = slices.CompactFunc(own, func(a, b onward) bool { return a.to == b.to })
	c.m.onward = c.m.onward[:first+len(own)]
}

// addTwins gives the steps to the first of several twins to the others too, as
// many as ways are asked for, in their order.
func (c *chooser) addTwins(n index.Node, first int) {
	for i := len(c.m.onward) - 1; i >= first; i-- {
		twins := c.ways.twins[c.m.onward[i].to]
		if twins == nil {
			continue
		}
		added := 0
		for _, twin := range twins {
			if added < c.many && !c.isBarred(n, twin) {
				c.m.onward = append(c.m.onward, onward{step: step{twin, stepTo(c.ways.of(twin), n).place}})
				added++
			}
		}
		c.m.onward = slices.Delete(c.m.onward, i, i+1)
	}
}

// isBarred tells whether a way may not lead to just this node.
func (c *chooser) isBarred(from, n index.Node) bool {
	return slices.Contains(c.root, n) || from == c.start && slices.Contains(c.not, n)
}

// walk finds the ways on from a node that cost just what is left of the budget,
// in their order.
func (c *chooser) walk(n index.Node, left, budget int, trail []step) {
	if n == c.goal && budget > 0 {
		return // a way that cost less was found before
	}
	if n == c.goal {
		c.found = append(c.found, route{steps: slices.Clone(trail), length: c.shortest, cost: c.budget})
		return
	}
	for _, o := range c.affordable(c.junction(n, left), budget) {
		if len(c.found) == c.many {
			return
		}
		c.walk(o.to, left-c.length(o.step), budget-o.cost, append(trail, o.step))
	}
}

// affordable returns the steps from a junction that ways of the budget may begin
// with, in order. One whose cheapest way costs just that does begin one, so of
// these no more are returned than ways are wanted.
func (c *chooser) affordable(j junction, budget int) []onward {
	var just, below []onward
	for _, o := range c.m.onward[j.first:j.last] {
		switch {
		case o.cheapest == budget:
			just = c.insert(just, o)
		case o.cheapest < budget:
			below = append(below, o)
		default:
			c.next = min(c.next, c.budget-budget+o.cheapest)
		}
	}
	for _, o := range below {
		at, _ := slices.BinarySearchFunc(just, o, c.compareOnward)
		just = slices.Insert(just, at, o)
	}
	return just
}

// insert keeps the first steps in order, as many as ways are wanted.
func (c *chooser) insert(first []onward, o onward) []onward {
	wanted := c.many - len(c.found)
	if len(first) == wanted && c.compareOnward(o, first[wanted-1]) > 0 {
		return first
	}
	at, _ := slices.BinarySearchFunc(first, o, c.compareOnward)
	first = slices.Insert(first, at, o)
	return first[:min(len(first), wanted)]
}

func (c *chooser) compareOnward(a, b onward) int { return c.compareSteps(a.step, b.step) }

// leads tells whether a node lies on a shortest way, at that distance from the
// goal: on the part that the start's side has walked, or on the goal's.
func (c *chooser) leads(n index.Node, left int) bool {
	if n == c.goal {
		return left == 0
	}
	if d, ok := c.m.distance(atGoal, n); ok && d == left {
		return true
	}
	d, ok := c.m.distance(atStart, n)
	return ok && d == c.shortest-left && c.m.isTraced(n)
}

// compareRoutes orders routes by length, cost, and what comes first on the way.
func (k *walker) compareRoutes(a, b route) int {
	return cmp.Or(a.length-b.length, a.cost-b.cost, slices.CompareFunc(a.steps, b.steps, k.compareSteps))
}

// compareSteps orders steps from the same node, whatever their numbers:
// statements by document and place in the text, other nodes by name.
func (k *walker) compareSteps(a, b step) int {
	if a.to != b.to {
		if k.role(a.to) == statementNode && k.role(b.to) == statementNode {
			if c := k.v.compareStatements(a.to, b.to); c != 0 {
				return c
			}
		}
		return cmp.Compare(k.v.name(a.to), k.v.name(b.to))
	}
	return k.v.compareLinks(k.link(a), k.link(b), a.to, k.role)
}

// name is what a node of any kind is known by.
func (v *View) name(n index.Node) string {
	if iri := v.x.IRI(n); iri != "" {
		return iri
	}
	if value := v.x.Value(n); value != nil {
		return value.String()
	}
	return ""
}
