package graph

import (
	"cmp"
	"sort"
	"strings"
	"unicode/utf8"
)

// Span is a stretch of a document's stored text, counted both in UTF-8 bytes
// (what programs cut by) and in Unicode code points (what the Web Annotation
// TextPositionSelector counts). Ends are exclusive.
type Span struct {
	Start, End         int // bytes into Document.Text
	CharStart, CharEnd int // code points into Document.Text
}

// In cuts the span out of the text that it points into.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// quoteContext is how many code points stand in oa:prefix and oa:suffix.
const quoteContext = 32

// Surroundings returns what stands before and behind the span in its text, as
// the Web Annotation TextQuoteSelector has it.
func (s Span) Surroundings(text string) (prefix, suffix string) {
	from, to := s.Start, s.End
	for range quoteContext {
		_, before := utf8.DecodeLastRuneInString(text[:from])
		_, after := utf8.DecodeRuneInString(text[to:])
		from, to = from-before, to+after
	}
	return text[from:s.Start], text[s.End:to]
}

// Document is a policy text as it is stored: the text itself and the structure
// found in it. Sections, Blocks and Sentences stand in text order and refer to
// each other by index.
type Document struct {
	ID         string // slug, unique in a store; see DESIGN of identities
	Title      string // for display; the ID where no title was found
	Byline     string // author or publisher as printed in the head, or empty
	Issued     string // ISO 8601 date, or empty
	Source     string // file name or canonical URL it was read from
	MediaType  string // text/plain, text/markdown, …
	Language   string // BCP 47 tag, "en"
	Text       string // stored text: UTF-8, LF line ends, no BOM
	SHA256     string // of Text, lower-case hex
	FileSHA256 string // of the bytes that Text was read from, lower-case hex; empty where nobody noted it
	Extractor  string // version of the rules that read it
	Model      string // version of the language model that read it
	Sections   []Section
	Blocks     []Block
	Sentences  []Sentence
	Pages      []int // bytes of Text at which its pages begin; none where the format has no pages
}

// SectionKind tells what a heading announces.
type SectionKind string

// The kinds of section: a heading is a principle or a goal when it or its
// parent says so, else a plain section.
const (
	SectionPlain     SectionKind = "Section"
	SectionPrinciple SectionKind = "Principle"
	SectionGoal      SectionKind = "Goal"
)

// Section is a heading and what stands under it, up to the next heading of the
// same or a higher level.
type Section struct {
	Span               // of the heading's own text, number included
	Title  string      // heading without its number: "Shared Benefits"
	Number string      // "4", "Chapter III", "Article 12", or empty
	Level  int         // 1 is the highest
	Parent int         // index into Document.Sections, -1 at the top
	Kind   SectionKind // principle, goal or plain
}

// BlockKind tells what part a block plays on the page.
type BlockKind string

// The kinds of block.
const (
	BlockHeading   BlockKind = "heading"
	BlockParagraph BlockKind = "paragraph"
	BlockListItem  BlockKind = "listItem"
	BlockHead      BlockKind = "head" // title, byline, date line
)

// Block is a paragraph, list item or heading.
type Block struct {
	Span    // without the marker
	Kind    BlockKind
	Section int    // index into Document.Sections, -1 before the first heading
	LeadIn  int    // list items: index of the block that introduces the list, else -1
	Marker  string // list items: "(a)", "1.", "•" as it stands, else empty
	Depth   int    // list items: nesting, 0 for the outermost
}

// Sentence is one sentence of a block (a heading or a whole list item counts
// as at least one).
type Sentence struct {
	Span
	Block   int // index into Document.Blocks
	Section int // index into Document.Sections, -1 before the first heading
}

// Page tells on which page of the file, counted from 1, a byte of the text
// stands; 0 where the format has no pages.
func (d *Document) Page(at int) int {
	return sort.SearchInts(d.Pages, at+1)
}

// SectionPath returns the indices from the topmost section down to section i;
// nil for -1.
func (d *Document) SectionPath(i int) []int {
	var path []int
	for ; i >= 0; i = d.Sections[i].Parent {
		path = append([]int{i}, path...)
	}
	return path
}

// SectionTitle joins the headings from the topmost down to section i with
// " > ", each by its label. What stands under no heading, -1, stands under the
// title of the document as it is printed; empty where none is.
func (d *Document) SectionTitle(i int) string {
	if i < 0 {
		return d.printedTitle()
	}
	var titles []string
	for _, j := range d.SectionPath(i) {
		titles = append(titles, d.sectionLabel(j))
	}
	return strings.Join(titles, " > ")
}

// printedTitle is the line in the head of the document that bears its title,
// with a number in front that is no part of it.
func (d *Document) printedTitle() string {
	for _, b := range d.Blocks {
		if b.Kind != BlockHead {
			return ""
		}
		if line := strings.Join(strings.Fields(b.In(d.Text)), " "); d.Title != "" && strings.HasSuffix(line, strings.TrimSpace(d.Title)) {
			return line
		}
	}
	return ""
}

// sectionLabel is how readers name section i: its title, with the number in
// front as printed where that is more than a place in a list ("Article 5.
// Cooperation", "2.1 Fares"), and the number alone where there is no title.
func (d *Document) sectionLabel(i int) string {
	s := d.Sections[i]
	printed := s.In(d.Text)
	if strings.ContainsAny(strings.TrimSuffix(s.Number, "."), " .") && strings.HasSuffix(printed, s.Title) && !strings.Contains(printed, "\n") {
		return strings.Join(strings.Fields(printed), " ")
	}
	return cmp.Or(s.Title, s.Number)
}
