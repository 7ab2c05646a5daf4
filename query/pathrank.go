package query

import (
	"slices"

	"mandate/graph/index"
)

// ranking finds the shortest simple ways between two nodes one after the other:
// Yen's algorithm, with Lawler's shortcut that a variant of a variant parts from
// it no earlier than that one did.
type ranking struct {
	pathSearch
	from    index.Node
	o       PathOptions
	found   []route // the best so far, in order
	seen    []route // those, and such as have too many hops
	waiting []route // variants of them, in order
}

// routes returns the best routes, K at most.
func (r *ranking) routes() []route {
	if r.apart {
		return nil
	}
	r.limit = r.longest()
	for _, way := range r.find(nil, r.o.K) {
		r.take(way)
	}
	for i, way := range r.seen {
		for j := range way.steps {
			if !slices.ContainsFunc(r.seen[:i], func(before route) bool { return begins(before, way.steps[:j]) }) {
				r.vary(way.steps[:j])
			}
		}
	}
	for len(r.waiting) > 0 && len(r.found) < r.o.K {
		best := r.waiting[0]
		r.waiting = r.waiting[1:]
		r.take(best)
		for i := best.parted; i < len(best.steps); i++ {
			r.vary(best.steps[:i])
		}
	}
	return r.found
}

// take notes the next best route.
func (r *ranking) take(way route) {
	r.seen = append(r.seen, way)
	if len(way.steps) <= r.o.MaxHops && len(r.found) < r.o.K {
		r.found = append(r.found, way)
	}
}

// longest is the length of a way of as many hops as are allowed.
func (r *ranking) longest() int {
	if r.byEvidence {
		return 2 * evidenceLength * r.o.MaxHops
	}
	return hopLength * r.o.MaxHops
}

// worthwhile is the length beyond which a variant would not be among those that
// are still wanted.
func (r *ranking) worthwhile(wanted int) int {
	for _, w := range r.waiting {
		if len(w.steps) <= r.o.MaxHops {
			wanted--
		}
		if wanted == 0 {
			return w.length
		}
	}
	return r.longest()
}

// vary looks for the best way that begins with the steps and then parts from
// all ways seen.
func (r *ranking) vary(begin []step) {
	if r.work.cut || len(r.found) == r.o.K {
		return
	}
	r.limit = r.worthwhile(r.o.K - len(r.found))
	for _, way := range r.find(begin, 1) {
		way.parted = len(begin)
		at, _ := slices.BinarySearchFunc(r.waiting, way, r.compareRoutes)
		r.waiting = slices.Insert(r.waiting, at, way)
	}
}

// find looks for the best ways that begin with the steps.
func (r *ranking) find(begin []step, many int) []route {
	r.start, r.root, r.not = r.from, r.root[:0], r.not[:0]
	length, cost := 0, 0
	for _, st := range begin {
		r.root, r.start = append(r.root, r.start), st.to
		length, cost = length+r.length(st), cost+r.cost(st)
	}
	for _, known := range r.seen {
		if begins(known, begin) {
			r.not = append(r.not, known.steps[len(begin)].to)
		}
	}
	r.limit -= length
	ways := r.runFromTwin(many)
	for i := range ways {
		ways[i].steps = slices.Concat(begin, ways[i].steps)
		ways[i].length, ways[i].cost = ways[i].length+length, ways[i].cost+cost
	}
	return ways
}

// runFromTwin is run for a start that may have twins. Steps that lead to these
// may lead to it, so it sets out from a node beside all others that has the
// steps of the start.
func (r *ranking) runFromTwin(many int) []route {
	if r.ways == nil || !r.ways.isTwin(r.start) {
		return r.run(many)
	}
	r.double = r.start
	r.root, r.start = append(r.root, r.start), r.v.x.Bound()
	return r.run(many)
}

// begins tells whether a route begins at the nodes of the steps.
func begins(r route, steps []step) bool {
	return len(r.steps) > len(steps) &&
		slices.EqualFunc(r.steps[:len(steps)], steps, func(x, y step) bool { return x.to == y.to })
}
