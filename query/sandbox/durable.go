package sandbox

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
	"time"

	"mandate/query/gizmo"
)

// ErrNeedsIndex is returned for what is run in workers alone, which read the
// index, where there is none.
var ErrNeedsIndex = errors.New("without the index only scripts that do nothing but walk paths are run: write the query as paths, or raise --memory")

// RunDurable reads a query and runs it in this process on a store that is no
// index, as Run does. Paths and GraphQL are run, under the limits; for other
// scripts, which can ask for any memory in one call, the error is ErrNeedsIndex.
func (r *Runner) RunDurable(ctx context.Context, qs gizmo.Graph, lang gizmo.Language, text string, limits gizmo.Limits) iter.Seq2[json.RawMessage, error] {
	limits = limits.OrDefault()
	return func(yield func(json.RawMessage, error) bool) {
		q, err := r.known.parse(lang, text)
		if err == nil && lang == gizmo.Gizmo && !q.Plain(ctx, qs) {
			err = ErrNeedsIndex
		}
		if err == nil {
			err = occupy(ctx, r.workers, limits.Time)
		}
		if err != nil {
			yield(nil, err)
			return
		}
		defer func() { <-r.workers }()
		within, stop := watched(ctx, limits)
		defer stop()
		for row, err := range q.Run(within, qs, limits) {
			if err != nil && ctx.Err() == nil && within.Err() != nil {
				err = context.Cause(within)
			}
			if !yield(row, err) {
				return
			}
		}
	}
}

// watched returns a context that ends when this process has taken so much more
// memory than at the start.
func watched(caller context.Context, limits gizmo.Limits) (ctx context.Context, stop func()) {
	ctx, cancel := context.WithCancelCause(caller)
	limit := inUse() + limits.Memory
	go func() {
		tick := time.NewTicker(watchEvery)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
				if inUse() > limit {
					cancel(&gizmo.LimitError{Of: gizmo.MemoryLimit, Limits: limits})
				}
			}
		}
	}()
	return ctx, func() { cancel(nil) }
}
