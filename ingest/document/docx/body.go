package docx

import (
	"encoding/xml"
	"errors"
	"io"

	"mandate/ingest/document/archive"
	"mandate/ingest/document/content"
)

// deepestElement bounds how elements nest.
const deepestElement = 400

// body reads the text of a document as a stream of elements.
type body struct {
	xml       *xml.Decoder
	styles    *styles
	numbering *numbering
	depth     int
}

func readBody(a *archive.Archive, name string, s *styles, n *numbering) ([]content.Block, error) {
	part, err := a.Part(name)
	if err != nil {
		return nil, err
	}
	if part == nil {
		return nil, archive.Broken(name, errors.New("it is missing"))
	}
	defer part.Close()
	b := body{xml: archive.NewDecoder(part), styles: s, numbering: n}
	var blocks []content.Block
	for {
		token, err := b.xml.Token()
		if errors.Is(err, io.EOF) {
			return blocks, nil
		}
		if err != nil {
			return nil, archive.Broken(name, err)
		}
		if start, ok := token.(xml.StartElement); ok {
			if err := b.container(start, &blocks); err != nil {
				return nil, archive.Broken(name, err)
			}
		}
	}
}

var errNested = errors.New("its elements nest too deep")

// each calls a function for the elements inside the one that was just begun,
// each of which it must read to its end, and for the text between them.
func (b *body) each(element func(xml.StartElement) error, text func(xml.CharData)) error {
	if b.depth++; b.depth > deepestElement {
		return errNested
	}
	defer func() { b.depth-- }()
	for {
		token, err := b.xml.Token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if err := element(t); err != nil {
				return err
			}
		case xml.CharData:
			if text != nil {
				text(t)
			}
		case xml.EndElement:
			return nil
		}
	}
}

// container reads an element that holds paragraphs and tables.
func (b *body) container(start xml.StartElement, into *[]content.Block) error {
	if len(*into) > content.MaxBlocks {
		return b.xml.Skip() // it is given up
	}
	switch start.Name.Local {
	case "p":
		return b.paragraph(into)
	case "tbl":
		return b.table(into)
	case "sectPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "Fallback", "del", "moveFrom":
		return b.xml.Skip()
	case "sdt":
		return b.control(into)
	}
	return b.each(func(inner xml.StartElement) error { return b.container(inner, into) }, nil)
}

// control reads a content control, unless it is a table of contents.
func (b *body) control(into *[]content.Block) error {
	contents := false
	return b.each(func(inner xml.StartElement) error {
		if inner.Name.Local == "sdtPr" {
			var properties struct {
				Gallery value `xml:"docPartObj>docPartGallery"`
			}
			err := b.xml.DecodeElement(&properties, &inner)
			contents = properties.Gallery.Val == "Table of Contents"
			return err
		}
		if contents {
			return b.xml.Skip()
		}
		return b.container(inner, into)
	}, nil)
}

func (b *body) table(into *[]content.Block) error {
	return b.each(func(row xml.StartElement) error {
		switch row.Name.Local {
		case "tr":
			return b.row(into)
		case "sdt", "sdtContent", "ins", "moveTo", "customXml":
			return b.table(into)
		}
		return b.xml.Skip()
	}, nil)
}

func (b *body) row(into *[]content.Block) error {
	var cells [][]content.Block
	var gather func(xml.StartElement) error
	deleted := false
	gather = func(cell xml.StartElement) error {
		switch cell.Name.Local {
		case "tc":
			var blocks []content.Block
			err := b.each(func(inner xml.StartElement) error { return b.container(inner, &blocks) }, nil)
			cells = append(cells, blocks)
			return err
		case "sdt", "sdtContent", "customXml":
			return b.each(gather, nil)
		case "trPr":
			var properties struct {
				Deleted *struct{} `xml:"del"`
			}
			err := b.xml.DecodeElement(&properties, &cell)
			deleted = properties.Deleted != nil
			return err
		}
		return b.xml.Skip()
	}
	if err := b.each(gather, nil); err != nil {
		return err
	}
	if !deleted {
		*into = append(*into, content.RowOf(cells)...)
	}
	return nil
}
