package html

import (
	"cmp"
	"net/url"
	"strconv"
	"strings"
	"time"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"mandate/ingest/document/content"
)

// mainContent says where on a page its text stands.
type mainContent struct {
	container *html.Node
	kept      map[*html.Node]bool // elements that readability took for the text; nil where it found none
	metadata  content.Metadata
}

// serialAttribute numbers elements, so that those in readability's copy of a
// page can be told.
const serialAttribute = "data-mandate-serial"

// most is how many elements a page may have for its main content to be looked
// for, whose time grows faster than their number.
const most = 200_000

// findMain finds the text of a page. Readability drops headings, lists and
// tables out of the text that it finds; so what counts is only around what it
// stands, and all of that is read but what is plainly no text.
func findMain(name string, root *html.Node) mainContent {
	m := mainContent{container: body(root)}
	m.metadata = metadataOf(root)
	elements := number(root)
	if len(elements) == 0 || len(elements) > most {
		return m
	}
	base, err := url.Parse(name)
	if err != nil || base.Host == "" {
		base = nil
	}
	article, err := readability.FromDocument(root, base)
	if err != nil || article.Node == nil {
		return m
	}
	m.takeMetadata(article)
	m.kept = map[*html.Node]bool{}
	for n := range article.Node.Descendants() {
		if i, err := strconv.Atoi(attribute(n, serialAttribute)); err == nil && n.Type == html.ElementNode && i < len(elements) {
			m.keep(elements[i])
		}
	}
	if c := m.around(m.container); c != nil {
		m.container = c
	}
	return m
}

// number gives each element that holds text of its own its serial number.
func number(root *html.Node) []*html.Node {
	var elements []*html.Node
	for n := range body(root).Descendants() {
		if n.Type == html.ElementNode && holdsText(n) {
			n.Attr = append(n.Attr, html.Attribute{Key: serialAttribute, Val: strconv.Itoa(len(elements))})
			elements = append(elements, n)
		}
	}
	return elements
}

func holdsText(n *html.Node) bool {
	for c := range n.ChildNodes() {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
			return true
		}
	}
	return false
}

// keep notes an element and all that it stands in.
func (m *mainContent) keep(n *html.Node) {
	for ; n != nil && !m.kept[n]; n = n.Parent {
		m.kept[n] = true
	}
}

// around is the smallest element with all of what was kept and the headings in
// front of it; nil for none.
func (m *mainContent) around(top *html.Node) *html.Node {
	if !m.kept[top] {
		return nil
	}
	for {
		var only *html.Node
		for c := range top.ChildNodes() {
			if m.kept[c] && only != nil || c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" || opensText(c) {
				return top
			}
			if m.kept[c] {
				only = c
			}
		}
		if only == nil || !isBlock(only) {
			return top
		}
		top = only
	}
}

// opensText tells headings and what holds one: the title may stand beside the
// element with the text.
func opensText(n *html.Node) bool {
	if n.Type != html.ElementNode || skips(n) {
		return false
	}
	if n.Data == "h1" {
		return true
	}
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode && c.Data == "h1" {
			return true
		}
	}
	return false
}

// takeMetadata fills in what readability found and the page's own tags do not say.
func (m *mainContent) takeMetadata(a readability.Article) {
	m.metadata.Title = cmp.Or(m.metadata.Title, a.Title())
	m.metadata.Publisher = cmp.Or(m.metadata.Publisher, a.SiteName(), a.Byline())
	m.metadata.Language = cmp.Or(m.metadata.Language, a.Language())
	if at, err := a.PublishedTime(); err == nil && m.metadata.Issued == "" {
		m.metadata.Issued = at.Format(time.DateOnly)
	}
}

// metadataOf reads what the head of a page says in Dublin Core, Open Graph and
// HTML's own terms, the most telling first.
func metadataOf(root *html.Node) content.Metadata {
	found := map[string]string{}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "html":
			found["lang"] = attribute(n, "lang")
		case "meta":
			key := strings.ToLower(cmp.Or(attribute(n, "name"), attribute(n, "property"), attribute(n, "itemprop")))
			key = strings.ReplaceAll(key, "dcterms.", "dc.")
			found[key] = cmp.Or(found[key], content.Tidy(attribute(n, "content")))
		case "link":
			if strings.EqualFold(attribute(n, "rel"), "canonical") {
				found["canonical"] = cmp.Or(found["canonical"], strings.TrimSpace(attribute(n, "href")))
			}
		}
	}
	return content.Metadata{
		Title:     cmp.Or(found["dc.title"], found["citation_title"]),
		Publisher: cmp.Or(found["dc.publisher"], found["citation_publisher"], found["og:site_name"]),
		Issued: cmp.Or(found["dc.issued"], found["dc.date.issued"], found["dc.date"], found["citation_publication_date"],
			found["article:published_time"], found["datepublished"], found["date"]),
		Language: found["lang"],
		URL:      cmp.Or(found["canonical"], found["og:url"]),
	}
}
