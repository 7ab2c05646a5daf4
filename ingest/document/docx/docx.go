// Package docx reads Word documents (Office Open XML, ISO/IEC 29500) into
// content.Content: the text as it stands once all tracked changes are accepted,
// headings by style or outline level, list items with the numbers that a word
// processor shows, tables; notes, comments, headers and footers are left out.
// No library for Go renders list numbers, and these decide which duty is whose.
package docx

import (
	"strings"

	"mandate/ingest/document/archive"
	"mandate/ingest/document/content"
)

// Read makes content of a DOCX file.
func Read(raw []byte) (content.Content, error) {
	a, err := archive.Open(raw)
	if err != nil {
		return content.Content{}, err
	}
	main, err := a.MainPart()
	if err != nil {
		return content.Content{}, err
	}
	folder := main[:strings.LastIndex(main, "/")+1]
	styles, err := readStyles(a, folder+"styles.xml")
	if err != nil {
		return content.Content{}, err
	}
	numbering, err := readNumbering(a, folder+"numbering.xml", styles)
	if err != nil {
		return content.Content{}, err
	}
	blocks, err := readBody(a, main, styles, numbering)
	if err != nil {
		return content.Content{}, err
	}
	c := content.Content{Blocks: blocks}
	c.Metadata, err = readProperties(a)
	return c, err
}

// properties are the core properties of a file, of which Dublin Core's count.
type properties struct {
	Title    string `xml:"http://purl.org/dc/elements/1.1/ title"`
	Created  string `xml:"http://purl.org/dc/terms/ created"`
	Language string `xml:"http://purl.org/dc/elements/1.1/ language"`
}

func readProperties(a *archive.Archive) (content.Metadata, error) {
	var p properties
	if _, err := a.Decode("docProps/core.xml", &p); err != nil {
		return content.Metadata{}, err
	}
	m := content.Metadata{Title: content.Tidy(p.Title), Language: p.Language}
	if content.MadeUpTitle(m.Title) {
		m.Title = ""
	}
	m.Issued, _, _ = strings.Cut(p.Created, "T")
	return m, nil
}
