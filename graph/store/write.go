package store

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"mandate/graph"
	"mandate/graph/index"
	"mandate/graph/review"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// Put stores a reading, replacing the document of the same ID, and tells
// whether there was one. It is durable and visible when Put returns; after an
// error the store is as it was. The error wraps graph.ErrInvalid for a reading
// that does not hold together. What people said of the document is laid over it.
func (s *Store) Put(ctx context.Context, r graph.Reading) (replaced bool, err error) {
	n, err := s.PutAll(ctx, []graph.Reading{r})
	return n > 0, err
}

// PutAll stores several readings in one transaction, much faster than one by
// one, and tells how many of them replaced a document; all of them are stored
// or none.
func (s *Store) PutAll(ctx context.Context, readings []graph.Reading) (replaced int, err error) {
	quads := make(map[string][]quad.Quad, len(readings))
	raw := make(map[string]graph.Reading, len(readings))
	for i := range readings {
		id := readings[i].Document.ID
		if err := readings[i].Validate(); err != nil {
			return 0, fmt.Errorf("store %s: %w", id, err)
		}
		if _, twice := quads[id]; twice {
			return 0, fmt.Errorf("store %s: %w: two documents of that ID", id, graph.ErrInvalid)
		}
		quads[id], raw[id] = graph.Quads(readings[i]), readings[i]
	}
	err = s.commit(ctx, func(x state) (c index.Change, err error) {
		replaced = 0
		log := x.Corrections()
		for _, id := range slices.Sorted(maps.Keys(quads)) {
			if x.Has(id) {
				replaced++
			}
			c = c.And(x.Replacing(id, review.CorrectedQuads(raw[id], quads[id], log)))
		}
		return c, nil
	})
	return replaced, err
}

// Remove deletes a document; ErrNotFound where there is none of that ID.
func (s *Store) Remove(ctx context.Context, doc string) error {
	return s.commit(ctx, func(x state) (index.Change, error) {
		if !x.Has(doc) {
			return index.Change{}, fmt.Errorf("remove %s: %w", doc, ErrNotFound)
		}
		return x.Replacing(doc, nil), nil
	})
}

// WriteQuads deletes and then adds single quads, as Cayley's API does, all or
// nothing, with whatever label they have or none. To delete what is not there,
// or add what is, is no error.
func (s *Store) WriteQuads(ctx context.Context, remove, add []quad.Quad) error {
	deltas := make([]cgraph.Delta, 0, len(remove)+len(add))
	for _, q := range remove {
		deltas = append(deltas, cgraph.Delta{Quad: q, Action: cgraph.Delete})
	}
	for _, q := range add {
		deltas = append(deltas, cgraph.Delta{Quad: q, Action: cgraph.Add})
	}
	return s.applyDeltas(ctx, deltas, cgraph.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true})
}

func (s *Store) applyDeltas(ctx context.Context, deltas []cgraph.Delta, opts cgraph.IgnoreOpts) error {
	return s.commit(ctx, func(x state) (index.Change, error) {
		c, err := replay(x, deltas, opts)
		if err != nil {
			return c, err
		}
		return overlaid(x, c), nil
	})
}

// replay returns what deltas make different when they are done one after the
// other. Its errors are Cayley's.
func replay(x state, deltas []cgraph.Delta, opts cgraph.IgnoreOpts) (index.Change, error) {
	type presence struct{ before, after bool }
	there := make(map[string]*presence, len(deltas)) // by text: values need not be comparable
	var quads []quad.Quad
	for _, d := range deltas {
		if !d.Quad.IsValid() {
			return index.Change{}, fmt.Errorf("%w: quad %v: it needs a subject, a predicate and an object", graph.ErrInvalid, d.Quad)
		}
		key := d.Quad.NQuad()
		p := there[key]
		if p == nil {
			has := x.Contains(d.Quad)
			p = &presence{before: has, after: has}
			there[key], quads = p, append(quads, d.Quad)
		}
		switch {
		case d.Action == cgraph.Add && p.after && !opts.IgnoreDup:
			return index.Change{}, &cgraph.DeltaError{Delta: d, Err: cgraph.ErrQuadExists}
		case d.Action == cgraph.Delete && !p.after && !opts.IgnoreMissing:
			return index.Change{}, &cgraph.DeltaError{Delta: d, Err: cgraph.ErrQuadNotExist}
		}
		p.after = d.Action == cgraph.Add
	}
	var c index.Change
	for _, q := range quads {
		switch p := there[q.NQuad()]; {
		case p.before && !p.after:
			c.Remove = append(c.Remove, q)
		case !p.before && p.after:
			c.Add = append(c.Add, q)
		}
	}
	return c, nil
}

// attempts is how often a change is made anew because other processes were
// quicker to write.
const attempts = 20

// commit writes what a function makes of the present view, and then shows it.
func (s *Store) commit(ctx context.Context, change func(state) (index.Change, error)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	err := errStale
	for n := 0; n < attempts && errors.Is(err, errStale); n++ {
		if n > 0 {
			if err := s.refresh(ctx); err != nil {
				return err
			}
		}
		err = s.tryCommit(ctx, change)
	}
	return err
}

func (s *Store) tryCommit(ctx context.Context, change func(state) (index.Change, error)) error {
	if err := s.writable(); err != nil {
		return err
	}
	if s.Unindexed() != nil {
		return s.commitUnindexed(ctx, change)
	}
	c, err := change(s.View())
	if err != nil || c.Empty() {
		return err
	}
	next := s.View().Apply(c)
	at, err := s.backend.apply(ctx, c, s.at)
	if err != nil {
		return fmt.Errorf("write to the store: %w", err)
	}
	s.at = at
	_ = s.backend.keep(ctx, next, false)
	if next, err = s.outgrown(ctx, next); err == nil {
		s.view.Store(next)
	}
	return err
}

// refresh shows what other processes wrote. The caller holds mu.
func (s *Store) refresh(ctx context.Context) error {
	if s.backend == nil {
		return ErrClosed
	}
	if s.Unindexed() != nil {
		at, err := s.backend.present(ctx)
		s.at = at
		return err
	}
	x, at, err := s.backend.refresh(ctx, s.View(), s.at)
	if err != nil {
		return fmt.Errorf("read what another process wrote: %w", err)
	}
	if at != s.at {
		s.view.Store(x)
		s.at = at
	}
	return nil
}
