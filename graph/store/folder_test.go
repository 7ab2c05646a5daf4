package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"mandate/graph/graphtest"
	"mandate/graph/store"
)

// A process killed while it makes a store leaves a folder that holds none to
// readers and becomes one with the next write.
func TestKilledWhileMaking(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"nothing":             {},
		"an empty marker":     {"mandate-store": ""},
		"half a marker":       {"mandate-store": "mandate st"},
		"a marker":            {"mandate-store": "mandate store 1\n"},
		"no log in the quads": {"mandate-store": "mandate store 1\n", "quads/LOCK": "", "quads/LOG": ""},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "m.db")
			for file, text := range files {
				file = filepath.Join(path, file)
				if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o777), os.WriteFile(file, []byte(text), 0o666)); err != nil {
					t.Fatal(err)
				}
			}
			for _, o := range []store.Options{{ReadOnly: true}, {MustExist: true}} {
				if s, err := store.Open(t.Context(), path, o); err == nil {
					if size := s.View().Size(); size > 0 || o.ReadOnly {
						t.Errorf("%+v: opened with %d quads", o, size)
					}
					s.Close()
				} else if !errors.Is(err, store.ErrNoStore) {
					t.Errorf("%+v: %v", o, err)
				}
			}
			s := open(t, path, store.Options{})
			put(t, s, graphtest.Lantern())
			s.Close()
			assertQuads(t, open(t, path, store.Options{MustExist: true}), quadsOf(graphtest.Lantern()))
		})
	}
}
