package index_test

import (
	"testing"

	"mandate/graph/graphtest"
	"mandate/graph/index"
)

// What the links tell of a document is what decoding it tells.
func TestSummariesAreOfTheReadings(t *testing.T) {
	x := index.Build(quadsOf(append(graphtest.Sample(), graphtest.Paper("p", 30))...))
	summaries := x.Summaries()
	if len(summaries) != 3 || x.Documents() != 3 {
		t.Fatalf("%d summaries of %d documents", len(summaries), x.Documents())
	}
	for i, r := range x.Readings() {
		s := summaries[i]
		if one, ok := x.Summary(r.Document.ID); !ok || one != s {
			t.Errorf("summary of %s: %v, %v", r.Document.ID, one, ok)
		}
		forces := 0
		for _, st := range r.Statements {
			if st.Force != "" {
				forces++
			}
		}
		d := r.Document
		d.Sections, d.Blocks, d.Sentences = nil, nil, nil
		if s.Head.ID != d.ID || s.Head.Title != d.Title || s.Head.SHA256 != d.SHA256 || s.Head.Text != d.Text || s.Unread != r.Unread {
			t.Errorf("head %+v, want %+v", s.Head, d)
		}
		h, ok := x.Head(d.ID)
		if !ok || h.Title != d.Title || h.Source != d.Source || h.MediaType != d.MediaType || h.SHA256 != d.SHA256 ||
			h.FileSHA256 != d.FileSHA256 || h.Extractor != d.Extractor || h.Model != d.Model {
			t.Errorf("head %+v, want %+v", h, d)
		}
		if s.Sentences != len(r.Document.Sentences) || s.Sections != len(r.Document.Sections) || s.Actors != len(r.Actors) ||
			s.Statements() != len(r.Statements) || forces != s.Statements() {
			t.Errorf("%s: counts %+v", d.ID, s)
		}
	}
	if _, ok := x.Head("none"); ok {
		t.Error("the head of a document that is not there")
	}
	if _, ok := x.Summary("none"); ok {
		t.Error("a document that is not there")
	}
}
