// Package epub reads EPUB books into content.Content: the chapters in the order
// of the spine, each a page of HTML.
package epub

import (
	"errors"
	"io"
	"net/url"
	"path"
	"strings"

	"mandate/ingest/document/archive"
	"mandate/ingest/document/content"
	"mandate/ingest/document/html"
)

// container names the file that describes the book.
type container struct {
	Rootfile []struct {
		Path string `xml:"full-path,attr"`
	} `xml:"rootfiles>rootfile"`
}

// packageFile describes a book.
type packageFile struct {
	Title     []string `xml:"metadata>title"`
	Publisher []string `xml:"metadata>publisher"`
	Date      []string `xml:"metadata>date"`
	Language  []string `xml:"metadata>language"`
	Item      []struct {
		ID         string `xml:"id,attr"`
		Href       string `xml:"href,attr"`
		MediaType  string `xml:"media-type,attr"`
		Properties string `xml:"properties,attr"`
	} `xml:"manifest>item"`
	Chapter []struct {
		ID     string `xml:"idref,attr"`
		Linear string `xml:"linear,attr"`
	} `xml:"spine>itemref"`
}

// Read makes content of an EPUB file.
func Read(raw []byte) (content.Content, error) {
	a, err := archive.Open(raw)
	if err != nil {
		return content.Content{}, err
	}
	if a.Has("META-INF/rights.xml") {
		return content.Content{}, archive.Locked("a book under digital rights management")
	}
	var c container
	const name = "META-INF/container.xml"
	if _, err := a.Decode(name, &c); err != nil {
		return content.Content{}, err
	}
	if len(c.Rootfile) == 0 {
		return content.Content{}, archive.Broken(name, errors.New("it names no book"))
	}
	var p packageFile
	if _, err := a.Decode(c.Rootfile[0].Path, &p); err != nil {
		return content.Content{}, err
	}
	blocks, err := chapters(a, path.Dir(c.Rootfile[0].Path), &p)
	return content.Content{
		Blocks: blocks,
		Metadata: content.Metadata{
			Title: first(p.Title), Publisher: first(p.Publisher), Issued: first(p.Date), Language: first(p.Language),
		},
	}, err
}

// chapters reads the pages of a book but its navigation.
func chapters(a *archive.Archive, folder string, p *packageFile) ([]content.Block, error) {
	pages := map[string]string{}
	for _, item := range p.Item {
		if strings.Contains(item.MediaType, "html") && !strings.Contains(item.Properties, "nav") {
			pages[item.ID] = item.Href
		}
	}
	var blocks []content.Block
	for _, chapter := range p.Chapter {
		href, err := url.PathUnescape(pages[chapter.ID])
		if err != nil || href == "" || chapter.Linear == "no" || len(blocks) > content.MaxBlocks {
			continue
		}
		page, err := a.Part(path.Join(folder, href))
		if page == nil || err != nil {
			return nil, archive.Broken(href, errors.Join(err, errors.New("a chapter is missing")))
		}
		raw, err := io.ReadAll(page)
		if page.Close(); err != nil {
			return nil, err
		}
		found, err := html.Fragment(raw)
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, found...)
	}
	return blocks, nil
}

func first(list []string) string {
	for _, s := range list {
		if s = content.Tidy(s); s != "" {
			return s
		}
	}
	return ""
}
