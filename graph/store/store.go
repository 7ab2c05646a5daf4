// Package store keeps the quads of all documents in a Cayley store and hands
// out immutable views of them. Writing goes one document, one transaction;
// reading never touches the store, so it neither waits for writers nor races
// with them.
package store

import (
	"context"
	"errors"

	"mandate/graph"
	"mandate/graph/index"
)

// What can go wrong; each comes wrapped in what was being done and what to do
// about it.
var (
	ErrLocked      = errors.New("store is in use by another process")
	ErrNotFound    = errors.New("no such document")
	ErrUnwritable  = errors.New("store cannot be written")
	ErrNoStore     = errors.New("no store there")
	ErrNotStore    = errors.New("not a mandate store")
	ErrReadOnly    = errors.New("store was opened for reading only")
	ErrUnsupported = errors.New("unsupported kind of store")
	ErrClosed      = errors.New("store is closed")
)

// Options tell how to open a store. The zero value opens for writing and makes
// the store where there is none.
type Options struct {
	MustExist bool // ErrNoStore instead of making a new one
	ReadOnly  bool // for reading commands: implies MustExist, writes nothing; several may be open at a time
}

// Store is an open store. It is safe for concurrent use.
type Store struct{}

// Open opens the store that the URL names: a path is an embedded store in that
// folder, "mem:" one in memory that is gone with Close.
func Open(ctx context.Context, url string, o Options) (*Store, error) { return nil, ErrUnsupported }

// View returns the present state: immutable, complete documents only. Hold on
// to one for the length of a request, not longer.
func (s *Store) View() *index.Index { return nil }

// Put stores a reading, replacing the document of the same ID, and tells
// whether there was one. It is durable and visible when Put returns; after an
// error the store is as it was.
func (s *Store) Put(ctx context.Context, r graph.Reading) (replaced bool, err error) {
	return false, ErrUnsupported
}

// PutAll stores several readings in one transaction and tells how many of them
// replaced a document; all of them are stored or none.
func (s *Store) PutAll(ctx context.Context, rs []graph.Reading) (replaced int, err error) {
	return 0, ErrUnsupported
}

// Remove deletes a document; ErrNotFound where there is none of that ID.
func (s *Store) Remove(ctx context.Context, doc string) error { return ErrUnsupported }

// Announce writes the address of the server that holds the store beside it, so
// that whoever finds the store locked is told it. Close takes it back.
func (s *Store) Announce(serverURL string) error { return ErrUnsupported }

// Size returns the bytes that the store takes on disk, 0 for one in memory.
func (s *Store) Size() (int64, error) { return 0, ErrUnsupported }

// Close releases the store; views handed out stay usable.
func (s *Store) Close() error { return nil }
