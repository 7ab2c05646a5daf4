package store

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/hidal-go/hidalgo/kv/flat"
	hlevel "github.com/hidal-go/hidalgo/kv/flat/leveldb"
	"github.com/syndtr/goleveldb/leveldb"
	"github.com/syndtr/goleveldb/leveldb/storage"
)

// openTables opens the key-value store of a folder. A writer that was killed may
// have left two journals, which LevelDB takes in only where it may write; to a
// reader it says io.EOF. For one that may not, they are taken in in memory.
func openTables(path string, readOnly bool) (flat.KV, *leveldb.DB, error) {
	folder := filepath.Join(path, quadsName)
	db, err := leveldb.OpenFile(folder, levelOptions(readOnly))
	if err == nil {
		return hlevel.New(db), db, nil
	}
	if !readOnly || !errors.Is(err, io.EOF) {
		return nil, nil, err
	}
	files, err := storage.OpenFile(folder, true)
	if err != nil {
		return nil, nil, err
	}
	recovered, err := leveldb.Open(newOverlay(files), levelOptions(false))
	if err != nil {
		return nil, nil, errors.Join(err, files.Close())
	}
	if err := recovered.SetReadOnly(); err != nil {
		return nil, nil, errors.Join(err, recovered.Close(), files.Close())
	}
	return recoveredTables{hlevel.New(recovered), files}, recovered, nil
}

// recoveredTables let go of the files that they were read from.
type recoveredTables struct {
	*hlevel.DB
	files storage.Storage
}

// Close ends the use of the tables.
func (t recoveredTables) Close() error { return errors.Join(t.DB.Close(), t.files.Close()) }

// overlay is a storage of LevelDB's that reads files and writes to memory.
type overlay struct {
	storage.Storage // what is written
	files           storage.Storage

	mu   sync.Mutex
	gone map[storage.FileDesc]bool // files that were removed, or written anew
}

func newOverlay(files storage.Storage) *overlay {
	return &overlay{Storage: storage.NewMemStorage(), files: files, gone: map[storage.FileDesc]bool{}}
}

// Lock takes the lock of the files, so that nobody writes to them.
func (o *overlay) Lock() (storage.Locker, error) { return o.files.Lock() }

// GetMeta returns what was written last, or else what the files say.
func (o *overlay) GetMeta() (storage.FileDesc, error) {
	if fd, err := o.Storage.GetMeta(); err == nil {
		return fd, nil
	}
	return o.files.GetMeta()
}

// List lists what was written and what is left of the files.
func (o *overlay) List(kinds storage.FileType) ([]storage.FileDesc, error) {
	written, err := o.Storage.List(kinds)
	if err != nil {
		return nil, err
	}
	files, err := o.files.List(kinds)
	return append(written, slices.DeleteFunc(files, o.isGone)...), err
}

// Open opens what was written, or else a file.
func (o *overlay) Open(fd storage.FileDesc) (storage.Reader, error) {
	if r, err := o.Storage.Open(fd); !errors.Is(err, os.ErrNotExist) || o.isGone(fd) {
		return r, err
	}
	return o.files.Open(fd)
}

// Create hides the file of that name.
func (o *overlay) Create(fd storage.FileDesc) (storage.Writer, error) {
	o.hide(fd)
	return o.Storage.Create(fd)
}

// Remove forgets what was written, or hides the file.
func (o *overlay) Remove(fd storage.FileDesc) error {
	err := o.Storage.Remove(fd)
	if errors.Is(err, os.ErrNotExist) && !o.isGone(fd) {
		err = nil
	}
	o.hide(fd)
	return err
}

// Rename is for what was written alone: LevelDB renames what it repairs, which
// is not done here.
func (o *overlay) Rename(from, to storage.FileDesc) error {
	o.hide(to)
	return o.Storage.Rename(from, to)
}

func (o *overlay) isGone(fd storage.FileDesc) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.gone[fd]
}

func (o *overlay) hide(fd storage.FileDesc) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.gone[fd] = true
}
