package statement

import (
	"strings"

	"mandate/ingest/english"
	"mandate/ingest/instrument"
)

// Parser analyses one sentence; *english.Model is one.
type Parser interface {
	Parse(text string) english.Sentence
}

// Extractor finds institutional statements. It is safe for concurrent use.
type Extractor struct {
	parser Parser
	actors Actors
	cues   *Cues
}

// NewExtractor returns an extractor that parses with parser, asks actors who
// can act and goes by cues.
func NewExtractor(parser Parser, actors Actors, cues *Cues) *Extractor {
	return &Extractor{parser: parser, actors: actors, cues: cues}
}

// With returns an extractor that asks others who can act: those of a document.
func (e *Extractor) With(actors Actors) *Extractor {
	other := *e
	other.actors = actors
	return &other
}

// Result is what was read in one sentence of a document.
type Result struct {
	Tree  *english.Sentence // of the sentence as it stands
	Found []Found
	Named []instrument.Mention // instruments that Tree names, in text order; nil outside a document
	Lapse *Lapse               // whose consequence it tells; nil for none, and outside a document

	Constitutive bool // it defines something or says what it is made of, and lays nothing on anybody
	// Elsewhere holds the other sentences of the document whose trees the
	// phrases of Found stand in: those of lead-ins.
	Elsewhere map[*english.Sentence]int
}

// sentence reads one sentence, under the lead-in of its list where it has one,
// and returns what it leads in itself. A sentence of its own is read in frame own.
func (e *Extractor) sentence(text string, l *lead, own frame) (Result, *lead) {
	if head, items := splitList(text); items != nil {
		return e.inlineList(text, head, items, l, own)
	}
	raw := e.parser.Parse(text)
	if r := e.charged(text, l); r != nil {
		return Result{Tree: &raw, Found: r.found}, l
	}
	if defines := definition.MatchString(text); defines || l != nil && l.conditional {
		return Result{Tree: &raw, Constitutive: defines}, l
	}
	if l != nil {
		if found, next, ok := e.item(raw, l); ok {
			return Result{Tree: &raw, Found: found}, next
		}
	}
	r := e.read(&raw, 0, own)
	if again := e.rescue(r); again != nil {
		r = again
	}
	next := r.leads()
	if next != nil && !next.conditional && strings.HasSuffix(strings.TrimSpace(text), ".") && !r.announcesActs() {
		next.later = true // a whole sentence may lead in by chance
	}
	if opensList.MatchString(text) && r.openModal() >= 0 {
		r.found = r.outright() // the verb stands in the list
	}
	return Result{Tree: &raw, Found: r.found, Constitutive: r.constitutive()}, next
}

// read reads a tree whose tokens before first are borrowed.
func (e *Extractor) read(s *english.Sentence, first int, f frame) *reader {
	r := e.newReader(s, first, f)
	for _, h := range r.heads() {
		r.clause(h, f)
	}
	r.nominal()
	return r
}

// newReader mends a tree and makes it ready to be read.
func (e *Extractor) newReader(s *english.Sentence, first int, f frame) *reader {
	names := e.actors.Names(s)
	joinNames(s, names)
	named := e.joinInstruments(s)
	e.mend(s, names)
	return &reader{tree: newTree(s, first), Extractor: e, seen: map[int]bool{}, claimed: map[int]bool{}, given: f, instruments: named}
}

// ExtractSentence reads one sentence on its own, outside any document.
func (e *Extractor) ExtractSentence(text string) Result {
	res, _ := e.sentence(text, nil, frame{free: true})
	return res
}
