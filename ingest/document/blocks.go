package document

import (
	"strings"

	"mandate/ingest/document/content"
)

// draftBlocks makes the stored text of the blocks that a format's reader found:
// headings and lists are what the format says they are; of a file that states
// no heading, or none but its title, they are found as in plain text.
func draftBlocks(c content.Content) draft {
	w := blockWriter{}
	for _, b := range c.Blocks {
		if len(w.parts) > content.MaxBlocks {
			break // it is given up
		}
		w.block(b)
	}
	d := draft{
		text: w.text.String(), parts: w.parts, pages: w.pages,
		title: c.Title, byline: c.Byline, metadata: c.Metadata,
	}
	d.issued, _, _ = findDate(c.Issued)
	resolveMarkers(d.parts)
	if w.stated {
		d.findStatedHead()
	} else {
		d.findHead()
	}
	if len(d.titles()) > 0 {
		d.joinTitles()
	} else {
		d.findHeadings()
	}
	return d
}

// blockWriter writes the text of blocks and notes its parts.
type blockWriter struct {
	text   strings.Builder
	parts  []part
	pages  []int // where each page begins in text
	level  int   // of the last heading that the format states
	stated bool  // there was a heading or a line of the head
}

func (w *blockWriter) block(b content.Block) {
	switch {
	case b.Kind == content.Row:
		b.Text = joinCells(b.Cells)
		w.paragraph(b)
	case b.Kind == content.Heading:
		w.level, w.stated = b.Level, true
		w.heading(b)
	case b.Kind == content.Head:
		w.stated = true
		w.headLine(b)
	case b.Strong && w.level > 0 && b.Depth == 0 && isTitle(lookAt(b.Text)):
		b.Level = w.level + 1 // bold type serves as a heading
		w.heading(b)
	default:
		w.paragraph(b)
	}
}

// joinCells writes a row of a table. A table may serve to set items off from
// their markers.
func joinCells(cells []string) string {
	var full []string
	for _, cell := range cells {
		if cell = strings.Join(strings.Fields(cell), " "); cell != "" {
			full = append(full, cell)
		}
	}
	if len(full) == 2 {
		if _, ok := markerOf(full[0]); ok {
			return full[0] + " " + full[1]
		}
	}
	return strings.Join(full, " | ")
}

// heading writes a heading with its number or label.
func (w *blockWriter) heading(b content.Block) {
	text := strings.Join(strings.Fields(b.Marker+" "+b.Text), " ")
	if text == "" {
		return
	}
	start := w.open(b, 0)
	w.text.WriteString(text)
	p := part{start: start, end: start + len(text), markerAt: start, role: heading, level: b.Level, look: lookAt(text)}
	if l := parseLabel(text); l.stands() {
		p.label = l
	} else if m, rest, ok := parseMarker(text); ok && !m.bullet() {
		p.marker, p.start, p.look = m, start+rest, lookAt(text[rest:])
	}
	p.look.text = text[p.start-start:] // however long: the format says that it is a title
	w.parts = append(w.parts, p)
}

// headLine writes a line of the head.
func (w *blockWriter) headLine(b content.Block) {
	text := strings.Join(strings.Fields(b.Text), " ")
	if text == "" {
		return
	}
	start := w.open(b, 0)
	w.text.WriteString(text)
	w.parts = append(w.parts, part{start: start, end: start + len(text), markerAt: start, role: head, look: lookAt(text)})
}

// paragraph writes a paragraph or list item. What a format takes for one
// paragraph may hold items with markers it does not know.
func (w *blockWriter) paragraph(b content.Block) {
	text := strings.TrimSpace(b.Text)
	if text == "" {
		return
	}
	item, marked := markerOf(b.Marker)
	if b.Marker != "" && !marked { // a label: "Article 2"
		text = b.Marker + " " + text
	}
	at := w.open(b, max(0, b.Depth-1))
	if marked {
		w.text.WriteString(b.Marker + " ")
	}
	start := w.text.Len()
	w.text.WriteString(text)
	for _, cut := range b.Breaks {
		w.pages = append(w.pages, start+cut)
	}
	width := 0
	if b.Wrapped {
		width = 1
	}
	parts := segmentLines(text, width)
	for i := range parts {
		parts[i].start += start
		parts[i].end += start
		parts[i].markerAt += start
	}
	if first := &parts[0]; marked {
		first.label = label{}
		first.marker, first.start, first.markerAt, first.depth = item, start, at, b.Depth
		first.look = lookAt(w.text.String()[start:first.end])
	}
	w.parts = append(w.parts, parts...)
}

// open ends the block before, indents the next one and notes its page.
func (w *blockWriter) open(b content.Block, indent int) int {
	if w.text.Len() > 0 {
		w.text.WriteString("\n\n")
	}
	for len(w.pages) < b.Page {
		w.pages = append(w.pages, w.text.Len())
	}
	w.text.WriteString(strings.Repeat("  ", indent))
	return w.text.Len()
}

// findStatedHead takes what the format calls the head, or the only heading of
// the first level when it stands first, for the title, and the date and author
// lines below it.
func (d *draft) findStatedHead() {
	n := 0
	for n < len(d.parts) && d.parts[n].role == head {
		n++
	}
	if n == 0 {
		if !d.opensWithTitle() {
			return
		}
		n = 1
	}
	titles := n
	for n < len(d.parts) && d.parts[n].role == body && !d.parts[n].look.long() && readHeadLine(d.parts[n].look.text).meta {
		n++
	}
	lines := make([]headLine, n)
	for i := range n {
		d.parts[i].start = d.parts[i].markerAt
		d.parts[i].role, d.parts[i].marker = head, marker{}
		lines[i] = readHeadLine(d.parts[i].look.text)
	}
	if titles == 1 { // whatever it looks like
		lines[0] = headLine{text: strings.Join(strings.Fields(d.text[d.parts[0].start:d.parts[0].end]), " ")}
	}
	d.takeHead(lines)
}

// opensWithTitle tells whether a heading of the first level stands first and
// nowhere else.
func (d *draft) opensWithTitle() bool {
	for i, p := range d.parts {
		if p.level == 1 && i > 0 {
			return false
		}
	}
	return len(d.parts) > 0 && d.parts[0].level == 1
}
