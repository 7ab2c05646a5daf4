package actor

import (
	"slices"
	"strings"

	"mandate/ingest/english"
)

// companyForms are the legal forms that end the name of a company.
var companyForms = []string{"plc", "ltd", "limited", "inc", "incorporated", "corp", "llc", "llp", "lp", "gmbh", "ag", "kg", "kgaa", "se",
	"sa", "sas", "sarl", "srl", "spa", "sl", "nv", "bv", "ab", "as", "asa", "aps", "oy", "oyj", "ltda", "pty", "pte", "bhd", "sdn",
	"kk", "co", "ohg", "doo", "zrt", "rt", "jsc", "pjsc", "ojsc", "ooo", "pao", "pvt", "cv"}

// particles stand in small letters within names.
var particles = []string{"de", "del", "della", "di", "do", "da", "dos", "du", "des", "la", "las", "le", "los", "von", "van", "der", "den",
	"und", "et", "y", "e", "of", "&"}

// parts of documents, which no body is named after.
var parts = []string{"article", "section", "chapter", "part", "annex", "appendix", "schedule", "paragraph", "rule", "title", "clause",
	"regulation", "act", "agreement", "convention"}

// shaped finds the name that begins at token i by nothing but its form, and
// where it ends: an office written with a hyphen ("Director-General"), a body
// with what it is for ("Ministry of Health, Labour and Welfare"), a company
// with its legal form ("Rossi Fratelli S.p.A."). The words up to head may head
// it in a tree. Where there is none, to is i.
func (g *Gazetteer) shaped(tokens []english.Token, i int) (head, to int) {
	if !startsUpper(tokens[i].Text) {
		return i, i
	}
	if to := g.ofSeveral(tokens, i); to > i {
		return to, to
	}
	if to := company(tokens, i); to > i {
		return to, to
	}
	head = max(g.hyphened(tokens, i), i+1)
	n := g.nounOf(keyOf(tokens[i:head]))
	if n.class == classBody || n.class == classOffice {
		return head, max(head, g.purpose(tokens, head))
	}
	return i, i
}

// ofSeveral returns the end of the name of a body that begins at token i with
// the several things that it is for, behind "the": "the Parks and Gardens
// Department". Where one of them acts itself there are two bodies: "the Council
// and Executive Committee". It is i where there is none.
func (g *Gazetteer) ofSeveral(tokens []english.Token, i int) int {
	if i == 0 || !strings.EqualFold(tokens[i-1].Text, "the") {
		return i
	}
	and := capitals(tokens, i)
	for and < len(tokens) && tokens[and].Text == "," && capitals(tokens, and+1) > and+1 {
		and = capitals(tokens, and+1)
	}
	if and+1 >= len(tokens) || tokens[and].Text != "and" && tokens[and].Text != "&" || g.nounOf(keyOf(tokens[i:and])).acts() || g.canAct(tokens[i:and]) {
		return i
	}
	to := capitals(tokens, and+1)
	if to < and+3 || g.nounOf(keyOf(tokens[to-1:to])).class != classBody || singular(key(tokens[to-1].Text)) != key(tokens[to-1].Text) {
		return i
	}
	return to
}

func keyOf(tokens []english.Token) string {
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.Text
	}
	return key(strings.Join(words, " "))
}

// hyphened returns the end of an office of several words that hyphens join, i
// where there is none at token i.
func (g *Gazetteer) hyphened(tokens []english.Token, i int) int {
	end := i
	for j := i + 1; j+1 < len(tokens) && glues(tokens, j); j += 2 {
		if n := g.nouns[keyOf(tokens[i:j+2])]; n.class == classOffice || n.class == classRole {
			end = j + 2
		}
	}
	return end
}

// purpose returns the end of what a body is for, said behind its head at
// token i: prepositions, articles and capitalised nouns, coordinated ones too
// where they cannot act themselves. It returns 0 where nothing is said.
func (g *Gazetteer) purpose(tokens []english.Token, i int) int {
	end := 0
	for i < len(tokens) && slices.Contains([]string{"of", "for", "on"}, tokens[i].Text) {
		to := g.coordination(tokens, i+1)
		if to == 0 {
			break
		}
		end, i = to, to
	}
	return end
}

// coordination returns the end of capitalised nouns that commas and "and" join,
// 0 where there is none at token i.
func (g *Gazetteer) coordination(tokens []english.Token, i int) int {
	if i < len(tokens) && tokens[i].Text == "the" {
		i++
	}
	end := capitals(tokens, i)
	if end == i || slices.Contains(parts, strings.ToLower(tokens[i].Text)) || slices.Contains(calendar, strings.ToLower(tokens[i].Text)) {
		return 0
	}
	for j := end; j+1 < len(tokens); {
		and := j
		if tokens[and].Text == "," && tokens[and+1].Text == "and" {
			and++
		}
		to := capitals(tokens, and+1)
		if to == and+1 || g.canAct(tokens[and+1:to]) {
			break
		}
		switch tokens[and].Text {
		case "and", "&":
			return to
		case ",":
		default:
			return end
		}
		j = to // counts only if an "and" follows
	}
	return end
}

// canAct reports whether words that stand in a name would act on their own:
// another body or office, but not what a ministry can be for ("Women, Children
// and Local Government").
func (g *Gazetteer) canAct(tokens []english.Token) bool {
	k := keyOf(tokens)
	if _, known := g.names[k]; known {
		return true
	}
	n := g.nounOf(k)
	field := slices.Contains([]string{"government", "police", "administration", "business", "management", "education"}, k[strings.LastIndexByte(k, ' ')+1:])
	return (n.class == classBody || n.class == classOffice) && singular(k) == k && !field
}

// capitals returns the end of the capitalised words that begin at token i.
func capitals(tokens []english.Token, i int) int {
	for i < len(tokens) && startsUpper(tokens[i].Text) && tokens[i].UPOS != "PUNCT" {
		i++
		for i+1 < len(tokens) && glues(tokens, i) {
			i += 2
		}
	}
	return i
}

// glues reports whether token i is a hyphen that joins its neighbours.
func glues(tokens []english.Token, i int) bool {
	return i > 0 && i+1 < len(tokens) && strings.ContainsAny(tokens[i].Text, "-‐‑–") && len(tokens[i].Text) <= len("‑") &&
		tokens[i-1].End == tokens[i].Start && tokens[i].End == tokens[i+1].Start
}

// company returns the end of a company's name that begins at token i: words
// with capitals, a legal form last.
func company(tokens []english.Token, i int) int {
	for j := i; j < min(len(tokens), i+8); j++ {
		switch {
		case j > i && isCompanyForm(tokens, j):
			for j+1 < len(tokens) && isCompanyForm(tokens, j+1) { // "Pty Ltd"
				j++
			}
			return j + 1
		case startsUpper(tokens[j].Text) && (j > 0 || !slices.Contains([]string{"VERB", "AUX", "ADP", "SCONJ", "ADV", "PRON", "DET"}, tokens[j].UPOS)):
		case j > i && slices.Contains(particles, tokens[j].Text):
		default:
			return i
		}
	}
	return i
}

// isCompanyForm reports whether token i is a legal form behind a name. "as" and
// "se" are words too, and need their capitals.
func isCompanyForm(tokens []english.Token, i int) bool {
	t := tokens[i].Text
	if i == 0 || !slices.Contains(companyForms, strings.ToLower(strings.ReplaceAll(t, ".", ""))) {
		return false
	}
	return hasUpper(t) && (startsUpper(tokens[i-1].Text) || tokens[i-1].Text == ",") || t == "plc"
}
