package store

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"

	hlevel "github.com/hidal-go/hidalgo/kv/flat/leveldb"
	"github.com/syndtr/goleveldb/leveldb/opt"
)

// A store whose writer was killed while it had two journals can be read without
// being changed, and written.
func TestTwoJournals(t *testing.T) {
	papers := []graph.Reading{graphtest.Paper("p", 12), graphtest.Paper("q", 3)}
	path := killedFolder(t, papers)
	quads := filepath.Join(path, quadsName)
	if db, err := hlevel.Open(quads, &opt.Options{ReadOnly: true}); !errors.Is(err, io.EOF) {
		t.Fatalf("LevelDB reads two journals (%v): what is tested here is needed no more; close: %v", err, db.Close())
	}
	before := contentsOf(t, path)
	for _, o := range []Options{{ReadOnly: true}, {ReadOnly: true, Afresh: true}} {
		s, err := Open(t.Context(), path, o)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range papers {
			if got := s.View().DocumentQuads(r.Document.ID); !slices.Equal(got, graph.Quads(r)) {
				t.Errorf("%d quads of %s", len(got), r.Document.ID)
			}
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	if after := contentsOf(t, path); !slices.Equal(before, after) {
		t.Errorf("reading left %v, there was %v", after, before)
	}
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Remove(t.Context(), "q"); err != nil {
		t.Error(err)
	}
	assertDurable(t, s, papers[0])
}

// killedFolder is a store as a writer leaves it that is killed: what it wrote is
// in its journal, and it had begun another one.
func killedFolder(t *testing.T, papers []graph.Reading) string {
	t.Helper()
	open := filepath.Join(t.TempDir(), "open.db")
	s, err := Open(t.Context(), open, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, r := range papers {
		if _, err := s.Put(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	killed := filepath.Join(t.TempDir(), "killed.db")
	if err := os.CopyFS(killed, os.DirFS(open)); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(killed, quadsName, "999999.log"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	return killed
}

// contentsOf lists the files of a folder with their content.
func contentsOf(t *testing.T, path string) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(path, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(name)
		all = append(all, name+": "+string(raw))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
