package statement

import (
	"iter"
	"maps"
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
		leadIn := e.cues.leadIns(doc)
		parts := partsOf(doc, leadIn)
		titles, roles := e.titles(doc), assigns(doc)
		read := func(p part) map[int]Result { return e.page(doc, leadIn, titles, roles).read(p) }
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

// page is what a part of a document is read with.
type page struct {
	*Extractor
	doc    *graph.Document
	leadIn []int         // block that leads in each block, -1 for none
	titles map[int]*lead // what headings hand to lists that nothing else leads in, by section
	roles  []bool        // whether a section assigns duties

	trees map[*english.Sentence]int // sentences read so far
	out   map[int]Result            // by sentence
}

func (e *Extractor) page(doc *graph.Document, leadIn []int, titles map[int]*lead, roles []bool) *page {
	return &page{e, doc, leadIn, titles, roles, map[*english.Sentence]int{}, map[int]Result{}}
}

// frame is what a sentence of a section is read in.
func (p *page) frame(section int) frame {
	f := frame{free: true}
	if section >= 0 && p.roles[section] {
		f.assigned = generally
	}
	return f
}

// read reads a paragraph, or a stretch of it, and the list under it.
func (p *page) read(part part) map[int]Result {
	leads := map[int]*lead{}
	for _, b := range part.blocks {
		block := p.doc.Blocks[b]
		if block.Kind == graph.BlockHeading || block.Kind == graph.BlockHead {
			continue
		}
		l := leads[p.leadIn[b]]
		if l == nil && block.Kind == graph.BlockListItem {
			l = p.titles[block.Section]
		}
		from, to := part.from, part.to
		if b != part.blocks[0] {
			from, to = sentencesOf(p.doc, b)
		}
		if leads[b] = p.sentences(from, to, l); leads[b] == nil {
			leads[b] = l
		}
	}
	return p.out
}

// sentences reads the sentences [from,to) of a block under lead-in l and
// returns what the last of them leads in itself, nil for nothing.
func (p *page) sentences(from, to int, l *lead) (next *lead) {
	first := l
	for s := from; s < to; s++ {
		text := p.doc.Sentences[s].In(p.doc.Text)
		if l != nil && l.conditional {
			p.condition(l, text)
		}
		var res Result
		res, next = p.sentence(text, l, p.frame(p.doc.Sentences[s].Section))
		res.Elsewhere = elsewhere(res.Found, p.trees)
		res.Named = p.cues.Instruments.Find(res.Tree)
		p.trees[res.Tree], p.out[s] = s, res
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
	found := p.out[l.sentence].Found
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
