package main

import (
	"context"
	"encoding/json"
	"iter"

	"mandate/graph/store"
	"mandate/query/wire"
	"mandate/server/cayley"
)

// durable answers from a store without an index what can be answered then; the
// commands that ask for more refuse it before.
type durable struct {
	answers                                             // none
	lack    error                                       // why there is no index
	open    func(context.Context) (*store.Store, error) // for as long as a query lasts
}

// Query gives the results of a query on the durable quads.
func (d durable) Query(ctx context.Context, q gizmoQuery) iter.Seq2[json.RawMessage, error] {
	return func(yield func(json.RawMessage, error) bool) {
		st, err := d.open(ctx)
		if err != nil {
			yield(nil, err)
			return
		}
		defer st.Close()
		queries := newQueries()
		defer queries.Close()
		cayley.Query(ctx, st, queries, q.language, q.text, q.limits)(yield)
	}
}

// Stats says that there is no index to count in.
func (d durable) Stats(context.Context) (stats, error) {
	return stats{Documents: []wire.Document{}, Memory: wire.MemoryOf(nil, d.lack)}, nil
}
