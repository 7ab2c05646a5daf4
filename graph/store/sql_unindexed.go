package store

import (
	"context"
	"errors"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/jackc/pgx/v5"
)

// errIndexOnly is why a database needs the index: Cayley's SQL store takes
// seconds for what the index answers in microseconds, on a server that others
// share.
var errIndexOnly = errors.New("of a database, nothing is answered without the index")

func (b *database) durable(context.Context) (cgraph.QuadStore, func() error, error) {
	return nil, nil, errIndexOnly
}

func (b *database) needs(ctx context.Context) (bytes int64, err error) {
	err = b.within(ctx, pgx.TxOptions{AccessMode: pgx.ReadOnly}, func(tx pgx.Tx) error {
		const ask = `SELECT (SELECT count(*) FROM quads) * $1::bigint + (SELECT coalesce(sum(length(value_string)), 0) FROM nodes)`
		return tx.QueryRow(ctx, ask, bytesOfQuad).Scan(&bytes)
	})
	return bytes, b.explain(ctx, err)
}

func (b *database) present(ctx context.Context) (at revision, err error) {
	err = b.within(ctx, pgx.TxOptions{AccessMode: pgx.ReadOnly}, func(tx pgx.Tx) error {
		at, err = presentRevision(ctx, tx, "")
		return err
	})
	return at, b.explain(ctx, err)
}
