package index_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"mandate/graph/index"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/memstore"
	cquery "github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"
)

// gizmoRows runs a Gizmo query and returns its rows written out, sorted.
func gizmoRows(t *testing.T, qs cgraph.QuadStore, query string) []string {
	t.Helper()
	session := gizmo.NewSession(qs)
	it, err := session.Execute(t.Context(), query, cquery.Options{Collation: cquery.JSON})
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer it.Close()
	rows := []string{}
	for it.Next(t.Context()) {
		rows = append(rows, rowText(it.Result()))
	}
	if err := it.Err(); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	slices.Sort(rows)
	return rows
}

func rowText(row any) string {
	m, ok := row.(map[string]any)
	if !ok {
		return "?"
	}
	text := ""
	for _, key := range []string{"id", "statement", "quote"} {
		if s, ok := m[key].(string); ok {
			text += s + " "
		}
	}
	return text
}

// Every query gives on the index what it gives on Cayley's own memory store.
func TestGizmoAsOnMemstore(t *testing.T) {
	quads := quadsOf(sampleReadings()...)
	x := index.Build(quads)
	reference := memstore.New(quads...)
	for _, query := range []string{
		`g.V("<actor:china>").out("<commitsTo>").all()`,
		`g.V("<actor:china>").in("<attribute>").tag("statement").out("<serves>").all()`,
		`g.V().has("<rdf:type>", "<Goal>").all()`,
		`g.V("<goal:train-pilots>").in("<serves>").out("<attribute>").unique().all()`,
		`g.V("<actor:china>").both().unique().all()`,
		`g.V().has("<actorKind>", "<State>").all()`,
		`g.V("<actor:china>").labelContext("<doc:harbour-declaration>").out("<commitsTo>").all()`,
		`g.V("<actor:china>").labelContext("<doc:lantern-charter>").out("<commitsTo>").all()`,
		`g.V("<stmt:none>").out().all()`,
		`g.V().tag("statement").has("<polarity>", "-").save("<aim>", "quote").all()`,
		`g.V("<actor:united-nations>").in("<attribute>").intersect(g.V("<principle:shared-stewardship>").in("<serves>")).all()`,
		`g.V().has("<rdf:type>", "<Statement>").except(g.V().has("<rdf:type>", "<Gap>")).all()`,
		`g.V("<actor:china>").followRecursive(g.M().out("<memberOf>")).all()`,
		`g.V("<actor:china>").inPredicates().all()`,
		`g.V("<actor:china>").labels().all()`,
		`g.V().has("<oa:start>").limit(1000).all()`,
	} {
		got, want := gizmoRows(t, x.QuadStore(), query), gizmoRows(t, reference, query)
		if !slices.Equal(got, want) {
			t.Errorf("%s\n got %q\nwant %q", query, got, want)
		}
	}
	if got := gizmoRows(t, x.QuadStore(), `g.V("<actor:china>").out("<commitsTo>").all()`); !slices.Equal(got, []string{"<goal:guarding-sovereignty-at-sea> "}) {
		t.Errorf("China commits to %q", got)
	}
}

func TestQuadStoreIsExactAndReadOnly(t *testing.T) {
	x := sample()
	qs := x.QuadStore()
	reference := memstore.New(slices.Collect(x.Quads())...)
	got, _ := qs.Stats(t.Context(), true)
	want, _ := reference.Stats(t.Context(), true)
	if got != want {
		t.Errorf("stats %+v, want %+v", got, want)
	}
	for n := index.None + 1; x.Value(n) != nil; n++ {
		for _, d := range quad.Directions {
			ours, _ := qs.ValueOf(x.Value(n))
			theirs, _ := reference.ValueOf(x.Value(n))
			a, _ := qs.QuadIteratorSize(t.Context(), d, ours)
			b, _ := reference.QuadIteratorSize(t.Context(), d, theirs)
			if a != b {
				t.Errorf("%v %v: size %+v, want %+v", x.Value(n), d, a, b)
			}
		}
	}
	if err := qs.ApplyDeltas(nil, cgraph.IgnoreOpts{}); !errors.Is(err, index.ErrReadOnly) {
		t.Errorf("ApplyDeltas: %v", err)
	}
	if _, err := qs.NewQuadWriter(); !errors.Is(err, index.ErrReadOnly) {
		t.Errorf("NewQuadWriter: %v", err)
	}
}

// Values of documents that are gone are no nodes of the graph any more.
func TestGoneNodes(t *testing.T) {
	x := sample()
	x = x.Apply(x.Replacing("lantern-charter", nil))
	qs := x.QuadStore()
	if ref, err := qs.ValueOf(quad.IRI("actor:secretariat")); ref != nil || err != nil {
		t.Errorf("got %v, %v", ref, err)
	}
	if rows := gizmoRows(t, qs, `g.V("<actor:secretariat>").out().all()`); len(rows) != 0 {
		t.Errorf("got %q", rows)
	}
	if n := len(gizmoRows(t, qs, `g.V().all()`)); n == 0 {
		t.Error("no nodes left")
	} else if stats, _ := qs.Stats(t.Context(), true); int(stats.Nodes.Value) != n {
		t.Errorf("%d nodes, stats say %d", n, stats.Nodes.Value)
	}
	if got := x.Named("Secretariat"); got != nil {
		t.Errorf("named %v", got)
	}
}

// A scan that finds nothing still ends at its deadline.
func TestScanStopsAtDeadline(t *testing.T) {
	b := index.NewBuilder()
	for i := range 20_000 {
		b.Add(quad.Make(i, "p", "o", nil))
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
	it := b.Index().QuadStore().QuadsAllIterator().Iterate()
	if !it.Next(ctx) {
		t.Fatal(it.Err())
	}
	cancel()
	steps := 0
	for it.Next(ctx) {
		steps++
	}
	if !errors.Is(it.Err(), context.Canceled) || steps > 2000 {
		t.Errorf("%d steps after the deadline, %v", steps, it.Err())
	}
}
