package actor

import (
	"regexp"
	"slices"
	"strings"
)

// means is a definition that gives a short name to one body or office, with or
// without quotation marks: "the term Secretary means the Secretary of Water".
var means = regexp.MustCompile(`(?:["“‘']|\b(?i:the )?(?i:term|expression|word)s? ["“‘']?|\n|; |\. )(?:[Tt]he )?(\p{Lu}[\pL-]*(?: \p{Lu}[\pL-]*){0,3})["”’']? ` +
	`(?i:means|shall mean|refers to|shall refer to|denotes) (?:the )(\p{Lu}[^.;:()\n]{2,120})`)

// definitions finds what a document means by short names. What they are short
// for may be defined behind all that uses them, as bills do.
func (t *terms) definitions(text string) {
	for _, m := range means.FindAllStringSubmatch(text, -1) {
		short, long := m[1], properName(m[2])
		if long == "" || key(long) == key(short) || !strings.Contains(long, " ") {
			continue
		}
		n := t.g.nounOf(key(headPart(long)))
		switch e := t.g.entry(long); {
		case e != nil:
			known := *e
			known.Aliases, known.Defined = append([]string{short}, known.Aliases...), true
			t.entries = append(t.entries, &known)
		case n.acts() && n.class != classGroup && n.class != classState:
			t.entries = append(t.entries, &Entry{Label: long, Kind: t.kind(long, n), Aliases: []string{short}, Defined: true})
		}
	}
}

// properName is the name that a text begins with: words in capitals and what
// joins them; empty where a word in small letters goes on with it, as in "the
// Minister responsible for water".
func properName(text string) string {
	words := strings.Fields(text)
	to := 0
	for i, w := range words {
		bare := strings.TrimRight(w, ",\"”’'")
		switch {
		case startsUpper(bare):
			to = i + 1
			if bare != w {
				return strings.Join(append(words[:i:i], bare), " ")
			}
		case slices.Contains([]string{"of", "the", "for", "and", "on", "de", "&"}, w) && i > 0:
		case slices.Contains([]string{"established", "constituted", "appointed", "designated", "created", "as", "or", "under", "in"}, w):
			return strings.Join(words[:to], " ")
		default:
			return ""
		}
	}
	return strings.Join(words[:to], " ")
}
