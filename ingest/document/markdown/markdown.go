// Package markdown reads Markdown as CommonMark defines it, with tables,
// footnotes and front matter, into content.Content.
package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	gmtext "github.com/yuin/goldmark/text"

	"mandate/ingest/document/content"
)

// Read makes content of the text of a Markdown file.
func Read(text string) (content.Content, error) {
	if err := checkBounds(text); err != nil {
		return content.Content{}, err
	}
	c, text := cutFrontMatter(text)
	source := []byte(text)
	reader := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList,
		extension.DefinitionList, extension.Footnote)).Parser()
	w := writer{source: source}
	w.walk(reader.Parse(gmtext.NewReader(source)))
	c.Blocks = w.blocks
	return c, nil
}

// writer gathers the blocks of a syntax tree.
type writer struct {
	source []byte
	blocks []content.Block
	depth  int    // of lists around
	marker string // of the list item whose first block comes next
	prefix string // of the footnote whose first block comes next
}

// walk writes the blocks below a node.
func (w *writer) walk(parent ast.Node) {
	for n := parent.FirstChild(); n != nil && len(w.blocks) <= content.MaxBlocks; n = n.NextSibling() {
		w.block(n)
	}
}

func (w *writer) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		w.blocks = append(w.blocks, content.Block{Kind: content.Heading, Text: w.inline(n), Level: n.Level})
	case *ast.Paragraph, *ast.TextBlock:
		w.paragraph(w.inline(n), isBold(n))
	case *ast.List:
		w.list(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		w.paragraph(string(n.Lines().Value(w.source)), false)
	case *ast.HTMLBlock:
		w.paragraph(withoutTags(string(n.Lines().Value(w.source))), false)
	case *extast.TableRow, *extast.TableHeader:
		w.blocks = append(w.blocks, content.Block{Kind: content.Row, Cells: w.row(n)})
	case *extast.Footnote:
		w.prefix = "[" + strconv.Itoa(n.Index) + "] "
		w.walk(n)
		w.prefix = ""
	case *ast.ThematicBreak, *ast.LinkReferenceDefinition:
	default:
		if n.Type() == ast.TypeBlock && n.FirstChild() != nil && n.FirstChild().Type() == ast.TypeInline {
			w.paragraph(w.inline(n), false)
			return
		}
		w.walk(n)
	}
}

func (w *writer) list(n *ast.List) {
	w.depth++
	number := n.Start
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		w.marker = string(n.Marker)
		if n.IsOrdered() {
			w.marker = strconv.Itoa(number) + w.marker
			number++
		}
		w.walk(item)
		w.marker = ""
	}
	w.depth--
}

// row is the text of the cells of a table's row.
func (w *writer) row(n ast.Node) []string {
	var cells []string
	for cell := n.FirstChild(); cell != nil; cell = cell.NextSibling() {
		cells = append(cells, w.inline(cell))
	}
	return cells
}

// paragraph adds a paragraph, with the marker or footnote number that is pending.
func (w *writer) paragraph(text string, strong bool) {
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	w.blocks = append(w.blocks, content.Block{
		Text: w.prefix + text, Depth: w.depth, Marker: w.marker, Strong: strong, Wrapped: true,
	})
	w.prefix, w.marker = "", ""
}

// isBold tells paragraphs all in bold type, which serve as headings.
func isBold(n ast.Node) bool {
	e, ok := n.FirstChild().(*ast.Emphasis)
	return ok && e.Level == 2 && e.NextSibling() == nil
}
