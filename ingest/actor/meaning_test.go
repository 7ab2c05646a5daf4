package actor

import "testing"

func TestDefinitions(t *testing.T) {
	in := load(t).In("The Secretary shall pay.\nThe term Secretary means the Secretary of Boats.\n“Board” means the Coastal Kelp Board established under section 4; " +
		"\"Warden\" means the Minister responsible for kelp. 'Officer' means a person whom the Board appoints. Union means the European Union. " +
		"The expression “Agency” refers to the Agency for Dykes and Sluices.")
	for name, want := range map[string]string{
		"Secretary": "Secretary of Boats", "Board": "Coastal Kelp Board", "Warden": "", "Officer": "", "Union": "European Union",
		"Agency": "Agency for Dykes and Sluices",
	} {
		if e, _ := in.Lookup(name); e.Label != want {
			t.Errorf("%s: got %q, want %q", name, e.Label, want)
		}
	}
}

func TestProperName(t *testing.T) {
	for text, want := range map[string]string{
		"Secretary of the Interior, or a delegate": "Secretary of the Interior",
		"Board of Pilots established by law":       "Board of Pilots",
		"Minister responsible for tides":           "",
		"Council":                                  "Council",
		"of":                                       "",
		"":                                         "",
	} {
		if got := properName(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// What a text says a name means goes before a longer name that it is part of.
func TestDefinedNamesAreNoShortForms(t *testing.T) {
	r := load(t).In("The term Secretary means the Secretary of Boats.").NewResolver()
	var got []Referent
	for i, words := range []string{secretaryOf, secretaryActs} {
		s := tree(t, words)
		r.Read(i, s)
		got = r.Resolve(Mention{Sentence: i, Tree: s, Head: headOfTree(s)})
	}
	if len(got) != 1 || got[0].Actor != "secretary-of-boats" {
		t.Errorf("got %+v", got)
	}
}
