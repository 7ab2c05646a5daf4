package store

import (
	"context"
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"mandate/graph/index"

	"github.com/hidal-go/hidalgo/kv"
)

// A folder keeps the index beside the quads, so that opening need not make it
// again. Every commit leaves a new random stamp with its quads, in the same
// transaction, and the name of the file bears the stamp of the state that it is
// of: after a kill at any moment, or where the folder was put together from
// copies, the file is of that very state or is passed over.
const snapshotPrefix = "index-"

// snapshots is what an embedded backend knows of its file.
type snapshots struct {
	stamp string // of the quads, empty where no commit has left one
	kept  string // of the file, empty where there is none
	work  int    // quads changed since it was written
}

// stampKey is beside the buckets of Cayley.
func stampKey() kv.Key { return kv.SKey("mandate", "stamp") }

// readStamp learns the stamp of the quads.
func (b *embedded) readStamp(ctx context.Context) error {
	return b.db.View(ctx, func(tx kv.Tx) error {
		stamp, err := tx.Get(ctx, stampKey())
		if errors.Is(err, kv.ErrNotFound) {
			return nil
		}
		b.stamp = string(stamp)
		return err
	})
}

// writeStamp gives the quads of the transaction under way a new stamp.
func (b *embedded) writeStamp(ctx context.Context) (string, error) {
	stamp := rand.Text()
	return stamp, b.db.Update(ctx, func(tx kv.Tx) error { return tx.Put(ctx, stampKey(), kv.Value(stamp)) })
}

func (b *embedded) snapshotFile(stamp string) string {
	return filepath.Join(b.path, snapshotPrefix+stamp)
}

// snapshot opens the index that was kept of the present state; nil where there
// is none that can be used.
func (b *embedded) snapshot(ctx context.Context) *index.Index {
	if b.path == "" || b.stamp == "" {
		return nil
	}
	x, err := index.OpenFile(b.snapshotFile(b.stamp))
	if err != nil {
		return nil
	}
	// Another program that knows LevelDB and Cayley leaves no stamp.
	if stats, err := b.qs.Stats(ctx, false); err != nil || stats.Quads.Value != int64(x.Size()) {
		return nil
	}
	b.kept = b.stamp
	return x
}

// keepWork is how many quads must change before the index is kept in between,
// and half of them all must have: so all the writing costs little more than one.
const keepWork = 100_000

// keep writes the index beside the quads that it is of, if it is not there: at
// the end, and before that only where much has changed.
func (b *embedded) keep(ctx context.Context, x *index.Index, end bool) error {
	due := end || b.work >= keepWork && b.work >= x.Size()/2
	if b.path == "" || !due || b.stamp != "" && b.stamp == b.kept {
		return nil
	}
	if b.stamp == "" {
		if err := b.db.atomically(ctx, func() (err error) { b.stamp, err = b.writeStamp(ctx); return err }); err != nil {
			b.stamp = ""
			return err
		}
	}
	file := b.snapshotFile(b.stamp)
	if err := writeWhole(file, x); err != nil {
		return err
	}
	b.kept, b.work = b.stamp, 0
	return removeOthers(filepath.Join(b.path, snapshotPrefix), file)
}

// writeWhole writes an index to a file that is there whole or not at all.
func writeWhole(file string, x *index.Index) error {
	f, err := os.CreateTemp(filepath.Dir(file), snapshotPrefix+"*.tmp")
	if err != nil {
		return err
	}
	err = errors.Join(x.Save(f), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), file)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// removeOthers removes the files that begin like the one to keep: those of
// earlier states, and what a kill left half written.
func removeOthers(prefix, keep string) error {
	entries, err := os.ReadDir(filepath.Dir(keep))
	if err != nil {
		return err
	}
	for _, e := range entries {
		file := filepath.Join(filepath.Dir(keep), e.Name())
		if file != keep && strings.HasPrefix(file, prefix) {
			err = errors.Join(err, os.Remove(file))
		}
	}
	return err
}
