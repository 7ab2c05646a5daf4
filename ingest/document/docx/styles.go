package docx

import (
	"regexp"
	"strconv"
	"strings"

	"mandate/ingest/document/archive"
)

// value is an element whose attribute val is all that it says.
type value struct {
	Val string `xml:"val,attr"`
}

// on tells whether an element that switches something is there and on.
func (v *value) on() bool {
	return v != nil && v.Val != "0" && v.Val != "false" && v.Val != "off" && v.Val != "none"
}

func (v *value) number(otherwise int) int {
	if v == nil {
		return otherwise
	}
	n, err := strconv.Atoi(v.Val)
	if err != nil {
		return otherwise
	}
	return n
}

// paragraphProperties are those that a style or a paragraph may set.
type paragraphProperties struct {
	Style     *value `xml:"pStyle"`
	Outline   *value `xml:"outlineLvl"`
	Numbering *struct {
		Level *value `xml:"ilvl"`
		ID    *value `xml:"numId"`
	} `xml:"numPr"`
	Mark struct {
		Deleted *struct{} `xml:"del"`
		Moved   *struct{} `xml:"moveFrom"`
	} `xml:"rPr"`
}

// runProperties are those of a run of text.
type runProperties struct {
	Bold     *value `xml:"b"`
	Hidden   *value `xml:"vanish"`
	Script   *value `xml:"vertAlign"`
	Position *value `xml:"position"` // above the base line, in half points
}

// raised tells type that stands above its line, as marks of notes do.
func (r *runProperties) raised() bool {
	return r.Script != nil && r.Script.Val == "superscript" || r.Position.number(0) > 0
}

// style is a named format, with what it takes over from the one it is based on.
type style struct {
	ID      string              `xml:"styleId,attr"`
	Type    string              `xml:"type,attr"`
	Default string              `xml:"default,attr"`
	Name    value               `xml:"name"`
	BasedOn value               `xml:"basedOn"`
	P       paragraphProperties `xml:"pPr"`
	R       runProperties       `xml:"rPr"`
}

// styles are those of a document by ID.
type styles struct {
	byID     map[string]*style
	standard string // of paragraphs that name none
}

func readStyles(a *archive.Archive, name string) (*styles, error) {
	var part struct {
		Style []style `xml:"style"`
	}
	if _, err := a.Decode(name, &part); err != nil {
		return nil, err
	}
	s := &styles{byID: map[string]*style{}}
	for i := range part.Style {
		one := &part.Style[i]
		s.byID[one.ID] = one
		if one.Type == "paragraph" && (one.Default == "1" || one.Default == "true") {
			s.standard = one.ID
		}
	}
	return s, nil
}

// longestChain bounds how far styles are based on one another.
const longestChain = 30

// chain yields a style and those that it is based on.
func (s *styles) chain(id string) func(yield func(*style) bool) {
	return func(yield func(*style) bool) {
		for range longestChain {
			one := s.byID[id]
			if one == nil || !yield(one) {
				return
			}
			id = one.BasedOn.Val
		}
	}
}

// What a paragraph is by its style.
type part int

const (
	text part = iota
	titleLine
	headingLine
	listing // of contents or figures
)

var headingName = regexp.MustCompile(`^heading ([1-9])$`)

// partOf tells what paragraphs of a style are, and the level of headings. The
// names of the styles that Word knows are English in every file, whatever the
// language it shows them in; those of others tell by what they are based on.
func (s *styles) partOf(id string) (is part, level int) {
	for one := range s.chain(id) {
		name := strings.ToLower(one.Name.Val)
		switch m := headingName.FindStringSubmatch(name); {
		case name == "title" || name == "subtitle":
			return titleLine, 0
		case m != nil:
			return headingLine, int(m[1][0] - '0')
		case strings.HasPrefix(name, "toc ") || name == "table of figures" || strings.HasPrefix(name, "contents ") || strings.HasPrefix(name, "index "):
			return listing, 0
		}
		if at := one.P.Outline.number(bodyLevel); at < bodyLevel {
			return headingLine, at + 1
		}
	}
	return text, 0
}

// bodyLevel is the outline level of text that is no heading.
const bodyLevel = 9

// isBold tells whether a style's text is bold.
func (s *styles) isBold(id string) bool {
	for one := range s.chain(id) {
		if one.R.Bold != nil {
			return one.R.Bold.on()
		}
	}
	return false
}

// numbering is the list and level that a style puts its paragraphs in.
func (s *styles) numbering(id string) (list, owner string, level int) {
	for one := range s.chain(id) {
		if n := one.P.Numbering; n != nil && n.ID != nil {
			return n.ID.Val, one.ID, n.Level.number(-1)
		}
	}
	return "", "", -1
}
