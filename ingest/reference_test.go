package ingest

import (
	"slices"
	"strings"
	"testing"

	"mandate/graph"
)

func TestReferences(t *testing.T) {
	const text = `Lagoon Convention on Reed Beds

Members shall maintain peace and publish their charts. In accordance with the Charter of the United Nations, Members shall
meet every year and settle their disputes. Norway, which signed the Paris Agreement, will plant trees. Nothing shall be
sold under Article 5 of this Convention. Kenya supports the Lagoon Act 1998 (LAA).
`
	r, err := pipeline(t).Read(t.Context(), FromText("lagoon.txt", "", []byte(text)))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, s := range r.Statements {
		got[s.Aim] += strings.Join(s.References, "; ")
		if slices.Contains(s.Involves, "united-nations") {
			t.Errorf("%s involves the United Nations, of which only the charter is named", s.Aim)
		}
	}
	for aim, want := range map[string]string{
		"maintain": "", "publish": "", "meet": "UN Charter", "settle": "UN Charter", "plant": "",
		"sell":    "Lagoon Convention on Reed Beds; Article 5 of the Lagoon Convention on Reed Beds",
		"support": "Lagoon Act 1998",
	} {
		if got[aim] != want {
			t.Errorf("%s refers to %q, want %q", aim, got[aim], want)
		}
	}
	if alts := r.AltLabels[graph.InstrumentIRI("Lagoon Act 1998")]; !slices.Equal(alts, []string{"LAA"}) {
		t.Errorf("other names of the act: %q", alts)
	}
	if err := r.Validate(); err != nil {
		t.Error(err)
	}
}
