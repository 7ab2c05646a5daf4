package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mandate/ingest/document/content"
)

// draftPlain reads the structure of plain text.
func draftPlain(text string) draft {
	d := draft{text: text, parts: segment(text)}
	if len(d.parts) <= content.MaxBlocks { // else it is given up
		d.findHead()
		d.findHeadings()
	}
	return d
}

// segment cuts text into parts: at blank lines, before markers and headings,
// and at those line ends that are more than the wrapping of long lines.
func segment(text string) []part {
	parts := segmentLines(text, wrapWidth(text))
	resolveMarkers(parts)
	return parts
}

// segmentLines is segment for lines that were wrapped at a width: 0 for lines
// that were not, 1 for lines whose ends mean nothing.
func segmentLines(text string, width int) []part {
	s := segmenter{text: text, width: width}
	for l := range linesOf(text) {
		s.add(l)
		if len(s.parts) > content.MaxBlocks {
			break
		}
	}
	s.finish()
	return s.parts
}

// line is a line of text that is not blank.
type line struct {
	start, end  int // bytes without white space around
	indent      int // white space in front, in runes
	chars       int // code points
	blankBefore bool
}

// linesOf yields the lines that are not blank; form feeds and the line and
// paragraph separators of Unicode end lines too.
func linesOf(text string) func(yield func(line) bool) {
	return func(yield func(line) bool) {
		blank := true
		for at := 0; at < len(text); {
			end, next := lineEnd(text, at)
			raw := text[at:end]
			trimmed := strings.TrimSpace(raw)
			if trimmed == "" {
				blank, at = true, next
				continue
			}
			inner := strings.TrimLeftFunc(raw, unicode.IsSpace)
			start := end - len(inner)
			l := line{start: start, end: start + len(trimmed), blankBefore: blank}
			l.indent, l.chars = utf8.RuneCountInString(text[at:start]), utf8.RuneCountInString(trimmed)
			if !yield(l) {
				return
			}
			blank, at = text[next-1] == '\f', next
		}
	}
}

// lineEnd finds where the line at a place ends and where the next one begins.
func lineEnd(text string, at int) (end, next int) {
	i := strings.IndexAny(text[at:], "\n\f\u2028\u2029")
	if i < 0 {
		return len(text), len(text)
	}
	_, size := utf8.DecodeRuneInString(text[at+i:])
	return at + i, at + i + size
}

// widestWrap is how wide lines can be, in code points, and still be wrapped by
// hand or by a mailer.
const widestWrap = 130

// wrapWidth is the width at which the lines of text were wrapped, 0 where they
// were not: what nine out of ten of the lines that evidently go on in the next
// one do not exceed.
func wrapWidth(text string) int {
	var widths [widestWrap + 1]int
	pairs, broken := 0, 0
	var previous line
	for l := range linesOf(text) {
		if !l.blankBefore && previous.end > 0 {
			pairs++
			if first, _ := utf8.DecodeRuneInString(text[l.start:]); unicode.IsLower(first) && previous.chars <= widestWrap &&
				!ends(finalStop(text[previous.start:previous.end])) {
				widths[previous.chars]++
				broken++
			}
		}
		previous = l
	}
	if broken < 2 || broken*8 < pairs {
		return 0
	}
	width, seen := 0, 0
	for w, n := range widths {
		if seen += n; n > 0 && seen*10 <= broken*9 || width == 0 {
			width = w
		}
	}
	return width
}

// segmenter gathers lines into parts.
type segmenter struct {
	text     string
	width    int // of wrapped lines, 0 for none
	parts    []part
	open     bool // the last part may go on
	previous line
	lines    int // of the open part
}

// add takes the next line: as more of the open part or as the beginning of one.
func (s *segmenter) add(l line) {
	if s.open && s.continues(l) {
		s.parts[len(s.parts)-1].end = l.end
		s.lines++
	} else {
		s.finish()
		s.begin(l)
	}
	s.previous = l
}

func (s *segmenter) begin(l line) {
	p := part{start: l.start, end: l.end, markerAt: l.start}
	if m, rest, ok := parseMarker(s.text[l.start:l.end]); ok {
		p.marker, p.start = m, l.start+rest
	}
	s.parts, s.open, s.lines = append(s.parts, p), true, 1
}

// finish looks at the part that is complete, and cuts the heading off that it
// may begin with.
func (s *segmenter) finish() {
	if !s.open {
		return
	}
	s.open = false
	last := &s.parts[len(s.parts)-1]
	if !last.marker.exists() {
		last.label = parseLabel(s.text[last.start:last.end])
		if last.label.runIn > 0 {
			s.cutRunIn()
			return
		}
	}
	last.look = lookAt(s.text[last.start:last.end])
}

// cutRunIn makes two parts of the last one: its heading and what runs in behind.
func (s *segmenter) cutRunIn() {
	last := &s.parts[len(s.parts)-1]
	cut, rest := last.start+last.label.runIn, part{end: last.end}
	last.end = last.start + len(strings.TrimRightFunc(s.text[last.start:cut], unicode.IsSpace))
	last.look = lookAt(s.text[last.start:last.end])
	rest.start = rest.end - len(strings.TrimLeftFunc(s.text[cut:rest.end], unicode.IsSpace))
	rest.markerAt = rest.start
	if m, skip, ok := parseMarker(s.text[rest.start:rest.end]); ok {
		rest.marker, rest.start = m, rest.start+skip
	}
	rest.look = lookAt(s.text[rest.start:rest.end])
	s.parts = append(s.parts, rest)
}

// continues tells whether a line goes on with the open part.
func (s *segmenter) continues(l line) bool {
	if l.blankBefore {
		return false
	}
	previous, next := s.text[s.previous.start:s.previous.end], s.text[l.start:l.end]
	if s.breaksCase(previous, next) || parseLabel(next).stands() || s.lines == 1 && parseLabel(previous).stands() {
		return false
	}
	stop := finalStop(previous)
	forced := s.width > 0 && s.forced(next)
	if m, _, ok := parseMarker(next); ok && (!forced || ends(stop) || stop == ',' || s.follows(m)) {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(next); unicode.IsLower(first) && !ends(stop) {
		return true
	}
	if s.lines > 1 && l.indent > s.previous.indent+1 && ends(stop) { // a new paragraph's first line is indented
		return false
	}
	return forced
}

// forced tells whether the first word of the next line would not have fitted
// behind the previous one.
func (s *segmenter) forced(next string) bool {
	word := next
	if i := strings.IndexAny(next, " \t"); i > 0 {
		word = next[:i]
	}
	slack := max(8, s.width/8)
	return s.previous.chars+1+utf8.RuneCountInString(word) > s.width-slack
}

// follows tells whether m is the marker after the one of the open part.
func (s *segmenter) follows(m marker) bool {
	open := s.parts[len(s.parts)-1].marker
	return open.style == m.style && (open.value+1 == m.value || m.bullet())
}

// breaksCase tells whether of two lines one is all capitals and the other not.
func (s *segmenter) breaksCase(previous, next string) bool {
	a, b := lookAt(previous), lookAt(next)
	return (a.caps && len(a.text) > 3 || b.caps && len(b.text) > 3) && a.caps != b.caps && !b.lower
}
