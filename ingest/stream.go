package ingest

import (
	"context"
	"iter"
	"runtime"

	"mandate/graph"
)

// Outcome is what became of one source.
type Outcome struct {
	Source    Source
	Reading   graph.Reading // empty where Err is not nil; of an unchanged document only what Store.Head tells
	Replaced  bool          // Ingest: the store held a document of this ID
	Unchanged bool          // Ingest: the store holds what reading would find
	Err       error
}

// mostWaiting bounds the text, in bytes, of the readings that wait for their
// turn: a reading takes several times the memory of its text.
const mostWaiting = 2 << 20

// ReadAll reads sources, several at a time, and yields their outcomes in the
// order of the sources. The end of the context is the last outcome.
func (p *Pipeline) ReadAll(ctx context.Context, sources []Source) iter.Seq[Outcome] {
	return inOrder(ctx, sources, func(ctx context.Context, s Source) Outcome {
		reading, err := p.Read(ctx, s)
		return Outcome{Source: s, Reading: reading, Err: err}
	})
}

// inOrder has sources read, as many at a time as there are cores, and yields
// their outcomes in the order of the sources.
func inOrder(ctx context.Context, sources []Source, read func(context.Context, Source) Outcome) iter.Seq[Outcome] {
	return func(yield func(Outcome) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		outcomes := make([]chan Outcome, len(sources))
		for i := range outcomes {
			outcomes[i] = make(chan Outcome, 1) // so that no reader waits for who no longer listens
		}
		g := newGate(ctx, runtime.GOMAXPROCS(0), mostWaiting)
		go func() {
			for i, source := range sources {
				if !g.enter() {
					outcomes[i] <- Outcome{Source: source, Err: ctx.Err()}
					continue
				}
				go func() {
					o := read(ctx, source)
					g.wait(len(o.Reading.Document.Text))
					outcomes[i] <- o
				}()
			}
		}()
		for i, next := range outcomes {
			o := Outcome{Source: sources[i]}
			select {
			case o = <-next:
			case <-ctx.Done(): // while a source may not end
				o.Err = ctx.Err()
			}
			if !yield(o) || ctx.Err() != nil {
				return
			}
			g.leave(len(o.Reading.Document.Text))
		}
	}
}
