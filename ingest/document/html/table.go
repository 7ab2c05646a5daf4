package html

import (
	"golang.org/x/net/html"

	"mandate/ingest/document/content"
)

// table writes the rows of a table.
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
	var cells [][]content.Block
	for c := range n.ChildNodes() {
		if c.Type != html.ElementNode || c.Data != "td" && c.Data != "th" || w.main.furniture(c) {
			continue
		}
		inner := writer{main: w.main, depth: w.depth}
		inner.children(c)
		inner.flush()
		cells = append(cells, inner.blocks)
	}
	w.blocks = append(w.blocks, content.RowOf(cells)...)
}
