package query

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"mandate/graph"
	"mandate/graph/index"
)

// NearOptions bound a neighbourhood. Zero fields take the default.
type NearOptions struct {
	Walk
	Hops  int // links from the centre at most, 12 at most; default 2
	Limit int // nodes to return; default 100
	Work  int // links that may be looked at; default 5,000,000
	Shown int // statements to return with a link, at most 100; default 3
}

// Near is a node near to another, and the link that leads there from a node
// that is nearer by one, the most telling of those that do.
type Near struct {
	index.Entity
	Distance int // in links
	Via      Hop
}

// Neighbourhood is all that is within so many links of a node.
type Neighbourhood struct {
	Center index.Entity
	Nodes  []Near // the nearest first, then by label
	Total  int    // before they were cut to the limit
	// Complete tells that all nodes were found. It is false where the search was
	// cut off at the most work that it may do.
	Complete bool
	Work     int // links that were looked at
}

const (
	defaultNear     = 100
	defaultNearHops = 2
	maxNear         = 5000
)

func (o *NearOptions) check() error {
	o.Hops, o.Limit, o.Work = cmp.Or(o.Hops, defaultNearHops), cmp.Or(o.Limit, defaultNear), cmp.Or(o.Work, defaultWork)
	o.Shown = cmp.Or(o.Shown, defaultShown)
	if o.Shown < 1 || o.Shown > maxShown {
		return fmt.Errorf("%w: 1 to %d statements can be shown with a link", ErrParameter, maxShown)
	}
	if o.Hops < 1 || o.Hops > maxHops || o.Limit < 1 || o.Limit > maxNear || o.Work < 1 {
		return fmt.Errorf("%w: hops must be 1 to %d, limit 1 to %d", ErrParameter, maxHops, maxNear)
	}
	return nil
}

// Neighbourhood finds all nodes within so many links of one, given as Paths
// takes it. Statements are passed on the way and count as a node between two
// links, but are listed only where Walk.Kinds names them.
func (v *View) Neighbourhood(ctx context.Context, center string, o NearOptions) (Neighbourhood, error) {
	if err := o.check(); err != nil {
		return Neighbourhood{}, err
	}
	c, err := v.end(center)
	if err != nil {
		return Neighbourhood{}, err
	}
	m := v.memories.borrow()
	defer v.memories.giveBack(m)
	w := &work{ctx: ctx, left: o.Work}
	k, err := v.newWalker(o.Walk, m, w)
	if err != nil {
		return Neighbourhood{}, err
	}
	reached := k.spread(c.Node, o.Hops)
	if err := ctx.Err(); err != nil {
		return Neighbourhood{}, err
	}
	n := Neighbourhood{Center: c, Complete: !w.cut, Work: o.Work - w.left}
	reached = slices.DeleteFunc(reached, func(r arrival) bool { return !k.lists(r.to) })
	n.Total = len(reached)
	for _, r := range k.nearest(reached, o.Limit) {
		n.Nodes = append(n.Nodes, Near{Entity: v.Describe(r.to), Distance: r.distance, Via: k.hop(r.from, r.step, o.Shown)})
	}
	return n, nil
}

// arrival is a node that was reached, and how.
type arrival struct {
	step
	from     index.Node
	distance int
}

// spread walks from the centre, ring by ring.
func (k *walker) spread(center index.Node, hops int) []arrival {
	at := map[index.Node]int{center: -1} // place in all
	ring, all := []index.Node{center}, []arrival(nil)
	for distance := 1; distance <= hops && len(ring) > 0 && !k.work.cut; distance++ {
		slices.SortFunc(ring, func(a, b index.Node) int { return cmp.Compare(k.v.name(a), k.v.name(b)) })
		first := len(all)
		for _, n := range ring {
			for _, st := range k.steps(n, false) {
				i, known := at[st.to]
				switch {
				case !known && k.passes(st.to):
					at[st.to] = len(all)
					all = append(all, arrival{st, n, distance})
				case known && i >= first && k.tellsMore(n, st, all[i]):
					all[i] = arrival{st, n, distance}
				}
			}
		}
		ring = ring[:0]
		for _, r := range all[first:] {
			ring = append(ring, r.to)
		}
	}
	return all
}

// tellsMore tells whether a step says more than the one that its end was
// reached by. Of steps from different nodes that say as much, the first stays.
func (k *walker) tellsMore(from index.Node, st step, than arrival) bool {
	a, b := k.role(k.link(st).Predicate).cost(), k.role(k.link(than.step).Predicate).cost()
	return a < b || a == b && from == than.from && k.compareSteps(st, than.step) < 0
}

// lists tells whether a node is shown.
func (k *walker) lists(n index.Node) bool {
	return k.role(n) != statementNode || slices.Contains(k.kinds, graph.ClassStatement)
}

// nearest returns the nearest nodes, by label among equals.
func (k *walker) nearest(all []arrival, limit int) []arrival {
	slices.SortFunc(all, func(a, b arrival) int {
		if a.distance != b.distance {
			return a.distance - b.distance
		}
		return cmp.Or(cmp.Compare(k.v.Describe(a.to).Label, k.v.Describe(b.to).Label), cmp.Compare(k.v.name(a.to), k.v.name(b.to)))
	})
	return all[:min(len(all), limit)]
}
