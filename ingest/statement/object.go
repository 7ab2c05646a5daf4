package statement

import "strings"

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
	words := "They shall"
	if r.xpos(p, "VBG") || strings.HasSuffix(r.lower(p), "ing") {
		words = "They are"
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

// object is the direct object of p, else its clausal complement, else its
// first prepositional complement; a zero Phrase where there is none.
func (r *reader) object(p int) Phrase {
	if o := r.child(p, "obj"); o >= 0 {
		return r.core(o)
	}
	for _, c := range r.children(p, "ccomp", "xcomp") {
		if c > p {
			from, to := r.trim(r.left[c], r.right[c]+1)
			return Phrase{r.Sentence, from, to, c}
		}
	}
	if r.rel(p) == "conj" && r.shares(p) {
		return r.object(r.Tokens[p].Head)
	}
	if k := r.nextConjunct(p); k >= 0 && r.child(k, "obj") >= 0 && r.adjacent(p, k) {
		return r.object(k)
	}
	if o := r.child(p, "obl"); o > p && completing[r.case_(o)] {
		return r.core(o)
	}
	return Phrase{}
}

// completing prepositions begin what a verb without an object acts upon:
// "strive for X", "report on Y".
var completing = map[string]bool{"for": true, "of": true, "on": true, "upon": true, "to": true, "with": true, "against": true,
	"about": true, "from": true, "over": true, "into": true}

// core is the noun phrase of o as an annotator would underline it: the head
// with what stands before it, and behind it only what tells which thing is
// meant. What the aim is done for, where, how and to whom is none of that.
func (r *reader) core(o int) Phrase {
	p := r.phrase(o, false)
	for i := o + 1; i < p.To; i++ {
		if !r.identifies(i) {
			p.To = min(p.To, max(r.left[i], o+1))
		}
	}
	p.From, p.To = r.trim(p.From, p.To)
	return p
}

// identifies reports whether token i, where it begins a modifier, tells which
// thing is meant: an of-phrase, a bare noun behind another preposition
// ("training for teachers"), a participle that says no more than "relating to"
// or is as short as an adjective ("costs incurred by them").
func (r *reader) identifies(i int) bool {
	switch {
	case r.is(i, "acl"):
		return relational[r.lower(i)] || r.xpos(i, "VBN") && r.right[i]-i < 3 && r.left[i] == i
	case r.is(i, "advcl"):
		return false
	case r.is(i, "nmod", "obl") && r.child(i, "case") >= 0:
		c := r.case_(i)
		return c == "of" || relational[firstWord(c)] || classifying[c] && r.bare(i) && !(c == "to" && r.canAct(r.phrase(i, true)))
	}
	return true
}

// bare reports whether noun i stands without determiner or adjective: it
// classifies instead of referring.
func (r *reader) bare(i int) bool { return r.child(i, "det", "amod", "nummod", "nmod:poss") < 0 && !r.xpos(i, "VBG") }

// relational participles are prepositions in all but name.
var relational = map[string]bool{"relating": true, "related": true, "pertaining": true, "concerning": true, "regarding": true,
	"belonging": true, "governing": true}

// classifying prepositions make a kind of their noun and a bare one behind it:
// "persons with disabilities", "access to information".
var classifying = map[string]bool{"for": true, "with": true, "to": true, "on": true, "among": true, "between": true,
	"against": true, "about": true, "from": true}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
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
