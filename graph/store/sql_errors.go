package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

// errStale is returned for a change that was made from an earlier revision than
// the present one.
var errStale = errors.New("another process changed the store meanwhile")

// Codes of PostgreSQL's errors.
const (
	invalidPassword      = "28P01"
	invalidAuthorization = "28000"
	missingDatabase      = "3D000"
	undefinedColumn      = "42703"
	undefinedTable       = "42P01"
	notPermitted         = "42501"
	tooManyConnections   = "53300"
	diskFull             = "53100"
	readOnlyTransaction  = "25006"
	serialisationFailure = "40001"
	deadlock             = "40P01"
)

// explain turns an error of the database into one of ours.
func (b *database) explain(ctx context.Context, err error) error {
	var pg *pgconn.PgError
	var connect *pgconn.ConnectError
	switch {
	case err == nil, errors.Is(err, errStale):
		return err
	case ctx.Err() != nil:
		return ctx.Err()
	case pgconn.Timeout(err) && due(ctx):
		return context.DeadlineExceeded
	case errors.As(err, &pg):
		return b.explainCode(pg, err)
	case errors.As(err, &connect), pgconn.Timeout(err), pgconn.SafeToRetry(err):
		return fmt.Errorf("%w: %s: %s: is the server running, and are host and port right?", ErrUnreachable, b.address, reason(err))
	}
	return err
}

// due tells whether the time of a context is over. Its deadline is also set on
// the connection, which may tell a moment before the context does.
func due(ctx context.Context) bool {
	const moment = 50 * time.Millisecond
	deadline, ok := ctx.Deadline()
	return ok && time.Until(deadline) < moment
}

func (b *database) explainCode(pg *pgconn.PgError, err error) error {
	switch pg.Code {
	case serialisationFailure, deadlock:
		return fmt.Errorf("%w: %w", errStale, err)
	case invalidPassword, invalidAuthorization:
		return fmt.Errorf("%w: %s: %s: check user and password in the URL, or set PGPASSWORD", ErrRefused, b.address, pg.Message)
	case missingDatabase:
		return fmt.Errorf("%w: %s: %s: make the database with: createdb %s", ErrNoStore, b.address, pg.Message, b.config.Database)
	case notPermitted, readOnlyTransaction, diskFull:
		return fmt.Errorf("%w: %s: %s", ErrUnwritable, b.address, pg.Message)
	case tooManyConnections:
		return fmt.Errorf("%w: %s: %s: try again when others have gone", ErrUnreachable, b.address, pg.Message)
	case undefinedTable:
		return fmt.Errorf("%w: %s: %s", ErrDamaged, b.address, pg.Message)
	}
	return fmt.Errorf("%s: %w", b.address, err)
}

// reason returns what an error says at its end, on one line: the driver puts the
// settings of the connection before it.
func reason(err error) string {
	var last error
	for e := err; e != nil; e = errors.Unwrap(e) {
		last = e
	}
	text := last.Error()
	return strings.TrimSpace(strings.ReplaceAll(text, "\n", "; "))
}
