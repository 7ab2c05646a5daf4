package statement

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
		s, skip = c.subjectHead(end), c.adverbials(end)
		if k := c.child(c.verb, "expl"); k >= 0 && s > k {
			return c.extent(s)
		}
	}
	from, to := c.subjectRange(s, skip, end)
	from, to = c.trim(from, to)
	if from >= to {
		return Phrase{}
	}
	return Phrase{c.Sentence, from, to, c.headOf(from, to, s)}
}

// subjectRange is where the subject with head s stands before end: from where
// the tree has it, or from where it begins on the surface if the tree took part
// of it for something else, to the verb.
func (c *coder) subjectRange(s int, skip []bool, end int) (from, to int) {
	from, _ = c.run(skip, c.first, end)
	if s >= c.first && s < end {
		from = max(min(c.left[s], c.start(s)), c.first)
	}
	at := c.subjectStart(end)
	if (at < from || c.opens(from) || linkingAdverbs[c.lower(from)]) && c.nominal(at, end) {
		from = at
	}
	for to = end; to > from && c.xpos(to-1, "RB"); to-- {
	}
	return from, c.aside(from, to)
}

// subjectHead is the head of the verb's subject, -1 for none. Of several the
// last one before end counts where a comma parts it from the others.
func (c *coder) subjectHead(end int) int {
	s := -1
	for _, k := range c.children(c.verb, "nsubj", "csubj") {
		if s < 0 || k < end && c.commaWithin(s, k-s) > 0 && !c.links(c.start(k)-1) {
			s = k
		}
	}
	return s
}

// subjectStart is where the subject before end begins on the surface: behind
// links, adverbs and the comma of an opening phrase or clause; end where that
// cannot be told.
func (c *coder) subjectStart(end int) int {
	i := c.first
	for i < end && (c.links(i) || c.upos(i, "PUNCT") || c.upos(i, "ADV") && c.lower(i+1) == "," || linkingAdverbs[c.lower(i)]) {
		i++
	}
	if i == end || !c.opens(i) {
		return i
	}
	first := end
	for i++; i < end; i++ {
		if c.lower(i) == "," && c.nominal(i+1, end) {
			if c.xpos(i+1, "DT", "PRP$", "PDT") {
				return i + 1
			}
			first = min(first, i+1)
		}
	}
	return first
}

// linkingAdverbs tie a row to the one before it.
var linkingAdverbs = map[string]bool{"therefore": true, "however": true, "thus": true, "hence": true, "furthermore": true,
	"moreover": true, "also": true, "then": true, "additionally": true, "consequently": true, "accordingly": true, "nevertheless": true}

// opens reports whether an adverbial phrase or clause begins at token i.
func (c *coder) opens(i int) bool {
	return i < len(c.Tokens) && c.xpos(i, "IN", "TO", "WRB", "VBG")
}

// nominal reports whether tokens [from,to) read as a noun phrase: no verb is
// finite in them outside the clauses that describe a noun.
func (c *coder) nominal(from, to int) bool {
	if from >= to || !c.continues(from) || c.links(from) {
		return false
	}
	open := 0
	for i := from; i < to; i++ {
		switch {
		case c.opensClause(i):
			open++
		case c.xpos(i, "VBZ", "VBP", "MD") || c.xpos(i, "VBD") && !c.participial(i):
			if open--; open < 0 {
				return false
			}
		case i > from && c.xpos(i, "DT", "PRP$") && c.upos(i-1, "NOUN", "PROPN") && open == 0:
			return false
		}
	}
	return true
}

// participial reports whether token i is a participle right behind a noun,
// whatever its tag: "water included as an ingredient".
func (c *coder) participial(i int) bool {
	return i > c.first && c.xpos(i, "VBN", "VBG", "VBD") && c.upos(i-1, "NOUN", "PROPN") &&
		i+1 < len(c.Tokens) && (c.xpos(i, "VBN", "VBG") || participlePreps[c.lower(i+1)])
}

// aside is where the subject in [from,to) gives way to what says when or how:
// ", upon request,", "in carrying out its duties".
func (c *coder) aside(from, to int) int {
	for i := from + 1; i+1 < to; i++ {
		switch {
		case c.lower(i) == "," && c.xpos(i+1, "IN", "WRB", "TO", "RB") && c.lower(to-1) == ",":
			return i
		case c.lower(i) == "in" && c.xpos(i+1, "VBG", "PRP$"):
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
		if k < end && !c.describes(k) && c.is(k, "obl", "advcl", "advmod", "cc", "mark", "discourse", "parataxis", "punct", "ccomp", "dep") {
			for i := c.left[k]; i <= c.right[k] && i < end; i++ {
				skip[i] = true
			}
		}
	}
	return skip
}

// describes reports whether clause k stands right behind a noun and describes
// it, whatever the tree hangs it on: "records required by these rules", "a
// person who applies".
func (c *coder) describes(k int) bool {
	l := c.left[k]
	if l <= c.first || !c.upos(l-1, "NOUN", "PROPN") {
		return false
	}
	participle := l == k && c.participial(k) || c.xpos(l, "RB") && c.xpos(k, "VBN", "VBG")
	return c.is(k, "advcl", "dep", "conj", "ccomp", "parataxis") && (participle || c.xpos(l, "WP", "WDT", "WP$"))
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
