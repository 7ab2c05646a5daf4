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
	Center string // a name as Resolve understands it; empty for no centre
	Hops   int    // how far from the centre; 0 for 2
	Limit  int    // nodes at most; 0 for 150
	Doc    string // only what this document says
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
	Statements int // that its links in the drawing come from
}

// Drawing is a graph for people to look at: actors, what they serve or stand
// for and against, and one link for each actor, target and force.
type Drawing struct {
	Nodes      []GraphNode // by group, then most statements first
	Edges      []Edge
	TotalNodes int // before it was narrowed to the limit
	TotalEdges int
	Narrowed   bool
}

// Graph draws the direct links around a centre, or all of them. Where there are
// more nodes than the limit it keeps those with the weightiest links, nearest
// to the centre first, and says so.
func (v *View) Graph(o GraphOptions) (Drawing, error) {
	edges, near, err := v.around(o)
	if err != nil {
		return Drawing{}, err
	}
	kept := v.weightiest(edges, near, cmp.Or(o.Limit, 150))
	d := Drawing{TotalNodes: len(ends(edges)), TotalEdges: len(edges)}
	for _, e := range edges {
		if kept[e.Actor] && kept[e.Target] {
			d.Edges = append(d.Edges, e)
		}
	}
	told := statementsAt(d.Edges)
	for n := range kept {
		d.Nodes = append(d.Nodes, v.graphNode(n, len(told[n])))
	}
	slices.SortFunc(d.Nodes, func(a, b GraphNode) int {
		return cmp.Or(cmp.Compare(a.Group, b.Group), b.Statements-a.Statements,
			cmp.Compare(a.Label, b.Label), cmp.Compare(a.IRI, b.IRI))
	})
	d.Narrowed = len(d.Nodes) < d.TotalNodes
	return d, nil
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

func (v *View) graphNode(n index.Node, statements int) GraphNode {
	node := GraphNode{Entity: v.Describe(n), Group: TargetGroup, Statements: statements}
	if node.Class == graph.ClassActor {
		node.Group = ActorGroup
	}
	return node
}

// around returns the links within reach of the centre and how far from it each
// node is; without a centre all links, and no distances.
func (v *View) around(o GraphOptions) ([]Edge, map[index.Node]int, error) {
	if o.Hops < 0 || o.Limit < 0 {
		return nil, nil, fmt.Errorf("%w: hops and limit must not be negative", ErrParameter)
	}
	doc := ""
	if o.Doc != "" {
		var err error
		if doc, err = v.DocumentID(o.Doc); err != nil {
			return nil, nil, err
		}
	}
	edges := v.edges(doc)
	if o.Center == "" {
		return edges, nil, nil
	}
	center, err := v.Resolve(o.Center)
	if err != nil {
		return nil, nil, err
	}
	near := reach(edges, center.Node, cmp.Or(o.Hops, 2))
	inside := slices.DeleteFunc(slices.Clone(edges), func(e Edge) bool {
		_, actor := near[e.Actor]
		_, target := near[e.Target]
		return !actor || !target
	})
	return inside, near, nil
}

// reach returns how many links each node is from the centre, up to hops.
func reach(edges []Edge, center index.Node, hops int) map[index.Node]int {
	beside := map[index.Node][]index.Node{}
	for _, e := range edges {
		beside[e.Actor] = append(beside[e.Actor], e.Target)
		beside[e.Target] = append(beside[e.Target], e.Actor)
	}
	near := map[index.Node]int{center: 0}
	ring := []index.Node{center}
	for d := 1; d <= hops && len(ring) > 0; d++ {
		var next []index.Node
		for _, n := range ring {
			for _, m := range beside[n] {
				if _, seen := near[m]; !seen {
					near[m] = d
					next = append(next, m)
				}
			}
		}
		ring = next
	}
	return near
}

// ends returns all nodes of the links.
func ends(edges []Edge) map[index.Node]bool {
	out := map[index.Node]bool{}
	for _, e := range edges {
		out[e.Actor], out[e.Target] = true, true
	}
	return out
}

// weightiest chooses at most limit nodes: the centre, then both ends of one
// link after the other, the nearest and those of most statements first, so that
// nothing is drawn that hangs on nothing.
func (v *View) weightiest(edges []Edge, near map[index.Node]int, limit int) map[index.Node]bool {
	kept := map[index.Node]bool{}
	for n, d := range near {
		if d == 0 {
			kept[n] = true
		}
	}
	ordered := slices.Clone(edges)
	slices.SortStableFunc(ordered, func(a, b Edge) int {
		return cmp.Or(
			min(near[a.Actor], near[a.Target])-min(near[b.Actor], near[b.Target]),
			len(b.Statements)-len(a.Statements),
		)
	})
	for _, e := range ordered {
		missing := 0
		for _, n := range []index.Node{e.Actor, e.Target} {
			if !kept[n] {
				missing++
			}
		}
		if len(kept)+missing <= limit {
			kept[e.Actor], kept[e.Target] = true, true
		}
	}
	return kept
}
