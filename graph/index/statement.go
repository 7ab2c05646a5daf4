package index

import "mandate/graph"

// Statement is a statement together with the reading that it belongs to.
type Statement struct {
	*graph.Statement
	Reading *graph.Reading
	Node    Node   // its number
	Serves  []Node // principles, goals and sections that it serves, innermost section first
	Topics  []Node // topics that it concerns, in text order
}

// Statements returns every statement by document ID, then in text order. The
// caller must not change them.
func (x *Index) Statements() []Statement { return nil }

// Statement returns one statement by its ID (16 hex digits).
func (x *Index) Statement(id string) (Statement, bool) { return Statement{}, false }

// StatementAt returns the statement that is node n.
func (x *Index) StatementAt(n Node) (Statement, bool) { return Statement{}, false }

// StatementsTo returns the statements with a link to n by one of the
// predicates, by document and text order. All the named selections are cases of
// it.
func (x *Index) StatementsTo(n Node, predicates ...string) []Statement { return nil }

// ByActor returns the statements whose attribute is the actor.
func (x *Index) ByActor(actorID string) []Statement { return nil }

// ByServed returns the statements that serve a principle, goal or section.
func (x *Index) ByServed(n Node) []Statement { return nil }

// ByTopic returns the statements that concern a topic.
func (x *Index) ByTopic(n Node) []Statement { return nil }

// ByDocument returns the statements of one document, in text order.
func (x *Index) ByDocument(doc string) []Statement { return nil }
