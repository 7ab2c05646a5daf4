// Package instrument finds where sentences name treaties, laws, resolutions,
// agendas and numbered goals, and makes one label of their spellings. It stands
// right of ingest/english, whose tokens it reads; ingest/statement asks it what
// is a name and no topic, the pipeline what a document refers to.
package instrument

import (
	"fmt"
	"io/fs"
	"strings"

	"mandate/ingest/wordlist"
)

// Kind tells instruments and goals apart.
type Kind string

// The kinds of what is named.
const (
	Instrument Kind = "instrument"
	Goal       Kind = "goal"
)

// Entry is an instrument or goal known by name.
type Entry struct {
	Label   string
	Kind    Kind
	Aliases []string
}

// Gazetteer holds the names and nouns of instruments. It is immutable and safe
// for concurrent use.
type Gazetteer struct {
	names      map[string]name   // by key
	entries    map[string]*Entry // by label
	beginnings map[string]bool   // first words of keys
	nouns      map[string]class
}

// name is one of the names of an entry.
type name struct {
	*Entry
	acronym bool // counts only where it stands in capitals
}

// class of a noun that heads the name of an instrument, see data/instruments/nouns.tsv.
type class string

const (
	treaty class = "treaty"
	law    class = "law"
	act    class = "act"
	plan   class = "plan"
)

// Load reads the lists of instruments out of data.FS, or a folder laid out like
// it.
func Load(fsys fs.FS) (*Gazetteer, error) {
	g := &Gazetteer{names: map[string]name{}, entries: map[string]*Entry{}, beginnings: map[string]bool{}, nouns: map[string]class{}}
	err := wordlist.Each(fsys, "instruments/nouns.tsv", 2, func(col []string) error {
		switch class(col[0]) {
		case treaty, law, act, plan:
		default:
			return fmt.Errorf("%q is no class of noun", col[0])
		}
		for noun := range strings.SplitSeq(col[1], "|") {
			g.nouns[noun] = class(col[0])
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = wordlist.Each(fsys, "instruments/names.tsv", 3, func(col []string) error {
		e := &Entry{Label: col[1], Kind: Kind(col[0])}
		if e.Kind != Instrument && e.Kind != Goal {
			return fmt.Errorf("%q is no kind of what is named", col[0])
		}
		g.entries[e.Label] = e
		if e.Kind == Instrument {
			g.index(e.Label, e)
		} // the label of a goal is no name: "gender equality" need not mean that goal
		for alias := range strings.SplitSeq(col[2], "|") {
			if alias != "" {
				e.Aliases = append(e.Aliases, alias)
				g.index(alias, e)
			}
		}
		return nil
	})
	return g, err
}

func (g *Gazetteer) index(text string, e *Entry) {
	k := key(text)
	if _, taken := g.names[k]; taken {
		return
	}
	g.names[k] = name{e, text == strings.ToUpper(text)}
	for i := range len(k) {
		if k[i] == ' ' {
			g.beginnings[k[:i]] = true
		}
	}
}
