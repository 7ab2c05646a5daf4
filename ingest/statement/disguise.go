package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mandate/ingest/english"
)

// unmask tags as verbs what grammar makes verbs and the tagger took for nouns,
// adjectives or participles, and hangs them where they belong. It changes s.
func (e *Extractor) unmask(s *english.Sentence) {
	t := newTree(s, 0)
	for k := range s.Tokens {
		if t.verbInDisguise(k) {
			e.retag(s, k)
		}
	}
	for k := range s.Tokens {
		if t.xpos(k, "MD") && t.baseBehind(k) {
			t = newTree(s, 0)
		}
		if v, tag := e.inSeries(t, k); v >= 0 {
			t.free(k, v, tag)
			t = newTree(s, 0)
		}
	}
}

// verbInDisguise reports whether k is tagged as a noun or an adjective but
// behaves as a verb: it has an object or a clause for its complement, or is an
// adjective behind its noun that verbs are coordinated with.
func (t *tree) verbInDisguise(k int) bool {
	switch {
	case t.upos(k, "NOUN", "ADJ", "PROPN") && t.is(k, "conj"):
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
	words := modalled
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

// baseBehind makes the word behind modal m the verb in base form that it must
// be: "shall strengthen" with a participle, "shall discharge waste" with
// "discharge waste" for a noun and the modal for a verb. It reports whether
// the tree has changed.
func (t *tree) baseBehind(m int) bool {
	i := m + 1
	for i < len(t.Tokens) && (t.upos(i, "ADV", "PART") || t.is(i, "cc:preconj")) {
		i++
	}
	if i >= len(t.Tokens) || t.child(i, "aux:pass") >= 0 {
		return false
	}
	if tok := &t.Tokens[i]; t.xpos(i, "VBN", "VBD") && !strings.HasSuffix(t.lower(i), "ed") {
		tok.XPOS, tok.Lemma = "VB", t.lower(i)
	}
	n := t.Tokens[i].Head
	if n <= i || t.Tokens[n].Head != m || t.child(m, "nsubj") < 0 || !t.upos(i, "NOUN", "ADJ", "PROPN") || !t.is(i, "compound", "amod") {
		return false
	}
	modal := t.Tokens[m]
	for _, k := range t.kids[m] {
		t.Tokens[k].Head = i
	}
	t.free(i, modal.Head, "VB")
	t.Tokens[i].Deprel = modal.Deprel
	t.Tokens[m].Head, t.Tokens[m].Deprel = i, "aux"
	return true
}

// inSeries finds the verb that word k goes on with, where the tagger took k
// for part of a noun: "strengthen A, enhance B and ensure C" with "enhance B"
// for a compound, and the tag of both. It is -1 where k is no verb.
func (e *Extractor) inSeries(t *tree, k int) (v int, tag string) {
	if !t.upos(k, "NOUN", "ADJ", "PROPN") && !t.xpos(k, "VB", "VBP") || !t.is(k, "compound", "amod", "nmod") || !t.opensSegment(k) {
		return -1, ""
	}
	// A name in small letters is a word that the tagger does not know.
	only, listed := e.cues.verb(t.lower(k))
	switch n := t.Tokens[k].Head; {
	case n < k:
		return -1, ""
	case only, listed && !t.upos(k, "NOUN", "ADJ"):
		return t.verbAbove(n, k, t.bareVerb), "VB"
	case t.xpos(k, "NNS") && e.cues.isStance(t.lemma(k)):
		return t.verbAbove(n, k, func(i int) bool { return t.xpos(i, "VBZ") }), "VBZ"
	}
	return -1, ""
}

// opensSegment reports whether token k, not written with a capital and no part
// of "follow-up" or "inter alia", follows a comma, a semicolon or a conjunction.
func (t *tree) opensSegment(k int) bool {
	first, _ := utf8.DecodeRuneInString(t.Tokens[k].Text)
	i := k - 1
	for i > 0 && t.upos(i, "ADV") {
		i--
	}
	return i > 0 && !unicode.IsUpper(first) && k+1 < len(t.Tokens) && !t.xpos(k+1, "HYPH") &&
		t.lower(k+1) != "alia" && (t.upos(i, "CCONJ") || t.Tokens[i].Text == "," || t.Tokens[i].Text == ";")
}

// verbAbove is the nearest verb of the wanted kind at or above n in front of k.
func (t *tree) verbAbove(n, k int, wanted func(int) bool) int {
	for ; n >= 0; n = t.Tokens[n].Head {
		if n < k && wanted(n) {
			return n
		}
	}
	return -1
}

// free makes k, which modified noun n behind it, a verb coordinated with v
// that has n for its object.
func (t *tree) free(k, v int, tag string) {
	verb, n := &t.Tokens[k], t.Tokens[k].Head
	for _, c := range t.kids[n] {
		if c < k {
			t.Tokens[c].Head = k
		}
	}
	if t.is(n, "conj") {
		for _, c := range t.kids[t.Tokens[n].Head] {
			if c > n { // what follows the verb belongs to its object, not to the noun in front of it
				t.Tokens[c].Head = n
			}
		}
	}
	verb.UPOS, verb.XPOS, verb.Head, verb.Deprel = "VERB", tag, v, "conj"
	if tag == "VB" {
		verb.Lemma = strings.ToLower(verb.Text)
	}
	t.Tokens[n].Head, t.Tokens[n].Deprel = k, "obj"
}
