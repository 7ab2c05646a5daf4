package sandbox_test

import (
	"os"
	"path/filepath"
	"testing"

	"mandate/graph/index"
	"mandate/query/gizmo"
)

// opened is an index that lies in a file.
func opened(t *testing.T) *index.Index {
	t.Helper()
	f, err := os.Create(filepath.Join(t.TempDir(), "index"))
	if err != nil {
		t.Fatal(err)
	}
	if err := harbour(50).Save(f); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	x, err := index.OpenFile(f.Name())
	if err != nil {
		t.Fatal(err)
	}
	return x
}

const moored = `for (var i = 0; i < 1; i++) g.V("<pier:3>").in("<mooredAt>").all()`

func TestWorkersShareTheFileOfTheIndex(t *testing.T) {
	x, r := opened(t), newRunner(t)
	rows, err := run(t.Context(), r, x, moored, gizmo.Limits{})
	if err != nil || len(rows) != 5 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	if copies, err := os.ReadDir(os.Getenv("TMPDIR")); err != nil || len(copies) > 0 {
		t.Errorf("the index was written once more: %v, %v", copies, err)
	}
}

func TestWorkersGetAFileWhereThatOfTheIndexIsGone(t *testing.T) {
	x, r := opened(t), newRunner(t)
	if err := os.Remove(x.File()); err != nil {
		t.Fatal(err)
	}
	rows, err := run(t.Context(), r, x, moored, gizmo.Limits{})
	if err != nil || len(rows) != 5 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
}
