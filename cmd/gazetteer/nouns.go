package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// Synsets that decide which nouns name actors. A name stands for every synset
// that lists it and lies under person or group.
var (
	// working are the kinds of person that policies address: who does, has,
	// uses, receives or belongs to something.
	working = []string{"worker", "leader", "expert", "intellectual", "professional", "communicator", "traveler", "inhabitant",
		"authority", "capitalist", "creator", "contestant", "defender", "user", "recipient", "relative", "peer", "client",
		"learner", "owner", "preserver", "applicant", "signer", "combatant", "disputant", "entertainer", "sick_person", "party",
		"appointee", "advocate", "negotiator", "nonworker", "adjudicator", "perceiver", "official"}
	// reviling are the kinds of person that say what a speaker thinks of
	// somebody, and beings that are none.
	reviling = []string{"bad_person", "simpleton", "sensualist", "drunkard", "failure", "enchantress", "imaginary_being",
		"oddball", "fool", "lover", "nonperson"}
	// gathered are the groups that only are or happen, and do nothing.
	gathered = []string{"movement", "gathering", "art_movement", "political_system", "arrangement", "tradition"}
	// made are the things that a compound with the head of an actor names: a
	// solar panel, a circuit breaker.
	made = []string{"instrumentality", "substance", "body_part", "organism", "natural_object", "unit_of_measurement",
		"chemical_group", "covering", "food", "sheet"}
)

// groupKind is a kind of actor and the groups that are of it.
type groupKind struct {
	kind  string
	under []string
}

// groupKinds are the kinds of actor by the groups that they lie under; the
// first that fits counts.
var groupKinds = []groupKind{
	{"GovernmentBody", []string{"military_unit", "police", "government", "court", "legislature", "executive_department"}},
	{"Company", []string{"enterprise", "company", "business", "firm"}},
	{"CivilSociety", []string{"union", "club", "association", "political_party", "religion", "denomination", "fraternity"}},
	{"Collective", []string{"kin", "people", "gang", "crowd", "family", "set", "ethnic_group", "tribe", "citizenry"}},
}

// coarse finds glosses of words that a list for policy texts can do without.
var coarse = regexp.MustCompile(`(?i)\b(slur|offensive|disparag|derogat|descent|gypsy|racial|contempt|slang|insult|stupid|obscene|nickname|affected|silly|` +
	`foolish|dull|ugly|annoying|despicable|effeminate|prostitut|sexual|archaic|nymph|mentally|unpleasant|old-fashioned)`)

// nouns lists what WordNet knows of the nouns that the list made by hand leaves
// open, in the columns of that list: persons that no ending gives away, groups,
// compounds and acronyms that name things.
func (wn *wordnet) nouns(handmade string) ([]string, error) {
	known, err := readHeads(handmade)
	if err != nil {
		return nil, err
	}
	l := lister{wn: wn, known: known, rows: map[string][]string{}}
	for w, senses := range wn.senses {
		l.sort(strings.ReplaceAll(w, "_", " "), senses)
	}
	lines := []string{"# made by cmd/gazetteer from WordNet 3.1, see README.md"}
	for row, words := range l.rows {
		slices.Sort(words)
		const perLine = 40
		for some := range slices.Chunk(words, perLine) {
			lines = append(lines, row+"\t"+strings.Join(some, "|"))
		}
	}
	slices.Sort(lines[1:])
	return lines, nil
}

// lister sorts nouns into the rows of the list.
type lister struct {
	wn    *wordnet
	known map[string]string   // class of the nouns in the list made by hand
	rows  map[string][]string // by class and kind
}

func (l *lister) sort(phrase string, senses []string) {
	head := phrase[strings.LastIndexByte(phrase, ' ')+1:]
	first := l.wn.synsets[senses[0]]
	if _, listed := l.known[phrase]; listed || !plainPhrase(phrase) {
		return
	}
	switch row := l.row(phrase, senses[0]); {
	case l.wn.acronym(phrase, senses):
		l.add("thing\tOrganization", phrase)
	case isName(first, strings.ReplaceAll(phrase, " ", "_")):
	case head != phrase && l.actsAlone(head):
		if !slices.ContainsFunc(senses, l.wn.acts) && l.wn.under(senses[0], made) && !l.wn.under(senses[0], []string{"medium"}) {
			l.add("thing\tOrganization", phrase)
		}
	case row != "" && !l.wn.adjectives[phrase] && !coarse.MatchString(first.gloss) && l.wn.mainly(phrase, senses):
		l.add(row, phrase)
	}
}

func (l *lister) add(row, phrase string) { l.rows[row] = append(l.rows[row], phrase) }

// row is the class and kind of an actor of that synset, empty for none.
func (l *lister) row(phrase, synset string) string {
	person := l.wn.above(synset)[personRoot]
	switch {
	case person && (strings.Contains(phrase, " ") || endsAny(phrase, agentive)):
		return "" // the head or the ending says it
	case person && l.wn.under(synset, working) && !l.wn.under(synset, reviling):
		return "role\tIndividual"
	case person || !l.wn.acts(synset) || l.wn.under(synset, gathered):
		return ""
	}
	if one := strings.TrimSuffix(phrase, "s"); one != phrase && (l.known[one] != "" || l.wn.senses[one] != nil) {
		return ""
	}
	kind := "Organization"
	if i := slices.IndexFunc(groupKinds, func(k groupKind) bool { return l.wn.under(synset, k.under) }); i >= 0 {
		kind = groupKinds[i].kind
	}
	official := kind == "GovernmentBody" || kind == "Organization"
	switch {
	case strings.Contains(phrase, " ") && !official:
		return "" // loose talk, most of them: "inner circle", "white knight"
	case kind == "Collective":
		return "group\tCollective"
	}
	return "body\t" + kind
}

// actsAlone reports whether a noun is taken for an actor where nothing stands
// before it.
func (l *lister) actsAlone(head string) bool {
	switch l.known[head] {
	case "state", "body", "office", "role", "group":
		return true
	case "":
		s := l.wn.senses[head]
		return len(head) > 4 && endsAny(head, agentive) && (s == nil || l.wn.acts(s[0]))
	}
	return false
}

var plain = regexp.MustCompile(`^[a-z][a-z-]+( [a-z][a-z-]+)*$`)

// plainPhrase passes over phrases with a preposition: what is before that
// decides.
func plainPhrase(phrase string) bool {
	inner := " " + phrase + " "
	return plain.MatchString(phrase) && !slices.ContainsFunc([]string{" of ", " in ", " for ", " to ", " on "},
		func(p string) bool { return strings.Contains(inner, p) })
}

// readHeads reads the classes of the nouns in nouns.tsv.
func readHeads(path string) (map[string]string, error) {
	f, err := os.Open(filepath.Clean(path))
	if err != nil {
		return nil, fmt.Errorf("read nouns: %w", err)
	}
	defer f.Close()
	out := map[string]string{}
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for n := 1; in.Scan(); n++ {
		line := in.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		col := strings.Split(line, "\t")
		if len(col) != 3 {
			return nil, fmt.Errorf("%s:%d: %d columns, want class, kind, nouns", path, n, len(col))
		}
		for _, w := range strings.Split(col[2], "|") {
			out[w] = col[0]
		}
	}
	return out, in.Err()
}
