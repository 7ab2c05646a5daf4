package graph_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"mandate/graph"
)

// generator makes random readings that hold together: everything that a reading
// can say, in any combination.
type generator struct {
	*rand.Rand
	r       graph.Reading
	offsets *graph.Offsets
	cuts    []int // byte positions of code points, and the end
}

func randomReading(rng *rand.Rand, id string) graph.Reading {
	g := &generator{Rand: rng}
	g.document(id)
	g.sections()
	g.blocks()
	g.actors()
	g.statements()
	return g.r
}

func (g *generator) document(id string) {
	words := []string{"tide", "Größe", "日本", "\"quoted\"", "back\\slash", "line\nbreak", "tab\t", "emoji 🙂", "—", "plain words", "%20", "<iri>"}
	var text strings.Builder
	for range g.IntN(60) {
		text.WriteString(words[g.IntN(len(words))] + " ")
	}
	some := func(s string) string { return []string{"", s}[g.IntN(2)] }
	g.r.Document = graph.Document{
		ID: id, Title: some("Tïtle of " + id), Byline: some("By"), Issued: some("1999-01-02"), Source: some("a/b c.txt"),
		MediaType: some("text/plain"), Language: some("en"), Text: text.String(), SHA256: some("00ff"), FileSHA256: some("ff00"),
		Extractor: some("1.0"), Model: some("m2"),
	}
	g.r.Unread = graph.Unread{Foreign: g.IntN(3), Tabular: g.IntN(3), Wordless: g.IntN(3), Cut: g.IntN(3), Constitutive: g.IntN(3)}
	g.offsets = graph.NewOffsets(g.r.Document.Text)
	for i := range g.r.Document.Text {
		g.cuts = append(g.cuts, i)
	}
	g.cuts = append(g.cuts, len(g.r.Document.Text))
}

func (g *generator) span() graph.Span {
	a, b := g.cuts[g.IntN(len(g.cuts))], g.cuts[g.IntN(len(g.cuts))]
	return g.offsets.Span(min(a, b), max(a, b))
}

// index returns a random index into a list of n, or -1.
func (g *generator) index(n int) int { return g.IntN(n+1) - 1 }

func (g *generator) sections() {
	kinds := []graph.SectionKind{graph.SectionPlain, graph.SectionPrinciple, graph.SectionGoal}
	for i := range g.IntN(8) {
		g.r.Document.Sections = append(g.r.Document.Sections, graph.Section{
			Span: g.span(), Title: []string{"", "Aims", "aims", "Über uns", fmt.Sprint("Part ", i)}[g.IntN(5)],
			Number: []string{"", "1.", fmt.Sprint("Article ", i)}[g.IntN(3)],
			Level:  1 + g.IntN(4), Parent: g.index(i), Kind: kinds[g.IntN(3)],
		})
	}
}

func (g *generator) blocks() {
	d := &g.r.Document
	kinds := []graph.BlockKind{graph.BlockHead, graph.BlockHeading, graph.BlockListItem, graph.BlockParagraph}
	for i := range g.IntN(6) {
		d.Blocks = append(d.Blocks, graph.Block{
			Span: g.span(), Kind: kinds[g.IntN(4)], Section: g.index(len(d.Sections)), LeadIn: g.index(i),
			Marker: []string{"", "(a)", "•", "\"1\""}[g.IntN(4)], Depth: g.IntN(3),
		})
	}
	for range g.IntN(4) {
		d.Pages = append(d.Pages, g.IntN(len(d.Text)+1))
	}
	slices.Sort(d.Pages)
	for range g.IntN(6) * min(1, len(d.Blocks)) {
		d.Sentences = append(d.Sentences, graph.Sentence{
			Span: g.span(), Block: g.IntN(len(d.Blocks)), Section: g.index(len(d.Sections)),
		})
	}
}

func (g *generator) actors() {
	for i := range g.IntN(6) {
		a := graph.Actor{ID: fmt.Sprint("actor-", i), Label: fmt.Sprint("Actor №", i), Kind: graph.ActorKinds()[g.IntN(8)]}
		a.AltLabels = slices.Sorted(slices.Values(g.some([]string{"A. K. A.", "ÄKA", "\"x\""})))
		g.r.Actors = append(g.r.Actors, a)
	}
	for i := range g.r.Actors {
		g.r.Actors[i].MemberOf = slices.Sorted(slices.Values(g.some(g.actorIDs())))
	}
}

func (g *generator) actorIDs() []string {
	var ids []string
	for _, a := range g.r.Actors {
		ids = append(ids, a.ID)
	}
	return ids
}

// some returns a random part of a list in random order, nil for none of it.
func (g *generator) some(list []string) []string {
	list = slices.Clone(list)
	g.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	if n := g.IntN(len(list) + 1); n > 0 {
		return list[:n]
	}
	return nil
}

func (g *generator) statements() {
	d := &g.r.Document
	if len(d.Sentences) == 0 {
		return
	}
	topics := []string{"digital divide", "2030 Agenda", "größe", "日本", "§ 5", "※"}
	phrases := func() string { return []string{"", "a phrase", "with \"quotes\"\nand lines"}[g.IntN(3)] }
	for range g.IntN(8) {
		s := graph.Statement{
			Actor: cmp.Or(append(g.some(g.actorIDs()), graph.Unassigned)[0], graph.Unassigned),
			Force: graph.Forces()[g.IntN(7)], Polarity: []graph.Polarity{graph.Positive, graph.Negative}[g.IntN(2)],
			Deontic: phrases(), Aim: phrases(), Object: phrases(), Recipient: phrases(), Condition: phrases(),
			Constraint: phrases(), OrElse: phrases(), Cue: phrases(), Rule: phrases(),
			Section: g.index(len(d.Sections)), Topics: g.some(topics), Goals: g.some(topics[:3]), References: g.some(topics),
			Involves: g.some(g.actorIDs()), Recipients: g.some(g.actorIDs()),
		}
		s.Evidence = graph.Evidence{Span: g.span(), Sentence: g.IntN(len(d.Sentences))}
		s.Evidence.Quote = s.Evidence.In(d.Text)
		for range g.IntN(3) {
			if c := g.span(); !slices.Contains(s.Evidence.Context, c) {
				s.Evidence.Context = append(s.Evidence.Context, c)
			}
		}
		g.r.Statements = append(g.r.Statements, s)
	}
	graph.AssignIDs(d.ID, g.r.Statements)
	for _, iri := range g.some([]string{graph.InstrumentIRI(topics[1]), graph.GoalIRI(topics[0]), "goal:unused"}) {
		if alts := slices.Sorted(slices.Values(g.some([]string{"Agenda 2030", "\"x\"", "ÄKA"}))); alts != nil {
			if g.r.AltLabels == nil {
				g.r.AltLabels = map[string][]string{}
			}
			g.r.AltLabels[iri] = alts
		}
	}
}
