package statement

import "slices"

// extent is the noun phrase of head o as coders write an object.
func (c *coder) extent(o int) Phrase { return c.reach(o, joins) }

// reach is the noun phrase of head o on the surface, up to the words that say
// where, when, why or for whom: prepositions other than joins end it.
// Attachment is where parsers err most, so the walk goes by tags and words and
// not by the tree.
func (c *coder) reach(o int, joins map[string]bool) Phrase {
	to := o + 1
	for c.has(to) {
		next := c.past(to, joins)
		if next <= to {
			break
		}
		to = min(next, len(c.Tokens))
	}
	for to > o+1 && c.xpos(to-1, "IN", "TO") {
		to--
	}
	return c.span(c.start(o), to, o)
}

// start is where the noun phrase of head o begins on the surface.
func (c *coder) start(o int) int {
	from := o
	for from > c.first {
		switch k := from - 1; {
		case c.lower(k) == "-" || c.lower(from) == "-" || c.measured(k, o):
		case slices.Contains(c.verbs, k):
			return from
		case c.xpos(k, "DT", "PRP$", "PDT", "WDT") && !c.xpos(k-1, "PDT", "RB"):
			return k
		case c.xpos(k, "CC", ",") && !c.within(k, o) || !c.xpos(k, startTags...):
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
	case quotes[w] || w == "-" || w == "/":
		return i + 1
	case w == "including" && c.lower(i+1) == "but" && c.lower(i+2) == "not":
		return i + 5
	case w == "as" && c.lower(i+1) == "well" && c.lower(i+2) == "as":
		return i + 3
	case w == "forth" && participlePreps[c.lower(i+1)]:
		return i + 2
	case c.links(i) && c.continues(i+1):
		return i + 1
	case c.breaks(i):
		return i
	case c.xpos(i, "VBG") && c.is(i, "case"): // "regarding", "concerning"
		return c.pastPreposition(i, joins)
	case c.xpos(i, "VBN", "VBG", "VBD"):
		if participlePreps[c.lower(i+1)] && (!c.xpos(i+2, "VB") || destined[c.lower(i)]) {
			return i + 2
		}
	case c.xpos(i, "JJ") && c.upos(i-1, "NOUN", "PROPN") && c.xpos(i+1, "TO", "IN") && !c.xpos(i+2, "VB"):
		return i + 2 // "measures relevant to the harbour"
	case c.xpos(i, "IN", "TO"):
		return c.pastPreposition(i, joins)
	}
	return i + 1
}

// breaks reports whether a noun phrase ends in front of token i: at a mark, at
// the next noun phrase, at a verb or an adverb.
func (c *coder) breaks(i int) bool {
	switch w := c.lower(i); {
	case c.upos(i, "PUNCT", "CCONJ") || ends[w]:
		return true
	case w == "due":
		return c.lower(i+1) == "to"
	case w == "such":
		return c.lower(i+1) == "as"
	case w == "provided":
		return !participlePreps[c.lower(i+1)]
	case c.xpos(i, "DT", "PRP$"):
		return c.upos(i-1, "NOUN", "PROPN")
	case c.xpos(i, "RB"):
		return !c.xpos(i+1, "VBN", "JJ")
	}
	return c.xpos(i, "MD", "VBZ", "VBP", "VB", "WDT", "WP", "WP$", "WRB", "EX")
}

// pastPreposition returns where a noun phrase goes on behind preposition i, or
// i where it does not: "its ability to pay", "the facts upon which it rests",
// and what joins it.
func (c *coder) pastPreposition(i int, joins map[string]bool) int {
	switch w := c.lower(i); {
	case c.xpos(i, "TO") && infinitiveNouns[c.lemma(i-1)]:
		for i++; c.xpos(i, "RB"); i++ {
		}
		return i + 1
	case c.xpos(i+1, "WDT", "WP"):
		return c.clauseEnd(i + 1)
	case c.has(i+1) && (joins[w] || joins["of"] && w == "in" && c.qualifies(i)) && !c.xpos(i+1, "VB"):
		return i + 1
	}
	return i
}

// qualifies reports whether the tree hangs preposition i and its noun on a noun
// in front of it: "courses in navigation", but not "appear in person".
func (c *coder) qualifies(i int) bool {
	h := c.Tokens[i].Head
	return h > i && c.is(i, "case") && c.is(h, "nmod") && c.Tokens[h].Head < i
}

// continues reports whether what follows a comma or a conjunction at i is
// another noun phrase and not a clause.
func (c *coder) continues(i int) bool {
	for ; c.has(i); i++ {
		switch {
		case c.upos(i, "NOUN", "PROPN", "PRON"):
			return true
		case !c.xpos(i, "DT", "JJ", "JJR", "JJS", "CD", "PRP$", "CC", "PDT", "VBN", "VBG", "RB", "``", "''") && c.lower(i) != "including":
			return false
		}
	}
	return false
}

// clauseEnd is where the relative clause of pronoun i ends; i-1 where the tree
// knows of none.
func (c *coder) clauseEnd(i int) int {
	for h := i; h >= 0; h = c.Tokens[h].Head {
		if c.is(h, "acl:relcl") && c.right[h] > i {
			return c.right[h] + 1
		}
	}
	return i - 1
}
