package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// documentQuads is how large a document comes into the full store.
const documentQuads = 5_000

// growth measures how soon a document that is written to a server on the film
// set shows in its answers, and how long the slowest query takes meanwhile.
func (b *bench) growth(ctx context.Context) error {
	s, err := b.serveFilm(ctx, b.contenders[0])
	if err != nil {
		return err
	}
	for i := range b.o.runs {
		visible, slowest, err := s.grow(ctx, i)
		if err != nil {
			return errors.Join(err, b.stop(s))
		}
		b.samples.add(s.name, "Grow", "s", visible.Seconds())
		b.samples.add(s.name, "Grow", "slowest-ms", milliseconds(slowest))
	}
	visible, slowest := b.samples.median(s.name, "Grow", "s"), b.samples.median(s.name, "Grow", "slowest-ms")
	fmt.Printf("visible after %.3f s; slowest query meanwhile %.1f ms (medians)\n", visible, slowest)
	b.atMost("document of 5,000 quads visible", visible, 1, " s")
	b.atMost("slowest query meanwhile", slowest, 50, " ms")
	return b.stop(s)
}

// grow writes a document, asks one-node queries until it shows, and takes it out
// again.
func (s *server) grow(ctx context.Context, turn int) (visible, slowest time.Duration, err error) {
	quads, last := document(turn)
	written := make(chan error, 1)
	start := time.Now()
	go func() {
		_, err := s.send(ctx, http.MethodPost, "/api/v2/write", quads)
		written <- err
	}()
	for writing := true; writing; {
		one := time.Now()
		if _, err := s.ask(ctx, oneNode); err != nil {
			return 0, 0, err
		}
		slowest = max(slowest, time.Since(one))
		select {
		case err := <-written:
			if err != nil {
				return 0, 0, err
			}
			writing = false
		default:
		}
	}
	answer, err := s.ask(ctx, `g.V("`+last+`").in("<aim>").all()`)
	if err != nil {
		return 0, 0, err
	}
	visible = time.Since(start)
	if found, err := rows(answer); err != nil || len(found) != 1 {
		return 0, 0, fmt.Errorf("what was written does not show: %s, %w", answer, err)
	}
	_, err = s.send(ctx, http.MethodPost, "/api/v2/delete", quads)
	return visible, slowest, err
}

// document is made of statements with ten quads each; last is a literal of its
// last one.
func document(turn int) (quads, last string) {
	var b strings.Builder
	for i := range documentQuads / 10 {
		subject := fmt.Sprintf("<stmt:bench-%d-%d>", turn, i)
		last = fmt.Sprintf("aim %d of turn %d", i, turn)
		fmt.Fprintf(&b, "%s <aim> %q <doc:bench> .\n", subject, last)
		fmt.Fprintf(&b, "%s <attribute> <actor:bench-%d> <doc:bench> .\n", subject, i%50)
		for topic := range 8 {
			fmt.Fprintf(&b, "%s <concerns> <topic:bench-%d> <doc:bench> .\n", subject, (i*7+topic)%200)
		}
	}
	return b.String(), last
}
