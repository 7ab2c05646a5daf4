package query

import (
	"math"
	"slices"
	"strings"

	"mandate/graph"
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
type relevance struct{ aims, about [][]float64 }

func (w *wordIndex) relevance(r *graph.Reading, aims, about []sought) relevance {
	d := w.of()[r]
	return relevance{aims: d.covers(aims), about: d.covers(about)}
}

func (d docWords) covers(words []sought) [][]float64 {
	out := make([][]float64, len(words))
	for i, s := range words {
		out[i] = d.cover(nil, s.ways, 1)
		out[i] = d.cover(out[i], s.alike, coverAlike)
	}
	return out
}

// cover raises what is covered of each statement by where it has one of the
// words.
func (d docWords) cover(covered []float64, words []string, factor float64) []float64 {
	for _, w := range words {
		for _, h := range d.hits[w] {
			if covered == nil {
				covered = make([]float64, d.statements)
			}
			covered[h.statement] = max(covered[h.statement], factor*cover(h.field))
		}
	}
	return covered
}

// at returns what of word i statement s covers.
func at(covers [][]float64, i, s int) float64 {
	if covers[i] == nil {
		return 0
	}
	return covers[i][s]
}
