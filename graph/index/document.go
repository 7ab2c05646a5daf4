package index

import (
	"cmp"
	"iter"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"mandate/graph"
	"mandate/graph/review"

	"github.com/cayleygraph/quad"
)

// document is what the quads of one label hold, decoded when first asked for
// and kept. It is shared by the indexes that follow one another while the
// document stays the same.
type document struct {
	node     Node // its label
	id       string
	declared bool // its quads call themselves a document; else they describe none

	summing sync.Once // over summary
	summary Summary

	decoding   sync.Once      // over what follows
	reading    *graph.Reading // nil where there is none
	err        error          // why the quads of a document cannot be read
	statements []Statement
	byNode     map[Node]int // statement node to position in statements

	logging sync.Once   // over log
	log     *review.Log // of the graph of corrections; nil of any other
}

func compareDocuments(a, b *document) int { return cmp.Compare(a.id, b.id) }

// labels returns the nodes that are labels of quads, ascending.
func (x *Index) labels() []Node {
	var out []Node
	for _, keys := range [][]uint32{x.base.by[byLabel].keys, x.recent.by[byLabel].keys} {
		for _, n := range keys {
			out = append(out, Node(n))
		}
	}
	slices.Sort(out)
	return slices.DeleteFunc(slices.Compact(out), func(n Node) bool { return n == None || x.degree(byLabel, n) == 0 })
}

// labelled returns the quads of a label, sorted.
func (x *Index) labelled(n Node) []quad.Quad {
	quads := x.labelledInAnyOrder(n)
	slices.SortFunc(quads, graph.CompareQuads)
	return quads
}

func (x *Index) labelledInAnyOrder(n Node) []quad.Quad {
	quads := make([]quad.Quad, 0, x.degree(byLabel, n))
	for l := range x.walk(byLabel, n) {
		quads = append(quads, x.quad(l))
	}
	return quads
}

// newDocument makes the document of a label, to be decoded later. Other graphs
// than documents hold none.
func (x *Index) newDocument(label Node) *document {
	d := &document{node: label}
	iri := x.IRI(label)
	if graph.Scheme(iri) != graph.SchemeDocument {
		return d
	}
	d.id = graph.LocalID(iri)
	rdfType, ok := x.NodeOf(graph.PredType)
	class, ok2 := x.NodeOf(graph.ClassDocument)
	d.declared = ok && ok2 && x.HasLink(Link{label, rdfType, class, label})
	return d
}

// decoded returns a document of the index after reading it back from its quads.
// It must not hold the index, which may be followed by others long before the
// document is.
func (x *Index) decoded(d *document) *document {
	d.decoding.Do(func() {
		if !d.declared {
			return
		}
		r, err := graph.ReadingFrom(d.id, x.labelledInAnyOrder(d.node))
		if err == nil {
			d.reading = &r
			x.describe(d)
		} else {
			d.err = err
		}
	})
	return d
}

// describe lists the statements of a decoded document.
func (x *Index) describe(d *document) {
	r := d.reading
	d.statements = make([]Statement, len(r.Statements))
	d.byNode = make(map[Node]int, len(r.Statements))
	sections := r.Document.SectionIRIs()
	for i := range r.Statements {
		d.statements[i] = x.described(r, sections, &r.Statements[i])
		d.byNode[d.statements[i].Node] = i
	}
}

// described ties a statement to the nodes that it names.
func (x *Index) described(r *graph.Reading, sections []string, s *graph.Statement) Statement {
	node, _ := x.NodeOf(graph.StatementIRI(s.ID))
	return Statement{
		Statement: s, Reading: r, Node: node,
		Serves: x.nodesOf(graph.ServedBy(&r.Document, sections, s)),
		Topics: x.called(s.Topics, graph.TopicIRI), References: x.called(s.References, graph.InstrumentIRI),
	}
}

// decodeAll decodes all documents.
func (x *Index) decodeAll() { x.each(func(_ int, d *document) { x.decoded(d) }) }

// each does something to every document, on all cores.
func (x *Index) each(do func(int, *document)) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(x.sorted)) {
		workers.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(x.sorted); i = next.Add(1) - 1 {
				do(int(i), x.sorted[i])
			}
		})
	}
	workers.Wait()
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

// Readings returns all documents by ID. The caller must not change them.
func (x *Index) Readings() []*graph.Reading {
	x.decodeAll()
	out := make([]*graph.Reading, 0, len(x.sorted))
	for _, d := range x.sorted {
		if d.reading != nil {
			out = append(out, d.reading)
		}
	}
	return out
}

// IDs returns the IDs of all documents, sorted, those that cannot be read among
// them.
func (x *Index) IDs() []string {
	ids := make([]string, len(x.sorted))
	for i, d := range x.sorted {
		ids[i] = d.id
	}
	return ids
}

// Reading returns one document by ID. The caller must not change it.
func (x *Index) Reading(doc string) (*graph.Reading, bool) {
	if d := x.document(doc); d != nil {
		return x.decoded(d).reading, d.reading != nil
	}
	return nil, false
}

// Unreadable returns, by document ID, why documents whose quads are there could
// not be read from them; as a rule there are none.
func (x *Index) Unreadable() map[string]error {
	x.decodeAll()
	out := map[string]error{}
	for _, d := range x.sorted {
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
		labels := x.labels()
		if x.degree(byLabel, None) > 0 {
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
