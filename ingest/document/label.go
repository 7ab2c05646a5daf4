package document

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// label is the name and number that a heading of a legal text begins with.
type label struct {
	name    string // "Chapter III", its name with a capital; empty for no label
	kind    string // "chapter"
	value   int    // 3; 0 where there is no number
	title   string // what stands behind it on the same part: "The Security Council"
	runIn   int    // where text goes on behind the heading in the same part, else 0
	isWhole bool   // nothing stands behind the number
}

// exists tells whether there is a label that makes its part a heading.
func (l label) exists() bool { return l.name != "" }

// stands tells labels whose line is nothing but a heading.
func (l label) stands() bool { return l.exists() && l.runIn == 0 }

// opensPart tells the labels of the highest divisions, which stand under no
// unnumbered heading.
func (l label) opensPart() bool { return l.stands() && divisionRank(l.kind) <= divisionRank("chapter") }

var (
	// labelled matches up to two adjectives, the name of a division and its number.
	labelled = regexp.MustCompile(`^((?:\p{Lu}\p{L}+\s+){0,2})(\p{L}+\.?\s|§)\s*` +
		`([0-9]{1,4}(?:\.[0-9]{1,3})*(?:\s?(?:bis|ter|[A-Za-z]))?|[IVXLC]{1,7}|[A-Z]|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))` +
		`([.:)]|\s*[-–—:]+)?(\s+|$)`)
	// divisionOnly matches the divisions that need no number.
	divisionOnly = regexp.MustCompile(`^(?i:annex|appendix|schedule)\s*$`)
)

// divisionRank orders the divisions of legal texts, the highest lowest; 0 for
// a word that names none.
func divisionRank(name string) int {
	switch strings.ToLower(name) {
	case "book", "annex", "appendix", "schedule", "protocol":
		return 1
	case "part":
		return 2
	case "title":
		return 3
	case "chapter":
		return 4
	case "pillar", "priority", "theme":
		return 5
	case "section", "division":
		return 6
	case "subsection":
		return 7
	case "article", "rule", "regulation", "clause", "canon":
		return 8
	case "principle", "goal", "objective", "aim", "target", "recommendation", "guideline", "commitment", "action", "standard":
		return 9
	case "paragraph":
		return 10
	}
	return 0
}

// fullName writes the name of a division out, in lower case.
func fullName(name string) string {
	switch name = strings.ToLower(name); name {
	case "sec.", "sect.", "§":
		return "section"
	case "art.":
		return "article"
	case "ch.", "chap.":
		return "chapter"
	}
	return name
}

// qualified tells divisions that adjectives may stand in front of: Strategic Goal 2.
func qualified(rank int) bool { return rank == 5 || rank == 9 }

// longestTitle bounds titles, in words.
const longestTitle = 18

// parseLabel reads the label that a part begins with. What goes on like a
// sentence without any sign between ("Article 5 provides …") has none.
func parseLabel(s string) label {
	s = s[:min(len(s), 2*longLook)] // enough to tell a title from longer text
	if divisionOnly.MatchString(s) {
		name := strings.TrimSpace(s)
		return label{name: inTitleCase(name), kind: strings.ToLower(name), isWhole: true}
	}
	first, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsUpper(first) && first != '§' {
		return label{}
	}
	m := labelled.FindStringSubmatchIndex(s)
	if m == nil {
		return label{}
	}
	name, adjectives := strings.TrimSpace(s[m[4]:m[5]]), s[m[2]:m[3]]
	kind := fullName(name)
	rank := divisionRank(kind)
	initial, _ := utf8.DecodeRuneInString(name)
	if rank == 0 || adjectives != "" && !qualified(rank) || unicode.IsLower(initial) {
		return label{}
	}
	l := label{kind: kind, value: numberValue(s[m[6]:m[7]]), isWhole: m[1] == len(s) || strings.TrimSpace(s[m[1]:]) == ""}
	l.name = inTitleCase(adjectives+name) + " " + strings.Join(strings.Fields(s[m[6]:m[7]]), " ")
	if l.isWhole {
		return l
	}
	return l.withRest(s, m[1], m[8] >= 0)
}

// withRest reads what stands behind the number: a title, or text that runs in,
// or the rest of a sentence, which makes the label none.
func (l label) withRest(s string, at int, separated bool) label {
	rest := lookAt(s[at:])
	lineBreak := strings.Contains(s[max(0, at-4):at], "\n")
	if rest.lower && !separated && !lineBreak {
		return label{}
	}
	if isTitle(rest) {
		l.title = trimTitle(rest.text)
		return l
	}
	if !separated && !lineBreak && !rest.long() && rest.stop == 0 {
		return label{}
	}
	l.runIn = at
	if end := strings.Index(s[at:], ". "); separated && end > 0 { // Section 3. Definitions. In this Act …
		if title := lookAt(s[at : at+end]); title.words <= 6 && isTitleCase(title.text) {
			l.title, l.runIn = trimTitle(title.text), at+end+2
		}
	}
	return l
}

// isTitle tells whether a part looks like a title: short, no sentence, not
// closed by a stop.
func isTitle(l look) bool {
	if l.long() || l.words > longestTitle || !l.upper || modal.MatchString(l.text) || l.bracketed() {
		return false
	}
	switch l.stop {
	case 0, '?':
		return !sentenceInside.MatchString(l.text)
	case '.':
		return l.words <= 12 && isTitleCase(l.text) && !sentenceInside.MatchString(l.text)
	}
	return false
}

var (
	modal          = regexp.MustCompile(`(?i)\b(shall|must)\b`)
	sentenceInside = regexp.MustCompile(`\p{Ll}{3,}[.!?;] `)
	titleWord      = regexp.MustCompile(`^[^\p{L}]*(\p{Lu}|of$|and$|the$|for$|in$|on$|to$|or$|with$|by$|a$|an$|at$|from$|its$|under$|between$|as$|this$|that$|not$|into$|over$|via$|per$|within$|without$|upon$|than$|is$|are$)`)
)

// isTitleCase tells whether all words but the small ones begin with a capital.
func isTitleCase(s string) bool {
	for word := range strings.FieldsSeq(s) {
		if hasLetter(word) && !titleWord.MatchString(strings.TrimRight(word, ".,;:?!")) {
			return false
		}
	}
	return s != ""
}

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

// trimTitle cuts the marks off that stand around a title.
func trimTitle(s string) string {
	s = strings.TrimSpace(strings.TrimLeft(s, "-–—:. \t"))
	if strings.HasSuffix(s, "...") {
		return s
	}
	return strings.TrimRight(s, ".: —–")
}

// inTitleCase writes CHAPTER as Chapter and leaves other words alone.
func inTitleCase(s string) string {
	words := strings.Fields(s)
	for i, word := range words {
		if _, size := utf8.DecodeRuneInString(word); strings.ToUpper(word) == word {
			words[i] = word[:size] + strings.ToLower(word[size:])
		}
	}
	return strings.Join(words, " ")
}

// numberValue reads the number of a label.
func numberValue(s string) int {
	if _, value, _ := numberOf(strings.TrimRight(s, "abcdefghijklmnopqrstuvwxyz ")); value > 0 {
		return value
	}
	for i, word := range []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"} {
		if strings.EqualFold(s, word) {
			return i + 1
		}
	}
	return 0
}
