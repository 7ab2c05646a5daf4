package export

import (
	"cmp"
	"maps"
	"slices"

	"mandate/graph"
	"mandate/graph/index"
)

// drawing is what programs that draw graphs get: actors, what they are bound to
// and the direct edges between them, the statements of an edge counted.
type drawing struct {
	nodes []index.Entity // by IRI
	edges []edge         // by source, predicate, target
}

type edge struct {
	source, predicate, target string // short IRIs
	statements                []string
	documents                 []string
}

// draw sums up the direct edges of all documents. Nodes are the actors,
// principles and goals, and whatever else an edge runs to.
func draw(x *index.Index) drawing {
	type ends struct{ source, predicate, target string }
	edges := map[ends]*edge{}
	for r := range readings(x) {
		for _, d := range graph.DirectEdges(*r) {
			k := ends{d.Actor, d.Predicate, d.Target}
			if edges[k] == nil {
				edges[k] = &edge{source: d.Actor, predicate: d.Predicate, target: d.Target}
			}
			e := edges[k]
			e.statements = append(e.statements, r.Statements[d.Statement].ID)
			if !slices.Contains(e.documents, r.Document.ID) {
				e.documents = append(e.documents, r.Document.ID)
			}
		}
	}
	nodes := map[string]index.Entity{}
	for _, class := range []string{graph.ClassActor, graph.ClassPrinciple, graph.ClassGoal} {
		for _, e := range x.Entities(class) {
			nodes[e.IRI] = e
		}
	}
	var d drawing
	for _, e := range edges {
		d.edges = append(d.edges, *e)
		if n, ok := x.NodeOf(e.target); ok && nodes[e.target].IRI == "" {
			nodes[e.target], _ = x.Entity(n)
		}
	}
	d.nodes = slices.SortedFunc(maps.Values(nodes), func(a, b index.Entity) int { return cmp.Compare(a.IRI, b.IRI) })
	slices.SortFunc(d.edges, func(a, b edge) int {
		return cmp.Or(cmp.Compare(a.source, b.source), cmp.Compare(a.predicate, b.predicate), cmp.Compare(a.target, b.target))
	})
	return d
}
