package query

import (
	"cmp"
	"hash/maphash"
	"slices"
	"sync"
	"sync/atomic"

	"mandate/graph/index"
)

// step is a link as a search walks it from one of its ends: to the other, by
// the link at that place in the index.
type step struct {
	to    index.Node
	place uint32
}

// ways are what a walk without filters may walk, laid out for searches: for each
// node its steps, one for each node beside it, of several links the most
// telling.
//
// Nodes that no path leads through are folded away: from such a dead end, such
// as an actor of a single statement, there is the one step that leads towards
// the rest, and none to it. Statements that name the same nodes in the same
// parts, as those of a text and its copies do, are twins: steps lead to the first
// of them alone.
type ways struct {
	start  []uint32 // the steps of node n are steps[start[n]:start[n+1]]
	steps  []step
	folded []bool                      // dead ends
	down   []uint32                    // of dead ends, the place of the link that leads there
	twins  map[index.Node][]index.Node // of the first, all of them by document and text order
	later  map[index.Node]bool         // twins that are not the first
	region []index.Node                // nodes with a path between them have the same
}

// isTwin tells whether a node is a statement that has twins.
func (w *ways) isTwin(n index.Node) bool { return w.twins[n] != nil || w.later[n] }

// stepTo returns that of the steps of a node, which are in order, which leads to
// one beside it.
func stepTo(steps []step, beside index.Node) step {
	i, _ := slices.BinarySearchFunc(steps, beside, func(st step, n index.Node) int { return cmp.Compare(st.to, n) })
	return steps[i]
}

// of returns the steps from a node.
func (w *ways) of(n index.Node) []step {
	if int(n)+1 >= len(w.start) {
		return nil
	}
	return w.steps[w.start[n]:w.start[n+1]]
}

// descent is a step into a dead end, which is taken where the end of a search
// lies in it.
type descent struct {
	from index.Node
	step
}

// descents returns the steps that lead to a node from where paths go through,
// at most so many.
func (w *ways) descents(n index.Node, most int) []descent {
	var out []descent
	for ; len(out) < most && int(n) < len(w.folded) && w.folded[n]; n = out[len(out)-1].from {
		up := w.of(n)
		if len(up) == 0 {
			break
		}
		out = append(out, descent{up[0].to, step{n, w.down[n]}})
	}
	return out
}

// wayfinder makes the ways of a view when searches ask for them, beside the
// searches: until they are there, these walk the links of the index.
type wayfinder struct {
	asked atomic.Int32
	once  sync.Once
	ways  atomic.Pointer[ways]
}

// find returns the ways if they are there. A program that searches once does not
// make them.
func (f *wayfinder) find(v *View) *ways {
	if w := f.ways.Load(); w != nil {
		return w
	}
	if f.asked.Add(1) == 2 {
		go f.make(v)
	}
	return nil
}

func (f *wayfinder) make(v *View) { f.once.Do(func() { f.ways.Store(v.makeWays()) }) }

// PrepareSearches makes what searches for paths are faster with, and returns
// when it is there. It is made beside the searches after the first one, too.
func (v *View) PrepareSearches() { v.wayfinder.make(v) }

// makeWays goes through all links: once to count, once to note the steps, and
// then folds dead ends.
func (v *View) makeWays() *ways {
	d := wayDraft{v: v, roles: v.roles()}
	d.layOut()
	for n := range d.v.x.Bound() {
		d.note(n)
	}
	d.fold()
	d.pair()
	return d.finish()
}

// roles returns the roles of all nodes.
func (v *View) roles() []role {
	roles := make([]role, v.x.Bound())
	for n := range roles {
		roles[n] = v.schemeRole(index.Node(n))
	}
	for iri, r := range vocabulary() {
		if n, ok := v.x.NodeOf(iri); ok {
			roles[n] = r
		}
	}
	return roles
}

// wayDraft is the making of ways. The steps of a node have room from start on
// and count of them are there.
type wayDraft struct {
	v            *View
	roles        []role
	start, count []uint32
	steps        []step
	folded       []bool
	up           []step   // of folded nodes
	down         []uint32 // places of the links to them
	twins        map[index.Node][]index.Node
	later        map[index.Node]bool
}

// leads tells whether a link is walked and both its ends are passed.
func (d *wayDraft) leads(l index.Link) bool {
	passes := func(n index.Node) bool { return d.roles[n] == stationNode || d.roles[n] == statementNode }
	return d.roles[l.Predicate].walked() && passes(l.Subject) && passes(l.Object) && l.Subject != l.Object
}

// layOut makes room for all steps.
func (d *wayDraft) layOut() {
	d.start, d.count = make([]uint32, len(d.roles)+1), make([]uint32, len(d.roles))
	for n := range d.v.x.Bound() {
		for _, l := range d.v.x.OutPlaces(n) {
			if d.leads(l) {
				d.start[l.Subject+1]++
				d.start[l.Object+1]++
			}
		}
	}
	for n := 1; n < len(d.start); n++ {
		d.start[n] += d.start[n-1]
	}
	d.steps = make([]step, d.start[len(d.start)-1])
}

// note adds the steps that lead to a node to the nodes they come from. As nodes
// come in order, the steps of each are in order too.
func (d *wayDraft) note(to index.Node) {
	add := func(from index.Node, place uint32) {
		first, n := d.start[from], d.count[from]
		if n > 0 && d.steps[first+n-1].to == to {
			if last := &d.steps[first+n-1]; d.compare(to, place, last.place) < 0 {
				last.place = place
			}
			return
		}
		d.steps[first+n] = step{to, place}
		d.count[from]++
	}
	for place, l := range d.v.x.OutPlaces(to) {
		if d.leads(l) {
			add(l.Object, place)
		}
	}
	for place, l := range d.v.x.InPlaces(to) {
		if d.leads(l) {
			add(l.Subject, place)
		}
	}
}

// compare orders links between the same two nodes, the most telling first.
func (d *wayDraft) compare(to index.Node, a, b uint32) int {
	return d.v.compareLinks(d.v.x.LinkAt(a), d.v.x.LinkAt(b), to, func(n index.Node) role { return d.roles[n] })
}

// compareLinks orders links that lead from one node to another.
func (v *View) compareLinks(a, b index.Link, to index.Node, roleOf func(index.Node) role) int {
	order := 0
	if a.Predicate != b.Predicate {
		order = cmp.Or(cmp.Compare(roleOf(a.Predicate).cost(), roleOf(b.Predicate).cost()), cmp.Compare(v.x.IRI(a.Predicate), v.x.IRI(b.Predicate)))
	}
	if order == 0 {
		order = compareBool(a.Subject == to, b.Subject == to)
	}
	if order == 0 && a.Label != b.Label {
		order = cmp.Compare(v.x.IRI(a.Label), v.x.IRI(b.Label))
	}
	return order
}

// fold takes nodes with one step away until there is none.
func (d *wayDraft) fold() {
	d.folded, d.up, d.down = make([]bool, len(d.roles)), make([]step, len(d.roles)), make([]uint32, len(d.roles))
	left := append([]uint32(nil), d.count...)
	for n := range d.roles {
		for at := index.Node(n); left[at] == 1 && !d.folded[at]; {
			for _, st := range d.steps[d.start[at]:][:d.count[at]] {
				if !d.folded[st.to] {
					d.up[at] = st
				}
			}
			d.folded[at] = true
			d.down[at] = stepTo(d.own(d.up[at].to), at).place
			at = d.up[at].to
			left[at]--
		}
	}
}

// pair finds twins, among statements that are no dead ends and lead to none.
func (d *wayDraft) pair() {
	d.twins, d.later = map[index.Node][]index.Node{}, map[index.Node]bool{}
	alike := map[uint64][]index.Node{} // the first of those that have the sum
	seed := maphash.MakeSeed()
	for n, r := range d.roles {
		n := index.Node(n)
		if r != statementNode || d.folded[n] || d.count[n] == 0 || d.isObject(n) {
			continue
		}
		sum := d.sum(n, seed)
		i := slices.IndexFunc(alike[sum], func(first index.Node) bool { return d.areTwins(first, n) })
		if i < 0 {
			alike[sum] = append(alike[sum], n)
			continue
		}
		first := alike[sum][i]
		if d.twins[first] == nil {
			d.twins[first] = []index.Node{first}
		}
		d.twins[first] = append(d.twins[first], n)
		d.later[n] = true
	}
	for _, all := range d.twins {
		slices.SortFunc(all, d.v.compareStatements)
	}
}

// isObject tells whether links that are walked lead to a node. Those of twins all
// lead from them.
func (d *wayDraft) isObject(n index.Node) bool {
	for _, l := range d.v.x.InPlaces(n) {
		if d.leads(l) {
			return true
		}
	}
	return false
}

// own returns the steps of a node.
func (d *wayDraft) own(n index.Node) []step { return d.steps[d.start[n]:][:d.count[n]] }

func (d *wayDraft) sum(n index.Node, seed maphash.Seed) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	for _, st := range d.own(n) {
		maphash.WriteComparable(&h, st.to)
		maphash.WriteComparable(&h, d.v.x.LinkAt(st.place).Predicate)
	}
	return h.Sum64()
}

func (d *wayDraft) areTwins(a, b index.Node) bool {
	return slices.EqualFunc(d.own(a), d.own(b), func(s, t step) bool {
		x, y := d.v.x.LinkAt(s.place), d.v.x.LinkAt(t.place)
		return s.to == t.to && x.Predicate == y.Predicate && (x.Subject == a) == (y.Subject == b)
	})
}

// compareStatements orders statements by document and text.
func (v *View) compareStatements(a, b index.Node) int {
	x := v.x
	doc, other := x.StatedIn(a), x.StatedIn(b)
	if doc != other {
		return cmp.Compare(x.IRI(doc), x.IRI(other))
	}
	return cmp.Or(x.CompareInText(doc, a, b), cmp.Compare(x.IRI(a), x.IRI(b)))
}

// finish closes the gaps.
func (d *wayDraft) finish() *ways {
	w := &ways{start: make([]uint32, len(d.start)), folded: d.folded, down: d.down, steps: d.steps[:0], twins: d.twins, later: d.later}
	regions := newRegions(len(d.roles))
	for n := range d.roles {
		n := index.Node(n)
		if d.folded[n] {
			w.steps = append(w.steps, d.up[n])
			regions.join(n, d.up[n].to)
		} else {
			for _, st := range d.own(n) {
				if !d.folded[st.to] && !d.later[st.to] {
					w.steps = append(w.steps, st)
					regions.join(n, st.to)
				}
			}
		}
		w.start[n+1] = uint32(len(w.steps))
	}
	w.steps = slices.Clone(w.steps)
	w.region = regions.all()
	return w
}

// regions are sets of nodes with a path between them: each node points to another
// of its region, the first to itself.
type regions []index.Node

func newRegions(nodes int) regions {
	p := make(regions, nodes)
	for n := range p {
		p[n] = index.Node(n)
	}
	return p
}

func (p regions) first(n index.Node) index.Node {
	for p[n] != n {
		p[n] = p[p[n]]
		n = p[n]
	}
	return n
}

func (p regions) join(a, b index.Node) {
	a, b = p.first(a), p.first(b)
	p[max(a, b)] = min(a, b)
}

// all lets every node point to the first of its region.
func (p regions) all() []index.Node {
	for n := range p {
		p[n] = p.first(index.Node(n))
	}
	return p
}
