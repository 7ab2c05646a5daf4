package statement

import (
	"iter"
	"maps"
	"slices"

	"mandate/graph"
	"mandate/ingest/english"
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

// Result is what was read in one sentence of a document.
type Result struct {
	Tree  *english.Sentence // of the sentence as it stands
	Found []Found
	// Elsewhere holds the other sentences of the document whose trees the
	// phrases of Found stand in: those of lead-ins.
	Elsewhere map[*english.Sentence]int
}

// Extract reads the sentences of doc but for those of its headings and its
// head, and yields them in text order, by their index in Document.Sentences.
// Parts of the document are read in parallel; the outcome does not depend on
// how many, and memory does not grow with them.
func (e *Extractor) Extract(doc *graph.Document) iter.Seq2[int, Result] {
	return func(yield func(int, Result) bool) {
		leadIn := leadIns(doc)
		parts := partsOf(doc, leadIn)
		read := func(p part) map[int]Result { return e.part(doc, leadIn, p) }
		ready, next := map[int]Result{}, 0
		for i, results := range inOrder(parts, read) {
			maps.Copy(ready, results)
			upTo := len(doc.Sentences)
			if i+1 < len(parts) {
				upTo = parts[i+1].from
			}
			for ; next < upTo; next++ {
				res, ok := ready[next]
				delete(ready, next)
				if ok && !yield(next, res) {
					return
				}
			}
		}
	}
}

// part reads a paragraph, or a stretch of it, and the list under it.
func (e *Extractor) part(doc *graph.Document, leadIn []int, p part) map[int]Result {
	out := map[int]Result{}
	leads, trees := map[int]*lead{}, map[*english.Sentence]int{}
	for _, b := range p.blocks {
		if kind := doc.Blocks[b].Kind; kind == graph.BlockHeading || kind == graph.BlockHead {
			continue
		}
		from, to := p.from, p.to
		if b != p.blocks[0] {
			from, to = sentencesOf(doc, b)
		}
		l := leads[leadIn[b]]
		for s := from; s < to; s++ {
			res, next := e.sentence(doc.Sentences[s].In(doc.Text), l)
			res.Elsewhere = elsewhere(res.Found, trees)
			trees[res.Tree] = s
			out[s], l, leads[b] = res, nil, next
		}
		if leads[b] == nil {
			leads[b] = leads[leadIn[b]]
		}
	}
	return out
}

// elsewhere picks the trees that phrases stand in, nil where there are none.
func elsewhere(found []Found, trees map[*english.Sentence]int) map[*english.Sentence]int {
	var out map[*english.Sentence]int
	for _, f := range found {
		for _, p := range slices.Concat([]Phrase{f.Attribute, f.Among}, f.Named, f.Receives) {
			if s, ok := trees[p.Tree]; ok {
				if out == nil {
					out = map[*english.Sentence]int{}
				}
				out[p.Tree] = s
			}
		}
	}
	return out
}

// sentence reads one sentence, under the lead-in of its list where it has one,
// and returns what it leads in itself.
func (e *Extractor) sentence(text string, l *lead) (Result, *lead) {
	if head, items := splitList(text); items != nil {
		return e.inlineList(text, head, items, l)
	}
	raw := e.parser.Parse(text)
	if l != nil {
		if found, next, ok := e.item(raw, l); ok {
			return Result{Tree: &raw, Found: found}, next
		}
	}
	r := e.read(&raw, 0, frame{free: true})
	if again := e.rescue(r); again != nil {
		r = again
	}
	return Result{Tree: &raw, Found: r.found}, r.leads()
}

// read reads a tree whose tokens before first are borrowed.
func (e *Extractor) read(s *english.Sentence, first int, f frame) *reader {
	joinNames(s, e.actors.Names(s))
	named := e.joinInstruments(s)
	e.mend(s)
	r := &reader{tree: newTree(s, first), Extractor: e, seen: map[int]bool{}, claimed: map[int]bool{}, given: f, instruments: named}
	for _, h := range r.heads() {
		r.clause(h, f)
	}
	if first == 0 {
		r.nominal()
	}
	return r
}

// ExtractSentence reads one sentence on its own, outside any document.
func (e *Extractor) ExtractSentence(text string) Result {
	res, _ := e.sentence(text, nil)
	return res
}
