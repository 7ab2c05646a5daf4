// Package instrument finds where sentences name treaties, laws, resolutions,
// agendas and numbered goals, and makes one label of their spellings. It stands
// right of ingest/english, whose tokens it reads; ingest/statement asks it what
// is a name and no topic, the pipeline what a document refers to.
package instrument

import (
	"bufio"
	"fmt"
	"io/fs"
	"strings"
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
	err := eachRow(fsys, "instruments/nouns.tsv", 2, func(col []string) {
		for noun := range strings.SplitSeq(col[1], "|") {
			g.nouns[noun] = class(col[0])
		}
	})
	if err != nil {
		return nil, err
	}
	err = eachRow(fsys, "instruments/names.tsv", 3, func(col []string) {
		e := &Entry{Label: col[1], Kind: Kind(col[0])}
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

// eachRow calls add with the tab-separated columns of each line of a file that
// is neither empty nor a comment.
func eachRow(fsys fs.FS, file string, columns int, add func([]string)) error {
	f, err := fsys.Open(file)
	if err != nil {
		return fmt.Errorf("load instruments: %w", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		col := strings.Split(line, "\t")
		if len(col) != columns {
			return fmt.Errorf("load instruments: %s:%d has %d columns, not %d", file, n, len(col), columns)
		}
		add(col)
	}
	return lines.Err()
}
