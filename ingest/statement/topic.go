package statement

import (
	"slices"
	"strings"
)

// named are the actors mentioned in the predicate of p outside its subject.
func (r *reader) named(p int, object Phrase) []Phrase {
	var out []Phrase
	for _, i := range r.scope(p, object) {
		if !r.upos(i, "NOUN", "PROPN") || r.is(i, "compound", "flat", "amod") {
			continue
		}
		ph := r.phrase(i, true)
		if ph.From <= i && i < ph.To && r.canAct(ph) {
			out = append(out, ph)
		}
	}
	return out
}

// topics are the things that a statement is about: the noun phrases of its
// object and complements, normalised, actors left out.
func (r *reader) topics(p int, object Phrase) []string {
	var out []string
	for _, i := range r.scope(p, object) {
		if t := r.topic(i); t != "" && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// scope returns the tokens that a statement with aim p speaks of, in text
// order: its object and what hangs on p, without subjects, coordinated verbs
// and clauses with a meaning of their own.
func (r *reader) scope(p int, object Phrase) []int {
	var out []int
	if object.Tree == r.Sentence {
		for i := object.From; i < object.To; i++ {
			out = append(out, i)
		}
	}
	for _, k := range r.kids[p] {
		if k > p && !r.is(k, "nsubj", "csubj", "cc", "punct", "mark", "advmod") && !r.leaves(k) {
			out = r.below(k, out)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// below adds i and what hangs on it to out.
func (r *reader) below(i int, out []int) []int {
	out = append(out, i)
	for _, k := range r.kids[i] {
		if !r.leaves(k) {
			out = r.below(k, out)
		}
	}
	return out
}

// leaves reports whether k begins a clause or a coordinated verb, which speaks
// of other things.
func (r *reader) leaves(k int) bool {
	switch r.rel(k) {
	case "parataxis":
		return true
	case "conj":
		return r.upos(k, "VERB", "AUX") && r.upos(r.Tokens[k].Head, "VERB", "AUX", "ADJ")
	case "advcl":
		return !r.gerundForm(k) && (r.mark(k) != "to" || r.child(k, "nsubj") >= 0)
	case "acl":
		return r.Tokens[k].Deprel == "acl:relcl"
	}
	return false
}

// topic is the normalised noun phrase headed by token i: its compounds and
// adjectives in order, the head in the singular; empty where i heads none or
// can act.
func (r *reader) topic(i int) string {
	if !r.upos(i, "NOUN", "PROPN") || r.is(i, "compound", "flat") || i < r.first {
		return ""
	}
	if r.canAct(r.phrase(i, true)) {
		return ""
	}
	var words []string
	for _, k := range append(slices.Clone(r.kids[i]), i) {
		if k == i || k < i && (r.is(k, "compound") || r.is(k, "amod") && !vague[r.lemma(k)] || r.is(k, "nummod") && !vague[r.lemma(i)]) {
			words = append(words, r.topicWords(k, i)...)
		}
	}
	if len(words) == 1 && vague[r.lemma(i)] {
		return ""
	}
	return strings.Join(words, " ")
}

// topicWords are the words that modifier k, or the head i itself, adds to a
// topic; of coordinated modifiers the first.
func (r *reader) topicWords(k, i int) []string {
	if k == i {
		return []string{r.topicWord(i)}
	}
	var words []string
	for j := r.left[k]; j <= k; j++ {
		if j == k || r.Tokens[j].Head == k && !r.is(j, "cc", "conj", "det") {
			words = append(words, r.topicWord(j))
		}
	}
	return words
}

// topicWord is a word of a topic: names as they stand, other words small and
// in the singular.
func (r *reader) topicWord(i int) string {
	if r.upos(i, "PROPN") {
		return r.Tokens[i].Text
	}
	if r.upos(i, "NOUN") {
		return r.lemma(i)
	}
	return r.lower(i)
}

// vague words make no topic and distinguish none.
var vague = map[string]bool{"such": true, "other": true, "relevant": true, "respective": true, "various": true, "own": true,
	"more": true, "great": true, "greater": true, "further": true, "appropriate": true, "necessary": true, "important": true, "certain": true,
	"way": true, "form": true, "kind": true, "type": true, "basis": true, "respect": true, "regard": true, "accordance": true,
	"term": true, "aspect": true, "manner": true, "effort": true, "measure": true, "role": true, "part": true, "matter": true, "level": true, "time": true, "order": true, "view": true, "following": true, "case": true, "hour": true, "day": true, "week": true, "month": true, "year": true, "decade": true, "end": true, "place": true, "purpose": true}
