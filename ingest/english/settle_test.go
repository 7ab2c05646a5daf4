package english

import (
	"testing"

	"mandate/data"
)

func TestModalsGovernVerbs(t *testing.T) {
	m, err := Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text, word, upos string
	}{
		{"The Secretary shall issue standards for pilots.", "issue", "VERB"},
		{"The Director must also record complaints.", "record", "VERB"},
		{"The Fund may not report losses.", "report", "VERB"},
		{"What should market operators do?", "market", "NOUN"},
		{"The work may market forces serve.", "work", "NOUN"},
	} {
		s := m.Parse(c.text)
		found := false
		for _, tok := range s.Tokens {
			if tok.Text == c.word {
				found = true
				if tok.UPOS != c.upos {
					t.Errorf("%q: %s is %s, want %s", c.text, c.word, tok.UPOS, c.upos)
				}
			}
		}
		if !found {
			t.Errorf("%q has no %q", c.text, c.word)
		}
	}
}
