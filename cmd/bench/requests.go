package main

import (
	"context"
	"fmt"
	"time"
)

// pressTime is how long a sample of requests takes.
const pressTime = time.Second

// requests measures how many one-node queries a second each contender answers,
// and what CPU one takes there.
func (b *bench) requests(ctx context.Context) error {
	servers, err := b.serveAll(ctx)
	if err != nil {
		return err
	}
	for range b.o.runs {
		for _, s := range servers {
			if err := b.sampleRequests(ctx, s, "OneNode", func(ctx context.Context, _ int) error {
				_, err := s.ask(ctx, oneNode)
				return err
			}); err != nil {
				return err
			}
		}
	}
	for _, s := range servers {
		if err := b.stop(s); err != nil {
			return err
		}
	}
	if r, ok := b.samples.ratio("OneNode", "req/s", memoryName); ok {
		b.atLeast("one-node query, requests/s of memstore's", r.median, 1, " ×")
	}
	if r, ok := b.samples.ratio("OneNode", "cpu-ns/op", memoryName); ok {
		b.atMost("one-node query, CPU of memstore's", r.median, 1, " ×")
	}
	return b.requestTable("OneNode")
}

func (b *bench) sampleRequests(ctx context.Context, s *server, what string, request func(context.Context, int) error) error {
	l, err := s.press(ctx, pressTime, request)
	if err != nil {
		return fmt.Errorf("%s: %w", s.name, err)
	}
	b.samples.add(s.name, what, "req/s", l.perSecond)
	b.samples.add(s.name, what, "cpu-ns/op", float64(l.cpu))
	return nil
}

func (b *bench) requestTable(what string) error {
	return b.table("\trequests/s\tCPU µs of the server, each", func(c contender) string {
		if len(b.samples.get(c.name, what, "req/s")) == 0 {
			return ""
		}
		return fmt.Sprintf("%.0f\t%.1f", b.samples.median(c.name, what, "req/s"), b.samples.median(c.name, what, "cpu-ns/op")/1e3)
	})
}
