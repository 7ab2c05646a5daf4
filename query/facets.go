package query

import (
	"cmp"
	"slices"

	"mandate/graph"
	"mandate/graph/index"
)

// Facets tell what each filter of a drawing has to offer: how much there would
// be of each choice with the other filters as they are. Statements count once,
// whatever they link.
type Facets struct {
	Documents []Facet             // statements of each
	Forces    map[graph.Force]int // statements
	Kinds     map[string]int      // nodes, by kind of actor or class
	Served    []Facet             // statements that serve each principle or goal, most first
	Topics    []Facet             // statements that concern each, most first
	Evidence  map[int]int         // how many links have so many statements
	Between   int                 // statements that name another actor
}

// Facet is a choice among entities.
type Facet struct {
	index.Entity
	Count int
}

// facetCounter counts the choices of one drawing.
type facetCounter struct {
	*sieve
	f         *sifted
	near      map[index.Node]int // what is around the centre; nil for all
	documents map[string]int
	forces    map[graph.Force]int
	nodes     map[index.Node]bool
	served    map[index.Node]int
	topics    map[index.Node]int
}

// facets counts what the filters offer among the nodes of near.
func (s *sieve) facets(f *sifted, near map[index.Node]int) Facets {
	c := facetCounter{s, f, near, map[string]int{}, map[graph.Force]int{}, map[index.Node]bool{}, map[index.Node]int{}, map[index.Node]int{}}
	first, between := 0, 0
	for i, o := range f.of {
		c.count(o, f.strands[first:f.ends[i]])
		first = f.ends[i]
		if len(o.Involves)+len(o.Recipients) > 0 && s.statement(o) == 0 {
			between++
		}
	}
	for _, n := range s.served {
		c.served[n] += 0 // what is chosen stays in sight
	}
	for _, n := range s.topics {
		c.topics[n] += 0
	}
	return Facets{
		Documents: c.ofDocuments(), Forces: c.forces, Kinds: c.kindsOf(), Between: between,
		Served: c.ranked(c.served), Topics: c.ranked(c.topics), Evidence: c.ofEvidence(),
	}
}

// count counts one statement at every choice that would let in one of its
// links at least.
func (c *facetCounter) count(o index.Outline, strands []strand) {
	var let held // filters that let it in, were they not there
	open := false
	for _, t := range strands {
		if !c.inside(t) {
			continue
		}
		let |= t.by
		open = open || t.by == 0
		e := c.f.edges[t.edge]
		if t.by&^heldByActor == 0 {
			c.nodes[e.Actor] = true
		}
		if t.by&^heldByTarget == 0 {
			c.nodes[e.Target] = true
		}
	}
	counts := func(by held) bool { return open || let&by != 0 }
	if counts(heldByDoc) {
		c.documents[o.Document]++
	}
	if counts(heldByForce) {
		c.forces[o.Force]++
	}
	if counts(heldByServed) {
		for _, n := range o.Serves {
			if class := c.v.Describe(n).Class; class == graph.ClassPrinciple || class == graph.ClassGoal {
				c.served[n]++
			}
		}
	}
	if counts(heldByTopic) {
		for _, n := range o.Topics {
			c.topics[n]++
		}
	}
}

// inside tells whether a link would be drawn if only the filter that holds the
// strand back were not there.
func (c *facetCounter) inside(t strand) bool {
	e, counts := c.f.edges[t.edge], c.f.counts[t.edge]
	n := counts[0]
	if t.by != 0 {
		n += counts[slot(t.by)]
	}
	return n >= c.evidence && within(c.near, e)
}

// within tells whether a link is among the nodes; nil for all.
func within(near map[index.Node]int, e Edge) bool {
	if near == nil {
		return true
	}
	_, actor := near[e.Actor]
	_, target := near[e.Target]
	return actor && target
}

func (c *facetCounter) ofDocuments() []Facet {
	var out []Facet
	for id, n := range c.documents {
		if node, ok := c.v.x.NodeOf(graph.DocIRI(id)); ok {
			out = append(out, Facet{c.v.Describe(node), n})
		}
	}
	slices.SortFunc(out, func(a, b Facet) int { return cmp.Or(cmp.Compare(a.Label, b.Label), cmp.Compare(a.IRI, b.IRI)) })
	return out
}

func (c *facetCounter) kindsOf() map[string]int {
	out := map[string]int{}
	for n := range c.nodes {
		out[c.v.Describe(n).Kind]++
	}
	return out
}

// ranked returns choices, those that are chosen and then those of most
// statements first.
func (c *facetCounter) ranked(counts map[index.Node]int) []Facet {
	out := c.v.facets(counts)
	chosen := func(f Facet) bool {
		return slices.Contains(c.sieve.served, f.Node) || slices.Contains(c.sieve.topics, f.Node)
	}
	slices.SortStableFunc(out, func(a, b Facet) int { return compareBool(chosen(b), chosen(a)) })
	return out
}

func (c *facetCounter) ofEvidence() map[int]int {
	out := map[int]int{}
	for _, e := range c.f.edges {
		if n := len(e.Statements); n > 0 && within(c.near, e) {
			out[n]++
		}
	}
	return out
}
