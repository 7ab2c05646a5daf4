package store

import (
	"context"
	"errors"
	"os"

	cgraph "github.com/cayleygraph/cayley/graph"
	ckv "github.com/cayleygraph/cayley/graph/kv"
)

// What the index takes, by what is known before it is made: beside its file, the
// heads of the texts; without one, about as much for each quad as the most that
// tests allow, and the values, which are on disk.
const (
	bytesOfHead = 24
	bytesOfQuad = 100
)

func (b *embedded) needs(ctx context.Context) (int64, error) {
	if err := b.readStamp(ctx); err != nil {
		return 0, explain(b.path, err)
	}
	stats, err := b.qs.Stats(ctx, false)
	if errors.Is(err, ckv.ErrNoBucket) { // before the first quad
		return 0, nil
	}
	if err != nil {
		return 0, explain(b.path, err)
	}
	if b.path != "" && b.stamp != "" && !b.afresh {
		if info, err := os.Stat(b.snapshotFile(b.stamp)); err == nil {
			return info.Size() + bytesOfHead*stats.Nodes.Value, nil
		}
	}
	size, err := b.size()
	return bytesOfQuad*stats.Quads.Value + size, err
}

func (b *embedded) present(ctx context.Context) (revision, error) {
	err := b.readStamp(ctx)
	return revision(b.stamp), err
}

// durable opens a store of its own for each reader, on one snapshot: what it
// remembers of values ends with it, and the writer is not waited for.
func (b *embedded) durable(ctx context.Context) (cgraph.QuadStore, func() error, error) {
	tx, err := b.db.KV.Tx(ctx, false)
	if err != nil {
		return nil, nil, err
	}
	qs, err := ckv.New(&transactor{KV: b.db.KV, tx: tx}, cgraph.Options{ckv.OptNoBloom: true})
	if err != nil {
		return nil, nil, errors.Join(err, tx.Close())
	}
	return qs, tx.Close, nil
}
