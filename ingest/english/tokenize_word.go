package english

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word emits the word at a place, split where it is contracted.
func (t *tokenizer) word(at int) int { return t.wordFrom(at, at) }

// wordFrom is word for a word whose beginning up to from is already known.
func (t *tokenizer) wordFrom(at, from int) int {
	if n := symbolLength(t.text[at:t.chunkEnd]); n > 0 {
		return t.emit(at, at+n)
	}
	end := t.wordEnd(at, from)
	if keepsFullStop(t.text, at, end) {
		end++
	}
	return t.contracted(at, end)
}

// wordEnd finds the end of the word that starts at a place: letters and
// digits, and marks between them that join (O'Neill, AT&T, U.S, non-State).
func (t *tokenizer) wordEnd(start, from int) int {
	at := from
	for at < t.chunkEnd {
		r, size := utf8.DecodeRuneInString(t.text[at:])
		if isWordRune(r) || isDigit(r) {
			at += size
			continue
		}
		if at == start || !t.joins(start, at, r, size) {
			return at
		}
		at += size
	}
	return at
}

// joins tells whether the mark r at a place inside a word joins its two sides.
func (t *tokenizer) joins(start, at int, r rune, size int) bool {
	next, _ := runeAt(t.text[:t.chunkEnd], at+size)
	if isHyphen(r) {
		if !isPrefix(t.text[start:at]) {
			return false
		}
		return isWordRune(next) || isDigit(next)
	}
	if !isWordRune(next) && !isDigit(next) {
		return false
	}
	switch {
	case isApostrophe(r), r == '_', r == '&':
		return true
	case r == '.':
		return !missingSpace(t.text[t.chunk:t.chunkEnd], at-t.chunk)
	}
	return false
}

// missingSpace tells whether the full stop at a place of a chunk ends a
// sentence after which the space was forgotten: "the law.The parties", while
// names of files and hosts go on after the next word.
func missingSpace(chunk string, stop int) bool {
	if stop < 3 || asciiRun(chunk[stop-3:stop], isASCIILower) < 3 {
		return false
	}
	after := chunk[stop+1:]
	if len(after) < 2 || !isASCIIUpper(after[0]) || !isASCIILower(after[1]) {
		return false
	}
	n := 1 + asciiRun(after[1:], isASCIILower)
	return n == len(after) || !isASCIIAlnum(after[n]) && strings.IndexByte("./@_=", after[n]) < 0
}

// isPrefix tells prefixes after which UD English keeps the hyphenated word whole.
func isPrefix(s string) bool {
	if len(s) > len("counter") {
		return false
	}
	switch strings.ToLower(s) {
	case "e", "non", "re", "anti", "mid", "co", "pro", "pre", "post", "cross", "over", "multi", "ex", "counter", "semi",
		"sub", "mini", "neo", "socio", "psycho", "inter", "intra", "arch", "micro", "macro", "un", "trans", "ultra",
		"bi", "de", "hyper", "super", "under", "pseudo", "quasi", "extra", "meta", "para", "proto", "bio", "geo", "uh":
		return true
	}
	return false
}

// longestSymbol and longestMail (RFC 5321) bound how far a word is looked into
// before it is known what it is, which keeps time linear.
const (
	longestSymbol = 64
	longestMail   = 254
)

// symbolLength measures document symbols such as A/RES/70/1: capitals, digits
// and at least two slashes, one digit among them; 0 where there is none.
func symbolLength(s string) int {
	s = s[:min(len(s), longestSymbol)]
	n := asciiRun(s, func(b byte) bool { return isASCIIUpper(b) || isASCIIDigit(b) || b == '/' || b == '.' })
	n = len(strings.TrimRight(s[:n], "./"))
	if strings.Count(s[:n], "/") < 2 || !strings.ContainsAny(s[:n], "0123456789") || continuesWord(s, n) {
		return 0
	}
	return n
}

// contracted emits text[start:end] as the words it is contracted of.
func (t *tokenizer) contracted(start, end int) int {
	word := t.text[start:end]
	if head := fusedHead(word); head > 0 {
		t.emit(start, start+head)
		return t.emit(start+head, end)
	}
	last := cliticStart(word)
	if last == 0 {
		return t.emit(start, end)
	}
	if first := cliticStart(word[:last]); first > 0 { // could + n't + 've
		t.emit(start, start+first)
		t.emit(start+first, start+last)
	} else {
		t.emit(start, start+last)
	}
	return t.emit(start+last, end)
}

// cliticStart finds where the last clitic of a word begins (n't, 's, 'll, …),
// 0 where it has none.
func cliticStart(word string) int {
	at := strings.LastIndexFunc(word, isApostrophe)
	if at <= 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(word[at:])
	switch strings.ToLower(word[at+size:]) {
	case "s", "m", "d", "re", "ve", "ll":
		return at
	case "t":
		if at > 1 && (word[at-1] == 'n' || word[at-1] == 'N') {
			return at - 1
		}
	}
	return 0
}

// fusedHead is the length of the first part of a word that is written as one
// but counted as two; 0 for all others.
func fusedHead(word string) int {
	if len(word) < len("dont") || len(word) > len("couldnt") {
		return 0
	}
	switch strings.ToLower(word) {
	case "cannot", "gonna", "gotta", "wanna", "gimme", "lemme":
		return 3
	case "lotta", "outta":
		return 3
	case "dont", "wont", "cant", "aint", "isnt":
		return 2
	case "didnt", "couldnt", "doesnt", "wouldnt", "havent", "hasnt", "wasnt", "arent", "werent":
		return len(word) - 2
	}
	return 0
}

// keepsFullStop tells whether the full stop right after text[start:end]
// belongs to the word: an abbreviation, an acronym or an initial.
func keepsFullStop(text string, start, end int) bool {
	if end >= len(text) || text[end] != '.' || end+1 < len(text) && text[end+1] == '.' {
		return false
	}
	if r, _ := runeAt(text, end+1); isWordRune(r) || isDigit(r) {
		return false // a forgotten space: "the law.The parties"
	}
	rest := text[end+1 : min(len(text), end+1+lookAhead)]
	follows := strings.TrimSpace(rest) != ""
	switch word := text[start:end]; classOf(word) {
	case notAbbreviation:
		return isInitials(word) && (follows || strings.Contains(word, "."))
	case abbreviationBeforeNumber:
		return numberFollows(rest, !strings.EqualFold(word, "no"))
	case abbreviationInside, abbreviationAnywhere:
		return follows
	}
	return true
}

// isInitials tells single capitals, alone or with stops between: J, U.S, Ph.D.
func isInitials(word string) bool {
	parts := 0
	for part := range strings.SplitSeq(word, ".") {
		letters := utf8.RuneCountInString(part)
		first, _ := utf8.DecodeRuneInString(part)
		if letters == 0 || letters > 2 || !unicode.IsLetter(first) {
			return false
		}
		parts++
	}
	first, size := utf8.DecodeRuneInString(word)
	return parts > 1 || parts == 1 && size == len(word) && unicode.IsUpper(first) && word != "I"
}

// lookAhead is how far behind a full stop the next word is looked for, in bytes.
const lookAhead = 16

// numberFollows tells whether text begins with a number: Arabic, or where
// letters are allowed Roman or a single letter.
func numberFollows(text string, letters bool) bool {
	text = strings.TrimLeft(text, " \t\n\u00a0(")
	if text == "" {
		return false
	}
	n := asciiRun(text, isASCIIAlnum)
	return isASCIIDigit(text[0]) || letters && n > 0 && (n == 1 || isRoman(text[:n]))
}

// isRoman tells Roman numbers in capitals.
func isRoman(s string) bool { return s != "" && strings.Trim(s, "IVXLCDM") == "" }
