package graph

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// Quads writes a reading as quads: sorted, each once, every one labelled with
// the document. The same reading gives the same quads. Readings is the inverse
// where, within the document, labels with the same slug are spelt the same; of
// differing ones the first stands for all.
func Quads(r Reading) []quad.Quad { return quadsOf(r, encodeStructure(r)) }

// quadsOf writes a reading with a structure that need not be its own.
func quadsOf(r Reading, structure string) []quad.Quad {
	e := &encoder{
		doc:      &r.Document,
		label:    quad.IRI(DocIRI(r.Document.ID)),
		sections: r.Document.SectionIRIs(),
		offsets:  NewOffsets(r.Document.Text),
		labelled: map[string]bool{},
	}
	e.document(r, structure)
	e.headings()
	for i := range r.Actors {
		e.actor(&r.Actors[i])
	}
	for i := range r.Statements {
		e.statement(&r.Statements[i])
	}
	e.altLabels(r.AltLabels)
	e.broader()
	e.directEdges(r)
	slices.SortFunc(e.out, CompareQuads)
	return slices.Compact(e.out)
}

// encoder collects the quads of one document.
type encoder struct {
	doc      *Document
	label    quad.IRI
	sections []string // SectionIRIs of the document
	offsets  *Offsets
	labelled map[string]bool // nodes that have their label
	out      []quad.Quad
}

func (e *encoder) add(subject, predicate string, object quad.Value) {
	e.out = append(e.out, quad.Quad{
		Subject: quad.IRI(subject), Predicate: quad.IRI(predicate), Object: object, Label: e.label,
	})
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

func (e *encoder) number(subject, predicate string, n int) {
	e.add(subject, predicate, quad.Int(n))
}

// node gives a node its class and label, the first label within a document.
func (e *encoder) node(iri, class, label string) {
	e.link(iri, PredType, class)
	if !e.labelled[iri] {
		e.labelled[iri] = true
		e.text(iri, PredLabel, label)
	}
}

func (e *encoder) document(r Reading, structure string) {
	d, iri := e.doc, DocIRI(e.doc.ID)
	e.link(iri, PredType, ClassDocument)
	e.text(iri, PredTitle, d.Title)
	e.text(iri, PredPublisher, d.Byline)
	e.text(iri, PredIssued, d.Issued)
	e.text(iri, PredSource, d.Source)
	e.text(iri, PredFormat, d.MediaType)
	e.text(iri, PredLanguage, d.Language)
	e.text(iri, PredSHA256, d.SHA256)
	e.text(iri, PredFileSHA256, d.FileSHA256)
	e.text(iri, PredExtractor, d.Extractor)
	e.text(iri, PredModel, d.Model)
	e.text(iri, PredText, d.Text)
	e.text(iri, PredStructure, structure)
	e.unread(iri, r.Unread)
	for _, id := range r.Applied {
		e.link(iri, PredApplies, CorrectionIRI(id))
	}
}

// unread writes the counts that are not zero.
func (e *encoder) unread(iri string, u Unread) {
	for _, count := range []struct {
		predicate string
		n         int
	}{{PredUnread, u.Total()}, {PredForeign, u.Foreign}, {PredTabular, u.Tabular}, {PredWordless, u.Wordless}, {PredCut, u.Cut}, {PredConstitutive, u.Constitutive}} {
		if count.n > 0 {
			e.number(iri, count.predicate, count.n)
		}
	}
}

func (e *encoder) headings() {
	for i, s := range e.doc.Sections {
		heading := HeadingIRI(e.doc.ID, i)
		e.link(heading, PredType, ClassHeading)
		e.link(heading, PredIsPartOf, e.headingOrDocument(s.Parent))
		e.text(heading, PredTitle, s.Title)
		e.text(heading, PredNumber, s.Number)
		e.number(heading, PredLevel, s.Level)
		e.link(heading, PredWasQuotedFrom, e.evidence(s.Span))

		e.node(e.sections[i], string(s.Kind), cmp.Or(s.Title, s.Number))
		e.link(e.sections[i], PredIsPartOf, heading)
	}
}

func (e *encoder) headingOrDocument(section int) string {
	if section < 0 {
		return DocIRI(e.doc.ID)
	}
	return HeadingIRI(e.doc.ID, section)
}

// evidence describes a stretch of the text and returns its IRI.
func (e *encoder) evidence(s Span) string {
	iri := CharIRI(e.doc.ID, s)
	if e.labelled[iri] {
		return iri
	}
	e.labelled[iri] = true
	prefix, suffix := s.Surroundings(e.doc.Text)
	e.link(iri, PredType, ClassEvidence)
	e.text(iri, PredPrefix, prefix)
	e.text(iri, PredExact, s.In(e.doc.Text))
	e.text(iri, PredSuffix, suffix)
	e.number(iri, PredStart, s.CharStart)
	e.number(iri, PredEnd, s.CharEnd)
	return iri
}

func (e *encoder) actor(a *Actor) {
	iri := ActorIRI(a.ID)
	e.node(iri, ClassActor, a.Label)
	e.link(iri, PredActorKind, string(a.Kind))
	for _, alt := range a.AltLabels {
		e.text(iri, PredAltLabel, alt)
	}
	for _, m := range a.MemberOf {
		e.link(iri, PredMemberOf, ActorIRI(m))
	}
}

func (e *encoder) directEdges(r Reading) {
	for _, d := range DirectEdges(r) {
		e.link(d.Actor, d.Predicate, d.Target)
		if MakesResponsible(d.Predicate) {
			e.link(d.Actor, PredResponsibleFor, d.Target)
		}
	}
}

// CompareQuads orders quads by subject, predicate, object and label.
func CompareQuads(a, b quad.Quad) int {
	return cmp.Or(
		compareValues(a.Subject, b.Subject),
		compareValues(a.Predicate, b.Predicate),
		compareValues(a.Object, b.Object),
		compareValues(a.Label, b.Label),
	)
}

// compareValues orders values by kind, then within a kind without writing the
// common ones out.
func compareValues(a, b quad.Value) int {
	if c := cmp.Compare(valueRank(a), valueRank(b)); c != 0 {
		return c
	}
	switch x := a.(type) {
	case quad.IRI:
		return strings.Compare(string(x), string(b.(quad.IRI)))
	case quad.String:
		return strings.Compare(string(x), string(b.(quad.String)))
	case quad.Int:
		return cmp.Compare(x, b.(quad.Int))
	}
	return strings.Compare(quad.StringOf(a), quad.StringOf(b))
}

func valueRank(v quad.Value) int {
	switch v.(type) {
	case nil:
		return 0
	case quad.IRI:
		return 1
	case quad.String:
		return 2
	case quad.Int:
		return 3
	}
	return 4
}
