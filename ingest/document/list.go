package document

import (
	"regexp"
	"strings"

	"mandate/graph"
)

// lists follows the list items of a section and tells how deep each one is
// nested and which block introduces it.
type lists struct {
	open     []list
	previous int // index of the block before, -1 at the beginning of a section
	text     string
	blocks   []graph.Block
}

// list is an open list: items with one style of marker.
type list struct {
	style  string
	value  int // of its last marker
	leadIn int
	last   int // block of its last item
}

// reset forgets all lists: a heading was met.
func (l *lists) reset() { l.open, l.previous = nil, -1 }

// paragraph notes a block without marker: lists may go on behind it.
func (l *lists) paragraph(block int) { l.previous = block }

// item places a list item: its depth and its lead-in.
func (l *lists) item(p part, block int) (depth, leadIn int) {
	at := l.place(p)
	if at < len(l.open) {
		l.open = l.open[:at+1]
		l.open[at].value = p.marker.value
	} else {
		l.open = append(l.open, list{style: p.marker.style, value: p.marker.value, leadIn: l.introducer()})
	}
	l.open[at].last, l.previous = block, block
	return at, l.open[at].leadIn
}

// holds tells whether a part without marker is an item too: it stands behind a
// colon and goes on the sentence, or behind such an item that does not end it.
func (l *lists) holds(p part) bool {
	if l.previous < 0 {
		return false
	}
	before := l.blocks[l.previous]
	stop := finalStop(before.In(l.text))
	if before.Kind == graph.BlockListItem && before.Marker == "" {
		return stop == ';' || stop == ',' || linked.MatchString(before.In(l.text)[max(0, before.End-before.Start-8):])
	}
	return (stop == ':' || stop == '—') && (p.look.lower || p.look.stop == ';')
}

var linked = regexp.MustCompile(`[;,] (and|or)$`)

// place finds the open list that an item goes on, or the depth of the new list
// that it begins.
func (l *lists) place(p part) int {
	if p.depth > 0 { // the format says
		return l.placeAt(p.depth - 1)
	}
	afterItem := len(l.open) > 0 && l.previous == l.open[len(l.open)-1].last
	for at := len(l.open) - 1; at >= 0; at-- {
		o := l.open[at]
		if o.style != p.marker.style {
			continue
		}
		if p.marker.value > o.value || p.marker.value == 0 && (afterItem || !l.announces(l.previous)) {
			return at
		}
		l.open = l.open[:at] // it begins anew
		return at
	}
	if !afterItem && !l.unfinished() { // a list behind a paragraph of its own
		l.open = nil
	}
	return len(l.open)
}

// placeAt is place for a known depth.
func (l *lists) placeAt(depth int) int {
	if depth >= len(l.open) {
		return len(l.open)
	}
	if depth == 0 && l.previous != l.open[len(l.open)-1].last && l.announces(l.previous) {
		l.open = nil
	}
	return depth
}

// unfinished tells whether the block before goes on an item: a paragraph under
// an open list that introduces more.
func (l *lists) unfinished() bool {
	return len(l.open) > 0 && l.previous >= 0 && l.blocks[l.previous].Kind == graph.BlockListItem
}

// introducer is the block that introduces a list beginning here: the item above
// it, or the paragraph before where it announces one; else -1.
func (l *lists) introducer() int {
	if l.previous < 0 {
		return -1
	}
	if len(l.open) > 0 && l.previous == l.open[len(l.open)-1].last || l.announces(l.previous) {
		return l.previous
	}
	return -1
}

var announcement = regexp.MustCompile(`(?i)\b(following|follows|as under|below|these)\b`)

// announces tells whether a list may follow a block: it ends with a colon, a
// comma, a dash or without a stop, or its last sentence says so in words.
func (l *lists) announces(block int) bool {
	if block < 0 {
		return false
	}
	text := l.blocks[block].In(l.text)
	switch finalStop(text) {
	case ':', ',', '-', '–', '—', 0:
		return true
	case ';':
		return false
	}
	tail := strings.TrimRight(text[max(0, len(text)-longLook):], closers+".?!…")
	if i := strings.LastIndex(tail, ". "); i >= 0 {
		tail = tail[i:]
	}
	return announcement.MatchString(tail)
}
