package store

import (
	"context"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"mandate/graph"
	"mandate/graph/graphtest"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/hidal-go/hidalgo/kv"
)

// oddQuads are values of every type, those that are the same to Cayley, and quads
// without a label.
func oddQuads() []quad.Quad {
	s, p := quad.IRI("pier:1"), quad.IRI("has")
	var quads []quad.Quad
	for _, o := range []quad.Value{
		quad.IRI("pier:1"), quad.BNode("b"), quad.String("pier:1"), quad.String(""), quad.String("line\nline\x00"),
		quad.LangString{Value: "quay", Lang: "en"}, quad.TypedString{Value: "x", Type: "t"}, quad.Int(5), quad.Float(2.5), quad.Float(math.Inf(1)),
		quad.Bool(true), quad.Time(time.Unix(1, 2).UTC()), quad.TypedString{Value: "6", Type: "http://www.w3.org/2001/XMLSchema#integer"},
	} {
		quads = append(quads, quad.Quad{Subject: s, Predicate: p, Object: o}, quad.Quad{Subject: s, Predicate: p, Object: o, Label: quad.IRI("doc:a")})
	}
	return append(quads, quad.Quad{Subject: quad.BNode("b"), Predicate: p, Object: quad.Int(6), Label: quad.BNode("b")})
}

// state is what a store holds: its quads, and how often each value is used.
func stateOf(t *testing.T, b *embedded) (quads []string, uses map[string]string) {
	t.Helper()
	it := b.qs.QuadsAllIterator().Iterate()
	defer it.Close()
	for it.Next(t.Context()) {
		q, err := b.qs.Quad(it.Result())
		if err != nil {
			t.Fatal(err)
		}
		quads = append(quads, q.NQuad())
	}
	slices.Sort(quads)
	uses = map[string]string{}
	err := kv.View(t.Context(), b.db, func(tx kv.Tx) error {
		entries := tx.Scan(t.Context())
		defer entries.Close()
		for entries.Next(t.Context()) {
			k, v := entries.Key(), string(entries.Val())
			if len(k) < 2 { // the bucket itself
				continue
			}
			switch bucket := string(k[0]); {
			case strings.HasPrefix(bucket, "n"):
				uses[bucket+string(k[1])] = v
			case strings.HasPrefix(bucket, "v"): // its number is of no meaning
				uses[bucket+string(k[1])] = ""
			case bucket == "meta" && string(k[1]) == "size":
				uses["size"] = v
			}
		}
		return entries.Err()
	})
	if err != nil {
		t.Fatal(err)
	}
	return quads, uses
}

func TestAddingIsAsCayleyAdds(t *testing.T) {
	batches := [][]quad.Quad{oddQuads()}
	for _, r := range graphtest.Sample() {
		batches = append(batches, graph.Quads(r))
	}
	open := func() *embedded {
		b, err := openMemory()
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { b.close() })
		return b
	}
	ours, cayleys := open(), open()
	for _, quads := range batches {
		for b, write := range map[*embedded]func(context.Context, []quad.Quad) error{
			ours:    ours.add,
			cayleys: func(ctx context.Context, q []quad.Quad) error { return cayleys.deltas(ctx, cgraph.Add, q) },
		} {
			if err := b.db.atomically(t.Context(), func() error { return write(t.Context(), quads) }); err != nil {
				t.Fatal(err)
			}
		}
	}
	same := func(when string) {
		t.Helper()
		quads, uses := stateOf(t, ours)
		wantQuads, wantUses := stateOf(t, cayleys)
		if !slices.Equal(quads, wantQuads) || !maps.Equal(uses, wantUses) {
			t.Errorf("%s: %d quads and %d uses of values, Cayley has %d and %d", when, len(quads), len(uses), len(wantQuads), len(wantUses))
		}
	}
	same("added")
	if quads, _ := stateOf(t, ours); len(quads) < 300 {
		t.Fatalf("%d quads", len(quads))
	}
	// What was added so can be found by its ends, and taken away and added again.
	for turn := range 2 {
		for _, quads := range batches[:2] {
			for _, b := range []*embedded{ours, cayleys} {
				if err := b.db.atomically(t.Context(), func() error { return b.deltas(t.Context(), cgraph.Delete, quads) }); err != nil {
					t.Fatal(err)
				}
			}
			same("deleted")
			if turn > 0 {
				continue
			}
			if err := ours.db.atomically(t.Context(), func() error { return ours.add(t.Context(), quads) }); err != nil {
				t.Fatal(err)
			}
			if err := cayleys.db.atomically(t.Context(), func() error { return cayleys.deltas(t.Context(), cgraph.Add, quads) }); err != nil {
				t.Fatal(err)
			}
			same("added again")
		}
	}
}
