package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/hidal-go/hidalgo/kv/flat"
	"github.com/syndtr/goleveldb/leveldb/filter"
	"github.com/syndtr/goleveldb/leveldb/opt"
)

// An embedded store is a folder of these. What the folder is stands in the
// marker, so that no other folder is ever touched.
const (
	markerName = "mandate-store" // says what the folder is
	quadsName  = "quads"         // Cayley's key-value store, in LevelDB
	serverName = "server"        // address of the server that has it open
)

const marker = "mandate store 1\n"

// openFolder opens the embedded store at path, making it where the options
// allow. What it made is gone again when it fails.
func openFolder(path string, o Options) (*embedded, error) {
	made, err := prepareFolder(path, o)
	if err == nil {
		var b *embedded
		if b, err = openQuads(path, o); err == nil {
			return b, nil
		}
	}
	if errors.Is(err, ErrLocked) { // another process was quicker to make it
		return nil, err
	}
	for _, name := range made {
		err = errors.Join(err, os.RemoveAll(name))
	}
	return nil, err
}

// prepareFolder makes sure that path is the folder of a store and returns what
// it had to make for that, last first.
func prepareFolder(path string, o Options) (made []string, err error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		if o.MustExist || o.ReadOnly {
			return nil, fmt.Errorf("%w: %s: make one with: mandate ingest --db %s FILE", ErrNoStore, path, path)
		}
		if err := os.Mkdir(path, 0o777); err != nil {
			return nil, explainMake(path, err)
		}
		made = append(made, path)
	}
	state, err := inspect(path)
	if err != nil || state == folderOfStore {
		return made, err
	}
	if o.MustExist || o.ReadOnly {
		return made, fmt.Errorf("%w: %s is an empty folder", ErrNoStore, path)
	}
	file := filepath.Join(path, markerName)
	if state == folderBegun {
		// Whoever is at it now writes the same, so nothing of it is ours to take back.
		return nil, explainMake(path, os.WriteFile(file, []byte(marker), 0o666))
	}
	if err := writeMarker(file); err != nil {
		return made, explainMake(path, err)
	}
	return append([]string{filepath.Join(path, quadsName), file}, made...), nil
}

// writeMarker makes the marker; it must not be there, or another process is
// making the same store.
func writeMarker(file string) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.WriteString(marker)
	return errors.Join(err, f.Close())
}

func explainMake(path string, err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: the folder %s does not exist", ErrUnwritable, filepath.Dir(path))
	}
	return fmt.Errorf("%w: %w: choose another folder with --db", ErrUnwritable, err)
}

type folderState int

const (
	folderEmpty folderState = iota
	folderBegun             // its maker was killed before the marker was written
	folderOfStore
)

// inspect tells a store from an empty folder; anything else is ErrNotStore.
func inspect(path string) (folderState, error) {
	entries, err := os.ReadDir(path)
	if err != nil {
		if errors.Is(err, fs.ErrPermission) {
			return 0, explain(path, err)
		}
		return 0, fmt.Errorf("%w: %s is not a folder", ErrNotStore, path)
	}
	if len(entries) == 0 {
		return folderEmpty, nil
	}
	raw, err := os.ReadFile(filepath.Join(path, markerName))
	if errors.Is(err, fs.ErrNotExist) {
		return 0, fmt.Errorf("%w: %s is a folder of something else: choose another with --db", ErrNotStore, path)
	} else if err != nil {
		return 0, explain(path, err)
	}
	if len(raw) < len(marker) && strings.HasPrefix(marker, string(raw)) {
		return folderBegun, nil
	}
	if string(raw) != marker {
		return 0, fmt.Errorf("%w: %s says %q: a newer version may have made it", ErrNotStore, path, firstLine(raw))
	}
	return folderOfStore, nil
}

func firstLine(raw []byte) string {
	line, _, _ := strings.Cut(string(raw[:min(len(raw), 80)]), "\n")
	return line
}

// levelOptions spares look-ups of keys that are not there, of which storing a
// new quad needs several, and writes tables large enough for a document.
func levelOptions(readOnly bool) *opt.Options {
	return &opt.Options{
		ReadOnly: readOnly, ErrorIfMissing: readOnly,
		Filter:             filter.NewBloomFilter(10),
		WriteBuffer:        16 * opt.MiB,
		BlockCacheCapacity: 32 * opt.MiB,
	}
}

func openQuads(path string, o Options) (*embedded, error) {
	db, tables, err := openTables(path, o.ReadOnly)
	if err != nil {
		return nil, explainQuads(path, err)
	}
	b, err := newBackend(flat.Upgrade(db), tables, o.ReadOnly)
	if err != nil {
		return nil, errors.Join(explainQuads(path, err), db.Close())
	}
	b.path, b.afresh = path, o.Afresh
	return b, nil
}

// explainQuads knows a store whose maker was killed: to readers it is none.
func explainQuads(path string, err error) error {
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, cgraph.ErrNotInitialized) {
		return fmt.Errorf("%w: %s has no quads yet: mandate ingest --db %s FILE", ErrNoStore, path, path)
	}
	return explain(path, err)
}

// folderSize sums up the files under path.
func folderSize(path string) (int64, error) {
	var size int64
	err := filepath.WalkDir(path, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if errors.Is(err, fs.ErrNotExist) { // compacted away meanwhile
			return nil
		}
		if err == nil {
			size += info.Size()
		}
		return err
	})
	return size, err
}

// announced returns the address that a server left in the folder.
func announced(path string) string {
	raw, err := os.ReadFile(filepath.Join(path, serverName))
	if err != nil {
		return ""
	}
	return firstLine(raw)
}
