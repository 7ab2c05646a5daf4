package wire

import (
	"maps"
	"slices"
	"strings"

	"mandate/graph"
	"mandate/graph/index"
	"mandate/query"
)

// Matrix counts statements by two kinds of node.
type Matrix struct {
	Rows    []Heading `json:"rows"`
	Columns []Heading `json:"columns"`
	Cells   []Cell    `json:"cells" doc:"those that are not empty"`

	TotalRows    int `json:"total_rows" doc:"before they were cut to the limit"`
	TotalColumns int `json:"total_columns" doc:"before they were cut to the limit"`
}

// Heading is what a row or a column stands for.
type Heading struct {
	Item
	Documents []string `json:"documents" doc:"IDs of those that say so"`
	Parent    *Ref     `json:"parent,omitempty" doc:"the heading or document that it stands under; absent for actors, topics and goals that a sentence lists"`
}

// Cell counts the statements of one row and column.
type Cell struct {
	Row    int            `json:"row" doc:"index into rows"`
	Column int            `json:"column" doc:"index into columns"`
	Count  int            `json:"count"`
	Forces map[string]int `json:"forces"`
}

// MatrixOf shows a matrix, at most so many of its rows and columns: those with
// most statements.
func MatrixOf(m query.Matrix, limit int) Matrix {
	rows, columns := min(len(m.Rows), limit), min(len(m.Columns), limit)
	out := Matrix{
		Rows: each(m.Rows[:rows], headingOf), Columns: each(m.Columns[:columns], headingOf), Cells: []Cell{},
		TotalRows: len(m.Rows), TotalColumns: len(m.Columns),
	}
	for _, c := range m.Cells {
		if c.Row < rows && c.Column < columns {
			out.Cells = append(out.Cells, Cell{c.Row, c.Column, c.Count, byForce(c.Forces)})
		}
	}
	return out
}

func headingOf(h query.Heading) Heading {
	out := Heading{Item: ItemOf(query.Item{Entity: h.Entity, Count: h.Count}), Documents: each(h.Documents, same)}
	if h.Parent.IRI != "" {
		parent := RefOf(h.Parent)
		out.Parent = &parent
	}
	return out
}

// Graph is a drawing of direct links.
type Graph struct {
	Nodes      []Node `json:"nodes"`
	Edges      []Edge `json:"edges"`
	TotalNodes int    `json:"total_nodes" doc:"before narrowing to the limit"`
	TotalEdges int    `json:"total_edges" doc:"before narrowing to the limit"`
	Narrowed   bool   `json:"narrowed"`

	Facets *Facets `json:"facets,omitempty" doc:"what the filters have to offer, where it was asked for"`
}

// Facets tell how much there would be of each choice of a filter, the other
// filters being as they are.
type Facets struct {
	Documents   []Choice       `json:"documents" doc:"by title, with their statements"`
	Forces      map[string]int `json:"forces" doc:"statements"`
	Kinds       map[string]int `json:"kinds" doc:"nodes, by kind of actor or class"`
	Served      []Choice       `json:"served" doc:"principles and goals with the statements that serve them, most first"`
	TotalServed int            `json:"total_served" doc:"before they were cut to the first hundred"`
	Topics      []Choice       `json:"topics" doc:"topics with the statements that concern them, most first"`
	TotalTopics int            `json:"total_topics" doc:"before they were cut to the first hundred"`
	Evidence    []Evidence     `json:"evidence" doc:"how many links so many statements make, fewest statements first"`
	Between     int            `json:"between" doc:"statements that name another actor"`
}

// Choice is an entity that a filter can be set to.
type Choice struct {
	Ref
	Count int `json:"count"`
}

// Evidence counts links by how many statements make them.
type Evidence struct {
	Statements int `json:"statements"`
	Links      int `json:"links"`
}

// maxChoices is how many principles and goals, and how many topics, are told.
const maxChoices = 100

func choiceOf(f query.Facet) Choice { return Choice{RefOf(f.Entity), f.Count} }

func facetsOf(f *query.Facets) *Facets {
	if f == nil {
		return nil
	}
	choices := func(list []query.Facet) []Choice {
		return each(list[:min(len(list), maxChoices)], choiceOf)
	}
	out := Facets{
		Documents: each(f.Documents, choiceOf),
		Forces:    byForce(f.Forces), Kinds: f.Kinds, Between: f.Between,
		Served: choices(f.Served), TotalServed: len(f.Served), Topics: choices(f.Topics), TotalTopics: len(f.Topics),
	}
	out.Evidence = each(slices.Sorted(maps.Keys(f.Evidence)), func(n int) Evidence { return Evidence{n, f.Evidence[n]} })
	return &out
}

// Node is a node of a drawing.
type Node struct {
	ID         string `json:"id" doc:"its IRI"`
	Label      string `json:"label"`
	Kind       string `json:"kind"`
	Group      string `json:"group" enum:"actor,target"`
	Statements int    `json:"statements"`

	More map[string]int `json:"more,omitempty" doc:"neighbours that are not in the drawing, by kind"`
}

// Edge is a direct link of a drawing.
type Edge struct {
	ID         string   `json:"id"`
	Source     string   `json:"source" doc:"IRI of the actor"`
	Target     string   `json:"target" doc:"IRI of what it serves, or of the actor that it names"`
	Predicate  string   `json:"predicate" example:"commitsTo"`
	Force      string   `json:"force" enum:"obligation,prohibition,commitment,recommendation,permission,goal,stance"`
	Count      int      `json:"count"`
	Statements []string `json:"statements" doc:"IDs"`
}

// GraphOf shows a drawing.
func GraphOf(v *query.View, d query.Drawing) Graph {
	edge := func(e query.Edge) Edge {
		source, target := v.Index().IRI(e.Actor), v.Index().IRI(e.Target)
		return Edge{
			ID: strings.Join([]string{source, e.Predicate, string(e.Force), target}, " "), Source: source, Target: target,
			Predicate: e.Predicate, Force: string(e.Force), Count: len(e.Statements),
			Statements: each(e.Statements, func(n index.Node) string { return graph.LocalID(v.Index().IRI(n)) }),
		}
	}
	node := func(n query.GraphNode) Node {
		return Node{ID: n.IRI, Label: n.Label, Kind: n.Kind, Group: string(n.Group), Statements: n.Statements, More: n.More}
	}
	return Graph{
		Nodes: each(d.Nodes, node), Edges: each(d.Edges, edge),
		TotalNodes: d.TotalNodes, TotalEdges: d.TotalEdges, Narrowed: d.Narrowed,
		Facets: facetsOf(d.Facets),
	}
}
