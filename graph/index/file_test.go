package index_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/index"

	"github.com/cayleygraph/quad"
	"github.com/cespare/xxhash/v2"
)

func saved(t testing.TB, x *index.Index) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := x.Save(&file); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// What is opened from a file answers as what was saved, and goes on from there.
func TestSavedIndexAnswersTheSame(t *testing.T) {
	x := sample()
	x = x.Apply(x.Replacing("p", graph.Quads(graphtest.Paper("p", 20))).And(x.Replacing("lantern-charter", nil)))
	path := filepath.Join(t.TempDir(), "index")
	if err := os.WriteFile(path, saved(t, x), 0o600); err != nil {
		t.Fatal(err)
	}
	y, err := index.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(written(x), written(y)) || names(x) != names(y) {
		t.Error("quads or names differ")
	}
	aims := func(x *index.Index) (out []string) {
		for s := range x.Statements() {
			out = append(out, s.ID+s.Aim+s.Evidence.Quote)
		}
		return out
	}
	if a, b := aims(x), aims(y); len(a) == 0 || !slices.Equal(a, b) {
		t.Errorf("statements %q, want %q", b, a)
	}
	change := x.Replacing("q", graph.Quads(graphtest.Paper("q", 3)))
	if a, b := x.Apply(change), y.Apply(change); !slices.Equal(written(a), written(b)) {
		t.Error("a change gives different quads")
	}
}

func TestEmptyIndexIsSaved(t *testing.T) {
	x, err := index.Load(saved(t, index.Build(nil)))
	if err != nil || x.Size() != 0 {
		t.Errorf("%v, %v", x, err)
	}
}

// Every flipped bit and every cut shows.
func TestDamagedFile(t *testing.T) {
	file := saved(t, index.Build(quadsOf(graphtest.Paper("p", 2))))
	for i := range file {
		broken := slices.Clone(file)
		broken[i] ^= 1 << (i % 8)
		if _, err := index.Load(broken); !errors.Is(err, index.ErrFile) {
			t.Fatalf("byte %d changed: %v", i, err)
		}
	}
	for i := 0; i < len(file); i += 7 {
		if _, err := index.Load(file[:i:i]); !errors.Is(err, index.ErrFile) {
			t.Fatalf("cut to %d of %d bytes: %v", i, len(file), err)
		}
	}
	if _, err := index.Load(append(slices.Clone(file), 0, 0, 0, 0, 0, 0, 0, 0)); !errors.Is(err, index.ErrFile) {
		t.Errorf("made longer: %v", err)
	}
}

func TestForeignFile(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{"empty": "", "text": strings.Repeat("minutes of a meeting ", 30)} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := index.OpenFile(path); !errors.Is(err, index.ErrFile) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := index.OpenFile(filepath.Join(dir, "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	if _, err := index.OpenFile(dir); !errors.Is(err, index.ErrFile) {
		t.Errorf("a folder: %v", err)
	}
	next := saved(t, sample())
	next[8]++
	if _, err := index.Load(sealed(next)); !errors.Is(err, index.ErrFile) || !strings.Contains(err.Error(), "version 2") {
		t.Errorf("another version: %v", err)
	}
}

// sealed gives a changed file the checksum that fits it.
func sealed(file []byte) []byte {
	if len(file) < 8 {
		return file
	}
	content := file[:len(file)-8]
	return binary.LittleEndian.AppendUint64(content[:len(content):len(content)], xxhash.Sum64(content))
}

// FuzzLoad loads files whose checksum fits and whose content may be anything:
// an error, or an index of which everything can be asked.
func FuzzLoad(f *testing.F) {
	whole := saved(f, index.Build([]quad.Quad{
		quad.Make(quad.IRI("doc:p"), quad.IRI("rdf:type"), quad.IRI("Document"), quad.IRI("doc:p")),
		quad.Make(quad.IRI("actor:a"), quad.IRI("rdf:type"), quad.IRI("Actor"), quad.IRI("doc:p")),
		quad.Make(quad.IRI("actor:a"), quad.IRI("rdfs:label"), quad.LangString{Value: "A", Lang: "en"}, nil),
	}))
	f.Add(whole, uint(0), byte(0))
	f.Add(whole, uint(70), byte(255))
	f.Add(saved(f, index.Build(nil)), uint(16), byte(1))
	f.Fuzz(func(t *testing.T, file []byte, at uint, to byte) {
		file = slices.Clone(file)
		if len(file) > 0 {
			file[at%uint(len(file))] = to
		}
		x, err := index.Load(sealed(file))
		if err != nil {
			if !errors.Is(err, index.ErrFile) {
				t.Fatal(err)
			}
			return
		}
		for q := range x.Quads() {
			x.Node(q.Object)
		}
		x.Stats()
		x.Named("paper")
		x.Unreadable()
		x.Apply(x.Replacing("p", nil).And(x.Replacing("q", graph.Quads(graphtest.Paper("q", 1))))).Stats()
	})
}
