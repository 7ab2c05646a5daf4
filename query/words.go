package query

import (
	"strings"
	"sync"
	"unicode"

	"github.com/kljensen/snowball/english"

	"mandate/graph"
	"mandate/graph/index"
)

// terms are the content words of a text, folded and stemmed, and each pair of
// neighbours written as one word: so "cyber security" and "cybersecurity" meet.
type terms struct {
	single []string // single[i] is the i-th content word
	pair   []string // pair[i] is the i-th and the next as one; one shorter than single
}

// termsOf reads the terms of a text. Function words are left out, except where
// there is nothing else.
func termsOf(text string) terms {
	if !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return terms{} // the slug of mere punctuation is a hash
	}
	all := strings.Split(graph.Slug(text), "-")
	var words []string
	for _, w := range all {
		if !english.IsStopWord(w) {
			words = append(words, w)
		}
	}
	if len(words) == 0 {
		words = all
	}
	t := terms{}
	for i, w := range words {
		t.single = append(t.single, english.Stem(w, true))
		if i > 0 {
			t.pair = append(t.pair, english.Stem(words[i-1]+w, true))
		}
	}
	return t
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
type docWords map[string][]hit

// newDocWords indexes a reading.
func newDocWords(r *graph.Reading) docWords {
	d := docWords{}
	for i := range r.Statements {
		d.addStatement(r, int32(i))
	}
	return d
}

func (d docWords) addStatement(r *graph.Reading, i int32) {
	s := &r.Statements[i]
	for _, topic := range append(append([]string(nil), s.Topics...), s.References...) {
		d.add(i, inTopic, topic)
	}
	d.add(i, inObject, s.Object)
	for _, phrase := range []string{s.Recipient, s.Constraint, s.Condition, s.OrElse, s.Aim} {
		d.add(i, inPhrase, phrase)
	}
	for _, section := range r.Document.SectionPath(s.Section) {
		d.add(i, inSection, r.Document.Sections[section].Title)
	}
	for _, goal := range s.Goals {
		d.add(i, inSection, goal)
	}
	d.add(i, inSentence, s.Evidence.Quote)
}

func (d docWords) add(i int32, f field, text string) {
	t := termsOf(text)
	for _, words := range [][]string{t.single, t.pair} {
		for _, w := range words {
			hits := d[w]
			if len(hits) == 0 || hits[len(hits)-1] != (hit{i, f}) {
				d[w] = append(hits, hit{i, f})
			}
		}
	}
}

// wordIndex holds the words of all readings of a view. Each reading is indexed
// when first needed, and kept for the views that follow while it stays.
type wordIndex struct {
	of map[*graph.Reading]func() docWords
}

func newWordIndex(before *wordIndex, x *index.Index) *wordIndex {
	w := &wordIndex{of: map[*graph.Reading]func() docWords{}}
	for _, r := range x.Readings() {
		if before != nil && before.of[r] != nil {
			w.of[r] = before.of[r]
			continue
		}
		w.of[r] = sync.OnceValue(func() docWords { return newDocWords(r) })
	}
	return w
}

// match scores the statements of a reading, by their place in it, in which all
// the terms stand in a field of at least the weight of from.
func (w *wordIndex) match(r *graph.Reading, t terms, from field) map[int32]int {
	words := w.of[r]()
	var total map[int32]int
	for i, single := range t.single {
		here := words.best(from, t.around(i, single)...)
		if len(here) == 0 {
			return nil
		}
		total = both(total, here)
	}
	for _, pair := range t.pair {
		// Words that stand together count once more.
		for i, weight := range words.best(from, pair) {
			if _, ok := total[i]; ok {
				total[i] += weight
			}
		}
	}
	return total
}

// around returns the ways in which the i-th word can stand in a text: by itself
// or written as one with a neighbour.
func (t terms) around(i int, single string) []string {
	ways := []string{single}
	if i > 0 {
		ways = append(ways, t.pair[i-1])
	}
	if i < len(t.pair) {
		ways = append(ways, t.pair[i])
	}
	return ways
}

// best returns the weights of the statements that have one of the words: the
// sum over the fields where it stands, of the word that weighs most.
func (d docWords) best(from field, words ...string) map[int32]int {
	out := map[int32]int{}
	for _, w := range words {
		weight := map[int32]int{}
		for _, h := range d[w] {
			if h.field >= from {
				weight[h.statement] += int(h.field) + 1
			}
		}
		for i, n := range weight {
			out[i] = max(out[i], n)
		}
	}
	return out
}

// both adds up the scores of the statements that are in both; nil stands for
// all.
func both(a, b map[int32]int) map[int32]int {
	if a == nil {
		return b
	}
	for i := range a {
		if _, ok := b[i]; !ok {
			delete(a, i)
		} else {
			a[i] += b[i]
		}
	}
	return a
}
