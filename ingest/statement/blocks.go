package statement

import (
	"iter"
	"slices"
	"strings"

	"mandate/graph"
	"mandate/ingest/english"
)

// Extract reads the sentences of doc but for those of its headings and its
// head, and yields them in text order, by their index in Document.Sentences.
// Parts of the document are read in parallel; the outcome does not depend on
// how many, and memory does not grow with them.
func (e *Extractor) Extract(doc *graph.Document) iter.Seq2[int, Result] {
	return func(yield func(int, Result) bool) {
		shared := &layout{doc: doc, leadIn: e.cues.leadIns(doc), roles: assigns(doc), titles: titles{known: map[int]*lead{}}}
		read := func(p part) *page { return e.page(shared, p).read() }
		for p := range inOrder(partsOf(doc, shared.leadIn), read) {
			for i, res := range p.out {
				if res.Tree != nil && !yield(p.from+i, res) {
					return
				}
			}
		}
	}
}

// layout is what the parts of a document share.
type layout struct {
	doc    *graph.Document
	leadIn []int  // block that leads in each block, -1 for none
	roles  []bool // whether a section assigns duties
	titles titles // what headings hand to lists that nothing else leads in
}

// page is what a part of a document is read with.
type page struct {
	*Extractor
	*layout
	part
	leads map[int]*lead             // what blocks lead in, as far as asked for
	trees map[*english.Sentence]int // sentences read so far
	out   []Result                  // of the sentences of the part
}

func (e *Extractor) page(l *layout, p part) *page {
	return &page{e, l, p, map[int]*lead{}, map[*english.Sentence]int{}, make([]Result, p.to-p.from)}
}

// frame is what a sentence of a section is read in.
func (p *page) frame(section int) frame {
	f := frame{free: true}
	if section >= 0 && p.roles[section] {
		f.assigned = generally
	}
	return f
}

// read reads the sentences of the part, block by block.
func (p *page) read() *page {
	for s := p.from; s < p.to; {
		b := p.doc.Sentences[s].Block
		from, to := sentencesOf(p.doc, b)
		if kind := p.doc.Blocks[b].Kind; kind != graph.BlockHeading && kind != graph.BlockHead {
			next := p.sentences(b, s, min(to, p.to), s > from)
			if to <= p.to {
				p.leads[b] = next
			}
		}
		s = to
	}
	return p
}

// lead is what block b leads in; nil for nothing.
func (p *page) lead(b int) *lead {
	if b < 0 {
		return nil
	}
	l, known := p.leads[b]
	if kind := p.doc.Blocks[b].Kind; !known && kind != graph.BlockHeading && kind != graph.BlockHead {
		from, to := sentencesOf(p.doc, b) // in a part before this one
		l = p.sentences(b, to-1, to, to-1 > from)
		p.leads[b] = l
	}
	return l
}

// above is what leads in block b itself.
func (p *page) above(b int) *lead {
	if l := p.lead(p.leadIn[b]); l != nil || p.doc.Blocks[b].Kind != graph.BlockListItem {
		return l
	}
	return p.title(p.doc.Blocks[b].Section)
}

// sentences reads the sentences [from,to) of block b, of which others may stand
// before, and returns what the last of them leads in itself or leaves to its
// lead-in.
func (p *page) sentences(b, from, to int, later bool) (next *lead) {
	first := p.above(b)
	l := first
	if later {
		l = first.continued()
	}
	for s := from; s < to; s++ {
		text := p.doc.Sentences[s].In(p.doc.Text)
		if l != nil && l.conditional {
			p.condition(l, text)
		}
		var res Result
		res, next = p.sentence(text, l, p.frame(p.doc.Sentences[s].Section))
		res.Elsewhere = elsewhere(res.Found, p.trees)
		res.Named = p.cues.Instruments.Find(res.Tree)
		res.Lapse = p.lapse(res.Tree)
		p.trees[res.Tree] = s
		if s >= p.from {
			p.out[s-p.from] = res
		}
		if next != l {
			p.note(next, s)
		}
		if next == l {
			next = first
		} else if next != nil && next.conditional {
			next.sentence = s
		}
		l = first.continued()
	}
	if next == nil {
		return first
	}
	return next
}

// note files the trees that a lead-in was completed to under its sentence.
func (p *page) note(l *lead, sentence int) {
	if l == nil {
		return
	}
	for _, subject := range l.subjects {
		if _, known := p.trees[subject.Tree]; !known {
			p.trees[subject.Tree] = sentence
		}
	}
}

// condition adds a list item to the conditions of what leads it in: "may
// refuse a permit if: …".
func (p *page) condition(l *lead, text string) {
	text = strings.TrimRight(linked.ReplaceAllString(fold(text), ""), ";,. ")
	if l.sentence < p.from {
		return
	}
	found := p.out[l.sentence-p.from].Found
	for i := range found {
		found[i].Condition = joined(found[i].Condition, text)
	}
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
