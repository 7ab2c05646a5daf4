package store

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"mandate/graph"
	"mandate/graph/index"
	"mandate/graph/review"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// A store whose index would take more memory than it may is open all the same:
// it is written as ever, and queries in Cayley's languages are answered from the
// durable quads. What else is asked of the graph needs the index.

// NoIndexError says that there is no index, because it would take more memory
// than it may.
type NoIndexError struct {
	Needs, Allowed int64 // bytes
}

// Error says how much memory would do.
func (e *NoIndexError) Error() string {
	const mega = 1 << 20
	return fmt.Sprintf("the index of this store needs about %d MB of memory and may take %d MB: raise --memory to %dMB; until then only Gizmo, GraphQL and writing work",
		e.Needs/mega+1, e.Allowed/mega, e.Needs/mega+1)
}

// Unindexed returns why there is no index, nil where there is one. The view is
// an empty one then.
func (s *Store) Unindexed() error {
	if e := s.unindexed.Load(); e != nil {
		return e
	}
	return nil
}

// Durable returns Cayley's own store of the durable quads as they are now, to be
// read only, until it is released.
func (s *Store) Durable(ctx context.Context) (qs cgraph.QuadStore, release func() error, err error) {
	return s.quads.durable(ctx)
}

// load makes the index that the backend keeps quads of, where it may take the
// memory.
func (s *Store) load(ctx context.Context, b backend) (x *index.Index, at revision, err error) {
	if s.memory > 0 {
		needs, err := b.needs(ctx)
		if err != nil {
			return nil, "", err
		}
		if needs > s.memory {
			return s.withoutIndex(ctx, b, needs)
		}
	}
	return b.load(ctx)
}

// withoutIndex notes that there is none, if the backend can do without.
func (s *Store) withoutIndex(ctx context.Context, b backend, needs int64) (*index.Index, revision, error) {
	lack := &NoIndexError{Needs: needs, Allowed: s.memory}
	_, release, err := b.durable(ctx)
	if err != nil {
		return nil, "", fmt.Errorf("%w (%w)", lack, err)
	}
	at, err := b.present(ctx)
	if err := errors.Join(err, release()); err != nil {
		return nil, "", err
	}
	s.unindexed.Store(lack)
	return index.Build(nil), at, nil
}

// outgrown drops an index that takes more memory than it may by now.
func (s *Store) outgrown(ctx context.Context, x *index.Index) (*index.Index, error) {
	if s.memory == 0 || x.Bytes() <= s.memory {
		return x, nil
	}
	empty, _, err := s.withoutIndex(ctx, s.backend, x.Bytes())
	return empty, err
}

// state is what a change is made from: the index, or the durable quads.
type state interface {
	Has(doc string) bool
	Replacing(doc string, quads []quad.Quad) index.Change
	Contains(q quad.Quad) bool
	Corrections() *review.Log
}

// commitUnindexed writes what a function makes of the durable quads.
func (s *Store) commitUnindexed(ctx context.Context, change func(state) (index.Change, error)) error {
	qs, release, err := s.quads.durable(ctx)
	if err != nil {
		return err
	}
	now := &durableState{ctx: ctx, qs: qs}
	c, err := change(now)
	if now.err != nil {
		err = fmt.Errorf("read the store: %w", now.err)
	}
	if err := errors.Join(err, release()); err != nil || c.Empty() {
		return err
	}
	at, err := s.backend.apply(ctx, c, s.at)
	if err != nil {
		return fmt.Errorf("write to the store: %w", err)
	}
	s.at = at
	return nil
}

// Head tells how the document of an ID was read: its source, media type, hashes
// and versions. It needs no index.
func (s *Store) Head(ctx context.Context, doc string) (graph.Document, bool) {
	if s.Unindexed() == nil {
		return s.View().Head(doc)
	}
	qs, release, err := s.quads.durable(ctx)
	if err != nil {
		return graph.Document{}, false // as of one that is not there: it is read and written again
	}
	now, node := &durableState{ctx: ctx, qs: qs}, quad.IRI(graph.DocIRI(doc))
	var own []quad.Quad
	now.with(quad.Subject, node, func(q quad.Quad) bool {
		if q.Label == quad.Value(node) {
			own = append(own, q)
		}
		return true
	})
	if errors.Join(now.err, release()) != nil || len(own) == 0 {
		return graph.Document{}, false
	}
	head, _ := graph.HeadFrom(doc, own)
	return head.Document, true
}

// durableState reads the durable quads and remembers the first error.
type durableState struct {
	ctx context.Context
	qs  cgraph.QuadStore
	err error
}

func (d *durableState) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}

// with calls visit with the quads that have a value in a direction until it
// returns false.
func (d *durableState) with(dir quad.Direction, v quad.Value, visit func(quad.Quad) bool) {
	ref, err := d.qs.ValueOf(v)
	if ref == nil || err != nil || d.err != nil {
		d.fail(err)
		return
	}
	it := d.qs.QuadIterator(dir, ref).Iterate()
	for it.Next(d.ctx) {
		q, err := d.qs.Quad(it.Result())
		if err != nil {
			d.fail(err)
		}
		if err != nil || !visit(q) {
			break
		}
	}
	d.fail(errors.Join(it.Err(), it.Close(), d.ctx.Err()))
}

// Has tells whether there are quads of the document.
func (d *durableState) Has(doc string) (found bool) {
	d.with(quad.Label, quad.IRI(graph.DocIRI(doc)), func(quad.Quad) bool {
		found = true
		return false
	})
	return found
}

// Replacing returns the change that gives a document these quads, sorted,
// instead of those it has.
func (d *durableState) Replacing(doc string, quads []quad.Quad) index.Change {
	var old []quad.Quad
	d.with(quad.Label, quad.IRI(graph.DocIRI(doc)), func(q quad.Quad) bool {
		old = append(old, q)
		return true
	})
	slices.SortFunc(old, graph.CompareQuads)
	return index.Difference(old, quads)
}

// Contains tells whether a quad is there, with just this label.
func (d *durableState) Contains(q quad.Quad) (found bool) {
	d.with(quad.Subject, q.Subject, func(other quad.Quad) bool {
		found = graph.CompareQuads(q, other) == 0
		return !found
	})
	return found
}

// Corrections returns what people said of the documents.
func (d *durableState) Corrections() *review.Log {
	var quads []quad.Quad
	d.with(quad.Label, quad.IRI(graph.CorrectionsGraph), func(q quad.Quad) bool {
		quads = append(quads, q)
		return true
	})
	return review.ReadLog(quads)
}
