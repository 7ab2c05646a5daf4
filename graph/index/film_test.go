package index_test

import (
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"mandate/graph/graphtest"
	"mandate/graph/index"

	"github.com/cayleygraph/quad"
)

var films = sync.OnceValues(graphtest.Films)

func filmQuads(t testing.TB) []quad.Quad {
	t.Helper()
	quads, err := films()
	if err != nil {
		t.Fatal(err)
	}
	return quads
}

// The index of the films, names and all, takes less than 100 bytes a quad: by
// its own count, and on the heap.
func TestIndexIsCompact(t *testing.T) {
	quads := filmQuads(t)
	before := heap()
	x := index.Build(quads)
	grown := heap() - before
	const most = 100
	for name, bytes := range map[string]uint64{"counted": uint64(x.Bytes()), "on the heap": grown, "in its file": uint64(len(saved(t, x)))} {
		if perQuad := float64(bytes) / float64(x.Size()); x.Size() != 471_705 || perQuad > most || perQuad < 20 {
			t.Errorf("%d quads, %s %.1f bytes a quad", x.Size(), name, perQuad)
		} else {
			t.Logf("%s %.1f bytes a quad", name, perQuad)
		}
	}
	runtime.KeepAlive(quads)
}

// BenchmarkFilms builds, saves, opens and asks the index of the films.
func BenchmarkFilms(b *testing.B) {
	quads := filmQuads(b)
	x := index.Build(quads)
	path := filepath.Join(b.TempDir(), "index")
	if err := os.WriteFile(path, saved(b, x), 0o600); err != nil {
		b.Fatal(err)
	}
	b.Run("build", func(b *testing.B) {
		for b.Loop() {
			index.Build(quads)
		}
		b.ReportMetric(float64(x.Bytes())/float64(x.Size()), "B/quad")
		b.ReportMetric(float64(len(quads))*float64(b.N)/b.Elapsed().Seconds(), "quads/s")
	})
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			if _, err := index.OpenFile(path); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("lookup", func(b *testing.B) {
		i := 0
		for b.Loop() {
			if i++; i == len(quads) {
				i = 0
			}
			if _, ok := x.Node(quads[i].Object); !ok {
				b.Fatal("not there")
			}
		}
	})
}
