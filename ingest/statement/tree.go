package statement

import (
	"slices"
	"strings"

	"mandate/ingest/english"
)

// tree is a dependency tree with its children at hand. Tokens before first are
// borrowed: put in front of a fragment so that the parser sees a sentence, and
// never part of a phrase.
type tree struct {
	*english.Sentence
	first int
	kids  [][]int
	left  []int // leftmost token of each subtree
	right []int // rightmost
}

func newTree(s *english.Sentence, first int) *tree {
	n := len(s.Tokens)
	memory := make([]int, 3*n) // one piece: trees are many
	t := &tree{Sentence: s, first: first, kids: make([][]int, n), left: memory[:n:n], right: memory[n : 2*n : 2*n]}
	t.adopt(memory[2*n:])
	for i := range n {
		t.left[i], t.right[i] = i, i
	}
	if root := t.root(); root >= 0 {
		t.yields(root)
	}
	return t
}

// adopt gives each token its children, in text order; memory holds as many
// numbers as there are tokens.
func (t *tree) adopt(memory []int) {
	count := t.left // borrowed: not yet set
	for i := range t.Tokens {
		if h := t.Tokens[i].Head; h >= 0 {
			count[h]++
		}
	}
	for i, n := range count {
		t.kids[i], memory = memory[:0:n], memory[n:]
	}
	for i := range t.Tokens {
		if h := t.Tokens[i].Head; h >= 0 {
			t.kids[h] = append(t.kids[h], i)
		}
	}
}

// yields sets how far the subtree of i reaches on both sides.
func (t *tree) yields(i int) {
	for _, k := range t.kids[i] {
		t.yields(k)
		t.left[i], t.right[i] = min(t.left[i], t.left[k]), max(t.right[i], t.right[k])
	}
}

func (t *tree) root() int {
	return slices.IndexFunc(t.Tokens, func(tok english.Token) bool { return tok.Head < 0 })
}

// rel is the relation of token i without its subtype.
func (t *tree) rel(i int) string {
	r, _, _ := strings.Cut(t.Tokens[i].Deprel, ":")
	return r
}

// is reports whether token i has one of the relations; "nsubj" also matches
// its subtypes.
func (t *tree) is(i int, rels ...string) bool {
	return slices.Contains(rels, t.Tokens[i].Deprel) || slices.Contains(rels, t.rel(i))
}

// child returns the first child of i with one of the relations, or -1.
func (t *tree) child(i int, rels ...string) int {
	for _, k := range t.kids[i] {
		if t.is(k, rels...) {
			return k
		}
	}
	return -1
}

// children returns the children of i with one of the relations, in text order.
func (t *tree) children(i int, rels ...string) []int {
	var out []int
	for _, k := range t.kids[i] {
		if t.is(k, rels...) {
			out = append(out, k)
		}
	}
	return out
}

// conjuncts returns i and its coordinated siblings in text order, nested
// coordinations included.
func (t *tree) conjuncts(i int) []int {
	out := []int{i}
	for _, k := range t.children(i, "conj") {
		out = append(out, t.conjuncts(k)...)
	}
	slices.Sort(out)
	return out
}

func (t *tree) lower(i int) string { return strings.ToLower(t.Tokens[i].Text) }

func (t *tree) lemma(i int) string { return strings.ToLower(t.Tokens[i].Lemma) }

func (t *tree) upos(i int, tags ...string) bool { return slices.Contains(tags, t.Tokens[i].UPOS) }

func (t *tree) xpos(i int, tags ...string) bool { return slices.Contains(tags, t.Tokens[i].XPOS) }

// words returns the text of tokens [from,to) as it stands, white space folded.
func (t *tree) words(from, to int) string { return Phrase{t.Sentence, from, to, from}.Text() }

// case_ returns the preposition of i in lower case, its parts joined: "in
// accordance with", "up to"; empty where i has none.
func (t *tree) case_(i int) string {
	k := t.child(i, "case")
	if k < 0 {
		return ""
	}
	words := []string{t.lower(k)}
	for _, f := range t.children(k, "fixed") {
		words = append(words, t.lower(f))
	}
	for next := k + 1; next < i && t.is(next, "case") && t.Tokens[next].Head == i; next++ {
		words = append(words, t.lower(next))
	}
	return strings.Join(words, " ")
}

// mark returns the marker of clause i in lower case ("to", "that", "if"), or
// empty.
func (t *tree) mark(i int) string {
	if k := t.child(i, "mark"); k >= 0 {
		return t.lower(k)
	}
	return ""
}

// infinitival reports whether "to" marks clause i, alone or behind another
// marker.
func (t *tree) infinitival(i int) bool {
	for _, k := range t.children(i, "mark") {
		if t.lower(k) == "to" {
			return true
		}
	}
	return false
}

// rulesOut reports whether k denies the clause that it hangs on: "under no
// circumstances".
func (t *tree) rulesOut(k int) bool {
	switch t.lemma(k) {
	case "circumstance", "case", "event", "time", "account":
		d := t.child(k, "det")
		return t.is(k, "obl") && d >= 0 && t.lower(d) == "no"
	}
	return false
}

// negated reports whether i carries a negation of its own.
func (t *tree) negated(i int) bool {
	for _, k := range t.kids[i] {
		switch w := t.lower(k); {
		case w == "not" || w == "n't" || w == "never":
			return true
		case w == "no" && t.is(k, "det"):
			return true
		case (w == "neither" || w == "nor") && k < i:
			return true
		case w == "longer" && k > 0 && t.lower(k-1) == "no":
			return true
		case t.rulesOut(k):
			return true
		}
	}
	return false
}

// phrase returns the noun phrase of head i: its subtree without clauses that
// hang on its right, without conjuncts where alone is set, and without the
// preposition in front.
func (t *tree) phrase(i int, alone bool) Phrase {
	from, to := t.left[i], t.right[i]+1
	for _, k := range t.kids[i] {
		switch {
		case k < i && t.is(k, "case", "mark", "cc", "punct", "advmod", "discourse", "parataxis", "nsubj", "expl", "cop", "aux") && t.left[k] <= from+1:
			from = max(from, t.right[k]+1)
		case k > i && t.cutsAfter(k, alone):
			to = min(to, t.left[k])
		}
	}
	from, to = t.trim(from, to)
	return Phrase{t.Sentence, from, to, i}
}

// cutsAfter reports whether child k ends the noun phrase in front of it.
func (t *tree) cutsAfter(k int, alone bool) bool {
	switch t.rel(k) {
	case "advcl", "parataxis", "appos", "ccomp", "csubj":
		return true
	case "acl":
		return t.Tokens[k].Deprel == "acl:relcl" || t.mark(k) == "to"
	case "conj":
		return alone || t.circumstance(k)
	case "cc":
		return alone
	}
	return false
}

// circumstance reports whether k is the predicate of a short condition put in
// between, "where appropriate", that the parser coordinated with the aims.
func (t *tree) circumstance(k int) bool {
	for _, c := range t.children(k, "mark", "advmod") {
		if c < k && conditional[t.lower(c)] {
			return !t.comma(c, k)
		}
	}
	return false
}

// comma reports whether a comma stands between tokens i and k: what follows it
// is no part of a circumstance that i opens, "and where possible, extend".
func (t *tree) comma(i, k int) bool {
	for ; i < k; i++ {
		if t.Tokens[i].Text == "," {
			return true
		}
	}
	return false
}

// trim drops punctuation and coordinating words from both ends, and borrowed
// tokens from the front.
func (t *tree) trim(from, to int) (int, int) {
	from = max(from, t.first)
	for from < to && t.upos(from, "PUNCT", "CCONJ") && !opensBracket(t.Tokens[from].Text) {
		from++
	}
	for to > from && (t.upos(to-1, "CCONJ") || t.upos(to-1, "PUNCT") && !closesOpen(t.Tokens[from:to])) {
		to--
	}
	return from, to
}

func opensBracket(s string) bool { return s == "(" || s == "“" || s == "\"" }

// closesOpen reports whether the last token closes a bracket or quotation that
// opens inside the range.
func closesOpen(tokens []english.Token) bool {
	pairs := map[string]string{")": "(", "”": "“", "\"": "\"", "]": "["}
	open, ok := pairs[tokens[len(tokens)-1].Text]
	if !ok {
		return false
	}
	return slices.ContainsFunc(tokens[:len(tokens)-1], func(t english.Token) bool { return t.Text == open })
}
