// Package index is the immutable in-memory view of the graph that every
// question is answered from: numbered nodes, links by each of their ends, names
// to find nodes by, and the readings with their statements, decoded when first
// asked for. The store makes a new one for each change and swaps it in, so a
// reader keeps one consistent state for as long as it holds on to it. An index
// can be saved to a file and opened from it at once. It knows nothing of how
// quads are kept.
package index

import (
	"iter"
	"sync"

	"mandate/graph"

	"github.com/cayleygraph/quad"
)

// Node is the dense number of a value (IRI or literal), from 1. Numbers depend
// on the order in which documents came and change when an index is made anew,
// so what is shown to people must be put in order by IRI or label.
type Node uint32

// None is the number of no node.
const None Node = 0

// Link is a quad by the numbers of its values. Label is None where the quad has
// no label.
type Link struct{ Subject, Predicate, Object, Label Node }

// Index is an immutable view of a set of quads. It is safe for any number of
// concurrent readers.
type Index struct {
	dict   *dictionary
	values values
	base   *segment
	gone   gone     // of base
	recent *segment // what came since base was made
	spent  int      // links handled for changes since base was made
	file   string   // that it was opened from

	documents map[Node]*document // by label
	sorted    []*document        // those that describe themselves as one, by ID
	named     func() *names      // made when first asked for
	nodes     func() int         // counted when first asked for
	outlines  func() *outlineReader
}

// Build makes an index of quads, in any order; doubles count once.
func Build(quads []quad.Quad) *Index {
	b := NewBuilder()
	for _, q := range quads {
		b.Add(q)
	}
	return b.Index()
}

// newIndex makes an index of large segment and dictionary alone.
func newIndex(d *dictionary, base *segment) *Index {
	x := (&Index{dict: d, values: d.all(), base: base, recent: &segment{}}).ready()
	return x.withDocuments()
}

// ready prepares what is made when first asked for.
func (x *Index) ready() *Index {
	x.named = sync.OnceValue(x.collectNames)
	x.nodes = sync.OnceValue(x.countNodes)
	x.outlines = sync.OnceValue(x.outlineReader)
	return x
}

// File returns the path of the file that the index was opened from, empty where
// it was made otherwise. The file may have been removed since.
func (x *Index) File() string { return x.file }

// Node returns the number of a value, false where no quad of this index was
// ever made with it.
func (x *Index) Node(v quad.Value) (Node, bool) { return x.dict.lookup(x.values, v) }

// NodeOf returns the number of an IRI in its short form ("actor:china").
func (x *Index) NodeOf(iri string) (Node, bool) {
	n, _ := (*x.dict.slots.Load()).find(x.values, iriKind, iri)
	return n, n != None
}

// Value returns the IRI or literal of a node, nil for None and numbers that are
// not of this index.
func (x *Index) Value(n Node) quad.Value {
	if int(n) >= x.values.len() {
		return nil
	}
	return x.values.kinds[n].decode(x.values.texts[n])
}

// IRI returns the short IRI of a node, empty for a literal.
func (x *Index) IRI(n Node) string {
	if int(n) >= x.values.len() || x.values.kinds[n] != iriKind {
		return ""
	}
	return x.values.texts[n]
}

// Blank tells blank nodes from literals and IRIs.
func (x *Index) Blank(n Node) bool { return int(n) < x.values.len() && x.values.kinds[n] == blankKind }

// Out walks the links whose subject is n, ordered by predicate, object, label.
func (x *Index) Out(n Node) iter.Seq[Link] {
	return func(yield func(Link) bool) {
		for _, l := range x.outLinks(n) {
			if !yield(l) {
				return
			}
		}
	}
}

func (x *Index) outLinks(n Node) []Link { return x.present(x.base.out(n), x.recent.out(n)) }

// OutBy returns the links whose subject and predicate are given; hubs have too
// many links of other predicates to walk through. The caller must not change them.
func (x *Index) OutBy(n, predicate Node) []Link {
	return x.present(x.base.out(n).by(predicate), x.recent.out(n).by(predicate))
}

// present joins neighbouring links of base and recent, without those that are
// gone. The caller must not change them.
func (x *Index) present(base, recent run) []Link {
	links := base.links[base.first : base.first+base.n]
	if base.n > 0 && x.gone.of[bySubject][links[0].Subject] > 0 {
		links = make([]Link, 0, base.n)
		for place := base.first; place < base.first+base.n; place++ {
			if !x.gone.has(place) {
				links = append(links, base.links[place])
			}
		}
	}
	switch {
	case recent.n == 0:
		return links
	case len(links) == 0:
		return recent.links[recent.first : recent.first+recent.n]
	}
	return mergeLinks(links, recent.links[recent.first:recent.first+recent.n])
}

// In walks the links whose object is n, ordered by subject, predicate, label.
func (x *Index) In(n Node) iter.Seq[Link] { return x.walk(byObject, n) }

// walk walks the links that have a node on a side, in their order.
func (x *Index) walk(by side, n Node) iter.Seq[Link] {
	base, recent := x.base.run(by, n), x.recent.run(by, n)
	if recent.n > 0 || x.gone.of[by][n] > 0 {
		return x.merged(base, recent)
	}
	return func(yield func(Link) bool) {
		for i := range base.n {
			if !yield(base.links[base.place(i)]) {
				return
			}
		}
	}
}

// merged walks two runs in their common order, leaving out what is gone.
func (x *Index) merged(base, recent run) iter.Seq[Link] {
	return func(yield func(Link) bool) {
		j := uint32(0)
		for i := range base.n {
			place := base.place(i)
			if x.gone.has(place) {
				continue
			}
			l := base.links[place]
			for ; j < recent.n && compareLinks(recent.links[recent.place(j)], l) < 0; j++ {
				if !yield(recent.links[recent.place(j)]) {
					return
				}
			}
			if !yield(l) {
				return
			}
		}
		for ; j < recent.n; j++ {
			if !yield(recent.links[recent.place(j)]) {
				return
			}
		}
	}
}

// degree returns how many links have a node on a side.
func (x *Index) degree(by side, n Node) int {
	base, recent := x.base.run(by, n), x.recent.run(by, n)
	return int(base.n - x.gone.of[by][n] + recent.n)
}

// OutDegree returns how many links leave n.
func (x *Index) OutDegree(n Node) int { return x.degree(bySubject, n) }

// InDegree returns how many links lead to n.
func (x *Index) InDegree(n Node) int { return x.degree(byObject, n) }

// Size returns the number of quads.
func (x *Index) Size() int { return len(x.base.links) - x.gone.count + len(x.recent.links) }

// link returns the link at a place: those of base come first, then recent ones;
// false where there is none any more.
func (x *Index) link(place uint32) (Link, bool) {
	if i := int(place) - len(x.base.links); i >= 0 {
		if i >= len(x.recent.links) {
			return Link{}, false
		}
		return x.recent.links[i], true
	}
	return x.base.links[place], !x.gone.has(place)
}

// all returns all links, sorted. The caller must not change them.
func (x *Index) all() []Link {
	live := x.base.links
	if x.gone.count > 0 {
		live = make([]Link, 0, len(x.base.links)-x.gone.count)
		for place, l := range x.base.links {
			if !x.gone.has(uint32(place)) {
				live = append(live, l)
			}
		}
	}
	if len(x.recent.links) == 0 {
		return live
	}
	return mergeLinks(live, x.recent.links)
}

// Quads walks all quads, in the order of the numbers of their nodes.
func (x *Index) Quads() iter.Seq[quad.Quad] {
	return func(yield func(quad.Quad) bool) {
		for _, l := range x.all() {
			if !yield(x.quad(l)) {
				return
			}
		}
	}
}

// Contains tells whether a quad is there, with just this label.
func (x *Index) Contains(q quad.Quad) bool {
	l, known := x.dict.lookupLink(q, x.values)
	return known && x.HasLink(l)
}

// HasLink tells whether a link is there.
func (x *Index) HasLink(l Link) bool {
	if place, found := x.base.find(l); found && !x.gone.has(place) {
		return true
	}
	_, found := x.recent.find(l)
	return found
}

// DocumentQuads returns the quads of one document, sorted; none where there is
// no such document.
func (x *Index) DocumentQuads(doc string) []quad.Quad {
	return x.graphQuads(quad.IRI(graph.DocIRI(doc)))
}

// graphQuads returns the quads of a label, or without one, sorted.
func (x *Index) graphQuads(label quad.Value) []quad.Quad {
	n, ok := x.Node(label)
	if label != nil && !ok {
		return nil
	}
	return x.labelled(n)
}

func (x *Index) quad(l Link) quad.Quad {
	return quad.Quad{Subject: x.Value(l.Subject), Predicate: x.Value(l.Predicate), Object: x.Value(l.Object), Label: x.Value(l.Label)}
}

// text returns the characters of a node: of a literal or an IRI.
func (x *Index) text(n Node) string {
	if k := x.values.kinds[n]; k == stringKind || k == iriKind {
		return x.values.texts[n]
	}
	return quad.StringOf(x.Value(n))
}

// literals walks the strings that n has for the predicate.
func (x *Index) literals(n, predicate Node) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, l := range x.OutBy(n, predicate) {
			if x.values.kinds[l.Object] == stringKind && !yield(x.values.texts[l.Object]) {
				return
			}
		}
	}
}
