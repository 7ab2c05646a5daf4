package index_test

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/index"
)

// While changes are applied, readers of any state, new or old, see that state
// whole: as many statements as its documents have, each found by its name.
func TestReadersWhileApplying(t *testing.T) {
	opened, err := index.Load(saved(t, index.Build(quadsOf(graphtest.Paper("p", 5)))))
	if err != nil {
		t.Fatal(err)
	}
	type state struct {
		x          *index.Index
		statements int
	}
	var present atomic.Pointer[state]
	present.Store(&state{opened, 5})
	var done atomic.Bool
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			held := present.Load()
			for reads := 0; !done.Load() || reads == 0; reads++ {
				if reads%5 == 0 {
					held = present.Load()
				}
				found := 0
				for s := range held.x.Statements() {
					if again, ok := held.x.Statement(s.ID); !ok || again.Node != s.Node {
						t.Errorf("statement %s is not found", s.ID)
						return
					}
					found++
				}
				if found != held.statements || held.x.Stats().Statements != found {
					t.Errorf("%d statements, want %d", found, held.statements)
					return
				}
			}
		})
	}
	r := rand.New(rand.NewPCG(7, 7))
	sizes := map[string]int{"p": 5}
	for step := range 60 {
		before := present.Load()
		doc, size := fmt.Sprint("d", r.IntN(6)), r.IntN(4)*3
		c := before.x.Replacing(doc, nil)
		if size > 0 {
			c = before.x.Replacing(doc, graph.Quads(graphtest.Paper(doc, size)))
		}
		next := &state{before.x.Apply(c), before.statements + size - sizes[doc]}
		sizes[doc] = size
		present.Store(next)
		if step == 30 {
			present.Store(&state{reloaded(t, next.x), next.statements})
		}
	}
	done.Store(true)
	readers.Wait()
}
