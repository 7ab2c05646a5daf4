package index_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/index"

	"github.com/cayleygraph/quad"
)

func quadsOf(readings ...graph.Reading) []quad.Quad {
	var all []quad.Quad
	for _, r := range readings {
		all = append(all, graph.Quads(r)...)
	}
	return all
}

func sample() *index.Index { return index.Build(quadsOf(graphtest.Sample()...)) }

func node(t *testing.T, x *index.Index, iri string) index.Node {
	t.Helper()
	n, ok := x.NodeOf(iri)
	if !ok {
		t.Fatalf("no node %s", iri)
	}
	return n
}

// written returns all quads of an index, sorted.
func written(x *index.Index) []quad.Quad { return slices.SortedFunc(x.Quads(), graph.CompareQuads) }

func TestLinksAreTheQuads(t *testing.T) {
	quads := quadsOf(graphtest.Sample()...)
	x := index.Build(append(slices.Clone(quads), quads[:10]...)) // doubles count once
	slices.SortFunc(quads, graph.CompareQuads)
	if x.Size() != len(quads) || !slices.Equal(written(x), quads) {
		t.Fatalf("%d quads, want %d", x.Size(), len(quads))
	}
	out, in := map[quad.Value]int{}, map[quad.Value]int{}
	for _, q := range quads {
		out[q.Subject]++
		in[q.Object]++
	}
	for n := index.None + 1; x.Value(n) != nil; n++ {
		v := x.Value(n)
		if x.OutDegree(n) != out[v] || x.InDegree(n) != in[v] {
			t.Errorf("%v: degrees %d and %d, want %d and %d", v, x.OutDegree(n), x.InDegree(n), out[v], in[v])
		}
		for l := range x.Out(n) {
			if l.Subject != n {
				t.Errorf("%v: a link of another subject", v)
			}
		}
		for l := range x.In(n) {
			if l.Object != n {
				t.Errorf("%v: a link of another object", v)
			}
		}
	}
	for _, n := range []index.Node{index.None, 1 << 30} {
		if x.Value(n) != nil || x.OutDegree(n)+x.InDegree(n) != 0 || x.IRI(n) != "" {
			t.Errorf("node %d has content", n)
		}
	}
}

func TestEmptyIndex(t *testing.T) {
	x := index.Build(nil)
	if x.Size() != 0 || len(x.Readings()) != 0 || x.Named("China") != nil || x.Search("c", 5) != nil ||
		x.Entities("Actor") != nil || x.ByActor("china") != nil || x.DocumentQuads("d") != nil {
		t.Error("an empty index has content")
	}
}

func TestReadings(t *testing.T) {
	x := sample()
	var ids []string
	for _, r := range x.Readings() {
		ids = append(ids, r.Document.ID)
	}
	if want := []string{"harbour-declaration", "lantern-charter"}; !slices.Equal(ids, want) {
		t.Errorf("documents %v, want %v", ids, want)
	}
	if _, ok := x.Reading("lantern"); ok {
		t.Error("a document that is not there")
	}
	if err := x.Unreadable(); len(err) > 0 {
		t.Error(err)
	}
}

func TestBrokenDocumentIsReported(t *testing.T) {
	quads := slices.DeleteFunc(quadsOf(graphtest.Sample()...), func(q quad.Quad) bool {
		return q.Predicate == quad.IRI("text") && q.Label == quad.IRI("doc:lantern-charter")
	})
	x := index.Build(quads)
	if err := x.Unreadable()["lantern-charter"]; err == nil || len(x.Readings()) != 1 || !x.Has("lantern-charter") {
		t.Errorf("unreadable: %v, %d documents", err, len(x.Readings()))
	}
}

func TestStatements(t *testing.T) {
	x := sample()
	aims := func(list []index.Statement) string {
		var out []string
		for _, s := range list {
			out = append(out, s.Aim)
		}
		return strings.Join(out, " ")
	}
	for name, c := range map[string]struct{ got, want string }{
		"actor":    {aims(x.ByActor("china")), "oppose condemn keep support build map train"},
		"gaps":     {aims(x.ByActor(graph.Unassigned)), "send"},
		"nobody":   {aims(x.ByActor("atlantis")), ""},
		"goal":     {aims(x.ByServed(node(t, x, "goal:train-pilots"))), "map train train"},
		"shared":   {aims(x.ByServed(node(t, x, "principle:shared-stewardship"))), "lead share share share dim report"},
		"document": {aims(x.ByDocument("lantern-charter")), "inspect dim report train"},
		"topic":    {aims(x.ByTopic(node(t, x, "topic:common-rules"))), "lead support dim"},
		"involved": {aims(x.StatementsTo(node(t, x, "actor:united-nations"), graph.PredInvolves, graph.PredRecipient)), "support report"},
		"all":      {fmt.Sprint(len(slices.Collect(x.Statements()))), "18"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", name, c.got, c.want)
		}
	}
	s := x.ByActor("china")[5]
	if same, ok := x.Statement(s.ID); !ok || same.Node != s.Node || same.Reading.Document.ID != "harbour-declaration" {
		t.Errorf("statement by ID: %v %v", same, ok)
	}
	var served []string
	for _, n := range s.Serves {
		served = append(served, x.IRI(n))
	}
	if want := []string{"goal:building-a-system-of-sea-rules", "goal:train-pilots", "goal:map-the-sea-bed"}; !slices.Equal(served, want) {
		t.Errorf("serves %q, want %q", served, want)
	}
}

func TestEntities(t *testing.T) {
	x := sample()
	var labels []string
	for _, e := range x.Entities(graph.ClassActor) {
		labels = append(labels, e.Label)
	}
	want := []string{"China", "Civil society", "Countries", "International community", "Internet companies", "Member States", "Secretariat", "United Nations"}
	if !slices.Equal(labels, want) {
		t.Errorf("actors %q, want %q", labels, want)
	}
	un, _ := x.Entity(node(t, x, "actor:united-nations"))
	if un.ID != "united-nations" || un.Kind != "InternationalOrganization" || un.Class != "Actor" ||
		!slices.Equal(un.Aliases, []string{"Organização das Nações Unidas", "U.N.", "UN"}) {
		t.Errorf("got %+v", un)
	}
	goal, _ := x.Entity(node(t, x, "goal:train-pilots"))
	if goal.Kind != "Goal" || goal.Label != "Train Pilots" || !slices.Equal(goal.Aliases, []string{"Train pilots"}) {
		t.Errorf("got %+v", goal)
	}
	doc, _ := x.Entity(node(t, x, "doc:lantern-charter"))
	if doc.Class != "Document" || doc.Label != "Lantern Charter" {
		t.Errorf("got %+v", doc)
	}
	for _, iri := range []string{"actor:unassigned", "commitsTo", "doc:lantern-charter#sec-1"} {
		if e, ok := x.Entity(node(t, x, iri)); ok {
			t.Errorf("%s is no entity: %+v", iri, e)
		}
	}
}

func TestNamed(t *testing.T) {
	x := sample()
	for name, want := range map[string]string{
		"China":                         "actor:china",
		"  CHINA ":                      "actor:china",
		"People’s Republic of China":    "actor:china",
		"actor:china":                   "actor:china",
		"<actor:china>":                 "actor:china",
		"un":                            "actor:united-nations",
		"the United  Nations":           "actor:united-nations",
		"Organizacao das Nacoes unidas": "actor:united-nations",
		"Shared stewardship":            "principle:shared-stewardship",
		"train pilots":                  "goal:train-pilots",
		"harbour-declaration":           "doc:harbour-declaration",
		"peace":                         "topic:peace",
		"Atlantis":                      "",
		"":                              "",
		"actor:atlantis":                "",
	} {
		var got []string
		for _, n := range x.Named(name) {
			got = append(got, x.IRI(n))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q means %v, want %q", name, got, want)
		}
	}
}

func TestAmbiguousName(t *testing.T) {
	b := graphtest.New("d", "D").Actor("Peace", graph.Company).Section(graph.SectionGoal, 1, "", "Peace")
	x := index.Build(graph.Quads(b.Say("Peace shall come.", graph.Statement{Actor: "peace", Force: graph.Obligation, Aim: "come"}).Reading()))
	if got := x.Named("peace"); len(got) != 2 || x.IRI(got[0]) != "actor:peace" || x.IRI(got[1]) != "goal:peace" {
		t.Errorf("got %v", got)
	}
}

func TestSearch(t *testing.T) {
	x := sample()
	for typed, want := range map[string]string{
		"un":     "actor:united-nations",
		"pilots": "goal:train-pilots",
		"s":      "principle:shared-stewardship",
		"zz":     "",
	} {
		got := x.Search(typed, 1)
		if want == "" && len(got) == 0 {
			continue
		}
		if len(got) != 1 || got[0].IRI != want {
			t.Errorf("%q suggests %v, want %s", typed, got, want)
		}
	}
	if got := x.Search("c", 0); len(got) != 0 {
		t.Errorf("limit 0 gives %v", got)
	}
}

// Applying changes one by one gives what building at once gives.
func TestApplyEqualsBuild(t *testing.T) {
	a, b, c := graphtest.Paper("a", 12), graphtest.Paper("b", 7), graphtest.Paper("c", 9)
	shorter := graphtest.Paper("a", 4)
	x := index.Build(quadsOf(a, b))
	x = x.Apply(x.Replacing("c", graph.Quads(c)).And(x.Replacing("a", graph.Quads(shorter))))
	x = x.Apply(x.Replacing("b", nil))
	want := index.Build(quadsOf(shorter, c))
	if !slices.Equal(written(x), written(want)) {
		t.Fatalf("%d quads, want %d", x.Size(), want.Size())
	}
	if got, want := names(x), names(want); got != want {
		t.Errorf("entities %s, want %s", got, want)
	}
	if x.Has("b") || len(x.Readings()) != 2 || len(x.ByServed(node(t, x, "goal:goal-number-0"))) != 4+9 {
		t.Errorf("documents or statements are off")
	}
}

func names(x *index.Index) string {
	var out []string
	for _, class := range index.EntityClasses() {
		for _, e := range x.Entities(class) {
			out = append(out, e.IRI+" "+e.Label+" "+strings.Join(e.Aliases, ","))
		}
	}
	return strings.Join(out, "\n")
}

func sampleReadings() []graph.Reading { return graphtest.Sample() }

func TestStats(t *testing.T) {
	s := sample().Stats()
	want := index.Stats{Documents: 2, Quads: s.Quads, Nodes: s.Nodes, Statements: 18, Actors: 8, Gaps: 1, Sentences: 22,
		Forces: map[graph.Force]int{graph.Obligation: 6, graph.Stance: 3, graph.Commitment: 2, graph.Recommendation: 3,
			graph.GoalForce: 2, graph.Prohibition: 1, graph.Permission: 1}, Classes: s.Classes}
	if fmt.Sprint(s) != fmt.Sprint(want) || s.Quads == 0 || s.Nodes == 0 {
		t.Errorf("got  %+v\nwant %+v", s, want)
	}
	for class, n := range map[string]int{"Document": 2, "Statement": 18, "Principle": 2, "Goal": 4, "Heading": 8, "Obligation": 6, "Section": 2} {
		if s.Classes[class] != n {
			t.Errorf("%d nodes of class %s, want %d", s.Classes[class], class, n)
		}
	}
}
