package index

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"mandate/graph"
)

// names finds entities by what people call them. Names are compared as slugs,
// so case, diacritics, spacing and punctuation do not matter.
type names struct {
	nodes map[string][]Node // by slug of a label, alias or ID
	slugs []string          // keys of nodes, sorted
}

func (x *Index) collectNames() *names {
	n := &names{nodes: map[string][]Node{}}
	for _, class := range EntityClasses() {
		for _, e := range x.Entities(class) {
			for _, name := range append([]string{e.Label, e.ID}, e.Aliases...) {
				n.note(graph.Slug(name), e.Node)
			}
		}
	}
	n.slugs = slices.Sorted(maps.Keys(n.nodes))
	return n
}

func (n *names) note(slug string, node Node) {
	if slug != "" && !slices.Contains(n.nodes[slug], node) {
		n.nodes[slug] = append(n.nodes[slug], node)
	}
}

// Named returns the nodes that a name means. An IRI that the graph knows
// ("actor:china" or "<actor:china>") means that node alone; any other name all
// entities one of whose labels, aliases or IDs equals it when case, diacritics,
// spacing and a leading article are left aside. Sorted by IRI; none where the
// name is unknown.
func (x *Index) Named(name string) []Node {
	name = strings.TrimSpace(name)
	iri := strings.TrimSuffix(strings.TrimPrefix(name, "<"), ">")
	if n, ok := x.NodeOf(iri); ok && x.OutDegree(n)+x.InDegree(n) > 0 && (graph.Scheme(iri) != "" || iri != name) {
		return []Node{n}
	}
	slug := graph.Slug(name)
	nodes := x.named().nodes[slug]
	if len(nodes) == 0 {
		nodes = x.named().nodes[strings.TrimPrefix(slug, "the-")]
	}
	return slices.SortedFunc(slices.Values(nodes), func(a, b Node) int { return cmp.Compare(x.IRI(a), x.IRI(b)) })
}

// Search suggests entities for what was typed: those with a name that equals it
// first, then those with a name that starts with it, then those with a word
// that does; at most limit, each once, and of the classes alone where any are
// given.
func (x *Index) Search(typed string, limit int, classes ...string) []Entity {
	slug := graph.Slug(typed)
	if slug == "" {
		return nil
	}
	ranked := map[Node]int{}
	for _, name := range x.named().slugs {
		rank, ok := match(name, slug)
		if !ok {
			continue
		}
		for _, n := range x.named().nodes[name] {
			if old, ok := ranked[n]; !ok || rank < old {
				ranked[n] = rank
			}
		}
	}
	return x.best(ranked, limit, classes)
}

func match(name, slug string) (rank int, ok bool) {
	switch {
	case name == slug:
		return 0, true
	case strings.HasPrefix(name, slug):
		return 1, true
	case strings.Contains(name, "-"+slug):
		return 2, true
	}
	return 0, false
}

// best returns the entities of the lowest ranks; among equals those with most
// links first.
func (x *Index) best(ranked map[Node]int, limit int, classes []string) []Entity {
	nodes := slices.SortedFunc(maps.Keys(ranked), func(a, b Node) int {
		return cmp.Or(ranked[a]-ranked[b], x.InDegree(b)-x.InDegree(a), cmp.Compare(x.IRI(a), x.IRI(b)))
	})
	var out []Entity
	for _, n := range nodes {
		if len(out) >= limit {
			break
		}
		if len(classes) > 0 && !slices.Contains(classes, x.entityClass(n)) {
			continue
		}
		if e, ok := x.Entity(n); ok {
			out = append(out, e)
		}
	}
	return out
}
