package query

import (
	"math"
	"slices"
	"strings"
)

// sought is a content word of a question in the ways that a text may write it.
type sought struct {
	word   string
	ways   []string // stems of the word, also written as one with a neighbour
	alike  []string // stems of words of the same meaning
	weight float64  // 0.5 for a word that stands everywhere to 1 for one that stands nowhere
}

// How well a word of the question is found in a statement, by the field where it
// stands. The sentence may say it of somebody else.
const (
	coverPhrase   = 1.0
	coverSentence = 0.7
	coverSection  = 0.4
	coverAlike    = 0.9 // times, where it is another word of the same meaning
)

func cover(f field) float64 {
	switch f {
	case inSentence:
		return coverSentence
	case inSection:
		return coverSection
	}
	return coverPhrase
}

// asked prepares words of a question for looking up.
func (w *wordIndex) asked(words []string, alike map[string][]string) []sought {
	if len(words) == 0 {
		return nil
	}
	t := w.stems.terms(strings.Join(words, " "))
	ways := w.stems.wanted(strings.Join(words, " ")).words
	out := make([]sought, len(t.words))
	for i, word := range t.words {
		out[i] = sought{word: word, ways: ways[i]}
		for _, other := range alike[word] {
			out[i].alike = append(out[i].alike, w.stems.terms(other).single...)
		}
	}
	w.initials(out)
	for i := range out {
		out[i].weight = w.weight(out[i])
	}
	return out
}

// initials adds to each word of a row of three and more the row's acronym: who
// asks about "open educational resources" means the OER of a text.
func (w *wordIndex) initials(words []sought) {
	for first := range words {
		acronym := ""
		for last := first; last < min(len(words), first+6); last++ {
			acronym += words[last].word[:1]
			if last < first+2 {
				continue
			}
			stem := w.stems.stem(acronym)
			for i := first; i <= last; i++ {
				words[i].ways = append(slices.Clip(words[i].ways), stem)
			}
		}
	}
}

// weight tells how much a word says: the rarer it is, the more.
func (w *wordIndex) weight(s sought) float64 {
	with, all := 0, 0
	for _, d := range w.of() {
		all += d.statements
		with += d.count(s.ways)
	}
	return 0.5 + 0.5*math.Log1p(float64(all)/(float64(with)+0.5))/math.Log1p(2*float64(all)+1)
}

// count returns how many statements have the commonest of the words.
func (d docWords) count(words []string) int {
	most := 0
	for _, w := range words {
		n, last := 0, int32(-1)
		for _, h := range d.hits[w] {
			if h.statement != last {
				n, last = n+1, h.statement
			}
		}
		most = max(most, n)
	}
	return most
}

// relevance says how well the statements of a reading have the words of a
// question: covers[word][statement], nil for a word that the reading lacks.
type relevance struct {
	aims, about [][]float64
	memory      []float64
}

// take makes it that of another reading, in the same memory.
func (r *relevance) take(d docWords, aims, about []sought) {
	r.memory = r.memory[:0]
	r.aims, r.about = r.covers(r.aims[:0], d, aims), r.covers(r.about[:0], d, about)
}

func (r *relevance) covers(out [][]float64, d docWords, words []sought) [][]float64 {
	for _, s := range words {
		covered := r.cover(nil, d, s.ways, 1)
		out = append(out, r.cover(covered, d, s.alike, coverAlike))
	}
	return out
}

// cover raises what is covered of each statement by where it has one of the
// words.
func (r *relevance) cover(covered []float64, d docWords, words []string, factor float64) []float64 {
	for _, w := range words {
		for _, h := range d.hits[w] {
			if covered == nil {
				covered = r.zeroes(d.statements)
			}
			covered[h.statement] = max(covered[h.statement], factor*cover(h.field))
		}
	}
	return covered
}

// zeroes lends a list; those lent before stay where they are.
func (r *relevance) zeroes(n int) []float64 {
	if cap(r.memory)-len(r.memory) < n {
		r.memory = make([]float64, 0, 8*n)
	}
	first := len(r.memory)
	r.memory = r.memory[:first+n]
	lent := r.memory[first : first+n : first+n]
	clear(lent)
	return lent
}

// hasAny tells whether any statement has a word, in any of its ways.
func (d docWords) hasAny(s sought) bool {
	return slices.ContainsFunc(s.ways, d.knows) || slices.ContainsFunc(s.alike, d.knows)
}

func (d docWords) knows(word string) bool { return len(d.hits[word]) > 0 }

// has tells whether a statement has a word, in any of its ways.
func (d docWords) has(s sought, statement int) bool {
	here := func(w string) bool {
		_, found := slices.BinarySearchFunc(d.hits[w], statement, func(h hit, i int) int { return int(h.statement) - i })
		return found
	}
	return slices.ContainsFunc(s.ways, here) || slices.ContainsFunc(s.alike, here)
}

// at returns what of word i statement s covers.
func at(covers [][]float64, i, s int) float64 {
	if covers[i] == nil {
		return 0
	}
	return covers[i][s]
}
