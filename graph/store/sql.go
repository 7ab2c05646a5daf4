package store

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net/url"
	"time"

	"mandate/graph/index"

	"github.com/cayleygraph/cayley/clog"
	cgraph "github.com/cayleygraph/cayley/graph"
	csql "github.com/cayleygraph/cayley/graph/sql"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/cayleygraph/cayley/graph/sql/cockroach"
	"github.com/cayleygraph/cayley/graph/sql/postgres"
)

// database is a backend in a database server: the tables of Cayley's SQL store,
// read and written in bulk, with a revision beside them that every writer
// advances, Cayley's own programs too.
type database struct {
	flavour  flavour
	config   *pgx.ConnConfig
	conn     *pgx.Conn // may have been lost meanwhile: connected makes another
	address  string    // without the password, for messages
	readOnly bool
}

// flavour is a kind of database server.
type flavour struct {
	cayley   string // name of Cayley's SQL flavour
	triggers bool   // the server itself advances the revision, and tells of it
}

var flavours = map[string]flavour{
	"postgres":   {cayley: postgres.Type, triggers: true},
	"postgresql": {cayley: postgres.Type, triggers: true},
	"cockroach":  {cayley: cockroach.Type},
}

// connectTimeout bounds how long a server may take to answer at all.
const connectTimeout = 10 * time.Second

// openDatabase opens the store in the database that a URL names, making its
// tables where the options allow.
func openDatabase(ctx context.Context, scheme, rawURL string, o Options) (backend, error) {
	// Cayley logs addresses with their passwords, and errors that it returns too.
	clog.SetLogger(nil)
	u, err := url.Parse(rawURL)
	if err != nil { // its text would hold the password
		return nil, fmt.Errorf("%w: the URL of the database cannot be read: write %s://USER:PASSWORD@HOST:PORT/DATABASE, with %%-escapes in the password",
			ErrUnsupported, scheme)
	}
	u.Scheme = "postgres" // what the drivers know
	config, err := pgx.ParseConfig(u.String())
	if err != nil {
		return nil, fmt.Errorf("%w: %s: the URL of the database cannot be used: %s", ErrUnsupported, redacted(u), reason(err))
	}
	if config.ConnectTimeout == 0 {
		config.ConnectTimeout = connectTimeout
	}
	b := &database{flavour: flavours[scheme], config: config, address: redacted(u), readOnly: o.ReadOnly}
	if _, err := b.connected(ctx); err != nil {
		return nil, b.explain(ctx, err)
	}
	if err := b.prepare(ctx, u, o); err != nil {
		return nil, errors.Join(b.explain(ctx, err), b.close())
	}
	return b, nil
}

// redacted returns a URL without its password, wherever it stands.
func redacted(u *url.URL) string {
	c := *u
	q := c.Query()
	if q.Has("password") {
		q.Set("password", "xxxxx")
		c.RawQuery = q.Encode()
	}
	return c.Redacted()
}

// connected returns a live connection, a new one where the server went away and
// came back.
func (b *database) connected(ctx context.Context) (*pgx.Conn, error) {
	if b.conn != nil && b.conn.Ping(ctx) == nil {
		return b.conn, nil
	}
	_ = b.close()
	conn, err := pgx.ConnectConfig(ctx, b.config)
	b.conn = conn
	return conn, err
}

// within runs a function in a transaction.
func (b *database) within(ctx context.Context, o pgx.TxOptions, do func(pgx.Tx) error) error {
	conn, err := b.connected(ctx)
	if err != nil {
		return err
	}
	return pgx.BeginTxFunc(ctx, conn, o, do)
}

// tables tell what is in the database.
type tables struct{ nodes, quads, revision bool }

func (b *database) tables(ctx context.Context) (t tables, err error) {
	const ask = `SELECT to_regclass('nodes') IS NOT NULL, to_regclass('quads') IS NOT NULL, to_regclass('mandate_revision') IS NOT NULL`
	err = b.conn.QueryRow(ctx, ask).Scan(&t.nodes, &t.quads, &t.revision)
	return t, err
}

// prepare makes sure that the database holds the tables of a store.
func (b *database) prepare(ctx context.Context, u *url.URL, o Options) error {
	if b.flavour.triggers && !o.ReadOnly { // two processes may be at it
		if _, err := b.conn.Exec(ctx, `SELECT pg_advisory_lock(hashtext('mandate'))`); err != nil {
			return err
		}
		defer b.conn.Exec(context.WithoutCancel(ctx), `SELECT pg_advisory_unlock(hashtext('mandate'))`)
	}
	t, err := b.tables(ctx)
	switch {
	case err != nil:
		return err
	case !t.revision && (o.MustExist || o.ReadOnly):
		return fmt.Errorf("%w: %s has no tables of one: make them with: mandate ingest --db URL FILE", ErrNoStore, b.address)
	case !t.nodes && !t.quads:
		if err := b.makeCayley(u); err != nil {
			return err
		}
	}
	if err := b.check(ctx); err != nil {
		return err
	}
	if t.revision {
		return nil
	}
	return b.makeRevision(ctx)
}

// makeCayley makes the tables of Cayley's SQL store.
func (b *database) makeCayley(u *url.URL) error {
	c := *u
	if q := c.Query(); !q.Has("sslmode") && !b.encrypted() {
		// Cayley's driver insists on encryption where it is not told; this one
		// takes what the server has.
		q.Set("sslmode", "disable")
		c.RawQuery = q.Encode()
	}
	err := csql.Init(b.flavour.cayley, c.String(), nil)
	if errors.Is(err, cgraph.ErrDatabaseExists) {
		return nil
	}
	return err
}

func (b *database) encrypted() bool {
	_, ok := b.conn.PgConn().Conn().(*tls.Conn)
	return ok
}

// check makes sure that the tables are those of Cayley's SQL store.
func (b *database) check(ctx context.Context) error {
	for _, ask := range []string{"SELECT " + nodeColumns + ", refs FROM nodes LIMIT 0", "SELECT " + quadColumns + ", horizon, ts FROM quads LIMIT 0"} {
		_, err := b.conn.Exec(ctx, ask)
		var pg *pgconn.PgError
		if errors.As(err, &pg) && (pg.Code == undefinedColumn || pg.Code == undefinedTable) {
			return fmt.Errorf("%w: %s holds tables of something else (%s): choose another database, or a schema with ?search_path=NAME",
				ErrNotStore, b.address, pg.Message)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (b *database) load(ctx context.Context) (x *index.Index, at revision, err error) {
	err = b.within(ctx, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly}, func(tx pgx.Tx) error {
		if at, err = presentRevision(ctx, tx, ""); err != nil {
			return err
		}
		x, err = readAll(ctx, tx)
		return err
	})
	return x, at, b.explain(ctx, err)
}

// keep does nothing: the index is made from the tables at each opening.
func (b *database) keep(context.Context, *index.Index, bool) error { return nil }

// announce does nothing: whoever reaches the database can open it.
func (b *database) announce(string) error { return nil }

func (b *database) size() (size int64, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), connectTimeout)
	defer cancel()
	if !b.flavour.triggers { // CockroachDB has no such functions
		return 0, nil
	}
	conn, err := b.connected(ctx)
	if err != nil {
		return 0, b.explain(ctx, err)
	}
	err = conn.QueryRow(ctx, `SELECT pg_total_relation_size('nodes') + pg_total_relation_size('quads')`).Scan(&size)
	return size, b.explain(ctx, err)
}

func (b *database) close() error {
	if b.conn == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	conn := b.conn
	b.conn = nil
	return conn.Close(ctx)
}
