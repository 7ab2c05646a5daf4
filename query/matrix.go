package query

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"mandate/graph"
	"mandate/graph/index"
)

// Axis is what the rows or the columns of a matrix stand for.
type Axis string

// The axes of a matrix.
const (
	Actors     Axis = "actors"
	Principles Axis = "principles"
	Goals      Axis = "goals"
	Sections   Axis = "sections"
	Topics     Axis = "topics"
)

// Axes returns all axes.
func Axes() []Axis { return []Axis{Actors, Principles, Goals, Sections, Topics} }

// Matrix counts the statements that link two kinds of node.
type Matrix struct {
	Rows, Columns []Heading // most statements first, then by label; the missing actor last
	Cells         []Cell    // those that are not empty, by row, then column
}

// Heading is what a row or a column stands for.
type Heading struct {
	index.Entity
	Count                  // of the statements that stand in it
	Documents []string     // IDs of those that say so, sorted
	Parent    index.Entity // the heading or document that it stands under; none for actors, topics and goals of a sentence
}

// Cell counts the statements of one row and one column.
type Cell struct {
	Row, Column int // indices into Rows and Columns
	Count       int
	Forces      map[graph.Force]int
}

// Responsibilities returns who has to do with what as a matrix: rows actors and
// columns principles and goals, say. Duties of nobody stand in the row of the
// missing actor. With doc, only the statements of that document count.
func (v *View) Responsibilities(rows, columns []Axis, doc string) (Matrix, error) {
	if err := checkAxes(rows, columns); err != nil {
		return Matrix{}, err
	}
	if doc != "" {
		var err error
		if doc, err = v.DocumentID(doc); err != nil {
			return Matrix{}, err
		}
	}
	cells := map[[2]index.Node]*Cell{}
	row, column := headings{}, headings{}
	for o := range v.x.Outlines(doc) {
		down, across := v.onAny(rows, o), v.onAny(columns, o)
		if len(down) == 0 || len(across) == 0 {
			continue
		}
		row.note(down, o)
		column.note(across, o)
		for _, r := range down {
			for _, c := range across {
				note(cells, [2]index.Node{r, c}, o.Force)
			}
		}
	}
	return v.matrix(cells, row, column), nil
}

// checkAxes wants known axes, and none for rows and columns both.
func checkAxes(rows, columns []Axis) error {
	bad := func(a Axis) bool { return !slices.Contains(Axes(), a) }
	both := func(a Axis) bool { return slices.Contains(columns, a) }
	if len(rows) == 0 || len(columns) == 0 || slices.ContainsFunc(rows, bad) || slices.ContainsFunc(columns, bad) || slices.ContainsFunc(rows, both) {
		return fmt.Errorf("%w: rows and columns must be different ones of %s", ErrParameter, axisNames())
	}
	return nil
}

// headings are the rows or the columns on their way.
type headings map[index.Node]*Heading

// note counts a statement for each node that it stands in.
func (h headings) note(nodes []index.Node, o index.Outline) {
	for _, n := range nodes {
		if h[n] == nil {
			h[n] = &Heading{Count: Count{ByForce: map[graph.Force]int{}}}
		}
		h[n].with(o.Force)
		if last := len(h[n].Documents) - 1; last < 0 || h[n].Documents[last] != o.Document {
			h[n].Documents = append(h[n].Documents, o.Document) // statements come by document
		}
	}
}

func note(cells map[[2]index.Node]*Cell, at [2]index.Node, f graph.Force) {
	c := cells[at]
	if c == nil {
		c = &Cell{Forces: map[graph.Force]int{}}
		cells[at] = c
	}
	c.Count++
	c.Forces[f]++
}

// matrix puts counted cells in order.
func (v *View) matrix(cells map[[2]index.Node]*Cell, rows, columns headings) Matrix {
	m := Matrix{Rows: v.ranked(rows), Columns: v.ranked(columns)}
	row, column := places(m.Rows), places(m.Columns)
	for at, c := range cells {
		c.Row, c.Column = row[at[0]], column[at[1]]
		m.Cells = append(m.Cells, *c)
	}
	slices.SortFunc(m.Cells, func(a, b Cell) int { return cmp.Or(a.Row-b.Row, a.Column-b.Column) })
	return m
}

// ranked describes headings and puts them in order.
func (v *View) ranked(of headings) []Heading {
	var out []Heading
	for n, h := range of {
		h.Entity, h.Parent = v.Describe(n), v.parent(n)
		out = append(out, *h)
	}
	slices.SortFunc(out, func(a, b Heading) int {
		return cmp.Or(
			compareBool(a.Kind == graph.ClassGap, b.Kind == graph.ClassGap),
			b.Statements-a.Statements, cmp.Compare(a.Label, b.Label), cmp.Compare(a.IRI, b.IRI))
	})
	return out
}

// places tells where each node stands.
func places(of []Heading) map[index.Node]int {
	place := make(map[index.Node]int, len(of))
	for i, h := range of {
		place[h.Node] = i
	}
	return place
}

// parent returns the heading or document that a principle, goal or section
// stands under, where several documents have it in the first of them.
func (v *View) parent(n index.Node) index.Entity {
	e, ok := v.entity(n)
	if !ok || axisOf(e.Class) == "" {
		return index.Entity{}
	}
	above := v.above(n)
	if above.Class == "" && graph.Slug(above.Label) == graph.Slug(e.Label) {
		return v.above(above.Node) // a heading's principle is part of its own heading
	}
	return above
}

// above returns what a node is part of: a document, or a heading with its title.
func (v *View) above(n index.Node) index.Entity {
	for l := range v.x.Out(n) {
		if v.x.IRI(l.Predicate) != graph.PredIsPartOf {
			continue
		}
		if e, ok := v.entity(l.Object); ok {
			return e
		}
		return index.Entity{Node: l.Object, IRI: v.x.IRI(l.Object), Kind: graph.ClassSection, Label: cmp.Or(v.x.Label(l.Object), graph.LocalID(v.x.IRI(l.Object)))}
	}
	return index.Entity{}
}

// onAny returns the nodes of a statement that stand on one of the axes.
func (v *View) onAny(axes []Axis, o index.Outline) []index.Node {
	if len(axes) == 1 {
		return v.on(axes[0], o)
	}
	var nodes []index.Node
	for _, a := range axes {
		nodes = append(nodes, v.on(a, o)...)
	}
	return nodes
}

// on returns the nodes of a statement that stand on an axis.
func (v *View) on(a Axis, o index.Outline) []index.Node {
	switch a {
	case Actors:
		return []index.Node{o.Actor}
	case Topics:
		return o.Topics
	}
	var nodes []index.Node
	for _, n := range o.Serves {
		if e, ok := v.entity(n); ok && axisOf(e.Class) == a {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

func axisOf(class string) Axis {
	switch class {
	case graph.ClassPrinciple:
		return Principles
	case graph.ClassGoal:
		return Goals
	case graph.ClassSection:
		return Sections
	}
	return ""
}

func axisNames() string {
	var names []string
	for _, a := range Axes() {
		names = append(names, string(a))
	}
	return strings.Join(names, ", ")
}
