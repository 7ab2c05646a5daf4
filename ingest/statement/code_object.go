package statement

import "slices"

// acted is what the verb group acts upon: its object, else what its copula
// says, else the clause or the preposition's noun that completes it.
func (c *coder) acted() Phrase {
	for _, v := range slices.Backward(c.verbs) {
		for _, o := range c.children(v, "obj") {
			if o > v && c.upos(o, "NOUN", "PROPN", "PRON", "NUM", "SYM", "DET", "ADJ", "X") {
				return c.extent(o)
			}
		}
	}
	v := c.verbs[len(c.verbs)-1]
	if c.child(v, "cop") >= 0 && c.upos(v, "NOUN", "PROPN", "PRON", "NUM") {
		p := c.predicateOf(v)
		return c.extent(p.Head)
	}
	for _, k := range c.children(v, "ccomp", "xcomp") {
		if k > v && !c.upos(k, "ADJ") {
			from, to := c.trim(c.left[k], c.right[k]+1)
			return Phrase{c.Sentence, from, to, k}
		}
	}
	for _, k := range c.children(v, "obl") {
		if k > v && complements[c.lemma(v)+" "+c.case_(k)] {
			return c.extent(k)
		}
	}
	return Phrase{}
}

// complements are verbs whose prepositional phrase is what they act upon.
var complements = map[string]bool{"consist of": true, "consult with": true, "compose of": true, "comply with": true,
	"proceed with": true, "strive for": true, "report on": true, "provide for": true, "refer to": true, "conform to": true,
	"adhere to": true, "rely on": true, "depend on": true, "deal with": true, "apply for": true, "account for": true}

// agent is who a passive names: "by the board".
func (c *coder) agent() Phrase {
	for i := c.verb + 1; i < len(c.Tokens); i++ {
		if c.lower(i) != "by" {
			continue
		}
		if h := c.Tokens[i].Head; h > i && c.is(i, "case") && c.upos(h, "NOUN", "PROPN", "PRON", "NUM") {
			if p := c.extent(h); c.canAct(p) {
				return p
			}
		}
	}
	return Phrase{}
}

// extent is the noun phrase of head o as coders write it: on the surface, up to
// the words that say where, when, why or for whom. Attachment is where parsers
// err most, so the walk goes by tags and words and not by the tree.
func (c *coder) extent(o int) Phrase {
	from := o
	for from > c.first && c.left[o] <= from-1 && !c.upos(from-1, "VERB", "AUX", "ADP", "SCONJ") {
		from--
	}
	to := o + 1
	for to < len(c.Tokens) {
		next := c.past(to)
		if next <= to {
			break
		}
		to = next
	}
	from, to = c.trim(from, to)
	return Phrase{c.Sentence, from, to, o}
}

// past returns where the noun phrase that reached token i goes on behind it, or
// i where it ends.
func (c *coder) past(i int) int {
	switch w := c.lower(i); {
	case c.Tokens[i].Text == "(":
		return c.closing(i)
	case c.upos(i, "PUNCT"):
		if w == "," && c.continues(i+1) || w == "-" || w == "/" || c.Tokens[i].UPOS == "PUNCT" && quotes[w] {
			return i + 1
		}
		return i
	case c.upos(i, "CCONJ"):
		if c.continues(i + 1) {
			return i + 1
		}
		return i
	case c.xpos(i, "VBN", "VBG", "VBD") && !c.xpos(i-1, "RB"):
		if i+1 < len(c.Tokens) && participlePreps[c.lower(i+1)] {
			return i + 2
		}
		return i + 1
	case c.xpos(i, "IN", "TO"):
		if c.xpos(min(i+1, len(c.Tokens)-1), "VB") || !linking_[w] {
			return i
		}
		return i + 1
	case c.xpos(i, "MD", "VBZ", "VBP", "VB", "WDT", "WP", "WP$", "WRB", "RB"):
		return i
	}
	return i + 1
}

var quotes = map[string]bool{"\"": true, "“": true, "”": true, "'": true, "’": true, "‘": true, "``": true, "''": true}

var linking_ = map[string]bool{"of": true, "on": true, "concerning": true, "regarding": true, "for": true, "between": true, "among": true, "including": true, "with": true, "from": true, "about": true, "against": true}

var participlePreps = map[string]bool{"in": true, "by": true, "as": true, "for": true, "to": true, "from": true, "with": true, "at": true, "on": true, "under": true, "of": true}

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

// closing returns the token behind the bracket that closes the one at i.
func (c *coder) closing(i int) int {
	for k := i; k < len(c.Tokens); k++ {
		if c.Tokens[k].Text == ")" {
			return k + 1
		}
	}
	return i
}
