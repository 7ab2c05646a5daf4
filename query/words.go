package query

import (
	"math"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"

	"github.com/kljensen/snowball/english"

	"mandate/graph"
	"mandate/graph/index"
)

// terms are the content words of a text, folded and stemmed, and each pair of
// neighbours written as one word: so "cyber security" and "cybersecurity" meet.
type terms struct {
	words  []string // as they stand
	single []string // single[i] is the stem of words[i]
	pair   []string // pair[i] is words[i] and the next as one; one shorter than single
}

// stemmer remembers the stems of words: a text repeats its words, and stemming
// is the most of the work. It is safe for concurrent use.
type stemmer struct{ known sync.Map }

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

// field is where in a statement a word stands; it serves as its weight. A topic
// or an object says what a statement is about, the heading only what stands
// around it, and the sentence may be about something else.
type field uint8

const (
	inSentence field = iota
	inSection
	inPhrase // condition, constraint, recipient, aim
	inObject
	inTopic
)

// hit is a statement, by its place in its reading, and a field in which it has a
// word.
type hit struct {
	statement int32
	field     field
}

// docWords finds the statements of one reading by their words.
type docWords struct {
	statements int
	hits       map[string][]hit // by statement, then weightiest field first
	length     []uint16         // content words of the sentence of each statement
}

// newDocWords indexes a reading.
func newDocWords(r *graph.Reading, st *stemmer) docWords {
	d := docWords{statements: len(r.Statements), hits: map[string][]hit{}, length: make([]uint16, len(r.Statements))}
	sentence, quoted := terms{}, "" // statements of one sentence share its terms
	for i := range r.Statements {
		s := &r.Statements[i]
		d.addPhrases(r, s, int32(i), st)
		if s.Evidence.Quote != quoted {
			sentence, quoted = st.terms(s.Evidence.Quote), s.Evidence.Quote
		}
		d.add(int32(i), inSentence, sentence)
		d.length[i] = uint16(min(len(sentence.single), math.MaxUint16))
	}
	return d
}

// addPhrases adds what a statement says and the headings that it stands under.
func (d docWords) addPhrases(r *graph.Reading, s *graph.Statement, i int32, st *stemmer) {
	for _, topic := range slices.Concat(s.Topics, s.References) {
		d.add(i, inTopic, st.terms(topic))
	}
	d.add(i, inObject, st.terms(s.Object))
	for _, phrase := range []string{s.Recipient, s.Constraint, s.Condition, s.OrElse, s.Aim} {
		d.add(i, inPhrase, st.terms(phrase))
	}
	for _, section := range r.Document.SectionPath(s.Section) {
		d.add(i, inSection, st.terms(r.Document.Sections[section].Title))
	}
	for _, goal := range s.Goals {
		d.add(i, inSection, st.terms(goal))
	}
}

func (d docWords) add(i int32, f field, t terms) {
	for _, words := range [][]string{t.single, t.pair} {
		for _, w := range words {
			hits := d.hits[w]
			if len(hits) == 0 || hits[len(hits)-1] != (hit{i, f}) {
				d.hits[w] = append(hits, hit{i, f})
			}
		}
	}
}

// match scores each statement of the reading: 0 unless all the words stand in a
// field of at least the weight of from.
func (d docWords) match(w wanted, from field) []int {
	var total []int
	for _, ways := range w.words {
		here := d.weights(from, ways)
		if here == nil {
			return nil
		}
		total = both(total, here)
	}
	for _, ways := range w.together {
		// Words that stand together count once more.
		for i, weight := range d.weights(from, ways) {
			if total[i] > 0 {
				total[i] += weight
			}
		}
	}
	return total
}

// weights returns for each statement the weight of the word that weighs most in
// it, summed over the fields where it stands; nil where none of the words
// occurs.
func (d docWords) weights(from field, words []string) []int {
	var out []int
	for _, w := range words {
		sum, at := 0, int32(-1)
		for _, h := range d.hits[w] {
			if h.field < from {
				continue
			}
			if out == nil {
				out = make([]int, d.statements)
			}
			if h.statement != at {
				sum, at = 0, h.statement
			}
			sum += int(h.field) + 1
			out[at] = max(out[at], sum)
		}
	}
	return out
}

// both adds up the scores of the statements that have both; nil stands for all.
func both(a, b []int) []int {
	if a == nil {
		return b
	}
	for i := range a {
		if b[i] == 0 {
			a[i] = 0
		} else if a[i] > 0 {
			a[i] += b[i]
		}
	}
	return a
}

// wordIndex holds the words of all readings of a view, made when a word is first
// looked up; those of readings that stay are taken over from the view before.
type wordIndex struct {
	stems   *stemmer
	x       *index.Index
	earlier wordsOf // of a view before
	mu      sync.Mutex
	made    atomic.Pointer[wordsOf]
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
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(readings)) {
		workers.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(readings); i = next.Add(1) - 1 {
				var known bool
				if words[i], known = w.earlier[readings[i]]; !known {
					words[i] = newDocWords(readings[i], w.stems)
				}
			}
		})
	}
	workers.Wait()
	made := make(wordsOf, len(readings))
	for i, r := range readings {
		made[r] = words[i]
	}
	return made
}

// match scores the statements of a reading by their place in it, see
// docWords.match.
func (w *wordIndex) match(r *graph.Reading, words wanted, from field) []int {
	return w.of()[r].match(words, from)
}
