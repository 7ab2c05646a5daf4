package statement

import (
	"slices"
	"strings"
)

// acted is what the verb group acts upon: its object, else what its copula
// says, else the clause or the preposition's noun that completes it.
func (c *coder) acted() Phrase {
	v := c.verbs[len(c.verbs)-1]
	if p := c.content(v + 1); !p.empty() {
		return p
	}
	opens := func(i int) bool { return !c.content(i).empty() }
	if i := c.behindInsert(v+1, opens); i >= 0 {
		return c.content(i)
	}
	if c.states() {
		if !c.upos(v, "NOUN", "PROPN", "PRON", "NUM") || c.child(v, "case") >= 0 {
			return Phrase{}
		}
		return c.extent(v)
	}
	if o := c.objectHead(); o >= 0 {
		return c.direct(c.reach(o, c.keeps(v, o)))
	}
	for _, k := range c.children(v, "ccomp", "xcomp") {
		if k > v && c.predicate(k) && !c.upos(v, "ADJ") && (c.mark(k) != "to" || c.takesInfinitive(v)) {
			return c.span(c.left[k], c.right[k]+1, k)
		}
	}
	if p := c.prepositional(v); !p.empty() {
		return p
	}
	return c.shifted(v)
}

// prepositional is what verb v is completed by behind its preposition: "comply
// with the code", "report to the council on its work", "refrain from selling
// seats". "On a yearly basis" is how, and completes nothing.
func (c *coder) prepositional(v int) Phrase {
	p := complements[c.lemma(v)]
	for i := v + 1; p != "" && c.has(i) && (c.lower(i) == p || !c.upos(i, "PUNCT", "SCONJ")); i++ {
		h := c.Tokens[i].Head
		switch {
		case c.lower(i) != p || h < i || !c.is(i, "case", "mark"):
		case c.xpos(h, "VBG") && h == i+1:
			return c.span(h, c.right[h]+1, h)
		case c.lemma(h) != "basis" && !times[c.lemma(h)] && c.within(h, v):
			return c.extent(h)
		}
	}
	return Phrase{}
}

// content is the clause that "that", "whether", "how" … open at token i: "ensure
// that …".
func (c *coder) content(i int) Phrase {
	switch w := c.lower(i); {
	case !c.xpos(i, "WP", "WRB", "WDT") && w != "that" && w != "whether",
		c.xpos(i, "WRB") && w != "how" && w != "why",
		w == "that" && c.is(i, "det") && c.xpos(i+1, "NN"):
		return Phrase{}
	}
	to := i + 1
	for c.has(to) && c.lower(to) != ";" && c.lower(to) != "." {
		to++
	}
	if h := c.Tokens[i].Head; h > i && c.is(i, "mark") {
		to = c.right[h] + 1
	}
	return c.span(i, to, i)
}

// takesInfinitive reports whether an infinitive completes verb v: "agrees to
// notify", "continues to work". Behind other verbs it is a purpose.
func (c *coder) takesInfinitive(v int) bool {
	_, governs := c.cues.Governors[c.lemma(v)]
	return governs || catenative[c.lemma(v)]
}

// keeps are the prepositions that stay with object o of verb v: fewer where o is
// whom v addresses and the rest says of what.
func (c *coder) keeps(v, o int) map[string]bool {
	switch of := addressing[c.lemma(v)]; {
	case of == "" || !c.acts(Phrase{c.Sentence, c.start(o), o + 1, o}):
		return joins
	case of == "of":
		return nil
	}
	return ofOnly
}

// objectHead is the head of the object of the verb group: in the tree, else the
// noun phrase right behind the last verb; -1 for none.
func (c *coder) objectHead() int {
	for _, v := range slices.Backward(c.verbs) {
		for _, o := range c.children(v, "obj") {
			if o > v && c.canBeObject(o) && (c.xpos(c.start(o), "DT", "PRP$", "PDT") || !c.prepositionIn(v+1, c.start(o))) {
				return o
			}
		}
	}
	if c.copula() >= 0 && !c.passive() {
		return -1
	}
	last := c.verbs[len(c.verbs)-1]
	if o := c.nounAt(last + 1); o >= 0 {
		return o
	}
	if i := c.behindInsert(last+1, func(i int) bool { return c.xpos(i, "DT", "PRP$", "PDT") }); i >= 0 {
		return c.nounAt(i)
	}
	return -1
}

func (c *coder) canBeObject(o int) bool {
	w := c.lower(o)
	return w == "following" || c.upos(o, "NOUN", "PROPN", "PRON", "NUM", "SYM", "DET", "X") && !compoundAdverb.MatchString(w)
}

// prepositionIn reports whether a preposition stands in [from,to): what follows
// it without an article is its noun and no object.
func (c *coder) prepositionIn(from, to int) bool {
	for i := from; i < to; i++ {
		if c.xpos(i, "IN") && c.is(i, "case") {
			return true
		}
	}
	return false
}

// nounAt returns the head of the noun phrase that begins at i, adverbs skipped:
// its last noun; -1 where none begins there, or one that only says when.
func (c *coder) nounAt(i int) int {
	for c.xpos(i, "RB", "RP") || c.measure(i) > i {
		i = max(i+1, c.measure(i))
	}
	head := -1
	for ; c.has(i); i++ {
		if c.upos(i, "NOUN", "PROPN") || c.lower(i) == "following" {
			head = i
		} else if !c.xpos(i, "POS") && !(head < 0 && c.xpos(i, nominalTags...)) {
			break
		}
	}
	if times[c.lemma(head)] {
		return -1
	}
	return head
}

// measure returns the number behind the words that qualify it from token i on:
// "up to three", "not fewer than two"; i where none do.
func (c *coder) measure(i int) int {
	k := i
	for k < i+4 && measures[c.lower(k)] {
		k++
	}
	if k > i && c.xpos(k, "CD") {
		return k
	}
	return i
}

// direct returns the second of two objects where the first receives it: "send
// the applicant a notice".
func (c *coder) direct(first Phrase) Phrase {
	if c.xpos(first.To, "DT", "PRP$") && c.upos(first.To-1, "NOUN", "PROPN") && c.canAct(first) {
		if o := c.nounAt(first.To); o >= 0 {
			return c.extent(o)
		}
	}
	return first
}

// shifted is the object that stands behind a preposition's phrase: "forward to
// the clerk a copy of each notice".
func (c *coder) shifted(v int) Phrase {
	if !c.upos(v+1, "ADP") || c.passive() || c.upos(v, "ADJ") {
		return Phrase{}
	}
	oneComma := strings.Count(c.words(v, len(c.Tokens)), ",") == 1
	for i := v + 3; c.has(i) && !c.xpos(i, "MD", "VBZ", "VBP", "WDT", "WP", "CC"); i++ {
		if c.xpos(i, "DT") && (c.upos(i-1, "NOUN", "PROPN") || oneComma && c.lower(i-1) == ",") {
			if o := c.nounAt(i); o >= 0 {
				return c.extent(o)
			}
			break
		}
	}
	return Phrase{}
}

// agent is who a passive names: "by the board". A "by" behind another
// participle is that one's.
func (c *coder) agent() Phrase {
	for i := c.verbs[len(c.verbs)-1] + 1; c.has(i); i++ {
		if c.xpos(i, "VBN", "VBG") && c.upos(i-1, "NOUN", "PROPN", "NUM") || c.xpos(i, "WP", "WDT") {
			break
		}
		h := c.Tokens[i].Head
		if c.lower(i) != "by" || h < i || !c.is(i, "case") || !c.upos(h, "NOUN", "PROPN", "PRON", "NUM") {
			continue
		}
		if p := c.described(c.reach(h, ofOnly)); c.acts(p) {
			return p
		}
	}
	return Phrase{}
}

// described is phrase p with the clause that says who is meant: "members who
// hold an office".
func (c *coder) described(p Phrase) Phrase {
	if c.lower(p.To) == "who" {
		if h := c.Tokens[p.To].Head; h > p.To {
			return c.span(p.From, c.right[h]+1, p.Head)
		}
	}
	return p
}

// bounds is the first prepositional phrase that says how, within what limits or
// by what means the aim is to be done; one that holds the agent or the object
// says who or what.
func (c *coder) bounds(taken ...Phrase) string {
	for _, k := range c.children(c.verb, "obl", "advcl") {
		by := c.case_(k)
		if by == "" {
			by = c.mark(k)
		}
		holds := func(p Phrase) bool { return !p.empty() && c.within(p.Head, k) }
		if c.left[k] >= c.first && c.cues.bound(by) == isConstraint && !slices.ContainsFunc(taken, holds) {
			return c.span(c.left[k], c.right[k]+1, k).Text()
		}
	}
	if c.xpos(c.insert.From, "IN") && !conditional[c.lower(c.insert.From)] {
		return c.insert.Text()
	}
	return ""
}
