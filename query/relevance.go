package query

import (
	"iter"
	"math"
	"slices"
	"strings"

	"github.com/kljensen/snowball/english"
)

// sought is a content word of a question in the ways that a text may write it.
type sought struct {
	word     string
	particle string   // of a verb that has one: carry out
	unit     int      // words of one name are one unit
	ways     []string // stems of the word, also written as one with a neighbour
	alike    []string // stems of words of the same meaning
	near     []string // stems of words near in meaning
	phrase   []phrase // verbs with particles that mean the same
	weight   float64  // 0.5 for a word that stands everywhere to 1 for one that stands nowhere
}

// How well a word of the question is found in a statement, by the field where it
// stands. The sentence may say it of somebody else.
const (
	coverPhrase   = 1.0
	coverSentence = 0.85 // one of shortSentence words at most: it says one thing
	coverSection  = 0.4
	coverLong     = 0.5 // a sentence of longSentence words and more says much beside
	coverAlike    = 0.9 // times, where it is another word of the same meaning
	coverNear     = 0.8 // times, where it is one near in meaning
)

// Content words of a sentence that says one thing, and of one that says many.
const (
	shortSentence = 10
	longSentence  = 60
)

// phrase is a verb of several words: carry out.
type phrase struct{ verb, rest string }

// cover says how well a word is found that stands in a field of a statement.
func (d docWords) cover(h hit) float64 {
	switch h.field {
	case inSentence:
		words := min(max(int(d.length[h.statement]), shortSentence), longSentence)
		return coverSentence - (coverSentence-coverLong)*float64(words-shortSentence)/(longSentence-shortSentence)
	case inSection:
		return coverSection
	}
	return coverPhrase
}

// asked prepares words of a question for looking up. An entry of several words
// is one name, or a verb with its particle.
func (w *wordIndex) asked(entries []string, q Question) []sought {
	var out []sought
	var words []string
	for n, entry := range entries {
		parts := w.stems.terms(entry).words
		if len(entries) > 1 && functionWords(parts) {
			continue
		}
		for _, part := range parts {
			s := sought{word: part, unit: n}
			key := part
			if len(parts) == 1 {
				key = strings.ToLower(entry)
				_, s.particle, _ = strings.Cut(entry, " ")
			}
			for _, other := range q.Alike[key] {
				s.also(&s.alike, other, w.stems)
			}
			for _, other := range q.Near[key] {
				s.also(&s.near, other, w.stems)
			}
			out, words = append(out, s), append(words, part)
		}
	}
	for i, ways := range w.stems.ways(words) {
		out[i].ways = ways
	}
	w.initials(out)
	for i := range out {
		out[i].weight = w.weight(out[i])
	}
	return out
}

// functionWords tells words that no statement is found by.
func functionWords(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !english.IsStopWord(w) })
}

// also adds another word for the one that is sought.
func (s *sought) also(to *[]string, other string, stems *stemmer) {
	verb, rest, several := strings.Cut(other, " ")
	if several {
		s.phrase = append(s.phrase, phrase{stems.stem(verb), rest})
		return
	}
	stem := stems.stem(other)
	if !slices.Contains(s.alike, stem) && !slices.Contains(s.near, stem) {
		*to = append(*to, stem)
	}
}

// all walks the words that stand for the one that is sought, with how much they
// are worth of it.
func (s *sought) all() iter.Seq2[string, float64] {
	return func(yield func(string, float64) bool) {
		for n, words := range [][]string{s.ways, s.alike, s.near} {
			for _, w := range words {
				if !yield(w, [...]float64{1, coverAlike, coverNear}[n]) {
					return
				}
			}
		}
	}
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
	for i := range words {
		var covered []float64
		for w, worth := range words[i].all() {
			covered = r.cover(covered, d, w, worth)
		}
		out = append(out, covered)
	}
	return out
}

// cover raises what is covered of each statement by where it has a word.
func (r *relevance) cover(covered []float64, d docWords, word string, worth float64) []float64 {
	for _, h := range d.hits[word] {
		if covered == nil {
			covered = r.zeroes(d.statements)
		}
		covered[h.statement] = max(covered[h.statement], worth*d.cover(h))
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
func (d docWords) hasAny(s *sought) bool {
	for w := range s.all() {
		if len(d.hits[w]) > 0 {
			return true
		}
	}
	return false
}

// has tells whether a statement has a word, in any of its ways.
func (d docWords) has(s *sought, statement int) bool {
	for w := range s.all() {
		hits := d.hits[w]
		n, found := slices.BinarySearchFunc(hits, statement, func(h hit, i int) int { return int(h.statement) - i })
		if found && n < len(hits) {
			return true
		}
	}
	return false
}

// at returns what of word i statement s covers.
func at(covers [][]float64, i, s int) float64 {
	if covers[i] == nil {
		return 0
	}
	return covers[i][s]
}
