package document

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"mandate/graph"
)

// longestSentence bounds a sentence, in bytes, so that what reads it later has
// bounded work; longer ones are cut at white space.
const longestSentence = 16_000

// document makes the document of a draft whose parts are all known. It fails
// with ErrTooLarge when it has too many sentences.
func (d *draft) document(split func(string) []Span) (*graph.Document, error) {
	a := assembly{
		draft:   d,
		split:   split,
		offsets: graph.NewOffsets(d.text),
		doc:     &graph.Document{Title: d.title, Byline: d.byline, Issued: d.issued, Text: d.text, Pages: d.pages},
		lists:   lists{text: d.text, previous: -1},
		titles:  d.titles(),
	}
	a.outline.restarts = restarts(a.titles)
	for _, p := range d.parts {
		switch p.role {
		case head:
			a.block(p, graph.BlockHead)
		case heading:
			a.heading(p)
		default:
			a.body(p)
		}
		if len(a.doc.Sentences) > maxSentences {
			return nil, fmt.Errorf("%w: it holds more than %d sentences; split it into the documents it is made of", ErrTooLarge, maxSentences)
		}
	}
	// Clones have no room to grow, which a long text would keep much memory for.
	a.doc.Sections, a.doc.Blocks = slices.Clone(a.outline.sections), slices.Clone(a.lists.blocks)
	a.doc.Sentences = slices.Clone(a.doc.Sentences)
	return a.doc, nil
}

// titles lists the headings in text order.
func (d *draft) titles() []title {
	var titles []title
	for i, p := range d.parts {
		if p.role == heading {
			t := titleOf(p)
			t.direct = i > 0 && d.parts[i-1].role == heading
			titles = append(titles, t)
		}
	}
	return titles
}

// restarts tells whether numbered headings begin at their first number twice.
func restarts(titles []title) bool {
	firsts := 0
	for _, t := range titles {
		if t.first && t.rank >= rankRoman && t.rank <= rankNumber {
			firsts++
		}
	}
	return firsts > 1
}

// assembly puts a document together part by part.
type assembly struct {
	draft   *draft
	split   func(string) []Span
	offsets *graph.Offsets
	titles  []title // of the headings still to come
	doc     *graph.Document
	outline outline
	lists   lists
}

// heading opens a section.
func (a *assembly) heading(p part) {
	t, rest := a.titles[0], a.titles[1:]
	var next *title
	if len(rest) > 0 {
		next = &rest[0]
	}
	p.start = p.markerAt // a heading's number is part of it
	a.outline.add(t, next, a.offsets.Span(p.start, p.end))
	a.titles = rest
	a.lists.reset()
	p.marker = marker{}
	a.block(p, graph.BlockHeading)
}

// body adds a paragraph or list item.
func (a *assembly) body(p part) {
	a.outline.body()
	kind := graph.BlockParagraph
	if p.marker.exists() || a.lists.holds(p) {
		kind = graph.BlockListItem
	}
	at := a.block(p, kind)
	if kind == graph.BlockParagraph {
		a.lists.paragraph(at)
		return
	}
	b := &a.lists.blocks[at]
	b.Depth, b.LeadIn = a.lists.item(p, at)
}

// block adds a block with its sentences and returns its index.
func (a *assembly) block(p part, kind graph.BlockKind) int {
	at := len(a.lists.blocks)
	b := graph.Block{
		Span: a.offsets.Span(p.start, p.end), Kind: kind, Section: a.outline.current(), LeadIn: -1, Marker: p.marker.text,
	}
	if kind == graph.BlockHead {
		b.Section = -1
	}
	a.lists.blocks = append(a.lists.blocks, b)
	text := b.In(a.doc.Text)
	for _, s := range a.sentences(text) {
		if len(a.doc.Sentences) > maxSentences {
			break // the caller gives up
		}
		for _, piece := range pieces(text, s) {
			a.doc.Sentences = append(a.doc.Sentences, graph.Sentence{
				Span: a.offsets.Span(b.Start+piece.Start, b.Start+piece.End), Block: at, Section: b.Section,
			})
		}
	}
	return at
}

// sentences cuts the text of a block, which is one sentence at least.
func (a *assembly) sentences(text string) []Span {
	if a.split != nil {
		if found := a.split(text); len(found) > 0 {
			return found
		}
	}
	return []Span{{0, len(text)}}
}

// pieces cuts a sentence that is too long at white space, or where there is
// none between code points.
func pieces(text string, s Span) []Span {
	var cut []Span
	for s.End-s.Start > longestSentence {
		at := s.Start + longestSentence
		if i := strings.LastIndexAny(text[s.Start:at], " \t\n"); i > 0 {
			at = s.Start + i
		}
		for at > s.Start && !utf8.RuneStart(text[at]) {
			at--
		}
		end := s.Start + len(strings.TrimRight(text[s.Start:at], " \t\n"))
		cut = append(cut, Span{s.Start, end})
		s.Start = s.End - len(strings.TrimLeft(text[at:s.End], " \t\n"))
	}
	return append(cut, s)
}
