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

// Change is the new content of one document: its quads, all with the document's
// label; none to remove it.
type Change struct {
	Document string // ID
	Quads    []quad.Quad
}

// Apply makes the index that follows this one when the documents are replaced.
// It costs one pass over the links, whatever the size of the change.
func (x *Index) Apply(changes ...Change) *Index {
	if x.mostlyDead() {
		return x.rebuilt().Apply(changes...)
	}
	changed := map[Node]bool{}
	var added []Link
	for _, c := range changes {
		changed[x.dict.number(quad.IRI(graph.DocIRI(c.Document)))] = true
		for _, q := range c.Quads {
			added = append(added, x.dict.link(q))
		}
	}
	kept := make([]Link, 0, len(x.links))
	for _, l := range x.links {
		if !changed[l.Label] {
			kept = append(kept, l)
		}
	}
	added = sortLinks(added, len(x.dict.all()))
	next := newIndex(x.dict, mergeLinks(kept, added))
	documents := maps.Clone(x.documents)
	for n := range changed {
		delete(documents, n)
		if len(next.label.of(n)) > 0 {
			documents[n] = next.decode(n)
		}
	}
	return next.with(documents)
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
