package instrument

import (
	"regexp"
	"slices"
	"strings"
)

// identifier is the number of an instrument: "(EU) 2016/679", "No. 169",
// "A/RES/70/1", "1325 (2000)".
type identifier struct {
	domain  string // "EU"
	no      bool   // "No." stands before it
	number  string
	session string // year or session in brackets
}

var identifiers = regexp.MustCompile(`^ ?(?:\(((?:EU|EC|EEC|Euratom)(?:, ?Euratom)?)\) ?)?((?:No|no|Nos|Nr|No|number)\.? ?)?` +
	`((?:[A-Z]+/)*[A-Z]{0,5}[0-9][0-9A-Za-z]*(?:[./-][0-9A-Za-z]+)*)(?: ?\(((?:19|20)[0-9]{2}|[IVXLC]+)\))?`)

// identifier reads the number behind noun i and where its tokens end; an empty
// one where none stands there that names an instrument.
func (f *finder) identifier(i int) (identifier, int) {
	t := f.s.Tokens
	rest := strings.ReplaceAll(f.s.Text[t[i].End:], "\u00a0", " ")
	m := identifiers.FindStringSubmatch(rest)
	if m == nil {
		return identifier{}, i
	}
	id := identifier{domain: m[1], no: m[2] != "", number: strings.TrimRight(m[3], ".-/"), session: m[4]}
	if !f.identifies(i, id) {
		return identifier{}, i
	}
	end, to := t[i].End+len(m[0]), i+1
	for to < len(t) && t[to].Start < end {
		to++
	}
	if t[to-1].End > end { // the number is a part of a longer word
		return identifier{}, i
	}
	return id, to
}

// identifies reports whether an identifier is such as names an instrument, and not
// a rule, a paragraph or a quantity.
func (f *finder) identifies(i int, id identifier) bool {
	structured := strings.Contains(id.number, "/") || id.domain != "" || id.no || !startsDigit(id.number)
	noun := f.noun(i)
	switch f.nouns[noun] {
	case act:
		return structured && noun != "principle" || id.session != "" || noun == "order" && len(id.number) > 3
	case law, treaty:
		return structured || startsUpper(f.s.Tokens[i].Text) && len(id.number) > 2 && !yearOnly.MatchString(id.number)
	}
	return startsUpper(f.s.Tokens[i].Text) && !structured && len(id.number) > 1
}

var yearOnly = regexp.MustCompile(`^(?:19|20)[0-9]{2}$`)

// bodyBefore takes in the name of the body in front of a numbered act that is
// written small: "General Assembly resolution 70/1".
func (f *finder) bodyBefore(from int) int {
	if from > f.floor && f.namePart(from-1, false) {
		return f.leftEdge(from - 1)
	}
	return from
}

var (
	assembly = regexp.MustCompile(`^(?:A/RES/)?([0-9]{2}/[0-9]+[A-Z]?)$`)
	council  = regexp.MustCompile(`^(?:S/RES/)?([0-9]{1,4})$`)
	social   = regexp.MustCompile(`^(?:19[4-9]|20[0-9])[0-9]/[0-9]+$`)
	european = regexp.MustCompile(`^[0-9]{1,4}/[0-9]{1,4}(/[A-Z]+)?$`)
)

// numbered writes the label of the instrument with the noun i and a number, the
// same for its spellings: who numbers its acts alone needs no naming.
func (f *finder) numbered(from, i int, id identifier) string {
	noun := f.noun(i)
	if startsUpper(f.s.Tokens[i].Text) {
		noun = strings.ToUpper(noun[:1]) + noun[1:]
	}
	body := ""
	if from < i {
		body = strings.TrimPrefix(f.text(from, i), "The ") + " "
	}
	switch {
	case strings.EqualFold(noun, "resolution") && assembly.MatchString(id.number) && (body == "" || strings.Contains(body, "General Assembly")):
		return "resolution " + assembly.FindStringSubmatch(id.number)[1]
	case strings.EqualFold(noun, "resolution") && council.MatchString(id.number) && (id.session != "" && startsDigit(id.session) || strings.Contains(body, "Security Council")):
		return "Security Council resolution " + council.FindStringSubmatch(id.number)[1]
	case strings.EqualFold(noun, "resolution") && social.MatchString(id.number) && (body == "" || strings.Contains(body, "Social Council")):
		return "Economic and Social Council resolution " + id.number
	case id.domain != "" || european.MatchString(id.number) && f.nouns[f.noun(i)] == act && startsUpper(noun):
		if id.domain != "" {
			return noun + " (" + id.domain + ") " + id.number
		}
		return noun + " " + id.number
	}
	label := body + noun + " " + id.number
	if id.no {
		label = body + noun + " No. " + id.number
	}
	if id.session != "" {
		label += " (" + id.session + ")"
	}
	return label
}

var (
	nextNumber = regexp.MustCompile(`^(?:[A-Z]+/)*[A-Z]{0,5}[0-9]+[./][0-9]+[A-Z]?$`)
	months     = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)

// further finds the other numbers behind a numbered instrument in the plural:
// "resolutions 12/34 of 5 May 1999 and 13/57".
func (f *finder) further(first Mention) {
	for i := first.To; i < len(f.s.Tokens); i++ {
		t := f.s.Tokens[i]
		switch {
		case nextNumber.MatchString(t.Text):
			m := Mention{From: i, To: i + 1, Head: first.Head, Kind: first.Kind, Noun: first.Noun, Written: first.Noun + " " + t.Text}
			m.Label = f.numbered(first.From, first.Head, identifier{number: t.Text})
			f.found = append(f.found, m)
			f.floor = i + 1
		case t.UPOS != "NUM" && t.Text != "," && t.Text != "and" && t.Text != "of" && !slices.Contains(months, t.Text):
			return
		}
	}
}

var partOf = regexp.MustCompile(`(?i)\b(article|section|annex|chapter|rule|principle|regulation) +([0-9]+[a-z]?|[IVXLC]+)((?: ?\([0-9a-z]{1,4}\))*),? +of +(?:the +|this +|the present +|that +)?$`)

// partBefore reads "Article 12 of the" in front of token i.
func (f *finder) partBefore(i int) string {
	m := partOf.FindStringSubmatch(f.s.Text[:f.s.Tokens[i].Start])
	if m == nil {
		return ""
	}
	return strings.ToUpper(m[1][:1]) + strings.ToLower(m[1][1:]) + " " + m[2]
}
