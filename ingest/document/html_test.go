package document

import (
	"fmt"
	"strings"
	"testing"
)

func TestHTML(t *testing.T) {
	testStructures(t, "plan.html", []structureTest{
		{"headings, lists, tables", `
			<h1>A plan for rivers</h1><p>Updated: 2020-05-06</p>
			<h2>1. The Principle of <em>Care</em></h2>
			<p>Towns <b>should</b> <a href="http://example.org">act</a> on
			   this; see &sect;&nbsp;5.<sup><a href="#fn1">1</a></sup></p>
			<p>Towns shall:<ul><li>clean rivers<ul><li>in spring</ul><li>mend paths</ul>
			<ol type=a start=3><li>sing<li value=7><p>dance</p><p>at night</p></ol>
			<h4>Article 5 - Costs</h4><blockquote>Towns <!-- not -->pay co&shy;sts.</blockquote>
			<table><tr><th>Town<th>Pays<tr><td>Ford<td>ten</table>
			<h2>Common goals</h2><p><strong>Clean water</strong></p><p>Towns clean.</p>`, `
			^ A plan for rivers
			^ Updated: 2020-05-06
			P# 1|The Principle of Care
			Towns should act on this; see § 5.
			Towns shall:
			- • clean rivers <4
			-- • in spring <5
			- • mend paths <4
			- c. sing <4
			- g. dance <4
			at night
			P## Article 5|Costs
			Towns pay costs.
			Town | Pays
			Ford | ten
			G# |Common goals
			G## |Clean water
			Towns clean.`},
		{"a law of paragraphs and tables", `
			<p>CHAPTER I</p><p>General rules</p><p>Article 1</p><p>Scope</p><p>Each town shall:</p>
			<table><tr><td><p>(a)</p></td><td><p>keep its river clean;</p>
			<table><tr><td>(i)</td><td><p>by day; and</p></td></tr><tr><td>(ii)</td><td><p>by night;</p></td></tr></table></td></tr></table>
			<p>(b) mend its paths.</p><p>Article 2</p><p>Costs</p><p>1. Towns pay.<br>2. The county helps.</p>`, `
			# Chapter I|General rules
			## Article 1|Scope
			Each town shall:
			- (a) keep its river clean; <2
			-- (i) by day; and <3
			-- (ii) by night; <3
			- (b) mend its paths. <2
			## Article 2|Costs
			- 1. Towns pay. <-1
			- 2. The county helps. <-1`},
	})
}

// page is a text among the furniture of a site.
func page() string {
	var paragraphs strings.Builder
	for i := range 12 {
		fmt.Fprintf(&paragraphs, "<h3>%d. Duty</h3><p>The harbour board, with its members, shall dredge basin %d each year, and report on it to the council.</p>\n", i+1, i+1)
	}
	return `<!DOCTYPE html><html lang="en-GB"><head><title>Harbours act | The Quay</title><meta charset=utf-8>
		<meta name="dcterms.issued" content="2021-02-03"><meta property="og:site_name" content="The Quay">
		<link rel=canonical href="/acts/harbours"><script>shall()</script></head><body>
		<nav><ul><li><a href=/>Home</a><li><a href=/a>Acts</a></ul></nav>
		<div class="cookie-banner">We must set cookies. You must accept.</div>
		<div id=page><header><h1>Harbours act</h1></header><div class=text>` + paragraphs.String() +
		`<ul class=duties><li>pilots shall wait;<li>ships may pass.</ul></div></div>
		<div class="related"><ul><li><a href=/1>Ports must pay</a><li><a href=/2>Ships must wait</a><li><a href=/3>More</a></ul></div>
		<footer><p>You must not copy this page. All rights are reserved, and the publisher shall sue.</p></footer></body></html>`
}

func TestPageOfASite(t *testing.T) {
	doc, err := new(Reader).Read(t.Context(), "https://quay.example/acts/harbours?print=1", []byte(page()), Options{Split: split})
	if err != nil {
		t.Fatal(err)
	}
	checkDocument(t, doc)
	if doc.Title != "Harbours act" || doc.Issued != "2021-02-03" || doc.Byline != "The Quay" ||
		doc.Source != "https://quay.example/acts/harbours" || doc.ID != "quay-example-acts-harbours" {
		t.Errorf("%q of %q by %q from %q as %q", doc.Title, doc.Issued, doc.Byline, doc.Source, doc.ID)
	}
	for _, gone := range []string{"Home", "cookies", "copy", "Ports must", "shall()"} {
		if strings.Contains(doc.Text, gone) {
			t.Errorf("%q is in the text", gone)
		}
	}
	if len(doc.Sections) != 12 || !strings.Contains(doc.Text, "basin 12") || !strings.Contains(doc.Text, "ships may pass") {
		t.Errorf("%d sections in\n%s", len(doc.Sections), doc.Text)
	}
}

func TestCanonicalAddressOfTheSameSite(t *testing.T) {
	for _, test := range []struct{ name, said, want string }{
		{"https://a.example/x?y=1#z", "https://www.a.example/x#top", "https://www.a.example/x"},
		{"https://a.example/x", "https://b.example/x", "https://a.example/x"},
		{"https://a.example/x", "javascript:x", "https://a.example/x"},
		{"https://a.example/x/y", "../z", "https://a.example/z"},
		{"a/x.html", "https://b.example/x", "a/x.html"},
	} {
		if got := canonical(test.name, test.said); got != test.want {
			t.Errorf("canonical(%s, %s) = %s, want %s", test.name, test.said, got, test.want)
		}
	}
}

func TestHTMLEncodings(t *testing.T) {
	for name, test := range map[string]struct{ raw, stated string }{
		"meta":   {"<meta charset=windows-1252><p>Caf\xe9s shall close.", ""},
		"header": {"<p>Caf\xe9s shall close.", "text/html; charset=iso-8859-1"},
		"UTF-8":  {"<p>Cafés shall close.", ""},
		"wide":   {"\xff\xfe<\x00p\x00>\x00C\x00a\x00f\x00\xe9\x00s\x00 \x00s\x00h\x00a\x00l\x00l\x00 \x00c\x00l\x00o\x00s\x00e\x00.\x00", "text/html"},
	} {
		doc, err := new(Reader).Read(t.Context(), "a.html", []byte(test.raw), Options{MediaType: test.stated})
		if err != nil || doc.Text != "Cafés shall close." {
			t.Errorf("%s: %+v, %v", name, doc, err)
		}
	}
}

// TestHostileHTML would not end, or would end the program.
func TestHostileHTML(t *testing.T) {
	for _, unit := range []string{"<div>", "<b>", "<ul><li>", "<table><tr><td>", "<p>a", "<a href=#1>x", "&amp;", "<br>", "<i><p>", "<svg>"} {
		raw := "<html>x" + strings.Repeat(unit, (1<<17)/len(unit)) + "y"
		doc, err := new(Reader).Read(t.Context(), "a.html", []byte(raw), Options{})
		if err == nil {
			checkDocument(t, doc)
		}
	}
}
