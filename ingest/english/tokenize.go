package english

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Tokenize splits text into the syntactic words of UD English: contractions and
// possessives are split (do + n't, China + 's, can + not), hyphenated words too
// (long + - + term) unless a prefix stands before the hyphen (non-State),
// punctuation marks stand alone, while abbreviations, numbers, dates, telephone
// numbers, addresses and file names stay whole.
//
// Only Span and Text are set. Tokens stand in order, hold no white space at
// their ends, and what lies between two of them is white space or nothing, so
// the text can be put together again byte for byte. Bytes that are not UTF-8
// become tokens like punctuation. Time is linear in the length of text.
func Tokenize(text string) []Token {
	t := tokenizer{text: text}
	if len(text) > 0 {
		t.tokens = make([]Token, 0, len(text)/5+1)
	}
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if unicode.IsSpace(r) {
			at += size
			continue
		}
		t.chunk = at
		t.chunkEnd = at + size + spaceIndex(text[at+size:])
		t.hasAt = strings.IndexByte(text[at:t.chunkEnd], '@') >= 0
		for at < t.chunkEnd {
			at = t.next(at)
		}
	}
	return t.tokens
}

// spaceIndex is the length of what stands before the first white space.
func spaceIndex(s string) int {
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return i
	}
	return len(s)
}

// tokenizer walks a text chunk by chunk: a chunk is a stretch without white space.
type tokenizer struct {
	text            string
	tokens          []Token
	chunk, chunkEnd int  // the chunk being read
	hasAt           bool // the chunk holds an @, so it may hold an address
}

// emit adds text[start:end] as a token.
func (t *tokenizer) emit(start, end int) int {
	t.tokens = append(t.tokens, Token{Span: Span{start, end}, Text: t.text[start:end]})
	return end
}

// next emits the token or the contracted tokens at a place inside the chunk
// and returns where it ends.
func (t *tokenizer) next(at int) int {
	rest := t.text[at:t.chunkEnd]
	if t.atWordStart(at) {
		if n := max(addressLength(rest, t.hasAt), currencyLength(rest)); n > 0 {
			return t.emit(at, at+n)
		}
	}
	r, _ := utf8.DecodeRuneInString(rest)
	switch {
	case isDigit(r):
		return t.number(at)
	case isWordRune(r):
		return t.word(at)
	case isApostrophe(r) || r == '‘':
		return t.emit(at, at+t.apostropheLength(at))
	}
	return t.emit(at, at+punctuationLength(rest, at == t.chunk))
}

// atWordStart tells whether no letter or digit stands right before a place.
func (t *tokenizer) atWordStart(at int) bool {
	r, _ := utf8.DecodeLastRuneInString(t.text[t.chunk:at])
	return at == t.chunk || !isWordRune(r) && !isDigit(r)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isUpper(r rune) bool { return unicode.IsUpper(r) || unicode.IsTitle(r) }

// isWordRune tells letters, their combining marks and the digits of other
// scripts; ASCII digits begin numbers instead.
func isWordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) && r > 0x2FF) && !isDigit(r)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

func isHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }

// runeAt is the rune at a place of s, or utf8.RuneError beyond its end.
func runeAt(s string, at int) (rune, int) {
	if at >= len(s) {
		return utf8.RuneError, 0
	}
	return utf8.DecodeRuneInString(s[at:])
}

// asciiRun counts the leading bytes of s for which keep holds.
func asciiRun(s string, keep func(byte) bool) int {
	n := 0
	for n < len(s) && keep(s[n]) {
		n++
	}
	return n
}

func isASCIIDigit(b byte) bool { return b >= '0' && b <= '9' }

func isASCIIUpper(b byte) bool { return b >= 'A' && b <= 'Z' }

func isASCIILower(b byte) bool { return b >= 'a' && b <= 'z' }

func isASCIIAlnum(b byte) bool { return isASCIIDigit(b) || isASCIIUpper(b) || isASCIILower(b) }
