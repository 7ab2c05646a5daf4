package html

import (
	"golang.org/x/net/html"

	"mandate/ingest/document/content"
)

// table writes the rows of a table. One that serves to lay a page out, whose
// cells hold several paragraphs, is written as text.
func (w *writer) table(n *html.Node) {
	for c := range n.ChildNodes() {
		switch {
		case c.Type != html.ElementNode || w.main.furniture(c):
		case c.Data == "tr":
			w.row(c)
		case c.Data == "caption":
			w.node(c)
		default:
			w.table(c)
		}
	}
}

func (w *writer) row(n *html.Node) {
	var cells []string
	var blocks []content.Block // of all cells, as text
	layout := false
	for c := range n.ChildNodes() {
		if c.Type != html.ElementNode || c.Data != "td" && c.Data != "th" || w.main.furniture(c) {
			continue
		}
		inner := writer{main: w.main, depth: w.depth}
		inner.children(c)
		inner.flush()
		cell := ""
		for _, b := range inner.blocks {
			layout = layout || len(inner.blocks) > 1 && !brief(inner.blocks) || b.Kind != content.Paragraph
			cell += " " + b.Text
		}
		cells, blocks = append(cells, cell), append(blocks, inner.blocks...)
	}
	if !layout {
		w.blocks = append(w.blocks, content.Block{Kind: content.Row, Cells: cells, Depth: w.depth})
		return
	}
	w.blocks = append(w.blocks, joinMarker(blocks)...)
}

// longestMarker bounds what may be the marker of an item in a cell of its own.
const longestMarker = 8

// joinMarker puts the first of the blocks in front of the second where it is so
// short that it seems to be its marker; the reader of the text will tell.
func joinMarker(blocks []content.Block) []content.Block {
	if len(blocks) > 1 && len(blocks[0].Text) <= longestMarker && blocks[1].Kind == content.Paragraph && blocks[1].Marker == "" {
		blocks[1].Text = blocks[0].Text + " " + blocks[1].Text
		return blocks[1:]
	}
	return blocks
}

// brief tells cells of a few short lines, as tables of figures have them.
func brief(blocks []content.Block) bool {
	for _, b := range blocks {
		if len(b.Text) > 60 || b.Marker != "" {
			return false
		}
	}
	return true
}
