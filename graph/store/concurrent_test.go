package store_test

import (
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/index"
	"mandate/graph/store"

	"github.com/cayleygraph/quad"
)

// Readers never see part of a document, whatever is written meanwhile.
func TestReadersWhileWriting(t *testing.T) {
	s := open(t, "mem:", store.Options{})
	versions := []graph.Reading{graphtest.Paper("p", 5), graphtest.Paper("p", 20)}
	sizes := []int{0, len(graph.Quads(versions[0])), len(graph.Quads(versions[1]))}
	var stop atomic.Bool
	var readers sync.WaitGroup
	for range 3 {
		readers.Go(func() {
			var last *index.Index
			for !stop.Load() {
				x := s.View()
				if x == last {
					runtime.Gosched()
					continue
				}
				last = x
				if !slices.Contains(sizes, x.Size()) {
					t.Errorf("a view of %d quads", x.Size())
					return
				}
				if statements := x.ByActor("agency-0"); x.Size() > 0 && len(statements) == 0 {
					t.Error("a view without the actor's statements")
					return
				}
				x.Search("goal", 3)
			}
		})
	}
	for i := range 12 {
		put(t, s, versions[i%2])
		if i%5 == 4 {
			if err := s.Remove(t.Context(), "p"); err != nil {
				t.Fatal(err)
			}
		}
	}
	stop.Store(true)
	readers.Wait()
}

// Random changes give what a plain map of documents gives, and so does the
// store when it is opened again.
func TestAgainstModel(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	rng := rand.New(rand.NewPCG(seed, 1))
	path := filepath.Join(t.TempDir(), "m.db")
	s := open(t, path, store.Options{})
	model := map[string]graph.Reading{}
	ids := []string{"a", "b", "c", "d"}
	for range 30 {
		id := ids[rng.IntN(len(ids))]
		switch _, there := model[id]; {
		case rng.IntN(3) == 0:
			s.Close()
			s = open(t, path, store.Options{})
		case there && rng.IntN(3) == 0:
			if err := s.Remove(t.Context(), id); err != nil {
				t.Fatal(err)
			}
			delete(model, id)
		default:
			model[id] = graphtest.Paper(id, rng.IntN(15))
			if put(t, s, model[id]) != there {
				t.Errorf("replaced %v, there before %v", !there, there)
			}
		}
		var want []quad.Quad
		for _, r := range model {
			want = append(want, graph.Quads(r)...)
		}
		slices.SortFunc(want, graph.CompareQuads)
		if !slices.Equal(content(s), want) {
			t.Fatalf("store and model differ: %d and %d quads", s.View().Size(), len(want))
		}
	}
}
