package actor

import (
	"io/fs"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mandate/graph"
	"mandate/ingest/wordlist"
)

// unit is a department that is called by what it is for: "Public Works".
type unit struct {
	name string
	kind graph.ActorKind
}

// readUnits files the units under the first words of their names, the longest
// first.
func (g *Gazetteer) readUnits(fsys fs.FS) error {
	err := wordlist.Each(fsys, "actors/units.tsv", 2, func(col []string) error {
		kind, err := parseKind(col[0])
		for _, name := range list(col[1]) {
			first, _, _ := strings.Cut(name, " ")
			g.units[first] = append(g.units[first], unit{name, kind})
		}
		return err
	})
	for _, us := range g.units {
		slices.SortFunc(us, func(a, b unit) int { return len(b.name) - len(a.name) })
	}
	return err
}

// units finds the departments that a text lets act by the name of what they are
// for: in capitals, without an article, in front of what binds a subject. One
// word at the beginning of a sentence may be any noun.
func (t *terms) units(text string) {
	seen := map[string]bool{}
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsLetter(r) {
			at += size
			continue
		}
		end := wordEnd(text, at)
		if u, ok := t.unitAt(text, at, end); ok && !seen[u.name] {
			seen[u.name] = true
			t.entries = append(t.entries, &Entry{Label: u.name, Kind: u.kind, Aliases: []string{u.name}, Titled: true})
		}
		at = end
	}
}

// wordEnd is where the word that begins at byte i of text ends.
func wordEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) {
			break
		}
		i += size
	}
	return i
}

// unitAt is the unit whose name begins with the word [at,end) and acts there.
func (t *terms) unitAt(text string, at, end int) (unit, bool) {
	for _, u := range t.g.units[text[at:end]] {
		if !strings.HasPrefix(text[at:], u.name) || t.g.names[key(u.name)].entry != nil {
			continue
		}
		single := end-at == len(u.name)
		if acting(text[at+len(u.name):]) && (opensName(text[:at], !single) || opensName(text[:at], true) && heads(text, u.name)) {
			return u, true
		}
	}
	return unit{}, false
}

// heads reports whether a line of a text is just that name, with a number or a
// mark in front: the heading of what a department does.
func heads(text, name string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return false
		}
		from, to := at+i, at+i+len(name)
		at = to
		line := text[strings.LastIndexByte(text[:from], '\n')+1 : from]
		if (to == len(text) || text[to] == '\n' || text[to] == '\r') && strings.IndexFunc(line, unicode.IsLetter) < 0 {
			return true
		}
	}
}

// opensName reports whether a name may begin behind a text: no article,
// preposition or other name stands there, and no sentence begins unless
// atStart allows it.
func opensName(before string, atStart bool) bool {
	before = before[max(0, len(before)-40):]
	trimmed := strings.TrimRight(before, " ")
	if trimmed == "" || strings.ContainsAny(trimmed[len(trimmed)-1:], ".:;\n\t)•-") {
		return atStart
	}
	if strings.HasSuffix(trimmed, ",") {
		return true
	}
	word := trimmed[strings.LastIndexAny(trimmed, " \n\t(")+1:]
	return slices.Contains([]string{"and", "or", "while", "whereas", "that", "if", "where", "when", "then", "but", "also", "both"}, word)
}

// acting reports whether what follows a name makes it the subject of a duty: a
// modal in the active voice, "needs to", "is responsible", "is to".
func acting(behind string) bool {
	const enough = 40 // bytes for two words
	words := strings.Fields(behind[:min(len(behind), enough)])
	if len(words) == 0 || !strings.HasPrefix(behind, " ") {
		return false
	}
	if first, leadsIn := strings.CutSuffix(words[0], ":"); leadsIn {
		return binding(first, "")
	}
	return len(words) > 1 && binding(words[0], words[1])
}

func binding(first, second string) bool {
	switch first {
	case "shall", "must", "should", "will", "may":
		return second != "be" && second != "not" && second != "have"
	case "needs", "need", "has", "have", "ought":
		return second == "to"
	case "is", "are":
		return slices.Contains([]string{"responsible", "to", "required", "tasked", "charged", "accountable", "expected", "in"}, second)
	}
	return false
}
