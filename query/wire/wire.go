// Package wire gives the answers of query their JSON shapes, the same over HTTP
// and on the command line. Lists are never null; start and end count UTF-8
// bytes of the stored text, char_start and char_end its Unicode code points.
package wire

import (
	"mandate/graph"
	"mandate/graph/index"
	"mandate/query"
)

// Ref names a node.
type Ref struct {
	IRI   string `json:"iri" example:"goal:fair-trade"`
	Label string `json:"label"`
	Kind  string `json:"kind" doc:"kind of actor (State, Company, …) or class (Principle, Goal, Section, Topic, Instrument, Document, Statement, Gap)"`
}

// Party names an actor.
type Party struct {
	ID    string `json:"id" example:"united-nations" doc:"unassigned for the missing actor of a gap"`
	Label string `json:"label"`
	Kind  string `json:"kind"`
}

// Topic names a topic.
type Topic struct {
	IRI   string `json:"iri"`
	Label string `json:"label"`
}

// List is one page of a list.
type List[T any] struct {
	Items []T    `json:"items"`
	Total int    `json:"total" doc:"of all pages"`
	Next  string `json:"next,omitempty" doc:"cursor of the next page; absent on the last"`
}

// NewList makes a page from what it shows.
func NewList[T, U any](items []T, total int, next string, show func(T) U) List[U] {
	return List[U]{Items: each(items, show), Total: total, Next: next}
}

// each shows every item; the list is never nil.
func each[T, U any](items []T, show func(T) U) []U {
	out := make([]U, 0, len(items))
	for _, item := range items {
		out = append(out, show(item))
	}
	return out
}

// RefOf shows an entity.
func RefOf(e index.Entity) Ref { return Ref{IRI: e.IRI, Label: e.Label, Kind: e.Kind} }

func partyOf(e index.Entity) Party { return Party{ID: e.ID, Label: e.Label, Kind: e.Kind} }

// Refs shows entities.
func Refs(entities []index.Entity) []Ref { return each(entities, RefOf) }

// Suggestion is an entity that a search proposes.
type Suggestion struct {
	Ref
	Aliases []string `json:"aliases"`
}

// SuggestionOf shows an entity with its other names.
func SuggestionOf(e index.Entity) Suggestion {
	return Suggestion{Ref: RefOf(e), Aliases: each(e.Aliases, func(s string) string { return s })}
}

// Counts says how many statements a node has a part in.
type Counts struct {
	Statements int            `json:"statements"`
	ByForce    map[string]int `json:"by_force"`
}

// Item is an entity in a list.
type Item struct {
	Ref
	ID      string   `json:"id"`
	Aliases []string `json:"aliases,omitempty"`
	Counts  Counts   `json:"counts"`
}

// ItemOf shows an entity with its counts.
func ItemOf(i query.Item) Item {
	return Item{
		Ref: RefOf(i.Entity), ID: i.ID, Aliases: i.Aliases,
		Counts: Counts{Statements: i.Statements, ByForce: byForce(i.ByForce)},
	}
}

func byForce(counts map[graph.Force]int) map[string]int {
	out := make(map[string]int, len(counts))
	for f, n := range counts {
		out[string(f)] = n
	}
	return out
}

// Neighbour is a node that statements link to another.
type Neighbour struct {
	Ref
	Predicate string `json:"predicate" example:"commitsTo"`
	Direction string `json:"direction" enum:"out,in"`
	Count     int    `json:"count" doc:"statements that make the link"`
}

// NeighbourOf shows a neighbour.
func NeighbourOf(n query.Neighbour) Neighbour {
	direction := "out"
	if n.Inward {
		direction = "in"
	}
	return Neighbour{Ref: RefOf(n.Entity), Predicate: n.Predicate, Direction: direction, Count: n.Count}
}

// Detail is an entity with what statements say of it.
type Detail struct {
	Item
	Neighbours      []Neighbour `json:"neighbours" doc:"those with most statements first"`
	NeighboursTotal int         `json:"neighbours_total"`
	Statements      []Statement `json:"statements" doc:"the first that name it in any part"`
	StatementsTotal int         `json:"statements_total"`
}

// DetailOf shows an entity, and the first of its neighbours and statements, at
// most so many.
func DetailOf(v *query.View, e index.Entity, neighbours, statements int) Detail {
	beside := v.Neighbours(e.Node)
	first, total := v.About(e.Node, statements)
	return Detail{
		Item:            ItemOf(query.Item{Entity: e, Count: v.CountOf(e.Node)}),
		Neighbours:      each(beside[:min(len(beside), neighbours)], NeighbourOf),
		NeighboursTotal: len(beside),
		Statements:      Statements(v, first),
		StatementsTotal: total,
	}
}
