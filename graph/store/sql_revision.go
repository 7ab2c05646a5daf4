package store

import (
	"context"
	"errors"
	"time"

	"mandate/graph/index"

	"github.com/cayleygraph/quad"
	"github.com/jackc/pgx/v5"
)

// The revision of a database stands in a table of one row, which every writing
// transaction updates first and so holds until its end: writers come one after
// the other. Another table has, for each graph (label), the revision that last
// changed it, so that whoever has the quads of an earlier revision reads only
// the graphs that changed since. In PostgreSQL triggers see to both, whoever
// writes; CockroachDB has no statement triggers, so there only Mandate does.
const revisionTables = `
CREATE TABLE mandate_revision (
	single boolean PRIMARY KEY DEFAULT true CHECK (single),
	revision bigint NOT NULL,
	writer text NOT NULL
);
INSERT INTO mandate_revision (revision, writer) VALUES (1, '');
CREATE TABLE mandate_graphs (label_hash bytea PRIMARY KEY, revision bigint NOT NULL);
CREATE INDEX mandate_graph_quads ON quads (label_hash);
`

// The functions keep the search path of the time they were made, so that they
// find the tables whatever the writer's is.
const revisionTriggers = `
CREATE FUNCTION mandate_advance() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
	UPDATE mandate_revision SET revision = revision + 1, writer = pg_current_xact_id()::text
		WHERE writer <> pg_current_xact_id()::text;
	IF FOUND THEN PERFORM pg_notify('mandate', ''); END IF;
	RETURN NULL;
END $$;
CREATE FUNCTION mandate_changed() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
	INSERT INTO mandate_graphs (label_hash, revision)
		SELECT DISTINCT coalesce(label_hash, ''), revision FROM changed, mandate_revision
		ON CONFLICT (label_hash) DO UPDATE SET revision = EXCLUDED.revision
		WHERE mandate_graphs.revision <> EXCLUDED.revision;
	RETURN NULL;
END $$;
CREATE FUNCTION mandate_emptied() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
	UPDATE mandate_graphs SET revision = mandate_revision.revision FROM mandate_revision;
	RETURN NULL;
END $$;
CREATE TRIGGER mandate_advance_nodes BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON nodes
	FOR EACH STATEMENT EXECUTE FUNCTION mandate_advance();
CREATE TRIGGER mandate_advance_quads BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON quads
	FOR EACH STATEMENT EXECUTE FUNCTION mandate_advance();
CREATE TRIGGER mandate_added AFTER INSERT ON quads
	REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mandate_changed();
CREATE TRIGGER mandate_removed AFTER DELETE ON quads
	REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mandate_changed();
CREATE TRIGGER mandate_emptied AFTER TRUNCATE ON quads
	FOR EACH STATEMENT EXECUTE FUNCTION mandate_emptied();
INSERT INTO mandate_graphs (label_hash, revision) SELECT DISTINCT coalesce(label_hash, ''), 1 FROM quads;
`

// labelledIndexes are those of Cayley with the label at their end. Without it a
// quad that stands in many documents ("this actor is an actor") is one of as
// many entries, of which each would be read whenever one goes.
const labelledIndexes = `
DROP INDEX IF EXISTS spo_index, ops_index, pos_index, osp_index;
CREATE INDEX spo_index ON quads (subject_hash, predicate_hash, object_hash, label_hash);
CREATE INDEX ops_index ON quads (object_hash, predicate_hash, subject_hash, label_hash);
CREATE INDEX pos_index ON quads (predicate_hash, object_hash, subject_hash, label_hash);
`

// cockroachIndex takes back that one subject, predicate and object can stand in
// one graph only, which Cayley's flavour has.
const cockroachIndex = `
DROP INDEX quads@spo_unique CASCADE;
CREATE UNIQUE INDEX spo_unique ON quads (subject_hash, predicate_hash, object_hash) WHERE label_hash IS NULL;
`

func (b *database) makeRevision(ctx context.Context) error {
	ddl := revisionTables
	if b.flavour.triggers {
		ddl += labelledIndexes + revisionTriggers
	} else {
		ddl += cockroachIndex
	}
	return pgx.BeginFunc(ctx, b.conn, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, ddl)
		return err
	})
}

// presentRevision reads the revision, keeping other writers out where it is
// asked FOR UPDATE.
func presentRevision(ctx context.Context, tx pgx.Tx, lock string) (at revision, err error) {
	err = tx.QueryRow(ctx, "SELECT revision::text FROM mandate_revision "+lock).Scan(&at)
	return at, err
}

// advance does what the triggers of PostgreSQL do where there are none.
func advance(ctx context.Context, tx pgx.Tx, c index.Change) error {
	if _, err := tx.Exec(ctx, "UPDATE mandate_revision SET revision = revision + 1"); err != nil {
		return err
	}
	const ask = `INSERT INTO mandate_graphs (label_hash, revision)
		SELECT label, revision FROM unnest($1::bytea[]) AS touched (label), mandate_revision
		ON CONFLICT (label_hash) DO UPDATE SET revision = EXCLUDED.revision`
	_, err := tx.Exec(ctx, ask, touchedLabels(c))
	return err
}

// touchedLabels returns the hashes of the labels of a change, empty for none.
func touchedLabels(c index.Change) [][]byte {
	seen := map[hash]bool{}
	var labels [][]byte
	for _, quads := range [][]quad.Quad{c.Remove, c.Add} {
		for _, q := range quads {
			if h := hashOf(q.Label); !seen[h] {
				seen[h] = true
				labels = append(labels, h.orEmpty())
			}
		}
	}
	return labels
}

// refresh reads the graphs that changed since a revision.
func (b *database) refresh(ctx context.Context, x *index.Index, since revision) (next *index.Index, at revision, err error) {
	next = x
	err = b.within(ctx, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly}, func(tx pgx.Tx) error {
		if at, err = presentRevision(ctx, tx, ""); err != nil || at == since {
			return err
		}
		rows, err := tx.Query(ctx, "SELECT label_hash FROM mandate_graphs WHERE revision > $1::text::bigint", since)
		if err != nil {
			return err
		}
		labels, err := pgx.CollectRows(rows, pgx.RowTo[[]byte])
		if err != nil {
			return err
		}
		next, err = readChanged(ctx, tx, x, labels)
		return err
	})
	return next, at, b.explain(ctx, err)
}

// How long a change that another process made may stay unseen: no time at all
// where the server tells of it, but for a notice that got lost.
const (
	pollTold   = 5 * time.Second
	pollUntold = 500 * time.Millisecond
)

// follow calls back whenever another process may have written, on a connection
// of its own, until the context ends.
func (b *database) follow(ctx context.Context, changed func(context.Context)) {
	for ctx.Err() == nil {
		conn, err := pgx.ConnectConfig(ctx, b.config)
		if err == nil {
			err = b.listen(ctx, conn, changed)
			_ = conn.Close(context.WithoutCancel(ctx))
		}
		if err != nil {
			pause(ctx, pollUntold)
		}
	}
}

func (b *database) listen(ctx context.Context, conn *pgx.Conn, changed func(context.Context)) error {
	if b.flavour.triggers {
		if _, err := conn.Exec(ctx, "LISTEN mandate"); err != nil {
			return err
		}
	}
	for ctx.Err() == nil {
		changed(ctx)
		if !b.flavour.triggers {
			pause(ctx, pollUntold)
			continue
		}
		wait, cancel := context.WithTimeout(ctx, pollTold)
		_, err := conn.WaitForNotification(wait)
		cancel()
		if err != nil && !errors.Is(err, context.DeadlineExceeded) {
			return err
		}
	}
	return ctx.Err()
}

func pause(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}
