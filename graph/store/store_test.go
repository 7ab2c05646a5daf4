package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/store"

	"github.com/cayleygraph/quad"
)

// open opens a store that is closed when the test ends.
func open(t testing.TB, url string, o store.Options) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), url, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func put(t testing.TB, s *store.Store, r graph.Reading) bool {
	t.Helper()
	replaced, err := s.Put(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	return replaced
}

// content returns the quads of a store, sorted.
func content(s *store.Store) []quad.Quad {
	return slices.SortedFunc(s.View().Quads(), graph.CompareQuads)
}

func quadsOf(readings ...graph.Reading) []quad.Quad {
	var all []quad.Quad
	for _, r := range readings {
		all = append(all, graph.Quads(r)...)
	}
	slices.SortFunc(all, graph.CompareQuads)
	return all
}

// urls names a new store of every kind.
func urls(t *testing.T) map[string]string {
	out := map[string]string{}
	for name, fresh := range kinds(t) {
		out[name] = fresh(t)
	}
	return out
}

func TestPutReplaceRemove(t *testing.T) {
	for name, url := range urls(t) {
		t.Run(name, func(t *testing.T) {
			s := open(t, url, store.Options{})
			harbour, lantern := graphtest.Harbour(), graphtest.Lantern()
			if put(t, s, harbour) || put(t, s, lantern) {
				t.Error("first put replaced something")
			}
			if got, want := content(s), quadsOf(harbour, lantern); !slices.Equal(got, want) {
				t.Fatalf("%d quads, want %d", len(got), len(want))
			}
			if !put(t, s, harbour) {
				t.Error("putting the same document again replaced nothing")
			}
			shorter := harbour
			shorter.Statements = shorter.Statements[:3]
			put(t, s, shorter)
			if got, want := content(s), quadsOf(shorter, lantern); !slices.Equal(got, want) {
				t.Fatalf("after replacing: %d quads, want %d", len(got), len(want))
			}
			if err := s.Remove(t.Context(), lantern.Document.ID); err != nil {
				t.Fatal(err)
			}
			if got, want := content(s), quadsOf(shorter); !slices.Equal(got, want) {
				t.Fatalf("after removing: %d quads, want %d", len(got), len(want))
			}
			if err := s.Remove(t.Context(), lantern.Document.ID); !errors.Is(err, store.ErrNotFound) {
				t.Errorf("removing twice: %v", err)
			}
		})
	}
}

func TestViewsDoNotChange(t *testing.T) {
	s := open(t, "mem:", store.Options{})
	put(t, s, graphtest.Harbour())
	before := s.View()
	want := slices.Collect(before.Quads())
	put(t, s, graphtest.Lantern())
	if err := s.Remove(t.Context(), graphtest.Harbour().Document.ID); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(slices.Collect(before.Quads()), want) {
		t.Error("a view changed under its reader")
	}
	if _, ok := before.NodeOf("actor:secretariat"); ok {
		t.Error("a view knows a node of a later document")
	}
}

func TestInvalidReadingLeavesStoreAlone(t *testing.T) {
	s := open(t, "mem:", store.Options{})
	put(t, s, graphtest.Harbour())
	want := content(s)
	broken := graphtest.Lantern()
	broken.Statements = slices.Clone(broken.Statements)
	broken.Statements[1].Evidence.Quote = "not what it says"
	if _, err := s.Put(t.Context(), broken); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("Put: %v", err)
	}
	if _, err := s.PutAll(t.Context(), []graph.Reading{graphtest.Lantern(), graphtest.Lantern()}); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("PutAll of one document twice: %v", err)
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Put(cancelled, graphtest.Lantern()); !errors.Is(err, context.Canceled) {
		t.Errorf("Put after cancel: %v", err)
	}
	if !slices.Equal(content(s), want) {
		t.Error("the store changed")
	}
	put(t, s, graphtest.Lantern())
}

func TestWriteQuads(t *testing.T) {
	for name, url := range urls(t) {
		t.Run(name, func(t *testing.T) {
			s := open(t, url, store.Options{})
			put(t, s, graphtest.Lantern())
			before := content(s)
			bare := quad.Make("ship", quad.IRI("carries"), "tea", nil)
			foreign := quad.Make("ship", quad.IRI("carries"), "tea", quad.IRI("http://example.org/g"))
			own := quad.Make(quad.IRI("actor:secretariat"), quad.IRI("skos:altLabel"), "Office", quad.IRI("doc:lantern-charter"))
			if err := s.WriteQuads(t.Context(), nil, []quad.Quad{bare, own, bare, foreign}); err != nil {
				t.Fatal(err)
			}
			if s.View().Size() != len(before)+3 || !s.View().Contains(bare) || !s.View().Contains(foreign) {
				t.Errorf("%d quads, want %d", s.View().Size(), len(before)+3)
			}
			r, _ := s.View().Reading("lantern-charter")
			if i := slices.IndexFunc(r.Actors, func(a graph.Actor) bool { return a.ID == "secretariat" }); !slices.Contains(r.Actors[i].AltLabels, "Office") {
				t.Error("the document does not show the added quad")
			}
			if err := s.WriteQuads(t.Context(), []quad.Quad{foreign, bare}, []quad.Quad{bare}); err != nil {
				t.Fatal(err)
			}
			if !s.View().Contains(bare) || s.View().Contains(foreign) {
				t.Error("a quad deleted and then added is to stay, without its like in another graph")
			}
			if err := s.WriteQuads(t.Context(), []quad.Quad{bare, own, foreign}, nil); err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(content(s), before) {
				t.Error("deleting what was added does not give the old content")
			}
			if err := s.WriteQuads(t.Context(), nil, []quad.Quad{{Subject: quad.IRI("a")}}); !errors.Is(err, graph.ErrInvalid) {
				t.Errorf("half a quad: %v", err)
			}
		})
	}
}

func TestOpenErrors(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	file := write("notes.txt", "notes")
	write("photos/cat.jpg", "cat")
	write("newer/mandate-store", "mandate store 99\n")
	if err := os.Mkdir(filepath.Join(dir, "empty"), 0o777); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		url  string
		o    store.Options
		want error
		says string
	}{
		"empty URL":           {"", store.Options{}, store.ErrUnsupported, "--db"},
		"unknown scheme":      {"mysql://host/db", store.Options{}, store.ErrUnsupported, "mem:"},
		"a file":              {file, store.Options{}, store.ErrNotStore, "not a folder"},
		"below a file":        {filepath.Join(file, "x"), store.Options{}, store.ErrNotStore, "not a folder"},
		"other folder":        {filepath.Join(dir, "photos"), store.Options{}, store.ErrNotStore, "something else"},
		"newer store":         {filepath.Join(dir, "newer"), store.Options{}, store.ErrNotStore, "newer version"},
		"missing, must exist": {filepath.Join(dir, "none"), store.Options{MustExist: true}, store.ErrNoStore, "mandate ingest"},
		"missing, read-only":  {filepath.Join(dir, "none"), store.Options{ReadOnly: true}, store.ErrNoStore, "mandate ingest"},
		"empty, must exist":   {filepath.Join(dir, "empty"), store.Options{MustExist: true}, store.ErrNoStore, "empty folder"},
		"no parent":           {filepath.Join(dir, "none/below"), store.Options{}, store.ErrUnwritable, "does not exist"},
	} {
		t.Run(name, func(t *testing.T) {
			before := tree(t, dir)
			s, err := store.Open(t.Context(), c.url, c.o)
			if err == nil {
				s.Close()
			}
			if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v, want %v that says %q", err, c.want, c.says)
			}
			if after := tree(t, dir); !slices.Equal(before, after) {
				t.Errorf("the folder changed from %q to %q", before, after)
			}
		})
	}
}

// tree lists the files below dir with their sizes.
func tree(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	err := filepath.Walk(dir, func(path string, info os.FileInfo, err error) error {
		if err != nil {
			return err
		}
		if !info.IsDir() {
			path += " " + info.ModTime().String()
		}
		out = append(out, path)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEmptyFolderBecomesStore(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, store.Options{})
	put(t, s, graphtest.Lantern())
	if size, err := s.Size(); err != nil || size == 0 {
		t.Errorf("size %d, %v", size, err)
	}
}

func TestUnwritableFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	_, err := store.Open(t.Context(), filepath.Join(dir, "m.db"), store.Options{})
	if !errors.Is(err, store.ErrUnwritable) {
		t.Errorf("got %v", err)
	}
}

func TestDamagedStore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "m.db")
	s := open(t, path, store.Options{})
	put(t, s, graphtest.Lantern())
	s.Close()
	manifests, err := filepath.Glob(filepath.Join(path, "quads", "MANIFEST-*"))
	if err != nil || len(manifests) == 0 {
		t.Fatalf("no manifest to damage: %v", err)
	}
	for _, m := range manifests {
		if err := os.WriteFile(m, []byte("rubbish rubbish rubbish"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := store.Open(t.Context(), path, store.Options{}); !errors.Is(err, store.ErrDamaged) {
		t.Errorf("got %v", err)
	}
}

func TestClosedAndReadOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "m.db")
	s := open(t, path, store.Options{})
	put(t, s, graphtest.Lantern())
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Errorf("second Close: %v", err)
	}
	if _, err := s.Put(t.Context(), graphtest.Harbour()); !errors.Is(err, store.ErrClosed) {
		t.Errorf("Put after Close: %v", err)
	}
	if len(s.View().Readings()) != 1 {
		t.Error("the view did not outlive the store")
	}
	first := open(t, path, store.Options{ReadOnly: true})
	second := open(t, path, store.Options{ReadOnly: true})
	if !slices.Equal(content(first), content(second)) {
		t.Error("two readers differ")
	}
	if _, err := first.Put(t.Context(), graphtest.Harbour()); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("Put while read-only: %v", err)
	}
}
