package index

import (
	"cmp"
	"slices"
	"strings"

	"mandate/graph"
)

// Entity is a named node as a reader meets it: an actor, principle, goal,
// section, topic, instrument or document.
type Entity struct {
	Node    Node
	IRI     string   // actor:united-nations
	ID      string   // united-nations: the IRI without its scheme
	Label   string   // the label that most documents give it
	Class   string   // one of EntityClasses
	Kind    string   // of actors the ActorKind (State, …), of others the Class
	Aliases []string // other labels and alternative labels, sorted
}

// EntityClasses returns the classes of named nodes.
func EntityClasses() []string {
	return []string{graph.ClassActor, graph.ClassPrinciple, graph.ClassGoal, graph.ClassSection,
		graph.ClassTopic, graph.ClassInstrument, graph.ClassDocument}
}

// Entity describes a named node; false for statements, literals and the like,
// and for graph.Unassigned, who is nobody.
func (x *Index) Entity(n Node) (Entity, bool) {
	class := x.entityClass(n)
	if class == "" {
		return Entity{}, false
	}
	iri := x.IRI(n)
	e := Entity{Node: n, IRI: iri, ID: graph.LocalID(iri), Class: class, Kind: class}
	if class == graph.ClassActor {
		e.Kind = cmp.Or(x.mostUsed(n, graph.PredActorKind), string(graph.OtherActor))
	}
	e.Label = cmp.Or(x.Label(n), e.ID)
	e.Aliases = x.aliases(n, e.Label)
	return e, true
}

// Label returns the label or title that most documents give a node, a heading
// too; empty for one that has none.
func (x *Index) Label(n Node) string {
	return cmp.Or(x.mostUsed(n, graph.PredLabel), x.mostUsed(n, graph.PredTitle))
}

// Entities returns all nodes of a class, by label, then IRI.
func (x *Index) Entities(class string) []Entity {
	classNode, ok := x.NodeOf(class)
	rdfType, ok2 := x.NodeOf(graph.PredType)
	if !ok || !ok2 {
		return nil
	}
	var out []Entity
	last := None
	for l := range x.In(classNode) {
		if l.Predicate != rdfType || l.Subject == last {
			continue
		}
		last = l.Subject
		if e, ok := x.Entity(l.Subject); ok && e.Class == class {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(a, b Entity) int { return cmp.Or(cmp.Compare(a.Label, b.Label), cmp.Compare(a.IRI, b.IRI)) })
	return out
}

// entityClass returns the class of a named node, empty for any other.
func (x *Index) entityClass(n Node) string {
	rdfType, ok := x.NodeOf(graph.PredType)
	if !ok {
		return ""
	}
	for _, l := range x.OutBy(n, rdfType) {
		if class := x.IRI(l.Object); slices.Contains(EntityClasses(), class) {
			return class
		}
	}
	return ""
}

// mostUsed returns the object that most documents give n for the predicate, the
// first in order among equals.
func (x *Index) mostUsed(n Node, predicate string) string {
	p, ok := x.NodeOf(predicate)
	if !ok {
		return ""
	}
	best, most := "", 0
	count := map[Node]int{}
	for _, l := range x.OutBy(n, p) {
		count[l.Object]++
	}
	for object, c := range count {
		if text := x.text(object); c > most || c == most && text < best {
			best, most = text, c
		}
	}
	return best
}

// aliases returns the names of n other than its label.
func (x *Index) aliases(n Node, label string) []string {
	var out []string
	for _, predicate := range []string{graph.PredAltLabel, graph.PredLabel, graph.PredTitle} {
		if p, ok := x.NodeOf(predicate); ok {
			out = slices.AppendSeq(out, x.literals(n, p))
		}
	}
	slices.Sort(out)
	out = slices.DeleteFunc(out, func(s string) bool { return strings.TrimSpace(s) == "" || s == label })
	return slices.Compact(out)
}
