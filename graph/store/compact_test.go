package store

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"
)

// A store that was compacted holds what it held, takes little more than one that
// never held anything else, and goes on being written.
func TestCompact(t *testing.T) {
	path := filepath.Join(t.TempDir(), "m.db")
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	kept := graphtest.Paper("kept", 20)
	for i := range 30 {
		for _, r := range []graph.Reading{kept, graphtest.Paper("changing", 100+i)} {
			if _, err := s.Put(t.Context(), r); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := s.Remove(t.Context(), "changing"); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	before, after, err := Compact(t.Context(), path)
	if err != nil || after > before/5 {
		t.Errorf("%d bytes became %d, %v", before, after, err)
	}
	if s, err = Open(t.Context(), path, Options{}); err != nil {
		t.Fatal(err)
	}
	assertDurable(t, s, kept)
	more := graphtest.Paper("more", 10)
	if _, err := s.Put(t.Context(), more); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, o := range []Options{{ReadOnly: true}, {ReadOnly: true, Afresh: true}} {
		s, err := Open(t.Context(), path, o)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range []graph.Reading{kept, more} {
			if got := s.View().DocumentQuads(r.Document.ID); !slices.Equal(got, graph.Quads(r)) {
				t.Errorf("%d quads of %s", len(got), r.Document.ID)
			}
		}
		if _, _, err := Compact(t.Context(), path); !errors.Is(err, ErrLocked) {
			t.Errorf("compacting what is open: %v", err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestCompactWhatIsNoFolder(t *testing.T) {
	for url, want := range map[string]error{"mem:": ErrUnsupported, "postgres://localhost/x": ErrUnsupported, filepath.Join(t.TempDir(), "none"): ErrNoStore} {
		if _, _, err := Compact(t.Context(), url); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", url, err, want)
		}
	}
}

// Where the disk is full, the store stays as it was.
func TestFailedCompactLeavesNoTrace(t *testing.T) {
	s, err := Open(t.Context(), "mem:", Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	disk := &failing{KV: s.backend.(*embedded).db.KV, budget: -1}
	s.backend.(*embedded).db.KV = disk
	paper := graphtest.Paper("p", 12)
	if _, err := s.Put(t.Context(), paper); err != nil {
		t.Fatal(err)
	}
	failures := 0
	for budget := 0; ; budget = budget*3/2 + 1 {
		disk.budget = budget
		err := s.compact(t.Context())
		disk.budget = -1
		if err == nil {
			break
		}
		if failures++; !strings.Contains(err.Error(), errFull.Error()) {
			t.Fatalf("budget %d: %v", budget, err)
		}
		assertDurable(t, s, paper)
	}
	if failures < 5 {
		t.Errorf("only %d failed", failures)
	}
	assertDurable(t, s, paper)
	if _, err := s.Put(t.Context(), graphtest.Paper("p", 13)); err != nil {
		t.Error(err)
	}
}
