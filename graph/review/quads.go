package review

import (
	"slices"
	"time"

	"github.com/cayleygraph/quad"

	"mandate/graph"
)

// Quads writes corrections as quads of their own graph, sorted.
func Quads(corrections []Correction) []quad.Quad {
	e := &encoder{}
	for i := range corrections {
		e.correction(&corrections[i])
	}
	return e.sorted()
}

// encoder collects the quads of corrections.
type encoder struct{ out []quad.Quad }

func (e *encoder) add(subject, predicate string, object quad.Value) {
	e.out = append(e.out, quad.Quad{Subject: quad.IRI(subject), Predicate: quad.IRI(predicate), Object: object, Label: quad.IRI(graph.CorrectionsGraph)})
}

func (e *encoder) link(subject, predicate, object string) {
	e.add(subject, predicate, quad.IRI(object))
}

// text adds a literal; an empty one says nothing and is left out.
func (e *encoder) text(subject, predicate, literal string) {
	if literal != "" {
		e.add(subject, predicate, quad.String(literal))
	}
}

func (e *encoder) sorted() []quad.Quad {
	slices.SortFunc(e.out, graph.CompareQuads)
	return slices.CompactFunc(e.out, func(a, b quad.Quad) bool { return graph.CompareQuads(a, b) == 0 })
}

func (e *encoder) correction(c *Correction) {
	iri := graph.CorrectionIRI(c.ID)
	e.link(iri, graph.PredType, graph.ClassCorrection)
	e.text(iri, graph.PredCorrectionKind, string(c.Kind))
	e.add(iri, graph.PredSequence, quad.Int(c.Sequence))
	e.text(iri, graph.PredReason, c.Reason)
	e.link(iri, graph.PredWasAttributedTo, graph.ReviewerIRI(c.By))
	e.link(graph.ReviewerIRI(c.By), graph.PredType, graph.ClassReviewer)
	e.text(graph.ReviewerIRI(c.By), graph.PredLabel, c.By)
	if !c.At.IsZero() {
		e.add(iri, graph.PredGeneratedAtTime, quad.Time(c.At))
	}
	if c.Undoes != "" {
		e.link(iri, graph.PredUndoes, graph.CorrectionIRI(c.Undoes))
	}
	e.target(iri, c)
	e.actors(iri, c)
	for _, change := range c.Changes {
		e.change(iri, change)
	}
}

func (e *encoder) target(iri string, c *Correction) {
	if c.Doc == "" {
		return
	}
	t, node := &c.Target, iri+"#target"
	e.link(iri, graph.PredHasTarget, node)
	e.link(node, graph.PredHasSource, graph.DocIRI(c.Doc))
	if t.Quote == "" {
		return
	}
	if t.Statement != "" {
		e.link(iri, graph.PredWasRevisionOf, graph.StatementIRI(t.Statement))
	}
	e.text(node, graph.PredExact, t.Quote)
	e.text(node, graph.PredPrefix, t.Prefix)
	e.text(node, graph.PredSuffix, t.Suffix)
	e.text(node, graph.PredActorID, t.Actor)
	e.text(node, graph.PredAim, t.Aim)
	e.text(node, graph.PredPolarity, string(t.Polarity))
}

func (e *encoder) actors(iri string, c *Correction) {
	e.party(iri, graph.PredFromActor, iri+"#from", c.From)
	e.party(iri, graph.PredIntoActor, iri+"#into", c.Into)
	e.text(iri+"#into", graph.PredAltLabel, c.Name)
}

func (e *encoder) party(iri, predicate, node string, p Party) {
	if p.ID == "" {
		return
	}
	e.link(iri, predicate, node)
	e.text(node, graph.PredActorID, p.ID)
	e.text(node, graph.PredLabel, p.Label)
	if p.Kind != "" {
		e.link(node, graph.PredActorKind, string(p.Kind))
	}
}

func (e *encoder) change(iri string, c Change) {
	p, ok := partOf(c.Component)
	if !ok {
		return
	}
	node := iri + "#" + string(c.Component)
	e.link(iri, graph.PredChange, node)
	e.link(node, graph.PredPredicate, p.predicate)
	e.text(node, graph.PredBefore, c.Before)
	e.text(node, graph.PredAfter, c.After)
}

// lastSequence leaves room for corrections behind those that others wrote.
const lastSequence = 1 << 40

// ReadLog rebuilds the log from its quads, in any order. What among them is no
// correction, or does not hold together, is passed over: others may write there
// too.
func ReadLog(quads []quad.Quad) *Log {
	d := decoder{}
	for _, q := range quads {
		s, ok := q.Subject.(quad.IRI)
		p, ok2 := q.Predicate.(quad.IRI)
		if ok && ok2 {
			key := [2]string{string(s), string(p)}
			d[key] = append(d[key], q.Object)
		}
	}
	var all []Correction
	for key, classes := range d {
		if key[1] != graph.PredType || !slices.Contains(classes, quad.Value(quad.IRI(graph.ClassCorrection))) {
			continue
		}
		if c := d.correction(key[0]); c.Validate() == nil && c.Sequence > 0 && c.Sequence <= lastSequence {
			all = append(all, c)
		}
	}
	return NewLog(all)
}

// decoder holds the objects of quads by subject and predicate.
type decoder map[[2]string][]quad.Value

// text returns the literal, the first in order should there be several.
func (d decoder) text(subject, predicate string) string {
	return first[quad.String](d[[2]string{subject, predicate}])
}

func (d decoder) iri(subject, predicate string) string {
	return first[quad.IRI](d[[2]string{subject, predicate}])
}

func first[T ~string](values []quad.Value) string {
	least, found := "", false
	for _, v := range values {
		if s, ok := v.(T); ok && (!found || string(s) < least) {
			least, found = string(s), true
		}
	}
	return least
}

func (d decoder) id(subject, predicate string) string {
	if iri := d.iri(subject, predicate); iri != "" {
		return graph.LocalID(iri)
	}
	return ""
}

func (d decoder) correction(iri string) Correction {
	target, from, into := d.iri(iri, graph.PredHasTarget), d.iri(iri, graph.PredFromActor), d.iri(iri, graph.PredIntoActor)
	c := Correction{
		ID: graph.LocalID(iri), Kind: Kind(d.text(iri, graph.PredCorrectionKind)), Reason: d.text(iri, graph.PredReason),
		By: d.text(d.iri(iri, graph.PredWasAttributedTo), graph.PredLabel), Undoes: d.id(iri, graph.PredUndoes),
		Doc: d.id(target, graph.PredHasSource),
		Target: Target{
			Statement: d.id(iri, graph.PredWasRevisionOf), Quote: d.text(target, graph.PredExact),
			Prefix: d.text(target, graph.PredPrefix), Suffix: d.text(target, graph.PredSuffix),
			Actor: d.text(target, graph.PredActorID), Aim: d.text(target, graph.PredAim), Polarity: graph.Polarity(d.text(target, graph.PredPolarity)),
		},
		From: d.party(from),
		Into: d.party(into),
		Name: d.text(into, graph.PredAltLabel),
	}
	for _, v := range d[[2]string{iri, graph.PredSequence}] {
		if n, ok := v.(quad.Int); ok {
			c.Sequence = max(c.Sequence, int(n))
		}
	}
	for _, v := range d[[2]string{iri, graph.PredGeneratedAtTime}] {
		if at, ok := v.(quad.Time); ok {
			c.At = time.Time(at).UTC()
		}
	}
	c.Changes = d.changes(iri)
	return c
}

func (d decoder) party(node string) Party {
	return Party{d.text(node, graph.PredActorID), d.text(node, graph.PredLabel), graph.ActorKind(d.iri(node, graph.PredActorKind))}
}

func (d decoder) changes(iri string) []Change {
	var changes []Change
	for _, p := range parts() {
		node := iri + "#" + string(p.component)
		if d.iri(node, graph.PredPredicate) == p.predicate {
			changes = append(changes, Change{p.component, d.text(node, graph.PredBefore), d.text(node, graph.PredAfter)})
		}
	}
	return changes
}
