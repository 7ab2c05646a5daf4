package query_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/index"
	"mandate/query"
)

func TestStatements(t *testing.T) {
	for _, c := range []struct {
		name   string
		filter query.Filter
		want   []string
	}{
		{"actor", query.Filter{Actor: "the UN"}, []string{"united-nations lead the search for common rules", "united-nations train pilots"}},
		{"actor and document", query.Filter{Actor: "UN", Doc: "lantern-charter"}, []string{"united-nations train pilots"}},
		{"force", query.Filter{Forces: []graph.Force{graph.Permission}}, []string{"member-states inspect the lamps of the Secretariat"}},
		{"serves", query.Filter{Serves: "Train pilots"}, []string{"china map the sea bed", "china train pilots", "united-nations train pilots"}},
		{"serves and force", query.Filter{Serves: "goal:train-pilots", Forces: []graph.Force{graph.Obligation}}, []string{"united-nations train pilots"}},
		{"topic", query.Filter{Topic: "openness"}, []string{"international-community work", "international-community promote openness"}},
		{"topic and actor", query.Filter{Topic: "common rules", Actor: "China"}, []string{"china support the work of the United Nations"}},
		{"gaps", query.Filter{Actor: graph.Unassigned}, []string{"unassigned send help"}},
		{"words of the sentence", query.Filter{Text: "sailor nations"}, []string{"china build a café"}},
		{"words that no statement has together", query.Filter{Text: "sailor lamp"}, nil},
		{"document by title", query.Filter{Doc: "Lantern Charter", Forces: []graph.Force{graph.Prohibition}}, []string{"member-states dim a lamp"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, total, next, err := sample().Statements(c.filter, query.Page{})
			if err != nil || total != len(c.want) || next != "" {
				t.Fatalf("total %d, next %q, error %v", total, next, err)
			}
			if list := briefs(got, same); !slices.Equal(list, c.want) {
				t.Errorf("got %q, want %q", list, c.want)
			}
		})
	}
}

func TestStatementsOfNothingKnown(t *testing.T) {
	for name, filter := range map[string]query.Filter{
		"actor": {Actor: "Atlantis"}, "serves": {Serves: "Atlantis"}, "topic": {Topic: "Atlantis"}, "document": {Doc: "Atlantis"},
		"second field": {Actor: "China", Topic: "Atlantis"},
	} {
		if _, _, _, err := sample().Statements(filter, query.Page{}); !errors.Is(err, query.ErrUnknown) {
			t.Errorf("%s: got %v, want ErrUnknown", name, err)
		}
	}
	if _, _, _, err := sample().Statements(query.Filter{Forces: []graph.Force{"wish"}}, query.Page{}); !errors.Is(err, query.ErrParameter) || !strings.Contains(err.Error(), "obligation") {
		t.Errorf("force: got %v, want ErrParameter that lists the forces", err)
	}
}

func TestPagesCoverTheList(t *testing.T) {
	all, total, _, err := sample().Statements(query.Filter{}, query.Page{})
	if err != nil || total != len(all) || total < 10 {
		t.Fatalf("total %d of %d, %v", total, len(all), err)
	}
	for limit := 1; limit <= total+1; limit++ {
		var got []string
		page := query.Page{Limit: limit}
		for {
			part, _, next, err := sample().Statements(query.Filter{}, page)
			if err != nil || len(part) > limit {
				t.Fatalf("page of %d: %d statements, %v", limit, len(part), err)
			}
			got = append(got, briefs(part, same)...)
			if next == "" {
				break
			}
			page.Cursor = next
		}
		if !slices.Equal(got, briefs(all, same)) {
			t.Errorf("pages of %d give another list", limit)
		}
	}
	if _, _, _, err := sample().Statements(query.Filter{}, query.Page{Cursor: "gone"}); !errors.Is(err, query.ErrParameter) {
		t.Errorf("foreign cursor: got %v, want ErrParameter", err)
	}
}

func TestList(t *testing.T) {
	actors := sample().List(graph.ClassActor)
	if len(actors) != 8 || actors[0].ID != "china" {
		t.Fatalf("got %v, want 8 actors, China with most statements first", actors)
	}
	sum := 0
	for _, n := range actors[0].ByForce {
		sum += n
	}
	if want := len(sample().Index().ByActor("china")); sum != want || actors[0].Statements != want {
		t.Errorf("China has %d statements, counted %d, by force %d", want, actors[0].Statements, sum)
	}
}

func TestResponsibilities(t *testing.T) {
	m, err := sample().Responsibilities([]query.Axis{query.Actors}, []query.Axis{query.Goals}, "")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range m.Cells {
		got = append(got, fmt.Sprintf("%s %s %d", m.Rows[c.Row].ID, m.Columns[c.Column].ID, c.Count))
		sum := 0
		for _, n := range c.Forces {
			sum += n
		}
		if sum != c.Count {
			t.Errorf("%s: forces sum to %d", got[len(got)-1], sum)
		}
	}
	for _, want := range []string{"china train-pilots 2", "united-nations train-pilots 1", "unassigned guarding-sovereignty-at-sea 1"} {
		if !slices.Contains(got, want) {
			t.Errorf("no cell %q in %q", want, got)
		}
	}
	if last := m.Rows[len(m.Rows)-1]; last.Kind != graph.ClassGap {
		t.Errorf("last row is %v, want the gaps", last)
	}

	m, err = sample().Responsibilities([]query.Axis{query.Actors}, []query.Axis{query.Goals}, "lantern-charter")
	if err != nil || len(m.Cells) != 1 || m.Rows[0].ID != "united-nations" {
		t.Errorf("of one document: got %v, %v", m, err)
	}
	both, err := sample().Responsibilities([]query.Axis{query.Actors}, []query.Axis{query.Principles, query.Goals}, "")
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]int{}
	for _, h := range both.Columns {
		kinds[h.Kind]++
		if h.Statements == 0 || len(h.Documents) == 0 || h.Parent.IRI == "" && h.ID != "map-the-sea-bed" /* a goal of a sentence */ {
			t.Errorf("heading %s: %d statements in %v under %q", h.IRI, h.Statements, h.Documents, h.Parent.IRI)
		}
	}
	if kinds[graph.ClassPrinciple] == 0 || kinds[graph.ClassGoal] == 0 {
		t.Errorf("principles and goals together: %v", kinds)
	}
	if r := both.Rows[0]; r.Parent.IRI != "" || r.Statements > len(sample().Index().ByActor(r.ID)) {
		t.Errorf("row %+v", r)
	}
	if m, err = sample().Responsibilities([]query.Axis{query.Topics}, []query.Axis{query.Principles}, ""); err != nil || len(m.Cells) == 0 {
		t.Errorf("topics by principles: %v, %v", m, err)
	}
	for _, axes := range [][2]query.Axis{{"actors", "actors"}, {"actors", "moods"}, {"", "goals"}} {
		if _, err := sample().Responsibilities(axes[:1], axes[1:], ""); !errors.Is(err, query.ErrParameter) {
			t.Errorf("%v: got %v, want ErrParameter", axes, err)
		}
	}
	if _, err := sample().Responsibilities([]query.Axis{query.Actors}, []query.Axis{query.Goals}, "Atlantis"); !errors.Is(err, query.ErrUnknown) {
		t.Errorf("unknown document: got %v", err)
	}
}

func TestNeighbours(t *testing.T) {
	china, _ := sample().Resolve("China")
	var got []string
	for _, n := range sample().Neighbours(china.Node) {
		got = append(got, fmt.Sprintf("%s %s %t %d", n.Predicate, n.IRI, n.Inward, n.Count))
	}
	for _, want := range []string{
		"pursues goal:train-pilots false 2",
		"commitsTo goal:guarding-sovereignty-at-sea false 2",
		"opposes topic:cable-attack false 1",
		"supports topic:common-rules false 1",
		"involves actor:united-nations false 1",
		"concerns topic:peace false 1",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("no neighbour %q in %q", want, got)
		}
	}
	un, _ := sample().Resolve("UN")
	for _, n := range sample().Neighbours(un.Node) {
		if n.Predicate == graph.PredRecipient && n.IRI == "actor:secretariat" && n.Inward {
			return
		}
	}
	t.Error("the Secretariat, which reports to the UN, is no inward neighbour of it")
}

func TestGraph(t *testing.T) {
	whole, err := sample().Graph(query.GraphOptions{})
	if err != nil || whole.Narrowed || len(whole.Nodes) != whole.TotalNodes || len(whole.Edges) != whole.TotalEdges {
		t.Fatalf("whole graph: %d of %d nodes, narrowed %t, %v", len(whole.Nodes), whole.TotalNodes, whole.Narrowed, err)
	}
	checkDrawing(t, whole)

	near, err := sample().Graph(query.GraphOptions{Center: "goal:train-pilots", Hops: 1})
	if err != nil {
		t.Fatal(err)
	}
	checkDrawing(t, near)
	if ids := nodeIDs(near); !slices.Equal(ids, []string{"actor:china", "actor:united-nations", "goal:train-pilots"}) {
		t.Errorf("one hop around the goal: %q", ids)
	}

	small, err := sample().Graph(query.GraphOptions{Center: "China", Limit: 3})
	if err != nil || !small.Narrowed || len(small.Nodes) != 3 || small.TotalNodes <= 3 {
		t.Fatalf("limit: %d of %d nodes, narrowed %t, %v", len(small.Nodes), small.TotalNodes, small.Narrowed, err)
	}
	checkDrawing(t, small)
	if !slices.Contains(nodeIDs(small), "actor:china") {
		t.Errorf("the centre is not among %q", nodeIDs(small))
	}

	one, err := sample().Graph(query.GraphOptions{GraphFilter: query.GraphFilter{Doc: "lantern-charter"}})
	if err != nil || slices.Contains(nodeIDs(one), "actor:china") {
		t.Errorf("of one document: %q, %v", nodeIDs(one), err)
	}
	lonely, err := sample().Graph(query.GraphOptions{Center: "Lisbon Accord"})
	if err != nil || len(lonely.Nodes) != 1 || len(lonely.Edges) != 0 {
		t.Errorf("a node without direct links: %v, %v", lonely, err)
	}
	if _, err := sample().Graph(query.GraphOptions{Center: "Atlantis"}); !errors.Is(err, query.ErrUnknown) {
		t.Errorf("unknown centre: %v", err)
	}
	if _, err := sample().Graph(query.GraphOptions{Hops: -1}); !errors.Is(err, query.ErrParameter) {
		t.Errorf("negative hops: %v", err)
	}
}

// checkDrawing holds what is true of every drawing: links end in nodes, every
// link has its statements, every node but a lone centre has a link.
func checkDrawing(t *testing.T, d query.Drawing) {
	t.Helper()
	behind := map[index.Node]map[index.Node]bool{} // the statements of a node's links
	for _, n := range d.Nodes {
		behind[n.Node] = map[index.Node]bool{}
	}
	for _, e := range d.Edges {
		for _, n := range []index.Node{e.Actor, e.Target} {
			if behind[n] == nil {
				t.Fatalf("link %s ends outside the drawing", e.Predicate)
			}
			for _, s := range e.Statements {
				behind[n][s] = true
			}
		}
		if len(e.Statements) == 0 {
			t.Errorf("link %s has no statement", e.Predicate)
		}
	}
	for _, n := range d.Nodes {
		if count := len(behind[n.Node]); n.Statements != count || count == 0 && len(d.Nodes) > 1 {
			t.Errorf("%s: %d statements, its links have %d", n.IRI, n.Statements, count)
		}
	}
}

func nodeIDs(d query.Drawing) []string {
	var ids []string
	for _, n := range d.Nodes {
		ids = append(ids, n.IRI)
	}
	slices.Sort(ids)
	return ids
}

// The answers of a view stay what they are when the index moves on, and the
// next view knows the new document.
func TestViewsFollowTheIndex(t *testing.T) {
	var views query.Views
	first := indexOf(graphtest.Harbour())
	before := views.Of(first)
	if views.Of(first) != before {
		t.Error("the same index gives two views")
	}
	after := views.Of(indexOf(graphtest.Sample()...))
	old, _ := before.Who("lamps")
	now, _ := after.Who("lamps")
	if len(old) != 0 || len(now) == 0 {
		t.Errorf("lamps: %d statements before, %d after the document came", len(old), len(now))
	}
}

func TestPaths(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     string // of the first path
	}{
		{"China", "United Nations", "actor:china ←attribute [china support the work of the United Nations] involves→ actor:united-nations"},
		{"UN", "the People's Republic of China", "actor:united-nations ←involves [china support the work of the United Nations] attribute→ actor:china"},
		{"China", "topic:peace", "actor:china ←attribute [china keep the peace in its waters] concerns→ topic:peace"},
		{"Countries", "Civil society", "actor:countries obligedTo→ principle:shared-stewardship ←obligedTo actor:civil-society"},
		{"Lisbon Accord", "International community", "instrument:lisbon-accord ←dcterms:references [international-community work] attribute→ actor:international-community"},
	} {
		t.Run(c.from+" to "+c.to, func(t *testing.T) {
			found, err := sample().Paths(t.Context(), c.from, c.to, query.PathOptions{})
			if err != nil || len(found.Paths) == 0 || !found.Complete {
				t.Fatalf("got %v, %v", found, err)
			}
			if got := draw(found.Paths[0]); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func draw(p query.Path) string {
	var b strings.Builder
	name := func(e index.Entity) string {
		if s, ok := sample().Index().StatementAt(e.Node); ok && e.Class == graph.ClassStatement {
			return "[" + brief(s) + "]"
		}
		return e.IRI
	}
	for i, h := range p.Hops {
		if i == 0 {
			b.WriteString(name(h.From))
		}
		if h.Reversed {
			fmt.Fprintf(&b, " ←%s %s", h.Predicate, name(h.To))
		} else {
			fmt.Fprintf(&b, " %s→ %s", h.Predicate, name(h.To))
		}
	}
	return b.String()
}

func TestPathsThatCannotBe(t *testing.T) {
	ctx := t.Context()
	found, err := sample().Paths(ctx, "China", "United Nations", query.PathOptions{MaxHops: 1})
	if err != nil || len(found.Paths) != 0 || !found.Complete {
		t.Errorf("one hop: got %v, %v, want no path and no error", found, err)
	}
	for name, c := range map[string]struct {
		from, to string
		options  query.PathOptions
		want     error
	}{
		"unknown start": {"Atlantis", "China", query.PathOptions{}, query.ErrUnknown},
		"unknown end":   {"China", "Atlantis", query.PathOptions{}, query.ErrUnknown},
		"same":          {"China", "PRC", query.PathOptions{}, query.ErrParameter},
		"too long":      {"China", "UN", query.PathOptions{MaxHops: 99}, query.ErrParameter},
		"negative":      {"China", "UN", query.PathOptions{K: -1}, query.ErrParameter},
	} {
		if _, err := sample().Paths(ctx, c.from, c.to, c.options); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", name, err, c.want)
		}
	}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := sample().Paths(cancelled, "China", "UN", query.PathOptions{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: got %v", err)
	}
}
