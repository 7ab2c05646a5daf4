package store

import (
	"context"
	"fmt"
	"slices"

	"mandate/graph"
	"mandate/graph/index"

	"github.com/cayleygraph/quad"
	"github.com/jackc/pgx/v5"
)

const quadColumns = "subject_hash, predicate_hash, object_hash, label_hash"

// readAll reads all quads into an index.
func readAll(ctx context.Context, tx pgx.Tx) (*index.Index, error) {
	builder := index.NewBuilder()
	nodes := map[hash]index.Node{{}: index.None}
	err := eachNode(ctx, tx, "SELECT "+nodeColumns+" FROM nodes", nil, func(h hash, v quad.Value) {
		nodes[h] = builder.Node(v)
	})
	if err != nil {
		return nil, err
	}
	err = eachQuad(ctx, tx, "SELECT "+quadColumns+" FROM quads", nil, func(q [4]hash) error {
		var ends [4]index.Node
		for i, h := range q {
			n, known := nodes[h]
			if !known {
				return errUnknownNode
			}
			ends[i] = n
		}
		builder.Link(index.Link{Subject: ends[0], Predicate: ends[1], Object: ends[2], Label: ends[3]})
		return nil
	})
	if err != nil {
		return nil, err
	}
	return builder.Index(), nil
}

var errUnknownNode = fmt.Errorf("%w: a quad names a value that is not there", ErrDamaged)

// readChanged returns the index that follows when the graphs of some labels, by
// their hashes, are read again.
func readChanged(ctx context.Context, tx pgx.Tx, x *index.Index, labels [][]byte) (*index.Index, error) {
	values := map[hash]quad.Value{{}: nil}
	const in = " WHERE label_hash = ANY($1) OR label_hash IS NULL AND '' = ANY($1)"
	// A union can be joined with the nodes by their hashes; alternatives would be
	// tried for each node that there is.
	nodes := "SELECT " + nodeColumns + " FROM nodes WHERE hash IN (SELECT unnest($1::bytea[])"
	for _, column := range []string{"subject_hash", "predicate_hash", "object_hash"} {
		nodes += " UNION SELECT " + column + " FROM quads" + in
	}
	nodes += ")"
	err := eachNode(ctx, tx, nodes, labels, func(h hash, v quad.Value) { values[h] = v })
	if err != nil {
		return nil, err
	}
	graphs := map[hash][]quad.Quad{}
	err = eachQuad(ctx, tx, "SELECT "+quadColumns+" FROM quads"+in, labels, func(q [4]hash) error {
		var ends [4]quad.Value
		for i, h := range q {
			v, known := values[h]
			if !known {
				return errUnknownNode
			}
			ends[i] = v
		}
		graphs[q[3]] = append(graphs[q[3]], quad.Quad{Subject: ends[0], Predicate: ends[1], Object: ends[2], Label: ends[3]})
		return nil
	})
	if err != nil {
		return nil, err
	}
	return x.Apply(regraphed(x, labels, graphs)), nil
}

// regraphed returns the change that gives graphs, by the hashes of their labels,
// the quads that were read. The label of one that is gone is known to the index
// alone.
func regraphed(x *index.Index, labels [][]byte, graphs map[hash][]quad.Quad) (c index.Change) {
	changed := map[hash]bool{}
	for _, l := range labels {
		var h hash
		h.scan(l)
		changed[h] = true
	}
	for label := range x.Graphs() {
		if h := hashOf(label); changed[h] {
			c = c.And(x.ReplacingGraph(label, slices.SortedFunc(slices.Values(graphs[h]), graph.CompareQuads)))
			delete(graphs, h)
		}
	}
	for _, quads := range graphs {
		c.Add = append(c.Add, quads...)
	}
	return c
}

func eachNode(ctx context.Context, tx pgx.Tx, ask string, labels [][]byte, do func(hash, quad.Value)) error {
	rows, err := query(ctx, tx, ask, labels)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var r nodeRow
		if err := rows.Scan(r.fields()...); err != nil {
			return err
		}
		v, err := r.value()
		if err != nil {
			return fmt.Errorf("%w: a value cannot be read: %w", ErrDamaged, err)
		}
		var h hash
		h.scan(r.hash)
		do(h, v)
	}
	return rows.Err()
}

func eachQuad(ctx context.Context, tx pgx.Tx, ask string, labels [][]byte, do func([4]hash) error) error {
	rows, err := query(ctx, tx, ask, labels)
	if err != nil {
		return err
	}
	defer rows.Close()
	var raw [4][]byte
	for rows.Next() {
		if err := rows.Scan(&raw[0], &raw[1], &raw[2], &raw[3]); err != nil {
			return err
		}
		var q [4]hash
		for i := range q {
			q[i].scan(raw[i])
		}
		if err := do(q); err != nil {
			return err
		}
	}
	return rows.Err()
}

func query(ctx context.Context, tx pgx.Tx, ask string, labels [][]byte) (pgx.Rows, error) {
	if labels == nil {
		return tx.Query(ctx, ask)
	}
	return tx.Query(ctx, ask, labels)
}
