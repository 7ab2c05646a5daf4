package ingest

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzExtractSentence reads odd texts from end to end with the model and the
// word lists that ship: what comes out is a valid reading, the same each time,
// cut between characters and never inside one.
func FuzzExtractSentence(f *testing.F) {
	for _, text := range []string{
		"", " \n\t", "Harbours", "SHALL", "shall:", ";;; : ; : ;", "🎉🎉 shall 🎉 the 🎉.", "\x00\xff shall act.",
		"ALL PILOTS SHALL KEEP THE LIGHTS BURNING, AND NO PILOT MAY LEAVE.",
		"Pilots (shall [keep the {lamps) lit“ and ”not” ((sleep.",
		"Les pilotes doivent garder les phares allumés; et : la nuit; le jour.",
		"Лоцманы должны следить за маяками. 領港員應看守燈塔。 يجب على المرشدين.",
		"The aims of the Union are: é; ßen the reefs; 日; ǆ.",
		"The pilots shall:\n\n(a) to\n(b) keep\n(c) not\n(d) :\n(e) é",
		"Pilots shall " + strings.Repeat("keep and light and mark the reefs, ", 300) + ".",
		strings.Repeat("shall not ", 1000),
		"Pilots, as they must, shall" + strings.Repeat(", in the fog", 60) + ", keep watch.",
		"The Harbour Council shall:\n\n" + strings.Repeat("(a) mark the reefs and report wrecks;\n", 200),
		strings.Repeat("The Council shall: ", 80),
	} {
		f.Add(text)
	}
	p := pipeline(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 20_000 {
			return
		}
		reading, err := p.Read(t.Context(), FromText("odd.txt", "", []byte(text)))
		if err != nil {
			return // a text without words, or in no known encoding
		}
		if err := reading.Validate(); err != nil {
			t.Errorf("%q: %v", text, err)
		}
		for _, s := range reading.Statements {
			for _, field := range append([]string{s.Aim, s.Object, s.Deontic, s.Condition, s.Constraint, s.Recipient}, append(s.Goals, s.Topics...)...) {
				if !utf8.ValidString(field) {
					t.Errorf("%q: %q is cut inside a character", text, field)
				}
			}
			if s.Aim == "" {
				t.Errorf("%q: statement without an aim: %+v", text, s)
			}
		}
	})
}
