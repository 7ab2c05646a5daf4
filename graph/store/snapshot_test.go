package store

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"

	"github.com/cayleygraph/quad"
)

// opened opens a folder and tells whether its index came from the file beside
// the quads.
func opened(t *testing.T, path string, o Options) (s *Store, fromFile bool) {
	t.Helper()
	s, err := Open(t.Context(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s, s.backend.(*embedded).kept != ""
}

// filledFolder makes a store of some papers and closes it.
func filledFolder(t *testing.T, papers ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "m.db")
	s, _ := opened(t, path, Options{})
	putPapers(t, s, papers...)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func putPapers(t *testing.T, s *Store, papers ...string) {
	t.Helper()
	for _, p := range papers {
		if _, err := s.Put(t.Context(), graphtest.Paper(p, 9)); err != nil {
			t.Fatal(err)
		}
	}
}

// holds checks that a store has the quads of these papers and no others.
func holds(t *testing.T, s *Store, papers ...string) {
	t.Helper()
	var want []quad.Quad
	for _, p := range papers {
		want = append(want, graph.Quads(graphtest.Paper(p, 9))...)
	}
	slices.SortFunc(want, graph.CompareQuads)
	if got := slices.SortedFunc(s.View().Quads(), graph.CompareQuads); !slices.Equal(got, want) {
		t.Errorf("%d quads, want %d of %v", len(got), len(want), papers)
	}
}

func snapshotsIn(t *testing.T, path string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(path, snapshotPrefix+"*"))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestIndexIsKeptBesideTheQuads(t *testing.T) {
	path := filledFolder(t, "a", "b")
	for _, o := range []Options{{ReadOnly: true}, {}} {
		s, fromFile := opened(t, path, o)
		if !fromFile {
			t.Errorf("%+v: the index was made again", o)
		}
		holds(t, s, "a", "b")
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	s, _ := opened(t, path, Options{})
	putPapers(t, s, "c")
	if err := s.Remove(t.Context(), "a"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	again, fromFile := opened(t, path, Options{ReadOnly: true})
	if !fromFile || len(snapshotsIn(t, path)) != 1 {
		t.Errorf("index from its file: %v, files %v", fromFile, snapshotsIn(t, path))
	}
	holds(t, again, "b", "c")
}

// A process that is killed closes nothing: the file stays that of an earlier
// state, and must not be taken for the present one.
func TestStaleIndexIsPassedOver(t *testing.T) {
	path := filledFolder(t, "a")
	s, _ := opened(t, path, Options{})
	putPapers(t, s, "b")
	killed := filepath.Join(t.TempDir(), "copy.db")
	if err := os.CopyFS(killed, os.DirFS(path)); err != nil {
		t.Fatal(err)
	}
	again, fromFile := opened(t, killed, Options{})
	if fromFile || len(snapshotsIn(t, killed)) != 1 {
		t.Errorf("index from its file: %v, files %v", fromFile, snapshotsIn(t, killed))
	}
	holds(t, again, "a", "b")
	again.Close()
	next, fromFile := opened(t, killed, Options{ReadOnly: true})
	if !fromFile {
		t.Error("the index was not kept")
	}
	holds(t, next, "a", "b")
}

func TestDamagedIndexIsMadeAgain(t *testing.T) {
	for name, damage := range map[string]func([]byte) []byte{
		"flipped": func(raw []byte) []byte { raw[len(raw)/2] ^= 1; return raw },
		"cut":     func(raw []byte) []byte { return raw[:len(raw)/3] },
		"empty":   func([]byte) []byte { return nil },
	} {
		path := filledFolder(t, "a")
		file := snapshotsIn(t, path)[0]
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, damage(raw), 0o600); err != nil {
			t.Fatal(err)
		}
		s, fromFile := opened(t, path, Options{})
		if fromFile {
			t.Errorf("%s: the file was used", name)
		}
		holds(t, s, "a")
	}
}

// Where the file cannot be written, closing succeeds and opening takes longer.
func TestIndexThatCannotBeKept(t *testing.T) {
	path := filledFolder(t, "a")
	s, _ := opened(t, path, Options{})
	putPapers(t, s, "b")
	if err := os.Mkdir(s.backend.(*embedded).snapshotFile(s.backend.(*embedded).stamp), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again, fromFile := opened(t, path, Options{})
	if fromFile {
		t.Error("a folder was taken for the file")
	}
	holds(t, again, "a", "b")
}
