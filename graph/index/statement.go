package index

import (
	"cmp"
	"iter"
	"slices"

	"mandate/graph"

	"github.com/cayleygraph/quad"
)

// Statement is a statement together with the reading that it belongs to.
type Statement struct {
	*graph.Statement
	Reading *graph.Reading
	Node    Node   // its number
	Serves  []Node // principles, goals and sections (or the document) that it serves, innermost section first
	Topics  []Node // topics that it concerns, in text order

	References []Node // instruments that it names, in text order
}

// Statements walks every statement by document ID, then in text order. The
// caller must not change them.
func (x *Index) Statements() iter.Seq[Statement] {
	return func(yield func(Statement) bool) {
		x.decodeAll()
		for _, d := range x.sorted {
			for _, s := range d.statements {
				if !yield(s) {
					return
				}
			}
		}
	}
}

// Statement returns one statement by its ID (16 hex digits).
func (x *Index) Statement(id string) (Statement, bool) {
	n, ok := x.NodeOf(graph.StatementIRI(id))
	if !ok {
		return Statement{}, false
	}
	return x.StatementAt(n)
}

// StatementAt returns the statement that is node n.
func (x *Index) StatementAt(n Node) (Statement, bool) {
	if d := x.documents[x.StatedIn(n)]; d != nil {
		if i, ok := x.decoded(d).byNode[n]; ok {
			return d.statements[i], true
		}
	}
	return Statement{}, false
}

// StatedIn returns the node of the document that a statement is of, None for
// what is no statement.
func (x *Index) StatedIn(n Node) Node {
	r := x.outlines()
	for _, l := range x.OutBy(n, r.rdfType) {
		if d := x.documents[l.Label]; d != nil && d.declared && l.Object == r.statement {
			return l.Label
		}
	}
	return None
}

// StatementsTo returns the statements with a link to n by one of the
// predicates, by document ID and text order.
func (x *Index) StatementsTo(n Node, predicates ...string) []Statement {
	wanted := x.nodesOf(predicates)
	var out []Statement
	last := None // links come by subject, so doubles are neighbours
	for l := range x.In(n) {
		if l.Subject == last || !slices.Contains(wanted, l.Predicate) {
			continue
		}
		if s, ok := x.StatementAt(l.Subject); ok {
			out = append(out, s)
			last = l.Subject
		}
	}
	slices.SortFunc(out, x.CompareStatements)
	return out
}

// CompareStatements orders statements by document ID and text order.
func (x *Index) CompareStatements(a, b Statement) int {
	if c := cmp.Compare(a.Reading.Document.ID, b.Reading.Document.ID); c != 0 || a.Node == b.Node {
		return c
	}
	byNode := x.document(a.Reading.Document.ID).byNode
	return cmp.Compare(byNode[a.Node], byNode[b.Node])
}

// CompareInText orders two statements of a document, by their nodes and its own:
// by their sentences, and in one sentence as they stand there.
func (x *Index) CompareInText(doc, a, b Node) int {
	if c := cmp.Compare(x.sentence(doc, a), x.sentence(doc, b)); c != 0 || a == b {
		return c
	}
	if d := x.documents[doc]; d != nil {
		byNode := x.decoded(d).byNode
		return cmp.Compare(byNode[a], byNode[b])
	}
	return 0
}

// sentence returns the number of the sentence that a document has a statement
// in.
func (x *Index) sentence(doc, statement Node) quad.Int {
	for _, l := range x.OutBy(statement, x.outlines().sentence) {
		if n, ok := x.Value(l.Object).(quad.Int); ok && l.Label == doc {
			return n
		}
	}
	return -1
}

// ByActor returns the statements whose attribute is the actor, graph.Unassigned
// for the gaps.
func (x *Index) ByActor(actorID string) []Statement {
	n, ok := x.NodeOf(graph.ActorIRI(actorID))
	if !ok {
		return nil
	}
	return x.StatementsTo(n, graph.PredAttribute)
}

// ByServed returns the statements that serve a principle, goal, section or
// document.
func (x *Index) ByServed(n Node) []Statement { return x.StatementsTo(n, graph.PredServes) }

// ByTopic returns the statements that concern a topic.
func (x *Index) ByTopic(n Node) []Statement { return x.StatementsTo(n, graph.PredConcerns) }

// ByDocument returns the statements of one document, in text order. The caller
// must not change them.
func (x *Index) ByDocument(doc string) []Statement {
	if d := x.document(doc); d != nil {
		return x.decoded(d).statements
	}
	return nil
}
