package query

import (
	"cmp"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"mandate/graph"
	"mandate/graph/index"
)

// Resolve finds the one entity that a name means: an IRI, an ID, a label or an
// alias, whatever its case, diacritics or article ("the UN"). With classes, one
// of these classes alone. Where entities of several classes share the name, an
// actor goes before a principle or goal, these before a topic, an instrument, a
// section and a document; within a class a label goes before an alias.
// *UnknownError with suggestions, *AmbiguousError with candidates.
func (v *View) Resolve(name string, classes ...string) (index.Entity, error) {
	found := v.named(name, classes)
	found = foremost(found, func(e index.Entity) int { return precedence(e.Class) })
	found = foremost(found, func(e index.Entity) int {
		if graph.Slug(e.Label) == slugOf(name) {
			return 0
		}
		return 1
	})
	switch len(found) {
	case 0:
		return index.Entity{}, &UnknownError{Name: name, Wanted: kindOf(classes), Suggestions: v.suggest(name, classes)}
	case 1:
		return found[0], nil
	}
	return index.Entity{}, &AmbiguousError{Name: name, Candidates: found}
}

// Lookup finds the entity of a class by its ID ("china"), or else as Resolve
// does.
func (v *View) Lookup(class, id string) (index.Entity, error) {
	if n, ok := v.x.NodeOf(schemeOf(class) + ":" + id); ok {
		if e, ok := v.entity(n); ok && e.Class == class {
			return e, nil
		}
	}
	return v.Resolve(id, class)
}

// named returns all entities of the classes that bear the name.
func (v *View) named(name string, classes []string) []index.Entity {
	nodes := v.x.Named(name)
	if len(nodes) == 0 {
		nodes = v.x.Named(slugOf(name))
	}
	var found []index.Entity
	for _, n := range nodes {
		if e, ok := v.entity(n); ok && among(e.Class, classes) {
			found = append(found, e)
		}
	}
	return found
}

// slugOf folds a name and drops its article.
func slugOf(name string) string {
	slug := graph.Slug(name)
	for _, article := range []string{"the-", "an-", "a-"} {
		if rest, ok := strings.CutPrefix(slug, article); ok && rest != "" {
			return rest
		}
	}
	return slug
}

func among(class string, classes []string) bool {
	return len(classes) == 0 || slices.Contains(classes, class)
}

// foremost keeps the entities of the lowest rank.
func foremost(entities []index.Entity, rank func(index.Entity) int) []index.Entity {
	if len(entities) < 2 {
		return entities
	}
	best := rank(slices.MinFunc(entities, func(a, b index.Entity) int { return cmp.Compare(rank(a), rank(b)) }))
	return slices.DeleteFunc(entities, func(e index.Entity) bool { return rank(e) != best })
}

// precedence says which of several classes a bare name means.
func precedence(class string) int {
	switch class {
	case graph.ClassActor:
		return 0
	case graph.ClassPrinciple, graph.ClassGoal:
		return 1
	case graph.ClassTopic:
		return 2
	case graph.ClassInstrument:
		return 3
	case graph.ClassSection:
		return 4
	}
	return 5
}

// schemeOf returns the scheme of the IRIs of a class.
func schemeOf(class string) string {
	if class == graph.ClassDocument {
		return graph.SchemeDocument
	}
	return strings.ToLower(class)
}

func kindOf(classes []string) string {
	if len(classes) == 0 {
		return "node"
	}
	return strings.ToLower(strings.Join(classes, " or "))
}

// maxSuggestions is how many names a reader looks through.
const maxSuggestions = 5

// spelling is one way to write an entity's name, folded.
type spelling struct {
	slug string
	node index.Node
}

// spellings lists the names of all entities.
func (v *View) spellings() []spelling {
	var out []spelling
	for _, class := range index.EntityClasses() {
		for _, e := range v.x.Entities(class) {
			for _, name := range append([]string{e.Label}, e.Aliases...) {
				out = append(out, spelling{graph.Slug(name), e.Node})
			}
		}
	}
	return out
}

// suggest returns the entities whose names come nearest to one that is not
// known: those that start with it or have a word that does, then those that a
// few changed letters would make equal.
func (v *View) suggest(name string, classes []string) []index.Entity {
	slug := slugOf(name)
	if slug == "" {
		return nil
	}
	var out []index.Entity
	add := func(e index.Entity) {
		known := slices.ContainsFunc(out, func(o index.Entity) bool { return o.Node == e.Node })
		if !known && among(e.Class, classes) && len(out) < maxSuggestions {
			out = append(out, e)
		}
	}
	for _, e := range v.x.Search(slug, 4*maxSuggestions) {
		add(e)
	}
	for _, n := range v.nearest(slug) {
		if e, ok := v.entity(n); ok {
			add(e)
		}
	}
	return out
}

// nearest returns nodes with a name that differs from the slug in about a third
// of its letters at most (two that changed places count as two), the least
// different first.
func (v *View) nearest(slug string) []index.Node {
	limit := max(1, (len(slug)+1)/3)
	distance := map[index.Node]int{}
	for _, s := range v.names() {
		if max(len(s.slug)-len(slug), len(slug)-len(s.slug)) > limit {
			continue
		}
		d := levenshtein.ComputeDistance(slug, s.slug)
		if old, ok := distance[s.node]; d <= limit && (!ok || d < old) {
			distance[s.node] = d
		}
	}
	nodes := make([]index.Node, 0, len(distance))
	for n := range distance {
		nodes = append(nodes, n)
	}
	slices.SortFunc(nodes, func(a, b index.Node) int {
		return cmp.Or(distance[a]-distance[b], cmp.Compare(v.x.IRI(a), v.x.IRI(b)))
	})
	return nodes
}
