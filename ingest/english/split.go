package english

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// SplitSentences finds the sentences of a paragraph or of a whole text. A
// sentence ends at a full stop, question or exclamation mark (closing quotes,
// brackets and footnote marks included) that no abbreviation, initial, number
// or enumerator explains and that a new beginning follows, and always at a
// blank line; single line ends are white space. Semicolons and colons end none.
//
// Spans stand in order, do not overlap, begin and end with no white space, and
// nothing but white space lies outside them. Time is linear in the length of text.
func SplitSentences(text string) []Span {
	s := splitter{text: text, start: skipSpace(text, 0)}
	for at := s.start; at < len(text); {
		switch n := stopsLength(text[at:]); {
		case n > 0:
			end := at + n + closersLength(text[at+n:])
			if s.endsAt(at, n, end) {
				s.cut(end)
			}
			at = max(end, s.start)
		case text[at] == '\n' && blankLineFollows(text[at:]):
			s.cut(at)
			at = s.start
		default:
			at++
		}
	}
	s.cut(len(text))
	return s.spans
}

// splitter collects sentences; start is where the one being read begins.
type splitter struct {
	text  string
	start int
	spans []Span
}

// cut ends the sentence at a place and goes on behind the white space.
func (s *splitter) cut(end int) {
	if trimmed := strings.TrimRightFunc(s.text[s.start:end], unicode.IsSpace); trimmed != "" {
		s.spans = append(s.spans, Span{s.start, s.start + len(trimmed)})
	}
	s.start = skipSpace(s.text, end)
}

func skipSpace(text string, at int) int {
	return len(text) - len(strings.TrimLeftFunc(text[at:], unicode.IsSpace))
}

// blankLineFollows tells whether the line end that s begins with is followed
// by an empty line.
func blankLineFollows(s string) bool {
	n := asciiRun(s[1:], func(b byte) bool { return b == ' ' || b == '\t' || b == '\r' })
	return 1+n < len(s) && s[1+n] == '\n'
}

// stopsLength measures the run of full stops, question and exclamation marks
// that s begins with.
func stopsLength(s string) int {
	n := 0
	for n < len(s) {
		switch {
		case s[n] == '.', s[n] == '!', s[n] == '?':
			n++
		case strings.HasPrefix(s[n:], "…"):
			n += len("…")
		default:
			return n
		}
	}
	return n
}

// closersLength measures the closing quotes and brackets and the footnote marks
// that s begins with: .” or .) or .[17] or .¹
func closersLength(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		switch {
		case strings.ContainsRune("\"'”’»)]}", r), r > 0x7F && unicode.Is(unicode.No, r):
			n += size
		case r == '[' || r == ' ' && n+1 < len(s) && s[n+1] == '[':
			mark := footnoteLength(s[n:])
			if mark == 0 {
				return n
			}
			n += mark
		default:
			return n
		}
	}
	return n
}

// footnoteLength measures a footnote mark, "[17]" or " [17]".
func footnoteLength(s string) int {
	open := asciiRun(s, func(b byte) bool { return b == ' ' }) + len("[")
	digits := asciiRun(s[open:], isASCIIDigit)
	end := open + digits
	if digits == 0 || digits > 3 || end >= len(s) || s[end] != ']' {
		return 0
	}
	return end + len("]")
}

// endsAt decides whether the sentence ends with the stops text[stop:stop+n],
// whose closers reach to end.
func (s *splitter) endsAt(stop, n, end int) bool {
	next := skipSpace(s.text, end)
	if next == len(s.text) {
		return true
	}
	if next == end {
		return n == 1 && end == stop+1 && s.spaceIsMissing(stop)
	}
	if !beginsSentence(s.text[next:]) {
		return false
	}
	return n > 1 || s.text[stop] != '.' || s.stopEnds(stop, next)
}

// spaceIsMissing looks at the chunk around a stop for "the law.The parties".
func (s *splitter) spaceIsMissing(stop int) bool {
	from := max(s.start, stop-lookAhead)
	to := min(len(s.text), stop+lookAhead)
	chunk := s.text[from:to]
	if i := strings.LastIndexAny(chunk[:stop-from], " \t\n"); i >= 0 {
		chunk, from = chunk[i+1:], from+i+1
	}
	if i := strings.IndexAny(chunk[stop-from:], " \t\n"); i >= 0 {
		chunk = chunk[:stop-from+i]
	}
	return missingSpace(chunk, stop-from)
}

// beginsSentence tells whether text can be a sentence's beginning: a capital, a
// digit, a script without capitals or an enumerator, behind opening marks.
func beginsSentence(text string) bool {
	text = strings.TrimLeft(text[:min(len(text), 2*lookAhead)], "\"'“‘«([{—–-*•· ")
	r, size := utf8.DecodeRuneInString(text)
	switch {
	case !unicode.IsLetter(r):
		return isDigit(r)
	case !unicode.IsLower(r):
		return true
	}
	if second, _ := runeAt(text, size); unicode.IsUpper(second) { // eLearning, iPhone
		return true
	}
	n := asciiRun(text, isASCIILower)
	return n <= 4 && n < len(text) && text[n] == ')' // (a), (iii)
}

// stopEnds decides for a single full stop before a possible beginning.
func (s *splitter) stopEnds(stop, next int) bool {
	if isEnumerator(s.text[s.start:stop]) {
		return false
	}
	word := wordBefore(s.text[s.start:stop])
	following := s.text[next:min(len(s.text), next+lookAhead)]
	switch class := classOf(word); {
	case class == abbreviationInside:
		return false
	case class == abbreviationBeforeNumber:
		return !numberFollows(following, !strings.EqualFold(word, "no"))
	case strings.EqualFold(word, "etc"):
		return true
	case class == abbreviationAnywhere, isInitials(word):
		return opensWithStarter(following)
	}
	return true
}

// wordBefore is the last word of s without quotes and brackets before it, at
// most as long as the longest abbreviation and one byte more.
func wordBefore(s string) string {
	s = s[max(0, len(s)-longestAbbreviation-1):]
	if i := strings.LastIndexAny(s, " \t\n\"'“‘([/-\u00a0—–"); i >= 0 {
		_, size := utf8.DecodeRuneInString(s[i:])
		s = s[i+size:]
	}
	return s
}

// opensWithStarter tells whether the first word of text mostly opens sentences
// and is no initial itself.
func opensWithStarter(text string) bool {
	text = strings.TrimLeft(text, "\"'“‘([")
	n := asciiRun(text, func(b byte) bool { return isASCIIUpper(b) || isASCIILower(b) })
	return startsSentence(text[:n]) && (n == len(text) || text[n] != '.')
}

// isEnumerator tells the numbers that open a sentence: 1 or 1.2 or IV or b,
// alone or behind the name of a division (Article 5).
func isEnumerator(s string) bool {
	const longest = 32
	if len(s) > longest {
		return false
	}
	if label, number, ok := strings.Cut(strings.TrimLeft(s, "\"“(["), " "); ok {
		return isDivision(label) && isNumeral(strings.TrimSpace(number))
	}
	return isNumeral(strings.TrimLeft(s, "(["))
}

// isNumeral tells a number of up to four digits, a decimal one, a Roman one or
// a single letter.
func isNumeral(s string) bool {
	if len(s) == 1 {
		return isASCIIAlnum(s[0])
	}
	digits := strings.Trim(s, "0123456789.") == ""
	return s != "" && (digits && (len(s) <= 3 || strings.Contains(s, ".")) || isRoman(strings.ToUpper(s)) && len(s) <= 6)
}

// isDivision tells the names of the parts of legal texts.
func isDivision(word string) bool {
	switch strings.ToLower(word) {
	case "article", "section", "chapter", "part", "title", "annex", "appendix", "schedule", "rule", "regulation", "clause",
		"paragraph", "principle", "goal", "objective", "recommendation", "art", "art.", "sec", "sec.", "§":
		return true
	}
	return false
}
