package store

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"mandate/graph"
	"mandate/graph/index"

	"github.com/cayleygraph/quad"
)

// Put stores a reading, replacing the document of the same ID, and tells
// whether there was one. It is durable and visible when Put returns; after an
// error the store is as it was. The error wraps graph.ErrInvalid for a reading
// that does not hold together.
func (s *Store) Put(ctx context.Context, r graph.Reading) (replaced bool, err error) {
	n, err := s.PutAll(ctx, []graph.Reading{r})
	return n > 0, err
}

// PutAll stores several readings in one transaction, much faster than one by
// one, and tells how many of them replaced a document; all of them are stored
// or none.
func (s *Store) PutAll(ctx context.Context, readings []graph.Reading) (replaced int, err error) {
	quads := make(map[string][]quad.Quad, len(readings))
	for i := range readings {
		id := readings[i].Document.ID
		if err := readings[i].Validate(); err != nil {
			return 0, fmt.Errorf("store %s: %w", id, err)
		}
		if _, twice := quads[id]; twice {
			return 0, fmt.Errorf("store %s: %w: two documents of that ID", id, graph.ErrInvalid)
		}
		quads[id] = graph.Quads(readings[i])
	}
	err = s.commit(ctx, func(x *index.Index) (c index.Change, err error) {
		replaced = 0
		for _, id := range slices.Sorted(maps.Keys(quads)) {
			if x.Has(id) {
				replaced++
			}
			c = c.And(x.Replacing(id, quads[id]))
		}
		return c, nil
	})
	return replaced, err
}

// Remove deletes a document; ErrNotFound where there is none of that ID.
func (s *Store) Remove(ctx context.Context, doc string) error {
	return s.commit(ctx, func(x *index.Index) (index.Change, error) {
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
	for _, q := range slices.Concat(remove, add) {
		if !q.IsValid() {
			return fmt.Errorf("%w: quad %v: it needs a subject, a predicate and an object", graph.ErrInvalid, q)
		}
	}
	return s.commit(ctx, func(x *index.Index) (index.Change, error) { return edit(x, remove, add), nil })
}

// edit returns what deleting and then adding quads makes different.
func edit(x *index.Index, remove, add []quad.Quad) index.Change {
	var c index.Change
	seen := make(map[string]bool, len(remove)+len(add))
	fresh := func(q quad.Quad) bool {
		key := q.NQuad() // values need not be comparable
		known := seen[key]
		seen[key] = true
		return !known
	}
	for _, q := range add {
		if fresh(q) && !x.Contains(q) {
			c.Add = append(c.Add, q)
		}
	}
	for _, q := range remove {
		if fresh(q) && x.Contains(q) {
			c.Remove = append(c.Remove, q)
		}
	}
	return c
}

// commit writes what a function makes of the present view, and then shows it.
func (s *Store) commit(ctx context.Context, change func(*index.Index) (index.Change, error)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.writable(); err != nil {
		return err
	}
	c, err := change(s.View())
	if err != nil || c.Empty() {
		return err
	}
	next := s.View().Apply(c)
	if err := s.backend.apply(ctx, c); err != nil {
		return fmt.Errorf("write to the store: %w", err)
	}
	s.view.Store(next)
	return nil
}
