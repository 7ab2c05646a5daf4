package query

import (
	"sync"
	"sync/atomic"

	"mandate/graph"
	"mandate/graph/index"
)

// wordIndex holds the words of all readings of a view, made when a word is first
// looked up; those of readings that stay are taken over from the view before.
type wordIndex struct {
	stems   *stemmer
	x       *index.Index
	earlier wordsOf // of a view before
	mu      sync.Mutex
	made    atomic.Pointer[wordsOf]
	counts  sync.Map // term to how many statements have it
}

type wordsOf map[*graph.Reading]docWords

// newWordIndex makes the word index of x; before is that of the view before it,
// or nil.
func newWordIndex(before *wordIndex, x *index.Index) *wordIndex {
	w := &wordIndex{stems: new(stemmer), x: x}
	if before != nil {
		w.stems, w.earlier = before.stems, before.earlier
		if made := before.made.Load(); made != nil {
			w.earlier = *made
		}
	}
	return w
}

// of returns the words of every reading.
func (w *wordIndex) of() wordsOf {
	if made := w.made.Load(); made != nil {
		return *made
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if made := w.made.Load(); made != nil {
		return *made
	}
	made := w.build(w.x.Readings())
	w.made.Store(&made)
	return made
}

// build indexes readings, those that are new on all cores.
func (w *wordIndex) build(readings []*graph.Reading) wordsOf {
	words := make([]docWords, len(readings))
	var next atomic.Int64
	inParts(partsOf(len(readings), 1), func(int) {
		for i := next.Add(1) - 1; int(i) < len(readings); i = next.Add(1) - 1 {
			var known bool
			if words[i], known = w.earlier[readings[i]]; !known {
				words[i] = newDocWords(readings[i], w.stems)
			}
		}
	})
	made := make(wordsOf, len(readings))
	for i, r := range readings {
		made[r] = words[i]
	}
	return made
}

// match scores the statements of a reading by their place in it, see
// docWords.match.
func (w *wordIndex) match(r *graph.Reading, words wanted, from field) []int {
	return w.of()[r].match(words, from, w.stems)
}
