package ingest

import (
	"context"
	"fmt"
	"iter"
	"runtime"

	"mandate/graph"
)

// Outcome is what became of one source.
type Outcome struct {
	Source   Source
	Reading  graph.Reading // empty where Err is not nil
	Replaced bool          // Ingest: the store held a document of this ID
	Err      error
}

// ReadAll reads sources, several at a time, and yields their outcomes in the
// order of the sources. The end of the context is the last outcome.
func (p *Pipeline) ReadAll(ctx context.Context, sources []Source) iter.Seq[Outcome] {
	return func(yield func(Outcome) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		outcomes := make([]chan Outcome, len(sources))
		for i := range outcomes {
			outcomes[i] = make(chan Outcome, 1) // so that no reader waits for who no longer listens
		}
		ahead := make(chan struct{}, runtime.GOMAXPROCS(0)) // bounds the readings held at a time
		go func() {
			for i, source := range sources {
				select {
				case ahead <- struct{}{}:
					go func() { outcomes[i] <- p.outcome(ctx, source) }()
				case <-ctx.Done():
					outcomes[i] <- Outcome{Source: source, Err: ctx.Err()}
				}
			}
		}()
		for _, next := range outcomes {
			o := <-next
			if !yield(o) || ctx.Err() != nil {
				return
			}
			<-ahead
		}
	}
}

func (p *Pipeline) outcome(ctx context.Context, s Source) Outcome {
	reading, err := p.Read(ctx, s)
	return Outcome{Source: s, Reading: reading, Err: err}
}

// Store is where readings go: each replaces the document of the same ID as a
// whole, and a failed one leaves the store as it was.
type Store interface {
	Put(ctx context.Context, r graph.Reading) (replaced bool, err error)
}

// Ingest reads sources as ReadAll does and puts each reading into the store,
// one after the other. Two sources that would be the same document are an error
// of the second.
func (p *Pipeline) Ingest(ctx context.Context, store Store, sources []Source) iter.Seq[Outcome] {
	return func(yield func(Outcome) bool) {
		taken := map[string]string{} // document ID: name of its source
		for o := range p.ReadAll(ctx, sources) {
			if o.Err == nil {
				put(ctx, store, &o, taken)
			}
			if !yield(o) {
				return
			}
		}
	}
}

func put(ctx context.Context, store Store, o *Outcome, taken map[string]string) {
	id := o.Reading.Document.ID
	if first, twice := taken[id]; twice {
		o.Err = fmt.Errorf("would replace %s, which was read as document %s just now: read one of them with another --id", first, id)
		return
	}
	taken[id] = o.Source.Name
	o.Replaced, o.Err = store.Put(ctx, o.Reading)
}
