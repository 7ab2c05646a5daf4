package statement

// mainVerb returns the head of the main clause: what the main modal belongs to,
// else a present tense that says something of a subject; -1 for a row without
// a clause.
func (c *coder) mainVerb() int {
	if c.modal >= 0 {
		return c.verbOf(c.modal)
	}
	if c.first > 0 {
		return c.root()
	}
	f := c.mainFinite(func(i int) bool { return c.xpos(i, "VBZ", "VBP") && c.upos(i, "VERB", "AUX") })
	if f < 0 || c.nested(f) {
		return -1
	}
	if h := c.Tokens[f].Head; h > f && c.is(f, "aux", "cop") {
		return h
	}
	if c.child(f, "nsubj", "expl", "csubj") < 0 {
		return -1
	}
	return f
}

// nested reports whether the clause of finite verb f is a relative clause, or
// says nothing of a subject.
func (c *coder) nested(f int) bool {
	v := f
	if h := c.Tokens[f].Head; h > f && c.is(f, "aux", "cop") {
		v = h
	}
	if c.is(v, "acl:relcl", "advcl") {
		return true
	}
	for i := range f {
		if c.upos(i, "NOUN", "PROPN", "PRON", "NUM") {
			return false
		}
	}
	return true
}

// verbOf returns the verb that modal m belongs to: its head in the tree where
// that can be, else the next base verb; -1 where the row breaks off before it.
func (c *coder) verbOf(m int) int {
	h := c.Tokens[m].Head
	if h > m && c.is(m, "aux", "cop") && (c.xpos(h, "VB") || c.hasAux(m, h)) {
		return h
	}
	for i := m + 1; i < len(c.Tokens); i++ {
		if c.xpos(i, "VB") {
			if g := c.Tokens[i].Head; g > i && c.is(i, "aux", "cop") {
				return g
			}
			return i
		}
	}
	if h > m && c.is(m, "aux", "cop") {
		return h
	}
	return -1
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

// verbGroup returns verb v with the verbs coordinated with it right beside it:
// "monitor and analyse", "sell, trade or move". Taggers take some of them for
// nouns; a bare word between two links is one all the same when a verb or the
// object follows it.
func (c *coder) verbGroup(v int) []int {
	if v < 0 {
		return nil
	}
	group := []int{v}
	for i := v + 1; i < len(c.Tokens); i++ {
		switch {
		case c.upos(i, "CCONJ") || c.lower(i) == "," || c.lower(i) == "/" || c.xpos(i, "RB"):
		case c.xpos(i, c.Tokens[v].XPOS) && c.upos(i, "VERB", "AUX"):
			group = append(group, i)
		case i-1 > group[len(group)-1] && c.listedVerb(i, c.Tokens[v].XPOS):
			group = append(group, i)
		default:
			return group
		}
	}
	return group
}

// listedVerb reports whether the bare word i stands in a list of verbs with tag
// xpos that goes on behind it.
func (c *coder) listedVerb(i int, xpos string) bool {
	if !c.upos(i, "NOUN", "ADJ", "VERB") || i+2 >= len(c.Tokens) {
		return false
	}
	for k := i + 1; k < len(c.Tokens) && k < i+12; k++ {
		switch {
		case c.xpos(k, xpos) && c.upos(k, "VERB"):
			return c.upos(k-1, "CCONJ", "PUNCT")
		case c.upos(k, "CCONJ", "PUNCT"):
		case c.upos(k-1, "CCONJ", "PUNCT") && c.upos(k, "NOUN", "ADJ"):
		default:
			return false
		}
	}
	return false
}

// passive reports whether the subject is acted upon.
func (c *coder) passive() bool {
	return c.child(c.verb, "aux:pass", "nsubj:pass") >= 0 && c.participle(c.verb)
}

// aimText is the verb group as it stands, its form of "be" in front and the
// adjective that completes it behind: "be made available".
func (c *coder) aimText() string {
	v, last := c.verb, c.verbs[len(c.verbs)-1]
	be := c.copula()
	if be >= 0 && c.states() {
		return c.words(be, be+1)
	}
	end := last + 1
	if end < len(c.Tokens) && c.upos(end, "ADJ") && c.Tokens[end].Head == last && c.is(end, "xcomp", "obj", "advmod") {
		end++
	}
	if phase[c.lemma(last)] {
		if k := c.child(last, "xcomp"); k == last+2 && c.mark(k) == "to" {
			end = k + 1
		}
	}
	if be < 0 {
		return c.words(v, end)
	}
	return c.words(be, be+1) + " " + c.words(v, end)
}

// phase verbs say no more than how the act of the next verb goes on.
var phase = map[string]bool{"continue": true, "begin": true, "start": true, "cease": true}

// copula is the form of "be" of the main verb, or -1.
func (c *coder) copula() int {
	be := c.child(c.verb, "aux:pass", "cop")
	if be < c.first || be > c.verb {
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
	return c.child(v, "cop") == be && !c.upos(v, "ADJ", "VERB") || c.mark(v) == "to" || v > 0 && c.lower(v-1) == "as"
}

// subject is what stands before the verb and is no adverbial of it; the noun
// behind it in "there shall be a committee".
func (c *coder) subject() Phrase {
	end := c.modal
	if end < 0 {
		end = c.dutyStart(c.verb)
	}
	if end <= c.first {
		return Phrase{}
	}
	s, skip := -1, make([]bool, end)
	if c.verb >= 0 {
		s, skip = c.child(c.verb, "nsubj", "csubj"), c.adverbials(end)
		if k := c.child(c.verb, "expl"); k >= 0 && s > k {
			return c.extent(s)
		}
	}
	from, to := c.run(skip, c.first, end)
	if s >= c.first && s < end {
		from = max(c.left[s], c.first)
		if !c.nounsBetween(skip, c.right[s]+1, end) {
			to = min(c.right[s]+1, end)
		} else {
			_, to = c.run(skip, from, end)
		}
	}
	from, to = c.trim(from, c.aside(from, to))
	if from >= to {
		return Phrase{}
	}
	return Phrase{c.Sentence, from, to, c.headOf(from, to, s)}
}

// aside is where the subject in [from,to) gives way to an adverbial that the
// tree hangs on its noun: ", upon request," or "in carrying out its duties".
func (c *coder) aside(from, to int) int {
	for i := from + 1; i+1 < to; i++ {
		if !c.upos(i, "ADP") || !c.xpos(i, "IN") {
			continue
		}
		if c.lower(i-1) == "," && !c.continues(i) || c.lower(i) == "in" && c.xpos(i+1, "VBG", "PRP$") {
			return i
		}
	}
	return to
}

// headOf returns s where it lies in [from,to), else the token there that hangs
// on something outside.
func (c *coder) headOf(from, to, s int) int {
	if s >= from && s < to {
		return s
	}
	for i := from; i < to; i++ {
		if h := c.Tokens[i].Head; (h < from || h >= to) && c.upos(i, "NOUN", "PROPN", "PRON") {
			return i
		}
	}
	return from
}

// adverbials marks the tokens before end that stand in adverbial dependents of
// the verb.
func (c *coder) adverbials(end int) []bool {
	skip := make([]bool, end)
	for _, k := range c.kids[c.verb] {
		if k < end && c.is(k, "obl", "advcl", "advmod", "cc", "mark", "discourse", "parataxis", "punct", "ccomp", "dep") {
			for i := c.left[k]; i <= c.right[k] && i < end; i++ {
				skip[i] = true
			}
		}
	}
	return skip
}

// run returns the first stretch of [from,end) without skipped tokens.
func (c *coder) run(skip []bool, from, end int) (int, int) {
	for from < end && (skip[from] || c.upos(from, "PUNCT", "CCONJ")) {
		from++
	}
	to := from
	for to < end && !skip[to] {
		to++
	}
	return from, to
}

// nounsBetween reports whether an unskipped noun stands in [from,end).
func (c *coder) nounsBetween(skip []bool, from, end int) bool {
	for i := from; i < end; i++ {
		if !skip[i] && c.upos(i, "NOUN", "PROPN", "PRON") {
			return true
		}
	}
	return false
}
