// Package html reads web pages into content.Content: the main content, found by
// a readability library, with its headings, lists and tables, without menus,
// notes' links and what else surrounds a text on the web.
package html

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"mandate/ingest/document/content"
)

// Read makes content of a page: name is its address or path, contentType what
// the sender says of it, of which the character set counts.
func Read(name string, raw []byte, contentType string) (content.Content, error) {
	root, err := parse(raw, contentType)
	if err != nil {
		return content.Content{}, err
	}
	return fromTree(name, root), nil
}

// Fragment makes blocks of a page that is all content, as the chapters of a
// book are.
func Fragment(raw []byte) ([]content.Block, error) {
	root, err := parse(raw, "")
	if err != nil {
		return nil, err
	}
	w := writer{}
	w.children(body(root))
	w.flush()
	return w.blocks, nil
}

// parse decodes a page and builds its tree. The parser itself bounds how deep
// elements may nest.
func parse(raw []byte, contentType string) (*html.Node, error) {
	reader, err := decoded(raw, contentType)
	if err != nil {
		return nil, fmt.Errorf("%w: %w; save it as UTF-8", content.ErrEncoding, err)
	}
	root, err := html.Parse(reader)
	if err != nil {
		return nil, fmt.Errorf("%w: its markup cannot be read (%w); save it as DOCX or PDF", content.ErrDamaged, err)
	}
	return root, nil
}

// decoded reads a page as UTF-8: by its byte order mark, the header it came
// with, what it says of itself, or the look of its bytes.
func decoded(raw []byte, contentType string) (io.Reader, error) {
	if bytes.HasPrefix(raw, []byte("\xFF\xFE")) || bytes.HasPrefix(raw, []byte("\xFE\xFF")) {
		return transform.NewReader(bytes.NewReader(raw), unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()), nil
	}
	return charset.NewReader(bytes.NewReader(raw), contentType)
}

func fromTree(name string, root *html.Node) content.Content {
	main := findMain(name, root)
	w := writer{main: main}
	w.children(main.container)
	w.flush()
	return content.Content{Metadata: main.metadata, Blocks: w.blocks}
}

// body is the element that holds what a page shows.
func body(root *html.Node) *html.Node {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "body" {
			return n
		}
	}
	return root
}

// attribute is the value of an element's attribute, empty for none.
func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttribute(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// textOf is the text below a node, as long as it is not hidden.
func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode && !skips(c.Parent) {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}
