package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mandate/ingest/document/content"
)

// draft is a document while its structure is being found.
type draft struct {
	text   string
	parts  []part
	pages  []int  // where each page begins in text; none for formats without pages
	title  string // as the format or the head says it
	byline string
	issued string

	metadata content.Metadata // for what the page does not say
}

// role is what a part plays on the page.
type role int

const (
	body    role = iota // paragraph or list item
	head                // title, byline, date line
	heading             // heading of a section
)

// part is a stretch of text that belongs together: a heading, a paragraph, a
// list item, a line of the head.
type part struct {
	start, end int    // bytes of the text without the marker and white space around it
	marker     marker // of an item, numbered paragraph or numbered heading
	markerAt   int    // where the marker begins; start where there is none
	role       role
	label      label // of a heading such as "Chapter III"
	level      int   // of a heading as the format says, 0 where it is to be inferred
	depth      int   // of a list item as the format says plus 1, 0 where it is to be inferred
	look       look
	cut        int  // of a heading that text runs in behind: where its title ends
	signature  bool // stands among the names that close a treaty or act
}

// look is what can be told of a part from its outside.
type look struct {
	text  string // with single blanks for white space; empty for a long part
	words int    // 0 for a long part
	stop  rune   // the mark it ends with, closing quotes and brackets left aside; 0 for none
	caps  bool   // all letters are capitals
	upper bool   // begins with a capital or a digit
	lower bool   // begins with a small letter
}

// longLook is how many bytes a part may have to be looked at as a whole.
const longLook = 240

// lookAt describes a stretch of text in bounded time.
func lookAt(s string) look {
	l := look{stop: finalStop(s)}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[:min(len(s), 16)], "\"“‘'([«"))
	l.upper = unicode.IsUpper(first) || unicode.IsDigit(first)
	l.lower = unicode.IsLower(first)
	if len(s) > longLook {
		return l
	}
	words := strings.Fields(s)
	l.words, l.text = len(words), strings.Join(words, " ")
	l.caps = strings.ToUpper(s) == s && strings.ToLower(s) != s
	return l
}

// long tells parts that are no title.
func (l look) long() bool { return l.text == "" }

// bracketed tells parts that stand in brackets as a whole.
func (l look) bracketed() bool {
	return strings.HasPrefix(l.text, "(") && strings.HasSuffix(l.text, ")") || strings.HasPrefix(l.text, "[") && strings.HasSuffix(l.text, "]")
}

// closers are what may stand behind the mark that ends a sentence.
const closers = "\"”’'»)]*_ \t\n"

// finalStop is the last rune of s that is no closing quote or bracket if it is
// a punctuation mark, else 0.
func finalStop(s string) rune {
	s = strings.TrimRight(s[max(0, len(s)-16):], closers)
	r, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune(".,;:!?…—–-", r) {
		return r
	}
	return 0
}

// ends tells whether the stop r ends a sentence or a clause.
func ends(r rune) bool { return strings.ContainsRune(".;:!?…", r) && r != 0 }
