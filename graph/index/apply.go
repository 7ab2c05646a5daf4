package index

import (
	"maps"
	"slices"

	"mandate/graph"

	"github.com/cayleygraph/quad"
)

// Change is what a write makes different: quads of any label, or of none. No
// quad may be in both lists.
type Change struct{ Remove, Add []quad.Quad }

// Replacing returns the change that gives a document these quads, sorted and all
// with its label, instead of those it has; none remove it.
func (x *Index) Replacing(doc string, quads []quad.Quad) Change {
	return x.ReplacingGraph(quad.IRI(graph.DocIRI(doc)), quads)
}

// ReplacingGraph returns the change that gives a label these quads, all with it
// and sorted, instead of those it has; nil is the label of quads without one.
func (x *Index) ReplacingGraph(label quad.Value, quads []quad.Quad) Change {
	return Difference(x.graphQuads(label), quads)
}

// Difference returns the change that leads from some quads to others, both
// sorted.
func Difference(old, quads []quad.Quad) Change {
	var c Change
	for len(old) > 0 && len(quads) > 0 {
		switch order := graph.CompareQuads(old[0], quads[0]); {
		case order < 0:
			c.Remove, old = append(c.Remove, old[0]), old[1:]
		case order > 0:
			c.Add, quads = append(c.Add, quads[0]), quads[1:]
		default:
			old, quads = old[1:], quads[1:]
		}
	}
	c.Remove, c.Add = append(c.Remove, old...), append(c.Add, quads...)
	return c
}

// And returns two changes of different documents as one.
func (c Change) And(d Change) Change {
	return Change{Remove: append(c.Remove, d.Remove...), Add: append(c.Add, d.Add...)}
}

// Then returns a change and one of the state that it leads to as one.
func (c Change) Then(d Change) Change {
	if d.Empty() {
		return c
	}
	without := func(quads, others []quad.Quad) []quad.Quad {
		gone := map[string]bool{} // by text: values need not be comparable
		for _, q := range others {
			gone[q.NQuad()] = true
		}
		return slices.DeleteFunc(slices.Clone(quads), func(q quad.Quad) bool { return gone[q.NQuad()] })
	}
	return Change{
		Remove: slices.Concat(without(c.Remove, d.Add), without(d.Remove, c.Add)),
		Add:    slices.Concat(without(c.Add, d.Remove), without(d.Add, c.Remove)),
	}
}

// Empty tells whether a change changes nothing.
func (c Change) Empty() bool { return len(c.Remove)+len(c.Add) == 0 }

// Apply makes the index that follows this one after a change. To remove what is
// not there, or add what is, changes nothing. What came lately is kept beside
// the large rest, and joined with it once as much work has gone into keeping it
// apart: so a change costs by its own size and that of the changes before it,
// and all of many changes together little more than building once.
func (x *Index) Apply(c Change) *Index {
	next := &Index{dict: x.dict, base: x.base}
	touched := map[Node]bool{}
	next.gone, next.recent = x.changed(c, touched)
	next.values = x.dict.all()
	next.spent = x.spent + sparseCost*(len(next.recent.links)+next.gone.count)
	if next.spent > len(next.base.links) {
		next = next.joined()
	} else {
		next.recent = smallSegment(next.recent.links)
	}
	return next.ready().following(x, touched)
}

// changed returns what is gone of base and what is recent after a change, the
// latter without postings, and notes the labels of all links in it.
func (x *Index) changed(c Change, touched map[Node]bool) (gone, *segment) {
	gone, removed, added := x.gone.clone(x.base), map[Link]bool{}, make([]Link, 0, len(c.Add))
	for _, q := range c.Remove {
		if l, known := x.dict.lookupLink(q, x.values); known {
			touched[l.Label] = true
			removed[l] = true
			if place, found := x.base.find(l); found && !gone.has(place) {
				gone.turn(l, place)
			}
		}
	}
	for _, q := range c.Add {
		l := x.dict.link(q)
		touched[l.Label] = true
		if place, found := x.base.find(l); !found {
			added = append(added, l)
		} else if gone.has(place) {
			gone.turn(l, place)
		}
	}
	slices.SortFunc(added, compareLinks)
	return gone, &segment{links: mergeLinks(without(x.recent.links, removed), slices.Compact(added))}
}

// sparseCost is what a link costs in a small segment, or as one that is gone,
// against one in a large segment.
const sparseCost = 4

// joined makes the same index with one segment, its documents left open. Where
// most of the values are of documents long gone, they are numbered anew.
func (x *Index) joined() *Index {
	y := &Index{dict: x.dict, values: x.values, base: largeSegment(x.all(), x.values.len()), recent: &segment{}}
	y.nodes = y.countNodes
	if y.mostlyDead() {
		return y.Renumbered()
	}
	return y
}

// mostlyDead tells whether numbering anew is worth it.
func (x *Index) mostlyDead() bool {
	const worthwhile = 10_000
	return x.values.len() > worthwhile && x.nodes() < x.values.len()/2
}

// Renumbered builds the index anew, with the values in use alone.
func (x *Index) Renumbered() *Index {
	b := NewBuilder()
	b.links = make([]Link, 0, x.Size())
	numbers := make([]Node, x.values.len())
	number := func(n Node) Node {
		if n != None && numbers[n] == None {
			numbers[n] = b.Node(x.Value(n))
		}
		return numbers[n]
	}
	for _, l := range x.all() {
		b.Link(Link{number(l.Subject), number(l.Predicate), number(l.Object), number(l.Label)})
	}
	return b.Index()
}

// withDocuments completes an index by its documents.
func (x *Index) withDocuments() *Index {
	x.documents = map[Node]*document{}
	for _, n := range x.labels() {
		d := x.newDocument(n)
		x.documents[n] = d
		if d.declared {
			x.sorted = append(x.sorted, d)
		}
	}
	slices.SortFunc(x.sorted, compareDocuments)
	return x
}

// following completes an index by the documents of the one before it, of which
// some were touched.
func (x *Index) following(before *Index, touched map[Node]bool) *Index {
	if x.documents != nil { // it was numbered anew
		return x
	}
	x.documents, x.sorted = maps.Clone(before.documents), slices.Clone(before.sorted)
	for n := range touched {
		if old := x.documents[n]; old != nil && old.declared {
			i, _ := slices.BinarySearchFunc(x.sorted, old, compareDocuments)
			x.sorted = slices.Delete(x.sorted, i, i+1)
		}
		delete(x.documents, n)
		if n == None || x.degree(byLabel, n) == 0 {
			continue
		}
		d := x.newDocument(n)
		x.documents[n] = d
		if d.declared {
			i, _ := slices.BinarySearchFunc(x.sorted, d, compareDocuments)
			x.sorted = slices.Insert(x.sorted, i, d)
		}
	}
	return x
}
