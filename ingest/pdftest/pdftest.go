// Package pdftest makes PDF files for tests: pages of type set line by line, as
// a word processor sets it, and files made to do harm.
package pdftest

import (
	"bytes"
	"fmt"
	"strings"
)

// File is a PDF file in the making. Objects are numbered from 1 in the order in
// which they are added; the first two are the catalogue and the list of pages.
type File struct {
	objects []string
	pages   []int
}

// The fonts that every page knows, of those that need not be in the file.
const (
	Plain = "F1"
	Bold  = "F2"
)

// The page, in points: A4.
const (
	Width  = 595
	Height = 842
)

// New makes a file without pages.
func New() *File { return &File{objects: []string{"", ""}} }

// Add adds an object and returns its number.
func (f *File) Add(object string) int {
	f.objects = append(f.objects, object)
	return len(f.objects)
}

// Stream adds a stream; entries are what its dictionary holds beside the length.
func (f *File) Stream(entries, data string) int {
	return f.Add(fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", entries, len(data), data))
}

// Page adds a page with a content stream; resources are added to the fonts.
func (f *File) Page(content, resources string) {
	stream := f.Stream("", content)
	f.pages = append(f.pages, f.Add(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R"+
		" /Resources << /Font << /%s << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>"+
		" /%s << /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >> >> %s >> >>",
		Width, Height, stream, Plain, Bold, resources)))
}

// Text is a line of type: where its base line begins, from the upper left corner
// of the page.
type Text struct {
	X, Y, Size float64
	Font       string // Plain where empty
	Text       string // in Latin letters
}

// Lines adds a page of type.
func (f *File) Lines(lines ...Text) {
	var b strings.Builder
	b.WriteString("BT\n")
	for _, l := range lines {
		font := l.Font
		if font == "" {
			font = Plain
		}
		fmt.Fprintf(&b, "/%s %g Tf 1 0 0 1 %g %g Tm (%s) Tj\n", font, l.Size, l.X, Height-l.Y, escaped(l.Text))
	}
	b.WriteString("ET")
	f.Page(b.String(), "")
}

// escaped writes text as a string of PDF in the encoding of Windows, of which
// ASCII and the note signs are enough here.
func escaped(text string) string {
	signs := strings.NewReplacer(`\`, `\\`, `(`, `\(`, `)`, `\)`, "†", "\x86", "“", "\x93", "”", "\x94", "’", "\x92", "–", "\x96")
	return signs.Replace(text)
}

// Bytes is the file.
func (f *File) Bytes() []byte {
	kids := make([]string, len(f.pages))
	for i, n := range f.pages {
		kids[i] = fmt.Sprintf("%d 0 R", n)
	}
	f.objects[0] = "<< /Type /Catalog /Pages 2 0 R >>"
	f.objects[1] = fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(kids), strings.Join(kids, " "))
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	offsets := make([]int, len(f.objects))
	for i, object := range f.objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(f.objects)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(f.objects)+1, xref)
	return b.Bytes()
}
