package statement

import (
	"cmp"
	"strings"

	"mandate/graph"
)

// Row is one row of a coding sheet in the terms of the Institutional Grammar,
// filled the way hand coders fill it: verbatim phrases of the row's text, empty
// where the text has none. It differs from a Found in that the whole row is one
// statement: coordinated actors and verbs stay together, a passive's Object is
// its surface subject, and a row that only names a thing is an Object.
type Row struct {
	Attribute  string      // (A) who
	Object     string      // (B) what is acted upon
	Deontic    string      // (D) "shall not"
	Aim        string      // (I) the verb or the coordinated verbs
	Condition  string      // (Cac) the first clause that says when
	Constraint string      // (Cex) the first phrase that says how or within what bounds
	Force      graph.Force // what the deontic amounts to; empty without one
}

// Code fills in one row of a coding sheet from the text of its statement: a
// sentence, a fragment, or a list item, with or without capitals and stops. A
// text that names nothing and says nothing gives an empty Row.
func (e *Extractor) Code(text string) Row {
	text, condition := cutProviso(tidyRow(text))
	row := e.codeRule(text)
	if row.Condition == "" {
		row.Condition = condition
	}
	return row
}

// codeRule codes a tidied row without its proviso.
func (e *Extractor) codeRule(text string) Row {
	if !hasWord(text) {
		return Row{}
	}
	if m := noted.FindStringSubmatch(text); m != nil {
		if c := e.coder(m[1], 0); c.verb < 0 && c.modal < 0 {
			return Row{Object: c.thing()}
		}
	}
	c := e.coder(text, 0)
	before := ""
	if words, rest := c.missing(); words != "" {
		before = c.conditionBefore(c.opening())
		c = e.coder(words+" "+rest, strings.Count(words, " ")+1)
	}
	switch {
	case c.modal < 0 && c.first == 0 && len(c.Tokens) > 0 && c.is(0, "mark") && !c.content(0).empty():
		return Row{Object: c.content(0).Text()} // "that no lock is broken": what a verb above it takes
	case c.verb >= 0:
		row := c.clause()
		row.Condition = cmp.Or(row.Condition, before)
		return row
	case c.modal >= 0:
		return c.unfinished()
	}
	return Row{Object: c.thing()}
}

// coder codes one row.
type coder struct {
	*reader
	modal  int    // the main modal, -1 for none
	verb   int    // head of the main clause, -1 for none
	verbs  []int  // the main verb and the verbs coordinated with it right beside it
	small  bool   // the row has no capital
	duty   *duty  // a wording of duty between modal and verb: "shall be required to"
	insert Phrase // what stands between subject and verb: ", upon request,"
}

// coder parses a row whose tokens before first are borrowed, and finds its main
// clause.
func (e *Extractor) coder(text string, first int) *coder {
	s := e.parser.Parse(text)
	names := e.actors.Names(&s)
	joinNames(&s, names)
	e.mend(&s, names)
	c := &coder{reader: &reader{tree: newTree(&s, first), Extractor: e, seen: map[int]bool{}}}
	c.small = text == strings.ToLower(text)
	c.modal = c.mainModal()
	c.verb = c.mainVerb()
	c.verbs = c.verbGroup(c.verb)
	return c
}

// The coder walks the surface and looks ahead of itself, so its view of a token
// holds beyond both ends of the row, where there is nothing.

func (c *coder) has(i int) bool { return i >= 0 && i < len(c.Tokens) }

func (c *coder) lower(i int) string {
	if !c.has(i) {
		return ""
	}
	return c.tree.lower(i)
}

func (c *coder) lemma(i int) string {
	if !c.has(i) {
		return ""
	}
	return c.tree.lemma(i)
}

func (c *coder) upos(i int, tags ...string) bool { return c.has(i) && c.tree.upos(i, tags...) }

func (c *coder) xpos(i int, tags ...string) bool { return c.has(i) && c.tree.xpos(i, tags...) }

// span is the phrase of tokens [from,to) with head h, its ends trimmed.
func (c *coder) span(from, to, h int) Phrase {
	from, to = c.trim(from, to)
	if from >= to {
		return Phrase{}
	}
	return Phrase{c.Sentence, from, to, h}
}

func (p Phrase) empty() bool { return p.From >= p.To }

// clause codes a row that says what is done.
func (c *coder) clause() Row {
	subject := c.subject()
	c.followDuty(subject)
	for _, impersonal := range []func() (Row, bool){c.nominalDuty, c.impersonalDuty} {
		if row, ok := impersonal(); ok {
			return row
		}
	}
	row := Row{Aim: c.aimText(), Condition: c.condition(c.verb)}
	if row.Condition == "" && conditional[c.lower(c.insert.From)] {
		row.Condition = c.insert.Text()
	}
	row.Deontic, row.Force = c.deontic(subject)
	var who, what Phrase
	switch {
	case c.passive():
		if who, what = c.agent(), subject; what.empty() {
			what = c.acted()
		}
	case c.acts(subject) && !c.holdsStatus():
		who, what = subject, c.acted()
	case !subject.empty() && (c.states() || c.lemma(c.verb) == "consist"):
		what = subject
	default:
		if what = c.acted(); what.empty() {
			what = subject
		}
	}
	row.Attribute, row.Object, row.Constraint = who.Text(), what.Text(), c.bounds(who, what)
	return row
}

// unfinished codes a row that breaks off behind its modal: "The holder must:".
func (c *coder) unfinished() Row {
	subject := c.subject()
	row := Row{}
	row.Deontic, row.Force = c.deontic(subject)
	if c.acts(subject) {
		row.Attribute = subject.Text()
	} else {
		row.Object = subject.Text()
	}
	return row
}
