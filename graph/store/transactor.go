package store

import (
	"context"

	"github.com/hidal-go/hidalgo/kv"
)

// transactor lets several calls of Cayley be one transaction. Cayley opens and
// commits a transaction in each ApplyDeltas, and one call must not both add and
// delete: where the links of a node become fewer on balance, the quads added
// with it in that call lose that end. So a change of a document takes one call
// to add and one to delete; while atomically runs, both work on its
// transaction.
type transactor struct {
	kv.KV
	tx kv.Tx // the transaction under way, nil for none
}

// atomically runs change; all that is written through the transactor meanwhile
// is committed when it succeeds and dropped when it fails. It must not run
// concurrently with any other use.
func (t *transactor) atomically(ctx context.Context, change func() error) error {
	tx, err := t.KV.Tx(ctx, true)
	if err != nil {
		return err
	}
	defer tx.Close()
	if t.tx, err = freshly(ctx, tx); err == nil {
		err = change()
	}
	t.tx = nil
	if err != nil {
		return err
	}
	return tx.Commit(ctx)
}

// Tx hands out the transaction under way, else a new one.
func (t *transactor) Tx(ctx context.Context, rw bool) (kv.Tx, error) {
	if t.tx != nil {
		return partOf{t.tx}, nil
	}
	return t.KV.Tx(ctx, rw)
}

// View runs a reading function on the transaction under way, else on a new one.
func (t *transactor) View(ctx context.Context, fn func(kv.Tx) error) error {
	return kv.View(ctx, t, fn)
}

// Update runs a writing function on the transaction under way, else on a new
// one.
func (t *transactor) Update(ctx context.Context, fn func(kv.Tx) error) error {
	return kv.Update(ctx, t, fn)
}

// partOf is a transaction whose end is decided elsewhere.
type partOf struct{ kv.Tx }

func (partOf) Commit(context.Context) error { return nil }

func (partOf) Close() error { return nil }
