package ingest

import (
	"slices"
	"strings"
	"testing"
)

// Definitions and rules that say what something is, is made of or since when it
// holds are counted and lay nothing on anybody; duties in like words are duties.
func TestConstitutiveRulesLayNoDuty(t *testing.T) {
	constitutive := []string{
		`“Skiff” means any boat that must be registered.`,
		`In this Act, "pilot" means a person who is required to hold a licence.`,
		`For the purposes of this Chapter, the term "catch" includes any fish that the master shall land.`,
		`The expression “owner”, in relation to a boat, means the person who must insure it.`,
		`As used in these rules, “tide” and “ebb” have the meanings that the Board shall publish.`,
		`References to the Board include its committees.`,
		`By "warden" is meant whoever shall keep the gate.`,
		`Port data shall mean any information about a port.`,
		`The Panel consists of nine members.`,
		`The Panel shall be composed of nine members.`,
		`The Assembly shall comprise all Members.`,
		`There is established a Council for the Lakes.`,
		`There shall be a Commission to oversee the locks.`,
		`A Fund for Lighthouses is hereby established.`,
		`The Authority shall be a body corporate.`,
		`The Institute shall have legal personality.`,
		`The Centre shall have its seat in Accra.`,
		`The Centre shall be located in Oslo.`,
		`The Union shall be known as the Tide Union.`,
		`"Minister" shall be construed as a reference to the Minister for Fisheries.`,
		`Nothing in this Act shall be taken to affect the rights of fishers.`,
		`An application shall be treated as withdrawn when a year has passed.`,
		`A decision of the Board shall be final.`,
		`This Convention shall enter into force on the thirtieth day.`,
		`English shall be the language of the Tribunal.`,
	}
	for _, text := range constitutive {
		r, err := pipeline(t).Read(t.Context(), FromText("text.txt", "", []byte(text)))
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Statements) > 0 || r.Unread.Constitutive != 1 {
			t.Errorf("%s\n%d statements, %d constitutive rules, want 0 and 1", text, len(r.Statements), r.Unread.Constitutive)
		}
	}
	duties := map[string]string{
		"Applications shall be considered by the Board.":              "Board | shall | obligation | consider | Applications",
		"Patients shall be treated within a day.":                     "unassigned | shall | obligation | treat | Patients",
		"The Board shall include in its report a list of the wrecks.": "Board | shall | obligation | include | a list of the wrecks",
		"The notice shall be read by the clerk.":                      "Clerks | shall | obligation | read | The notice",
		"The Board shall establish a fund.":                           "Board | shall | obligation | establish | a fund",
		"The delegate must be available at all times.":                "Delegates | must | obligation | be | available at all times",
		"The clerk shall explain the term “catch” to the crew.":       "Clerks | shall | obligation | explain | the term",
	}
	for text, want := range duties {
		r, err := pipeline(t).Read(t.Context(), FromText("text.txt", "", []byte(text)))
		if err != nil {
			t.Fatal(err)
		}
		if got := said(t, text); !slices.Equal(got, []string{want}) || r.Unread.Constitutive != 0 {
			t.Errorf("%s\nfound %s, %d constitutive rules; want %s", text, strings.Join(got, "; "), r.Unread.Constitutive, want)
		}
	}
}
