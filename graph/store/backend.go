package store

import (
	"context"

	"mandate/graph/index"
)

// backend is the durable side of a store. It is not safe for concurrent use;
// the Store sees to that.
type backend interface {
	// load reads all quads into an index.
	load(ctx context.Context) (*index.Index, error)
	// apply writes a change, all or nothing. What it removes is there, what it
	// adds is not.
	apply(ctx context.Context, c index.Change) error
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
