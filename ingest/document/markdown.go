package document

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	gmtext "github.com/yuin/goldmark/text"
)

// draftMarkdown reads Markdown: its text without the markup becomes the stored
// text, its headings and lists the structure. A file without a heading of its
// own is looked at like plain text.
func draftMarkdown(text string) draft {
	front, text := cutFrontMatter(text)
	source := []byte(text)
	reader := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList,
		extension.DefinitionList, extension.Footnote)).Parser()
	w := markdownWriter{source: source}
	w.blocks(reader.Parse(gmtext.NewReader(source)))
	d := draft{text: w.text.String(), parts: w.parts, title: front.title, byline: front.byline, issued: front.issued}
	if w.level == 0 {
		resolveMarkers(d.parts)
		d.findHead()
		d.findHeadings()
	} else {
		d.findMarkdownHead()
	}
	return d
}

// markdownWriter writes the text of a syntax tree and notes its parts.
type markdownWriter struct {
	source []byte
	text   strings.Builder
	parts  []part
	level  int    // of the last heading, 0 before the first
	depth  int    // of lists around
	marker string // of the list item whose first block comes next
	prefix string // of the footnote whose first block comes next
}

// blocks writes the blocks below a node.
func (w *markdownWriter) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil && len(w.parts) <= maxParts; n = n.NextSibling() {
		w.block(n)
	}
}

func (w *markdownWriter) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		w.level = n.Level
		w.heading(w.inline(n), n.Level)
	case *ast.Paragraph, *ast.TextBlock:
		if w.level > 0 && w.depth == 0 && isBold(n) && isTitle(lookAt(w.inline(n))) {
			w.heading(w.inline(n), w.level+1)
			return
		}
		w.paragraph(w.inline(n))
	case *ast.List:
		w.list(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		w.paragraph(string(n.Lines().Value(w.source)))
	case *ast.HTMLBlock:
		w.paragraph(withoutTags(string(n.Lines().Value(w.source))))
	case *extast.TableRow, *extast.TableHeader:
		w.paragraph(w.row(n))
	case *extast.Footnote:
		w.prefix = "[" + strconv.Itoa(n.Index) + "] "
		w.blocks(n)
		w.prefix = ""
	case *ast.ThematicBreak, *ast.LinkReferenceDefinition:
	default:
		if n.Type() == ast.TypeBlock && n.FirstChild() != nil && n.FirstChild().Type() == ast.TypeInline {
			w.paragraph(w.inline(n))
			return
		}
		w.blocks(n)
	}
}

func (w *markdownWriter) list(n *ast.List) {
	w.depth++
	number := n.Start
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		w.marker = string(n.Marker)
		if n.IsOrdered() {
			w.marker = strconv.Itoa(number) + w.marker
			number++
		}
		w.blocks(item)
		w.marker = ""
	}
	w.depth--
}

// row joins the cells of a table's row.
func (w *markdownWriter) row(n ast.Node) string {
	var cells []string
	for cell := n.FirstChild(); cell != nil; cell = cell.NextSibling() {
		if text := strings.TrimSpace(w.inline(cell)); text != "" {
			cells = append(cells, text)
		}
	}
	return strings.Join(cells, " | ")
}

// isBold tells paragraphs all in bold type, which serve as headings.
func isBold(n ast.Node) bool {
	e, ok := n.FirstChild().(*ast.Emphasis)
	return ok && e.Level == 2 && e.NextSibling() == nil
}

// heading writes a heading with its number or label.
func (w *markdownWriter) heading(text string, level int) {
	text = strings.Join(strings.Fields(text), " ")
	if text == "" {
		return
	}
	start := w.open(0)
	w.text.WriteString(text)
	p := part{start: start, end: start + len(text), markerAt: start, role: heading, level: level, look: lookAt(text)}
	if l := parseLabel(text); l.stands() {
		p.label = l
	} else if m, rest, ok := parseMarker(text); ok && !m.bullet() {
		p.marker, p.start, p.look = m, start+rest, lookAt(text[rest:])
	}
	p.look.text = text[p.start-start:] // however long: Markdown says that it is a title
	w.parts = append(w.parts, p)
}

// paragraph writes a paragraph or, where a marker is pending, a list item. What
// Markdown takes for one paragraph may hold items with markers it does not know.
func (w *markdownWriter) paragraph(text string) {
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	text, w.prefix = w.prefix+text, ""
	at := w.open(max(0, w.depth-1))
	item, marked := markerOf(w.marker)
	if w.marker != "" {
		w.text.WriteString(w.marker + " ")
		item.text, marked = w.marker, true
	}
	start := w.text.Len()
	w.text.WriteString(text)
	w.marker = ""
	parts := segmentLines(text, 1)
	for i := range parts {
		parts[i].start += start
		parts[i].end += start
		parts[i].markerAt += start
	}
	if first := &parts[0]; marked {
		first.label = label{}
		first.marker, first.start, first.markerAt, first.depth = item, start, at, w.depth
		first.look = lookAt(w.text.String()[start:first.end])
	}
	w.parts = append(w.parts, parts...)
}

// open ends the block before and indents the next one.
func (w *markdownWriter) open(indent int) int {
	if w.text.Len() > 0 {
		w.text.WriteString("\n\n")
	}
	w.text.WriteString(strings.Repeat("  ", indent))
	return w.text.Len()
}

// findMarkdownHead takes the only heading of the first level for the title when
// it stands first, and the date and author lines below it.
func (d *draft) findMarkdownHead() {
	for i, p := range d.parts {
		if p.level == 1 && i > 0 {
			return
		}
	}
	if len(d.parts) == 0 || d.parts[0].level != 1 {
		return
	}
	n := 1
	for n < len(d.parts) && d.parts[n].role == body && !d.parts[n].look.long() && readHeadLine(d.parts[n].look.text).meta {
		n++
	}
	lines := make([]headLine, n)
	for i := range n {
		d.parts[i].start = d.parts[i].markerAt
		d.parts[i].role, d.parts[i].marker = head, marker{}
		lines[i] = readHeadLine(d.parts[i].look.text)
	}
	lines[0] = headLine{text: strings.Join(strings.Fields(d.text[d.parts[0].start:d.parts[0].end]), " ")}
	d.takeHead(lines)
}
