package gizmo

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"time"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	cgizmo "github.com/cayleygraph/cayley/query/gizmo"
)

// setBytes is about what a step that remembers nodes takes for each of them.
const setBytes = 128

// maxSets is the memory that all such steps of a path may take in the process of
// the server.
const maxSets = 64 << 20

// fits tells whether the memory that the plan can take over a graph is bounded
// well enough for the process of the server.
func (p plan) bounded(nodes int64) bool {
	return !slices.ContainsFunc(p, func(f final) bool { return int64(f.cost.sets)*nodes*setBytes > maxSets })
}

// Rows are written into buffers of these sizes, one after the other: most
// queries have few rows, some have thousands.
const (
	smallBuffer = 256
	largeBuffer = 64 << 10
)

// walk runs a plan and yields its rows.
func walk(caller context.Context, qs cgraph.QuadStore, p plan, limit time.Duration) iter.Seq2[json.RawMessage, error] {
	return func(yield func(json.RawMessage, error) bool) {
		ctx, cancel := context.WithTimeout(caller, limit)
		defer cancel()
		w := walker{ctx: ctx, qs: qs, yield: yield}
		err := w.runAll(p)
		switch {
		case errors.Is(err, errEnough):
		case stopped(ctx, caller, limit) != nil:
			yield(nil, stopped(ctx, caller, limit))
		case err != nil:
			yield(nil, err)
		}
	}
}

// walker runs the paths of a plan.
type walker struct {
	ctx   context.Context
	qs    cgraph.QuadStore
	yield func(json.RawMessage, error) bool
	rows  int
	tags  map[string]cgraph.Ref
	names []string // the tags of the row before, sorted
	buf   []byte   // holds the rows to come
}

func (w *walker) runAll(p plan) (err error) {
	defer func() {
		if x := recover(); x != nil {
			err = &Error{Language: Gizmo, Message: fmt.Sprint(x)}
		}
	}()
	w.tags = map[string]cgraph.Ref{}
	for _, f := range p {
		run := w.run
		if f.count {
			run = w.count
		}
		if err := run(f); err != nil {
			return err
		}
	}
	return nil
}

// run hands out a row for each way that leads along the path.
func (w *walker) run(f final) error {
	found := iterator.Tag(f.path.BuildIteratorOn(w.ctx, w.qs), cgizmo.TopResultTag)
	found, _ = found.Optimize(w.ctx)
	it := found.Iterate()
	defer it.Close()
	for n := 0; it.Next(w.ctx); {
		for more := true; more; more = it.NextPath(w.ctx) {
			if err := w.ctx.Err(); err != nil {
				return err
			}
			if err := w.row(it); err != nil {
				return err
			}
			if n++; n == f.limit {
				return nil
			}
		}
	}
	return it.Err()
}

// count hands out the number of rows, where there was none before.
func (w *walker) count(f final) error {
	n, err := iterator.Iterate(w.ctx, f.path.BuildIteratorOn(w.ctx, w.qs)).Count()
	if err != nil || w.rows > 0 || w.ctx.Err() != nil {
		return err
	}
	return w.emit(func(to []byte) ([]byte, error) { return appendValue(to, n) })
}

// row hands out the row that an iterator stands on, in the shape that Cayley's
// HTTP interface gives it: an object from tag to value.
func (w *walker) row(it iterator.Scanner) error {
	clear(w.tags)
	it.TagResults(w.tags)
	if !w.sameNames() {
		w.names = slices.AppendSeq(w.names[:0], maps.Keys(w.tags))
		slices.Sort(w.names)
	}
	return w.emit(func(to []byte) ([]byte, error) {
		to = append(to, '{')
		for _, name := range w.names {
			value, err := w.qs.NameOf(w.tags[name])
			if err != nil {
				return to, fmt.Errorf("name of %q: %w", name, err)
			}
			if value == nil {
				continue
			}
			if to[len(to)-1] != '{' {
				to = append(to, ',')
			}
			to = append(appendString(to, name), ':')
			if to, err = appendValue(to, native(value)); err != nil {
				return to, err
			}
		}
		return append(to, '}'), nil
	})
}

func (w *walker) sameNames() bool {
	return len(w.names) == len(w.tags) && !slices.ContainsFunc(w.names, func(name string) bool {
		_, ok := w.tags[name]
		return !ok
	})
}

// emit hands out what write appends.
func (w *walker) emit(write func(to []byte) ([]byte, error)) error {
	if cap(w.buf)-len(w.buf) < smallBuffer {
		w.buf = make([]byte, 0, min(2*max(cap(w.buf), smallBuffer), largeBuffer))
	}
	start := len(w.buf)
	var err error
	if w.buf, err = write(w.buf); err != nil {
		return err
	}
	w.rows++
	// The row keeps its part of the buffer; the rest is for those to come.
	if !w.yield(w.buf[start:len(w.buf):len(w.buf)], nil) {
		return errEnough
	}
	return nil
}
