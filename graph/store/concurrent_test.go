package store_test

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/index"
	"mandate/graph/store"
)

// Readers never see part of a document, whatever is written meanwhile.
func TestReadersWhileWriting(t *testing.T) {
	for name, url := range urls(t) {
		t.Run(name, func(t *testing.T) { readWhileWriting(t, open(t, url, store.Options{})) })
	}
}

func readWhileWriting(t *testing.T, s *store.Store) {
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
