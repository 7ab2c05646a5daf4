package ingest

import (
	"context"
	"sync"
)

// gate lets in so many readers at a time, and nobody while what was read and
// waits for its turn takes too much memory. So a long text at the front, which
// all others must wait for, lets short ones go on for a while but not for ever.
type gate struct {
	ctx              context.Context
	readers, largest int

	mu      sync.Mutex
	changed *sync.Cond
	reading int // how many are inside
	waiting int // size of what they left
}

func newGate(ctx context.Context, readers, largest int) *gate {
	g := &gate{ctx: ctx, readers: readers, largest: largest}
	g.changed = sync.NewCond(&g.mu)
	context.AfterFunc(ctx, func() {
		g.mu.Lock()
		defer g.mu.Unlock()
		g.changed.Broadcast()
	})
	return g
}

// enter waits for room; false tells that the context ended before.
func (g *gate) enter() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	for g.ctx.Err() == nil && (g.reading >= g.readers || g.waiting >= g.largest) {
		g.changed.Wait()
	}
	if g.ctx.Err() != nil {
		return false
	}
	g.reading++
	return true
}

// wait ends a reading, of which so much waits for its turn.
func (g *gate) wait(size int) { g.move(-1, size) }

// leave tells that what waited has had its turn.
func (g *gate) leave(size int) { g.move(0, -size) }

func (g *gate) move(reading, waiting int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.reading += reading
	g.waiting += waiting
	g.changed.Broadcast()
}
