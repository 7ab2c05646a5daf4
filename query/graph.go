package query

import (
	"cmp"
	"fmt"
	"slices"

	"mandate/graph"
	"mandate/graph/index"
)

// GraphOptions say which part of the graph to draw.
type GraphOptions struct {
	GraphFilter
	Center   string      // a name as Resolve understands it; empty for no centre
	Hops     int         // how far from the centre; 0 for 2
	Limit    int         // nodes at most, before anything is expanded; 0 for 150
	With     []string    // IRIs of nodes that are there in any case; those that the graph lacks are passed over
	Expand   []Expansion // nodes whose neighbours come in addition, one after the other
	Neighbor int         // neighbours at most that one expansion adds; 0 for 10
	Facets   bool        // count what the filters have to offer
}

// Expansion adds neighbours of a node to a drawing: those of the weightiest
// links that are not there yet.
type Expansion struct {
	IRI  string // of a node; one that the graph lacks is passed over
	Kind string // of this kind or class alone; empty for all
}

// Group says on which side of the links a node stands.
type Group string

// The groups of nodes.
const (
	ActorGroup  Group = "actor"
	TargetGroup Group = "target"
)

// GraphNode is a node of a drawing.
type GraphNode struct {
	index.Entity
	Group      Group
	Statements int            // that its links in the drawing come from
	More       map[string]int // neighbours that are not in the drawing, by kind
}

// Drawing is a graph for people to look at: actors, what they serve or stand
// for and against, and one link for each actor, target and force.
type Drawing struct {
	Nodes      []GraphNode // by group, then most statements first
	Edges      []Edge
	TotalNodes int // before it was narrowed to the limit
	TotalEdges int
	Narrowed   bool
	Facets     *Facets // nil where nobody asked
}

// Graph draws the direct links that the filter lets through, around a centre or
// all of them. Where there are more nodes than the limit it keeps those with the
// weightiest links, nearest to the centre first, and says so.
func (v *View) Graph(o GraphOptions) (Drawing, error) {
	if o.Hops < 0 || o.Limit < 0 || o.Evidence < 0 || o.Neighbor < 0 {
		return Drawing{}, fmt.Errorf("%w: hops, limit, evidence and neighbours must not be negative", ErrParameter)
	}
	through, err := v.through(o.GraphFilter)
	if err != nil {
		return Drawing{}, err
	}
	all := through.edges
	edges, near, anyway, err := v.around(o, through)
	if err != nil {
		return Drawing{}, err
	}
	kept := weightiest(edges, near, v.known(o.With), cmp.Or(o.Limit, 150))
	inside := ends(edges)
	d := Drawing{TotalEdges: len(edges), Narrowed: missing(inside, kept) > 0}
	v.expand(kept, all, o)
	d.TotalNodes = len(kept) + missing(inside, kept)
	for _, e := range all {
		if kept[e.Actor] && kept[e.Target] {
			d.Edges = append(d.Edges, e)
		}
	}
	d.TotalEdges = max(d.TotalEdges, len(d.Edges))
	d.Nodes = v.graphNodes(kept, d.Edges, all)
	if o.Facets {
		facets := through.facets(anyway)
		d.Facets = &facets
	}
	return d, nil
}

// around returns the links within reach of the centre, how far from it each
// node is, and what is as near where no filter holds anything back; without a
// centre all links, and no distances.
func (v *View) around(o GraphOptions, t sifting) (edges []Edge, near, anyway map[index.Node]int, err error) {
	if o.Center == "" {
		return t.edges, nil, nil, nil
	}
	center, err := v.Resolve(o.Center)
	if err != nil {
		return nil, nil, nil, err
	}
	hops := cmp.Or(o.Hops, 2)
	near = reach(t.edges, center.Node, hops)
	edges = slices.DeleteFunc(slices.Clone(t.edges), func(e Edge) bool { return !within(near, e) })
	return edges, near, reach(t.anyway, center.Node, hops), nil
}

// known returns the named nodes that the graph has.
func (v *View) known(iris []string) []index.Node {
	var out []index.Node
	for _, iri := range iris {
		if n, ok := v.x.NodeOf(iri); ok {
			if _, named := v.entity(n); named {
				out = append(out, n)
			}
		}
	}
	return out
}

// graphNodes describes the nodes of a drawing.
func (v *View) graphNodes(kept map[index.Node]bool, edges, all []Edge) []GraphNode {
	told, more := statementsAt(edges), v.beyond(kept, all)
	var out []GraphNode
	for n := range kept {
		node := GraphNode{Entity: v.Describe(n), Group: TargetGroup, Statements: len(told[n]), More: more[n]}
		if node.Class == graph.ClassActor {
			node.Group = ActorGroup
		}
		out = append(out, node)
	}
	slices.SortFunc(out, func(a, b GraphNode) int {
		return cmp.Or(cmp.Compare(a.Group, b.Group), b.Statements-a.Statements,
			cmp.Compare(a.Label, b.Label), cmp.Compare(a.IRI, b.IRI))
	})
	return out
}

// statementsAt gathers the statements behind the links of each node:
// one makes several links but counts once.
func statementsAt(edges []Edge) map[index.Node]map[index.Node]bool {
	at := map[index.Node]map[index.Node]bool{}
	for _, e := range edges {
		for _, n := range []index.Node{e.Actor, e.Target} {
			if at[n] == nil {
				at[n] = map[index.Node]bool{}
			}
			for _, s := range e.Statements {
				at[n][s] = true
			}
		}
	}
	return at
}

// beyond counts the neighbours of each kept node that are not kept, by kind.
func (v *View) beyond(kept map[index.Node]bool, edges []Edge) map[index.Node]map[string]int {
	out, seen := map[index.Node]map[string]int{}, map[[2]index.Node]bool{}
	note := func(from, to index.Node) {
		if !kept[from] || kept[to] || seen[[2]index.Node{from, to}] {
			return
		}
		seen[[2]index.Node{from, to}] = true
		if out[from] == nil {
			out[from] = map[string]int{}
		}
		out[from][v.Describe(to).Kind]++
	}
	for _, e := range edges {
		note(e.Actor, e.Target)
		note(e.Target, e.Actor)
	}
	return out
}
