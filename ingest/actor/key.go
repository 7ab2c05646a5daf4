package actor

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// key folds a name to what its spellings share: no article, case, accents or
// dots, one spelling of -ise, programme, labour, centre and co-operation, words
// joined by single spaces.
func key(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(text) {
		switch {
		case unicode.Is(unicode.Mn, r), r == '.', r == '\'', r == '’':
		case unicode.IsLetter(r), unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		case r == '&':
			b.WriteString(" and")
			gap = true
		default:
			gap = true
		}
	}
	return spellings.Replace(strings.TrimPrefix(b.String(), "the "))
}

// spellings maps the parts of words that British and American names differ in.
var spellings = strings.NewReplacer(
	"organisation", "organization", "standardisation", "standardization", "programme", "program",
	"labour", "labor", "centre", "center", "defence", "defense", "co operat", "cooperat", "co ordinat", "coordinat",
	"specialised", "specialized", "licence", "license", "neighbour", "neighbor",
)

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
