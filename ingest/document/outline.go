package document

import (
	"cmp"
	"regexp"
	"strings"

	"mandate/graph"
)

// The ranks of headings beside those of divisionRank: the lower, the higher up.
const (
	rankRoman      = 12 // II. Scope
	rankLetter     = 14 // B. Scope
	rankNumber     = 16 // 3. Scope; a decimal number ranks one lower a part
	rankItem       = 21 // a. Scope
	rankBracket    = 22 // (a) Scope; then (1), (A), (i), as bills divide
	rankUnnumbered = 30
)

// The styles of headings without a number; a + is added for each time that one
// stands right under another.
const (
	inLetters  = "Letters"
	inCapitals = "CAPITALS"
)

// outline builds the tree of sections while the headings come by in text order.
type outline struct {
	restarts bool // numbered headings begin at 1 more than once
	open     []opened
	sections []graph.Section
	says     []graph.SectionKind // what each section's own title says it is
}

// opened is a section that has not ended.
type opened struct {
	section    int
	style      string
	rank       int
	unnumbered bool
	plural     bool // its title announces principles or goals
	matter     bool // introduction and the like, which holds no numbered section
	hasBody    bool // text stands directly under its heading
}

// title is a heading as the outline sees it.
type title struct {
	opened
	number, text string
	first        bool // its number is the first of its kind
	direct       bool // no text stands between it and the heading before
	level        int  // as the format says, 0 for none
}

// titleOf reads a part that is a heading.
func titleOf(p part) title {
	l, m := p.label, p.marker
	t := title{level: p.level, text: trimTitle(p.look.text), first: m.first() && m.exists()}
	switch {
	case l.exists():
		t.number, t.text, t.first = l.name, l.title, l.value <= 1
		t.style, t.rank = l.kind, divisionRank(l.kind)
	case m.exists():
		t.number, t.style, t.rank = strings.Trim(m.text, ".()"), m.style, numberRank(m.style)
	default:
		t.style, t.rank, t.unnumbered = inLetters, rankUnnumbered, true
		if p.look.caps {
			t.style, t.rank = inCapitals, rankUnnumbered-1
		}
		t.matter = matter.MatchString(p.look.text)
	}
	if t.number == "" {
		t.text = cmp.Or(t.text, p.look.text) // nothing but marks
	}
	t.plural = plurals.MatchString(t.text)
	return t
}

func numberRank(style string) int {
	switch style[0] {
	case '(':
		return rankBracket + strings.IndexByte("a1AiI", style[1])
	case 'a', 'i':
		return rankItem
	case 'I':
		return rankRoman
	case 'A':
		return rankLetter
	}
	return rankNumber + strings.Count(style, ".1")
}

var (
	plurals        = regexp.MustCompile(`(?i)\b(principles|goals|aims|objectives|purposes)\b`)
	principleWords = regexp.MustCompile(`(?i)\bprinciples?\b`)
	goalWords      = regexp.MustCompile(`(?i)\b(goal|aim|objective|purpose)s?\b`)
)

// add opens the section of a heading; next is the heading behind it, or nil.
func (o *outline) add(t title, next *title, span graph.Span) {
	if t.level > 0 {
		o.closeTo(t.level)
		t.rank = t.level
	} else {
		o.makeRoom(&t, next)
	}
	parent := -1
	if len(o.open) > 0 {
		parent = o.open[len(o.open)-1].section
	}
	t.section = len(o.sections)
	o.open = append(o.open, t.opened)
	s := graph.Section{Span: span, Title: t.text, Number: t.number, Level: len(o.open), Parent: parent}
	said := kindSaid(t)
	if s.Kind = said; said == graph.SectionPlain && parent >= 0 {
		s.Kind = o.says[parent]
	}
	o.sections, o.says = append(o.sections, s), append(o.says, said)
}

// kindSaid is what a title says its section is. One that names both principles
// and goals says nothing.
func kindSaid(t title) graph.SectionKind {
	text := t.number + " " + t.text
	switch principle, goal := principleWords.MatchString(text), goalWords.MatchString(text); {
	case principle && !goal:
		return graph.SectionPrinciple
	case goal && !principle:
		return graph.SectionGoal
	}
	return graph.SectionPlain
}

// body notes that text stands under the last heading.
func (o *outline) body() {
	if len(o.open) > 0 {
		o.open[len(o.open)-1].hasBody = true
	}
}

// current is the section that text belongs to, -1 before the first.
func (o *outline) current() int {
	if len(o.open) == 0 {
		return -1
	}
	return o.open[len(o.open)-1].section
}

// closeTo closes the sections of a level, as the format counts it, and below.
func (o *outline) closeTo(level int) {
	n := len(o.open)
	for n > 0 && o.open[n-1].rank >= level {
		n--
	}
	o.open = o.open[:n]
}

// find is the place of a style among the open sections, -1 for none.
func (o *outline) find(style string) int {
	for i := len(o.open) - 1; i >= 0; i-- {
		if o.open[i].style == style {
			return i
		}
	}
	return -1
}

// makeRoom closes the sections that end where heading t begins.
func (o *outline) makeRoom(t *title, next *title) {
	if len(o.open) == 0 {
		return
	}
	if t.unnumbered {
		o.makeRoomUnnumbered(t, next)
		return
	}
	top := &o.open[len(o.open)-1]
	if at := o.find(t.style); at >= 0 && !(t.first && o.holds(*top, t)) {
		o.open = o.open[:at]
		return
	}
	for len(o.open) > 0 {
		top = &o.open[len(o.open)-1]
		if o.holds(*top, t) {
			top.rank = min(top.rank, t.rank-1) // from now on it ranks above its kind of children
			return
		}
		o.open = o.open[:len(o.open)-1]
	}
}

// holds tells whether an open section can be the parent of a heading with a
// number or label that is not among the open ones.
func (o *outline) holds(top opened, t *title) bool {
	numbered := t.rank >= rankRoman
	switch {
	case top.rank < t.rank && !top.unnumbered:
		return true
	case top.matter && top.hasBody, top.style == t.style:
		return false
	case !top.unnumbered:
		return t.first && (numbered || t.direct && top.rank > divisionRank("part"))
	case !numbered:
		return !top.hasBody && t.rank >= divisionRank("section") || top.rank < t.rank
	}
	return !top.hasBody || top.plural || t.first && o.restarts || top.rank < t.rank
}

// makeRoomUnnumbered does so for a heading without a number: it is a sibling of
// the last such one, or a child of what is open.
func (o *outline) makeRoomUnnumbered(t *title, next *title) {
	top := o.open[len(o.open)-1]
	if top.unnumbered && !top.hasBody && !t.matter { // two in a row: one above the other
		if base(top.style) == t.style {
			t.style = top.style + "+"
		}
		return
	}
	if at := o.sibling(t); at >= 0 {
		if base(o.open[at].style) == t.style {
			t.style = o.open[at].style
		}
		o.open = o.open[:at]
		return
	}
	if t.matter && o.open[0].rank >= divisionRank("article") {
		o.open = o.open[:0]
		return
	}
	if next != nil && !next.unnumbered && (next.first || next.direct) { // it stands above the numbered ones
		if at := o.find(next.style); at >= 0 {
			o.open = o.open[:at]
		}
	}
}

// sibling is the place of the open section that a heading without a number
// ends: the last one in the same style, or for one in capitals the first
// without a number; -1 for none.
func (o *outline) sibling(t *title) int {
	at := -1
	for i := len(o.open) - 1; i >= 0; i-- {
		e := o.open[i]
		if e.unnumbered && base(e.style) == t.style {
			return i
		}
		if e.unnumbered && t.style == inCapitals {
			at = i
		}
	}
	return at
}

// base is a style without the marks of how often it is nested in itself.
func base(style string) string { return strings.TrimRight(style, "+") }
