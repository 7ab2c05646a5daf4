package actor

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"mandate/data"
	"mandate/graph"
	"mandate/ingest/wordlist"
)

// entries returns every entry of the gazetteer once, by label.
func entries(g *Gazetteer) map[string]*Entry {
	out := map[string]*Entry{}
	for _, n := range g.names {
		out[n.entry.Label] = n.entry
	}
	return out
}

func TestGazetteerHoldsWhoActs(t *testing.T) {
	all := entries(load(t))
	states, organisations := 0, 0
	for label, e := range all {
		switch e.Kind {
		case graph.State:
			states++
		default:
			organisations++
		}
		if e.PartOf != "" && all[e.PartOf] == nil {
			t.Errorf("%s is part of %q, which is not in the lists", label, e.PartOf)
		}
	}
	if states != 195 || organisations < 250 {
		t.Errorf("%d states and %d organisations", states, organisations)
	}
	for _, none := range []string{"Antarctica", "Guam", "Hong Kong", "World"} {
		if all[none] != nil {
			t.Errorf("%s is in the lists", none)
		}
	}
}

// An alias belongs to one organisation; only labels of states may stand before
// another state's alias.
func TestAliasesAreUnique(t *testing.T) {
	owner := map[string]string{}
	seen := 0
	err := wordlist.Each(data.FS, "actors/organisations.tsv", 4, func(col []string) error {
		for _, a := range append(list(col[3]), col[0]) {
			seen++
			if o, taken := owner[key(a)]; taken && o != col[0] {
				t.Errorf("%q is a name of %s and of %s", a, o, col[0])
			}
			owner[key(a)] = col[0]
		}
		return nil
	})
	if err != nil || seen < 500 {
		t.Fatalf("%d names, %v", seen, err)
	}
}

func TestLoadSaysWhatIsWrong(t *testing.T) {
	good := fstest.MapFS{}
	for _, name := range []string{"states.tsv", "organisations.tsv", "nouns.tsv", "wordnet.tsv", "things.txt", "units.tsv"} {
		good["actors/"+name] = &fstest.MapFile{}
	}
	if _, err := Load(good); err != nil {
		t.Fatalf("empty lists: %v", err)
	}
	for name, c := range map[string]struct{ file, text, want string }{
		"columns": {"states.tsv", "CN\tChina\n", "states.tsv:1: 2 columns, want 4"},
		"kind":    {"organisations.tsv", "A\tClub\t\t\n", `"Club" is no kind`},
		"class":   {"nouns.tsv", "# c\nverb\tState\tact\n", `nouns.tsv:2: "verb" is no class`},
		"row":     {"wordnet.tsv", "body\tState\n", "wordnet.tsv:1: 2 columns, want 3"},
		"twice":   {"nouns.tsv", "body\tState\tboard|board\n", `"board" stands twice`},
	} {
		t.Run(name, func(t *testing.T) {
			bad := fstest.MapFS{}
			for k, v := range good {
				bad[k] = v
			}
			bad["actors/"+c.file] = &fstest.MapFile{Data: []byte(c.text)}
			if _, err := Load(bad); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
	delete(good, "actors/nouns.tsv")
	if _, err := Load(good); err == nil || !strings.Contains(err.Error(), fs.ErrNotExist.Error()) {
		t.Errorf("missing list: %v", err)
	}
}
