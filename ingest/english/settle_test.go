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

func TestLemmasOfVerbsThatTreebanksLack(t *testing.T) {
	m, err := Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	for form, want := range map[string]string{"audited": "audit", "recycled": "recycle", "eroding": "erode", "tripled": "triple", "overstates": "overstate"} {
		xpos := map[byte]string{'d': "VBN", 'g': "VBG", 's': "VBZ"}[form[len(form)-1]]
		if got := m.lemmas.Lemma(form, "VERB", xpos); got != want {
			t.Errorf("%s is a form of %q, want %q", form, got, want)
		}
	}
}
