package graph_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"mandate/graph"
	"mandate/graph/graphtest"
)

func TestValidateFindsWhatIsBroken(t *testing.T) {
	for want, breakIt := range map[string]func(r *graph.Reading){
		"cannot stand in an IRI":     func(r *graph.Reading) { r.Document.ID = "a b" },
		"kept for imported":          func(r *graph.Reading) { r.Document.ID = graph.ImportedDocument },
		"not UTF-8":                  func(r *graph.Reading) { r.Document.Text += "\xff" },
		"parent 2":                   func(r *graph.Reading) { r.Document.Sections[1].Parent = 2 },
		"unknown kind":               func(r *graph.Reading) { r.Document.Sections[0].Kind = "Chapter" },
		"section 0: bytes":           func(r *graph.Reading) { r.Document.Sections[0].End = 1 << 20 },
		"block 3: no block 99":       func(r *graph.Reading) { r.Document.Blocks[3].LeadIn = 99 },
		"block 3: no section 99":     func(r *graph.Reading) { r.Document.Blocks[3].Section = 99 },
		"sentence 2: no block -1":    func(r *graph.Reading) { r.Document.Sentences[2].Block = -1 },
		"sentence 2: code points":    func(r *graph.Reading) { r.Document.Sentences[2].CharEnd++ },
		"actor 1: \"\"":              func(r *graph.Reading) { r.Actors[1].ID = "" },
		"stands twice or is":         func(r *graph.Reading) { r.Actors[1].ID = r.Actors[0].ID },
		"kind \"Ship\"":              func(r *graph.Reading) { r.Actors[1].Kind = "Ship" },
		"actor \"atlantis\"":         func(r *graph.Reading) { r.Actors[1].MemberOf = []string{"atlantis"} },
		"malformed or stands twice":  func(r *graph.Reading) { r.Statements[1].ID = r.Statements[0].ID },
		"force \"duty\"":             func(r *graph.Reading) { r.Statements[1].Force = "duty" },
		"polarity \"\"":              func(r *graph.Reading) { r.Statements[1].Polarity = "" },
		"actor \"nobody\"":           func(r *graph.Reading) { r.Statements[1].Actor = "nobody" },
		"actor \"somebody\"":         func(r *graph.Reading) { r.Statements[1].Involves = []string{"somebody"} },
		"no goal or instrument":      func(r *graph.Reading) { r.AltLabels = map[string][]string{"actor:norway": {"NO"}} },
		"not sorted":                 func(r *graph.Reading) { r.AltLabels = map[string][]string{"goal:peace": {"b", "a"}} },
		"empty label":                func(r *graph.Reading) { r.Statements[1].Topics = []string{""} },
		"is not the text at its":     func(r *graph.Reading) { r.Statements[1].Evidence.Quote = "other" },
		"no sentence 1000":           func(r *graph.Reading) { r.Statements[1].Evidence.Sentence = 1000 },
		"context: bytes -1 to":       func(r *graph.Reading) { r.Statements[1].Evidence.Context = []graph.Span{{Start: -1}} },
		"no section -2":              func(r *graph.Reading) { r.Statements[1].Section = -2 },
		"statement 1: ID \"stmt:1\"": func(r *graph.Reading) { r.Statements[1].ID = "stmt:1" },
	} {
		r := graphtest.Harbour()
		breakIt(&r)
		if err := r.Validate(); !errors.Is(err, graph.ErrInvalid) || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want an error that says %s", err, want)
		}
	}
}

func TestSpansMustCutAtCodePoints(t *testing.T) {
	r := graphtest.Harbour()
	inside := strings.Index(r.Document.Text, "é") + 1
	r.Document.Sentences[0].Span = graph.Span{Start: inside, End: inside, CharStart: inside - 1, CharEnd: inside - 1}
	if err := r.Validate(); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("got %v", err)
	}
}

func TestOffsets(t *testing.T) {
	for _, text := range []string{"", "plain", strings.Repeat("ab", 300), strings.Repeat("日é𝄞x", 200), "é" + strings.Repeat("x", 400)} {
		o := graph.NewOffsets(text)
		chars := 0
		for b := range text {
			if got := o.Char(b); got != chars {
				t.Fatalf("byte %d is code point %d, want %d", b, got, chars)
			}
			if got, ok := o.Byte(chars); !ok || got != b {
				t.Fatalf("code point %d is byte %d, %v, want %d", chars, got, ok, b)
			}
			chars++
		}
		if got, ok := o.Byte(chars); !ok || got != len(text) || o.Char(len(text)) != utf8.RuneCountInString(text) {
			t.Errorf("the end is byte %d, %v", got, ok)
		}
		for _, c := range []int{-1, chars + 1} {
			if _, ok := o.Byte(c); ok {
				t.Errorf("code point %d of %d", c, chars)
			}
		}
	}
}

func TestSectionTitle(t *testing.T) {
	d := graphtest.Harbour().Document
	if got := d.SectionTitle(2); got != "Chapter I. Basic Principles > Peace on the Wires" {
		t.Errorf("got %q", got)
	}
	if got := d.SectionTitle(-1); got != "Harbour Declaration on Safe Networks" {
		t.Errorf("outside all sections: %q", got)
	}
	numbered := graph.Document{Title: "Safe Ferries", Text: "12/7.  Safe Ferries", Blocks: []graph.Block{{Span: graph.Span{End: 19}, Kind: graph.BlockHead}}}
	if got := numbered.SectionTitle(-1); got != "12/7. Safe Ferries" {
		t.Errorf("under a numbered title: %q", got)
	}
	untitled := graph.Document{ID: "stdin", Title: "stdin", Text: "Ferries float.", Blocks: []graph.Block{{Span: graph.Span{End: 14}, Kind: graph.BlockParagraph}}}
	if got := untitled.SectionTitle(-1); got != "" {
		t.Errorf("without a title: %q", got)
	}
}

func TestServedBy(t *testing.T) {
	d := graph.Document{ID: "d", Sections: []graph.Section{
		{Title: "Aims", Kind: graph.SectionGoal, Parent: -1},
		{Title: "Clean Air", Kind: graph.SectionGoal, Parent: 0},
		{Title: "Details", Kind: graph.SectionPlain, Parent: 1},
		{Title: "Annex", Kind: graph.SectionPlain, Parent: -1},
	}}
	for name, c := range map[string]struct {
		s    graph.Statement
		want []string
	}{
		"under a goal":          {graph.Statement{Section: 1}, []string{"goal:clean-air", "goal:aims"}},
		"plain, goals above":    {graph.Statement{Section: 2}, []string{"section:d/details", "goal:clean-air", "goal:aims"}},
		"plain alone":           {graph.Statement{Section: 3}, []string{"section:d/annex"}},
		"under no heading":      {graph.Statement{Section: -1}, []string{"doc:d"}},
		"no heading, own goals": {graph.Statement{Section: -1, Goals: []string{"Peace", "peace"}}, []string{"goal:peace"}},
		"goal twice":            {graph.Statement{Section: 1, Goals: []string{"Clean air"}}, []string{"goal:clean-air", "goal:aims"}},
	} {
		if got := graph.ServedBy(&d, d.SectionIRIs(), &c.s); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
