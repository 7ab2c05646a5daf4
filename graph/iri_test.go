package graph_test

import (
	"slices"
	"strings"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"
)

func TestSlug(t *testing.T) {
	for label, want := range map[string]string{
		"United Nations":                  "united-nations",
		"  2030  Agenda ":                 "2030-agenda",
		"Côte d'Ivoire":                   "cote-divoire",
		"Member States’ rights":           "member-states-rights",
		"Łódź – Straße, Ærø":              "lodz-strasse-aero",
		"İstanbul":                        "istanbul",
		"U.S. (federal)":                  "u-s-federal",
		"ﬁnance":                          "finance",
		"中国":                              "中国",
		"Россия 2":                        "россия-2",
		"":                                "",
		"already-a-slug":                  "already-a-slug",
		"Developing A System — of Rules!": "developing-a-system-of-rules",
	} {
		if got := graph.Slug(label); got != want {
			t.Errorf("%q gives %q, want %q", label, got, want)
		}
	}
	if a, b := graph.Slug("§"), graph.Slug("※"); a == b || !strings.HasPrefix(a, "x") {
		t.Errorf("labels without letters give %q and %q", a, b)
	}
}

// A slug is its own slug and can stand in an IRI, whatever the label.
func FuzzSlug(f *testing.F) {
	for _, s := range []string{"United Nations", "İ", "ǅ", "a\u0301", "中 国", "\xff", "ⅷ", "①", "'", "ﬃ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, label string) {
		slug := graph.Slug(label)
		if again := graph.Slug(slug); again != slug {
			t.Errorf("%q gives %q, which gives %q", label, slug, again)
		}
		if strings.ContainsAny(slug, " <>\"{}|\\^`#?%/:") || (slug == "") != (label == "") {
			t.Errorf("%q gives %q", label, slug)
		}
	})
}

func TestNamer(t *testing.T) {
	for _, c := range []struct{ base, short, full string }{
		{"", "rdf:type", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"},
		{"", "dcterms:isPartOf", "http://purl.org/dc/terms/isPartOf"},
		{"", "commitsTo", "urn:mandate:commitsTo"},
		{"", "actor:china", "urn:mandate:actor:china"},
		{"", "doc:d#char=1,2", "urn:mandate:doc:d#char=1,2"},
		{"https://example.org/m/", "actor:china", "https://example.org/m/actor:china"},
		{"https://example.org/m/", "serves", "https://example.org/m/serves"},
		{"", "http://example.org/x", "http://example.org/x"},
		{"", "mailto:a@example.org", "mailto:a@example.org"},
	} {
		n := graph.Namer{Base: c.base}
		if got := n.Full(c.short); got != c.full {
			t.Errorf("%s in full is %s, want %s", c.short, got, c.full)
		}
		if got := n.Short(c.full); got != c.short {
			t.Errorf("%s in short is %s, want %s", c.full, got, c.short)
		}
	}
}

func TestSectionIRIs(t *testing.T) {
	section := func(kind graph.SectionKind, number, title string) graph.Section {
		return graph.Section{Kind: kind, Number: number, Title: title, Parent: -1}
	}
	d := graph.Document{ID: "d", Sections: []graph.Section{
		section(graph.SectionPlain, "1", "General"),
		section(graph.SectionPlain, "2", "General"),
		section(graph.SectionPlain, "3", "General 2"),
		section(graph.SectionPlain, "Article 4", ""),
		section(graph.SectionPrinciple, "1", "Shared Benefits"),
		section(graph.SectionPrinciple, "Principle 2", ""),
		section(graph.SectionGoal, "", "Shared Benefits"),
	}}
	want := []string{"section:d/general", "section:d/general-2", "section:d/general-2-2", "section:d/no-article-4",
		"principle:shared-benefits", "principle:d/no-principle-2", "goal:shared-benefits"}
	if got := d.SectionIRIs(); !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// Each of so many would be compared with all before it if the search for its
// number began anew.
func TestSectionsOfOneTitleAreNumberedOn(t *testing.T) {
	const many = 20_000
	d := graph.Document{ID: "d", Sections: make([]graph.Section, many)}
	for i := range d.Sections {
		d.Sections[i] = graph.Section{Kind: graph.SectionPlain, Title: "General", Parent: -1}
	}
	iris := d.SectionIRIs()
	if first, last := iris[0], iris[many-1]; first != "section:d/general" || last != "section:d/general-20000" {
		t.Errorf("from %s to %s", first, last)
	}
}

func TestStatementID(t *testing.T) {
	id := graph.StatementID("d", "China will act.", 0, "china", "act", graph.Positive)
	if len(id) != 16 || strings.Trim(id, "0123456789abcdef") != "" {
		t.Errorf("ID %q", id)
	}
	seen := map[string]bool{id: true}
	for _, other := range []string{
		graph.StatementID("e", "China will act.", 0, "china", "act", graph.Positive),
		graph.StatementID("d", "China will act", 0, "china", "act", graph.Positive),
		graph.StatementID("d", "China will act.", 1, "china", "act", graph.Positive),
		graph.StatementID("d", "China will act.", 0, "chin", "aact", graph.Positive),
		graph.StatementID("d", "China will act.", 0, "china", "act", graph.Negative),
	} {
		if seen[other] {
			t.Errorf("ID %s stands twice", other)
		}
		seen[other] = true
	}
}

// The same words twice in a document are two statements; what stands before
// them does not matter.
func TestAssignIDs(t *testing.T) {
	twice := graphtest.New("d", "D").Actor("Ports", graph.Collective)
	s := graph.Statement{Actor: "ports", Force: graph.Obligation, Aim: "open"}
	r := twice.Say("Ports shall open.", s).Say("Ports shall open.", s).Reading()
	if r.Statements[0].ID == r.Statements[1].ID {
		t.Error("two occurrences have one ID")
	}
	later := graphtest.New("d", "D with more words").Actor("Ports", graph.Collective).Say("Prelude.").Say("Ports shall open.", s).Reading()
	if later.Statements[0].ID != r.Statements[0].ID {
		t.Error("the ID depends on where the sentence stands")
	}
}
