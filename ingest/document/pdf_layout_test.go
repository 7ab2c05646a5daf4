package document

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"mandate/graph"
	"mandate/ingest/pdftest"
)

// readPDF reads a made file.
func readPDF(t *testing.T, f *pdftest.File) *graph.Document {
	t.Helper()
	doc, err := new(Reader).Read(t.Context(), "made.pdf", f.Bytes(), Options{Split: split})
	if err != nil {
		t.Fatal(err)
	}
	checkDocument(t, doc)
	return doc
}

// block sets a paragraph in lines of a column, from y on, and returns where the
// next begins.
func block(lines []pdftest.Text, x, y, size float64, text ...string) ([]pdftest.Text, float64) {
	for _, t := range text {
		lines = append(lines, pdftest.Text{X: x, Y: y, Size: size, Text: t})
		y += 1.2 * size
	}
	return lines, y + 0.8*size
}

// A report of many pages with all that surrounds its sentences: running heads,
// page numbers, footnotes with their marks, words parted at the ends of lines,
// sentences that run over the page.
func report(pages int) *pdftest.File {
	f := pdftest.New()
	for p := 1; p <= pages; p++ {
		lines := []pdftest.Text{{X: 70, Y: 40, Size: 9, Text: fmt.Sprintf("Harbour Board - Yearly Report %d", p)}}
		y := 90.0
		if p > 1 {
			lines, y = block(lines, 70, y, 11, "before the tide of day "+word26(p-1)+" turns and the lamps go out.")
		}
		lines = append(lines, pdftest.Text{X: 70, Y: y + 14, Size: 16, Font: pdftest.Bold, Text: "Duties of Watch " + word26(p)})
		lines, y = block(lines, 70, y+50, 11,
			"The harbour master of watch "+word26(p)+" shall inspect every mooring and every fen-",
			"der that stands in the northern basin, and write down what was found there.",
			"Pilots should report fog to the tower as soon as they see it over the water")
		at := y - 0.8*11 - 1.2*11
		lines = append(lines, pdftest.Text{X: 70 + 4.45*78, Y: at - 4, Size: 6, Text: fmt.Sprint(p)})
		lines, _ = block(lines, 70, y-0.8*11, 11, "and to the ships that wait in the roads.")
		lines = append(lines,
			pdftest.Text{X: 70, Y: 700, Size: 11, Text: "The crew of every vessel that lies at quay " + word26(p) + " shall be told what was seen by night"},
			pdftest.Text{X: 70, Y: 760, Size: 8, Text: fmt.Sprintf("%d See the pilots' handbook, which nobody must follow on Sundays.", p)},
			pdftest.Text{X: 290, Y: 810, Size: 9, Text: fmt.Sprint(p)})
		f.Lines(lines...)
	}
	return f
}

// word26 names a number by letters, which nothing takes for a page number.
func word26(n int) string {
	return string([]rune{'A' + rune(n/26%26), 'a' + rune(n%26), 'o', 'n'})
}

func TestPDFOf500Pages(t *testing.T) {
	const pages = 500
	doc := readPDF(t, report(pages))
	if len(doc.Pages) != pages || len(doc.Sections) != pages {
		t.Fatalf("%d pages, %d sections", len(doc.Pages), len(doc.Sections))
	}
	for _, stray := range []string{"Yearly Report", "handbook", "fen-", "fen der", "\u00AD"} {
		if strings.Contains(doc.Text, stray) {
			t.Errorf("%q is in the text", stray)
		}
	}
	sentences := map[string]int{}
	for _, s := range doc.Sentences {
		sentences[strings.Join(strings.Fields(s.In(doc.Text)), " ")] = doc.Page(s.Start)
	}
	for p := 1; p <= pages; p++ {
		for _, want := range []string{
			"The harbour master of watch " + word26(p) + " shall inspect every mooring and every fender that stands in the northern basin, and write down what was found there.",
			"The crew of every vessel that lies at quay " + word26(p) + " shall be told what was seen by night before the tide of day " + word26(p) + " turns and the lamps go out.",
		} {
			if p == pages && strings.HasPrefix(want, "The crew") {
				continue
			}
			at, there := sentences[want]
			switch {
			case !there && p <= 3:
				t.Errorf("page %d has no sentence %q; the text begins %q", p, want, doc.Text[:1500])
			case !there:
				t.Fatalf("page %d has no sentence %q", p, want)
			case pages <= 26*26 && at != p:
				t.Errorf("%q is on page %d, want %d", want, at, p)
			}
		}
	}
}

// Running heads that differ on left and right pages, and page numbers as they are
// written here and there, stay out of the text; numbers that belong to it stay.
func TestRunningHeadsAndPageNumbers(t *testing.T) {
	f := pdftest.New()
	for p := 1; p <= 10; p++ {
		head, foot := pdftest.Text{X: 70, Y: 40, Size: 9, Text: "Water Act"}, fmt.Sprintf("Page %d of 10", p)
		if p%2 == 0 {
			head, foot = pdftest.Text{X: 450, Y: 40, Size: 9, Text: fmt.Sprintf("Part II, page %d", p)}, fmt.Sprintf("- %d -", p)
		}
		lines := []pdftest.Text{head, {X: 280, Y: 815, Size: 9, Text: foot}}
		lines, y := block(lines, 70, 100, 11, "Owners of wells in ward "+word26(p)+" shall measure the water each year and keep", "the figures for 12 years.")
		lines, _ = block(lines, 70, y, 11, fmt.Sprintf("%d. The board may close well %d where it is not measured in ward %s.", p, 40+p, word26(p)))
		f.Lines(lines...)
	}
	doc := readPDF(t, f)
	for _, stray := range []string{"Water Act", "Part II", "of 10", "- 3 -"} {
		if strings.Contains(doc.Text, stray) {
			t.Errorf("%q is in the text:\n%s", stray, doc.Text)
		}
	}
	for _, kept := range []string{"keep the figures for 12 years.", "7. The board may close well 47 where"} {
		if !strings.Contains(doc.Text, kept) {
			t.Errorf("%q is not in the text:\n%s", kept, doc.Text)
		}
	}
}

// Footnotes and their marks stay out of the sentences, in one column and in two;
// small type that is no note stays.
func TestFootnotesOfPDF(t *testing.T) {
	f := pdftest.New()
	for p := 1; p <= 3; p++ {
		var lines []pdftest.Text
		for i, x := range []float64{60, 320} {
			n := 2*p - 1 + i
			var y float64
			lines, y = block(lines, x, 90, 10, "Members of town "+word26(n)+" shall keep the road to", "the mill open in winter", "and clear it of snow before noon each day.")
			lines = append(lines, pdftest.Text{X: x + 98, Y: 90 + 12 - 4, Size: 6, Text: fmt.Sprint(n)})
			for y < 650 {
				lines, y = block(lines, x, y, 10, "The miller of "+word26(n)+" may ask the town for", fmt.Sprintf("help when %d paces of road or more are lost", int(y)), "to the river in spring.")
			}
			lines, _ = block(lines, x, 720, 7.5, fmt.Sprintf("%d As the elders of old must have said when they", n), "built the mill, which nobody shall forget.")
		}
		f.Lines(lines...)
	}
	doc := readPDF(t, f)
	if strings.Contains(doc.Text, "elders") || strings.Contains(doc.Text, "forget") {
		t.Errorf("notes are in the text:\n%s", doc.Text[:600])
	}
	for n := 1; n <= 6; n++ {
		want := "Members of town " + word26(n) + " shall keep the road to the mill open in winter and clear it of snow before noon each day."
		if !strings.Contains(strings.Join(strings.Fields(doc.Text), " "), want) {
			t.Errorf("no %q in\n%s", want, doc.Text[:600])
		}
	}
}

// The rows of a table are read row by row, and no sentence runs through them.
func TestTablesOfPDF(t *testing.T) {
	f := pdftest.New()
	lines, y := block(nil, 70, 90, 11, "The ferry office shall publish the times of all boats that cross the sound, and who", "answers for each of them:")
	for _, row := range [][3]string{{"Boat", "Answers for it", "Leaves at"}, {"Heron", "Ferry office", "six"}, {"Gull", "Harbour master", "noon"}, {"Tern", "Pilots' guild", "nine"}} {
		for i, cell := range row {
			lines = append(lines, pdftest.Text{X: 70 + 150*float64(i), Y: y, Size: 11, Text: cell})
		}
		y += 15
	}
	lines, _ = block(lines, 70, y+12, 11, "Passengers must be told of every change a day before.")
	f.Lines(lines...)
	doc := readPDF(t, f)
	got := paragraphs(doc)
	for _, want := range []string{
		"The ferry office shall publish the times of all boats that cross the sound, and who answers for each of them:",
		"Passengers must be told of every change a day before.",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("no paragraph %q in %q", want, got)
		}
	}
	rows := 0
	for _, p := range got {
		if strings.Contains(p, "Gull") {
			rows++
			if !strings.Contains(p, "Harbour master") || strings.Contains(p, "Heron") || strings.Contains(p, "Passengers") {
				t.Errorf("a row reads %q", p)
			}
		}
	}
	if rows != 1 {
		t.Errorf("%d rows of the Gull in %q", rows, got)
	}
}

// Files of which whole pages are pictures are refused; a few blank pages are not.
func TestPagesWithoutText(t *testing.T) {
	picture := "q 200 0 0 200 100 300 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q"
	for _, c := range []struct{ texts, pictures int }{{9, 1}, {5, 5}, {4, 6}, {0, 3}} {
		f := pdftest.New()
		for p := range c.texts {
			f.Lines(pdftest.Text{X: 70, Y: 90, Size: 11, Text: "Bakers of street " + word26(p) + " shall bake bread every day."})
		}
		for range c.pictures {
			f.Page(picture, "")
		}
		_, err := new(Reader).Read(t.Context(), "scan.pdf", f.Bytes(), Options{Split: split})
		refused := c.pictures > c.texts
		switch {
		case refused && (!errors.Is(err, ErrNoTextLayer) || !strings.Contains(err.Error(), fmt.Sprintf("%d of its %d pages", c.pictures, c.texts+c.pictures)) || !strings.Contains(err.Error(), "OCR")):
			t.Errorf("%+v: %v", c, err)
		case !refused && err != nil:
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// Glyphs without a character (here of a font that names none) leave the indices
// of the others right.
func TestGlyphsWithoutCharacters(t *testing.T) {
	f := pdftest.New()
	f.Page("BT /F1 11 Tf 1 0 0 1 70 750 Tm (Pilots shall report fog) Tj /F3 11 Tf 1 0 0 1 400 750 Tm (\x01\x02\x03) Tj"+
		" /F1 11 Tf 1 0 0 1 70 735 Tm (to the tower before they sail.) Tj ET",
		"/Ignored << >>")
	raw := bytes.Replace(f.Bytes(), []byte("/F2 << /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>"),
		[]byte("/F3 << /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 0 /LastChar 4 /Widths [1 1 1 1 1] /Encoding << /Differences [1 /g1 /g2 /g3] >> /CharProcs << >> >>"), 1)
	doc, err := new(Reader).Read(t.Context(), "glyphs.pdf", raw, Options{Split: split})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(strings.Fields(doc.Text), " "); !strings.Contains(got, "Pilots shall report fog") || !strings.Contains(got, "to the tower before they sail.") {
		t.Errorf("%q", got)
	}
}

// Columns are read one after the other where most of their lines end early, as
// beside tables and lists, so that the white between them seems wider than it is.
func TestColumnsOfShortLines(t *testing.T) {
	f := pdftest.New()
	var lines []pdftest.Text
	set := func(x float64, text ...string) {
		for i, line := range text {
			lines = append(lines, pdftest.Text{X: x, Y: 90 + 12*float64(i), Size: 10, Text: line})
		}
	}
	set(40, "The board shall keep:", "(a) one boat;", "(b) two lamps;", "(c) three bells;", "(d) four nets.", "Every owner of a boat that lies in the harbour shall", "tell",
		"the board of it.", "Towns may:", "(a) sing;", "(b) dance;", "(c) rest;", "(d) sleep.", "A keeper of a lamp that went out in the night must say")
	set(320, "so to the board.", "(a) When it is day;", "(b) when it is night;", "(c) when it is cold;", "(d) when it rains.", "Boat Lamps", "Heron Two",
		"Gull Three", "Nets are for:", "(a) herring;", "(b) cod;", "(c) eels;", "(d) crabs.", "Pilots should mend nets when no ship is in sight of land.")
	f.Lines(lines...)
	got := strings.Join(strings.Fields(readPDF(t, f).Text), " ")
	for _, want := range []string{
		"Every owner of a boat that lies in the harbour shall tell the board of it.",
		"A keeper of a lamp that went out in the night must say so to the board.",
		"Pilots should mend nets when no ship is in sight of land.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %s", want, got)
		}
	}
}

// Marks of notes in type that is little smaller than the text, but stands above
// its line, stay out; exponents stay.
func TestRaisedMarks(t *testing.T) {
	f := pdftest.New()
	f.Lines(
		pdftest.Text{X: 70, Y: 90, Size: 11, Text: "Wardens shall watch the dyke."}, pdftest.Text{X: 205.4, Y: 86.5, Size: 9, Text: "12"},
		pdftest.Text{X: 225, Y: 90, Size: 11, Text: "They may close 5 km"}, pdftest.Text{X: 322, Y: 86.5, Size: 7, Text: "2"}, pdftest.Text{X: 330, Y: 90, Size: 11, Text: "of it."})
	got := strings.Join(strings.Fields(readPDF(t, f).Text), " ")
	if want := "Wardens shall watch the dyke. They may close 5 km2 of it."; !strings.Contains(got, want) && !strings.Contains(got, strings.Replace(want, "km2", "km 2", 1)) {
		t.Errorf("%q", got)
	}
}
