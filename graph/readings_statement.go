package graph

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

// statements rebuilds the statements: those listed in their order, then any
// others by ID, which corrections put behind the listed ones of their sentence.
func (d *decoder) statements(listed []string, text string) ([]Statement, error) {
	rank := make(map[string]int, len(listed))
	for i, id := range listed {
		rank[StatementIRI(id)] = i - len(listed)
	}
	subjects := slices.SortedFunc(maps.Keys(d.facts), func(a, b string) int {
		return cmp.Or(rank[a]-rank[b], cmp.Compare(a, b))
	})
	var out []Statement
	for _, iri := range subjects {
		if !d.is(iri, ClassStatement) {
			continue
		}
		s, err := d.statement(iri, text)
		if err != nil {
			return nil, fmt.Errorf("statement %s: %w", iri, err)
		}
		out = append(out, s)
	}
	return inPlace(out, rank), nil
}

// inPlace moves statements that are not listed, which stand last, to where they
// stand in the text: behind those that begin there or before.
func inPlace(statements []Statement, rank map[string]int) []Statement {
	first := slices.IndexFunc(statements, func(s Statement) bool { return rank[StatementIRI(s.ID)] == 0 })
	if first < 0 {
		return statements
	}
	unlisted := slices.Clone(statements[first:])
	statements = statements[:first]
	for _, s := range unlisted {
		at := len(statements)
		for at > 0 && statements[at-1].Evidence.Start > s.Evidence.Start {
			at--
		}
		statements = slices.Insert(statements, at, s)
	}
	return statements
}

func (d *decoder) statement(iri, text string) (Statement, error) {
	order := d.order[LocalID(iri)]
	s := Statement{
		ID:         LocalID(iri),
		Actor:      LocalID(d.iri(iri, PredAttribute)),
		Deontic:    d.text(iri, PredDeontic),
		Force:      d.force(iri),
		Aim:        d.text(iri, PredAim),
		Object:     d.text(iri, PredDirectObject),
		Recipient:  d.text(iri, PredIndirectObject),
		Condition:  d.text(iri, PredActivationCondition),
		Constraint: d.text(iri, PredExecutionConstraint),
		OrElse:     d.text(iri, PredOrElse),
		Polarity:   Polarity(d.text(iri, PredPolarity)),
		Topics:     d.labels(order.restore(PredConcerns, d.iris(iri, PredConcerns))),
		Goals:      d.labels(order.restore(PredListsGoal, d.iris(iri, PredListsGoal))),
		References: d.labels(order.restore(PredReferences, d.iris(iri, PredReferences))),
		Involves:   localIDs(order.restore(PredInvolves, d.iris(iri, PredInvolves))),
		Recipients: localIDs(order.restore(PredRecipient, d.iris(iri, PredRecipient))),
		Cue:        d.text(iri, PredCue),
		Rule:       d.text(iri, PredRule),
		Reviews:    localIDs(d.iris(iri, PredReviewedIn)),
	}
	var err error
	if s.Section, err = d.section(iri); err != nil {
		return s, err
	}
	s.Evidence, err = d.evidence(iri, order, text)
	return s, err
}

func (d *decoder) evidence(iri string, order ordering, text string) (Evidence, error) {
	var ev Evidence
	var err error
	if ev.Span, err = d.span(d.iri(iri, PredWasQuotedFrom)); err != nil {
		return ev, err
	}
	ev.Quote = ev.Span.In(text)
	if ev.Sentence, err = d.number(iri, PredSentence); err != nil {
		return ev, err
	}
	for _, evidence := range order.restore(PredContext, d.iris(iri, PredContext)) {
		span, err := d.span(evidence)
		if err != nil {
			return ev, err
		}
		ev.Context = append(ev.Context, span)
	}
	return ev, nil
}

func (d *decoder) force(iri string) Force {
	for _, class := range d.iris(iri, PredType) {
		if f, ok := ForceOfClass(class); ok {
			return f
		}
	}
	return ""
}

// labels replaces the IRIs of nodes by their labels.
func (d *decoder) labels(iris []string) []string {
	for i, iri := range iris {
		iris[i] = cmp.Or(d.text(iri, PredLabel), LocalID(iri))
	}
	return iris
}
