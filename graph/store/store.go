// Package store keeps the quads of all documents in a Cayley store and hands
// out immutable views of them. Writing goes document by document, each change
// one transaction; reading never touches the store, so it neither waits for
// writers nor races with them.
package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"sync"
	"sync/atomic"

	"mandate/graph/index"
)

// Options tell how to open a store. The zero value opens for writing and makes
// the store where there is none.
type Options struct {
	MustExist bool // ErrNoStore instead of making a new one
	ReadOnly  bool // for reading commands: implies MustExist, writes nothing; several may be open at a time
	Afresh    bool // index the quads themselves, not what was kept of them: for proofs

	// Memory is how many bytes the index may take, 0 for as many as it does; see
	// Store.Unindexed for what is where that is too little.
	Memory int64
}

// Store is an open store. It is safe for concurrent use.
type Store struct {
	view     atomic.Pointer[index.Index]
	readOnly bool
	memory   int64   // that the index may take, 0 for any
	quads    backend // to read beside the writer

	unindexed atomic.Pointer[NoIndexError] // nil where there is an index

	mu      sync.Mutex // held by the one writer
	backend backend    // nil once closed
	at      revision   // of the view

	unfollow context.CancelFunc
	follower sync.WaitGroup
}

// A scheme has two letters at least, so that C:\store is a path.
var scheme = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9+.-]+):`)

// Open opens the store that the URL names: a path is an embedded store in that
// folder, "mem:" one in memory that is gone with Close, "postgres://…" and
// "cockroach://…" one in a database, which other processes may have open too:
// what they write shows in the view soon after. It fails with ErrLocked (a
// *LockedError), ErrNoStore, ErrNotStore, ErrUnwritable, ErrDamaged,
// ErrUnreachable, ErrRefused or ErrUnsupported; nothing is made or changed then.
func Open(ctx context.Context, url string, o Options) (*Store, error) {
	b, err := openBackend(ctx, url, o)
	if err != nil {
		return nil, err
	}
	s := &Store{readOnly: o.ReadOnly, memory: o.Memory, backend: b, quads: b}
	x, at, err := s.load(ctx, b)
	if err == nil && !o.ReadOnly {
		err = b.announce("")
	}
	if err != nil {
		return nil, errors.Join(err, b.close())
	}
	s.at = at
	s.view.Store(x)
	s.follow(b)
	return s, nil
}

// follow keeps the view up with what other processes write until Close.
func (s *Store) follow(b backend) {
	ctx, cancel := context.WithCancel(context.Background())
	s.unfollow = cancel
	s.follower.Go(func() {
		b.follow(ctx, func(ctx context.Context) {
			s.mu.Lock()
			defer s.mu.Unlock()
			// A server that is away now is asked again soon.
			_ = s.refresh(ctx)
		})
	})
}

func openBackend(ctx context.Context, url string, o Options) (backend, error) {
	name := ""
	if m := scheme.FindStringSubmatch(url); m != nil {
		name = m[1]
	}
	switch _, database := flavours[name]; {
	case url == "":
		return nil, fmt.Errorf("%w: the path is empty: give a folder or mem: with --db", ErrUnsupported)
	case name == "":
		return openFolder(filepath.Clean(url), o)
	case name == "mem":
		return openMemory()
	case database:
		return openDatabase(ctx, name, url, o)
	}
	return nil, fmt.Errorf("%w: %q: give a folder (./%s for one of that name), mem: for a store in memory, or postgres://USER@HOST/DATABASE",
		ErrUnsupported, name+":", url)
}

// View returns the present state: immutable, complete documents only. Hold on
// to one for the length of a request, not longer.
func (s *Store) View() *index.Index { return s.view.Load() }

// Announce writes the address of the server that holds the store beside it, so
// that whoever finds the store locked is told it. Close takes it back.
func (s *Store) Announce(serverURL string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.writable(); err != nil {
		return err
	}
	return s.backend.announce(serverURL)
}

// Size returns the bytes that the store takes on disk, 0 for one in memory.
func (s *Store) Size() (int64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.backend == nil {
		return 0, ErrClosed
	}
	return s.backend.size()
}

// Close releases the store, after the write that may be under way; views handed
// out stay usable. A second Close does nothing.
func (s *Store) Close() error {
	s.unfollow()
	s.follower.Wait()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.backend == nil {
		return nil
	}
	var err error
	if !s.readOnly {
		err = s.backend.announce("")
		if s.Unindexed() == nil {
			_ = s.backend.keep(context.Background(), s.View(), true)
		}
	}
	err = errors.Join(err, s.backend.close())
	s.backend = nil
	return err
}

// writable tells why the store cannot be written just now. The caller holds mu.
func (s *Store) writable() error {
	switch {
	case s.backend == nil:
		return ErrClosed
	case s.readOnly:
		return ErrReadOnly
	}
	return nil
}
