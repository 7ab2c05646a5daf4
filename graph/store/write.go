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
	changes := make([]index.Change, len(readings))
	seen := map[string]bool{}
	for i := range readings {
		id := readings[i].Document.ID
		if err := readings[i].Validate(); err != nil {
			return 0, fmt.Errorf("store %s: %w", id, err)
		}
		if seen[id] {
			return 0, fmt.Errorf("store %s: %w: two documents of that ID", id, graph.ErrInvalid)
		}
		seen[id] = true
		changes[i] = index.Change{Document: id, Quads: graph.Quads(readings[i])}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for id := range seen {
		if s.View().Has(id) {
			replaced++
		}
	}
	if err := s.commit(ctx, changes); err != nil {
		return 0, err
	}
	return replaced, nil
}

// Remove deletes a document; ErrNotFound where there is none of that ID.
func (s *Store) Remove(ctx context.Context, doc string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.View().Has(doc) {
		return fmt.Errorf("remove %s: %w", doc, ErrNotFound)
	}
	return s.commit(ctx, []index.Change{{Document: doc}})
}

// WriteQuads deletes and then adds single quads, as Cayley's API does, all or
// nothing. Quads without a label belong to graph.ImportedDocument. To delete
// what is not there, or add what is, is no error.
func (s *Store) WriteQuads(ctx context.Context, remove, add []quad.Quad) error {
	edits := map[string]*edit{}
	for _, q := range remove {
		if err := editOf(edits, &q); err != nil {
			return err
		}
		edits[documentOf(q)].remove[q] = true
	}
	for _, q := range add {
		if err := editOf(edits, &q); err != nil {
			return err
		}
		edits[documentOf(q)].add = append(edits[documentOf(q)].add, q)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	var changes []index.Change
	for _, doc := range slices.Sorted(maps.Keys(edits)) {
		changes = append(changes, index.Change{Document: doc, Quads: edits[doc].of(s.View().DocumentQuads(doc))})
	}
	return s.commit(ctx, changes)
}

// edit is what is to be done to the quads of one document.
type edit struct {
	remove map[quad.Quad]bool
	add    []quad.Quad
}

// of returns the quads after the edit, sorted.
func (e *edit) of(quads []quad.Quad) []quad.Quad {
	quads = slices.DeleteFunc(quads, func(q quad.Quad) bool { return e.remove[q] })
	quads = append(quads, e.add...)
	slices.SortFunc(quads, graph.CompareQuads)
	return slices.Compact(quads)
}

// editOf makes sure that there is an edit for the document of a quad, giving
// the quad the label of the imported document where it has none.
func editOf(edits map[string]*edit, q *quad.Quad) error {
	if q.Label == nil {
		q.Label = quad.IRI(graph.DocIRI(graph.ImportedDocument))
	}
	label, ok := q.Label.(quad.IRI)
	if !ok || graph.Scheme(string(label)) != graph.SchemeDocument || !q.IsValid() {
		return fmt.Errorf("%w: quad %v: its label must be a document <doc:…> or left out", graph.ErrInvalid, *q)
	}
	if doc := documentOf(*q); edits[doc] == nil {
		edits[doc] = &edit{remove: map[quad.Quad]bool{}}
	}
	return nil
}

func documentOf(q quad.Quad) string { return graph.LocalID(string(q.Label.(quad.IRI))) }

// commit writes changes to the backend and then shows them. The caller holds
// mu. The quads of each change are sorted.
func (s *Store) commit(ctx context.Context, changes []index.Change) error {
	if err := s.writable(); err != nil {
		return err
	}
	var remove, add []quad.Quad
	for _, c := range changes {
		gone, fresh := difference(s.View().DocumentQuads(c.Document), c.Quads)
		remove, add = append(remove, gone...), append(add, fresh...)
	}
	if len(remove)+len(add) == 0 {
		return nil
	}
	next := s.View().Apply(changes...)
	if err := s.backend.apply(ctx, remove, add); err != nil {
		return fmt.Errorf("write to the store: %w", err)
	}
	s.view.Store(next)
	return nil
}

// difference compares sorted lists of quads.
func difference(old, new []quad.Quad) (gone, fresh []quad.Quad) {
	for len(old) > 0 && len(new) > 0 {
		switch c := graph.CompareQuads(old[0], new[0]); {
		case c < 0:
			gone, old = append(gone, old[0]), old[1:]
		case c > 0:
			fresh, new = append(fresh, new[0]), new[1:]
		default:
			old, new = old[1:], new[1:]
		}
	}
	return append(gone, old...), append(fresh, new...)
}
