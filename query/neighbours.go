package query

import (
	"cmp"
	"slices"

	"mandate/graph"
	"mandate/graph/index"
)

// Neighbour is a node next to another, the way that statements put the two
// together.
type Neighbour struct {
	index.Entity
	Predicate string // a direct link (commitsTo, …), or concerns, involves, recipient, references
	Inward    bool   // the link runs from the neighbour
	Count     int    // statements that make it
}

// Neighbours returns what statements link an entity to, most statements first.
// Links run from the actor of a statement to whatever else it names.
func (v *View) Neighbours(n index.Node) []Neighbour { return v.NeighboursIn(n, v.About(n)) }

// NeighboursIn is Neighbours by the statements that name the entity, where they
// are at hand.
func (v *View) NeighboursIn(n index.Node, statements []index.Statement) []Neighbour {
	type key struct {
		node      index.Node
		predicate string
		inward    bool
	}
	counts := map[key]int{}
	for _, s := range statements {
		actor, ok := v.x.NodeOf(graph.ActorIRI(s.Actor))
		if !ok {
			continue
		}
		for _, l := range v.linksOf(s) {
			switch {
			case l.to == actor:
			case actor == n:
				counts[key{l.to, l.predicate, false}]++
			case l.to == n:
				counts[key{actor, l.predicate, true}]++
			}
		}
	}
	var out []Neighbour
	for k, c := range counts {
		out = append(out, Neighbour{v.Describe(k.node), k.predicate, k.inward, c})
	}
	slices.SortFunc(out, func(a, b Neighbour) int {
		return cmp.Or(b.Count-a.Count, cmp.Compare(a.Label, b.Label), cmp.Compare(a.IRI, b.IRI),
			cmp.Compare(a.Predicate, b.Predicate), compareBool(a.Inward, b.Inward))
	})
	return out
}

// About returns the statements that name an entity in any part, by document and
// text order.
func (v *View) About(n index.Node) []index.Statement {
	return v.x.StatementsTo(n, graph.PredAttribute, graph.PredServes, graph.PredConcerns,
		graph.PredInvolves, graph.PredRecipient, graph.PredReferences)
}

// link is one thing that a statement says of its actor.
type link struct {
	predicate string
	to        index.Node
}

// linksOf returns all links from the actor of a statement.
func (v *View) linksOf(s index.Statement) []link {
	var out []link
	_, predicate, targets := v.direct(s)
	for _, target := range targets {
		out = append(out, link{predicate, target})
	}
	if !graph.TowardsTopics(predicate) || len(targets) == 0 {
		for _, topic := range s.Topics {
			out = append(out, link{graph.PredConcerns, topic})
		}
	}
	name := func(predicate string, iris []string) {
		for _, iri := range iris {
			if n, ok := v.x.NodeOf(iri); ok {
				out = append(out, link{predicate, n})
			}
		}
	}
	name(graph.PredInvolves, mapped(s.Involves, graph.ActorIRI))
	name(graph.PredRecipient, mapped(s.Recipients, graph.ActorIRI))
	for _, instrument := range s.References {
		out = append(out, link{graph.PredReferences, instrument})
	}
	return out
}

func mapped(list []string, f func(string) string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = f(s)
	}
	return out
}
