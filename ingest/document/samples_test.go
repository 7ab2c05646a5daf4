package document

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mandate/graph"
)

// readSample reads a file of testdata, as another program wrote it.
func readSample(t *testing.T, name string) *graph.Document {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := new(Reader).Read(t.Context(), name, raw, Options{Split: split})
	if err != nil {
		t.Fatal(err)
	}
	checkDocument(t, doc)
	return doc
}

// headings lists the headings of a document by their level.
func headings(doc *graph.Document) string {
	var b strings.Builder
	for _, s := range doc.Sections {
		b.WriteString(strings.Repeat("#", s.Level) + " " + s.Title + "\n")
	}
	return b.String()
}

// paragraphs is the text of a document but its head and headings.
func paragraphs(doc *graph.Document) []string {
	var list []string
	for _, b := range doc.Blocks {
		if b.Kind != graph.BlockHead && b.Kind != graph.BlockHeading {
			list = append(list, strings.Join(strings.Fields(b.In(doc.Text)), " "))
		}
	}
	return list
}

// TestSamplesAreTheSameText reads one text in every format.
func TestSamplesAreTheSameText(t *testing.T) {
	want := readSample(t, "../../../data/sample.txt")
	if len(want.Sections) < 8 || len(paragraphs(want)) < 15 {
		t.Fatalf("the sample has %d sections", len(want.Sections))
	}
	for _, name := range []string{"sample.md", "sample.html", "sample.docx", "sample.epub", "writer.pdf", "chromium.pdf", "columns.pdf"} {
		doc := readSample(t, name)
		if doc.Title != want.Title || doc.Issued != want.Issued {
			t.Errorf("%s: %q of %q, want %q of %q", name, doc.Title, doc.Issued, want.Title, want.Issued)
		}
		if got := headings(doc); got != headings(want) {
			t.Errorf("%s has the headings\n%s, want\n%s", name, got, headings(want))
		}
		if got := strings.Join(paragraphs(doc), "\n"); got != strings.Join(paragraphs(want), "\n") {
			t.Errorf("%s has the text\n%s", name, got)
		}
	}
}
