package store_test

import (
	"errors"
	"path/filepath"
	"testing"

	"mandate/graph/graphtest"
	"mandate/graph/review"
	"mandate/graph/store"

	"github.com/cayleygraph/quad"
)

// lacking fails unless the store has no index and says how much memory would do.
func lacking(t *testing.T, st *store.Store) {
	t.Helper()
	var lack *store.NoIndexError
	if err := st.Unindexed(); !errors.As(err, &lack) || lack.Needs <= lack.Allowed {
		t.Fatalf("no index: %v", err)
	}
}

func TestWritingWithoutAnIndexIsTheSame(t *testing.T) {
	kept, replaced := graphtest.Sample()[0], graphtest.Sample()[0]
	replaced.Statements = replaced.Statements[:1]
	loose := quad.Make(quad.IRI("pier:1"), quad.IRI("isLongerThan"), quad.IRI("pier:2"), quad.IRI("doc:harbour"))
	write := func(o store.Options) (path string) {
		path = filepath.Join(t.TempDir(), "store")
		first := open(t, path, store.Options{})
		if _, err := first.PutAll(t.Context(), graphtest.Sample()); err != nil {
			t.Fatal(err)
		}
		said := judge(review.Edit, replaced.Document.ID, replaced.Statements[0].Actor, replaced.Statements[0].Aim,
			review.Change{Component: review.Object, After: "something else"})
		correct(t, first, said)
		if err := first.Close(); err != nil {
			t.Fatal(err)
		}
		st := open(t, path, o)
		if o.Memory > 0 {
			lacking(t, st)
			var lack *store.NoIndexError
			if _, err := st.Correct(t.Context(), said); !errors.As(err, &lack) {
				t.Errorf("corrected without an index: %v", err)
			}
		}
		if was, err := st.Put(t.Context(), replaced); err != nil || !was {
			t.Fatalf("replaced %v, %v", was, err)
		}
		if err := st.WriteQuads(t.Context(), nil, []quad.Quad{loose, loose}); err != nil {
			t.Fatal(err)
		}
		if err := st.Remove(t.Context(), graphtest.Sample()[1].Document.ID); err != nil {
			t.Fatal(err)
		}
		if err := st.Remove(t.Context(), "nothing-of-that-name"); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("removed what is not there: %v", err)
		}
		n, err := st.Import(t.Context(), func(yield func(quad.Quad, error) bool) { yield(loose, nil) })
		if err != nil || n.New != 0 || n.Quads != 1 {
			t.Errorf("imported %+v, %v", n, err)
		}
		if err := st.Close(); err != nil {
			t.Fatal(err)
		}
		return path
	}
	quads := func(path string) (all []string) {
		for q := range open(t, path, store.Options{Afresh: true}).View().Quads() {
			all = append(all, q.NQuad())
		}
		return all
	}
	with, without := quads(write(store.Options{})), quads(write(store.Options{Memory: 1}))
	if len(with) < 10 || !sameSet(with, without) {
		t.Errorf("%d quads with an index, %d without", len(with), len(without))
	}
	if kept.Document.ID != replaced.Document.ID {
		t.Error("the sample has changed under this test")
	}
}

func sameSet(a, b []string) bool {
	set := map[string]bool{}
	for _, s := range a {
		set[s] = true
	}
	for _, s := range b {
		if !set[s] {
			return false
		}
	}
	return len(a) == len(b)
}

func TestAnIndexThatOutgrowsItsMemoryIsDropped(t *testing.T) {
	st := open(t, "mem:", store.Options{Memory: 2000})
	if err := st.Unindexed(); err != nil {
		t.Fatalf("an empty store: %v", err)
	}
	if _, err := st.PutAll(t.Context(), graphtest.Sample()); err != nil {
		t.Fatal(err)
	}
	lacking(t, st)
	if n := st.View().Size(); n != 0 {
		t.Errorf("%d quads are still held", n)
	}
	qs, release, err := st.Durable(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	before, err := qs.Stats(t.Context(), true)
	if err != nil || before.Quads.Value == 0 {
		t.Fatalf("%+v, %v", before, err)
	}
	if err := st.Remove(t.Context(), graphtest.Sample()[0].Document.ID); err != nil {
		t.Fatal(err)
	}
	count := 0
	it := qs.QuadsAllIterator().Iterate()
	for it.Next(t.Context()) {
		count++
	}
	if err := errors.Join(it.Err(), it.Close()); err != nil || int64(count) != before.Quads.Value {
		t.Errorf("a reader of %d quads sees %d after a removal, %v", before.Quads.Value, count, err)
	}
}

func TestMemoryThatHoldsTheIndex(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store")
	st := open(t, path, store.Options{Memory: 64 << 20})
	if _, err := st.PutAll(t.Context(), graphtest.Sample()); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(st.Unindexed(), st.Close()); err != nil {
		t.Fatal(err)
	}
	st = open(t, path, store.Options{Memory: 64 << 20, ReadOnly: true})
	if n := st.View().Documents(); st.Unindexed() != nil || n != len(graphtest.Sample()) {
		t.Errorf("%d documents, %v", n, st.Unindexed())
	}
}

// How a document was read can be told without an index too.
func TestHeadWithoutAnIndex(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store")
	first := open(t, path, store.Options{})
	if _, err := first.PutAll(t.Context(), graphtest.Sample()); err != nil {
		t.Fatal(err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	st := open(t, path, store.Options{Memory: 1})
	lacking(t, st)
	want := graphtest.Sample()[0].Document
	head, ok := st.Head(t.Context(), want.ID)
	if !ok || head.Title != want.Title || head.SHA256 != want.SHA256 || head.FileSHA256 != want.FileSHA256 ||
		head.Extractor != want.Extractor || head.Source != want.Source || head.MediaType != want.MediaType {
		t.Errorf("%+v, %t", head, ok)
	}
	if head, ok := st.Head(t.Context(), "nothing-of-that-name"); ok {
		t.Errorf("%+v of nothing", head)
	}
}
