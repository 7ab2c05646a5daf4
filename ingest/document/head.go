package document

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// longestHead is how many lines the head of a document may have.
const longestHead = 12

var (
	byline = regexp.MustCompile(`(?i)^(by|source|authors?|published by|issued by|prepared by|written by|publisher)\b:?\s+`)
	office = regexp.MustCompile(`(?i)^(the\s+)?(ministry|department|government|office|commission|council|secretariat|agency|committee|cabinet|bureau|institute|authority)\b`)
	// path matches the categories that stand above a title: Opinion > Columns.
	path = regexp.MustCompile(`[\\>»|]`)
	// resolution matches the title of a resolution: 70/1. Transforming our world.
	resolution = regexp.MustCompile(`^\d{1,4}[/(]\d{1,4}\)?[.:]?\s+[A-Z]`)
	// remark matches lines of a head that are no title.
	remark = regexp.MustCompile(`(?i)^(version|revision|rev\.|draft|edition|distr\.|original:|agenda item|item \d)|session$|https?://|^[A-Z0-9./()-]+/[A-Z0-9./()-]+$`)
	// matter names sections that stand before, behind or between the numbered ones.
	matter = regexp.MustCompile(`(?i)^(preamble|introduction|foreword|preface|background|context|overview|(executive )?summary|abstract|contents|table of contents|conclusions?|concluding remarks|final provisions|references|bibliography|glossary|acknowledge?ments|notes|endnotes|definitions)$`)
)

// findHead finds title, byline and date in the lines above the first section or
// paragraph, unless the format has said them.
func (d *draft) findHead() {
	run := d.headRun()
	if run == 0 {
		return
	}
	lines, dated := make([]headLine, run), -1
	for i := range run {
		lines[i] = readHeadLine(d.parts[i].look.text)
		if lines[i].meta {
			dated = i
		}
	}
	n := d.headLength(lines, dated)
	for i, l := range lines { // a resolution: its number and title end the head
		if resolution.MatchString(l.text) {
			n, lines[i].numbered = i+1, true
		}
	}
	for i := range n {
		d.parts[i].role = head
	}
	d.takeHead(lines[:n])
}

// headLine is a line above the text: one with date or author, or another.
type headLine struct {
	text         string
	meta         bool // a date line or byline
	issued, name string
	numbered     bool // a title with the number of a resolution
}

func readHeadLine(text string) headLine {
	l := headLine{text: text}
	l.issued, l.name, l.meta = dateLine(text)
	if cut := byline.FindStringIndex(text); !l.meta && cut != nil && len(strings.Fields(text)) <= 10 {
		l.meta, l.name = true, strings.Trim(text[cut[1]:], " ,.;:")
	}
	return l
}

// headRun counts the leading parts that may be lines of a head: short, without
// label, marker or stop, and no heading that is known by its name.
func (d *draft) headRun() int {
	for i, p := range d.parts {
		l := p.look
		if i == longestHead || l.long() || p.marker.exists() || p.label.exists() || p.level > 0 || l.words > 30 ||
			matter.MatchString(l.text) || ends(l.stop) && l.stop != '?' || l.stop == ',' || l.lower && i == 0 {
			return i
		}
	}
	return len(d.parts)
}

// headLength tells how many of the lines are the head's. Where one has a date
// or an author, the head ends there (or with the title behind it); else the
// last line is the heading of what follows, unless that has one of its own.
func (d *draft) headLength(lines []headLine, dated int) int {
	titled := slices.ContainsFunc(lines[:dated+1], func(l headLine) bool { return !l.meta })
	switch {
	case dated >= 0 && (titled || dated+1 == len(lines)):
		return dated + 1
	case dated >= 0:
		return dated + 2
	case len(lines) == len(d.parts):
		return min(1, len(d.parts)-1) // nothing but short lines: no head that could be told
	case len(lines) == 1:
		return 1
	}
	next := d.parts[len(lines)]
	if next.label.exists() || matter.MatchString(next.look.text) {
		return len(lines)
	}
	return len(lines) - 1
}

// takeHead picks title, byline and date out of the lines of the head.
func (d *draft) takeHead(lines []headLine) {
	var titles []string
	for _, l := range lines {
		switch {
		case l.meta:
			d.issued, d.byline = cmp.Or(d.issued, l.issued), cmp.Or(d.byline, l.name)
		case l.numbered:
			titles = []string{l.text[resolution.FindStringIndex(l.text)[1]-1:]}
		case !remark.MatchString(l.text) && !lookAt(l.text).bracketed():
			titles = append(titles, l.text)
		}
	}
	if len(titles) == 0 {
		return
	}
	at := 0
	for i := range titles[:len(titles)-1] {
		if path.MatchString(titles[i]) || at == i && isKicker(titles[i], titles[i+1]) {
			at = i + 1
		}
	}
	for _, l := range titles[at+1:] {
		if d.byline == "" && office.MatchString(l) {
			d.byline = l
		}
	}
	d.title = cmp.Or(d.title, titles[at])
}

// isKicker tells lines that stand above a title: an office, or one or two words
// over a longer line that names no office.
func isKicker(line, next string) bool {
	return !office.MatchString(next) &&
		(office.MatchString(line) || len(strings.Fields(line)) <= 2 && len(strings.Fields(next)) >= 4)
}
