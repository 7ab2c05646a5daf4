package document

import "testing"

func TestParseMarker(t *testing.T) {
	tests := []struct {
		line, text, style string
		value             int
	}{
		{"(a) build", "(a)", "(a)", 1},
		{"(ii) build", "(ii)", "(i)", 2},
		{"b) build", "b)", "a)", 2},
		{"12. Build", "12.", "1.", 12},
		{"IV. Scope", "IV.", "I.", 4},
		{"B. Scope", "B.", "A.", 2},
		{"1.2 Scope", "1.2", "1.1", 2},
		{"1.2.3. Scope", "1.2.3.", "1.1.1", 3},
		{"•\tbuild", "•", "•", 0},
		{"– build", "–", "–", 0},
		{"(aa) build", "(aa)", "(a)", 27},
		{"(1)(a) build", "(1)(a)", "(1)", 1},
		{"1.2 million", "", "", 0},
		{"5 States", "", "", 0},
		{"A State", "", "", 0},
		{"2015. It", "", "", 0},
		{"(a)", "", "", 0},
		{"a build", "", "", 0},
		{"etc. and", "", "", 0},
		{"(see) it", "", "", 0},
		{"-build", "", "", 0},
		{"", "", "", 0},
	}
	for _, test := range tests {
		m, rest, ok := parseMarker(test.line)
		if m.text != test.text || m.style != test.style || m.value != test.value || ok != (test.text != "") {
			t.Errorf("parseMarker(%q) = %+v, %v", test.line, m, ok)
		}
		if ok && test.line[rest] == ' ' {
			t.Errorf("parseMarker(%q) leaves a blank", test.line)
		}
	}
}

func TestResolveMarkers(t *testing.T) {
	var parts []part
	for _, s := range []string{"(g)", "(h)", "(i)", "(j)", "(i)", "(ii)", "(u)", "(v)"} {
		m, _ := markerOf(s)
		parts = append(parts, part{marker: m})
	}
	resolveMarkers(parts)
	for i, want := range []int{7, 8, 9, 10, 1, 2, 21, 22} {
		if parts[i].marker.value != want {
			t.Errorf("%s is %d, want %d", parts[i].marker.text, parts[i].marker.value, want)
		}
	}
}

func TestRoman(t *testing.T) {
	for s, want := range map[string]int{"i": 1, "iv": 4, "ix": 9, "xiv": 14, "xl": 40, "lxxxix": 89, "iiii": 0, "vx": 0, "mix": 0} {
		if got := roman(s); got != want {
			t.Errorf("roman(%s) = %d, want %d", s, got, want)
		}
	}
}
