package html

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// isBlock tells elements that stand on lines of their own.
func isBlock(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	switch n.Data {
	case "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset",
		"figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "li", "main",
		"menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul":
		return true
	}
	return false
}

// skips tells elements that show no text, or none of the page's own.
func skips(n *html.Node) bool {
	if n == nil || n.Type != html.ElementNode {
		return n != nil && n.Type == html.CommentNode
	}
	switch n.Data {
	case "head", "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video",
		"button", "select", "input", "textarea", "label", "dialog", "nav", "rp", "rt", "map", "del":
		return true
	}
	switch strings.ToLower(attribute(n, "role")) {
	case "navigation", "search", "banner", "contentinfo", "complementary", "menu", "menubar", "dialog", "alertdialog", "doc-noteref",
		"doc-backlink", "doc-endnotes", "doc-footnote", "doc-toc", "doc-pagebreak":
		return true
	}
	if epubNote.MatchString(attribute(n, "epub:type")) {
		return true
	}
	style := strings.ReplaceAll(strings.ToLower(attribute(n, "style")), " ", "")
	return hasAttribute(n, "hidden") || attribute(n, "aria-hidden") == "true" ||
		strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// epubNote matches what books call notes, links to them and marks of pages.
var epubNote = regexp.MustCompile(`\b(footnotes?|endnotes?|rearnotes?|noteref|pagebreak|toc)\b`)

// surround matches the names that page makers give to what stands around texts.
var surround = regexp.MustCompile(`(?i)(^|[-_ ])(nav|navbar|navigation|menu|sidebar|breadcrumbs?|share|sharing|social|cookies?|consent|banner|related|` +
	`recommended|comments|newsletter|subscribe|pagination|pager|promo|advert|ads?|toc|footnotes?|skip)([-_ ]|$)`)

// furniture tells elements that are no part of the text: by their kind, or by
// their name or their many links where readability kept nothing of them.
func (m *mainContent) furniture(n *html.Node) bool {
	if skips(n) {
		return true
	}
	if n.Type != html.ElementNode || m.kept == nil || m.kept[n] || !isBlock(n) {
		return false
	}
	switch n.Data {
	case "aside", "footer", "form", "menu":
		return true
	case "ul", "ol", "div", "section", "p", "table", "dl":
		return surround.MatchString(attribute(n, "class")) || surround.MatchString(attribute(n, "id")) || mostlyLinks(n)
	}
	return false
}

// mostlyLinks tells lists and paragraphs of links to elsewhere.
func mostlyLinks(n *html.Node) bool {
	all, linked, links := 0, 0, 0
	for c := range n.Descendants() {
		switch {
		case c.Type == html.TextNode && !skips(c.Parent):
			all += len(strings.TrimSpace(c.Data))
		case c.Type == html.ElementNode && c.Data == "a" && attribute(c, "href") != "":
			links++
			linked += len(strings.TrimSpace(textOf(c)))
		}
	}
	return links >= 3 && linked*4 > all*3
}

// noteMark matches what a link to a note shows: 1, [12], *, †, (3), [a].
var noteMark = regexp.MustCompile(`^[\[(]?(\d{1,3}|[*†‡§¶]{1,3}|[a-z]|↩︎?|\^|⁽?[⁰¹²³⁴⁵⁶⁷⁸⁹]+⁾?)[\])]?$`)

// isNoteLink tells the links to footnotes and back from them.
func isNoteLink(n *html.Node) bool {
	if n.Type != html.ElementNode || n.Data != "a" && n.Data != "sup" {
		return false
	}
	text := strings.TrimSpace(textOf(n))
	if n.Data == "a" {
		return strings.Contains(attribute(n, "href"), "#") && noteMark.MatchString(text) &&
			(raised(n) || strings.ContainsAny(text, "[*†‡↩^⁰¹²³⁴⁵⁶⁷⁸⁹") || named(n))
	}
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == "a" && strings.Contains(attribute(c, "href"), "#") {
			return noteMark.MatchString(text)
		}
	}
	return false
}

// raised tells elements that stand in or around raised type.
func raised(n *html.Node) bool {
	if n.Parent != nil && n.Parent.Data == "sup" {
		return true
	}
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode && c.Data == "sup" {
			return true
		}
	}
	return false
}

var note = regexp.MustCompile(`(?i)(foot|end)?note|(^|[-_#])(fn|ftn|ref)`)

// named tells links that their class or address calls notes.
func named(n *html.Node) bool {
	return note.MatchString(attribute(n, "class")) || note.MatchString(attribute(n, "href")) || note.MatchString(attribute(n, "epub:type"))
}
