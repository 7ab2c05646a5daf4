package english

import (
	"strings"
	"unicode/utf8"
)

// punctuationLength measures the mark that s begins with: runs of stops,
// dashes and ornaments are one token, so are doubled quotes and, where a mark
// opens a chunk, smileys; all other runes stand alone.
func punctuationLength(s string, opensChunk bool) int {
	if n := smileyLength(s); n > 0 && opensChunk {
		return n
	}
	switch s[0] {
	case '-', '*', '=', '_', '~', '+', '`', '>', '<':
		return asciiRun(s, func(b byte) bool { return b == s[0] })
	case '.', '!', '?':
		return asciiRun(s, func(b byte) bool { return b == '.' || b == '!' || b == '?' })
	case '[':
		if strings.HasPrefix(s, "[...]") {
			return len("[...]")
		}
	}
	_, size := utf8.DecodeRuneInString(s)
	return size
}

// currencyLength measures the signs of letters and a mark that UD keeps together.
func currencyLength(s string) int {
	for _, sign := range []string{"US$", "A$", "C$", "HK$", "NZ$", "S$"} {
		if strings.HasPrefix(s, sign) {
			return len(sign)
		}
	}
	return 0
}

// smileyLength measures :-) and its kin when they fill s.
func smileyLength(s string) int {
	switch s {
	case ":)", ":(", ";)", ":D", ":P", ":-)", ":-(", ";-)", "=)", "(:", "^_^", ":/", "<3":
		return len(s)
	}
	return 0
}

// apostropheLength measures the apostrophe at a place that no word took in: a
// quotation mark (one token, doubled too), or the head of a shortened word or
// of a clitic that stands by itself ('s, 'em, '90s).
func (t *tokenizer) apostropheLength(at int) int {
	rest := t.text[at:t.chunkEnd]
	r, size := utf8.DecodeRuneInString(rest)
	if next, n := runeAt(rest, size); next == r || r == '‘' && next == '’' {
		return size + n
	}
	tail := rest[size:]
	n := asciiRun(tail, isASCIIAlnum)
	if isClitic(tail[:n]) || n >= 2 && isASCIIDigit(tail[0]) && at == t.chunk && isDecade(tail[:n]) {
		return size + n
	}
	return size
}

// isDecade tells years of two digits: 72, 90s.
func isDecade(s string) bool {
	n := asciiRun(s, isASCIIDigit)
	return n == 2 && (len(s) == 2 || s[2:] == "s")
}

func isClitic(s string) bool {
	switch strings.ToLower(s) {
	case "s", "re", "ve", "ll", "em", "til", "cause", "tis", "twas":
		return true
	}
	return false
}
