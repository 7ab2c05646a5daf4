package store

import (
	"context"

	"mandate/graph/index"

	cgraph "github.com/cayleygraph/cayley/graph"
)

// revision names a state of the quads: every commit, by whomever, makes another.
// It is empty before the first.
type revision string

// backend is the durable side of a store. It is not safe for concurrent use but
// for follow and durable; the Store sees to that.
type backend interface {
	// load reads all quads into an index and tells of which revision they are.
	load(ctx context.Context) (*index.Index, revision, error)
	// needs estimates the bytes of memory that the index takes.
	needs(ctx context.Context) (int64, error)
	// present returns the present revision.
	present(ctx context.Context) (revision, error)
	// durable returns Cayley's own store of the quads, one state of them until it
	// is released.
	durable(ctx context.Context) (qs cgraph.QuadStore, release func() error, err error)
	// apply writes a change to the quads of a revision, all or nothing, and
	// returns the next. What it removes is there, what it adds is not. Where
	// the store is at another revision by now, the error is errStale.
	apply(ctx context.Context, c index.Change, at revision) (revision, error)
	// refresh returns the present index and revision, given those of another
	// time.
	refresh(ctx context.Context, x *index.Index, at revision) (*index.Index, revision, error)
	// follow calls back whenever another process may have written to the store,
	// until the context ends or there can be no such process.
	follow(ctx context.Context, changed func(context.Context))
	// keep may leave the index of the present state where load finds it, to save
	// making it again. What fails about it costs time at the next opening, no
	// more.
	keep(ctx context.Context, x *index.Index, end bool) error
	// announce leaves the address of the server that has the store open where
	// another process that finds it locked can see it; empty takes it back.
	announce(serverURL string) error
	// size returns the bytes that the quads take on disk.
	size() (int64, error)
	close() error
}
