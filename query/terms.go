package query

import (
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"

	"github.com/kljensen/snowball/english"

	"mandate/graph"
)

// terms are the content words of a text, folded and stemmed, and each pair of
// neighbours written as one word: so "cyber security" and "cybersecurity" meet.
type terms struct {
	words  []string // as they stand
	single []string // single[i] is the stem of words[i]
	pair   []string // pair[i] is words[i] and the next as one; one shorter than single
}

// stemmer remembers the stems of words: a text repeats its words, and stemming
// is the most of the work. It numbers the terms that texts have. It is safe for
// concurrent use.
type stemmer struct {
	known   sync.Map // word to stem
	numbers sync.Map // term to uint32
	last    atomic.Uint32
}

// number returns the number of a term; false where no text has it.
func (st *stemmer) number(term string) (uint32, bool) {
	n, ok := st.numbers.Load(term)
	if !ok {
		return 0, false
	}
	return n.(uint32), true
}

// numbered returns the numbers of terms of a text, the single words and the pairs,
// and gives one to those that have none.
func (st *stemmer) numbered(t terms) []uint32 {
	out := make([]uint32, 0, len(t.single)+len(t.pair))
	for _, list := range [][]string{t.single, t.pair} {
		for _, term := range list {
			n, ok := st.numbers.Load(term)
			if !ok {
				n, _ = st.numbers.LoadOrStore(term, st.last.Add(1))
			}
			out = append(out, n.(uint32))
		}
	}
	return out
}

func (st *stemmer) stem(word string) string {
	if s, ok := st.known.Load(word); ok {
		return s.(string)
	}
	s := english.Stem(word, true)
	st.known.Store(word, s)
	return s
}

// terms reads the terms of a text. Function words are left out, except where
// there is nothing else.
func (st *stemmer) terms(text string) terms {
	if !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return terms{} // the slug of mere punctuation is a hash
	}
	all := strings.Split(graph.Slug(text), "-")
	words := slices.DeleteFunc(slices.Clone(all), english.IsStopWord)
	if len(words) == 0 {
		words = all
	}
	return st.termsOf(words)
}

func (st *stemmer) termsOf(words []string) terms {
	t := terms{words: words}
	for i, w := range words {
		t.single = append(t.single, st.stem(w))
		if i > 0 {
			t.pair = append(t.pair, words[i-1]+st.stem(w))
		}
	}
	return t
}

// wanted are the terms of a question, each in all the ways that a text may
// write it.
type wanted struct {
	words    [][]string // of each word: by itself, or written as one with a neighbour
	together [][]string // of each pair of neighbours: written as one
}

func (st *stemmer) wanted(text string) wanted { return st.wantedOf(st.terms(text)) }

// ways lists in which ways a text may write each of some words that stand side by
// side.
func (st *stemmer) ways(words []string) [][]string { return st.wantedOf(st.termsOf(words)).words }

func (st *stemmer) wantedOf(t terms) wanted {
	var w wanted
	for i, pair := range t.pair {
		// Of "sea bed" a text has the stem of "seabed" or "sea" before the stem of "bed".
		w.together = append(w.together, []string{pair, st.stem(t.words[i] + t.words[i+1])})
	}
	for i, single := range t.single {
		ways := []string{single, t.words[i]}
		if i > 0 {
			ways = append(ways, w.together[i-1]...)
		}
		if i < len(w.together) {
			ways = append(ways, w.together[i]...)
		}
		w.words = append(w.words, ways)
	}
	return w
}
