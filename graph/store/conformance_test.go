package store_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/store"

	"github.com/cayleygraph/quad"
)

// kinds are the kinds of store that must all behave the same; each entry gives
// the URL of a new one.
func kinds(testing.TB) map[string]func(testing.TB) string {
	return map[string]func(testing.TB) string{
		"memory":   func(testing.TB) string { return "mem:" },
		"folder":   func(t testing.TB) string { return filepath.Join(t.TempDir(), "m.db") },
		"postgres": func(t testing.TB) string { return cluster(t).Database(t) },
	}
}

// lasting are the kinds of store that outlive their closing.
func lasting(t *testing.T) map[string]string {
	out := urls(t)
	delete(out, "memory")
	return out
}

func TestReopened(t *testing.T) {
	for name, url := range lasting(t) {
		t.Run(name, func(t *testing.T) {
			s := open(t, url, store.Options{})
			put(t, s, graphtest.Harbour())
			if _, err := s.PutAll(t.Context(), []graph.Reading{graphtest.Lantern(), graphtest.Paper("p", 30)}); err != nil {
				t.Fatal(err)
			}
			want := content(s)
			s.Close()
			for _, o := range []store.Options{{ReadOnly: true}, {MustExist: true}, {}} {
				s := open(t, url, o)
				if got := content(s); !slices.Equal(got, want) {
					t.Fatalf("%+v: %d quads, want %d", o, len(got), len(want))
				}
				if got := len(s.View().Readings()); got != 3 || len(s.View().Unreadable()) > 0 {
					t.Errorf("%+v: %d documents, unreadable: %v", o, got, s.View().Unreadable())
				}
				if _, err := s.Put(t.Context(), graphtest.Harbour()); o.ReadOnly != errors.Is(err, store.ErrReadOnly) {
					t.Errorf("%+v: Put: %v", o, err)
				}
				if size, err := s.Size(); err != nil || size == 0 {
					t.Errorf("%+v: size %d, %v", o, size, err)
				}
				s.Close()
			}
		})
	}
}

// Random changes give what a plain map of documents gives, and so does the
// store when it is opened again.
func TestAgainstModel(t *testing.T) {
	for name, url := range lasting(t) {
		t.Run(name, func(t *testing.T) { againstModel(t, url) })
	}
}

func againstModel(t *testing.T, path string) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	rng := rand.New(rand.NewPCG(seed, 1))
	s := open(t, path, store.Options{})
	model := map[string]graph.Reading{}
	ids := []string{"a", "b", "c", "d"}
	for range 30 {
		id := ids[rng.IntN(len(ids))]
		switch _, there := model[id]; {
		case rng.IntN(3) == 0:
			s.Close()
			s = open(t, path, store.Options{})
		case there && rng.IntN(3) == 0:
			if err := s.Remove(t.Context(), id); err != nil {
				t.Fatal(err)
			}
			delete(model, id)
		default:
			model[id] = graphtest.Paper(id, rng.IntN(15))
			if put(t, s, model[id]) != there {
				t.Errorf("replaced %v, there before %v", !there, there)
			}
		}
		var want []quad.Quad
		for _, r := range model {
			want = append(want, graph.Quads(r)...)
		}
		slices.SortFunc(want, graph.CompareQuads)
		if !slices.Equal(content(s), want) {
			t.Fatalf("store and model differ: %d and %d quads", s.View().Size(), len(want))
		}
	}
}

// unusual are values at the edges of what quads can hold.
func unusual() []quad.Value {
	day := time.Date(2024, 2, 29, 23, 59, 58, 123456789, time.UTC)
	return []quad.Value{
		quad.String(""), quad.String(" "), quad.String("\"quoted\" and 'quoted'"), quad.String("two\nlines\r\n\tand a tab"),
		quad.String("a NUL \x00 within"), quad.String(`an escaped NUL \x00 as text`), quad.String("both \x00 and \\x00"),
		quad.String(strings.Repeat("a long text; ", 1<<20/13)), quad.String("$1 %s ? ; DROP TABLE quads; --"), quad.String("_:b"), quad.String("<iri>"),
		quad.String("⚓ 🧑‍🚀 日本語 עברית e\u0301"), quad.String("\ufffe\U0010ffff\u200b"), quad.String("NULL"), quad.String("{a,b}"),
		quad.LangString{Value: "quay", Lang: "en-GB"}, quad.LangString{Value: "", Lang: "fr"}, quad.LangString{Value: "a\x00b", Lang: "en"},
		quad.TypedString{Value: "12.50", Type: "xsd:decimal"}, quad.TypedString{Value: "", Type: "http://example.org/ünïcode"},
		quad.BNode("b0"), quad.BNode("with-dash_1"), quad.IRI("http://example.org/a?b=c&d=%20#e"), quad.IRI("dock:\u00e9"),
		quad.Int(0), quad.Int(-1 << 63), quad.Int(1<<63 - 1), quad.Bool(true), quad.Bool(false),
		quad.Float(0.1), quad.Float(-1e300), quad.Float(5e-324), quad.Time(day), quad.Time(day.Truncate(time.Second).Add(time.Hour)),
		quad.Time(time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)), quad.Time(time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC)),
	}
}

// Every value comes back as it was, in every place that it may stand in.
func TestUnusualValues(t *testing.T) {
	var quads []quad.Quad
	for _, v := range unusual() {
		quads = append(quads,
			quad.Quad{Subject: quad.IRI("s"), Predicate: quad.IRI("p"), Object: v},
			quad.Quad{Subject: v, Predicate: quad.IRI("p"), Object: quad.IRI("o"), Label: quad.IRI("g")},
			quad.Quad{Subject: quad.IRI("s"), Predicate: v, Object: quad.IRI("o"), Label: v})
	}
	slices.SortFunc(quads, graph.CompareQuads)
	for name, url := range lasting(t) {
		t.Run(name, func(t *testing.T) {
			s := open(t, url, store.Options{})
			if err := s.WriteQuads(t.Context(), nil, quads); err != nil {
				t.Fatal(err)
			}
			assertQuads(t, s, quads)
			s.Close()
			s = open(t, url, store.Options{})
			assertQuads(t, s, quads)
			if err := s.WriteQuads(t.Context(), quads, nil); err != nil {
				t.Fatal(err)
			}
			s.Close()
			assertQuads(t, open(t, url, store.Options{}), nil)
		})
	}
}

func assertQuads(t *testing.T, s *store.Store, want []quad.Quad) {
	t.Helper()
	got := content(s)
	for i := range min(len(got), len(want)) {
		if got[i].NQuad() != want[i].NQuad() {
			t.Fatalf("quad %d is %.200s, want %.200s", i, got[i].NQuad(), want[i].NQuad())
		}
	}
	if len(got) != len(want) {
		t.Fatalf("%d quads, want %d", len(got), len(want))
	}
}

// A write whose context ends at any moment is done as a whole or not at all,
// durably and in the view, and the store goes on.
func TestCancelledWrites(t *testing.T) {
	versions := []graph.Reading{graphtest.Paper("p", 300), graphtest.Paper("p", 40)}
	for name, url := range lasting(t) {
		t.Run(name, func(t *testing.T) {
			s := open(t, url, store.Options{})
			put(t, s, versions[0])
			start := time.Now()
			put(t, s, versions[1])
			whole, now, stopped := time.Since(start), 1, 0
			for i := range 8 {
				ctx, cancel := context.WithTimeout(t.Context(), whole*time.Duration(i)/8)
				_, err := s.Put(ctx, versions[1-now])
				cancel()
				if err == nil {
					now = 1 - now
				} else if stopped++; !errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("after %d eighths: %v", i, err)
				}
				if !slices.Equal(content(s), graph.Quads(versions[now])) {
					t.Fatalf("after %d eighths the view is neither version", i)
				}
			}
			if stopped == 0 {
				t.Error("no write was stopped")
			}
			s.Close()
			if got := content(open(t, url, store.Options{})); !slices.Equal(got, graph.Quads(versions[now])) {
				t.Errorf("%d quads are durable, want %d", len(got), len(graph.Quads(versions[now])))
			}
		})
	}
}

// A thousand documents of little more than a name are as many documents.
func TestManySmallDocuments(t *testing.T) {
	const documents, batch = 1_000, 500
	for name, url := range lasting(t) {
		t.Run(name, func(t *testing.T) {
			s := open(t, url, store.Options{})
			readings := make([]graph.Reading, documents)
			for i := range readings {
				readings[i] = graphtest.Paper(paperID(i), 0)
			}
			for some := range slices.Chunk(readings, batch) {
				if _, err := s.PutAll(t.Context(), some); err != nil {
					t.Fatal(err)
				}
			}
			s.Close()
			s = open(t, url, store.Options{})
			if got := len(s.View().Readings()); got != documents {
				t.Fatalf("%d documents, want %d", got, documents)
			}
			if err := s.Remove(t.Context(), paperID(documents/2)); err != nil {
				t.Fatal(err)
			}
			if s.View().Has(paperID(documents/2)) || !s.View().Has(paperID(documents/2+1)) {
				t.Error("not the one document is gone")
			}
		})
	}
}

func paperID(i int) string { return fmt.Sprintf("paper-%05d", i) }
