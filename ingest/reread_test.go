package ingest

import (
	"reflect"
	"testing"

	"mandate/graph"
)

// Read again by the same rules, a document says the same, whatever its format;
// and what was stored is not touched.
func TestRereadFindsTheSame(t *testing.T) {
	p := pipeline(t)
	for name, c := range map[string]struct{ mediaType, text string }{
		"plain":    {"text/plain", "The Ferry Plan\n\n1. Goals\n\nGoal 1: Run every ferry on time\n\nThe Ferry Office shall print a timetable. It should post one on each pier.\n\n(a) Captains may wait for the mail;\n(b) Captains must not leave early.\n"},
		"markdown": {"text/markdown", "# The Ferry Plan\n\n## Goals\n\n- The Ferry Office shall *print* a timetable.\n- Captains may wait for the mail.\n"},
		"page":     {"text/html", "<!doctype html><title>The Ferry Plan</title><h1>Goals</h1><p>The Ferry Office shall print a timetable.<ul><li>Captains may wait for the mail.</ul>"},
	} {
		t.Run(name, func(t *testing.T) {
			source := FromText("ferries", c.mediaType, []byte(c.text))
			source.ID, source.Title = "ferry-plan", "A title of its sender's"
			first, err := p.Read(t.Context(), source)
			if err != nil || len(first.Statements) < 2 {
				t.Fatalf("%d statements, %v", len(first.Statements), err)
			}
			stored := first.Document
			stored.Extractor, stored.Model = "old", "older"
			if p.Current(&stored) || !p.Current(&first.Document) {
				t.Error("versions are not told apart")
			}
			again, err := p.Reread(t.Context(), stored)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(graph.Quads(again), graph.Quads(first)) {
				t.Errorf("read again:\n%+v\nbefore:\n%+v", again, first)
			}
			if stored.Extractor != "old" {
				t.Error("the stored document was changed")
			}
		})
	}
}
