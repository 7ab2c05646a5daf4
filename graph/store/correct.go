package store

import (
	"context"
	"slices"

	"mandate/graph"
	"mandate/graph/index"
	"mandate/graph/review"

	"github.com/cayleygraph/quad"
)

// Correct stores what people say of statements and actors together with what
// that changes in the documents, in one transaction. The corrections are made
// from the present view, and made anew from a later one where another process
// was quicker to write; they come back with their IDs. The error wraps
// review.ErrInvalid, or is the maker's own, and nothing is stored then.
func (s *Store) Correct(ctx context.Context, make func(*index.Index) ([]review.Correction, error)) (added []review.Correction, err error) {
	err = s.commit(ctx, func(now state) (index.Change, error) {
		x, ok := now.(*index.Index)
		if !ok {
			return index.Change{}, s.Unindexed()
		}
		drafts, err := make(x)
		if err != nil {
			return index.Change{}, err
		}
		var log *review.Log
		if log, added, err = x.Corrections().Then(drafts); err != nil {
			return index.Change{}, err
		}
		c := index.Change{Add: missing(x, review.Quads(added))}
		for _, doc := range concerned(x, log, added) {
			c = c.And(relaid(x, log, doc))
		}
		return c, nil
	})
	if err != nil {
		return nil, err
	}
	return added, nil
}

// missing returns the quads that are not there.
func missing(x *index.Index, quads []quad.Quad) []quad.Quad {
	return slices.DeleteFunc(quads, x.Contains)
}

// concerned returns the documents that corrections could change, each once.
func concerned(x *index.Index, log *review.Log, corrections []review.Correction) []string {
	var docs []string
	for _, c := range corrections {
		if c = log.Root(c); c.Doc != "" {
			docs = append(docs, c.Doc)
		} else {
			docs = append(docs, x.Concerned([]string{c.From.ID, c.Into.ID, graph.Slug(c.Name)})...)
		}
	}
	slices.Sort(docs)
	return slices.Compact(docs)
}

// relaid returns the change that makes a document what the log has it be.
// Quads that others wrote into its graph stay.
func relaid(x *index.Index, log *review.Log, doc string) index.Change {
	before := x.Corrections()
	if len(log.Of(doc)) == 0 && len(before.Of(doc)) == 0 && !x.Corrected(doc) {
		return index.Change{}
	}
	present := x.DocumentQuads(doc)
	uncorrected, err := graph.UncorrectedQuads(doc, present)
	if err != nil {
		return index.Change{} // verify tells
	}
	raw, err := graph.ReadingFrom(doc, uncorrected)
	if err != nil {
		return index.Change{}
	}
	read := graph.Quads(raw)
	want := review.CorrectedQuads(raw, read, log)
	if others := notOf(read, uncorrected); len(others) > 0 {
		want = slices.Concat(want, others)
		slices.SortFunc(want, graph.CompareQuads)
		want = slices.CompactFunc(want, sameQuad)
	}
	return index.Difference(present, want)
}

// notOf returns the quads that are not among sorted ones.
func notOf(sorted, quads []quad.Quad) []quad.Quad {
	var out []quad.Quad
	for _, q := range quads {
		if _, found := slices.BinarySearchFunc(sorted, q, graph.CompareQuads); !found {
			out = append(out, q)
		}
	}
	return out
}

func sameQuad(a, b quad.Quad) bool { return graph.CompareQuads(a, b) == 0 }

// overlaid completes a change of single quads by what the corrections that hold
// afterwards make of the documents that it touches; of all that they are about,
// where it touches the corrections.
func overlaid(now state, c index.Change) index.Change {
	x, ok := now.(*index.Index)
	if !ok || c.Empty() {
		return c
	}
	docs, corrections := touched(c)
	if len(x.Corrections().All()) == 0 && !corrections {
		return c
	}
	next := x.Apply(c)
	if corrections {
		docs = next.IDs()
	}
	var more index.Change
	for _, doc := range docs {
		more = more.And(relaid(next, next.Corrections(), doc))
	}
	return c.Then(more)
}

// touched returns the documents whose graphs a change touches, and whether it
// touches that of the corrections.
func touched(c index.Change) (docs []string, corrections bool) {
	for _, q := range slices.Concat(c.Remove, c.Add) {
		label, _ := q.Label.(quad.IRI)
		if graph.Scheme(string(label)) == graph.SchemeDocument {
			docs = append(docs, graph.LocalID(string(label)))
		}
		corrections = corrections || label == graph.CorrectionsGraph
	}
	slices.Sort(docs)
	return slices.Compact(docs), corrections
}
