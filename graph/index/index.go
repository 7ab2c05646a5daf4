// Package index is the immutable in-memory view of the graph that every
// question is answered from: numbered nodes, links by each of their ends, names
// to find nodes by, and the decoded readings with their statements. The store
// makes a new one for each change and swaps it in, so a reader keeps one
// consistent state for as long as it holds on to it. It knows nothing of how
// quads are kept.
package index

import (
	"iter"
	"slices"
	"sort"
	"sync"

	"mandate/graph"

	"github.com/cayleygraph/quad"
)

// Node is the dense number of a value (IRI or literal), from 1. Numbers stay
// the same in the indexes that a store makes one after the other, until it is
// opened again; they depend on the order in which documents came, so what is
// shown to people must be put in order by IRI or label.
type Node uint32

// None is the number of no node.
const None Node = 0

// Link is a quad by the numbers of its values. Label is None where the quad has
// no label.
type Link struct{ Subject, Predicate, Object, Label Node }

// Index is an immutable view of a set of quads. It is safe for any number of
// concurrent readers. 44 bytes a link beside the values themselves.
type Index struct {
	dict      *dictionary
	values    []quad.Value // by Node; [0] is nil
	links     []Link       // sorted
	out       []uint32     // links[out[n]:out[n+1]] have subject n
	in        posting      // links by object
	predicate posting
	label     posting

	documents map[Node]*document // by label
	sorted    []*document        // those that hold a reading, by ID
	named     func() *names      // made when first asked for
	nodes     func() int         // counted when first asked for
}

// Build makes an index of quads, in any order; doubles count once.
func Build(quads []quad.Quad) *Index {
	b := NewBuilder()
	for _, q := range quads {
		b.Add(q)
	}
	return b.Index()
}

// newIndex indexes sorted links. The documents are still to be decoded from it.
func newIndex(dict *dictionary, links []Link) *Index {
	values := dict.all()
	x := &Index{
		dict: dict, values: values, links: links,
		out:       starts(links, len(values), subject),
		in:        newPosting(links, len(values), object),
		predicate: newPosting(links, len(values), predicate),
		label:     newPosting(links, len(values), label),
	}
	x.named = sync.OnceValue(x.collectNames)
	x.nodes = sync.OnceValue(x.countNodes)
	return x
}

// Node returns the number of a value, false where no quad of this index was
// ever made with it.
func (x *Index) Node(v quad.Value) (Node, bool) {
	n, ok := x.dict.lookup(v)
	return n, ok && int(n) < len(x.values)
}

// NodeOf returns the number of an IRI in its short form ("actor:china").
func (x *Index) NodeOf(iri string) (Node, bool) { return x.Node(quad.IRI(iri)) }

// Value returns the IRI or literal of a node, nil for None and numbers that are
// not of this index.
func (x *Index) Value(n Node) quad.Value {
	if int(n) >= len(x.values) {
		return nil
	}
	return x.values[n]
}

// IRI returns the short IRI of a node, empty for a literal.
func (x *Index) IRI(n Node) string {
	iri, _ := x.Value(n).(quad.IRI)
	return string(iri)
}

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

func (x *Index) outLinks(n Node) []Link {
	if int(n) >= len(x.values) {
		return nil
	}
	return x.links[x.out[n]:x.out[n+1]]
}

// outBy returns the links whose subject and predicate are given; hubs have too
// many links of other predicates to walk through.
func (x *Index) outBy(n, predicate Node) []Link {
	links := x.outLinks(n)
	first := sort.Search(len(links), func(i int) bool { return links[i].Predicate >= predicate })
	last := first
	for last < len(links) && links[last].Predicate == predicate {
		last++
	}
	return links[first:last]
}

// In walks the links whose object is n, ordered by subject, predicate, label.
func (x *Index) In(n Node) iter.Seq[Link] {
	return func(yield func(Link) bool) {
		for _, i := range x.in.of(n) {
			if !yield(x.links[i]) {
				return
			}
		}
	}
}

// OutDegree returns how many links leave n.
func (x *Index) OutDegree(n Node) int { return len(x.outLinks(n)) }

// InDegree returns how many links lead to n.
func (x *Index) InDegree(n Node) int { return len(x.in.of(n)) }

// Size returns the number of quads.
func (x *Index) Size() int { return len(x.links) }

// Quads walks all quads, in the order of the numbers of their nodes.
func (x *Index) Quads() iter.Seq[quad.Quad] {
	return func(yield func(quad.Quad) bool) {
		for _, l := range x.links {
			if !yield(x.quad(l)) {
				return
			}
		}
	}
}

// Contains tells whether a quad is there, with just this label.
func (x *Index) Contains(q quad.Quad) bool {
	l, known := x.dict.lookupLink(q)
	if !known {
		return false
	}
	_, found := slices.BinarySearchFunc(x.outLinks(l.Subject), l, compareLinks)
	return found
}

// DocumentQuads returns the quads of one document, sorted; none where there is
// no such document.
func (x *Index) DocumentQuads(doc string) []quad.Quad {
	n, ok := x.NodeOf(graph.DocIRI(doc))
	if !ok {
		return nil
	}
	return x.labelled(n)
}

func (x *Index) quad(l Link) quad.Quad {
	return quad.Quad{
		Subject: x.values[l.Subject], Predicate: x.values[l.Predicate],
		Object: x.values[l.Object], Label: x.values[l.Label],
	}
}

// text returns the characters of a node: of a literal or an IRI.
func (x *Index) text(n Node) string {
	switch v := x.Value(n).(type) {
	case quad.String:
		return string(v)
	case quad.IRI:
		return string(v)
	}
	return quad.StringOf(x.Value(n))
}

// literals walks the strings that n has for the predicate.
func (x *Index) literals(n, predicate Node) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, l := range x.outBy(n, predicate) {
			if s, ok := x.values[l.Object].(quad.String); ok && !yield(string(s)) {
				return
			}
		}
	}
}
