package store

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"mandate/graph/index"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/syndtr/goleveldb/leveldb/util"
)

// Compact opens a store in a folder, writes it anew with what it holds, closes it
// and returns the bytes that it took before and takes now. Cayley keeps the
// values and the log of quads that were deleted; here they go. It is one
// transaction, so a kill leaves the store as it was or compacted. It fails as
// Open does, and with ErrUnsupported for a database, which frees what is deleted
// by itself.
func Compact(ctx context.Context, path string) (before, after int64, err error) {
	if scheme.MatchString(path) {
		return 0, 0, fmt.Errorf("%w: only a store in a folder is compacted; a database frees what is deleted by itself", ErrUnsupported)
	}
	s, err := Open(ctx, path, Options{MustExist: true})
	if err != nil {
		return 0, 0, err
	}
	before, err = s.Size()
	if err == nil {
		err = s.compact(ctx)
	}
	if err = errors.Join(err, s.Close()); err != nil {
		return 0, 0, err
	}
	after, err = folderSize(path)
	return before, after, err
}

func (s *Store) compact(ctx context.Context) (err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	x := s.View().Renumbered()
	s.at, err = s.backend.(*embedded).rewrite(ctx, x)
	if err != nil {
		return fmt.Errorf("compact the store: %w", err)
	}
	s.view.Store(x)
	return nil
}

// rewrite replaces all that is there by the quads of an index, and lets LevelDB
// drop what was replaced.
func (b *embedded) rewrite(ctx context.Context, x *index.Index) (revision, error) {
	var stamp string
	err := b.db.atomically(ctx, func() error {
		if err := b.db.clear(ctx); err != nil {
			return err
		}
		if err := initialise(b.db); err != nil {
			return err
		}
		if err := b.reset(); err != nil {
			return err
		}
		if err := b.addAll(ctx, x); err != nil {
			return err
		}
		var err error
		stamp, err = b.writeStamp(ctx)
		return err
	})
	// Cayley's caches are of another store now, or of what was not committed.
	if err = errors.Join(err, b.reset()); err != nil {
		return revision(b.stamp), err
	}
	b.stamp = stamp
	return revision(stamp), b.tables.CompactRange(util.Range{})
}

// addAll adds the quads of an index, those of a document together.
func (b *embedded) addAll(ctx context.Context, x *index.Index) error {
	batch := make([]quad.Quad, 0, deltaBatch)
	for _, quads := range x.Graphs() {
		for part := range slices.Chunk(quads, deltaBatch) {
			if len(batch)+len(part) > deltaBatch {
				if err := b.deltas(ctx, graph.Add, batch); err != nil {
					return err
				}
				batch = batch[:0]
			}
			batch = append(batch, part...)
		}
	}
	return b.deltas(ctx, graph.Add, batch)
}

// clear deletes all that is there, in the transaction under way.
func (t *transactor) clear(ctx context.Context) error {
	now, err := t.KV.Tx(ctx, false)
	if err != nil {
		return err
	}
	defer now.Close()
	it := now.Scan(ctx)
	for it.Next(ctx) {
		if err := t.tx.Del(ctx, slices.Clone(it.Key())); err != nil {
			return errors.Join(err, it.Close())
		}
	}
	if err := errors.Join(it.Err(), it.Close(), ctx.Err()); err != nil {
		return err
	}
	t.tx = &freshTx{Tx: t.tx, written: newKeyFilter()}
	return nil
}
