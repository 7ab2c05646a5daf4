package document

import "testing"

// book is an EPUB file of one chapter.
func book(t testing.TB, described, chapter string) []byte {
	return zipped(t, map[string]string{
		"mimetype": "application/epub+zip",
		"META-INF/container.xml": `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>` +
			`<rootfile full-path="text/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
		"text/book.opf": `<package xmlns="http://www.idpf.org/2007/opf">` + described +
			`<manifest><item id="a" href="a%20b.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`,
		"text/a b.xhtml": `<html xmlns="http://www.w3.org/1999/xhtml"><body>` + chapter + `</body></html>`,
	})
}

func TestBook(t *testing.T) {
	doc, err := new(Reader).Read(t.Context(), "b.epub", book(t,
		`<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>On Wells</dc:title><dc:date>2020-05-06</dc:date></metadata>`,
		`<h1>Water</h1><p>Towns shall dig wells.</p><ol><li>One a year.</li></ol><h1>Wine</h1><p>Towns may press it.</p>`), Options{Split: split})
	if err != nil {
		t.Fatal(err)
	}
	checkDocument(t, doc)
	if doc.MediaType != EPUB || doc.Title != "On Wells" || doc.Issued != "2020-05-06" || headings(doc) != "# Water\n# Wine\n" || len(paragraphs(doc)) != 3 {
		t.Errorf("%s %q of %q, %q, %q", doc.MediaType, doc.Title, doc.Issued, headings(doc), paragraphs(doc))
	}
}

// FuzzEPUB reads odd books.
func FuzzEPUB(f *testing.F) {
	f.Add(`<metadata><title>T</title></metadata>`, `<h1>A</h1><p>Towns pay.</p>`)
	f.Add(`<spine><itemref idref="a"/><itemref idref="a" linear="no"/></spine><manifest/>`, `<table><tr><td>x</td></tr></table><p>y<br/>z`)
	f.Fuzz(func(t *testing.T, described, chapter string) {
		doc, err := new(Reader).Read(t.Context(), "b.epub", book(t, described, chapter), Options{Split: split})
		checkOutcome(t, doc, err)
	})
}

// FuzzArchive reads archives with some bytes changed.
func FuzzArchive(f *testing.F) {
	f.Add(file(f, "sample.docx"), uint32(60), []byte("xyz"))
	f.Add(file(f, "sample.epub"), uint32(3000), []byte{0xFF, 0xFF, 0xFF, 0x7F})
	f.Add(word(f, para("Titel", "A")), uint32(20), []byte{0, 0})
	f.Fuzz(func(t *testing.T, raw []byte, at uint32, patch []byte) {
		if len(raw) == 0 || len(raw) > 1<<20 {
			return
		}
		raw = append([]byte(nil), raw...)
		copy(raw[int(at)%len(raw):], patch)
		doc, err := new(Reader).Read(t.Context(), "a", raw, Options{Split: split})
		checkOutcome(t, doc, err)
	})
}
