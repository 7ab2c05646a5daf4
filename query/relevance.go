package query

import (
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
	terms    []term   // all of these that texts have
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
func (d docWords) cover(h hit) float32 {
	switch h.field() {
	case inSentence:
		words := min(max(int(d.length[h.statement()]), shortSentence), longSentence)
		return coverSentence - (coverSentence-coverLong)*float32(words-shortSentence)/(longSentence-shortSentence)
	case inSection:
		return coverSection
	}
	return coverPhrase
}

// asked prepares words of a question for looking up. An entry of several words
// is one name, or a verb with its particle.
func (w *wordIndex) asked(entries []string, q Question) []sought {
	w.of() // a term has its number once the texts are read
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
		out[i].number(w.stems)
	}
	return out
}

// plainly returns words without those that are only near them.
func (w *wordIndex) plainly(words []sought) []sought {
	out := slices.Clone(words)
	for i := range out {
		out[i].near = nil
		out[i].number(w.stems)
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

// term is a term that stands for a word that is sought.
type term struct {
	number uint32
	worth  float32 // of the word
}

// number looks the words up that stand for the one that is sought; those that no
// text has are left out.
func (s *sought) number(stems *stemmer) {
	s.terms = nil
	for n, words := range [][]string{s.ways, s.alike, s.near} {
		for _, w := range words {
			number, known := stems.number(w)
			if known && !slices.ContainsFunc(s.terms, func(t term) bool { return t.number == number }) {
				s.terms = append(s.terms, term{number, [...]float32{1, coverAlike, coverNear}[n]})
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
	most := 0
	for _, way := range s.ways {
		if number, known := w.stems.number(way); known {
			most = max(most, w.count(number))
		}
	}
	all := float64(w.statements())
	return 0.5 + 0.5*math.Log1p(all/(float64(most)+0.5))/math.Log1p(2*all+1)
}

// count returns how many statements have a term.
func (w *wordIndex) count(number uint32) int {
	if n, ok := w.counts.Load(number); ok {
		return n.(int)
	}
	n := 0
	for _, d := range w.of() {
		last := -1
		for _, h := range d.with(number) {
			if h.statement() != last {
				n, last = n+1, h.statement()
			}
		}
	}
	w.counts.Store(number, n)
	return n
}

func (w *wordIndex) statements() int {
	all := 0
	for _, d := range w.of() {
		all += d.statements
	}
	return all
}

// relevance says how well the statements of a reading have the words of a
// question.
type relevance struct {
	aims, about []covers
	total       []float32 // of all that the question is about, by statement; nil for none
	touched     []int32
	memory      []float32
}

// covers is how well each statement of a reading has a word: nil where none has it.
type covers struct {
	hits  []termHits
	share []float32 // by statement
}

// termHits are the hits of a term that stands for a word.
type termHits struct {
	hits  []hit
	worth float32
}

// find looks the words up in a reading.
func find(out []covers, d docWords, words []sought) []covers {
	out = slices.Grow(out[:0], len(words))[:len(words)]
	for i := range words {
		out[i].hits, out[i].share = out[i].hits[:0], nil
		for _, t := range words[i].terms {
			if hits := d.with(t.number); len(hits) > 0 {
				out[i].hits = append(out[i].hits, termHits{hits, t.worth})
			}
		}
	}
	return out
}

// take makes it that of another reading, whose words have been found, in the same
// memory. Each word that the question is about counts with its part of the whole.
func (r *relevance) take(d docWords, parts []float32) {
	r.memory, r.total = r.memory[:0], nil
	for i := range r.aims {
		r.fill(&r.aims[i], d)
	}
	for i := range r.about {
		r.fill(&r.about[i], d)
		if len(r.touched) > 0 && r.total == nil {
			r.total = r.zeroes(d.statements)
		}
		for _, statement := range r.touched {
			r.total[statement] += parts[i] * r.about[i].share[statement]
		}
	}
}

// fill works out how well each statement has a word, and which have it at all.
func (r *relevance) fill(c *covers, d docWords) {
	r.touched = r.touched[:0]
	for _, t := range c.hits {
		if c.share == nil {
			c.share = r.zeroes(d.statements)
		}
		for _, h := range t.hits {
			was, now := c.share[h.statement()], t.worth*d.cover(h)
			if was == 0 {
				r.touched = append(r.touched, int32(h.statement()))
			}
			c.share[h.statement()] = max(was, now)
		}
	}
}

// zeroes lends a list; those lent before stay where they are.
func (r *relevance) zeroes(n int) []float32 {
	if cap(r.memory)-len(r.memory) < n {
		r.memory = make([]float32, 0, 8*n)
	}
	first := len(r.memory)
	r.memory = r.memory[:first+n]
	lent := r.memory[first : first+n : first+n]
	clear(lent)
	return lent
}

// has tells whether a statement has a word, in any of its ways.
func (d docWords) has(s *sought, statement int) bool {
	for _, t := range s.terms {
		hits := d.with(t.number)
		if i, _ := slices.BinarySearch(hits, hitOf(statement, 0)); i < len(hits) && hits[i].statement() == statement {
			return true
		}
	}
	return false
}

// at returns what of word i statement s covers.
func at(words []covers, i, s int) float64 {
	if words[i].share == nil {
		return 0
	}
	return float64(words[i].share[s])
}
