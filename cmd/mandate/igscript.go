package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// igSymbols are the characters besides ASCII letters, digits and white space
// that IG-Parser takes inside of a component. Its grammar is made of regular
// expressions: it cannot escape a bracket, takes a word with a bracket behind it
// (Article(5)) for a component and [AND] for an operator. So brackets are left
// out of what it takes.
const igSymbols = "',;.<>+:-*/%&=$£€§\"#!`|"

// igText is a phrase as IG-Parser takes it: brackets become angle brackets,
// typographic characters those of typewriters, letters lose their accents, and
// what is left of others becomes white space.
func igText(phrase string) string {
	var out strings.Builder
	for _, r := range norm.NFKD.String(igTypewriter.Replace(phrase)) {
		switch {
		case unicode.Is(unicode.Mn, r): // the accents that were taken off
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)), strings.ContainsRune(igSymbols, r):
			out.WriteRune(r)
		default:
			out.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

var igTypewriter = strings.NewReplacer(
	"(", "<", ")", ">", "[", "<", "]", ">", "{", "<", "}", ">",
	"“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "‘", "'", "’", "'", "–", "-", "—", "-", "‑", "-", "−", "-",
	"ø", "o", "Ø", "O", "ß", "ss", "æ", "ae", "Æ", "AE", "ł", "l", "Ł", "L", "đ", "d", "Đ", "D",
)
