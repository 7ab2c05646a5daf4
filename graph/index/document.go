package index

import (
	"cmp"
	"errors"
	"iter"
	"maps"
	"slices"

	"mandate/graph"

	"github.com/cayleygraph/quad"
)

// document is what the quads of one label hold. It is shared by the indexes
// that follow one another while the document stays the same.
type document struct {
	id         string
	reading    *graph.Reading // nil for quads that describe no document
	err        error          // why the quads of a document cannot be read
	statements []Statement
	byNode     map[Node]int // statement node to position in statements
}

// labels walks the nodes that are labels of quads.
func (x *Index) labels() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for n := None + 1; int(n) < len(x.values); n++ {
			if len(x.label.of(n)) > 0 && !yield(n) {
				return
			}
		}
	}
}

// labelled returns the quads of a label, sorted.
func (x *Index) labelled(n Node) []quad.Quad {
	list := x.label.of(n)
	quads := make([]quad.Quad, len(list))
	for i, l := range list {
		quads[i] = x.quad(x.links[l])
	}
	slices.SortFunc(quads, graph.CompareQuads)
	return quads
}

// decode reads the document of a label back from its quads. Other graphs than
// documents hold none.
func (x *Index) decode(n Node) *document {
	iri := x.IRI(n)
	if graph.Scheme(iri) != graph.SchemeDocument {
		return &document{}
	}
	d := &document{id: graph.LocalID(iri)}
	r, err := graph.ReadingFrom(d.id, x.labelled(n))
	if err != nil {
		if !errors.Is(err, graph.ErrNoReading) {
			d.err = err
		}
		return d
	}
	d.reading = &r
	d.statements = make([]Statement, len(r.Statements))
	d.byNode = make(map[Node]int, len(r.Statements))
	sections := r.Document.SectionIRIs()
	for i := range r.Statements {
		s := &r.Statements[i]
		node, _ := x.NodeOf(graph.StatementIRI(s.ID))
		d.byNode[node] = i
		d.statements[i] = Statement{
			Statement: s, Reading: d.reading, Node: node,
			Serves: x.nodesOf(graph.ServedBy(&r.Document, sections, s)),
			Topics: x.called(s.Topics, graph.TopicIRI), References: x.called(s.References, graph.InstrumentIRI),
		}
	}
	return d
}

func (x *Index) nodesOf(iris []string) []Node {
	nodes := make([]Node, 0, len(iris))
	for _, iri := range iris {
		if n, ok := x.NodeOf(iri); ok {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

// called returns the nodes that labels name by a scheme.
func (x *Index) called(labels []string, iri func(string) string) []Node {
	iris := make([]string, len(labels))
	for i, l := range labels {
		iris[i] = iri(l)
	}
	return x.nodesOf(iris)
}

func sortedDocuments(documents map[Node]*document) []*document {
	list := slices.DeleteFunc(slices.Collect(maps.Values(documents)), func(d *document) bool { return d.reading == nil })
	slices.SortFunc(list, func(a, b *document) int { return cmp.Compare(a.id, b.id) })
	return list
}

// Readings returns all documents by ID. The caller must not change them.
func (x *Index) Readings() []*graph.Reading {
	out := make([]*graph.Reading, len(x.sorted))
	for i, d := range x.sorted {
		out[i] = d.reading
	}
	return out
}

// Reading returns one document by ID. The caller must not change it.
func (x *Index) Reading(doc string) (*graph.Reading, bool) {
	if d := x.document(doc); d != nil {
		return d.reading, d.reading != nil
	}
	return nil, false
}

// Unreadable returns, by document ID, why documents whose quads are there could
// not be read from them; as a rule there are none.
func (x *Index) Unreadable() map[string]error {
	out := map[string]error{}
	for _, d := range x.documents {
		if d.err != nil {
			out[d.id] = d.err
		}
	}
	return out
}

func (x *Index) document(doc string) *document {
	n, ok := x.NodeOf(graph.DocIRI(doc))
	if !ok {
		return nil
	}
	return x.documents[n]
}

// Has tells whether there are quads of the document, even such as describe
// none.
func (x *Index) Has(doc string) bool { return x.document(doc) != nil }

// Graphs walks the labels of quads, by IRI, each with its quads, sorted; nil
// first for the quads without one, where there are any.
func (x *Index) Graphs() iter.Seq2[quad.Value, []quad.Quad] {
	return func(yield func(quad.Value, []quad.Quad) bool) {
		labels := slices.Collect(x.labels())
		if len(x.label.of(None)) > 0 {
			labels = append(labels, None)
		}
		slices.SortFunc(labels, func(a, b Node) int { return cmp.Compare(x.IRI(a), x.IRI(b)) })
		for _, n := range labels {
			if !yield(x.Value(n), x.labelled(n)) {
				return
			}
		}
	}
}
