package statement

import (
	"iter"
	"sort"

	"mandate/graph"
)

// part is a stretch of a document that is read in one go: sentences [from,to).
type part struct{ from, to int }

// Bounds on a part, in bytes of text. What a list needs of its lead-in is read
// again in each part that holds some of its items, so lists are cut only where
// they are long; only there, too, may conditions be cut off from what they are
// the conditions of.
const (
	enoughForPart = 2 << 10
	longestPart   = 16 << 10
)

// partsOf cuts a document into parts, in text order. leadIn is the block that
// leads in each block, -1 for none.
func partsOf(doc *graph.Document, leadIn []int) iter.Seq[part] {
	return func(yield func(part) bool) {
		last := lastLed(leadIn)
		from, open := 0, -1 // open is the last block that is led in by one in front of the sentence at hand
		for i := 1; i < len(doc.Sentences); i++ {
			b := doc.Sentences[i].Block
			for before := doc.Sentences[i-1].Block; before < b; before++ {
				open = max(open, last[before])
			}
			size := doc.Sentences[i].Start - doc.Sentences[from].Start
			if size < enoughForPart || size < longestPart && (leadIn[b] >= 0 || b <= open) {
				continue
			}
			if !yield(part{from, i}) {
				return
			}
			from = i
		}
		if from < len(doc.Sentences) {
			yield(part{from, len(doc.Sentences)})
		}
	}
}

// lastLed returns for each block the last of those that it leads in, by
// themselves or through others; itself where there are none.
func lastLed(leadIn []int) []int {
	last := make([]int, len(leadIn))
	for b := len(leadIn) - 1; b >= 0; b-- {
		last[b] = max(last[b], b)
		if l := leadIn[b]; l >= 0 {
			last[l] = max(last[l], last[b])
		}
	}
	return last
}

// sentencesOf returns the range of the sentences of block b.
func sentencesOf(doc *graph.Document, b int) (from, to int) {
	start := func(b int) int {
		return sort.Search(len(doc.Sentences), func(i int) bool { return doc.Sentences[i].Block >= b })
	}
	return start(b), start(b + 1)
}
