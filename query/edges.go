package query

import (
	"cmp"

	"mandate/graph"
	"mandate/graph/index"
)

// Edge is a direct link from an actor to what its statements serve, or are for
// or against, or to an actor that they name, with all the statements that make
// it.
type Edge struct {
	Actor, Target index.Node
	Predicate     string // commitsTo, opposes, …; involves, recipient
	Force         graph.Force
	Statements    []index.Node // by document and sentence
}

// direct returns the direct links that a statement gives its actor; none where
// its force makes none.
func direct(f graph.Force, p graph.Polarity, topics, serves []index.Node) (predicate string, targets []index.Node) {
	predicate = f.Predicate(p)
	switch {
	case predicate == "":
		return "", nil
	case graph.TowardsTopics(predicate):
		return predicate, topics
	}
	return predicate, serves
}

func (v *View) compareEdges(a, b Edge) int {
	return cmp.Or(
		cmp.Compare(v.x.IRI(a.Actor), v.x.IRI(b.Actor)),
		cmp.Compare(v.x.IRI(a.Target), v.x.IRI(b.Target)),
		cmp.Compare(a.Predicate, b.Predicate),
		cmp.Compare(strength(a.Force), strength(b.Force)),
	)
}
