// Package actor turns the phrases that name an actor into actors: one node
// however it is spelt. It stands between ingest/statement, which finds the
// phrases and asks it who can act, and graph, whose Actor it makes; names and
// nouns come from package data.
package actor

import (
	"fmt"
	"io/fs"
	"strings"

	"mandate/graph"
	"mandate/ingest/wordlist"
)

// Entry is an actor known by name: a state or an organisation.
type Entry struct {
	Label      string
	Kind       graph.ActorKind
	PartOf     string   // label of the organisation or state that it is an organ of, or empty
	Aliases    []string // formal name, acronym, former names
	Adjectives []string // of a state: "Chinese"
	Titled     bool     // counts only where each word has a capital: Public Works
	Defined    bool     // the document says what its name means
}

// Gazetteer holds the known names and nouns of actors. It is immutable and safe
// for concurrent use.
type Gazetteer struct {
	names      map[string]name   // by key
	beginnings map[string]bool   // first words of keys: "people's republic" of "people's republic of china"
	adjectives map[string]*Entry // by key: "chinese"
	nouns      map[string]noun   // by key, singular
	things     map[string]bool   // nouns that only look like persons
	units      map[string][]unit // by the first word of their names
}

// name is one of the names of an entry.
type name struct {
	entry   *Entry
	acronym bool // counts only where it stands in capitals: WHO, US
}

// Load reads the lists of actors out of data.FS, or a folder laid out like it.
func Load(fsys fs.FS) (*Gazetteer, error) {
	g := &Gazetteer{
		names: map[string]name{}, beginnings: map[string]bool{}, adjectives: map[string]*Entry{},
		nouns: map[string]noun{}, things: map[string]bool{}, units: map[string][]unit{},
	}
	for _, read := range []func(fs.FS) error{g.readStates, g.readOrganisations, g.readNouns, g.readThings, g.readUnits} {
		if err := read(fsys); err != nil {
			return nil, fmt.Errorf("load actors: %w", err)
		}
	}
	return g, nil
}

func (g *Gazetteer) readStates(fsys fs.FS) error {
	var entries []*Entry
	err := wordlist.Each(fsys, "actors/states.tsv", 4, func(col []string) error {
		entries = append(entries, &Entry{
			Label: col[1], Kind: graph.State, Aliases: list(col[2]), Adjectives: list(col[3]),
		})
		return nil
	})
	g.add(entries)
	return err
}

func (g *Gazetteer) readOrganisations(fsys fs.FS) error {
	var entries []*Entry
	err := wordlist.Each(fsys, "actors/organisations.tsv", 4, func(col []string) error {
		kind, err := parseKind(col[1])
		entries = append(entries, &Entry{Label: col[0], Kind: kind, PartOf: col[2], Aliases: list(col[3])})
		return err
	})
	g.add(entries)
	return err
}

// add indexes entries by label and alias; a label stands before an alias that
// is spelt the same ("Congo"), and an earlier alias before a later one.
func (g *Gazetteer) add(entries []*Entry) {
	for _, e := range entries {
		g.index(e.Label, e)
	}
	for _, e := range entries {
		for _, a := range e.Aliases {
			g.index(a, e)
		}
		for _, a := range e.Adjectives {
			g.adjectives[key(a)] = e
		}
	}
}

func (g *Gazetteer) index(text string, e *Entry) {
	k := key(text)
	if _, taken := g.names[k]; taken || k == "" {
		return
	}
	g.names[k] = name{e, isAcronym(text)}
	for i := range len(k) {
		if k[i] == ' ' {
			g.beginnings[k[:i]] = true
		}
	}
}

// Lookup finds the entry of a name as a text writes it: with or without "the",
// in either spelling of English. A name in small letters is none, and acronyms
// need their capitals: "who" is not the World Health Organization.
func (g *Gazetteer) Lookup(text string) (Entry, bool) {
	if e := g.entry(text); e != nil {
		return *e, true
	}
	return Entry{}, false
}

func (g *Gazetteer) entry(text string) *Entry {
	text = strings.TrimPrefix(text, "the ")
	return g.entryOf(key(text), text)
}

// titled reports whether every word of a name but "and" has a capital.
func titled(text string) bool {
	for _, w := range strings.Fields(text) {
		if w != "and" && !startsUpper(w) {
			return false
		}
	}
	return true
}

// entryOf finds the entry of a key whose text is written so.
func (g *Gazetteer) entryOf(k, text string) *Entry {
	n, ok := g.names[k]
	switch {
	case !ok || !hasUpper(text):
		return nil
	case n.acronym && hasLower(text), n.entry.Titled && !titled(text):
		return nil
	}
	return n.entry
}
