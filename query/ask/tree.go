package ask

import (
	"slices"
	"strings"

	"mandate/ingest/english"
)

// tree is the parsed question. Words are told by their place in it.
type tree struct {
	tokens []english.Token
	below  [][]int // children of each word, in text order
	spoken []bool  // words that are accounted for, as what is asked, the actor or a deontic
}

func newTree(s english.Sentence) *tree {
	t := &tree{tokens: s.Tokens, below: make([][]int, len(s.Tokens)), spoken: make([]bool, len(s.Tokens))}
	for i, w := range s.Tokens {
		if w.Head >= 0 {
			t.below[w.Head] = append(t.below[w.Head], i)
		}
	}
	return t
}

// none is the place of no word.
const none = -1

func (t *tree) root() int {
	return slices.IndexFunc(t.tokens, func(w english.Token) bool { return w.Head < 0 })
}

// lemma is the lemma of a word in lower case.
func (t *tree) lemma(i int) string { return strings.ToLower(t.tokens[i].Lemma) }

// is tells whether a word has one of the relations to its head, subtypes aside
// where the relation is given without.
func (t *tree) is(i int, relations ...string) bool {
	relation := t.tokens[i].Deprel
	plain, _, _ := strings.Cut(relation, ":")
	return slices.Contains(relations, relation) || slices.Contains(relations, plain)
}

// child returns the first word below i with one of the relations.
func (t *tree) child(i int, relations ...string) int {
	for _, c := range t.below[i] {
		if t.is(c, relations...) {
			return c
		}
	}
	return none
}

// with returns a word and those coordinated with it.
func (t *tree) with(i int) []int {
	all := []int{i}
	for _, c := range t.below[i] {
		if t.is(c, "conj") {
			all = append(all, t.with(c)...)
		}
	}
	return all
}

// under returns all words of the phrase that i is the head of, in text order.
func (t *tree) under(i int) []int {
	all := []int{i}
	for _, c := range t.below[i] {
		all = append(all, t.under(c)...)
	}
	slices.Sort(all)
	return all
}

// account notes that the words have been understood.
func (t *tree) account(words ...int) {
	for _, i := range words {
		t.spoken[i] = true
	}
}

// text writes words as they stand.
func (t *tree) text(words []int) string {
	var b strings.Builder
	for n, i := range words {
		if n > 0 && t.tokens[words[n-1]].End < t.tokens[i].Start {
			b.WriteByte(' ')
		}
		b.WriteString(t.tokens[i].Text)
	}
	return b.String()
}

// name writes the name that a phrase is: without its article, its preposition,
// the sign of the genitive and marks at its ends.
func (t *tree) name(head int) string {
	words := slices.DeleteFunc(t.under(head), func(i int) bool {
		return t.tokens[i].Head == head && t.is(i, "case", "det", "punct", "cc") || t.is(i, "fixed") || t.spoken[i]
	})
	return t.text(words)
}
