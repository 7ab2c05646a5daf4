package query

import (
	"cmp"
	"slices"

	"mandate/graph"
	"mandate/graph/index"
)

// triple is what a link says, whoever says it.
type triple struct{ subject, predicate, object index.Node }

// proven is a statement behind a link, by what the links alone tell of it: to
// count them no document is decoded.
type proven struct {
	statement, doc index.Node
	force          graph.Force
}

// evidence returns the statements that prove a link, by document, those alone
// that the filters let through: of a statement's own link that statement, of a
// direct link all that it is derived from, of any other none.
func (k *walker) evidence(l index.Link) []proven {
	var all []proven
	switch {
	case k.role(l.Subject) == statementNode:
		if force, _, ok := k.v.stance(l.Subject, l.Label); ok {
			all = []proven{{l.Subject, l.Label, force}}
		}
	case k.role(l.Predicate).derived():
		all = k.v.proof(triple{l.Subject, l.Predicate, l.Object})
	}
	if len(k.forces)+len(k.notForces)+len(k.docs)+len(k.notDocs) == 0 {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(p proven) bool { return !k.counts(p) })
}

// counts tells whether a statement is one that the filters let through.
func (k *walker) counts(p proven) bool {
	return (len(k.forces) == 0 || slices.Contains(k.forces, p.force)) && !slices.Contains(k.notForces, p.force) &&
		(len(k.docs) == 0 || slices.Contains(k.docs, p.doc)) && !slices.Contains(k.notDocs, p.doc)
}

// proof returns the statements that a direct link is derived from. It is worked
// out once for each link.
func (v *View) proof(l triple) []proven {
	if known, ok := v.proofs.Load(l); ok {
		return known.([]proven)
	}
	found := v.prove(l)
	v.proofs.Store(l, found)
	return found
}

// prove looks at the statements of the actor, or at those on what they serve or
// are about, whichever are fewer.
func (v *View) prove(l triple) []proven {
	says := v.x.IRI(l.predicate)
	towards := graph.PredServes
	if graph.TowardsTopics(says) {
		towards = graph.PredConcerns
	}
	by, knownBy := v.x.NodeOf(graph.PredAttribute)
	to, knownTo := v.x.NodeOf(towards)
	if !knownBy || !knownTo || v.x.IRI(l.subject) == graph.ActorIRI(graph.Unassigned) {
		return nil
	}
	near, from, far := l.subject, by, index.Link{Predicate: to, Object: l.object}
	if v.x.InDegree(l.object) < v.x.InDegree(l.subject) {
		near, from, far = l.object, to, index.Link{Predicate: by, Object: l.subject}
	}
	var found []proven
	for own := range v.x.In(near) {
		if own.Predicate != from {
			continue
		}
		far.Subject, far.Label = own.Subject, own.Label
		if !v.x.HasLink(far) {
			continue
		}
		force, predicate, ok := v.stance(own.Subject, own.Label)
		if ok && (predicate == says || says == graph.PredResponsibleFor && graph.MakesResponsible(predicate)) {
			found = append(found, proven{own.Subject, own.Label, force})
		}
	}
	slices.SortFunc(found, func(a, b proven) int {
		return cmp.Or(cmp.Compare(v.x.IRI(a.doc), v.x.IRI(b.doc)), cmp.Compare(a.statement, b.statement))
	})
	return slices.Compact(found)
}

// stance returns the force of a statement of a document and the predicate of the
// direct links that it gives its actor, false for what is no statement of it.
func (v *View) stance(statement, doc index.Node) (f graph.Force, predicate string, ok bool) {
	f, polarity, ok := v.x.Stance(statement, doc)
	return f, f.Predicate(polarity), ok
}

// first decodes the first statements of a proof, by document and text order, at
// most so many.
func (v *View) first(all []proven, most int) []index.Statement {
	var out []index.Statement
	for len(all) > 0 && len(out) < most {
		n := 0
		var here []index.Statement
		for ; n < len(all) && all[n].doc == all[0].doc; n++ {
			if s, ok := v.x.StatementAt(all[n].statement); ok {
				here = append(here, s)
			}
		}
		slices.SortFunc(here, v.x.CompareStatements)
		out, all = append(out, here...), all[n:]
	}
	return out[:min(len(out), most)]
}
