package document

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"mandate/graph"
	"mandate/ingest/document/content"
	"mandate/ingest/document/markdown"
	"mandate/ingest/english"
)

// split is the sentence splitter as the pipeline passes it in.
func split(text string) []Span {
	var spans []Span
	for _, s := range english.SplitSentences(text) {
		spans = append(spans, Span(s))
	}
	return spans
}

func mustRead(t *testing.T, name, text string) *graph.Document {
	t.Helper()
	doc, err := new(Reader).Read(t.Context(), name, []byte(text), Options{Split: split})
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	checkDocument(t, doc)
	return doc
}

// checkDocument reports what breaks the promises that Read makes of a document.
func checkDocument(t *testing.T, doc *graph.Document) {
	t.Helper()
	if err := (&graph.Reading{Document: *doc}).Validate(); err != nil {
		t.Fatal(err)
	}
	checkBlocks(t, doc)
	checkSentences(t, doc)
	headings := 0
	for _, b := range doc.Blocks {
		if b.Kind == graph.BlockHeading {
			if b.Section != headings || doc.Sections[headings].Span != b.Span {
				t.Fatalf("heading %v belongs to section %d, want %d", b.Span, b.Section, headings)
			}
			headings++
		}
	}
	if headings != len(doc.Sections) {
		t.Fatalf("%d sections, %d headings", len(doc.Sections), headings)
	}
	for i, s := range doc.Sections {
		if s.Title == "" && s.Number == "" || s.Level != len(doc.SectionPath(i)) {
			t.Fatalf("section %d: %+v", i, s)
		}
	}
}

// checkBlocks checks that blocks stand in order and that every byte that is not
// white space is in one of them or is its marker.
func checkBlocks(t *testing.T, doc *graph.Document) {
	t.Helper()
	at := 0
	for i, b := range doc.Blocks {
		if b.Start < at || b.Start >= b.End {
			t.Fatalf("block %d at %v stands after %d", i, b.Span, at)
		}
		if gap := strings.TrimSpace(doc.Text[at:b.Start]); gap != b.Marker {
			t.Fatalf("%q stands before block %d, whose marker is %q", gap, i, b.Marker)
		}
		if text := b.In(doc.Text); strings.TrimSpace(text) != text {
			t.Fatalf("block %d has white space around: %q", i, text)
		}
		if b.Kind != graph.BlockListItem && b.Marker != "" {
			t.Fatalf("block %d is a %s with marker %q", i, b.Kind, b.Marker)
		}
		if b.LeadIn >= i {
			t.Fatalf("block %d is led in by block %d", i, b.LeadIn)
		}
		at = b.End
	}
	if rest := strings.TrimSpace(doc.Text[at:]); rest != "" {
		t.Fatalf("%q at the end is in no block", rest)
	}
}

// checkSentences checks that the sentences of each block stand in it, in order,
// and leave nothing out.
func checkSentences(t *testing.T, doc *graph.Document) {
	t.Helper()
	s := 0
	for i, b := range doc.Blocks {
		at := b.Start
		for ; s < len(doc.Sentences) && doc.Sentences[s].Block == i; s++ {
			sentence := doc.Sentences[s]
			if sentence.Start < at || sentence.Start >= sentence.End || sentence.End > b.End || sentence.Section != b.Section {
				t.Fatalf("sentence %d %+v in block %+v", s, sentence, b)
			}
			if strings.TrimSpace(doc.Text[at:sentence.Start]) != "" {
				t.Fatalf("%q before sentence %d is in none", doc.Text[at:sentence.Start], s)
			}
			at = sentence.End
		}
		if strings.TrimSpace(doc.Text[at:b.End]) != "" {
			t.Fatalf("%q of block %d is in no sentence", doc.Text[at:b.End], i)
		}
	}
	if s != len(doc.Sentences) {
		t.Fatalf("sentence %d is out of order", s)
	}
}

// shape writes a document's structure with a line for each block: headings as
// "# number|title" with a # a level, G or P before goals and principles; items
// as "- marker text <lead-in" with a - a depth; head lines as "^".
func shape(doc *graph.Document) string {
	var b strings.Builder
	for _, block := range doc.Blocks {
		text := strings.Join(strings.Fields(block.In(doc.Text)), " ")
		switch block.Kind {
		case graph.BlockHeading:
			s := doc.Sections[block.Section]
			kind := map[graph.SectionKind]string{graph.SectionGoal: "G", graph.SectionPrinciple: "P"}[s.Kind]
			fmt.Fprintf(&b, "%s%s %s|%s\n", kind, strings.Repeat("#", s.Level), s.Number, s.Title)
		case graph.BlockHead:
			fmt.Fprintf(&b, "^ %s\n", text)
		case graph.BlockListItem:
			text = strings.TrimSpace(block.Marker + " " + text)
			fmt.Fprintf(&b, "%s %s <%d\n", strings.Repeat("-", block.Depth+1), text, block.LeadIn)
		default:
			fmt.Fprintf(&b, "%s\n", text)
		}
	}
	return b.String()
}

// trimmed takes the indentation of a test's text off.
func trimmed(s string) string {
	var lines []string
	for line := range strings.Lines(strings.Trim(s, "\n\t ")) {
		lines = append(lines, strings.TrimLeft(strings.TrimRight(line, "\n\t "), "\t"))
	}
	return strings.Join(lines, "\n")
}

type structureTest struct{ name, text, want string }

func testStructures(t *testing.T, file string, tests []structureTest) {
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc := mustRead(t, file, trimmed(test.text))
			if got := trimmed(shape(doc)); got != trimmed(test.want) {
				t.Errorf("got\n%s\nwant\n%s", got, trimmed(test.want))
			}
		})
	}
}

func TestReadFillsIn(t *testing.T) {
	doc := mustRead(t, "plans/River Plan.txt", "A plan for the river\n\nÜber all, towns pay. They plant.")
	if doc.ID != "plans-river-plan-txt" || doc.Source != "plans/River Plan.txt" || doc.MediaType != PlainText || doc.Language != "en" {
		t.Errorf("got %+v", doc)
	}
	if sum := sha256.Sum256([]byte(doc.Text)); doc.SHA256 != hex.EncodeToString(sum[:]) {
		t.Errorf("SHA-256 %q", doc.SHA256)
	}
	last := doc.Sentences[len(doc.Sentences)-1]
	if last.In(doc.Text) != "They plant." || last.CharStart != last.Start-1 || last.CharEnd != utf8.RuneCountInString(doc.Text) {
		t.Errorf("last sentence %+v", last)
	}
	if doc, err := new(Reader).Read(t.Context(), "x.txt", []byte("Text."), Options{ID: "own"}); err != nil || doc.ID != "own" || doc.Title != "own" {
		t.Errorf("own ID: %+v, %v", doc, err)
	}
}

func TestReadErrors(t *testing.T) {
	tests := []struct {
		name, raw string
		o         Options
		want      error
		says      string
	}{
		{"empty.txt", "", Options{}, ErrEmpty, "sentences"},
		{"blank.txt", " \n\t\r\n", Options{}, ErrEmpty, "sentences"},
		{"mark.txt", "\xef\xbb\xbf", Options{}, ErrEmpty, ""},
		{"comment.md", "<!-- nothing -->", Options{}, ErrEmpty, ""},
		{"a.docx", "PK\x03\x04....", Options{}, ErrDamaged, "again"},
		{"a.doc", oldOffice + "…", Options{}, ErrUnsupported, "save it as DOCX or PDF"},
		{"a.rtf", "{\\rtf1 x}", Options{}, ErrUnsupported, "save it as DOCX or PDF"},
		{"a.xml", "<?xml version='1.0'?><act/>", Options{}, ErrUnsupported, "XML"},
		{"a.json", "{}", Options{MediaType: "application/json"}, ErrUnsupported, "application/json"},
		{"a", "\x7fELF\x02\x01", Options{}, ErrBinary, "program"},
		{"a.png", "\x89PNG\r\n\x1a\n", Options{}, ErrBinary, "PNG"},
		{"nul.txt", "States\x00shall act and pay", Options{}, ErrBinary, "offset 6"},
		{"bell.txt", "States\x07shall\x01act", Options{}, ErrBinary, "offset 6"},
		{"broken.txt", "Städte und Länder \xc3( zahlen", Options{}, ErrEncoding, "offset 20"},
		{"broken.txt", "the \xe2\x80 plan", Options{}, ErrEncoding, "UTF-8"},
		{"broken.txt", "the \xff\xfe plan", Options{}, ErrEncoding, "offset 4"},
		{"odd.txt", "\xff\xfea\x00b\x00\x00\xd8", Options{}, ErrEncoding, "UTF-16"},
		{"large.txt", strings.Repeat("a", 11), Options{MaxBytes: 10}, ErrTooLarge, "10 bytes"},
		{"large.md", strings.Repeat("word \n\n", markdown.MaxBytes/6), Options{}, ErrTooLarge, "plain text"},
		{"long.md", strings.Repeat("[a](", markdown.MaxBlock), Options{}, ErrTooLarge, "paragraph"},
		{"deep.md", strings.Repeat("> ", markdown.MaxIndent) + "a", Options{}, ErrTooLarge, "nested"},
		{"page.html", "<!DOCTYPE html><p><!-- x -->", Options{}, ErrEmpty, "markup"},
		{"a.bin", "text", Options{MediaType: "application/pdf"}, ErrDamaged, "application/pdf"},
		{"a.bin", "text", Options{MediaType: ";;"}, ErrUnsupported, "media type"},
		{"many.txt", strings.Repeat("a\n\n", content.MaxBlocks+1), Options{}, ErrTooLarge, "paragraphs"},
		{"many.txt", strings.Repeat("It is so. ", maxSentences+1), Options{Split: split}, ErrTooLarge, "sentences"},
	}
	for _, test := range tests {
		_, err := new(Reader).Read(t.Context(), test.name, []byte(test.raw), test.o)
		if !errors.Is(err, test.want) || !strings.Contains(err.Error(), test.says) {
			t.Errorf("Read(%s, %.20q) = %v, want %v with %q", test.name, test.raw, err, test.want, test.says)
		}
	}
}

func TestFormatIsToldByContent(t *testing.T) {
	tests := []struct{ name, stated, raw, want string }{
		{"a.txt", "", "Towns pay.", PlainText}, {"a", "", "Towns pay.", PlainText}, {"a.MD", "", "Towns pay.", Markdown},
		{"a.markdown", "", "x", Markdown}, {"a.txt", "text/markdown; charset=utf-8", "x", Markdown}, {"a.md", "text/plain", "x", Markdown},
		{"a", "application/octet-stream", "x", PlainText}, {"a.csv", "text/csv", "x,y", PlainText},
		{"notes.txt", "text/plain", "%PDF-1.7\n", PDF}, {"a.html", "text/html", "\n%PDF-1.4 … %%EOF", PDF},
		{"a.txt", "", "  <!DOCTYPE html><p>x", HTML}, {"a.pdf", "application/pdf", "<html><body>log in", HTML},
		{"a.html", "", "x <b>y</b>", HTML}, {"a", "text/html; charset=latin1", "plain", HTML}, {"a", "", "<h1>x</h1>", HTML},
		{"a.md", "", "<div>x</div>\n\n# y", Markdown}, {"a.md", "", "<!doctype html>x", HTML},
		{"a.txt", "", "\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00", HTML}, {"a", "", "<?xml version='1.0'?><html/>", HTML},
	}
	for _, test := range tests {
		if got, err := formatOf(test.name, test.stated, []byte(test.raw)); got != test.want || err != nil {
			t.Errorf("formatOf(%s, %s, %q) = %s, %v, want %s", test.name, test.stated, test.raw, got, err, test.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"A plan\n\nBy me | 2020-01-02\n\nChapter I.\n\nGoals\n\n1. Peace\n\nAll pay:\n(a) now;\n(b) later.",
		"# T\n\n- a\n  - b\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n[^1]: note\n\n<b>x</b>", "---\ntitle: x\n---\n\n**Bold**\n\ntext",
		"Article 5. Scope. This Act binds.\n\f\nA.\n\nI.\n\n(i) x\n\n(j) y", "1.1 A\n1.2 B\r\rx\u2028y\n- \n-", "\xff\xfea\x00", "(a) \n(", "1. 1. 1. x",
	} {
		f.Add([]byte(seed), true)
		f.Add([]byte(seed), false)
	}
	f.Fuzz(func(t *testing.T, raw []byte, markdown bool) {
		name := "seed.txt"
		if markdown {
			name = "seed.md"
		}
		doc, err := new(Reader).Read(t.Context(), name, raw, Options{Split: split})
		checkOutcome(t, doc, err)
	})
}

// checkOutcome takes a document that keeps the promises, or one of the errors
// of this package.
func checkOutcome(t *testing.T, doc *graph.Document, err error) {
	t.Helper()
	if err == nil {
		checkDocument(t, doc)
		return
	}
	for _, known := range []error{ErrEmpty, ErrBinary, ErrEncoding, ErrUnsupported, ErrTooLarge, ErrEncrypted, ErrDamaged, ErrNoTextLayer} {
		if errors.Is(err, known) {
			return
		}
	}
	t.Errorf("unknown error %v", err)
}

// TestReadLongLines would not end if a scan could start over.
func TestReadLongLines(t *testing.T) {
	for _, unit := range []string{"a", "A ", "1. ", "(a) ", "- ", "Article 1 ", ". ", "\n", "a\n", "A\n", "\t", "*", "[", "[a](", "*a_", "é", "#", ">", "`", "<", "|a"} {
		for name, size := range map[string]int{"long.txt": 1 << 17, "long.md": markdown.MaxBlock / 2} {
			text := "x\n\ny" + strings.Repeat(unit, size/len(unit))
			doc, err := new(Reader).Read(t.Context(), name, []byte(text), Options{Split: split})
			if name == "long.md" && errors.Is(err, ErrTooLarge) && strings.ContainsAny(unit, "*[_`<>1-") {
				continue
			}
			if err != nil {
				t.Errorf("%q in %s: %v", unit, name, err)
				continue
			}
			checkDocument(t, doc)
			for _, s := range doc.Sentences {
				if s.End-s.Start > longestSentence {
					t.Errorf("%q: a sentence of %d bytes", unit, s.End-s.Start)
				}
			}
		}
	}
}
