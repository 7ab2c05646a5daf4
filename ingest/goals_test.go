package ingest

import (
	"slices"
	"testing"

	"mandate/graph"
)

// coral has goals as headings, numbered before a sentence, listed in sentences
// and named.
const coral = `The Coral Strategy

Outlook

Reefs grow slowly and die fast.

Objectives

Goal 1: Restore the reefs

Fishers shall not anchor on reefs. Norway will fund reef nurseries.

Goal 2: Clean harbours

Port authorities must collect waste oil. Kenya should support the restoration of reefs.

Goal 3: Ensure healthy water for everyone on the coast by 2040 and see that no village is left without it.

Villages shall test their wells.

Guiding Principles

Principle 1: Equal access to the sea

States shall open their beaches.

Measures

Our objectives are to restore mangroves and reduce plastic waste. The goals of the Union are to protect sharks and to end
bottom trawling. The Union has three goals: plant trees; end whaling; and ban dynamite.

The Council shall ban bottom trawling. Ministries should pursue SDG 14. Villages must reduce plastic waste and restore
mangroves along rivers. Mayors should count sharks. States shall clean their beaches. Ministries shall report on reefs.
`

func TestGoals(t *testing.T) {
	r, err := pipeline(t).Read(t.Context(), FromText("coral.txt", "", []byte(coral)))
	if err != nil {
		t.Fatal(err)
	}
	served := map[string][]string{} // by actor and aim
	sections := r.Document.SectionIRIs()
	for i := range r.Statements {
		s := &r.Statements[i]
		served[s.Actor+" "+s.Aim] = append(served[s.Actor+" "+s.Aim], graph.ServedBy(&r.Document, sections, s)...)
	}
	tests := []struct {
		what      string
		want, not []string
	}{
		{"fishers anchor", []string{"goal:restore-the-reefs", "goal:objectives"}, []string{"goal:clean-harbours"}},
		{"kenya support", []string{"goal:clean-harbours", "goal:restore-the-reefs"}, nil},
		{"villages test", []string{"goal:ensure-healthy-water-for-everyone-on-the-coast-by-2040-and-see-that-no-village-is-left-without-it"}, nil},
		{"states open", []string{"principle:equal-access-to-the-sea", "principle:guiding-principles"}, []string{"goal:objectives"}},
		{"we restore", []string{"goal:restore-mangroves"}, []string{"goal:reduce-plastic-waste"}},
		{"we reduce", []string{"goal:reduce-plastic-waste"}, []string{"goal:restore-mangroves"}},
		{"union protect", []string{"goal:protect-sharks"}, nil},
		{"union plant", []string{"goal:plant-trees"}, nil},
		{"union ban", []string{"goal:ban-dynamite"}, nil},
		{"council ban", []string{"goal:end-bottom-trawling"}, []string{"goal:ban-dynamite"}},
		{"ministries pursue", []string{"goal:life-below-water"}, nil},
		{"villages reduce", []string{"goal:reduce-plastic-waste"}, []string{"goal:restore-mangroves"}},
		{"villages restore", []string{"goal:restore-mangroves"}, []string{"goal:restore-the-reefs"}},
		{"mayors count", nil, []string{"goal:protect-sharks"}},
		{"states clean", nil, []string{"goal:clean-harbours"}},
		{"ministries report", nil, []string{"goal:restore-the-reefs"}},
	}
	for _, tt := range tests {
		got := served[tt.what]
		if len(got) == 0 {
			t.Errorf("%s: no such statement in %v", tt.what, served)
		}
		for _, iri := range tt.want {
			if !slices.Contains(got, iri) {
				t.Errorf("%s serves %v, want %s among them", tt.what, got, iri)
			}
		}
		for _, iri := range tt.not {
			if slices.Contains(got, iri) {
				t.Errorf("%s serves %s", tt.what, iri)
			}
		}
	}
	if names := r.AltLabels["goal:life-below-water"]; !slices.Contains(names, "SDG 14") {
		t.Errorf("other names of the goal: %q", names)
	}
}
