package statement

import (
	"regexp"
	"slices"
	"strings"
)

// acted is what the verb group acts upon: its object, else what its copula
// says, else the clause or the preposition's noun that completes it.
func (c *coder) acted() Phrase {
	v := c.verbs[len(c.verbs)-1]
	if p := c.content(v + 1); p.From < p.To {
		return p
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
		if k > v && !c.upos(k, "ADJ") && !c.upos(v, "ADJ") && (c.mark(k) != "to" || c.takesInfinitive(v)) {
			from, to := c.trim(c.left[k], c.right[k]+1)
			return Phrase{c.Sentence, from, to, k}
		}
	}
	for _, k := range c.children(v, "obl") {
		if k > v && complements[c.lemma(v)+" "+c.case_(k)] {
			return c.extent(k)
		}
	}
	return c.shifted(v)
}

// takesInfinitive reports whether an infinitive completes verb v: "agrees to
// notify", "continues to work". Behind other verbs it is a purpose.
func (c *coder) takesInfinitive(v int) bool {
	_, governs := c.cues.Governors[c.lemma(v)]
	return governs || catenative[c.lemma(v)]
}

var catenative = map[string]bool{"attempt": true, "begin": true, "cease": true, "choose": true, "continue": true, "decide": true,
	"elect": true, "fail": true, "help": true, "offer": true, "propose": true, "refuse": true, "start": true, "try": true}

// keeps are the prepositions that stay with object o of verb v: fewer where o is
// whom v addresses and the rest says of what.
func (c *coder) keeps(v, o int) map[string]bool {
	switch kind := addressing[c.lemma(v)]; {
	case kind == "" || !c.acts(Phrase{c.Sentence, c.start(o), o + 1, o}):
		return joins
	case kind == "of":
		return nil
	}
	return ofOnly
}

// addressing are verbs that act upon whom they address: with the "of" that says
// of what, or another preposition.
var addressing = map[string]string{"notify": "of", "inform": "of", "remind": "of", "warn": "of", "assure": "of", "relieve": "of",
	"advise": "on", "consult": "on", "reimburse": "for", "compensate": "for", "assist": "in", "instruct": "on"}

// shifted is the object that stands behind a preposition's phrase: "forward to
// the clerk a copy of each notice".
func (c *coder) shifted(v int) Phrase {
	if v+1 >= len(c.Tokens) || !c.upos(v+1, "ADP") || c.passive() || c.upos(v, "ADJ") {
		return Phrase{}
	}
	for i := v + 3; i < len(c.Tokens); i++ {
		switch {
		case c.xpos(i, "MD", "VBZ", "VBP", "WDT", "WP", "CC", ";"):
			return Phrase{}
		case c.xpos(i, "DT") && (c.upos(i-1, "NOUN", "PROPN") || c.lower(i-1) == "," && strings.Count(c.words(v, len(c.Tokens)), ",") == 1):
			if o := c.nounAt(i); o >= 0 {
				return c.extent(o)
			}
			return Phrase{}
		}
	}
	return Phrase{}
}

// compoundAdverb matches "thereof", "hereby", which taggers take for nouns.
var compoundAdverb = regexp.MustCompile(`^(?:t?here|where)(?:after|at|by|from|in|into|of|on|to|under|upon|with)$`)

// content is the clause that "that", "whether", "how" … open at token i: "ensure
// that …".
func (c *coder) content(i int) Phrase {
	if i+1 >= len(c.Tokens) || !c.xpos(i, "WP", "WRB", "WDT") && c.lower(i) != "that" && c.lower(i) != "whether" {
		return Phrase{}
	}
	if c.lower(i) == "that" && c.is(i, "det") && c.upos(i+1, "NOUN") || c.conditionalHere(i) {
		return Phrase{}
	}
	to := i + 1
	for to < len(c.Tokens) && c.lower(to) != ";" && c.lower(to) != "." {
		to++
	}
	if h := c.Tokens[i].Head; h > i && c.is(i, "mark") {
		to = c.right[h] + 1
	}
	from, to := c.trim(i, to)
	return Phrase{c.Sentence, from, to, i}
}

// conditionalHere reports whether token i says when or where instead of what.
func (c *coder) conditionalHere(i int) bool {
	return c.xpos(i, "WRB") && c.lower(i) != "how" && c.lower(i) != "why"
}

// objectHead is the head of the object of the verb group: in the tree, else the
// noun phrase right behind the last verb; -1 for none.
func (c *coder) objectHead() int {
	for _, v := range slices.Backward(c.verbs) {
		for _, o := range c.children(v, "obj") {
			if o > v && c.upos(o, "NOUN", "PROPN", "PRON", "NUM", "SYM", "DET", "X") && !compoundAdverb.MatchString(c.lower(o)) {
				return o
			}
		}
	}
	if c.copula() >= 0 && !c.passive() {
		return -1
	}
	return c.nounAt(c.verbs[len(c.verbs)-1] + 1)
}

// nounAt returns the head of the noun phrase that begins at i, adverbs skipped:
// its last noun; -1 where none begins there.
func (c *coder) nounAt(i int) int {
	for i < len(c.Tokens) && (c.xpos(i, "RB") || c.measure(i) > i) {
		i = max(i+1, c.measure(i))
	}
	head := -1
	for ; i < len(c.Tokens); i++ {
		switch {
		case c.upos(i, "NOUN", "PROPN"):
			head = i
		case head >= 0 && !c.xpos(i, "POS"):
			return c.atemporal(head)
		case !c.xpos(i, "DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "CD", "VBN", "VBG", "POS", "HYPH", "``", "''", "CC", ","):
			return -1
		}
	}
	return c.atemporal(head)
}

// measure returns the number behind the words that qualify it from token i on:
// "up to three", "not fewer than two"; i where none do.
func (c *coder) measure(i int) int {
	k := i
	for k < len(c.Tokens) && k < i+4 && measures[c.lower(k)] {
		k++
	}
	if k > i && k < len(c.Tokens) && c.xpos(k, "CD") {
		return k
	}
	return i
}

var measures = map[string]bool{"up": true, "to": true, "at": true, "least": true, "most": true, "no": true, "not": true,
	"more": true, "less": true, "fewer": true, "than": true, "over": true, "about": true}

// atemporal returns noun i unless it only says when.
func (c *coder) atemporal(i int) int {
	if i >= 0 && (c.is(i, "obl:tmod", "obl:unmarked", "nmod:unmarked") || times[c.lemma(i)]) {
		return -1
	}
	return i
}

var times = map[string]bool{"year": true, "month": true, "week": true, "day": true, "quarter": true, "time": true}

// direct returns the second of two objects where the first receives it: "send
// the applicant a notice".
func (c *coder) direct(first Phrase) Phrase {
	if first.To < len(c.Tokens) && c.xpos(first.To, "DT", "PRP$") && c.upos(first.To-1, "NOUN", "PROPN") && c.canAct(first) {
		if o := c.nounAt(first.To); o >= 0 {
			return c.extent(o)
		}
	}
	return first
}

// complements are verbs whose prepositional phrase is what they act upon.
var complements = map[string]bool{"consist of": true, "consult with": true, "compose of": true, "comply with": true,
	"dispose of": true, "proceed with": true, "strive for": true, "report on": true, "refer to": true, "conform to": true,
	"adhere to": true, "rely on": true, "depend on": true, "deal with": true, "apply for": true, "account for": true}

// agent is who a passive names: "by the board". A "by" behind another
// participle is that one's.
func (c *coder) agent() Phrase {
	for i := c.verbs[len(c.verbs)-1] + 1; i < len(c.Tokens); i++ {
		if c.xpos(i, "VBN", "VBG") && c.upos(i-1, "NOUN", "PROPN", "NUM") || c.xpos(i, "WP", "WDT") {
			break
		}
		if c.lower(i) != "by" {
			continue
		}
		if h := c.Tokens[i].Head; h > i && c.is(i, "case") && c.upos(h, "NOUN", "PROPN", "PRON", "NUM") {
			if p := c.described(c.reach(h, ofOnly)); c.acts(p) {
				return p
			}
		}
	}
	return Phrase{}
}

// described is phrase p with the clause that says who is meant: "members who
// hold an office".
func (c *coder) described(p Phrase) Phrase {
	if p.To < len(c.Tokens) && c.lower(p.To) == "who" {
		if h := c.Tokens[p.To].Head; h > p.To {
			p.To = c.right[h] + 1
			p.From, p.To = c.trim(p.From, p.To)
		}
	}
	return p
}

// extent is the noun phrase of head o as coders write an object.
func (c *coder) extent(o int) Phrase { return c.reach(o, joins) }

// reach is the noun phrase of head o on the surface, up to the words that say
// where, when, why or for whom: prepositions other than joins end it.
// Attachment is where parsers err most, so the walk goes by tags and words and
// not by the tree.
func (c *coder) reach(o int, joins map[string]bool) Phrase {
	to := o + 1
	for to < len(c.Tokens) {
		next := c.past(to, joins)
		if next <= to {
			break
		}
		to = next
	}
	for to > o+1 && c.xpos(to-1, "IN", "TO") {
		to--
	}
	from, to := c.trim(c.start(o), to)
	return Phrase{c.Sentence, from, to, o}
}

// start is where the noun phrase of head o begins on the surface.
func (c *coder) start(o int) int {
	from := o
	for from > c.first {
		switch k := from - 1; {
		case c.lower(k) == "-" || c.lower(from) == "-":
		case c.measured(k, o):
		case k == c.verb || slices.Contains(c.verbs, k):
			return from
		case c.xpos(k, "DT", "PRP$", "PDT", "WDT") && !(k > 0 && c.xpos(k-1, "PDT", "RB")):
			return k
		case c.xpos(k, "CC", ",") && !c.within(k, o):
			return from
		case !c.xpos(k, "DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "CD", "VBN", "VBG", "NN", "NNS", "NNP", "NNPS", "POS", "HYPH", "``", "''", "CC", ",", "RB", "FW", "SYM", "NFP", "AFX"):
			return from
		}
		from--
	}
	return from
}

// measured reports whether token k belongs to the words that qualify the number
// in front of noun o: "at least 70 percent".
func (c *coder) measured(k, o int) bool {
	for ; k < o && measures[c.lower(k)]; k++ {
		if c.xpos(k+1, "CD") {
			return true
		}
	}
	return false
}

// within reports whether token k lies in the subtree of o.
func (c *coder) within(k, o int) bool { return c.left[o] <= k && k <= c.right[o] }

// past returns where the noun phrase that reached token i goes on behind it, or
// i where it ends.
func (c *coder) past(i int, joins map[string]bool) int {
	switch w := c.lower(i); {
	case w == "(":
		return c.closing(i)
	case quotes[w] || w == "-" || w == "/":
		return i + 1
	case w == "including" && i+3 < len(c.Tokens) && c.lower(i+1) == "but" && c.lower(i+2) == "not":
		return min(i+5, len(c.Tokens))
	case w == "forth":
		return i + 1
	case w == "as" && i+2 < len(c.Tokens) && c.lower(i+1) == "well" && c.lower(i+2) == "as":
		return i + 3
	case c.upos(i, "CCONJ") || w == ",":
		if c.continues(i + 1) {
			return i + 1
		}
		return i
	case ends[w] || w == "due" && i+1 < len(c.Tokens) && c.lower(i+1) == "to" || c.upos(i, "PUNCT") || w == "provided" && i+1 < len(c.Tokens) && !participlePreps[c.lower(i+1)]:
		return i
	case c.xpos(i, "DT", "PRP$") && c.upos(i-1, "NOUN", "PROPN"):
		return i
	case c.xpos(i, "RB") && i+1 < len(c.Tokens) && c.xpos(i+1, "VBN", "JJ"):
		return i + 1
	case c.xpos(i, "VBN", "VBG", "VBD"):
		if i+2 < len(c.Tokens) && participlePreps[c.lower(i+1)] && !c.xpos(i+2, "VB") {
			return i + 2
		}
		return i + 1
	case c.xpos(i, "TO") && takers[c.lemma(i-1)]:
		return i + 2
	case c.xpos(i, "IN", "TO"):
		if i+1 < len(c.Tokens) && c.xpos(i+1, "WDT", "WP") {
			return c.clauseEnd(i + 1)
		}
		if i+1 < len(c.Tokens) && joins[w] && !c.xpos(i+1, "VB") {
			return i + 1
		}
		return i
	case c.xpos(i, "MD", "VBZ", "VBP", "VB", "WDT", "WP", "WP$", "WRB", "RB", "EX"):
		return i
	}
	return i + 1
}

var (
	quotes = map[string]bool{"\"": true, "“": true, "”": true, "'": true, "’": true, "‘": true, "``": true, "''": true}
	// joins are the prepositions that coders keep with an object.
	joins = map[string]bool{"of": true, "on": true, "concerning": true, "regarding": true, "for": true, "between": true,
		"among": true, "including": true, "with": true, "from": true, "about": true, "against": true}
	ofOnly = map[string]bool{"of": true}
	// takers are nouns that an infinitive completes: "its ability to pay". Behind
	// others it is a purpose.
	takers = map[string]bool{"ability": true, "attempt": true, "authority": true, "capacity": true, "commitment": true,
		"decision": true, "duty": true, "effort": true, "failure": true, "freedom": true, "intention": true, "need": true,
		"obligation": true, "opportunity": true, "order": true, "permission": true, "power": true, "request": true,
		"responsibility": true, "right": true, "willingness": true}
	// participlePreps go with the participle in front: "listed in", "made by".
	participlePreps = map[string]bool{"in": true, "by": true, "as": true, "for": true, "to": true, "from": true, "with": true,
		"at": true, "on": true, "under": true, "of": true}
	// ends are words that begin another part of the clause whatever their tag.
	ends = map[string]bool{"pursuant": true, "according": true, "except": true, "unless": true, "prior": true}
)

// continues reports whether what follows a comma or a conjunction at i is
// another noun phrase and not a clause.
func (c *coder) continues(i int) bool {
	for ; i < len(c.Tokens); i++ {
		switch {
		case c.upos(i, "NOUN", "PROPN", "PRON"):
			return true
		case c.xpos(i, "DT", "JJ", "JJR", "JJS", "CD", "PRP$", "CC", "PDT", "VBN", "VBG", "RB", "``", "''"), c.lower(i) == "including":
		default:
			return false
		}
	}
	return false
}

// clauseEnd is where the relative clause of pronoun i ends.
func (c *coder) clauseEnd(i int) int {
	for h := i; h >= 0; h = c.Tokens[h].Head {
		if c.is(h, "acl:relcl") && c.right[h] > i {
			return c.right[h] + 1
		}
	}
	return i - 1
}

// closing returns the token behind the bracket that closes the one at i.
func (c *coder) closing(i int) int {
	for k := i; k < len(c.Tokens); k++ {
		if c.Tokens[k].Text == ")" {
			return k + 1
		}
	}
	return i
}

// bounds is the first prepositional phrase that says how, within what limits or
// by what means the aim is to be done; the agent's is none.
func (c *coder) bounds(agent Phrase) string {
	for _, k := range c.children(c.verb, "obl", "advcl") {
		by := c.case_(k)
		if by == "" {
			by = c.mark(k)
		}
		if k > c.verb && slices.Contains(constraining, by) && !(agent.From < agent.To && c.left[k] <= agent.Head && agent.Head <= c.right[k]) {
			return c.words(c.trim(c.left[k], c.right[k]+1))
		}
	}
	return ""
}
