package query

import (
	"cmp"
	"slices"

	"mandate/graph"
	"mandate/graph/index"
)

// Edge is a direct link from an actor to what its statements serve, or are for
// or against, with all the statements that make it.
type Edge struct {
	Actor, Target index.Node
	Predicate     string // commitsTo, opposes, …
	Force         graph.Force
	Statements    []index.Statement // by document and text order
}

// edges returns the direct links of all documents or of one, by actor, target,
// predicate and force.
func (v *View) edges(doc string) []Edge {
	if doc == "" {
		return v.links()
	}
	return v.gather(doc)
}

func (v *View) gather(doc string) []Edge {
	type key struct {
		actor, target index.Node
		predicate     string
		force         graph.Force
	}
	at := map[key]int{}
	var out []Edge
	for s := range v.x.Statements() {
		if doc != "" && s.Reading.Document.ID != doc {
			continue
		}
		actor, predicate, targets := v.direct(s)
		for _, target := range targets {
			k := key{actor, target, predicate, s.Force}
			i, ok := at[k]
			if !ok {
				i = len(out)
				at[k] = i
				out = append(out, Edge{Actor: actor, Target: target, Predicate: predicate, Force: s.Force})
			}
			out[i].Statements = append(out[i].Statements, s)
		}
	}
	slices.SortFunc(out, v.compareEdges)
	return out
}

// direct returns the direct links of one statement: none for a gap, and none
// where its force makes none.
func (v *View) direct(s index.Statement) (actor index.Node, predicate string, targets []index.Node) {
	actor, ok := v.x.NodeOf(graph.ActorIRI(s.Actor))
	predicate = s.Force.Predicate(s.Polarity)
	switch {
	case Gap(s) || !ok || predicate == "":
		return actor, predicate, nil
	case graph.TowardsTopics(predicate):
		return actor, predicate, s.Topics
	}
	return actor, predicate, s.Serves
}

func (v *View) compareEdges(a, b Edge) int {
	return cmp.Or(
		cmp.Compare(v.x.IRI(a.Actor), v.x.IRI(b.Actor)),
		cmp.Compare(v.x.IRI(a.Target), v.x.IRI(b.Target)),
		cmp.Compare(a.Predicate, b.Predicate),
		cmp.Compare(strength(a.Force), strength(b.Force)),
	)
}
