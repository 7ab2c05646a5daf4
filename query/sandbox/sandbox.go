// Package sandbox runs queries so that whatever they do, the process that asks
// lives on. What only walks paths in bounded memory runs in the process itself.
// Every other script, and GraphQL, runs in a worker: a process of the same
// program under a limit of memory, which shares the graph with the others
// through a file. A worker that takes too much of memory or time is ended and
// replaced.
package sandbox

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"runtime"
	"sync"
	"time"

	"mandate/graph/index"
	"mandate/query/gizmo"
)

// ErrBusy is returned where the queries under way leave no room for another
// within its time.
var ErrBusy = errors.New("too many queries are under way: try again later")

// Options tell how a Runner works.
type Options struct {
	// Command starts a process that calls Work. Where its Path is empty, all
	// queries run in this process, without a limit of memory.
	Command Command
	// Workers is how many queries may run in workers at a time; 0 for
	// DefaultWorkers.
	Workers int
}

// Command is a program that is started. Args begin with the name that it is
// called by; the file for Work is added to them.
type Command struct {
	Path string
	Args []string
}

// DefaultWorkers leave room for a quick query beside slow ones.
const DefaultWorkers = 4

// Runner runs queries. It is safe for concurrent use.
type Runner struct {
	command Command
	workers chan struct{} // holds a place for each query in a worker
	walkers chan struct{} // and for each in this process
	folder  func() (string, error)
	known   *cache

	mu      sync.Mutex
	current *generation
}

// walkersPerCore bounds the queries that run in this process at a time, and with
// it the memory that they take together.
const walkersPerCore = 8

// New makes a runner. Close it in the end.
func New(o Options) *Runner {
	if o.Workers <= 0 {
		o.Workers = DefaultWorkers
	}
	return &Runner{
		command: o.Command,
		workers: make(chan struct{}, o.Workers),
		walkers: make(chan struct{}, walkersPerCore*runtime.GOMAXPROCS(0)),
		folder:  sync.OnceValues(func() (string, error) { return os.MkdirTemp("", "mandate-") }),
		known:   newCache(),
	}
}

// Close ends the workers and removes the files.
func (r *Runner) Close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.current == nil {
		return nil // nor is there a file
	}
	r.current.retire()
	r.current = nil
	dir, err := r.folder()
	if err != nil {
		return nil // as above
	}
	return os.RemoveAll(dir)
}

// Run reads a query and runs it on an index; see gizmo.Query.Run for what it
// yields. Beside that, the error may be a *gizmo.LimitError of memory or wrap
// ErrBusy.
func (r *Runner) Run(ctx context.Context, x *index.Index, lang gizmo.Language, text string, limits gizmo.Limits) iter.Seq2[json.RawMessage, error] {
	limits = limits.OrDefault()
	return func(yield func(json.RawMessage, error) bool) {
		q, err := r.known.parse(lang, text)
		if err != nil {
			yield(nil, err)
			return
		}
		qs := x.QuadStore()
		plain := q.Plain(ctx, qs)
		places := r.workers
		if plain {
			places = r.walkers
		}
		if err := occupy(ctx, places, limits.Time); err != nil {
			yield(nil, err)
			return
		}
		defer func() { <-places }()
		rows := r.apart(ctx, x, request{lang, text, limits})
		if plain || r.command.Path == "" {
			rows = q.Run(ctx, qs, limits)
		}
		rows(yield)
	}
}

// occupy waits for a place.
func occupy(ctx context.Context, places chan struct{}, patience time.Duration) error {
	select {
	case places <- struct{}{}:
		return nil
	default:
	}
	ctx, cancel := context.WithTimeoutCause(ctx, patience, ErrBusy)
	defer cancel()
	select {
	case places <- struct{}{}:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// Warm starts a worker on an index before the first query needs it.
func (r *Runner) Warm(x *index.Index) {
	if r.command.Path != "" {
		g := r.enter(x)
		g.refill(r.command)
		g.leave()
	}
}

// enter returns the generation of an index for one query, which must leave it.
func (r *Runner) enter(x *index.Index) *generation {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.current == nil || r.current.of.Value() != x {
		if r.current != nil {
			r.current.retire()
		}
		r.current = newGeneration(x, r.folder)
	}
	r.current.enter()
	return r.current
}

// apart runs a query in a worker.
func (r *Runner) apart(ctx context.Context, x *index.Index, q request) iter.Seq2[json.RawMessage, error] {
	ask := func(yield func(json.RawMessage, error) bool) {
		g := r.enter(x)
		defer g.leave()
		p, err := r.ask(ctx, g, q, func(row json.RawMessage) bool { return yield(row, nil) })
		if err != nil && !errors.Is(err, errEnough) {
			yield(nil, err)
		}
		switch {
		case p == nil:
		case (err == nil || isOfQuery(err)) && p.lives(): // it ran to its end
			g.keep(p)
		default:
			r.replace(g, p)
		}
	}
	return gizmo.Capped(ask, q.Limits)
}

func isOfQuery(err error) bool {
	_, ok := errors.AsType[*gizmo.Error](err)
	return ok
}

// ask asks a worker that waits, or a new one where that has ended meanwhile.
func (r *Runner) ask(ctx context.Context, g *generation, q request, yield func(json.RawMessage) bool) (*process, error) {
	for range 1 + cap(r.workers) {
		p, err := g.worker(r.command)
		if err != nil {
			return nil, err
		}
		if err := p.ask(ctx, q, yield); !errors.Is(err, errGone) {
			return p, err
		}
		p.kill()
	}
	return nil, fmt.Errorf("%w: %w", errDied, errGone)
}

// replace ends a worker and starts another, which does not keep the answer
// waiting.
func (r *Runner) replace(g *generation, p *process) {
	g.enter()
	go func() {
		defer g.leave()
		p.kill()
		g.refill(r.command)
	}()
}
