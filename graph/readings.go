package graph

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"
)

// ErrNoReading is returned for quads that hold no document, such as those that
// were written by other programs.
var ErrNoReading = errors.New("no document among the quads")

// Readings rebuilds the readings that quads were made from, by document ID.
// Quads whose label has no document are passed over.
func Readings(quads []quad.Quad) ([]Reading, error) {
	byLabel := map[string][]quad.Quad{}
	for _, q := range quads {
		label, _ := q.Label.(quad.IRI)
		byLabel[string(label)] = append(byLabel[string(label)], q)
	}
	var readings []Reading
	for _, label := range slices.Sorted(maps.Keys(byLabel)) {
		r, err := ReadingFrom(LocalID(label), byLabel[label])
		switch {
		case errors.Is(err, ErrNoReading):
		case err != nil:
			return nil, err
		default:
			readings = append(readings, r)
		}
	}
	return readings, nil
}

// ReadingFrom rebuilds one reading from the quads of its label, in any order.
// ErrNoReading where they do not describe the document.
func ReadingFrom(doc string, quads []quad.Quad) (Reading, error) {
	return newDecoder(doc, quads).valid()
}

// decoder holds the quads of one document by subject.
type decoder struct {
	doc     string
	facts   map[string][]quad.Quad
	offsets *Offsets
	kinds   map[string]SectionKind // by heading IRI
	order   map[string]ordering    // by statement ID
}

func newDecoder(doc string, quads []quad.Quad) *decoder {
	d := &decoder{doc: doc, facts: map[string][]quad.Quad{}}
	for _, q := range quads {
		if s, ok := q.Subject.(quad.IRI); ok {
			d.facts[string(s)] = append(d.facts[string(s)], q)
		}
	}
	return d
}

// valid rebuilds the reading and checks that it holds together.
func (d *decoder) valid() (Reading, error) {
	if !d.is(DocIRI(d.doc), ClassDocument) {
		return Reading{}, fmt.Errorf("document %s: %w", d.doc, ErrNoReading)
	}
	r, err := d.reading()
	if err == nil {
		err = r.Validate()
	}
	if err != nil {
		return Reading{}, fmt.Errorf("read document %s from its quads: %w", d.doc, err)
	}
	return r, nil
}

// head reads what the document's own node says of it.
func (d *decoder) head() Reading {
	iri := DocIRI(d.doc)
	r := Reading{Document: Document{
		ID:         d.doc,
		Title:      d.text(iri, PredTitle),
		Byline:     d.text(iri, PredPublisher),
		Issued:     d.text(iri, PredIssued),
		Source:     d.text(iri, PredSource),
		MediaType:  d.text(iri, PredFormat),
		Language:   d.text(iri, PredLanguage),
		Text:       d.text(iri, PredText),
		SHA256:     d.text(iri, PredSHA256),
		FileSHA256: d.text(iri, PredFileSHA256),
		Extractor:  d.text(iri, PredExtractor),
		Model:      d.text(iri, PredModel),
	}}
	for predicate, n := range map[string]*int{
		PredForeign: &r.Unread.Foreign, PredTabular: &r.Unread.Tabular, PredWordless: &r.Unread.Wordless, PredCut: &r.Unread.Cut, PredConstitutive: &r.Unread.Constitutive,
	} {
		*n, _ = d.number(iri, predicate)
	}
	r.Applied = localIDs(d.iris(iri, PredApplies))
	return r
}

// HeadFrom rebuilds what the quads of a document's own node tell, which is all
// but its sections, actors and statements, and counts its sentences.
func HeadFrom(doc string, quads []quad.Quad) (r Reading, sentences int) {
	d := decoder{doc: doc, facts: map[string][]quad.Quad{DocIRI(doc): quads}}
	var st struct {
		Sentences []int `json:"sentences"`
	}
	if json.Unmarshal([]byte(d.text(DocIRI(doc), PredStructure)), &st) != nil {
		return d.head(), 0 // which only reading the document can tell
	}
	return d.head(), len(st.Sentences) / sentenceWidth
}

func (d *decoder) reading() (Reading, error) {
	iri := DocIRI(d.doc)
	r := d.head()
	d.offsets = NewOffsets(r.Document.Text)
	st, err := decodeStructure(d.text(iri, PredStructure))
	if err != nil {
		return r, fmt.Errorf("structure: %w", err)
	}
	d.order, r.Document.Pages = st.Order, st.Pages
	if r.Document.Blocks, err = st.blocks(d.offsets); err != nil {
		return r, fmt.Errorf("structure: %w", err)
	}
	if r.Document.Sentences, err = st.sentences(d.offsets); err != nil {
		return r, fmt.Errorf("structure: %w", err)
	}
	if r.Document.Sections, err = d.sections(); err != nil {
		return r, err
	}
	r.Actors = d.actors()
	r.AltLabels = d.altLabels()
	r.Statements, err = d.statements(st.Statements, r.Document.Text)
	return r, err
}

func (d *decoder) sections() ([]Section, error) {
	d.kinds = d.sectionKinds()
	var sections []Section
	for i := 0; ; i++ {
		iri := HeadingIRI(d.doc, i)
		if !d.is(iri, ClassHeading) {
			return sections, nil
		}
		s := Section{Title: d.text(iri, PredTitle), Number: d.text(iri, PredNumber), Kind: d.kinds[iri]}
		var err error
		if s.Level, err = d.number(iri, PredLevel); err != nil {
			return nil, err
		}
		if s.Parent, err = d.section(iri); err != nil {
			return nil, err
		}
		if s.Span, err = d.span(d.iri(iri, PredWasQuotedFrom)); err != nil {
			return nil, err
		}
		sections = append(sections, s)
	}
}

// sectionKinds finds what each heading announces: the node that is part of it.
func (d *decoder) sectionKinds() map[string]SectionKind {
	byScheme := map[string]SectionKind{}
	for _, k := range []SectionKind{SectionPlain, SectionPrinciple, SectionGoal} {
		byScheme[sectionScheme(k)] = k
	}
	kinds := map[string]SectionKind{}
	for subject := range d.facts {
		if kind, ok := byScheme[Scheme(subject)]; ok {
			for _, heading := range d.iris(subject, PredIsPartOf) {
				kinds[heading] = kind
			}
		}
	}
	return kinds
}

// section returns the index of the section that the subject is part of, -1 for
// the document itself.
func (d *decoder) section(subject string) (int, error) {
	iri := d.iri(subject, PredIsPartOf)
	if iri == DocIRI(d.doc) {
		return -1, nil
	}
	number, ok := strings.CutPrefix(iri, DocIRI(d.doc)+"#sec-")
	n, err := strconv.Atoi(number)
	if !ok || err != nil {
		return 0, fmt.Errorf("%s: %q is not a heading of the document", subject, iri)
	}
	return n - 1, nil
}

// span reads the position of an evidence node.
func (d *decoder) span(evidence string) (Span, error) {
	start, err := d.number(evidence, PredStart)
	if err != nil {
		return Span{}, err
	}
	end, err := d.number(evidence, PredEnd)
	if err != nil {
		return Span{}, err
	}
	s, err := d.offsets.charSpan(start, end)
	if err != nil {
		return s, fmt.Errorf("%s: %w", evidence, err)
	}
	return s, nil
}

// altLabels finds the other names of goals and instruments, nil for none.
func (d *decoder) altLabels() map[string][]string {
	var names map[string][]string
	for subject := range d.facts {
		if scheme := Scheme(subject); scheme != SchemeGoal && scheme != SchemeInstrument {
			continue
		}
		if alts := d.texts(subject, PredAltLabel); len(alts) > 0 {
			if names == nil {
				names = map[string][]string{}
			}
			names[subject] = alts
		}
	}
	return names
}

func (d *decoder) actors() []Actor {
	var actors []Actor
	for _, iri := range slices.Sorted(maps.Keys(d.facts)) {
		if !d.is(iri, ClassActor) {
			continue
		}
		actors = append(actors, Actor{
			ID:        LocalID(iri),
			Label:     d.text(iri, PredLabel),
			Kind:      ActorKind(d.iri(iri, PredActorKind)),
			AltLabels: d.texts(iri, PredAltLabel),
			MemberOf:  localIDs(d.iris(iri, PredMemberOf)),
		})
	}
	return actors
}
