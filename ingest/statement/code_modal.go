package statement

import (
	"strings"

	"mandate/graph"
)

// mainModal returns the modal of the main clause, -1 for none: a noun that a
// relative clause with a modal describes is only a noun, and a clause with a
// borrowed subject has its modal at its beginning.
func (c *coder) mainModal() int {
	m, main := c.mainFinite(c.isModal)
	if !main && c.namesThing(m) || c.first > 0 && m > c.first {
		return -1
	}
	return m
}

// isModal reports whether token i is a modal by its tag, or by its form where a
// row that breaks off behind it misleads the tagger; and "need" where it is used
// as one: "need not apply".
func (c *coder) isModal(i int) bool {
	w := c.lower(i)
	return c.xpos(i, "MD") || (w == "shall" || w == "should") && i > 0 || w == "must" && !c.upos(i-1, "DET") || w == "need" && c.lower(i+1) == "not" && c.xpos(i+2, "VB")
}

// namesThing reports whether a noun stands in front of what opens the
// subordinate clause of token i.
func (c *coder) namesThing(i int) bool {
	for k := range i {
		if c.opensClause(k) {
			return !c.bare(k)
		}
	}
	return false
}

// mainFinite returns the first token that test accepts outside the stretches
// that "if", "who", "that" … open, on the surface and, where it knows, in the
// tree. Where all stand inside it is the first, for a row that is such a
// stretch itself, and main is false. It is -1 where there is none.
func (c *coder) mainFinite(test func(i int) bool) (at int, main bool) {
	first, surface, open := -1, -1, 0
	for i := range c.Tokens {
		switch {
		case c.opensClause(i):
			open++
		case test(i) && open == 0 && !c.adverbial(i):
			return i, true
		case test(i):
			if first < 0 {
				first = i
			}
			if open == 0 && surface < 0 {
				surface = i
			}
			if open > 0 && !c.upos(i-1, "CCONJ") {
				open--
			}
		case open > 0 && (c.xpos(i, "VBZ", "VBP", "VBD", "MD") || c.endsVerbless(i)):
			open--
		}
	}
	if surface >= 0 {
		return surface, true
	}
	return first, false
}

// endsVerbless reports whether comma i ends a condition that has no verb of its
// own: "the guest, if ill, may leave".
func (c *coder) endsVerbless(i int) bool {
	if c.lower(i) != "," {
		return false
	}
	for k := i - 1; k > 0 && k > i-5 && !c.upos(k, "VERB", "AUX", "PUNCT"); k-- {
		if conditional[c.lower(k)] {
			return k < i-1 && c.lower(k-1) == ","
		}
	}
	return false
}

// opensClause reports whether token i opens a subordinate clause whose own verb
// is still to come. A relative pronoun with nothing before it stands for the
// subject of the row.
func (c *coder) opensClause(i int) bool {
	switch w := c.lower(i); {
	case c.xpos(i, "WP", "WDT", "WP$", "WRB") || w == "that" && c.xpos(i, "IN"):
		return conditional[w] || !c.bare(i)
	case w == "as":
		return c.xpos(i+1, "DT", "PRP", "PRP$", "NNP") && (c.is(i, "mark") || c.xpos(i+2, "MD") || c.xpos(i+3, "MD"))
	default:
		return conditional[w] && c.is(i, "mark", "advmod") && c.upos(i, "SCONJ", "ADV")
	}
}

// bare reports whether no noun and no verb stands before token i.
func (c *coder) bare(i int) bool {
	for k := range i {
		if c.upos(k, "NOUN", "PROPN", "VERB", "PRON") {
			return false
		}
	}
	return true
}

// adverbial reports whether token i stands in a clause of condition, time or
// reason.
func (c *coder) adverbial(i int) bool {
	for h := i; h >= 0; h = c.Tokens[h].Head {
		if c.is(h, "advcl") && c.mark(h) != "" && c.left[h] <= i {
			return true
		}
	}
	return false
}

// deontic returns the wording of the main modal with its negation and the
// wording of duty that follows it, and the force of all.
func (c *coder) deontic(subject Phrase) (string, graph.Force) {
	words, force := "", graph.Force("")
	if m := c.modal; m >= c.first {
		words, force = c.modalWords(m)
		if c.deniedBy(subject) {
			force = forbid(force)
		}
	}
	if c.duty != nil {
		words, force = strings.TrimSpace(words+" "+c.duty.words), c.duty.force
	}
	return words, force
}

// modalWords is the modal at m with its negation: "shall not", "may or may not".
func (c *coder) modalWords(m int) (string, graph.Force) {
	force, end := c.cues.Modals[c.lower(m)], m+1
	if c.has(end+2) && c.lower(end) == "or" && c.lower(end+1) == c.lower(m) {
		return c.words(m, end+3), force
	}
	if (c.lower(end) == "not" || c.lower(end) == "n't") && !correlative[c.lower(end+1)] {
		if c.lower(m) == "can" || c.lower(m) == "could" {
			return c.words(m, end+1), graph.Prohibition
		}
		return c.words(m, end+1), forbid(force)
	}
	return c.words(m, end), force
}

// denied reports whether the main clause is negated.
func (c *coder) denied(subject Phrase) bool {
	return c.deniedBy(subject) || c.negated(c.verb) || c.modal >= 0 && c.lower(c.modal+1) == "not" && !correlative[c.lower(c.modal+2)]
}

// deniedBy reports whether the subject denies what is said of it: "no person".
func (c *coder) deniedBy(p Phrase) bool {
	return !p.empty() && (negative[c.lower(p.From)] || p.From > c.first && c.lower(p.From-1) == "neither")
}
