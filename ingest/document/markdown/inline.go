package markdown

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// inline is the text of the inline nodes below n: links and emphasis without
// their marks, pictures as their description. Line ends stay.
func (w *writer) inline(n ast.Node) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.writeInline(&b, c)
	}
	return b.String()
}

func (w *writer) writeInline(b *strings.Builder, n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		b.WriteString(plain(n.Value(w.source), n.IsRaw()))
		if n.SoftLineBreak() || n.HardLineBreak() {
			b.WriteByte('\n')
		}
	case *ast.String:
		b.WriteString(plain(n.Value, n.IsRaw() || n.IsCode()))
	case *ast.CodeSpan:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if t, ok := c.(*ast.Text); ok {
				b.Write(t.Value(w.source))
			}
		}
	case *ast.AutoLink:
		b.Write(n.Label(w.source))
	case *ast.RawHTML:
		if tag := string(n.Segments.Value(w.source)); lineBreakTag.MatchString(tag) {
			b.WriteByte('\n')
		}
	case *extast.FootnoteLink:
		b.WriteString("[" + strconv.Itoa(n.Index) + "]")
	case *extast.FootnoteBacklink, *extast.TaskCheckBox:
	default:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			w.writeInline(b, c)
		}
	}
}

// plain resolves escapes and entities of text that is not raw.
func plain(text []byte, raw bool) string {
	if raw {
		return string(text)
	}
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(text))))
}

var (
	lineBreakTag = regexp.MustCompile(`(?i)^<br\s*/?>$`)
	comment      = regexp.MustCompile(`(?s)<!--.*?-->`)
	tag          = regexp.MustCompile(`</?[A-Za-z][^>]*>`)
)

// withoutTags is the text of a block of HTML.
func withoutTags(html string) string {
	return plain([]byte(tag.ReplaceAllString(comment.ReplaceAllString(html, " "), " ")), false)
}
