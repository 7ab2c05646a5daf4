package archive

import "strings"

// Kind names what an archive is, as a message says it.
type Kind string

// The kinds of archive that are told apart.
const (
	Word         Kind = "a Word document"
	EPUB         Kind = "an EPUB book"
	Workbook     Kind = "an Excel workbook"
	Presentation Kind = "a PowerPoint presentation"
	OpenDocument Kind = "an OpenDocument file"
	Pages        Kind = "an Apple Pages, Numbers or Keynote file"
	Other        Kind = "a ZIP archive"
)

// KindOf tells what kind of document an archive holds.
func KindOf(raw []byte) (Kind, error) {
	a, err := Open(raw)
	if err != nil {
		return Other, err
	}
	stated, err := a.Text("mimetype", 100)
	if err != nil {
		return Other, err
	}
	switch stated = strings.TrimSpace(stated); {
	case stated == "application/epub+zip" || a.Has("META-INF/container.xml") && !a.Has("META-INF/manifest.xml"):
		return EPUB, nil
	case strings.HasPrefix(stated, "application/vnd.oasis.opendocument"):
		return OpenDocument, nil
	}
	return a.byParts(), nil
}

// byParts tells by the names of the parts.
func (a *Archive) byParts() Kind {
	for _, known := range []struct {
		part string
		kind Kind
	}{
		{"word/document.xml", Word}, {"xl/workbook.xml", Workbook}, {"xl/workbook.bin", Workbook},
		{"ppt/presentation.xml", Presentation}, {"content.xml", OpenDocument},
		{"Index/Document.iwa", Pages}, {"Index.zip", Pages},
	} {
		if a.Has(known.part) {
			return known.kind
		}
	}
	if a.Has("[Content_Types].xml") {
		if main, err := a.MainPart(); err == nil && strings.Contains(main, "word/") {
			return Word
		}
	}
	return Other
}

// relationships is a list of what a part refers to.
type relationships struct {
	Relationship []struct {
		ID         string `xml:"Id,attr"`
		Type       string `xml:"Type,attr"`
		Target     string `xml:"Target,attr"`
		TargetMode string `xml:"TargetMode,attr"`
	}
}

// MainPart is the name of the part that holds the text of a Word document.
func (a *Archive) MainPart() (string, error) {
	var rels relationships
	if _, err := a.Decode("_rels/.rels", &rels); err != nil {
		return "", err
	}
	for _, r := range rels.Relationship {
		if strings.HasSuffix(r.Type, "/officeDocument") && r.TargetMode != "External" {
			return strings.TrimPrefix(r.Target, "/"), nil
		}
	}
	return "word/document.xml", nil
}
