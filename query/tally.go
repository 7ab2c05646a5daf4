package query

import (
	"cmp"
	"slices"

	"mandate/graph"
	"mandate/graph/index"
)

// Count says how many statements an entity has a part in: as the actor, as what
// is served, as a topic.
type Count struct {
	Statements int
	ByForce    map[graph.Force]int
}

// Item is an entity with its count.
type Item struct {
	index.Entity
	Count
}

// List returns the entities of a class, those with most statements first, then
// by label. The caller must not change them.
func (v *View) List(class string) []Item {
	if items, ok := v.lists.Load(class); ok {
		return items.([]Item)
	}
	var items []Item
	for _, e := range v.x.Entities(class) {
		items = append(items, Item{e, v.CountOf(e.Node)})
	}
	slices.SortStableFunc(items, func(a, b Item) int { return cmp.Compare(b.Statements, a.Statements) })
	v.lists.Store(class, items)
	return items
}

// CountOf returns the count of one node.
func (v *View) CountOf(n index.Node) Count {
	if c := v.census().counts[n]; c != nil {
		return *c
	}
	return Count{ByForce: map[graph.Force]int{}}
}

// with returns the count with one more statement, a new one for nil.
func (c *Count) with(f graph.Force) *Count {
	if c == nil {
		c = &Count{ByForce: map[graph.Force]int{}}
	}
	c.Statements++
	c.ByForce[f]++
	return c
}

// parts returns the nodes that a statement counts for: its actor, what it
// serves, what it concerns and the instruments that it names.
func parts(o index.Outline) []index.Node {
	return slices.Concat([]index.Node{o.Actor}, o.Serves, o.Topics, o.References)
}
