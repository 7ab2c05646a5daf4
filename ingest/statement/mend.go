package statement

import (
	"slices"
	"strings"

	"mandate/ingest/english"
)

// mend puts right what a parser gets wrong and grammar rules out: verbs
// coordinated with what they cannot be coordinated with, and verbs taken for
// nouns or adjectives. What stands within one of the names stays together. It
// changes s.
func (e *Extractor) mend(s *english.Sentence, names [][2]int) {
	closeSentence(s)
	e.unmask(s)
	newTree(s, 0).restoreFinite()
	e.mendSeries(s)
	t := newTree(s, 0)
	for k := range s.Tokens {
		t.joinGerund(k)
		t.joinTitle(k)
		t.joinObject(k)
		t.unseat(k)
		t.freeObject(k)
		t.shiftObject(k)
		if !within(names, k, t.Tokens[k].Head) {
			e.freeActor(t, k)
		}
		t.joinGerunds(k)
	}
	e.rehang(s)
	t = newTree(s, 0)
	for k := range s.Tokens {
		t.joinSeries(k)
	}
}

// within reports whether tokens i and k stand in one of the names.
func within(names [][2]int, i, k int) bool {
	return slices.ContainsFunc(names, func(n [2]int) bool { return n[0] <= min(i, k) && max(i, k) < n[1] })
}

// rehang hangs conjuncts on what they can be coordinated with.
func (e *Extractor) rehang(s *english.Sentence) {
	t := newTree(s, 0)
	for k := range s.Tokens {
		if s.Tokens[k].Deprel != "conj" || t.child(k, "nsubj") >= 0 {
			continue
		}
		h, to := s.Tokens[k].Head, -1
		switch {
		case t.hasModal(k):
			to = e.modalAbove(t, h, k)
		case e.parallelTo(t, k) >= 0:
			to = e.parallelTo(t, k)
		case t.mark(k) == "to":
			to = t.infinitiveAbove(h)
		case t.xpos(k, "VBG") && t.xpos(h, "VBZ", "VBP", "VBD"):
			to = t.gerundAbove(h)
		case t.bareVerb(k) && e.stanceAbove(t, k) >= 0:
			to = e.stanceAbove(t, k)
		case t.bareVerb(k) && t.mark(k) == "" && t.clauseBefore(k) >= 0:
			to = t.clauseBefore(k)
		case t.bareVerb(k) && !t.bareVerb(h):
			to = t.baseBefore(h, k)
		case t.xpos(k, "VBZ", "VBP"):
			to = e.finiteAbove(t, k)
		}
		if to >= 0 {
			s.Tokens[k].Head = to
		}
	}
}

// joinTitle makes a common noun modify the acronym of an office right behind it,
// which the parser took for an apposition or another subject: "the agency CIO".
func (t *tree) joinTitle(k int) {
	h := k - 1
	if h < 0 || !t.upos(h, "NOUN") || t.lower(h) != t.Tokens[h].Text || !t.upos(k, "PROPN", "NOUN") || !isAcronym(t.Tokens[k].Text) {
		return
	}
	above := t.Tokens[h].Head
	switch {
	case t.Tokens[k].Head == h && t.is(k, "appos", "flat"):
		t.Tokens[k].Head, t.Tokens[k].Deprel = above, t.Tokens[h].Deprel
	case above < 0 || t.Tokens[k].Head != above || t.Tokens[k].Deprel != t.Tokens[h].Deprel || !t.is(h, "nsubj", "obj", "obl"):
		return
	}
	for _, c := range t.kids[h] {
		if c != k {
			t.Tokens[c].Head = k
		}
	}
	t.Tokens[h].Head, t.Tokens[h].Deprel = k, "compound"
}

// isAcronym reports whether w is written in capitals throughout.
func isAcronym(w string) bool {
	return len(w) > 1 && w == strings.ToUpper(w) && w != strings.ToLower(w)
}

// joinObject makes noun k the object of the verb right in front of it where the
// parser coordinated both with an earlier word: without a comma or an "and"
// between them they are no series.
func (t *tree) joinObject(k int) {
	v := k - 1
	if v < 1 || !t.upos(k, "NOUN", "PROPN") || !t.is(k, "conj") || t.child(k, "cc") >= 0 || !t.bareVerb(v) || !t.is(v, "conj") || t.child(v, "obj") >= 0 || t.left[k] != k {
		return
	}
	t.Tokens[k].Head, t.Tokens[k].Deprel = v, "obj"
}

// clauseBefore finds the verb that bare verb k goes on with where the parser
// coordinated it with an earlier clause over one with a subject and a modal of
// its own: "A may appeal, and B may confirm, vary or annul". It is -1 for none.
func (t *tree) clauseBefore(k int) int {
	to := -1
	for _, c := range t.children(t.Tokens[k].Head, "conj") {
		if c < k && t.bareVerb(c) && t.child(c, "nsubj") >= 0 && t.hasModal(c) {
			to = c
		}
	}
	return to
}

// infinitiveAbove finds the infinitive that "and to V" is meant to be coordinated
// with where its head h is none: the nearest one above, as in "to track
// spending on food and to publish it". It is -1 where there is none.
func (t *tree) infinitiveAbove(h int) int {
	if t.mark(h) == "to" {
		return -1
	}
	return nearestAbove(t.Sentence, h, func(up int) bool { return t.mark(up) == "to" })
}

// gerundAbove finds the gerund that "and V-ing" is meant to be coordinated with
// where its head h is a finite verb: the nearest one above, as in "for proving
// that the dam holds and repairing it". It is -1 where there is none.
func (t *tree) gerundAbove(h int) int {
	return nearestAbove(t.Sentence, h, func(up int) bool { return t.xpos(up, "VBG") })
}

// closeSentence hangs the final stop on the root, so that no phrase stretches
// to it.
func closeSentence(s *english.Sentence) {
	last := len(s.Tokens) - 1
	if root := newTree(s, 0).root(); last > 0 && root >= 0 && root < last && s.Tokens[last].UPOS == "PUNCT" {
		s.Tokens[last].Head = root
	}
}

// joinSeries makes infinitive k a conjunct where the parser took the second of
// a series for a purpose: "to finance A, to train B and to share C", of its
// head or of a complement beside it, "a duty to finance A, to train B and …".
func (t *tree) joinSeries(k int) {
	h := t.Tokens[k].Head
	if h < 0 || h > k || !t.is(k, "advcl", "xcomp") || t.mark(k) != "to" {
		return
	}
	if from := t.left[k]; from == 0 || !t.upos(from, "PUNCT") && !t.upos(from-1, "PUNCT") {
		return
	}
	first := h
	if t.mark(h) != "to" {
		first = t.infinitiveUnder(h, k)
	}
	joins := append(t.children(k, "conj"), k)
	for _, c := range joins {
		linked := c == k && (t.upos(t.left[k], "CCONJ") || t.linkedOver(t.child(k, "mark")))
		if first >= 0 && (linked || c != k && t.mark(c) == "to") {
			t.Tokens[k].Head, t.Tokens[k].Deprel = first, "conj"
			return
		}
	}
}

// linkedOver reports whether an "and" and a short condition stand in front of
// token i: "and, where possible, to V".
func (t *tree) linkedOver(i int) bool {
	const longest = 4 // words of the condition
	if i < 1 || t.Tokens[i-1].Text != "," {
		return false
	}
	for at := i - 2; at > 0 && at >= i-2-longest; at-- {
		if conditional[t.lower(at)] {
			return t.upos(at-1, "CCONJ") || at > 1 && t.Tokens[at-1].Text == "," && t.upos(at-2, "CCONJ")
		}
	}
	return false
}

// infinitiveUnder is the infinitive in front of k that completes verb h or its
// object, -1 for none.
func (t *tree) infinitiveUnder(h, k int) int {
	for _, up := range append(t.children(h, "obj"), h) {
		for _, c := range t.children(up, "acl", "xcomp") {
			if h < c && c < k && t.mark(c) == "to" {
				return c
			}
		}
	}
	return -1
}

// joinGerunds makes gerund k a conjunct of the one in front of it that a
// preposition governs, where the parser hung both on the same word: "responsible
// for drafting rules, checking accounts and …".
func (t *tree) joinGerunds(k int) {
	h := t.Tokens[k].Head
	if h < 0 || h > k || !t.xpos(k, "VBG") || !t.is(k, "advcl") || t.child(k, "mark") >= 0 || !t.behindComma(k) {
		return
	}
	for _, first := range t.children(h, "advcl", "acl") {
		if h < first && first < k && t.xpos(first, "VBG") && t.mark(first) != "" && beforeGerund[t.mark(first)] {
			t.Tokens[k].Head, t.Tokens[k].Deprel = first, "conj"
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

// modalAbove finds the verb that "and shall V" at k is meant to be coordinated
// with where its head h has no modal: the nearest one above that has, else the
// one that reports h, "believes that …, and will V". It is -1 for none.
func (e *Extractor) modalAbove(t *tree, h, k int) int {
	if t.hasModal(h) {
		return -1
	}
	if up := nearestAbove(t.Sentence, h, t.hasModal); up >= 0 {
		return up
	}
	if up := t.Tokens[h].Head; up >= 0 && t.is(h, "ccomp") && t.behindComma(k) && t.lower(t.child(k, "aux")) == "will" {
		return up
	}
	return -1
}

// behindComma reports whether the clause of k follows a comma.
func (t *tree) behindComma(k int) bool {
	from := t.left[k]
	return t.Tokens[from].Text == "," || from > 0 && t.Tokens[from-1].Text == ","
}

// parallelTo finds the directive that directive k is meant to be coordinated
// with where the parser coordinated it with what that one asks: "urge cities
// to save water and encourage firms to …". It is -1 where there is none.
func (e *Extractor) parallelTo(t *tree, k int) int {
	h := t.Tokens[k].Head
	if h < 0 || t.mark(h) != "to" || t.mark(k) == "to" || !e.asksSomebody(t, k) {
		return -1
	}
	p := t.Tokens[h].Head
	if p >= 0 && t.is(h, "acl") {
		p = t.Tokens[p].Head
	}
	if p >= 0 && p < h && t.xpos(p, "VB", "VBP") && t.xpos(k, "VB", "VBP") && e.cues.directive(t, p) {
		return p
	}
	return -1
}

// asksSomebody reports whether k is a directive with both whom it addresses
// and what it asks.
func (e *Extractor) asksSomebody(t *tree, k int) bool {
	if !e.cues.directive(t, k) {
		return false
	}
	for _, o := range t.children(k, "obj", "iobj", "obl") {
		if o > k && (t.infinitive(o, "acl") || t.infinitive(k, "xcomp", "advcl", "ccomp")) {
			return true
		}
	}
	return false
}

// infinitive reports whether i has an infinitive with "to" behind it for a
// child of one of the relations.
func (t *tree) infinitive(i int, rels ...string) bool {
	for _, c := range t.children(i, rels...) {
		if c > i && t.mark(c) == "to" {
			return true
		}
	}
	return false
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
	if c := t.child(h, "cop"); c >= 0 && t.xpos(c, "VB") {
		return -1 // "to be ready and act"
	}
	if t.upos(h, "NOUN", "PROPN", "ADJ", "PRON", "NUM", "ADV") {
		for up := h; up >= 0; up = t.Tokens[up].Head {
			if t.bareVerb(up) && up < k {
				return up
			}
		}
		return -1
	}
	if t.xpos(h, "VBZ", "VBD") {
		for i := k - 1; i > h; i-- {
			if t.bareVerb(i) && (t.Tokens[i].Head == h && t.is(i, "xcomp", "ccomp", "advcl") || t.is(i, "acl") && t.mark(i) == "to" && t.Tokens[t.Tokens[i].Head].Head == h) {
				return i
			}
		}
	}
	if t.xpos(h, "VBZ", "VBD", "VBG", "VBN") && t.child(h, "aux") < 0 {
		return nearestAbove(t.Sentence, h, func(up int) bool { return up < k && t.bareVerb(up) })
	}
	return -1
}

// finiteAbove finds the verb that finite verb k, without a subject of its own,
// is meant to be coordinated with where its head h cannot be it: the nearest
// one above with the same ending. It is -1 where h may stay.
func (e *Extractor) finiteAbove(t *tree, k int) int {
	h := t.Tokens[k].Head
	if h < 0 || t.finiteVerb(h) && !t.disagree(h, k) && !e.resumes(t, h, k) {
		return -1
	}
	return nearestAbove(t.Sentence, h, func(up int) bool {
		return up < k && t.upos(up, "VERB") && t.Tokens[up].XPOS == t.Tokens[k].XPOS
	})
}

// finiteVerb reports whether i bears tense itself or by an auxiliary.
func (t *tree) finiteVerb(i int) bool {
	if t.xpos(i, "VBZ", "VBP", "VBD", "MD") {
		return true
	}
	for _, a := range t.children(i, "aux", "cop") {
		if t.xpos(a, "VBZ", "VBP", "VBD", "MD") {
			return true
		}
	}
	return false
}

// disagree reports whether the subject of h is singular and verb k plural, or
// the reverse: "says that talks have begun and supports them".
func (t *tree) disagree(h, k int) bool {
	s := t.child(h, "nsubj")
	if s < 0 || !t.upos(s, "NOUN", "PROPN") {
		return false
	}
	plural := t.xpos(s, "NNS", "NNPS") || t.child(s, "conj") >= 0
	return plural == t.xpos(k, "VBZ")
}

// stanceAbove finds the act of a speaker in the plural that directive k goes on
// with where the parser coordinated it with a relative clause in between: "We
// oppose measures that harm trade, and call upon members to …". It is -1 for none.
func (e *Extractor) stanceAbove(t *tree, k int) int {
	h := t.Tokens[k].Head
	if h < 0 || t.Tokens[h].Deprel != "acl:relcl" || !t.behindComma(k) || !e.asksSomebody(t, k) {
		return -1
	}
	return nearestAbove(t.Sentence, h, func(up int) bool {
		return up < k && t.xpos(up, "VBP") && e.cues.isStance(t.lemma(up)) && t.child(up, "nsubj") >= 0
	})
}

// resumes reports whether verb k goes on with the series of acts that the
// reported clause of h interrupts: behind a comma a second verb of stance as
// the one that reports, "notes that the talks go on, and invites …".
func (e *Extractor) resumes(t *tree, h, k int) bool {
	above := t.Tokens[h].Head
	return t.behindComma(k) && above >= 0 && t.is(h, "ccomp") && e.cues.isStance(t.lemma(k)) && e.cues.isStance(t.lemma(above))
}
