package docx

import (
	"encoding/xml"
	"strings"

	"mandate/ingest/document/content"
)

// paragraph is one while it is read.
type paragraph struct {
	properties paragraphProperties
	style      string
	text       strings.Builder
	plain      int             // bytes in type that is not bold
	boxes      []content.Block // of the text boxes anchored in it
}

// paragraph reads a paragraph and, where its mark was deleted, what it runs on
// into.
func (b *body) paragraph(into *[]content.Block) error {
	p := paragraph{style: b.styles.standard}
	err := b.each(func(inner xml.StartElement) error { return b.inline(inner, &p) }, nil)
	if err != nil {
		return err
	}
	*into = append(*into, b.blocks(&p)...)
	return nil
}

// inline reads what stands inside a paragraph.
func (b *body) inline(start xml.StartElement, p *paragraph) error {
	switch start.Name.Local {
	case "pPr":
		if err := b.xml.DecodeElement(&p.properties, &start); err != nil {
			return err
		}
		if s := p.properties.Style; s != nil {
			p.style = s.Val
		}
		return nil
	case "r":
		return b.run(p)
	case "del", "moveFrom", "sdtPr", "rPr", "Fallback", "pict", "rt", "annotation":
		return b.xml.Skip()
	case "t": // of a formula
		return b.each(b.skip, func(text xml.CharData) { p.add(string(text), false) })
	}
	return b.each(func(inner xml.StartElement) error { return b.inline(inner, p) }, nil)
}

func (b *body) skip(xml.StartElement) error { return b.xml.Skip() }

// run reads a stretch of text in one format.
func (b *body) run(p *paragraph) error {
	var format runProperties
	return b.each(func(inner xml.StartElement) error {
		if inner.Name.Local == "rPr" {
			return b.xml.DecodeElement(&format, &inner)
		}
		return b.runPart(inner, p, format)
	}, nil)
}

func (b *body) runPart(start xml.StartElement, p *paragraph, format runProperties) error {
	bold := format.Bold.on() || format.Bold == nil && b.styles.isBold(p.style)
	switch start.Name.Local {
	case "t":
		return b.each(b.skip, func(text xml.CharData) {
			note := format.raised() && p.text.Len() > 0 && content.PointsToNote(string(text), p.text.String())
			if !format.Hidden.on() && !note {
				p.add(string(text), bold)
			}
		})
	case "tab", "ptab":
		p.add("\t", bold)
	case "br", "cr":
		p.add("\n", bold)
	case "noBreakHyphen":
		p.add("-", bold)
	case "AlternateContent", "Choice", "drawing", "pict", "object", "inline", "anchor", "graphic", "graphicData", "wsp", "wgp", "wpc", "txbx",
		"shape", "rect", "group", "textbox", "roundrect", "ruby", "rubyBase":
		return b.each(func(inner xml.StartElement) error { return b.runPart(inner, p, format) }, nil)
	case "r":
		return b.run(p)
	case "txbxContent":
		return b.each(func(inner xml.StartElement) error { return b.container(inner, &p.boxes) }, nil)
	}
	return b.xml.Skip() // notes, fields' codes, deleted text, pictures
}

func (p *paragraph) add(text string, bold bool) {
	p.text.WriteString(text)
	if !bold {
		p.plain += len(strings.TrimSpace(text))
	}
}

// blocks makes the block of a paragraph, and those of its text boxes.
func (b *body) blocks(p *paragraph) []content.Block {
	block := content.Block{Text: content.Tidy(p.text.String()), Strong: p.plain == 0}
	if block.Text == "" { // nor is it counted, where it is no item
		return p.boxes
	}
	is, level := b.styles.partOf(p.style)
	if own := p.properties.Outline; own != nil {
		if at := own.number(bodyLevel); at < bodyLevel {
			is, level = headingLine, at+1
		} else if is == headingLine {
			is = text
		}
	}
	block.Marker = b.marker(p)
	switch is {
	case listing:
		return p.boxes
	case titleLine:
		block.Kind = content.Head
	case headingLine:
		block.Kind, block.Level = content.Heading, level
		block.Marker = strings.Trim(block.Marker, "•◦▪")
	}
	return append([]content.Block{block}, p.boxes...)
}

// marker counts the paragraph in its list: its own, or else its style's.
func (b *body) marker(p *paragraph) string {
	list, owner, level := b.styles.numbering(p.style)
	if level < 0 && list != "" {
		level = b.numbering.levelOf(list, owner)
	}
	if own := p.properties.Numbering; own != nil {
		if own.ID != nil {
			list = own.ID.Val
			level = max(level, 0)
		}
		level = own.Level.number(level)
	}
	return b.numbering.next(list, level)
}
