package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"mandate/graph/index"

	cgraph "github.com/cayleygraph/cayley/graph"
	ckv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"github.com/hidal-go/hidalgo/kv"
	"github.com/hidal-go/hidalgo/kv/flat"
	hlevel "github.com/hidal-go/hidalgo/kv/flat/leveldb"
	"github.com/syndtr/goleveldb/leveldb"
	"github.com/syndtr/goleveldb/leveldb/storage"
)

// embedded is a backend in this process: Cayley's quad store over LevelDB.
type embedded struct {
	db     *transactor
	tables *leveldb.DB // below it
	qs     cgraph.QuadStore
	path   string // folder, empty for one in memory

	afresh bool // pass over the index that was kept
	snapshots
}

// openMemory makes a backend that is gone when it is closed: the same code over
// LevelDB's storage in memory.
func openMemory() (*embedded, error) {
	db, err := leveldb.Open(storage.NewMemStorage(), levelOptions(false))
	if err != nil {
		return nil, err
	}
	return newBackend(flat.Upgrade(hlevel.New(db)), db, false)
}

// newBackend readies an open key-value store, initialising a new one.
func newBackend(db kv.KV, tables *leveldb.DB, readOnly bool) (*embedded, error) {
	b := &embedded{db: &transactor{KV: db}, tables: tables}
	err := b.reset()
	if errors.Is(err, cgraph.ErrNotInitialized) && !readOnly {
		err = b.db.atomically(context.Background(), func() error { return initialise(b.db) })
		if err == nil {
			err = b.reset()
		}
	}
	return b, err
}

// The buckets of links by their ends. Cayley names them by the first letters of
// what their keys are made of; a label is a context there.
const (
	bySubject = "spoc"
	byObject  = "opsc"
)

// initialise makes an empty store of Cayley's with other indexes than it chooses.
// Its own leave out the label, so that a quad which stands in many documents
// ("this actor is an actor") has one entry for all of them, of which each is
// read whenever one more comes.
func initialise(db kv.KV) error {
	if err := ckv.Init(db, nil); err != nil {
		return err
	}
	described, err := json.Marshal(indexes())
	if err != nil {
		return err
	}
	ctx := context.Background()
	return kv.Update(ctx, db, func(tx kv.Tx) error {
		for _, bucket := range []string{bySubject, byObject} {
			if err := kv.CreateBucket(ctx, tx, kv.SKey(bucket)); err != nil {
				return err
			}
		}
		return tx.Put(ctx, kv.SKey("meta", "indexes"), described)
	})
}

// reset makes Cayley's store over the key-value store anew. Its Bloom filters
// are left out: they take 100 MB and a scan of everything at opening, to save
// look-ups that the index saves already.
func (b *embedded) reset() (err error) {
	b.qs, err = ckv.New(b.db, cgraph.Options{ckv.OptNoBloom: true})
	return err
}

// deltaBatch bounds how many quads Cayley handles in one call.
const deltaBatch = 10_000

// addBatch bounds how many quads are added between two looks at the context.
const addBatch = 100_000

func (b *embedded) apply(ctx context.Context, c index.Change, at revision) (revision, error) {
	var stamp string
	err := b.db.atomically(ctx, func() (err error) {
		if err := b.add(ctx, c.Add); err != nil {
			return err
		}
		if err := b.deltas(ctx, cgraph.Delete, c.Remove); err != nil {
			return err
		}
		stamp, err = b.writeStamp(ctx)
		return err
	})
	if err != nil {
		// Cayley's caches may hold what was not committed.
		return at, errors.Join(err, b.reset())
	}
	b.stamp, b.work = stamp, b.work+len(c.Add)+len(c.Remove)
	return revision(stamp), nil
}

// add adds quads that are not there.
func (b *embedded) add(ctx context.Context, quads []quad.Quad) error {
	if ours, err := hasOurIndexes(ctx, b.db.tx); !ours || err != nil {
		return errors.Join(err, b.deltas(ctx, cgraph.Add, quads))
	}
	for batch := range slices.Chunk(quads, addBatch) {
		if err := errors.Join(ctx.Err(), add(ctx, b.db.tx, batch)); err != nil {
			return err
		}
	}
	return nil
}

func (b *embedded) deltas(ctx context.Context, action cgraph.Procedure, quads []quad.Quad) error {
	for batch := range slices.Chunk(quads, deltaBatch) {
		if err := ctx.Err(); err != nil {
			return err
		}
		deltas := make([]cgraph.Delta, len(batch))
		for i, q := range batch {
			deltas[i] = cgraph.Delta{Quad: q, Action: action}
		}
		if err := b.qs.ApplyDeltas(deltas, cgraph.IgnoreOpts{}); err != nil {
			return err
		}
	}
	return nil
}

func (b *embedded) load(ctx context.Context) (*index.Index, revision, error) {
	if err := b.readStamp(ctx); err != nil {
		return nil, "", explain(b.path, fmt.Errorf("read the stamp of the quads: %w", err))
	}
	if x := b.snapshot(ctx); x != nil && !b.afresh {
		return x, revision(b.stamp), nil
	}
	quads, err := b.references(ctx)
	if err != nil {
		return nil, "", explain(b.path, fmt.Errorf("read quads: %w", err))
	}
	builder := index.NewBuilder()
	nodes, err := b.nodes(ctx, builder, quads)
	if err != nil {
		return nil, "", explain(b.path, fmt.Errorf("read values: %w", err))
	}
	for _, q := range quads {
		builder.Link(index.Link{Subject: nodes[q[0]], Predicate: nodes[q[1]], Object: nodes[q[2]], Label: nodes[q[3]]})
	}
	return builder.Index(), revision(b.stamp), nil
}

// reference is a quad by Cayley's references to its values.
type reference [4]cgraph.Ref

func (b *embedded) references(ctx context.Context) ([]reference, error) {
	var quads []reference
	it := b.qs.QuadsAllIterator().Iterate()
	for it.Next(ctx) {
		var q reference
		for i, d := range quad.Directions {
			var err error
			if q[i], err = b.qs.QuadDirection(it.Result(), d); err != nil {
				return nil, errors.Join(err, it.Close())
			}
		}
		quads = append(quads, q)
	}
	return quads, errors.Join(it.Err(), it.Close(), ctx.Err())
}

// valueBatch is how many values are read in one go.
const valueBatch = 10_000

// nodes numbers the values of all references, each read once.
func (b *embedded) nodes(ctx context.Context, builder *index.Builder, quads []reference) (map[cgraph.Ref]index.Node, error) {
	nodes := map[cgraph.Ref]index.Node{nil: index.None}
	var list []cgraph.Ref
	for _, q := range quads {
		for _, ref := range q {
			if _, known := nodes[ref]; !known {
				nodes[ref] = index.None
				list = append(list, ref)
			}
		}
	}
	for batch := range slices.Chunk(list, valueBatch) {
		values, err := cgraph.ValuesOf(ctx, b.qs, batch)
		if err != nil {
			return nil, err
		}
		for i, v := range values {
			if v == nil {
				return nil, fmt.Errorf("%w: a quad names a value that is not there", ErrDamaged)
			}
			nodes[batch[i]] = builder.Node(v)
		}
	}
	return nodes, nil
}

func (b *embedded) size() (int64, error) {
	if b.path == "" {
		return 0, nil
	}
	return folderSize(b.path)
}

// refresh changes nothing: the store is locked against other processes.
func (b *embedded) refresh(_ context.Context, x *index.Index, at revision) (*index.Index, revision, error) {
	return x, at, nil
}

func (b *embedded) follow(context.Context, func(context.Context)) {}

// announce leaves an address in the folder, or takes it back.
func (b *embedded) announce(serverURL string) error {
	if b.path == "" {
		return nil
	}
	file := filepath.Join(b.path, serverName)
	if serverURL == "" {
		// A stale address only misleads the text of a later error.
		_ = os.Remove(file)
		return nil
	}
	return explain(b.path, os.WriteFile(file, []byte(serverURL+"\n"), 0o666))
}

func (b *embedded) close() error { return b.db.Close() }
