package index

import "github.com/cayleygraph/quad"

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
	nodes := b.dict.all().len()
	links := append([]Link(nil), sortLinks(b.links, nodes)...)
	return newIndex(b.dict, largeSegment(links, nodes))
}
