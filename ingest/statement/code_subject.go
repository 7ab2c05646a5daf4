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
	s := c.subjectHead(end)
	if s > end && c.child(c.verb, "expl") >= 0 {
		return c.extent(s)
	}
	from := c.subjectFrom(s, end)
	if c.xpos(from, "EX") {
		return Phrase{}
	}
	to := end
	for to > from && c.xpos(to-1, "RB") {
		to--
	}
	if at := c.aside(from, to); at < to {
		c.insert, to = c.span(at, to, at), at
	}
	return c.span(from, to, c.headIn(from, to, s))
}

// subjectHead is the head of the verb's subject in the tree, -1 for none. Of
// several the last one before end counts where a comma parts it from the
// others.
func (c *coder) subjectHead(end int) int {
	s := -1
	if c.verb < 0 {
		return s
	}
	for _, k := range c.children(c.verb, "nsubj", "csubj") {
		if s < 0 || k < end && c.commaWithin(s, k-s) > 0 && !c.links(c.start(k)-1) {
			s = k
		}
	}
	return s
}

// subjectFrom is where the subject with head s begins that ends before end: as
// the tree has it, or on the surface where the tree took words of it for
// something else.
func (c *coder) subjectFrom(s, end int) int {
	from, at := end, c.surfaceStart(end)
	if s >= c.first && s < end {
		from = max(min(c.left[s], c.start(s)), c.first)
	}
	if (at < from || c.opens(from) || linkingAdverbs[c.lower(from)]) && (from == end || c.nominal(at, end)) {
		from = at
	}
	if at := c.boundary(c.first, end); at > from || at >= 0 && from == end {
		return at
	}
	return from
}

// surfaceStart is where the subject before end begins on the surface: behind
// links, adverbs and the comma of an opening phrase or clause; end where that
// cannot be told.
func (c *coder) surfaceStart(end int) int {
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

// opens reports whether an adverbial phrase or clause begins at token i.
func (c *coder) opens(i int) bool {
	w := c.lower(i)
	return c.xpos(i, "IN", "TO", "WRB", "VBG") || ends[w] || (w == "due" || w == "subject") && c.lower(i+1) == "to" ||
		(w == "no" || w == "not") && c.xpos(i+1, "RBR", "JJR") && c.lower(i+2) == "than"
}

// boundary is where the last noun phrase of [from,to) begins if it stands side
// by side with what is in front of it, a comma having been lost: "in that event
// the board"; -1 where there is none.
func (c *coder) boundary(from, to int) int {
	for i := to - 1; i > from; i-- {
		behind := c.upos(i-1, "NOUN", "PROPN", "NUM", "ADV") && c.lower(i-1) != "half" || c.lower(i-1) == "thereafter"
		opens := c.xpos(i, "DT", "PRP$") || numerals[c.lower(i)] != "" && c.upos(i-1, "NOUN", "PROPN")
		if behind && opens && c.nominal(i, to) {
			return i
		}
	}
	return -1
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
		case c.xpos(i, "VBZ", "VBP", "MD") || c.xpos(i, "VBD") && (i == from || !c.upos(i-1, "NOUN", "PROPN")):
			if open--; open < 0 {
				return false
			}
		case i > from && c.xpos(i, "DT", "PRP$") && c.upos(i-1, "NOUN", "PROPN") && open == 0:
			return false
		}
	}
	return true
}

// aside is where the subject in [from,to) gives way to what says when or how:
// ", upon request,", "in carrying out its duties".
func (c *coder) aside(from, to int) int {
	for i := from + 1; i+1 < to; i++ {
		switch {
		case c.lower(i) == "," && c.lower(to-1) == "," && c.lower(i+1) != "including" && c.xpos(i+1, "IN", "WRB", "TO", "RB", "VBG"):
			return i
		case c.lower(i) == "in" && c.xpos(i+1, "VBG", "PRP$"):
			return i
		}
	}
	return to
}

// headIn returns s where it lies in [from,to), else the noun there that hangs
// on something outside.
func (c *coder) headIn(from, to, s int) int {
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
