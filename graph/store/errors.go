package store

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	lerrors "github.com/syndtr/goleveldb/leveldb/errors"
)

// What can go wrong; each comes wrapped in what was being done and what to do
// about it.
var (
	ErrLocked      = errors.New("store is in use by another process")
	ErrNotFound    = errors.New("no such document")
	ErrUnwritable  = errors.New("store cannot be written")
	ErrNoStore     = errors.New("no store there")
	ErrNotStore    = errors.New("not a mandate store")
	ErrDamaged     = errors.New("store is damaged")
	ErrReadOnly    = errors.New("store was opened for reading only")
	ErrUnsupported = errors.New("unsupported kind of store")
	ErrUnreachable = errors.New("database cannot be reached")
	ErrRefused     = errors.New("database refuses the user")
	ErrClosed      = errors.New("store is closed")
)

// LockedError is an ErrLocked that knows, where a server announced itself, the
// way out.
type LockedError struct {
	Path   string // folder of the store
	Server string // address of the server that holds it, or empty
}

// Error says who holds the store and how to reach it all the same.
func (e *LockedError) Error() string {
	if e.Server != "" {
		return fmt.Sprintf("%s: %v, a server: ask it with --server %s", e.Path, ErrLocked, e.Server)
	}
	return fmt.Sprintf("%s: %v: wait for it to end, or, where it is a server, ask it with --server URL", e.Path, ErrLocked)
}

// Is makes errors.Is(err, ErrLocked) hold.
func (e *LockedError) Is(target error) bool { return target == ErrLocked }

// explain turns an error of opening the folder into one of ours.
func explain(path string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.EAGAIN), errors.Is(err, syscall.EWOULDBLOCK):
		return &LockedError{Path: path, Server: announced(path)}
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return fmt.Errorf("%w: %w: choose another folder with --db, or change its permissions", ErrUnwritable, err)
	case lerrors.IsCorrupted(err):
		return fmt.Errorf("%w: %s: %w: restore a copy of the folder, or remove it and ingest again", ErrDamaged, path, err)
	}
	return fmt.Errorf("open store %s: %w", path, err)
}
