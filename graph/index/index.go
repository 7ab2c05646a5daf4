// Package index is the immutable in-memory view of the graph that every
// question is answered from: interned nodes, links by subject and by object,
// names to find nodes by, and the decoded readings with their statements. The
// store makes a new one for each change and swaps it in, so a reader keeps one
// consistent state for as long as it holds on to it. It knows nothing of how
// quads are kept.
package index

import (
	"iter"

	"mandate/graph"

	"github.com/cayleygraph/quad"
)

// Node is the dense number of a value (IRI or literal) within an Index. Numbers
// stay the same in the indexes that follow one another in a store, until it is
// opened again.
type Node uint32

// Link is a quad by the numbers of its values. Label 0 is no label.
type Link struct{ Subject, Predicate, Object, Label Node }

// Index is an immutable view of a set of quads. It is safe for any number of
// concurrent readers.
type Index struct{}

// Build makes an index of quads, in any order; doubles count once. It fails
// where the quads of a document do not make a reading.
func Build(quads []quad.Quad) (*Index, error) { return &Index{}, nil }

// Node returns the number of a value, false where no quad names it.
func (x *Index) Node(v quad.Value) (Node, bool) { return 0, false }

// NodeOf returns the number of an IRI in its short form ("actor:china"), false
// where no quad names it.
func (x *Index) NodeOf(iri string) (Node, bool) { return 0, false }

// Value returns the IRI or literal of a node, nil for a number that is not of
// this index.
func (x *Index) Value(n Node) quad.Value { return nil }

// IRI returns the short IRI of a node, empty for a literal.
func (x *Index) IRI(n Node) string { return "" }

// Out walks the links whose subject is n, by predicate, object, label.
func (x *Index) Out(n Node) iter.Seq[Link] { return func(func(Link) bool) {} }

// In walks the links whose object is n, by subject, predicate, label.
func (x *Index) In(n Node) iter.Seq[Link] { return func(func(Link) bool) {} }

// OutDegree returns how many links leave n.
func (x *Index) OutDegree(n Node) int { return 0 }

// InDegree returns how many links lead to n.
func (x *Index) InDegree(n Node) int { return 0 }

// Quads walks all quads, in a fixed order.
func (x *Index) Quads() iter.Seq[quad.Quad] { return func(func(quad.Quad) bool) {} }

// Size returns the number of quads.
func (x *Index) Size() int { return 0 }

// Readings returns all documents by ID. The caller must not change them.
func (x *Index) Readings() []*graph.Reading { return nil }

// Reading returns one document by ID.
func (x *Index) Reading(doc string) (*graph.Reading, bool) { return nil, false }
