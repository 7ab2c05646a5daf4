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
	c := chooser{pathSearch: s, many: many, rests: map[index.Node][]*rest{}}
	var out []route
	for _, first := range c.from(s.start, s.shortest) {
		r := route{length: s.shortest, cost: first.cost}
		for next := first; next != nil; next = next.then {
			r.steps = append(r.steps, next.step)
		}
		out = append(out, r)
	}
	if s.work.cut {
		return nil
	}
	return out
}

// traceBack notes all nodes on shortest ways from the start to a meeting.
func (s *pathSearch) traceBack() {
	from := &s.m.sides[0]
	var todo []index.Node
	for _, n := range s.meetings {
		if d, _ := s.m.distance(from, n); s.total(n) == s.shortest && d <= s.shortest && s.m.trace(n) {
			todo = append(todo, n)
		}
	}
	for len(todo) > 0 {
		n := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		at, _ := s.m.distance(from, n)
		for st := range s.onward(n, true) {
			d, ok := s.m.distance(from, st.to)
			if ok && d+s.length(st.link) == at && s.m.trace(st.to) {
				todo = append(todo, st.to)
			}
		}
	}
}

// total is the length of the shortest way through a node that both sides know.
func (s *pathSearch) total(n index.Node) int {
	a, _ := s.m.distance(&s.m.sides[0], n)
	b, _ := s.m.distance(&s.m.sides[1], n)
	return a + b
}

// chooser finds the best ways from each node on shortest ways to the goal.
type chooser struct {
	*pathSearch
	many  int
	rests map[index.Node][]*rest
}

// rest is a way from a node to the goal.
type rest struct {
	step  step
	then  *rest // nil at the goal
	place int   // of then among the ways from its node
	cost  int   // of all steps
}

// from returns the best ways from a node that is so far from the goal, in
// order; none where the node is a dead end.
func (c *chooser) from(n index.Node, left int) []*rest {
	if known, ok := c.rests[n]; ok {
		return known
	}
	var best []*rest
	for _, st := range c.tight(n, left) {
		own := c.cost(st)
		if st.to == c.goal {
			best = c.insert(best, rest{step: st, cost: own})
			continue
		}
		for i, then := range c.from(st.to, left-c.length(st.link)) {
			best = c.insert(best, rest{st, then, i, own + then.cost})
		}
	}
	c.rests[n] = best
	return best
}

// tight returns the steps from a node that lie on shortest ways, of those to
// the same node the most telling alone.
func (c *chooser) tight(n index.Node, left int) []step {
	var steps []step
	for st := range c.onward(n, false) {
		if c.leads(st.to, left-c.length(st.link)) {
			steps = append(steps, st)
		}
	}
	slices.SortFunc(steps, func(a, b step) int {
		if a.to == b.to {
			return c.compareSteps(a, b)
		}
		return cmp.Compare(a.to, b.to)
	})
	return slices.CompactFunc(steps, func(a, b step) bool { return a.to == b.to })
}

// insert keeps the best ways in order.
func (c *chooser) insert(best []*rest, r rest) []*rest {
	if len(best) == c.many && c.compare(&r, best[len(best)-1]) > 0 {
		return best
	}
	at, _ := slices.BinarySearchFunc(best, &r, c.compare)
	best = slices.Insert(best, at, &r)
	return best[:min(len(best), c.many)]
}

func (c *chooser) compare(a, b *rest) int {
	if a.cost != b.cost {
		return a.cost - b.cost
	}
	return cmp.Or(c.compareSteps(a.step, b.step), a.place-b.place)
}

// leads tells whether a node lies on a shortest way, at that distance from the
// goal: on the part that the start's side has walked, or on the goal's.
func (c *chooser) leads(n index.Node, left int) bool {
	if n == c.goal {
		return left == 0
	}
	if d, ok := c.m.distance(&c.m.sides[1], n); ok && d == left {
		return true
	}
	d, ok := c.m.distance(&c.m.sides[0], n)
	return ok && d == c.shortest-left && c.m.isTraced(n)
}

// compareRoutes orders routes by length, cost, and what comes first on the way.
func (k *walker) compareRoutes(a, b route) int {
	return cmp.Or(a.length-b.length, a.cost-b.cost, slices.CompareFunc(a.steps, b.steps, k.compareSteps))
}

// compareSteps orders steps from the same node, whatever their numbers:
// statements by document and place in the text, other nodes by name.
func (k *walker) compareSteps(a, b step) int {
	x := k.v.x
	if a.to != b.to {
		if k.role(a.to) == statementNode && k.role(b.to) == statementNode {
			if c := k.compareStatements(a, b); c != 0 {
				return c
			}
		}
		return cmp.Compare(k.v.name(a.to), k.v.name(b.to))
	}
	return cmp.Or(
		cmp.Compare(k.role(a.link.Predicate).cost(), k.role(b.link.Predicate).cost()),
		cmp.Compare(x.IRI(a.link.Predicate), x.IRI(b.link.Predicate)),
		compareBool(a.reversed, b.reversed),
		cmp.Compare(x.IRI(a.link.Label), x.IRI(b.link.Label)),
	)
}

func (k *walker) compareStatements(a, b step) int {
	if a.link.Label != b.link.Label {
		return cmp.Compare(k.v.x.IRI(a.link.Label), k.v.x.IRI(b.link.Label))
	}
	s, ok := k.v.x.StatementAt(a.to)
	t, ok2 := k.v.x.StatementAt(b.to)
	if !ok || !ok2 {
		return 0
	}
	return compareByPlace(s, t)
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
