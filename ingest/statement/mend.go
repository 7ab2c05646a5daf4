package statement

import (
	"strings"

	"mandate/ingest/english"
)

// mend puts right what a parser gets wrong and grammar rules out: verbs
// coordinated with what they cannot be coordinated with, and verbs taken for
// nouns or adjectives. It changes s.
func (e *Extractor) mend(s *english.Sentence) {
	t := newTree(s, 0)
	for k := range s.Tokens {
		if t.verbInDisguise(k) {
			e.retag(s, k)
		}
	}
	for k := range s.Tokens {
		t.joinGerund(k)
		e.freeActor(t, k)
		t.joinSeries(k)
	}
	t = newTree(s, 0)
	for k := range s.Tokens {
		if s.Tokens[k].Deprel != "conj" || t.child(k, "nsubj") >= 0 {
			continue
		}
		h, to := s.Tokens[k].Head, -1
		switch {
		case t.hasModal(k):
			to = t.modalAbove(h)
		case t.bareVerb(k) && !t.bareVerb(h):
			to = t.baseBefore(h, k)
		}
		if to >= 0 {
			s.Tokens[k].Head = to
		}
	}
}

// verbInDisguise reports whether k is tagged as a noun or an adjective but
// behaves as a verb: it has an object or a clause for its complement, or is an
// adjective behind its noun that verbs are coordinated with.
func (t *tree) verbInDisguise(k int) bool {
	switch {
	case t.upos(k, "NOUN") && t.is(k, "conj"):
		c := t.child(k, "ccomp")
		return t.child(k, "obj") > k || c > k && t.child(c, "nsubj") >= 0
	case t.upos(k, "ADJ") && t.is(k, "amod") && t.Tokens[k].Head < k:
		for _, c := range t.children(k, "conj") {
			if t.upos(c, "VERB") && t.child(c, "obj") > c {
				return true
			}
		}
	}
	return false
}

// retag tags k as the verb that it is behind a subject, if it is one there.
func (e *Extractor) retag(s *english.Sentence, k int) {
	t := &s.Tokens[k]
	words := "They shall"
	if strings.HasSuffix(t.Text, "s") {
		words = singular
	}
	if again, v := e.behind(words, t.Text+" it"); v < len(again.Tokens) && again.Tokens[v].UPOS == "VERB" {
		t.UPOS, t.XPOS, t.Lemma, t.Deprel = "VERB", again.Tokens[v].XPOS, again.Tokens[v].Lemma, "conj"
	}
}

// joinGerund makes gerund k a conjunct of the gerund in front of it, where the
// parser took it for a modifier: "drafting and adopting rules" with the rules
// adopting.
func (t *tree) joinGerund(k int) {
	if !t.xpos(k, "VBG") || !t.is(k, "amod", "compound") || k == 0 || !t.upos(k-1, "CCONJ") {
		return
	}
	i := k - 2
	for i >= 0 && t.upos(i, "PUNCT", "ADV") {
		i--
	}
	if i >= 0 && t.xpos(i, "VBG") && !t.is(i, "amod", "compound") && !hangsOn(t.Sentence, i, func(h int) bool { return h == k }) {
		t.Tokens[k].Head, t.Tokens[k].Deprel = i, "conj"
	}
}

// joinSeries makes infinitive k a conjunct where the parser took the second of
// a series for a purpose: "to finance A, to train B and to share C".
func (t *tree) joinSeries(k int) {
	h := t.Tokens[k].Head
	if h < 0 || h > k || !t.is(k, "advcl", "xcomp") || t.mark(k) != "to" || t.mark(h) != "to" {
		return
	}
	if from := t.left[k]; from == 0 || !t.upos(from, "PUNCT") && !t.upos(from-1, "PUNCT") {
		return
	}
	for _, c := range t.children(k, "conj") {
		if t.mark(c) == "to" {
			t.Tokens[k].Deprel = "conj"
			return
		}
	}
}

// freeActor makes k the first conjunct of the noun that the parser made it
// modify over an "and", where each is an actor alone: "Interpol and national
// police forces", "the Ministry and local authorities". Two kinds of actor in
// front of a third modify it side by side: "parent and teacher associations".
func (e *Extractor) freeActor(t *tree, k int) {
	n := t.Tokens[k].Head
	if n <= k+2 || !t.is(k, "compound", "nmod") || !t.upos(k+1, "CCONJ") || !t.upos(n, "NOUN", "PROPN") {
		return
	}
	beside := k + 2
	acts := func(from, to int) bool { return e.actors.CanAct(t.Sentence, from, to, to-1) }
	named := t.upos(k, "PROPN") && t.upos(n, "NOUN")
	if !named && (!acts(k, k+1) || !acts(beside, n+1) || t.upos(beside, "NOUN") && acts(beside, beside+1)) {
		return
	}
	first, noun := &t.Tokens[k], &t.Tokens[n]
	first.Head, first.Deprel = noun.Head, noun.Deprel
	noun.Head, noun.Deprel = k, "conj"
	t.Tokens[k+1].Head = n
	if b := &t.Tokens[beside]; b.Head == k && b.Deprel == "conj" {
		b.Head, b.Deprel = n, "compound"
		if b.UPOS == "ADJ" {
			b.Deprel = "amod"
		}
	}
	for i := t.left[n]; i < k; i++ { // the article in front is the first's
		if t.Tokens[i].Head == n {
			t.Tokens[i].Head = k
		}
	}
}

func (t *tree) hasModal(i int) bool {
	for _, a := range t.children(i, "aux") {
		if t.xpos(a, "MD") {
			return true
		}
	}
	return false
}

// modalAbove finds the verb that "and shall V" is meant to be coordinated with:
// the nearest one with a modal at or above h, where h has none; else -1.
func (t *tree) modalAbove(h int) int {
	if t.hasModal(h) {
		return -1
	}
	for up := t.Tokens[h].Head; up >= 0; up = t.Tokens[up].Head {
		if t.hasModal(up) {
			return up
		}
	}
	return -1
}

// bareVerb reports whether i is a verb in its base form: "put in place" is
// often taken for a participle.
func (t *tree) bareVerb(i int) bool {
	if !t.upos(i, "VERB") {
		return false
	}
	return t.xpos(i, "VB") || t.xpos(i, "VBP", "VBN", "VBD") && t.lower(i) == t.lemma(i) && t.child(i, "aux", "aux:pass") < 0
}

// baseBefore finds the verb in base form that the verb k is meant to be
// coordinated with: the nearest one in front of k that governs its wrong head
// h, or that h governs.
func (t *tree) baseBefore(h, k int) int {
	if t.upos(h, "NOUN", "PROPN", "ADJ", "PRON", "NUM", "ADV") {
		for up := h; up >= 0; up = t.Tokens[up].Head {
			if t.bareVerb(up) && up < k {
				return up
			}
		}
		return -1
	}
	if !t.xpos(h, "VBZ", "VBD") {
		return -1
	}
	for i := k - 1; i > h; i-- {
		if t.bareVerb(i) && t.Tokens[i].Head == h && t.is(i, "xcomp", "ccomp", "advcl") {
			return i
		}
	}
	return -1
}
