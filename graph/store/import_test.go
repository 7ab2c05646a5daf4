package store_test

import (
	"errors"
	"iter"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mandate/graph"
	"mandate/graph/export"
	"mandate/graph/graphtest"
	"mandate/graph/store"

	"github.com/cayleygraph/quad"
)

// given walks quads as a source does that fails at the end, where err is set.
func given(err error, quads ...quad.Quad) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		for _, q := range quads {
			if !yield(q, nil) {
				return
			}
		}
		if err != nil {
			yield(quad.Quad{}, err)
		}
	}
}

// What a store exports makes the same store again: quads, documents, bytes.
func TestImportOfExport(t *testing.T) {
	from := open(t, "mem:", store.Options{})
	if _, err := from.PutAll(t.Context(), append(graphtest.Sample(), graphtest.Paper("p", 200))); err != nil {
		t.Fatal(err)
	}
	written := exported(t, from)
	path := filepath.Join(t.TempDir(), "m.db")
	to := open(t, path, store.Options{})
	want := store.Imported{Quads: from.View().Size(), New: from.View().Size()}
	if n, err := to.Import(t.Context(), graph.ReadNQuads(strings.NewReader(written), graph.Namer{})); err != nil || n != want {
		t.Fatalf("%+v, %v, want %+v", n, err, want)
	}
	to.Close()
	to = open(t, path, store.Options{ReadOnly: true})
	if exported(t, to) != written {
		t.Error("exported again it differs")
	}
	for _, r := range from.View().Readings() {
		if back, ok := to.View().Reading(r.Document.ID); !ok || back.Document.Text != r.Document.Text || len(back.Statements) != len(r.Statements) {
			t.Errorf("document %s did not come back", r.Document.ID)
		}
	}
}

func exported(t *testing.T, s *store.Store) string {
	t.Helper()
	var out strings.Builder
	if err := export.Write(&out, export.NQuads, s.View(), graph.Namer{}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestImportAdds(t *testing.T) {
	s := open(t, "mem:", store.Options{})
	put(t, s, graphtest.Lantern())
	before := content(s)
	known := s.View().DocumentQuads(graphtest.Lantern().Document.ID)[0]
	loose := quad.Make(quad.IRI("ship"), quad.IRI("carries"), "tea", nil)
	foreign := quad.Make(quad.IRI("ship"), quad.IRI("carries"), "tea", quad.IRI("http://example.org/g"))
	for i, want := range []store.Imported{{Quads: 3, New: 2}, {Quads: 3, New: 0}} {
		n, err := s.Import(t.Context(), given(nil, loose, known, foreign, loose, known))
		if err != nil || n != want {
			t.Fatalf("time %d: %+v, %v, want %+v", i+1, n, err, want)
		}
	}
	loose.Label = quad.IRI(graph.DocIRI(graph.ImportedDocument))
	for _, q := range []quad.Quad{loose, foreign} {
		if !s.View().Contains(q) {
			t.Errorf("%v is not there", q)
		}
	}
	if s.View().Size() != len(before)+2 {
		t.Errorf("%d quads, want %d", s.View().Size(), len(before)+2)
	}
}

func TestImportIsWholeOrNothing(t *testing.T) {
	s := open(t, "mem:", store.Options{})
	put(t, s, graphtest.Lantern())
	before := content(s)
	var quads []quad.Quad
	for i := range 25_000 {
		quads = append(quads, quad.Make(quad.IRI("ship"), quad.IRI("carries"), i, nil))
	}
	failure := errors.New("cable cut")
	if n, err := s.Import(t.Context(), given(failure, quads...)); !errors.Is(err, failure) || n.Quads != 0 {
		t.Errorf("%+v, %v", n, err)
	}
	if !slices.Equal(content(s), before) {
		t.Error("an import that failed left something")
	}
	if n, err := s.Import(t.Context(), given(nil, quads...)); err != nil || n.New != len(quads) {
		t.Errorf("%+v, %v", n, err)
	}
}
