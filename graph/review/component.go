package review

import (
	"slices"
	"strings"

	"mandate/graph"
)

// Component names a part of a statement that can be put otherwise, as the wire
// and the command line call it.
type Component string

// The components.
const (
	Actor      Component = "actor"
	Deontic    Component = "deontic"
	Force      Component = "force"
	Aim        Component = "aim"
	Object     Component = "object"
	Recipient  Component = "recipient"
	Condition  Component = "condition"
	Constraint Component = "constraint"
	OrElse     Component = "or_else"
	Polarity   Component = "polarity"
	Topics     Component = "topics" // one a line
)

// part is how a component is read from a statement, written to it, and called in
// the graph.
type part struct {
	component Component
	predicate string
	get       func(*graph.Statement) string
	set       func(*graph.Statement, string)
}

func phrase(c Component, predicate string, of func(*graph.Statement) *string) part {
	return part{c, predicate, func(s *graph.Statement) string { return *of(s) }, func(s *graph.Statement, v string) { *of(s) = v }}
}

// parts are the components in the order of the Institutional Grammar.
func parts() []part {
	return []part{
		phrase(Actor, graph.PredAttribute, func(s *graph.Statement) *string { return &s.Actor }),
		phrase(Deontic, graph.PredDeontic, func(s *graph.Statement) *string { return &s.Deontic }),
		{Force, graph.PredType, func(s *graph.Statement) string { return string(s.Force) }, func(s *graph.Statement, v string) { s.Force = graph.Force(v) }},
		phrase(Aim, graph.PredAim, func(s *graph.Statement) *string { return &s.Aim }),
		phrase(Object, graph.PredDirectObject, func(s *graph.Statement) *string { return &s.Object }),
		phrase(Recipient, graph.PredIndirectObject, func(s *graph.Statement) *string { return &s.Recipient }),
		phrase(Condition, graph.PredActivationCondition, func(s *graph.Statement) *string { return &s.Condition }),
		phrase(Constraint, graph.PredExecutionConstraint, func(s *graph.Statement) *string { return &s.Constraint }),
		phrase(OrElse, graph.PredOrElse, func(s *graph.Statement) *string { return &s.OrElse }),
		{Polarity, graph.PredPolarity, func(s *graph.Statement) string { return string(s.Polarity) }, func(s *graph.Statement, v string) { s.Polarity = graph.Polarity(v) }},
		{Topics, graph.PredConcerns, func(s *graph.Statement) string { return strings.Join(s.Topics, "\n") }, func(s *graph.Statement, v string) { s.Topics = lines(v) }},
	}
}

// Components returns all components, in the order in which changes list them.
func Components() []Component {
	var all []Component
	for _, p := range parts() {
		all = append(all, p.component)
	}
	return all
}

func partOf(c Component) (part, bool) {
	all := parts()
	i := slices.IndexFunc(all, func(p part) bool { return p.component == c })
	if i < 0 {
		return part{}, false
	}
	return all[i], true
}

// Value returns a component of a statement.
func Value(s *graph.Statement, c Component) string {
	p, _ := partOf(c)
	return p.get(s)
}

// lines are the topics of a text, each once, in the order that the graph keeps.
func lines(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && graph.Slug(line) != "" {
			out = append(out, line)
		}
	}
	slices.SortFunc(out, func(a, b string) int { return strings.Compare(graph.TopicIRI(a), graph.TopicIRI(b)) })
	return slices.CompactFunc(out, func(a, b string) bool { return graph.TopicIRI(a) == graph.TopicIRI(b) })
}

// valid checks the value that a component is to have.
func (c Change) valid() error {
	switch c.Component {
	case Force:
		if graph.Force(c.After).Class() == "" {
			return invalid("there is no force %q: give one of %s", c.After, forces())
		}
	case Polarity:
		if c.After != string(graph.Positive) && c.After != string(graph.Negative) {
			return invalid("the polarity %q is neither + nor -", c.After)
		}
	case Actor, Aim:
		if c.After == "" {
			return invalid("the %s cannot be empty", c.Component)
		}
	default:
		if _, ok := partOf(c.Component); !ok {
			return invalid("a statement has no component %q", c.Component)
		}
	}
	return nil
}

func forces() string {
	var names []string
	for _, f := range graph.Forces() {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}
