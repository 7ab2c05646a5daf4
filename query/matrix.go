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
	Rows, Columns []index.Entity // most statements first, then by label
	Cells         []Cell         // those that are not empty, by row, then column
}

// Cell counts the statements of one row and one column.
type Cell struct {
	Row, Column int // indices into Rows and Columns
	Count       int
	Forces      map[graph.Force]int
}

// Responsibilities returns who has to do with what as a matrix: rows actors and
// columns goals, say. Duties of nobody stand in the row of the missing actor.
// With doc, only the statements of that document count.
func (v *View) Responsibilities(rows, columns Axis, doc string) (Matrix, error) {
	if !slices.Contains(Axes(), rows) || !slices.Contains(Axes(), columns) || rows == columns {
		return Matrix{}, fmt.Errorf("%w: rows and columns must be two different ones of %s", ErrParameter, axisNames())
	}
	if doc != "" {
		var err error
		if doc, err = v.DocumentID(doc); err != nil {
			return Matrix{}, err
		}
	}
	cells := map[[2]index.Node]*Cell{}
	totals := map[index.Node]int{}
	for o := range v.x.Outlines(doc) {
		for _, r := range v.on(rows, o) {
			for _, c := range v.on(columns, o) {
				note(cells, [2]index.Node{r, c}, o.Force)
				totals[r]++
				totals[c]++
			}
		}
	}
	return v.matrix(cells, totals), nil
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
func (v *View) matrix(cells map[[2]index.Node]*Cell, totals map[index.Node]int) Matrix {
	m := Matrix{}
	row, column := map[index.Node]int{}, map[index.Node]int{}
	for at := range cells {
		row[at[0]], column[at[1]] = 0, 0
	}
	m.Rows, m.Columns = v.ranked(row, totals), v.ranked(column, totals)
	for at, c := range cells {
		c.Row, c.Column = row[at[0]], column[at[1]]
		m.Cells = append(m.Cells, *c)
	}
	slices.SortFunc(m.Cells, func(a, b Cell) int { return cmp.Or(a.Row-b.Row, a.Column-b.Column) })
	return m
}

// ranked returns the nodes as entities in order and notes the place of each.
func (v *View) ranked(place map[index.Node]int, totals map[index.Node]int) []index.Entity {
	var out []index.Entity
	for n := range place {
		out = append(out, v.Describe(n))
	}
	slices.SortFunc(out, func(a, b index.Entity) int {
		return cmp.Or(
			compareBool(a.Kind == graph.ClassGap, b.Kind == graph.ClassGap),
			totals[b.Node]-totals[a.Node], cmp.Compare(a.Label, b.Label), cmp.Compare(a.IRI, b.IRI))
	})
	for i, e := range out {
		place[e.Node] = i
	}
	return out
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
