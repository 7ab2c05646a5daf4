package ask

import (
	"strings"

	"mandate/graph"
)

// predicate walks from the head of the question down through the wordings of
// duty ("is responsible for", "has the right to", "needs to") to the verb that
// says what is done, and notes what duty they amount to; none where what is done
// is no verb ("is responsible for the budget") or not said.
func (u *understanding) predicate(i int) int {
	for i != none {
		u.auxiliaries(i)
		next, carried := u.carrier(i)
		if !carried {
			return i
		}
		u.account(i)
		i = next
	}
	return none
}

// auxiliaries notes the modal and the negation of a verb.
func (u *understanding) auxiliaries(i int) {
	for _, c := range u.below[i] {
		word := strings.ToLower(u.tokens[c].Text)
		switch {
		case u.is(c, "aux", "cop"):
			u.account(c)
			u.modal(word)
		case u.is(c, "advmod") && (word == "not" || word == "n't" || word == "never"):
			u.account(c)
			u.negated = true
		}
	}
}

func (u *understanding) modal(word string) {
	if word == "can" || word == "could" || word == "might" {
		word = "may"
	}
	if f, ok := u.cues.modal[word]; ok {
		u.deontic(f, word)
	}
}

// deontic notes a wording of duty; the last word of it is the one to find again.
func (u *understanding) deontic(f graph.Force, word string) {
	u.forces = append(u.forces, f)
	u.question.Cues = append(u.question.Cues, word)
}

// carrier tells whether a word carries a duty instead of naming a deed, and the
// word that it is carried on to.
func (u *understanding) carrier(i int) (next int, carried bool) {
	switch {
	case u.tokens[i].UPOS == "VERB" && u.cues.bearing[u.lemma(i)]:
		return u.having(i)
	case u.held(i) != none:
		return u.held(i), true
	case u.child(i, "aux:pass", "cop") != none, u.tokens[i].XPOS == "VBN", u.child(i, "aux") != none && u.lemma(u.child(i, "aux")) == "be":
		return u.being(i)
	case u.tokens[i].UPOS == "VERB":
		f, ok := u.cues.verb[u.lemma(i)]
		to := u.child(i, "xcomp")
		if ok && to != none && u.tokens[to].UPOS == "VERB" {
			u.deontic(f, u.lemma(i))
			return to, true
		}
		if ok && f == graph.GoalForce && to == none && u.child(i, "obj") != none { // seeks peace
			u.deontic(f, u.lemma(i))
			return none, true
		}
	}
	return none, false
}

// held returns the participle of a wording of duty that the tree hangs on its
// holder: of "what are pilots obliged to do", obliged.
func (u *understanding) held(i int) int {
	subject := u.child(i, "nsubj")
	if !u.interrogates(i) || subject == none {
		return none
	}
	for _, c := range u.below[subject] {
		if _, ok := u.cues.be[strings.ToLower(u.tokens[c].Text)]; ok && u.is(c, "acl") {
			return c
		}
	}
	return none
}

// being reads "is required to", "is responsible for", "is in charge of".
func (u *understanding) being(i int) (next int, carried bool) {
	word := strings.ToLower(u.tokens[i].Text)
	if at := u.child(i, "case"); at != none && u.tokens[i].UPOS == "NOUN" {
		word = strings.ToLower(u.tokens[at].Text) + " " + word
		u.account(at)
	}
	f, ok := u.cues.be[word]
	if !ok {
		return none, false
	}
	_, last, many := strings.Cut(word, " ")
	if !many {
		last = word
	}
	u.deontic(f, last)
	return u.verbBelow(i), true
}

// having reads "has to", "has the right and duty to", "have obligations about",
// "bears the duty to".
func (u *understanding) having(i int) (next int, carried bool) {
	to := u.child(i, "xcomp")
	if to == none && u.lemma(i) != "have" {
		to = u.child(i, "advcl")
	}
	if to != none && u.tokens[to].UPOS != "VERB" {
		to = none
	}
	if to != none && u.lemma(i) == "have" && !u.holds(i) {
		u.deontic(graph.Obligation, "have")
		return to, true
	}
	next = to
	for _, c := range u.below[i] {
		if !u.is(c, "obj") {
			continue
		}
		for _, n := range u.with(c) {
			if !u.duty(n) {
				continue
			}
			carried = true
			if v := u.verbBelow(n); v != none {
				next = v
			}
		}
	}
	return next, carried
}

// holds tells whether the object of "have" is a duty or right: "has the power to".
func (u *understanding) holds(i int) bool {
	object := u.child(i, "obj")
	if object == none {
		return false
	}
	_, noun := u.cues.nouns[u.lemma(object)]
	_, had := u.cues.have[u.lemma(object)]
	return noun || had
}

// duty notes a noun of duty, right or goal; its adjectives ("primary
// responsibility") say nothing of what is looked for.
func (u *understanding) duty(n int) bool {
	l := u.lemma(n)
	forces, known := u.cues.nouns[l]
	if f, ok := u.cues.have[l]; ok && !known {
		forces, known = []graph.Force{f}, true
	}
	if !known {
		return false
	}
	u.forces = append(u.forces, forces...)
	u.question.Cues = append(u.question.Cues, l)
	u.account(n)
	for _, c := range u.below[n] {
		if u.is(c, "amod", "det") {
			u.account(c)
		}
	}
	return true
}

// verbBelow returns the verb that a wording of duty governs.
func (u *understanding) verbBelow(i int) int {
	for _, c := range u.below[i] {
		if u.is(c, "xcomp", "advcl", "acl", "ccomp", "obl", "nmod", "csubj") && u.tokens[c].UPOS == "VERB" {
			return c
		}
	}
	return none
}
