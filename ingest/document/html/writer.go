package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"mandate/ingest/document/content"
)

// writer gathers the blocks of a page.
type writer struct {
	main   mainContent
	blocks []content.Block
	text   strings.Builder // of the block that is being written
	plain  int             // bytes of it in type that is not bold
	bold   int             // how many elements in bold type are open
	level  int             // of the heading that is being written, 0 for none
	depth  int             // of lists around
	marker string          // of the item whose first block comes next
}

// children writes what is below a node.
func (w *writer) children(n *html.Node) {
	for c := range n.ChildNodes() {
		if len(w.blocks) > content.MaxBlocks {
			return
		}
		w.node(c)
	}
}

func (w *writer) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.write(n.Data)
	case n.Type != html.ElementNode || w.main.furniture(n) || isNoteLink(n):
	case isBlock(n):
		w.flush()
		w.block(n)
		w.flush()
	default:
		w.inline(n)
	}
}

// write adds text as it is shown; line ends in the source are white space.
func (w *writer) write(text string) {
	w.text.WriteString(strings.NewReplacer("\n", " ", "\r", " ").Replace(text))
	if w.bold == 0 {
		w.plain += len(strings.TrimSpace(text))
	}
}

func (w *writer) inline(n *html.Node) {
	switch n.Data {
	case "br":
		w.text.WriteByte('\n')
		if followedByBreak(n) { // an empty line ends a paragraph
			w.flush()
		}
	case "b", "strong":
		w.bold++
		w.children(n)
		w.bold--
	case "wbr", "img":
	case "q":
		w.text.WriteString("“")
		w.children(n)
		w.text.WriteString("”")
	default:
		w.children(n)
	}
}

func followedByBreak(n *html.Node) bool {
	for n = n.NextSibling; n != nil; n = n.NextSibling {
		if n.Type != html.TextNode || strings.TrimSpace(n.Data) != "" {
			return n.Data == "br"
		}
	}
	return false
}

func (w *writer) block(n *html.Node) {
	switch n.Data {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		w.level = int(n.Data[1] - '0')
		w.children(n)
		w.flush()
		w.level = 0
	case "ul", "ol", "menu", "dir":
		w.list(n)
	case "li": // outside a list
		w.item(n, "•")
	case "table":
		w.table(n)
	case "pre":
		w.preformatted(n)
	default:
		w.children(n)
	}
}

// list writes the items of a list with the markers that a browser shows.
func (w *writer) list(n *html.Node) {
	w.depth++
	number, step := 1, 1
	if start, err := strconv.Atoi(attribute(n, "start")); err == nil {
		number = start
	}
	if n.Data == "ol" && hasAttribute(n, "reversed") {
		step = -1
	}
	for c := range n.ChildNodes() {
		if c.Type != html.ElementNode || c.Data != "li" {
			w.node(c)
			continue
		}
		if value, err := strconv.Atoi(attribute(c, "value")); err == nil {
			number = value
		}
		marker := "•"
		if n.Data == "ol" {
			marker = content.Enumerator(number, content.NumberStyle(attribute(n, "type"))) + "."
		}
		if unmarked(n) || unmarked(c) {
			marker = ""
		}
		number += step
		if !w.main.furniture(c) {
			w.item(c, marker)
		}
	}
	w.flush()
	w.depth--
}

// unmarked tells lists whose items show no marker, and those who write it out.
func unmarked(n *html.Node) bool {
	style := strings.ReplaceAll(strings.ToLower(attribute(n, "style")), " ", "")
	return strings.Contains(style, "list-style:none") || strings.Contains(style, "list-style-type:none")
}

func (w *writer) item(n *html.Node, marker string) {
	w.flush()
	w.marker = marker
	w.children(n)
	w.flush()
	w.marker = ""
}

// preformatted writes text whose line ends and empty lines count.
func (w *writer) preformatted(n *html.Node) {
	for paragraph := range strings.SplitSeq(strings.ReplaceAll(textOf(n), "\r\n", "\n"), "\n\n") {
		w.text.WriteString(paragraph)
		w.plain += len(paragraph)
		w.flush()
	}
}

// flush ends the block that is being written.
func (w *writer) flush() {
	text := content.Tidy(w.text.String())
	strong := w.plain == 0
	w.text.Reset()
	w.plain = 0
	if text == "" {
		return
	}
	b := content.Block{Text: text, Depth: w.depth, Marker: w.marker, Strong: strong}
	if w.level > 0 {
		b = content.Block{Kind: content.Heading, Level: w.level, Text: text}
	}
	w.marker = ""
	w.blocks = append(w.blocks, b)
}
