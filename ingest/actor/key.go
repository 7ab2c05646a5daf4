package actor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// key folds a name to what its spellings share: no article, case, accents or
// dots, one spelling of -ise, programme, labour, centre and co-operation, words
// joined by single spaces.
func key(text string) string {
	var short [64]byte // most names: one piece of memory a key
	b := short[:0]
	gap := false
	for _, r := range norm.NFKD.String(text) {
		switch {
		case r >= utf8.RuneSelf && unicode.Is(unicode.Mn, r), r == '.', r == '\'', r == '’':
		case unicode.IsLetter(r), unicode.IsDigit(r):
			if gap && len(b) > 0 {
				b = append(b, ' ')
			}
			gap = false
			b = utf8.AppendRune(b, unicode.ToLower(r))
		case r == '&':
			b = append(b, " and"...)
			gap = true
		default:
			gap = true
		}
	}
	return oneSpelling(strings.TrimPrefix(string(b), "the "))
}

// spellings are the parts of words that British and American names differ in,
// each in front of how keys have it.
var spellings = []string{
	"organisation", "organization", "standardisation", "standardization", "programme", "program",
	"labour", "labor", "centre", "center", "defence", "defense", "co operat", "cooperat", "co ordinat", "coordinat",
	"specialised", "specialized", "licence", "license", "neighbour", "neighbor",
}

func oneSpelling(k string) string {
	for i := 0; i < len(spellings); i += 2 {
		k = strings.ReplaceAll(k, spellings[i], spellings[i+1])
	}
	return k
}

func isAcronym(text string) bool { return hasUpper(text) && !hasLower(text) }

func hasUpper(text string) bool { return strings.IndexFunc(text, unicode.IsUpper) >= 0 }

func hasLower(text string) bool { return strings.IndexFunc(text, unicode.IsLower) >= 0 }

func startsUpper(text string) bool {
	for _, r := range text {
		return unicode.IsUpper(r)
	}
	return false
}

// capitalise writes the first letter large.
func capitalise(text string) string {
	for i, r := range text {
		return string(unicode.ToUpper(r)) + text[i+len(string(r)):]
	}
	return text
}
