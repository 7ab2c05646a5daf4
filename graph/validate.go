package graph

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ErrInvalid is wrapped by all that Reading.Validate finds.
var ErrInvalid = errors.New("invalid reading")

var statementID = regexp.MustCompile(`^[0-9a-f]{16}$`)

// Validate checks what every reader of a reading relies on: that IDs can stand
// in an IRI, every span cuts its text at code points, every index lies in its
// list and every actor that a statement names is listed.
func (r *Reading) Validate() error {
	v := validator{r: r, offsets: NewOffsets(r.Document.Text)}
	if err := firstError(v.document, v.sections, v.blocks, v.actors, v.statements, v.altLabels); err != nil {
		return fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	return nil
}

func firstError(checks ...func() error) error {
	for _, check := range checks {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

type validator struct {
	r       *Reading
	offsets *Offsets
	known   map[string]bool // actors
}

func (v *validator) document() error {
	d := &v.r.Document
	if err := ValidID(d.ID); err != nil {
		return fmt.Errorf("document ID: %w", err)
	}
	if d.ID == ImportedDocument {
		return fmt.Errorf("document ID: %q is kept for imported quads", d.ID)
	}
	if !utf8.ValidString(d.Text) {
		return errors.New("text is not UTF-8")
	}
	if p := d.Pages; !slices.IsSorted(p) || len(p) > 0 && (p[0] < 0 || p[len(p)-1] > len(d.Text)) {
		return errors.New("its pages begin out of order or outside the text")
	}
	return nil
}

func (v *validator) sections() error {
	for i, s := range v.r.Document.Sections {
		if err := v.span(s.Span); err != nil {
			return fmt.Errorf("section %d: %w", i, err)
		}
		if s.Parent < -1 || s.Parent >= i {
			return fmt.Errorf("section %d: parent %d does not stand before it", i, s.Parent)
		}
		if s.Kind != SectionPlain && s.Kind != SectionPrinciple && s.Kind != SectionGoal {
			return fmt.Errorf("section %d: unknown kind %q", i, s.Kind)
		}
	}
	return nil
}

func (v *validator) blocks() error {
	d := &v.r.Document
	for i, b := range d.Blocks {
		if err := v.place(b.Span, b.Section); err != nil {
			return fmt.Errorf("block %d: %w", i, err)
		}
		if b.LeadIn < -1 || b.LeadIn >= len(d.Blocks) {
			return fmt.Errorf("block %d: no block %d to lead in", i, b.LeadIn)
		}
	}
	for i, s := range d.Sentences {
		if err := v.place(s.Span, s.Section); err != nil {
			return fmt.Errorf("sentence %d: %w", i, err)
		}
		if s.Block < 0 || s.Block >= len(d.Blocks) {
			return fmt.Errorf("sentence %d: no block %d", i, s.Block)
		}
	}
	return nil
}

func (v *validator) actors() error {
	v.known = map[string]bool{}
	for i, a := range v.r.Actors {
		if err := ValidID(a.ID); err != nil {
			return fmt.Errorf("actor %d: %w", i, err)
		}
		if v.known[a.ID] || a.ID == Unassigned {
			return fmt.Errorf("actor %s stands twice or is reserved", a.ID)
		}
		if a.Label == "" || !slices.Contains(ActorKinds(), a.Kind) {
			return fmt.Errorf("actor %s: label %q, kind %q", a.ID, a.Label, a.Kind)
		}
		v.known[a.ID] = true
	}
	for _, a := range v.r.Actors {
		if err := v.allKnown(a.MemberOf); err != nil {
			return fmt.Errorf("actor %s: %w", a.ID, err)
		}
	}
	return nil
}

func (v *validator) statements() error {
	seen := map[string]bool{}
	for i := range v.r.Statements {
		s := &v.r.Statements[i]
		if !statementID.MatchString(s.ID) || seen[s.ID] {
			return fmt.Errorf("statement %d: ID %q is malformed or stands twice", i, s.ID)
		}
		seen[s.ID] = true
		if err := v.statement(s); err != nil {
			return fmt.Errorf("statement %s: %w", s.ID, err)
		}
	}
	return nil
}

func (v *validator) statement(s *Statement) error {
	if s.Force.Class() == "" || (s.Polarity != Positive && s.Polarity != Negative) {
		return fmt.Errorf("force %q, polarity %q", s.Force, s.Polarity)
	}
	if s.Actor != Unassigned && !v.known[s.Actor] {
		return fmt.Errorf("actor %q is not among the reading's actors", s.Actor)
	}
	if err := v.allKnown(append(slices.Clone(s.Involves), s.Recipients...)); err != nil {
		return err
	}
	if slices.Contains(s.Topics, "") || slices.Contains(s.Goals, "") || slices.Contains(s.References, "") {
		return errors.New("empty label of a topic, goal or reference")
	}
	return v.evidence(s)
}

func (v *validator) altLabels() error {
	for _, iri := range slices.Sorted(maps.Keys(v.r.AltLabels)) {
		names := v.r.AltLabels[iri]
		if scheme := Scheme(iri); scheme != SchemeGoal && scheme != SchemeInstrument || ValidID(LocalID(iri)) != nil {
			return fmt.Errorf("other names of %q, which is no goal or instrument", iri)
		}
		if len(names) == 0 || slices.Contains(names, "") || !slices.IsSorted(names) {
			return fmt.Errorf("other names of %s: %q are empty or not sorted", iri, names)
		}
	}
	return nil
}

func (v *validator) evidence(s *Statement) error {
	ev := &s.Evidence
	if err := v.place(ev.Span, s.Section); err != nil {
		return err
	}
	if ev.Quote != ev.In(v.r.Document.Text) {
		return fmt.Errorf("quote %q is not the text at its span", ev.Quote)
	}
	if ev.Sentence < 0 || ev.Sentence >= len(v.r.Document.Sentences) {
		return fmt.Errorf("no sentence %d", ev.Sentence)
	}
	for _, c := range ev.Context {
		if err := v.span(c); err != nil {
			return fmt.Errorf("context: %w", err)
		}
	}
	return nil
}

func (v *validator) allKnown(actors []string) error {
	for _, a := range actors {
		if !v.known[a] {
			return fmt.Errorf("actor %q is not among the reading's actors", a)
		}
	}
	return nil
}

// place checks a span and the section that it stands in.
func (v *validator) place(s Span, section int) error {
	if section < -1 || section >= len(v.r.Document.Sections) {
		return fmt.Errorf("no section %d", section)
	}
	return v.span(s)
}

func (v *validator) span(s Span) error {
	text := v.r.Document.Text
	if s.Start < 0 || s.End < s.Start || s.End > len(text) || !atRune(text, s.Start) || !atRune(text, s.End) {
		return fmt.Errorf("bytes %d to %d do not cut a text of %d", s.Start, s.End, len(text))
	}
	if want := v.offsets.Span(s.Start, s.End); s != want {
		return fmt.Errorf("code points %d to %d, counted %d to %d", s.CharStart, s.CharEnd, want.CharStart, want.CharEnd)
	}
	return nil
}

func atRune(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }

// ValidID checks that an ID can stand in an IRI as it is.
func ValidID(id string) error {
	bad := func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune("<>\"{}|\\^`#?%", r) || r == utf8.RuneError
	}
	if id == "" || strings.ContainsFunc(id, bad) {
		return fmt.Errorf("%q cannot stand in an IRI; use letters, digits and hyphens", id)
	}
	return nil
}
