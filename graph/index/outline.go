package index

import (
	"cmp"
	"iter"
	"slices"

	"mandate/graph"

	"github.com/cayleygraph/quad"
)

// Outline is what the links alone tell of a statement: all that counting and
// drawing need, without decoding its document.
type Outline struct {
	Node       Node
	Document   string // ID
	Actor      Node
	Force      graph.Force
	Polarity   graph.Polarity
	Serves     []Node // principles, goals and sections (or the document) that it serves
	Topics     []Node
	References []Node
	Involves   []Node // actors that its object or constraint names
	Recipients []Node
	sentence   quad.Int // where it stands
}

// Outlines walks the outlines of all statements, or those of one document, by
// document ID and sentence.
func (x *Index) Outlines(doc string) iter.Seq[Outline] {
	return func(yield func(Outline) bool) {
		reader := x.outlines()
		for _, d := range x.sorted {
			if doc != "" && d.id != doc {
				continue
			}
			for _, o := range reader.document(d) {
				if !yield(o) {
					return
				}
			}
		}
	}
}

// Stance returns force and polarity of a statement, by its node and that of the
// document that makes it; false for what is no statement of it.
func (x *Index) Stance(statement, doc Node) (graph.Force, graph.Polarity, bool) {
	if d := x.documents[doc]; d == nil || !d.declared {
		return "", "", false
	}
	r := x.outlines()
	o, stated := Outline{Polarity: graph.Positive}, false
	for _, predicate := range []Node{r.rdfType, r.polarity} {
		for _, l := range x.OutBy(statement, predicate) {
			if l.Label == doc {
				stated = r.note(&o, l) || stated
			}
		}
	}
	return o.Force, o.Polarity, stated
}

// outlineReader knows the numbers of what outlines are made of.
type outlineReader struct {
	x                             *Index
	rdfType, statement            Node
	attribute, polarity, sentence Node
	serves, concerns, references  Node
	involves, recipient           Node
	negative                      Node
	forces                        map[Node]graph.Force
}

func (x *Index) outlineReader() *outlineReader {
	node := func(iri string) Node { n, _ := x.NodeOf(iri); return n }
	r := &outlineReader{
		x: x, rdfType: node(graph.PredType), statement: node(graph.ClassStatement),
		attribute: node(graph.PredAttribute), polarity: node(graph.PredPolarity), sentence: node(graph.PredSentence),
		serves: node(graph.PredServes), concerns: node(graph.PredConcerns), references: node(graph.PredReferences),
		involves: node(graph.PredInvolves), recipient: node(graph.PredRecipient),
		forces: map[Node]graph.Force{},
	}
	r.negative, _ = x.Node(quad.String(graph.Negative))
	for _, f := range graph.Forces() {
		if n := node(f.Class()); n != None {
			r.forces[n] = f
		}
	}
	return r
}

// document returns the outlines of a document's statements.
func (r *outlineReader) document(d *document) []Outline {
	var out []Outline
	o, stated := Outline{}, false
	finish := func() {
		if stated {
			out = append(out, o)
		}
	}
	for l := range r.x.walk(byLabel, d.node) { // by subject
		if l.Subject != o.Node {
			finish()
			o, stated = Outline{Node: l.Subject, Document: d.id, Polarity: graph.Positive}, false
		}
		stated = r.note(&o, l) || stated
	}
	finish()
	slices.SortFunc(out, func(a, b Outline) int {
		return cmp.Or(cmp.Compare(a.sentence, b.sentence), cmp.Compare(r.x.IRI(a.Node), r.x.IRI(b.Node)))
	})
	return out
}

// note adds what a link tells and reports whether it makes its subject a
// statement.
func (r *outlineReader) note(o *Outline, l Link) bool {
	switch l.Predicate {
	case r.rdfType:
		if f, ok := r.forces[l.Object]; ok {
			o.Force = f
		}
		return l.Object == r.statement
	case r.attribute:
		o.Actor = l.Object
	case r.polarity:
		if l.Object == r.negative {
			o.Polarity = graph.Negative
		}
	case r.sentence:
		o.sentence, _ = r.x.Value(l.Object).(quad.Int)
	case r.serves:
		o.Serves = append(o.Serves, l.Object)
	case r.concerns:
		o.Topics = append(o.Topics, l.Object)
	case r.references:
		o.References = append(o.References, l.Object)
	case r.involves:
		o.Involves = append(o.Involves, l.Object)
	case r.recipient:
		o.Recipients = append(o.Recipients, l.Object)
	}
	return false
}
