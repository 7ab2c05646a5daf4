package statement

import "strings"

// mainVerb returns the head of the main clause: what the main modal belongs to,
// else a present tense that says something of a subject; -1 for a row without
// a clause.
func (c *coder) mainVerb() int {
	if c.modal >= 0 {
		return c.verbOf(c.modal)
	}
	if c.first > 0 {
		if h := c.Tokens[c.first-1].Head; h >= c.first {
			return h
		}
		return c.root()
	}
	f, main := c.mainFinite(c.present)
	if !main {
		f, main = c.mainFinite(c.reported)
	}
	if !main || c.bare(f) {
		return -1
	}
	if v := c.headed(f); v != f {
		return v
	}
	if c.child(f, "nsubj", "expl", "csubj") < 0 {
		return -1
	}
	return c.founding(f)
}

// reported reports whether token i is a verb in the past tense that the row is
// about and that is no participle: forms in "-ed" are too easily taken for one.
func (c *coder) reported(i int) bool {
	return c.xpos(i, "VBD") && c.upos(i, "VERB", "AUX") && !strings.HasSuffix(c.lower(i), "ed") && c.heads(c.headed(i))
}

// founding returns the participle that "there is" at verb f founds something
// by, "there is hereby established a board", else f.
func (c *coder) founding(f int) int {
	v := f + 1
	for c.xpos(v, "RB") {
		v++
	}
	if c.child(f, "expl") >= 0 && c.xpos(v, "VBN") {
		return v
	}
	return f
}

// present reports whether token i is a verb in the present tense.
func (c *coder) present(i int) bool {
	return c.xpos(i, "VBZ", "VBP") && c.upos(i, "VERB", "AUX")
}

// verbOf returns the verb that modal m belongs to: its head in the tree where
// that can be, else the next base verb; -1 where the row breaks off before it.
func (c *coder) verbOf(m int) int {
	h := c.Tokens[m].Head
	governed := h > m && c.is(m, "aux", "cop")
	if governed && (c.xpos(h, "VB") && c.lower(h-1) != "as" || c.hasAux(m, h)) {
		return h
	}
	if v := c.behindInsert(m+1, c.canBeVerb); v >= 0 {
		return c.headed(v)
	}
	for _, tag := range []string{"VB", "VBP"} {
		for i := m + 1; c.has(i); i++ {
			if c.xpos(i, tag) && c.lower(i-1) != "as" {
				return c.headed(i)
			}
		}
		if governed && c.upos(h, "VERB", "ADJ", "NOUN") {
			return h
		}
	}
	return -1
}

// behindInsert returns the token behind what commas set off at token i, adverbs
// skipped, where fits accepts it: "may , on request , waive"; -1 where nothing is
// set off or nothing fits.
func (c *coder) behindInsert(i int, fits func(i int) bool) int {
	for c.xpos(i, "RB") {
		i++
	}
	if c.lower(i) != "," {
		return -1
	}
	for i += 2; c.has(i) && !c.xpos(i, "MD") && c.lower(i) != ";"; i++ {
		next := i + 1
		for c.xpos(next, "RB") {
			next++
		}
		if c.lower(i) == "," && fits(next) {
			return next
		}
	}
	return -1
}

// canBeVerb reports whether token i is a base verb or, whatever its tag, a word
// that is one and not the last of a noun phrase.
func (c *coder) canBeVerb(i int) bool {
	if c.xpos(i, "VB") {
		return true
	}
	_, listed := c.cues.verb(c.lower(i))
	return (listed || c.namesAct(c.lower(i))) && c.xpos(i+1, "DT", "PRP$", "PDT", "PRP", "IN", "TO", "JJ", "NNS") && c.lower(i+1) != "of"
}

// hasAux reports whether an auxiliary stands between m and verb h.
func (c *coder) hasAux(m, h int) bool {
	for i := m + 1; i < h; i++ {
		if c.upos(i, "AUX") {
			return true
		}
	}
	return false
}

// verbGroup returns verb v with the verbs coordinated with it right beside it,
// and what an infinitive completes it by: "monitor and analyse", "sell, trade or
// move", "agree to pay".
func (c *coder) verbGroup(v int) []int {
	if v < 0 {
		return nil
	}
	group := []int{v}
	for i := v + 1; c.has(i); i++ {
		last := group[len(group)-1]
		switch {
		case c.links(i) || c.xpos(i, "RB", "RP"):
		case ends[c.lower(i)]:
			return group
		case c.xpos(i, "TO") && i == last+1 && c.takesInfinitive(last) && c.xpos(i+1, "VB"):
			i = c.headed(i + 1)
			group = append(group, i)
		case c.xpos(i, c.Tokens[v].XPOS, c.Tokens[last].XPOS) && c.upos(i, "VERB", "AUX") && c.lower(i-1) != "as",
			c.links(i-1) && last >= i-3 && c.listedVerb(i),
			c.small && i == last+1 && c.bareListed(i):
			group = append(group, i)
		default:
			return group
		}
	}
	return group
}

// headed returns the verb that auxiliary i belongs to, or i.
func (c *coder) headed(i int) int {
	if h := c.Tokens[i].Head; h > i && c.is(i, "aux", "cop") {
		return h
	}
	return i
}

// links reports whether token i joins the members of a list.
func (c *coder) links(i int) bool {
	return c.upos(i, "CCONJ") || c.lower(i) == "," || c.lower(i) == "/"
}

// listedVerb reports whether bare word i in a list of verbs is one of them,
// whatever its tag: between two links, or last and before an object.
func (c *coder) listedVerb(i int) bool {
	return c.upos(i, "NOUN", "PROPN", "ADJ", "VERB") && !ends[c.lower(i)] && (c.links(i+1) || c.upos(i-1, "CCONJ") && c.xpos(i+1, "DT", "PRP$", "PDT", "TO", "IN"))
}

// bareListed reports whether word i is a verb of a list that lost its commas:
// "adopt reject or modify".
func (c *coder) bareListed(i int) bool {
	for k := i; c.upos(k, "NOUN", "VERB", "ADJ") && c.namesAct(c.lower(k)); k++ {
		if c.upos(k+1, "CCONJ") {
			return c.baseVerb(k + 2)
		}
	}
	return false
}

// passive reports whether the subject is acted upon.
func (c *coder) passive() bool {
	return c.child(c.verb, "aux:pass", "nsubj:pass") >= 0 && c.participle(c.verb)
}

// aimText is the verb group as it stands, its form of "be" in front and the
// particle or adjective that completes it behind: "be made available".
func (c *coder) aimText() string {
	v, last := c.verb, c.verbs[len(c.verbs)-1]
	be := c.copula()
	if be >= 0 && c.states() {
		return c.words(be, be+1)
	}
	end := last + 1
	if c.xpos(end, "RP") && c.measure(end) == end || c.completes(end, last) {
		end++
	}
	if be < 0 {
		return c.words(v, end)
	}
	return c.words(be, be+1) + " " + c.words(v, end)
}

// completes reports whether token i is an adjective that stands alone behind
// verb v: "make available to the public".
func (c *coder) completes(i, v int) bool {
	return c.upos(i, "ADJ") && !ends[c.lower(i)] && c.Tokens[i].Head == v && c.is(i, "xcomp", "obj") && !c.upos(i+1, "ADJ", "NOUN", "PROPN", "VERB")
}

// copula is the form of "be" of the main verb, or -1.
func (c *coder) copula() int {
	be := c.child(c.verb, "aux:pass", "cop")
	if be < c.first || be > c.verb || c.upos(be, "NOUN", "PROPN") {
		return -1
	}
	return be
}

// states reports whether the clause says what its subject is: "the term is two
// years", "the purpose is to set rules", "shall be as follows".
func (c *coder) states() bool {
	v, be := c.verb, c.copula()
	if be < 0 {
		return false
	}
	return c.child(v, "cop") == be && !c.upos(v, "ADJ", "VERB") || c.mark(v) == "to" && be < c.child(v, "mark") || c.lower(v-1) == "as"
}

// holdsStatus reports whether the clause only says that its subject is there, or
// what the law makes of it, and not that it is to act: "is exempt from the fee".
func (c *coder) holdsStatus() bool {
	return c.child(c.verb, "expl") >= 0 || c.copula() >= 0 && statuses[c.lower(c.verb)]
}
