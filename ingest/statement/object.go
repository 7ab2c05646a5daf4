package statement

import (
	"slices"
	"strings"
)

// aim is the lemma of the head verb and the phrase it acts upon. A copular
// clause has the aim "be" and its predicate as object.
func (r *reader) aim(p int) (string, Phrase) {
	cop := r.child(p, "cop")
	if cop >= r.first && cop >= 0 && !r.declares(p) || r.upos(p, "NOUN", "PROPN", "PRON", "ADJ") && !r.mistaken(p) {
		return "be", r.predicateOf(p)
	}
	return r.verbLemma(p), r.object(p)
}

// verbLemma is the lemma of verb p, also where the tagger took it for a noun
// or an adjective: then a subject in front of it tells.
func (r *reader) verbLemma(p int) string {
	if r.upos(p, "VERB", "AUX") {
		return r.lemma(p)
	}
	words := modalled
	if r.xpos(p, "VBG") || strings.HasSuffix(r.lower(p), "ing") {
		words = going
	}
	if s, v := r.behind(words, r.lower(p)); v < len(s.Tokens) {
		return strings.ToLower(s.Tokens[v].Lemma)
	}
	return r.lemma(p)
}

// mistaken reports whether p is a verb that the tagger missed: it heads a
// fragment, is a gerund's complement, or an adjective coordinated with verbs
// that nothing makes a predicate.
func (r *reader) mistaken(p int) bool {
	h := r.Tokens[p].Head
	switch {
	case r.first > 0 && h < 0 && r.upos(p, "ADJ"):
		return true
	case r.gerundForm(p) && r.is(p, "advcl", "xcomp", "acl"):
		return true
	}
	return r.upos(p, "ADJ") && r.is(p, "conj") && h >= 0 && r.upos(h, "VERB") && r.child(h, "cop") < 0
}

// predicateOf is what a copular clause says of its subject.
func (r *reader) predicateOf(p int) Phrase {
	ph := Phrase{r.Sentence, p, r.right[p] + 1, p}
	if !r.upos(p, "ADJ", "ADV", "VERB") {
		ph = r.phrase(p, false)
	}
	for _, k := range r.kids[p] {
		switch {
		case k < p && r.is(k, "nsubj", "cop", "aux", "mark", "advmod"):
			ph.From = max(ph.From, r.right[k]+1)
		case k > p && r.is(k, "conj") && r.predicate(k):
			ph.To = min(ph.To, r.left[k])
		}
	}
	ph.From, ph.To = r.trim(ph.From, ph.To)
	return ph
}

// object is what p acts upon: its direct object, else its clausal complement,
// else the object of a verb that it is coordinated with, else what its
// preposition governs; a zero Phrase where there is none.
func (r *reader) object(p int) Phrase {
	if o := r.directObject(p); o >= 0 {
		if r.thatClause(o) {
			return r.clauseAfter(p, o)
		}
		return r.core(o)
	}
	if o := r.child(p, "iobj"); o > p && r.directs(p) {
		return r.core(o)
	}
	for _, c := range r.children(p, "ccomp", "xcomp") {
		if c > p {
			return r.clauseExtent(c)
		}
	}
	if r.rel(p) == "conj" && r.shares(p) {
		return r.object(r.Tokens[p].Head)
	}
	if k := r.nextConjunct(p); k >= 0 && !intransitive[r.lemma(p)] && r.adjacent(p, k) {
		for next := r.nextConjunct(k); r.child(k, "obj") < 0 && next > k && r.adjacent(k, next); next = r.nextConjunct(k) {
			k = next // "sell, lend or export nets"
		}
		if r.child(k, "obj") >= 0 {
			return r.object(k)
		}
	}
	if h := r.Tokens[p].Head; r.is(p, "acl") && performing[r.lemma(p)] && r.mark(p) == "to" && h >= 0 {
		return r.core(h) // "a role to play"
	}
	if o := r.strandedObject(p); o >= 0 {
		return r.core(o)
	}
	return r.prepositionalObject(p)
}

// strandedObject is the object of p that a phrase between commas or a heavy
// complement keeps apart from it, so that the parser made it an apposition or
// a conjunct of what stands between: "convene, within two years, a forum",
// "submit to the board, through the chair, a report". It is -1 for none.
func (r *reader) strandedObject(p int) int {
	chosen := r.cues.Prepositional[r.lemma(p)]
	for _, k := range r.children(p, "obl") {
		if slices.Contains(chosen, r.case_(k)) {
			return -1
		}
	}
	if intransitive[r.lemma(p)] {
		return -1
	}
	for j := p + 2; j <= r.right[p]; j++ {
		if r.upos(j, "VERB") && !r.is(j, "acl") {
			return -1
		}
		from := r.phrase(j, true).From
		if r.upos(j, "NOUN", "PROPN") && r.is(j, "appos", "conj", "obl", "nmod", "dep") && r.child(j, "case", "cc") < 0 &&
			from > p+1 && r.Tokens[from-1].Text == "," && r.interposed(p, from-1) {
			return j
		}
	}
	return -1
}

// interposed reports whether a prepositional phrase fills the place between
// verb p and the comma at token end.
func (r *reader) interposed(p, end int) bool {
	i := p + 1
	if r.Tokens[i].Text == "," {
		i++
	}
	return i < end && r.upos(i, "ADP") && !r.is(i, "compound:prt")
}

// intransitive verbs never share the object of the verb coordinated with them:
// "act together and provide assistance".
var intransitive = map[string]bool{"act": true, "work": true, "cooperate": true, "co-operate": true, "collaborate": true,
	"participate": true, "meet": true, "comply": true, "strive": true, "go": true, "come": true, "remain": true,
	"exist": true, "occur": true, "respond": true, "contribute": true, "interact": true, "intervene": true,
	"interfere": true, "proceed": true, "appear": true, "vote": true, "live": true, "stand": true, "refrain": true,
	"abstain": true, "engage": true, "travel": true, "arrive": true, "stay": true, "succeed": true}

// performing verbs have a task for their object.
var performing = map[string]bool{"play": true, "perform": true, "fulfil": true, "fulfill": true, "discharge": true, "exercise": true}

// directObject is the object of p; of two the second, the first being who
// receives it: "grant farmers loans". It is -1 where there is none.
func (r *reader) directObject(p int) int {
	objs := r.children(p, "obj")
	switch {
	case len(objs) == 0:
		return -1
	case len(objs) > 1 && r.canAct(r.phrase(objs[0], true)) && objs[0] > p:
		return objs[1]
	}
	return objs[0]
}

// nextConjunct is the verb coordinated with p that follows it, -1 for none.
func (r *reader) nextConjunct(p int) int {
	if k := r.child(p, "conj"); k > p || !r.is(p, "conj") {
		return k
	}
	for _, k := range r.children(r.Tokens[p].Head, "conj") {
		if k > p {
			return k
		}
	}
	return -1
}

// adjacent reports whether nothing but coordinating words stands between verbs
// p and k: "substantiate and enhance X".
func (r *reader) adjacent(p, k int) bool {
	for i := p + 1; i < k; i++ {
		if !r.upos(i, "CCONJ", "PUNCT", "ADV", "VERB") {
			return false
		}
	}
	return true
}

// shares reports whether conjunct p takes its object from the verb before it:
// "collect, present and disseminate X" parsed with X on the first.
func (r *reader) shares(p int) bool {
	h := r.Tokens[p].Head
	o := r.child(h, "obj")
	return o > p && r.child(p, "obl", "obj") < 0
}
