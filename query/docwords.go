package query

import (
	"cmp"
	"iter"
	"math"
	"slices"

	"mandate/graph"
	"mandate/graph/index"
)

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
type hit uint32

// fieldBits is how many bits of a hit say the field.
const fieldBits = 3

func hitOf(statement int, f field) hit { return hit(statement)<<fieldBits | hit(f) }

func (h hit) statement() int { return int(h >> fieldBits) }
func (h hit) field() field   { return field(h & (1<<fieldBits - 1)) }

// docWords finds the statements of one reading by their words, in few large
// arrays: a thousand documents have a hundred million hits.
type docWords struct {
	statements int
	length     []uint16           // content words of the sentence of each statement
	terms      []uint32           // numbers of the terms, ascending
	ends       []uint32           // where the hits of each term end
	hits       []hit              // of each term, by statement
	actors     map[string][]int32 // the statements of each actor
}

// by walks the statements of actors, in their order.
func (d docWords) by(actors []index.Entity) iter.Seq[int] {
	var places []int32
	for _, a := range actors {
		places = append(places, d.actors[a.ID]...)
	}
	slices.Sort(places)
	return func(yield func(int) bool) {
		for _, i := range places {
			if !yield(int(i)) {
				return
			}
		}
	}
}

// with returns the hits of a term.
func (d docWords) with(term uint32) []hit {
	i, found := slices.BinarySearch(d.terms, term)
	if !found {
		return nil
	}
	first := uint32(0)
	if i > 0 {
		first = d.ends[i-1]
	}
	return d.hits[first:d.ends[i]]
}

// newDocWords indexes a reading.
func newDocWords(r *graph.Reading, st *stemmer) docWords {
	c := collector{reading: r, stems: st, places: map[uint32]uint32{}, phrases: map[string][]uint32{}, actors: map[string][]int32{}, length: make([]uint16, len(r.Statements))}
	var sentence []uint32 // statements of one sentence share its terms
	words, quoted := 0, ""
	for i := range r.Statements {
		s := &r.Statements[i]
		c.addPhrases(s, i)
		c.actors[s.Actor] = append(c.actors[s.Actor], int32(i))
		if s.Evidence.Quote != quoted {
			t := st.terms(s.Evidence.Quote)
			sentence, words, quoted = st.numbered(t), len(t.single), s.Evidence.Quote
		}
		c.add(hitOf(i, inSentence), sentence)
		c.length[i] = uint16(min(words, math.MaxUint16))
	}
	return c.words()
}

// collector gathers the hits of a reading in the order of its statements.
type collector struct {
	reading *graph.Reading
	stems   *stemmer
	phrases map[string][]uint32 // terms of topics and headings, which come again
	actors  map[string][]int32
	length  []uint16

	places map[uint32]uint32 // of terms in those below
	terms  []uint32
	counts []uint32
	last   []hit
	found  []struct {
		place uint32
		hit   hit
	}
}

// addPhrases adds what a statement says and the headings that it stands under.
func (c *collector) addPhrases(s *graph.Statement, i int) {
	for _, topics := range [][]string{s.Topics, s.References} {
		for _, topic := range topics {
			c.addPhrase(hitOf(i, inTopic), topic)
		}
	}
	c.add(hitOf(i, inObject), c.stems.numbered(c.stems.terms(s.Object)))
	for _, phrase := range []string{s.Recipient, s.Constraint, s.Condition, s.OrElse, s.Aim} {
		c.addPhrase(hitOf(i, inPhrase), phrase)
	}
	for _, section := range c.reading.Document.SectionPath(s.Section) {
		c.addPhrase(hitOf(i, inSection), c.reading.Document.Sections[section].Title)
	}
	for _, goal := range s.Goals {
		c.addPhrase(hitOf(i, inSection), goal)
	}
}

func (c *collector) addPhrase(h hit, phrase string) {
	if phrase == "" {
		return
	}
	terms, known := c.phrases[phrase]
	if !known {
		terms = c.stems.numbered(c.stems.terms(phrase))
		c.phrases[phrase] = terms
	}
	c.add(h, terms)
}

func (c *collector) add(h hit, terms []uint32) {
	for _, term := range terms {
		place, known := c.places[term]
		if !known {
			place = uint32(len(c.terms))
			c.places[term] = place
			c.terms, c.counts, c.last = append(c.terms, term), append(c.counts, 0), append(c.last, 0)
		}
		if c.counts[place] > 0 && c.last[place] == h {
			continue
		}
		c.last[place] = h
		c.counts[place]++
		c.found = append(c.found, struct {
			place uint32
			hit   hit
		}{place, h})
	}
}

// words orders what was gathered by term.
func (c *collector) words() docWords {
	d := docWords{statements: len(c.length), length: c.length, actors: c.actors, hits: make([]hit, len(c.found))}
	order := make([]uint32, len(c.terms))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return cmp.Compare(c.terms[a], c.terms[b]) })
	next := make([]uint32, len(order)) // where the next hit of a place goes
	d.terms, d.ends = make([]uint32, 0, len(order)), make([]uint32, 0, len(order))
	end := uint32(0)
	for _, place := range order {
		next[place] = end
		end += c.counts[place]
		d.terms, d.ends = append(d.terms, c.terms[place]), append(d.ends, end)
	}
	for _, f := range c.found {
		d.hits[next[f.place]] = f.hit
		next[f.place]++
	}
	return d
}

// match scores each statement of the reading: 0 unless all the words stand in a
// field of at least the weight of from.
func (d docWords) match(w wanted, from field, st *stemmer) []int {
	var total []int
	for _, ways := range w.words {
		here := d.weights(from, ways, st)
		if here == nil {
			return nil
		}
		total = both(total, here)
	}
	for _, ways := range w.together {
		// Words that stand together count once more.
		for i, weight := range d.weights(from, ways, st) {
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
func (d docWords) weights(from field, words []string, st *stemmer) []int {
	var out []int
	for _, w := range words {
		term, known := st.number(w)
		if !known {
			continue
		}
		sum, at := 0, -1
		for _, h := range d.with(term) {
			if h.field() < from {
				continue
			}
			if out == nil {
				out = make([]int, d.statements)
			}
			if h.statement() != at {
				sum, at = 0, h.statement()
			}
			sum += int(h.field()) + 1
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
