package statement

import (
	"runtime"
	"sync"

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
	Tree  *english.Sentence // of the sentence as it stands; nil where it was not read
	Found []Found
}

// Extract reads every sentence of doc but its headings and its head, and
// returns one Result for each of Document.Sentences, in the same order. Groups
// of a paragraph and its list are read in parallel; the outcome does not
// depend on how many.
func (e *Extractor) Extract(doc *graph.Document) []Result {
	out := make([]Result, len(doc.Sentences))
	leadIn := leadIns(doc)
	groups := groupBlocks(leadIn)
	work := make(chan []int)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for g := range work {
				e.group(doc, leadIn, g, out)
			}
		})
	}
	for _, g := range groups {
		work <- g
	}
	close(work)
	wg.Wait()
	return out
}

// groupBlocks gathers each block with the list items that it leads in, nested
// ones included; blocks are given by index, in text order. leadIn is the block
// that leads in each block, -1 for none.
func groupBlocks(leadIn []int) [][]int {
	var groups [][]int
	of := make([]int, len(leadIn))
	for i, lead := range leadIn {
		if lead >= 0 && lead < i {
			of[i] = of[lead]
			groups[of[i]] = append(groups[of[i]], i)
			continue
		}
		of[i] = len(groups)
		groups = append(groups, []int{i})
	}
	return groups
}

// group reads a paragraph and the list under it.
func (e *Extractor) group(doc *graph.Document, leadIn, blocks []int, out []Result) {
	leads := map[int]*lead{}
	for _, b := range blocks {
		block := doc.Blocks[b]
		if block.Kind == graph.BlockHeading || block.Kind == graph.BlockHead {
			continue
		}
		l := leads[leadIn[b]]
		for _, s := range sentencesOf(doc, b) {
			text := doc.Sentences[s].In(doc.Text)
			res, next := e.sentence(text, l)
			out[s], l, leads[b] = res, nil, next
		}
		if leads[b] == nil {
			leads[b] = leads[leadIn[b]]
		}
	}
}

// sentencesOf returns the indices of the sentences of block b.
func sentencesOf(doc *graph.Document, b int) []int {
	lo, hi := 0, len(doc.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if doc.Sentences[mid].Block < b {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	var out []int
	for ; lo < len(doc.Sentences) && doc.Sentences[lo].Block == b; lo++ {
		out = append(out, lo)
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
			return Result{&raw, found}, next
		}
	}
	r := e.read(&raw, 0, frame{free: true})
	if again := e.rescue(r); again != nil {
		r = again
	}
	return Result{&raw, r.found}, r.leads()
}

// read reads a tree whose tokens before first are borrowed.
func (e *Extractor) read(s *english.Sentence, first int, f frame) *reader {
	joinNames(s, e.actors.Names(s))
	e.mend(s)
	r := &reader{tree: newTree(s, first), Extractor: e, seen: map[int]bool{}, claimed: map[int]bool{}, given: f}
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
