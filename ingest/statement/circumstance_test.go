package statement

import "testing"

func TestCircumstances(t *testing.T) {
	tests := []struct{ name, text, condition, constraint, orElse string }{
		{"conditions on both sides", "In the event of a storm, the captain shall warn the guard unless the radio fails.",
			"In the event of a storm; unless the radio fails", "", ""},
		{"a condition in front of both aims", "Before the winter, operators must inspect the boats and repair the sails.", "Before the winter", "", ""},
		{"what is subject to something", "Subject to Article 4, the Agency may sell the boats.", "Subject to Article 4", "", ""},
		{"several constraints", "The Council shall publish the charts within ten days, in cooperation with the Agency.",
			"", "within ten days; in cooperation with the Agency", ""},
		{"a constraint on the governor", "The company is required to report losses within a week.", "", "within a week", ""},
		{"a penalty beside the duty", "An operator must register the boat or be fined.", "", "", "be fined"},
		{"what follows otherwise", "A company shall pay the fee; otherwise the Agency may close the harbour.",
			"", "", "otherwise the Agency may close the harbour"},
		{"failing which", "Captains shall keep a log, failing which the Agency may detain the boat.", "", "", "failing which the Agency may detain the boat"},
		{"by what means, set off", "The Agency shall train captains, including through courses at sea.", "", "including through courses at sea", ""},
		{"none of them", "The Agency shall map the reefs.", "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			found := listExtractor(t).ExtractSentence(tt.text).Found
			if len(found) == 0 {
				t.Fatal("no statement found")
			}
			f := found[0]
			if f.Condition != tt.condition || f.Constraint != tt.constraint || f.OrElse != tt.orElse {
				t.Errorf("condition %q, constraint %q, or else %q; want %q, %q, %q",
					f.Condition, f.Constraint, f.OrElse, tt.condition, tt.constraint, tt.orElse)
			}
		})
	}
}

func TestLeadInsBoundTheirItems(t *testing.T) {
	var found []Found
	for _, res := range listExtractor(t).Extract(outline("In the event of a storm, captains shall, without delay:", "• warn the guard.")) {
		found = append(found, res.Found...)
	}
	if len(found) != 1 {
		t.Fatalf("found %q", lines(found))
	}
	if f := found[0]; f.Condition != "In the event of a storm" || f.Constraint != "without delay" {
		t.Errorf("condition %q, constraint %q", f.Condition, f.Constraint)
	}
}

func TestConstitutiveRulesAreNoDuties(t *testing.T) {
	for _, text := range []string{
		"The Council shall consist of nine captains.",
		"The Council shall be composed of nine captains.",
		"This treaty shall enter into force in May.",
		"“Operator” means a company that shall run a ferry.",
		"The harbour shall be known as the Free Harbour.",
	} {
		if found := listExtractor(t).ExtractSentence(text).Found; len(found) > 0 {
			t.Errorf("%s: found %q", text, lines(found))
		}
	}
	for _, text := range []string{"The Council shall establish a fund.", "The Agency shall provide means to inspect the boats."} {
		if found := listExtractor(t).ExtractSentence(text).Found; len(found) != 1 {
			t.Errorf("%s: found %q", text, lines(found))
		}
	}
}
