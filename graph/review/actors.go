package review

import (
	"slices"
	"strings"

	"mandate/graph"
)

// replace puts one actor in the place of another, wherever the document names
// it, and tells whether it does. One that is the same gets its names too.
func (y *layer) replace(c *Correction, from string, same bool) bool {
	at, found := y.actor(from)
	if !found || from == c.Into.ID {
		return false
	}
	gone := y.r.Actors[at]
	y.r.Actors = slices.Delete(y.r.Actors, at, at+1)
	into := y.describe(c.Into)
	delete(y.edited, c.Into.ID)
	if same {
		into.AltLabels = otherNames(into, append(slices.Clone(gone.AltLabels), gone.Label)...)
	}
	into.MemberOf = union(into.MemberOf, gone.MemberOf)
	for i := range y.r.Actors {
		a := &y.r.Actors[i]
		a.MemberOf = slices.DeleteFunc(slices.Clone(exchanged(a.MemberOf, from, c.Into.ID, true)), func(id string) bool { return id == a.ID })
	}
	for i := range y.r.Statements {
		s := &y.r.Statements[i]
		s.Involves, s.Recipients = exchanged(s.Involves, from, c.Into.ID, false), exchanged(s.Recipients, from, c.Into.ID, false)
		if s.Actor == from {
			s.Actor = c.Into.ID
			y.reviewed(i, c)
		}
	}
	return true
}

// alias gives an actor one more name. Whoever was read under that name is the
// same actor.
func (y *layer) alias(c *Correction) bool {
	merged := false
	for _, a := range slices.Clone(y.r.Actors) {
		if a.ID != c.Into.ID && graph.Slug(a.Label) == graph.Slug(c.Name) {
			merged = y.replace(c, a.ID, true) || merged
		}
	}
	at, found := y.actor(c.Into.ID)
	if !found {
		return merged
	}
	a := &y.r.Actors[at]
	a.AltLabels = otherNames(a, append(slices.Clone(a.AltLabels), c.Name)...)
	return true
}

// otherNames returns the other names of an actor with some more, sorted.
func otherNames(a *graph.Actor, more ...string) []string {
	names := union(a.AltLabels, more)
	return slices.DeleteFunc(names, func(name string) bool { return name == a.Label || strings.TrimSpace(name) == "" })
}

func union(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// exchanged returns a list with one actor in the place of another, each once.
func exchanged(list []string, from, into string, sorted bool) []string {
	if !slices.Contains(list, from) {
		return list
	}
	var out []string
	for _, id := range list {
		if id == from {
			id = into
		}
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	if sorted {
		slices.Sort(out)
	}
	return out
}

// forgetActors leaves out the actors that the document named as it was read and,
// as corrected, does not.
func (y *layer) forgetActors() {
	before, now := mentioned(y.raw), mentioned(&y.r)
	y.r.Actors = slices.DeleteFunc(y.r.Actors, func(a graph.Actor) bool { return (before[a.ID] || y.edited[a.ID]) && !now[a.ID] })
	listed := map[string]bool{}
	for _, a := range y.r.Actors {
		listed[a.ID] = true
	}
	for i := range y.r.Actors {
		a := &y.r.Actors[i]
		a.MemberOf = slices.DeleteFunc(slices.Clone(a.MemberOf), func(id string) bool { return !listed[id] })
	}
}

// mentioned are the actors that statements name.
func mentioned(r *graph.Reading) map[string]bool {
	m := map[string]bool{}
	for i := range r.Statements {
		s := &r.Statements[i]
		m[s.Actor] = true
		for _, id := range slices.Concat(s.Involves, s.Recipients) {
			m[id] = true
		}
	}
	return m
}
