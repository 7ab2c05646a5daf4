package index

import (
	"maps"
	"slices"

	"mandate/graph"

	"github.com/cayleygraph/quad"
)

// Builder collects quads for an index. Whoever reads them by number, as from a
// store, can number each value once and add links.
type Builder struct {
	dict  *dictionary
	links []Link
}

// NewBuilder makes an empty builder.
func NewBuilder() *Builder { return &Builder{dict: newDictionary()} }

// Node numbers a value; None for nil.
func (b *Builder) Node(v quad.Value) Node { return b.dict.number(v) }

// Link adds a quad by the numbers of its values.
func (b *Builder) Link(l Link) { b.links = append(b.links, l) }

// Add adds a quad.
func (b *Builder) Add(q quad.Quad) { b.Link(b.dict.link(q)) }

// Index makes the index. The builder must not be used again.
func (b *Builder) Index() *Index {
	links := sortLinks(b.links, len(b.dict.all()))
	x := newIndex(b.dict, links)
	documents := map[Node]*document{}
	for n := range x.labels() {
		documents[n] = x.decode(n)
	}
	return x.with(documents)
}

// with completes a new index by its documents.
func (x *Index) with(documents map[Node]*document) *Index {
	x.documents, x.sorted = documents, sortedDocuments(documents)
	return x
}

// Change is what a write makes different: quads of any label, or of none. No
// quad may be in both lists.
type Change struct{ Remove, Add []quad.Quad }

// Replacing returns the change that gives a document these quads, sorted and all
// with its label, instead of those it has; none remove it.
func (x *Index) Replacing(doc string, quads []quad.Quad) Change {
	var c Change
	old := x.DocumentQuads(doc)
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

// Empty tells whether a change changes nothing.
func (c Change) Empty() bool { return len(c.Remove)+len(c.Add) == 0 }

// Apply makes the index that follows this one after a change. To remove what is
// not there, or add what is, changes nothing. It costs one pass over the links,
// whatever the size of the change.
func (x *Index) Apply(c Change) *Index {
	if x.mostlyDead() {
		return x.rebuilt().Apply(c)
	}
	removed, added := make(map[Link]bool, len(c.Remove)), make([]Link, len(c.Add))
	for _, q := range c.Remove {
		if l, known := x.dict.lookupLink(q); known {
			removed[l] = true
		}
	}
	for i, q := range c.Add {
		added[i] = x.dict.link(q)
	}
	added = sortLinks(added, len(x.dict.all()))
	next := newIndex(x.dict, mergeLinks(without(x.links, removed), added))
	return next.with(next.redecoded(x.documents, removed, added))
}

// redecoded returns the documents with those read anew that a change touched.
func (x *Index) redecoded(documents map[Node]*document, removed map[Link]bool, added []Link) map[Node]*document {
	touched := map[Node]bool{}
	for l := range removed {
		touched[l.Label] = true
	}
	for _, l := range added {
		touched[l.Label] = true
	}
	documents = maps.Clone(documents)
	for n := range touched {
		delete(documents, n)
		if n != None && len(x.label.of(n)) > 0 {
			documents[n] = x.decode(n)
		}
	}
	return documents
}

// mostlyDead tells whether most of the numbered values are of documents long
// gone, so that numbering anew is worth it.
func (x *Index) mostlyDead() bool {
	const worthwhile = 100_000
	if len(x.values) < worthwhile {
		return false
	}
	live := 0
	for n := range Node(len(x.values)) {
		if x.OutDegree(n)+x.InDegree(n)+len(x.predicate.of(n))+len(x.label.of(n)) > 0 {
			live++
		}
	}
	return live < len(x.values)/2
}

func (x *Index) rebuilt() *Index { return Build(slices.Collect(x.Quads())) }
