// Package content is what the readers of file formats hand to package document:
// a text as its blocks, with what the format says of each of them. A reader
// knows its format and nothing of language; package document knows language,
// finds what the format leaves unsaid, and cuts sentences.
package content

import (
	"errors"
	"strings"
	"unicode"
)

// Errors of readers, wrapped with what was found and what to do about it.
var (
	ErrEmpty       = errors.New("the file holds no text")
	ErrBinary      = errors.New("the file is not text")
	ErrEncoding    = errors.New("the text is not in an encoding that can be read")
	ErrTooLarge    = errors.New("the file is too large")
	ErrUnsupported = errors.New("the format is not read")
	ErrEncrypted   = errors.New("the file is locked with a password")
	ErrDamaged     = errors.New("the file is damaged")
	ErrNoTextLayer = errors.New("no text layer")
)

// MaxBlocks bounds what a document may be made of, so that a hostile file
// cannot take all memory; the longest treaties stay far below. Readers may stop
// once they have more.
const MaxBlocks = 200_000

// Content is a document as its format tells it. What stands on the page goes
// before what the metadata say, which authors forget to keep true.
type Content struct {
	Title    string // as the author states it in the text's own head, before what the page shows
	Byline   string
	Issued   string // a date in any form that a head of a text may have
	Metadata Metadata
	Blocks   []Block // in reading order
}

// Metadata is what a file says of itself beside the page.
type Metadata struct {
	Title, Publisher, Issued string
	Language                 string // BCP 47
	URL                      string // canonical address
}

// Kind tells what a format says that a block is.
type Kind int

// The kinds of block. What a format calls a paragraph may turn out to be an
// item or a heading.
const (
	Paragraph Kind = iota // also what follows the first paragraph of an item
	Heading
	Head // line of the head: title, subtitle
	Row  // of a table
)

// Block is a stretch of text that belongs together.
type Block struct {
	Kind    Kind
	Text    string   // without its marker
	Level   int      // of a heading, 1 the highest
	Depth   int      // of the lists around it, 0 for none
	Marker  string   // of the list item that begins here, as it shows: "(a)", "2.", "•"
	Cells   []string // of a row, in place of Text
	Strong  bool     // all of it in bold type
	Wrapped bool     // line ends in Text stand where a line was full and mean nothing
	Page    int      // where it begins; 1 is the first, 0 for formats without pages
	Breaks  []int    // bytes of Text at which the pages behind that one begin
}

// Tidy writes text with one blank for each run of white space; line ends stay,
// soft hyphens and marks without width go.
func Tidy(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	gap := rune(0) // what stands between this character and the one before
	for _, r := range text {
		switch {
		case r == '\n' || r == '\u2028' || r == '\u2029' || r == '\v':
			gap = '\n'
		case unicode.IsSpace(r) || unicode.IsControl(r):
			if gap == 0 {
				gap = ' '
			}
		case r == '\u00AD' || r == '\u200B' || r == '\u2060' || r == '\uFEFF':
		default:
			if gap != 0 && b.Len() > 0 {
				b.WriteRune(gap)
			}
			gap = 0
			b.WriteRune(r)
		}
	}
	return b.String()
}
