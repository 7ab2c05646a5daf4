package export_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"mandate/graph"
	"mandate/graph/export"
	"mandate/graph/graphtest"
	"mandate/graph/index"
	"mandate/graph/review"
)

// reviewed is the sample with the first statement of the shorter document
// accepted and the second rejected.
func reviewed(t *testing.T) (*index.Index, graph.Reading) {
	t.Helper()
	raw := graphtest.Lantern()
	var corrections []review.Correction
	for i, kind := range []review.Kind{review.Accept, review.Reject} {
		s := raw.Statements[i]
		corrections = append(corrections, review.Correction{Kind: kind, By: "Ann Lee", Doc: raw.Document.ID, Target: review.Target{
			Statement: s.ID, Quote: s.Evidence.Quote, Actor: s.Actor, Aim: s.Aim, Polarity: s.Polarity}})
	}
	var log *review.Log
	log, added, err := log.Then(corrections)
	if err != nil {
		t.Fatal(err)
	}
	quads := append(review.DocumentQuads(raw, log), review.Quads(added)...)
	return index.Build(append(quads, graph.Quads(graphtest.Harbour())...)), raw
}

func TestGold(t *testing.T) {
	x, raw := reviewed(t)
	one, ok := export.Of(x, raw.Document.ID)
	if !ok {
		t.Fatal("no document")
	}
	sentences := map[int]string{}
	for line := range strings.Lines(write(t, export.Sent, one, graph.Namer{})) {
		number, text, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		n, err := strconv.Atoi(number)
		if err != nil {
			t.Fatal(err)
		}
		sentences[n] = text
	}
	if len(sentences) != 4 {
		t.Errorf("%d sentences, want those that are no headings: %v", len(sentences), sentences)
	}
	var rows []map[string]any
	for line := range strings.Lines(write(t, export.Gold, one, graph.Namer{})) {
		var row map[string]any
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
	said := slices.Delete(slices.Clone(raw.Statements), 1, 2)
	if len(rows) != len(said) {
		t.Fatalf("%d rows, want %d", len(rows), len(said))
	}
	for i, s := range said {
		row := rows[i]
		if sentences[int(row["sentence"].(float64))] != s.Evidence.Quote || row["actor"] != raw.Actor(s.Actor).Label || row["aim"] != s.Aim ||
			row["force"] != string(s.Force) || row["object"] != s.Object || row["polarity"] != string(s.Polarity) ||
			row["section"] != raw.Document.SectionTitle(s.Section) || row["required"] != (i == 0) {
			t.Errorf("row %d is %v, want %+v", i, row, s)
		}
	}
	if also, _ := rows[0]["also"].([]any); len(also) != 1 || also[0] != "Members" {
		t.Errorf("other names: %v", rows[0]["also"])
	}
	// Numbers go on from document to document.
	if last := write(t, export.Sent, x, graph.Namer{}); !strings.Contains(last, "\t"+raw.Statements[0].Evidence.Quote+"\n") || strings.HasPrefix(last, "1\tMembers") {
		t.Errorf("sentences of all documents:\n%s", last)
	}
}

// A document goes with what was said of it and no more.
func TestExportOfAReviewedDocument(t *testing.T) {
	x, raw := reviewed(t)
	one, _ := export.Of(x, raw.Document.ID)
	if got := len(one.Corrections().All()); got != 2 {
		t.Errorf("%d corrections, want 2", got)
	}
	other, _ := export.Of(x, "harbour-declaration")
	if got := len(other.Corrections().All()); got != 0 {
		t.Errorf("%d corrections of another document", got)
	}
}
