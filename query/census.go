package query

import (
	"mandate/graph"
	"mandate/graph/index"
)

// census is what one walk over the links of all statements tells of every node,
// without decoding a document.
type census struct {
	counts    map[index.Node]*Count
	mentions  lists[index.Node] // statements that name a node in any part, in order
	relations []relation
	related   lists[uint32] // places of the relations that a node is an end of
}

// relation is what statements put between their actor and what else they name.
type relation struct {
	actor index.Node
	link
	count int
}

// link is one thing that a statement says of its actor.
type link struct {
	predicate string
	to        index.Node
}

// takeCensus goes through all statements once.
func (v *View) takeCensus() *census {
	c := &census{counts: map[index.Node]*Count{}}
	var mentions []entry[index.Node]
	at := map[relation]int{} // places of relations, by those without a count
	for o := range v.x.Outlines("") {
		for _, n := range parts(o) {
			c.counts[n] = c.counts[n].with(o.Force)
		}
		for _, n := range namedIn(o) {
			if !mentioned(mentions, n, o.Node) {
				mentions = append(mentions, entry[index.Node]{n, o.Node})
			}
		}
		for _, r := range v.relationsOf(o) {
			i, ok := at[r]
			if !ok {
				i = len(c.relations)
				at[r], c.relations = i, append(c.relations, r)
			}
			c.relations[i].count++
		}
	}
	c.mentions = gather(v.x.Bound(), mentions)
	var ends []entry[uint32]
	for i, r := range c.relations {
		ends = append(ends, entry[uint32]{r.actor, uint32(i)}, entry[uint32]{r.to, uint32(i)})
	}
	c.related = gather(v.x.Bound(), ends)
	return c
}

// mentioned tells whether the last entries, those of a statement, have a node.
func mentioned(entries []entry[index.Node], n, statement index.Node) bool {
	for i := len(entries) - 1; i >= 0 && entries[i].item == statement; i-- {
		if entries[i].node == n {
			return true
		}
	}
	return false
}

// namedIn returns the nodes that a statement names in any part.
func namedIn(o index.Outline) []index.Node {
	return append(append(parts(o), o.Involves...), o.Recipients...)
}

// relationsOf returns what a statement puts between its actor and others, each
// as a relation without a count.
func (v *View) relationsOf(o index.Outline) []relation {
	var out []relation
	add := func(predicate string, nodes []index.Node) {
		for _, n := range nodes {
			if n != o.Actor {
				out = append(out, relation{actor: o.Actor, link: link{predicate, n}})
			}
		}
	}
	predicate, targets := direct(o.Force, o.Polarity, o.Topics, o.Serves)
	if o.Actor == index.None {
		return nil
	}
	if v.x.IRI(o.Actor) == graph.ActorIRI(graph.Unassigned) {
		targets = nil // a gap links nobody
	}
	add(predicate, targets)
	if !graph.TowardsTopics(predicate) || len(targets) == 0 {
		add(graph.PredConcerns, o.Topics)
	}
	add(graph.PredInvolves, o.Involves)
	add(graph.PredRecipient, o.Recipients)
	add(graph.PredReferences, o.References)
	return out
}

// lists holds a list for each node.
type lists[T any] struct {
	start []uint32
	items []T
}

type entry[T any] struct {
	node index.Node
	item T
}

// of returns the list of a node. It must not be changed.
func (l *lists[T]) of(n index.Node) []T {
	if int(n)+1 >= len(l.start) {
		return nil
	}
	return l.items[l.start[n]:l.start[n+1]:l.start[n+1]]
}

// gather makes lists of entries; those of a node keep their order.
func gather[T any](bound index.Node, entries []entry[T]) lists[T] {
	l := lists[T]{make([]uint32, bound+1), make([]T, len(entries))}
	for _, e := range entries {
		l.start[e.node+1]++
	}
	for n := 1; n < len(l.start); n++ {
		l.start[n] += l.start[n-1]
	}
	next := append([]uint32(nil), l.start...)
	for _, e := range entries {
		l.items[next[e.node]] = e.item
		next[e.node]++
	}
	return l
}
