package statement

import (
	"slices"
	"strings"
)

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
	return r.upToAddition(p)
}

// upToAddition is phrase p up to a comma that begins an afterthought, not
// another conjunct: "the members, as well as observers".
func (r *reader) upToAddition(p Phrase) Phrase {
	for i := max(p.From, p.Head) + 1; i+1 < p.To; i++ {
		if r.Tokens[i].Text == "," && !r.upos(i-1, "CCONJ") && (r.upos(i+1, "ADP", "ADV", "SCONJ") || r.lower(i+1) == "including") {
			p.To = i
		}
	}
	p.From, p.To = r.trim(p.From, p.To)
	return p
}

// identifies reports whether token i, where it begins a modifier, tells which
// thing is meant: an of-phrase, a bare noun behind another preposition
// ("training for teachers"), a participle that says no more than "relating to"
// or takes up a pronoun ("costs incurred by them").
func (r *reader) identifies(i int) bool {
	h := r.Tokens[i].Head
	switch {
	case r.is(i, "acl"):
		return relational[r.lower(i)] || r.xpos(i, "VBN") && r.shortParticiple(i)
	case r.is(i, "advcl"):
		return false
	case r.is(i, "nmod", "obl") && r.child(i, "case") >= 0:
		c := r.case_(i)
		if c == "of" && h >= 0 && r.Tokens[h].Head >= 0 && r.is(h, "obj", "iobj") && telling[r.lemma(r.Tokens[h].Head)] {
			return false // "notify the Council of any decision"
		}
		return c == "of" || relational[firstWord(c)] || h >= 0 && r.is(h, "acl") && (relational[r.lower(h)] || r.upos(i, "PRON")) ||
			classifying[c] && r.bare(i) && !(c == "to" && r.canAct(r.phrase(i, true)))
	}
	return true
}

// telling verbs take whom they tell or free, and "of" what.
var telling = wordSet("notify inform advise apprise remind warn convince assure deprive relieve rid absolve accuse acquit")

// shortParticiple reports whether participle i stands alone behind its noun,
// or with a pronoun: "measures taken", "the tasks given to them".
func (r *reader) shortParticiple(i int) bool {
	return r.right[i] == i || i+2 < len(r.Tokens) && r.upos(i+1, "ADP") && r.upos(i+2, "PRON")
}

// bare reports whether noun i stands without determiner or adjective: it
// classifies instead of referring.
func (r *reader) bare(i int) bool {
	return r.child(i, "det", "amod", "nummod", "nmod:poss") < 0 && !r.xpos(i, "VBG") && !prepositionalNouns[r.lemma(i)]
}

// relational participles are prepositions in all but name.
var relational = map[string]bool{"relating": true, "related": true, "pertaining": true, "belonging": true}

// classifying prepositions make a kind of their noun and a bare one behind it:
// "persons with disabilities", "access to information".
var classifying = map[string]bool{"for": true, "with": true, "to": true, "on": true, "among": true, "between": true,
	"against": true, "about": true, "from": true}

// prepositionalNouns are parts of a preposition of several words: "with regard
// to", "in accordance with", "on the basis of".
var prepositionalNouns = map[string]bool{"accordance": true, "account": true, "addition": true, "aim": true, "basis": true,
	"behalf": true, "compliance": true, "conformity": true, "conjunction": true, "connection": true, "consistency": true,
	"consultation": true, "context": true, "cooperation": true, "course": true, "event": true, "favour": true, "favor": true,
	"framework": true, "keeping": true, "lieu": true, "light": true, "line": true, "manner": true, "means": true,
	"partnership": true, "purpose": true, "pursuance": true, "reference": true, "regard": true, "relation": true,
	"respect": true, "spite": true, "support": true, "view": true, "virtue": true}

// occasions are nouns that say when or how far something is done.
var occasions = map[string]bool{"time": true, "date": true, "day": true, "week": true, "month": true, "year": true,
	"decade": true, "hour": true, "minute": true, "period": true, "session": true, "stage": true, "moment": true,
	"occasion": true, "interval": true, "end": true, "extent": true, "degree": true, "level": true, "case": true}

// prepositionalObject is what verb p acts upon behind a preposition: the one
// that the verb chooses ("refrain from force"), else the norm that it follows
// ("act in accordance with"), else the first that may begin a complement.
func (r *reader) prepositionalObject(p int) Phrase {
	chosen := r.cues.Prepositional[r.lemma(p)]
	for _, k := range r.kids[p] {
		switch {
		case k < p:
		case r.is(k, "obl", "nmod") && slices.Contains(chosen, r.case_(k)) && !r.circumstantial(k):
			return r.core(k)
		case r.is(k, "advcl", "xcomp", "acl") && slices.Contains(chosen, r.mark(k)):
			return r.clauseExtent(k)
		}
	}
	if k := r.chosenBelow(p, chosen); k >= 0 {
		return r.core(k)
	}
	if n := r.norm(p); n.Tree != nil {
		return n
	}
	for _, k := range r.children(p, "obl") {
		if k > p && completing[r.case_(k)] && !r.circumstantial(k) {
			return r.core(k)
		}
	}
	return Phrase{}
}

// circumstantial reports whether k behind a preposition says when or in what
// relation something is done, whatever the verb.
func (r *reader) circumstantial(k int) bool {
	return r.agent(k) || prepositionalNouns[r.lemma(k)] || occasions[r.lemma(k)]
}

// chosenBelow finds the noun behind a chosen preposition that the parser hung
// on another noun: "refrain in their relations from the use of force".
func (r *reader) chosenBelow(p int, chosen []string) int {
	for i := p + 1; i <= r.right[p] && !r.upos(i, "VERB"); i++ {
		if r.is(i, "nmod", "obl", "conj") && slices.Contains(chosen, r.case_(i)) && !r.circumstantial(i) {
			return i
		}
	}
	return -1
}

// completing prepositions begin what a verb without an object acts upon:
// "campaign for X", "report on Y".
var completing = map[string]bool{"for": true, "of": true, "on": true, "upon": true, "to": true, "with": true, "against": true,
	"about": true, "from": true, "over": true, "into": true}

// norm is the phrase that says what the act follows, where nothing else
// completes the verb: "act in conformity with this Convention".
func (r *reader) norm(p int) Phrase {
	for _, k := range r.children(p, "obl") {
		c := r.child(k, "case")
		if k < p || c < 0 || r.lower(c) != "in" {
			continue
		}
		if c+2 < k && following[r.lower(c+1)] && r.lower(c+2) == "with" {
			return Phrase{r.Sentence, c, r.core(k).To, k}
		}
		if !following[r.lemma(k)] {
			continue
		}
		for i := k + 1; i <= r.right[p]; i++ {
			if r.is(i, "nmod", "obl") && r.case_(i) == "with" {
				return Phrase{r.Sentence, c, r.core(i).To, i}
			}
		}
	}
	return Phrase{}
}

// following nouns make a preposition, "in … with", of keeping to something.
var following = map[string]bool{"accordance": true, "conformity": true, "compliance": true, "line": true, "keeping": true, "consistency": true}

// clauseExtent is the clause of c as far as its own object, without the
// preposition in front of a gerund.
func (r *reader) clauseExtent(c int) Phrase {
	from, to := r.trim(r.left[c], r.right[c]+1)
	if m := r.child(c, "mark", "case"); r.gerundForm(c) && m == from {
		from++
	}
	if from > r.first && r.lower(from-1) == "that" {
		from--
	}
	end := c + 1
	if k := r.child(c, "compound:prt"); k > c {
		end = k + 1
	}
	if _, object := r.aim(c); object.Tree == r.Sentence && object.To > c {
		end = max(end, object.To)
	}
	return Phrase{r.Sentence, from, min(to, max(end, from+1)), c}
}

// thatClause reports whether the object o of a verb is the beginning of a
// that-clause whose verb the parser lost.
func (r *reader) thatClause(o int) bool {
	p := r.phrase(o, false)
	if p.From >= p.To || r.lower(p.From) != "that" {
		return false
	}
	return p.From == o || r.xpos(p.From, "IN", "WDT") || r.xpos(o, "NNS", "NNPS")
}

// clauseAfter is the clause that begins with object o of verb p and goes as
// far as p does, or the next verb coordinated with it.
func (r *reader) clauseAfter(p, o int) Phrase {
	from, to := r.phrase(o, false).From, r.right[p]+1
	for _, k := range r.children(p, "conj", "parataxis", "advcl") {
		if k > o {
			to = min(to, r.left[k])
		}
	}
	return r.upToAddition(Phrase{r.Sentence, from, to, o})
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}
