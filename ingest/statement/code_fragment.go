package statement

// missing returns the words to borrow so that a row that opens with its verb
// reads as a sentence, and the row's text behind them; words is empty where
// nothing is missing.
func (c *coder) missing() (words, rest string) {
	i := c.opening()
	if i >= len(c.Tokens) {
		return "", ""
	}
	rest = lowerFirst(c.Text[c.Tokens[i].Start:])
	switch {
	case i == c.modal:
		return "They", rest
	case c.xpos(i, "VB") && c.heads(i):
		return modalled, rest
	case c.xpos(i, "VBG") && c.heads(i) && (c.modal < 0 || c.verb >= 0 && c.is(c.verb, "ccomp", "advcl", "acl")):
		return going, rest
	case c.modal >= 0 && !c.subordinate(c.modal):
		return "", ""
	case c.xpos(i, "TO") && c.has(i+1) && c.verb < 0:
		return modalled, c.Text[c.Tokens[i+1].Start:]
	case c.xpos(i, "VBZ") && c.heads(i):
		return "It", rest
	case c.xpos(i, "VBN", "VBD") && c.heads(i):
		return going, rest
	case c.verb < 0 && c.opensWithVerb(i):
		return modalled, rest
	}
	return "", ""
}

// subordinate reports whether modal m stands in a stretch that "if", "who",
// "that" … opened before it.
func (c *coder) subordinate(m int) bool {
	for i := range m {
		if c.opensClause(i) {
			return true
		}
	}
	return false
}

// opening is the first token that is more than a link, a number, an adverb or an
// aside: "and, if necessary, perform".
func (c *coder) opening() int {
	i := 0
	for i < len(c.Tokens) {
		off := c.setsOff(i)
		switch {
		case off > 0:
			i = off
		case c.upos(i, "CCONJ", "PUNCT", "ADV", "SYM"), c.lower(i) == "not", c.upos(i, "NUM") && (c.baseVerb(i+1) || i == 0 && c.namesAct(c.lower(1))):
			i++
		default:
			return i
		}
	}
	return i
}

// conditionBefore is the condition that the row opens with before token i.
func (c *coder) conditionBefore(i int) string {
	for k := range i {
		if conditional[c.lower(k)] {
			return c.words(c.trim(k, i))
		}
	}
	return ""
}

// setsOff returns the comma that ends the phrase or clause which token i opens in
// front of a base verb: "where a leak is found, close the valve"; of a short one
// whatever follows it. It is 0 for none.
func (c *coder) setsOff(i int) int {
	if c.upos(i, "SCONJ", "ADP") && c.commaWithin(i, 4) > 0 {
		return c.commaWithin(i, 4)
	}
	if !c.opens(i) && !c.opensClause(i) || c.xpos(i, "TO", "VBG") {
		return 0
	}
	for k := i + 2; c.has(k) && c.modal < 0 && c.lower(k) != ";"; k++ {
		if c.lower(k) == "," && (c.baseVerb(k+1) || c.onlyVerb(k+1)) {
			return k
		}
	}
	return 0
}

// commaWithin is the place of the first comma among the n tokens behind i, or 0.
func (c *coder) commaWithin(i, n int) int {
	for k := i + 1; c.has(k) && k <= i+n; k++ {
		if c.lower(k) == "," {
			return k
		}
	}
	return 0
}

// heads reports whether token i is the root of the row or coordinated with it.
func (c *coder) heads(i int) bool {
	for c.is(i, "conj", "parataxis") && c.Tokens[i].Head >= 0 {
		i = c.Tokens[i].Head
	}
	return c.Tokens[i].Head < 0
}

// baseVerb reports whether token i is tagged as a verb without an ending.
func (c *coder) baseVerb(i int) bool {
	return c.upos(i, "VERB", "AUX") && c.xpos(i, "VB", "VBP")
}

// opensWithVerb reports whether the row's clause begins with base verb i.
// Capitals and missing stops mislead taggers there: a word right in front of a
// determiner is a verb too, and so is one that is tagged so in small letters.
func (c *coder) opensWithVerb(i int) bool {
	if c.baseVerb(i) {
		return true
	}
	if !c.upos(i, "NOUN", "PROPN", "ADJ", "VERB", "X") || !c.has(i+1) {
		return false
	}
	if c.xpos(i+1, "DT", "PRP$") || c.links(i+1) && c.baseVerb(i+2) || c.onlyVerb(i) {
		return true
	}
	rest := lowerFirst(c.Text[c.Tokens[i].Start:])
	if s := c.parser.Parse(rest); s.Tokens[0].UPOS == "VERB" && s.Tokens[0].Head < 0 {
		return true
	}
	if !c.namesAct(c.lower(i)) || !c.upos(i+1, "NOUN", "PROPN", "ADJ", "ADV", "VERB") {
		return false
	}
	s := c.parser.Parse("to " + rest)
	return len(s.Tokens) > 1 && s.Tokens[1].XPOS == "VB" && s.Tokens[1].Head < 0
}

// onlyVerb reports whether the word lists leave word i no reading but that of a
// verb: one that is never a noun, or one that seldom is, in front of an adjective
// or the next verb of a list. What follows must leave room for it: "conduct of
// meetings" and "delay is costly" have none.
func (c *coder) onlyVerb(i int) bool {
	only, listed := c.cues.verb(c.lower(i))
	next := i + 1
	for c.xpos(next, "RB") {
		next++
	}
	switch {
	case !listed || c.lower(next) == "of" || c.xpos(next, "MD", "VBZ", "VBP", "VBD"):
		return false
	case c.links(next):
		for c.links(next) || c.xpos(next, "RB") {
			next++
		}
		_, listed = c.cues.verb(c.lower(next))
		return only || listed && c.lower(next+1) != "of"
	}
	return only || c.xpos(next, "JJ", "JJR", "PDT", "PRP")
}

// namesAct reports whether the cue lists know w as a verb.
func (c *coder) namesAct(w string) bool {
	if _, ok := c.cues.Stances[w]; ok {
		return true
	}
	for _, verb := range c.cues.Nominals {
		if verb == w {
			return true
		}
	}
	return false
}

// thing is what a row without a clause names: its text up to the first dash,
// semicolon or stop, without what is bracketed or said of its use.
func (c *coder) thing() string {
	if c.lower(0) == "as" {
		return "" // a use, not a thing
	}
	from := 0
	for from < len(c.Tokens) && c.upos(from, "CCONJ", "PUNCT", "SCONJ") && !opensBracket(c.Tokens[from].Text) {
		from++
	}
	to := from
	for to < len(c.Tokens) && !c.endsThing(to) {
		to++
	}
	return c.words(c.trim(from, to))
}

// endsThing reports whether what follows token i says something of the thing
// and names it no more: a dash, a comma and a preposition, a relative clause, a
// purpose.
func (c *coder) endsThing(i int) bool {
	switch c.lower(i) {
	case "—", ";", ":":
		return true
	case ",":
		return c.lower(i+1) == "only" || c.xpos(i+1, "IN", "VBG", "VBN") && c.lower(i+1) != "including" && !c.is(i+1, "amod", "compound")
	case "to":
		return i > 0 && c.xpos(i+1, "VB") && c.lower(i+1) != "be"
	}
	return i > 0 && c.xpos(i, "WDT", "WP") && !c.xpos(i-1, "IN", "TO")
}
