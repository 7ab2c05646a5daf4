package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// DefaultBase is what short IRIs of ours start with when they are written in
// full and no other base is given.
const DefaultBase = "urn:mandate:"

// Schemes of our IRIs.
const (
	SchemeActor      = "actor"
	SchemePrinciple  = "principle"
	SchemeGoal       = "goal"
	SchemeSection    = "section"
	SchemeTopic      = "topic"
	SchemeInstrument = "instrument"
	SchemeStatement  = "stmt"
	SchemeDocument   = "doc"
	SchemeCorrection = "correction"
	SchemeReviewer   = "reviewer"
)

// CorrectionsGraph is the label of the quads of corrections. They are of no
// document, so that they outlive those that they are about.
const CorrectionsGraph = "corrections"

// ImportedDocument is the ID of the document that quads written without a label
// belong to.
const ImportedDocument = "imported"

// ActorIRI names the actor with the given ID.
func ActorIRI(id string) string { return SchemeActor + ":" + id }

// GoalIRI names the goal of that label, the same in every document.
func GoalIRI(label string) string { return SchemeGoal + ":" + Slug(label) }

// TopicIRI names the topic of that label.
func TopicIRI(label string) string { return SchemeTopic + ":" + Slug(label) }

// InstrumentIRI names the instrument (treaty, resolution, agenda) of that label.
func InstrumentIRI(label string) string { return SchemeInstrument + ":" + Slug(label) }

// StatementIRI names the statement with the given ID.
func StatementIRI(id string) string { return SchemeStatement + ":" + id }

// CorrectionIRI names the correction with the given ID.
func CorrectionIRI(id string) string { return SchemeCorrection + ":" + id }

// ReviewerIRI names the reviewer of that name.
func ReviewerIRI(name string) string { return SchemeReviewer + ":" + Slug(name) }

// DocIRI names the document with the given ID.
func DocIRI(id string) string { return SchemeDocument + ":" + id }

// HeadingIRI names the heading of Document.Sections[i] where it stands.
func HeadingIRI(doc string, i int) string { return DocIRI(doc) + "#sec-" + strconv.Itoa(i+1) }

// CharIRI names a stretch of a document's text by code points (RFC 5147).
func CharIRI(doc string, s Span) string {
	return fmt.Sprintf("%s#char=%d,%d", DocIRI(doc), s.CharStart, s.CharEnd)
}

// SectionIRIs names what statements under each of Document.Sections serve.
// Principles and goals are shared by all documents that use the title; plain
// sections, and those with a number and no title, are the document's own. Of
// plain sections with the same title the later ones are numbered.
func (d *Document) SectionIRIs() []string {
	iris := make([]string, len(d.Sections))
	used := map[string]bool{}
	next := map[string]int{} // by title, so that thousands of one title take no long search
	for i, s := range d.Sections {
		if s.Title != "" && s.Kind != SectionPlain {
			iris[i] = sectionScheme(s.Kind) + ":" + Slug(s.Title)
			continue
		}
		own := s.Title
		if own == "" {
			own = "no " + s.Number
		}
		iri := sectionScheme(s.Kind) + ":" + d.ID + "/" + Slug(own)
		iris[i] = iri
		for n := max(2, next[iri]); used[iris[i]]; n++ {
			iris[i] = iri + "-" + strconv.Itoa(n)
			next[iri] = n + 1
		}
		used[iris[i]] = true
	}
	return iris
}

func sectionScheme(k SectionKind) string { return strings.ToLower(string(k)) }

// Scheme returns the part of an IRI before the first colon ("actor"), empty for
// one without a colon.
func Scheme(iri string) string {
	scheme, _, ok := strings.Cut(iri, ":")
	if !ok {
		return ""
	}
	return scheme
}

// LocalID returns the part of an IRI behind its scheme: "china" of
// "actor:china".
func LocalID(iri string) string {
	if _, id, ok := strings.Cut(iri, ":"); ok {
		return id
	}
	return iri
}

// Slug makes the part of an IRI that stands for a label: lower case, folded to
// ASCII where Unicode decomposes that far, letters and digits joined by single
// hyphens. Letters of other scripts stay. A label without a letter or digit
// gives a hash; the empty label the empty slug.
func Slug(label string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(strings.ToValidUTF8(label, " ")) {
		switch {
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’':
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteString(foldLetter(unicode.ToLower(r)))
		default:
			gap = true
		}
	}
	if b.Len() == 0 && label != "" {
		sum := sha256.Sum256([]byte(label))
		return "x" + hex.EncodeToString(sum[:4])
	}
	return b.String()
}

// foldLetter folds the Latin letters that Unicode does not decompose.
func foldLetter(r rune) string {
	switch r {
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	case 'ı':
		return "i"
	}
	return string(r)
}
