package store

import (
	"context"
	"fmt"
	"slices"

	"mandate/graph/index"

	cgraph "github.com/cayleygraph/cayley/graph"
	graphlog "github.com/cayleygraph/cayley/graph/log"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/jackc/pgx/v5"
)

// apply writes a change in one transaction and a few statements of many rows
// each. It leaves the rows that Cayley would, with the same counts of
// references.
func (b *database) apply(ctx context.Context, c index.Change, at revision) (next revision, err error) {
	err = b.within(ctx, pgx.TxOptions{}, func(tx pgx.Tx) error {
		if err := b.byIndex(ctx, tx); err != nil {
			return err
		}
		switch present, err := presentRevision(ctx, tx, "FOR UPDATE"); {
		case err != nil:
			return err
		case present != at:
			return errStale
		}
		if !b.flavour.triggers {
			if err := advance(ctx, tx, c); err != nil {
				return err
			}
		}
		if err := applyDeltas(ctx, tx, deltasOf(c)); err != nil {
			return err
		}
		next, err = presentRevision(ctx, tx, "")
		return err
	})
	return next, b.explain(ctx, err)
}

// byIndex has rows found by index for the length of a transaction. PostgreSQL
// plans the check of a foreign key once a connection, for tables as large as
// they are then: what is planned over the small tables of a new store reads them
// whole, later on, for each node that goes. Nor is any statement here worth
// compiling, as the price of what is switched off would make it seem.
func (b *database) byIndex(ctx context.Context, tx pgx.Tx) error {
	if !b.flavour.triggers { // CockroachDB knows no such settings
		return nil
	}
	_, err := tx.Exec(ctx, "SET LOCAL enable_seqscan = off; SET LOCAL jit = off")
	return err
}

// deltasOf works out what a change does to nodes and quads.
func deltasOf(c index.Change) *graphlog.Deltas {
	deltas := make([]cgraph.Delta, 0, len(c.Remove)+len(c.Add))
	for _, q := range c.Remove {
		deltas = append(deltas, cgraph.Delta{Quad: q, Action: cgraph.Delete})
	}
	for _, q := range c.Add {
		deltas = append(deltas, cgraph.Delta{Quad: q, Action: cgraph.Add})
	}
	return graphlog.SplitDeltas(deltas)
}

// Quads come after their nodes and go before them: the tables refer to one
// another.
func applyDeltas(ctx context.Context, tx pgx.Tx, d *graphlog.Deltas) error {
	if err := addNodes(ctx, tx, d.IncNode); err != nil {
		return err
	}
	if err := removeQuads(ctx, tx, d.QuadDel); err != nil {
		return err
	}
	if err := addQuads(ctx, tx, d.QuadAdd); err != nil {
		return err
	}
	return releaseNodes(ctx, tx, d.DecNode)
}

// rowBatch and byteBatch bound what one statement carries.
const (
	rowBatch  = 20_000
	byteBatch = 8 << 20
)

// addNodes adds nodes or references to them.
func addNodes(ctx context.Context, tx pgx.Tx, nodes []graphlog.NodeUpdate) error {
	var rows nodeRows
	for _, n := range nodes {
		if n.RefInc == 0 { // as many references come as go
			continue
		}
		if err := rows.add(n); err != nil {
			return err
		}
		if len(rows.hash) == rowBatch || rows.bytes > byteBatch {
			if err := rows.insert(ctx, tx); err != nil {
				return err
			}
			rows = nodeRows{}
		}
	}
	return rows.insert(ctx, tx)
}

// nodeRows are rows of the table of nodes, by column.
type nodeRows struct {
	refs                     []int
	hash, marshalled         [][]byte
	text, datatype, language []*string
	iri, bnode, boolean      []*bool
	integer                  []*int64
	float                    []*float64
	time                     []any
	bytes                    int
}

func (c *nodeRows) add(n graphlog.NodeUpdate) error {
	r, err := rowOf(hash(n.Hash), n.Val)
	if err != nil {
		return err
	}
	c.refs = append(c.refs, n.RefInc)
	c.hash, c.marshalled = append(c.hash, r.hash), append(c.marshalled, r.marshalled)
	c.text, c.datatype, c.language = append(c.text, r.text), append(c.datatype, r.datatype), append(c.language, r.language)
	c.iri, c.bnode, c.boolean = append(c.iri, r.iri), append(c.bnode, r.bnode), append(c.boolean, r.boolean)
	c.integer, c.float, c.time = append(c.integer, r.integer), append(c.float, r.float), append(c.time, r.time)
	c.bytes += len(r.marshalled)
	if r.text != nil {
		c.bytes += len(*r.text)
	}
	return nil
}

func (c *nodeRows) insert(ctx context.Context, tx pgx.Tx) error {
	if len(c.hash) == 0 {
		return nil
	}
	const ask = `INSERT INTO nodes (refs, ` + nodeColumns + `)
		SELECT * FROM unnest($1::int[], $2::bytea[], $3::bytea[], $4::text[], $5::text[], $6::text[], $7::bool[], $8::bool[],
			$9::bigint[], $10::bool[], $11::double precision[], $12::timestamptz[])
		ON CONFLICT (hash) DO UPDATE SET refs = nodes.refs + EXCLUDED.refs`
	_, err := tx.Exec(ctx, ask, c.refs, c.hash, c.marshalled, c.text, c.datatype, c.language, c.iri, c.bnode,
		c.integer, c.boolean, c.float, c.time)
	return err
}

// ends are the ends of quads, by column; label is null for none.
type ends [4][][]byte

func endsOf(quads []graphlog.QuadUpdate) (e ends) {
	for _, u := range quads {
		for i, h := range []refs.ValueHash{u.Quad.Subject, u.Quad.Predicate, u.Quad.Object, u.Quad.Label} {
			e[i] = append(e[i], hash(h).orNull())
		}
	}
	return e
}

func addQuads(ctx context.Context, tx pgx.Tx, quads []graphlog.QuadUpdate) error {
	const ask = `INSERT INTO quads (` + quadColumns + `, ts)
		SELECT s, p, o, l, now() FROM unnest($1::bytea[], $2::bytea[], $3::bytea[], $4::bytea[]) AS added (s, p, o, l)`
	return eachBatch(quads, func(e ends) error {
		_, err := tx.Exec(ctx, ask, e[0], e[1], e[2], e[3])
		return err
	})
}

// removeQuads has a statement each for quads with and without label, as there is
// an index for each.
func removeQuads(ctx context.Context, tx pgx.Tx, quads []graphlog.QuadUpdate) error {
	const ask = `DELETE FROM quads USING unnest($1::bytea[], $2::bytea[], $3::bytea[], $4::bytea[]) AS gone (s, p, o, l)
		WHERE subject_hash = s AND predicate_hash = p AND object_hash = o AND `
	bare := func(u graphlog.QuadUpdate) bool { return !u.Quad.Label.Valid() }
	labelled := slices.DeleteFunc(slices.Clone(quads), bare)
	rest := slices.DeleteFunc(slices.Clone(quads), func(u graphlog.QuadUpdate) bool { return !bare(u) })
	removed := int64(0)
	remove := func(ask string) func(ends) error {
		return func(e ends) error {
			tag, err := tx.Exec(ctx, ask, e[0], e[1], e[2], e[3])
			removed += tag.RowsAffected()
			return err
		}
	}
	if err := eachBatch(labelled, remove(ask+"label_hash = l")); err != nil {
		return err
	}
	if err := eachBatch(rest, remove(ask+"label_hash IS NULL AND l IS NULL")); err != nil {
		return err
	}
	if int(removed) != len(quads) {
		return fmt.Errorf("%w: %d quads were to be removed, %d of them are there", ErrDamaged, len(quads), removed)
	}
	return nil
}

// releaseNodes takes references from nodes, and removes those without any.
func releaseNodes(ctx context.Context, tx pgx.Tx, nodes []graphlog.NodeUpdate) error {
	for batch := range slices.Chunk(nodes, rowBatch) {
		hashes, fewer := make([][]byte, len(batch)), make([]int, len(batch))
		for i, n := range batch {
			hashes[i], fewer[i] = n.Hash[:], -n.RefInc
		}
		const ask = `UPDATE nodes SET refs = refs - n FROM unnest($1::bytea[], $2::int[]) AS less (h, n) WHERE hash = h`
		if _, err := tx.Exec(ctx, ask, hashes, fewer); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, "DELETE FROM nodes WHERE hash = ANY($1) AND refs <= 0", hashes); err != nil {
			return err
		}
	}
	return nil
}

func eachBatch(quads []graphlog.QuadUpdate, do func(ends) error) error {
	for batch := range slices.Chunk(quads, rowBatch) {
		if err := do(endsOf(batch)); err != nil {
			return err
		}
	}
	return nil
}
