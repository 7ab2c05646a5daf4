package actor

import "testing"

func TestUnits(t *testing.T) {
	g := load(t)
	for text, want := range map[string]map[string]bool{
		"Public Works shall mend the pier. Sound Finance will help and Finance must agree.":      {"Public Works": true, "Finance": true, "public works": false, "Public works": false},
		"The pier is dry, and Human Resources needs to hire. Parks and Recreation shall: plant.": {"Human Resources": true, "Parks and Recreation": true},
		"IT Services is responsible for lamps while Legal will read.":                            {"IT Services": true, "Legal": true},
		"Public Health will be better. Finance will grow. The Public Works must end.":            {"Public Health": false, "Finance": false, "Public Works": false},
		"The Department of Social Services pays. Good Public Relations should matter.":           {"Social Services": false, "Public Relations": false},
		"Planning": {"Planning": false},
	} {
		in := g.In(text)
		for name, acts := range want {
			if _, known := in.Lookup(name); known != acts {
				t.Errorf("%q: %s is a body: %v", text, name, known)
			}
		}
	}
}
