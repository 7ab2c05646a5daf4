package document

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"
)

// zipped packs files into an archive.
func zipped(t testing.TB, files map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, text := range files {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const (
	wordNames = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
		` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`
	wordStyles = `<w:styles` + wordNames + `>
		<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
		<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
		<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
		<w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Our chapter"/><w:basedOn w:val="berschrift1"/></w:style>
		<w:style w:type="paragraph" w:styleId="Artikel"><w:name w:val="Our article"/><w:pPr><w:outlineLvl w:val="1"/>
			<w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
		<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style></w:styles>`
	wordNumbering = `<w:numbering` + wordNames + `>
		<w:abstractNum w:abstractNumId="0">
			<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
			<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
			<w:lvl w:ilvl="2"><w:start w:val="2"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%3)"/></w:lvl></w:abstractNum>
		<w:abstractNum w:abstractNumId="1">
			<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Article %1"/><w:pStyle w:val="Artikel"/></w:lvl></w:abstractNum>
		<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
		<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`
)

// word is a DOCX file with a body.
func word(t testing.TB, body string) []byte {
	return zipped(t, map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"word/document.xml":   `<?xml version="1.0" encoding="UTF-8"?><w:document` + wordNames + `><w:body>` + body + `</w:body></w:document>`,
		"word/styles.xml":     wordStyles, "word/numbering.xml": wordNumbering,
		"word/footnotes.xml": `<w:footnotes` + wordNames + `><w:footnote><w:p><w:r><w:t>Notes must stay out.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
		"docProps/core.xml": `<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">` +
			`<dc:title>Microsoft Word - draft</dc:title><dcterms:created>2022-03-04T05:06:07Z</dcterms:created></cp:coreProperties>`,
	})
}

// para is a paragraph in a style with the runs of text in it.
func para(style, text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

// numbered is a paragraph of a list.
func numberedPara(list, level, text string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list + `"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

func TestDOCX(t *testing.T) {
	const run = `<w:r><w:t xml:space="preserve">`
	body := para("Titel", "A plan for rivers") + para("Verzeichnis1", "Chapter … 3") +
		para("Kapitel", "Chapter I. Care") + para("Artikel", "Duties") +
		`<w:p>` + run + `The town </w:t></w:r><w:del><w:r><w:delText>may</w:delText></w:r></w:del><w:ins>` + run + `shall</w:t></w:r></w:ins>` +
		run + ` re</w:t><w:softHyphen/><w:t>pair<w:footnoteReference w:id="1"/></w:t></w:r><w:hyperlink>` + run + ` the bank</w:t></w:r></w:hyperlink>` +
		`<w:r><w:rPr><w:vanish/></w:rPr><w:t> secretly</w:t></w:r>` + run + `:</w:t></w:r></w:p>` +
		numberedPara("1", "0", "in spring:") + numberedPara("1", "1", "by day; and") + numberedPara("1", "2", "early;") + numberedPara("1", "2", "late;") +
		numberedPara("1", "1", "by night;") + numberedPara("1", "0", "in autumn.") +
		para("Artikel", "Costs") + `<w:p>` + run + `Towns pay for:</w:t></w:r></w:p>` + numberedPara("3", "0", "tools.") +
		`<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>` + para("Standard", "Boxes count once.") +
		`</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>` + para("Standard", "Boxes count once.") +
		`</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>` + run + `Towns sing.</w:t></w:r></w:p>` +
		`<w:tbl><w:tr><w:tc>` + para("Standard", "Town") + `</w:tc><w:tc>` + para("Standard", "Pays") + `</w:tc></w:tr></w:tbl>`
	doc, err := new(Reader).Read(t.Context(), "plan.docx", word(t, body), Options{Split: split})
	if err != nil {
		t.Fatal(err)
	}
	checkDocument(t, doc)
	want := trimmed(`
		^ A plan for rivers
		# Chapter I|Care
		## Article 1|Duties
		The town shall repair the bank:
		- 1. in spring: <3
		-- (a) by day; and <4
		--- ii) early; <5
		--- iii) late; <5
		-- (b) by night; <4
		- 2. in autumn. <3
		## Article 2|Costs
		Towns pay for:
		- 1. tools. <11
		Towns sing.
		Boxes count once.
		Town | Pays`)
	if got := trimmed(shape(doc)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if doc.MediaType != DOCX || doc.Title != "A plan for rivers" || doc.Issued != "2022-03-04" {
		t.Errorf("%s %q of %q", doc.MediaType, doc.Title, doc.Issued)
	}
}

// Marks of notes that are typed as raised figures stay out; exponents stay.
func TestRaisedFigures(t *testing.T) {
	raised := func(format, text string) string {
		return `<w:r><w:rPr>` + format + `</w:rPr><w:t>` + text + `</w:t></w:r>`
	}
	const plain, script, position = ``, `<w:vertAlign w:val="superscript"/>`, `<w:position w:val="7"/><w:sz w:val="18"/>`
	body := `<w:p>` + raised(plain, "Wardens shall watch the dyke.") + raised(script, "12") + raised(plain, " They may close 5 km") + raised(script, "2") +
		raised(plain, " of it") + `<w:hyperlink w:anchor="n">` + raised(position, "*") + `</w:hyperlink>` + raised(plain, " by the 3") + raised(script, "rd") + raised(plain, " of May.") + `</w:p>`
	doc, err := new(Reader).Read(t.Context(), "a.docx", word(t, body), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := paragraphs(doc)[0], "Wardens shall watch the dyke. They may close 5 km2 of it by the 3rd of May."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestDamagedArchives(t *testing.T) {
	good := word(t, para("Standard", "Towns pay."))
	entity := `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document` + wordNames + `><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>`
	locked := bytes.Clone(good)
	for at := 0; ; at++ {
		i := bytes.Index(locked[at:], []byte("PK\x01\x02"))
		if i < 0 {
			break
		}
		at += i
		locked[at+8] |= 1
	}
	for name, test := range map[string]struct {
		raw  []byte
		want error
		says string
	}{
		"truncated":       {good[:len(good)/2], ErrDamaged, "breaks off"},
		"entity":          {zipped(t, map[string]string{"word/document.xml": entity}), ErrDamaged, "well-formed"},
		"no text":         {word(t, para("Standard", "")), ErrEmpty, ""},
		"locked":          {locked, ErrEncrypted, "protection"},
		"bomb":            {zipped(t, map[string]string{"word/document.xml": strings.Repeat(" ", 8<<20)}), ErrTooLarge, "bomb"},
		"nested":          {zipped(t, map[string]string{"word/document.xml": strings.Repeat("<a>", 1<<17)}), ErrDamaged, "deep"},
		"workbook":        {zipped(t, map[string]string{"xl/workbook.xml": "<x/>"}), ErrUnsupported, "an Excel workbook"},
		"presentation":    {zipped(t, map[string]string{"ppt/presentation.xml": "<x/>"}), ErrUnsupported, "save it as DOCX or PDF"},
		"open document":   {zipped(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.text"}), ErrUnsupported, "OpenDocument"},
		"another archive": {zipped(t, map[string]string{"a.txt": "x"}), ErrUnsupported, "a ZIP archive"},
		"book of nothing": {zipped(t, map[string]string{"mimetype": "application/epub+zip", "META-INF/container.xml": "<container/>"}), ErrDamaged, "no book"},
	} {
		_, err := new(Reader).Read(t.Context(), name, test.raw, Options{})
		if !errors.Is(err, test.want) || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: %v, want %v with %q", name, err, test.want, test.says)
		}
	}
}

// FuzzDOCX reads odd bodies of a Word document.
func FuzzDOCX(f *testing.F) {
	f.Add(para("Titel", "A") + para("Artikel", "B") + numberedPara("1", "2", "c;"))
	f.Add(`<w:tbl><w:tr><w:tc><w:tbl/></w:tc></w:tr></w:tbl><w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>`)
	f.Add(`<w:p><w:r><w:t>a<w:tab/>b</w:t></w:r><w:ins/></w:p></w:body><w:body>`)
	f.Fuzz(func(t *testing.T, body string) {
		doc, err := new(Reader).Read(t.Context(), "a.docx", word(t, body), Options{Split: split})
		checkOutcome(t, doc, err)
	})
}

// FuzzHTML reads odd pages.
func FuzzHTML(f *testing.F) {
	f.Add(page())
	f.Add("<ol type=i start=4><li>a<table><td>(a)<td><p>b<p>c</table><h7>d<h2>e<br><br>f<pre>g\n\nh</pre><sup><a href=#1>1</a></sup>")
	f.Fuzz(func(t *testing.T, raw string) {
		doc, err := new(Reader).Read(t.Context(), "a.html", []byte("<html>"+raw), Options{Split: split})
		checkOutcome(t, doc, err)
	})
}
