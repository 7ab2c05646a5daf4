package actor

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"mandate/graph"
)

// In returns a gazetteer that also knows what a document says its actors are
// called: "Harbour Transit Authority (HTA)", and "Public Works" of the
// Department of Public Works. What such a definition is about tells too whether
// the short name can act at all: "artificial intelligence (AI)" cannot.
func (g *Gazetteer) In(text string) *Gazetteer {
	own := &terms{g: g}
	own.acronyms(text)
	own.definitions(text)
	own.departments(text)
	own.units(text)
	if len(own.entries) == 0 && len(own.things) == 0 && len(own.roles) == 0 {
		return g
	}
	in := *g
	in.names, in.beginnings = maps.Clone(g.names), maps.Clone(g.beginnings)
	for _, e := range own.entries {
		delete(in.names, key(e.Aliases[0])) // what the document says goes before what is known elsewhere
	}
	in.add(own.entries)
	if len(own.things) > 0 || len(own.roles) > 0 {
		in.nouns = maps.Clone(g.nouns)
		for _, r := range own.roles {
			in.nouns[r.key] = r.noun
		}
		for _, k := range own.things {
			in.nouns[k] = noun{classThing, graph.OtherActor}
		}
	}
	return &in
}

// terms are the names that a document defines.
type terms struct {
	g       *Gazetteer
	entries []*Entry
	things  []string // keys of acronyms of what cannot act
	roles   []shortNoun
}

// shortNoun is the acronym of a noun for many: "chief information security
// officers (CISOs)".
type shortNoun struct {
	key string
	noun
}

// acronyms finds the acronyms in brackets behind what they are short for.
func (t *terms) acronyms(text string) {
	const longest = 12
	for at := 0; ; {
		open := strings.IndexByte(text[at:], '(')
		if open < 0 {
			return
		}
		open += at
		at = open + 1
		end := strings.IndexByte(text[at:min(len(text), at+longest)], ')')
		if end < 0 {
			continue
		}
		short := strings.TrimSuffix(text[at:at+end], "s")
		if len(short) > 1 && isAcronym(short) && strings.IndexFunc(short, notInAcronym) < 0 {
			t.acronym(longForm(text[:open], short), short, text[at:at+end])
		}
	}
}

func notInAcronym(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '&'
}

// longForm finds what an acronym is short for in front of it: its letters stand
// there in order, the first one at the beginning of a word (Schwartz and Hearst
// 2003).
func longForm(before, short string) string {
	const perLetter = 40
	before = before[max(0, len(before)-perLetter*len(short)):]
	if cut := strings.LastIndexAny(before, ".;:()\n"); cut >= 0 {
		before = before[cut+1:]
	}
	letters := []rune(strings.ToLower(short))
	words := []rune(before)
	at := len(words)
	for i := len(letters) - 1; i >= 0; i-- {
		if !unicode.IsLetter(letters[i]) && !unicode.IsDigit(letters[i]) {
			continue
		}
		for at--; at >= 0; at-- {
			first := at == 0 || !unicode.IsLetter(words[at-1])
			if unicode.ToLower(words[at]) == letters[i] && (i > 0 || first) {
				break
			}
		}
		if at < 0 {
			return ""
		}
	}
	return strings.TrimSpace(string(words[at:]))
}

// acronym notes what long is called in short.
func (t *terms) acronym(long, short, written string) {
	if long == "" || t.g.names[key(short)].entry != nil && t.g.entry(long) == t.g.names[key(short)].entry {
		return
	}
	n := t.g.nounOf(key(headPart(long)))
	proper := startsUpper(long) && startsUpper(long[strings.LastIndexByte(long, ' ')+1:])
	switch {
	case t.g.entry(long) != nil:
		known := *t.g.entry(long)
		known.Aliases = append([]string{short}, known.Aliases...)
		t.entries = append(t.entries, &known)
	case proper && n.class != classWeak && (n.acts() && n.class != classRole || n.class == "" && !endsAny(key(headPart(long)), abstractions)):
		t.entries = append(t.entries, &Entry{Label: long, Kind: t.kind(long, n), Aliases: slices.Compact([]string{short, written})})
	case n.acts():
		t.roles = append(t.roles, shortNoun{key(short), n})
	case !n.acts() && n.class != classWeak:
		t.things = append(t.things, key(short))
	}
}

// kind is the kind of a body by its name, which may begin with that of an
// organisation that it is part of.
func (t *terms) kind(name string, n noun) graph.ActorKind {
	for i, r := range name {
		if r == ' ' {
			if e := t.g.entry(name[:i]); e != nil && e.Kind == graph.InternationalOrganization {
				return e.Kind
			}
		}
	}
	return kindOf(strings.Fields(key(headPart(name))), n, true)
}

// headPart is a name up to what it is for: "Office" of "Office for Students".
func headPart(name string) string {
	for _, p := range []string{" of ", " for ", " on ", " in ", " to ", " against "} {
		if at := strings.Index(name, p); at > 0 {
			name = name[:at]
		}
	}
	return name
}

// departments finds ministries and departments, which are called by what they
// are for where that takes several words ("Human Resources shall"). Only a text
// that lets such a name act so means the body by it: elsewhere "Human Rights" are
// what the Department of Human Rights is for.
func (t *terms) departments(text string) {
	seen := map[string]bool{}
	for _, head := range []string{"Department", "Ministry"} {
		for rest := text; ; {
			at := strings.Index(rest, head)
			if at < 0 {
				break
			}
			label, short := department(head, rest[max(0, at-80):at], rest[at+len(head):min(len(rest), at+120)])
			rest = rest[at+len(head):]
			known := seen[label] || t.g.names[key(short)].entry != nil || t.g.names[key(label)].entry != nil
			seen[label] = true
			if !known && strings.Contains(short, " ") && actsIn(text, short) {
				t.entries = append(t.entries, &Entry{Label: label, Kind: graph.GovernmentBody, Aliases: []string{short}})
			}
		}
	}
}

// department returns the name of the one whose head noun stands between two
// texts, and what it is for; of what "Departments" are for, many are there.
func department(head, before, after string) (label, short string) {
	if strings.IndexFunc(after, unicode.IsLetter) == 0 {
		return "", ""
	}
	if of, ok := strings.CutPrefix(after, " of "); ok {
		short = capitalRun(strings.Fields(strings.TrimPrefix(of, "the ")))
		return head + " of " + short, short
	}
	if !strings.HasSuffix(before, " ") {
		return "", ""
	}
	words := strings.Fields(before[strings.LastIndexAny(before, ".;:()\n")+1:])
	from := len(words)
	for from > 0 && (startsUpper(words[from-1]) && words[from-1] != "The" || words[from-1] == "and") && !strings.HasSuffix(words[from-1], ",") {
		from--
	}
	short = strings.TrimPrefix(strings.Join(words[from:], " "), "and ")
	return short + " " + head, short
}

// actsIn reports whether a text has a name by itself, no part of a longer one,
// for the subject of a duty.
func actsIn(text, name string) bool {
	for at := 0; ; {
		next := strings.Index(text[at:], name)
		if next < 0 {
			return false
		}
		before := text[:at+next]
		at += next + len(name)
		if acting(text[at:]) && !strings.HasSuffix(before, " of ") && !strings.HasSuffix(before, " of the ") {
			return true
		}
	}
}

// capitalRun joins the capitalised words at the beginning, "and" between them
// included.
func capitalRun(words []string) string {
	to := 0
	for i, w := range words {
		switch bare := strings.TrimRight(w, ".,;:)"); {
		case startsUpper(bare):
			words[i], to = bare, i+1
			if bare != w {
				return strings.Join(words[:to], " ")
			}
		case w != "and" && w != "&":
			return strings.Join(words[:to], " ")
		}
	}
	return strings.Join(words[:to], " ")
}
