package query

import (
	"slices"

	"mandate/graph"
	"mandate/graph/index"
)

// triple is what a link says, whoever says it.
type triple struct{ subject, predicate, object index.Node }

// evidence returns the statements that prove a link, by document and text
// order, those alone that the filters let through: of a statement's own link
// that statement, of a direct link all that it is derived from, of any other
// none.
func (k *walker) evidence(l index.Link) []index.Statement {
	var all []index.Statement
	switch {
	case k.role(l.Subject) == statementNode:
		if s, ok := k.v.x.StatementAt(l.Subject); ok {
			all = []index.Statement{s}
		}
	case k.role(l.Predicate).derived():
		all = k.v.proof(triple{l.Subject, l.Predicate, l.Object})
	}
	if len(k.forces)+len(k.notForces)+len(k.docs)+len(k.notDocs) == 0 {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(s index.Statement) bool { return !k.counts(s) })
}

// counts tells whether a statement is one that the filters let through.
func (k *walker) counts(s index.Statement) bool {
	doc, _ := k.v.x.NodeOf(graph.DocIRI(s.Reading.Document.ID))
	return (len(k.forces) == 0 || slices.Contains(k.forces, s.Force)) && !slices.Contains(k.notForces, s.Force) &&
		(len(k.docs) == 0 || slices.Contains(k.docs, doc)) && !slices.Contains(k.notDocs, doc)
}

// proof returns the statements that a direct link is derived from. It is worked
// out once for each link.
func (v *View) proof(l triple) []index.Statement {
	if known, ok := v.proofs.Load(l); ok {
		return known.([]index.Statement)
	}
	predicate := v.x.IRI(l.predicate)
	near, by := l.subject, []string{graph.PredAttribute}
	if v.x.InDegree(l.object) < v.x.InDegree(l.subject) {
		near, by = l.object, []string{graph.PredServes, graph.PredConcerns}
	}
	found := slices.DeleteFunc(v.x.StatementsTo(near, by...), func(s index.Statement) bool {
		actor, says, targets := v.direct(s)
		fits := says == predicate || predicate == graph.PredResponsibleFor && graph.MakesResponsible(says)
		return actor != l.subject || !fits || !slices.Contains(targets, l.object)
	})
	v.proofs.Store(l, found)
	return found
}
