package main

import (
	"testing"
	"time"
)

func TestProgressTellsRates(t *testing.T) {
	p := &progress{texts: 40}
	if got, want := p.rate(0), "0 of 40 texts"; got != want {
		t.Errorf("at first %q, want %q", got, want)
	}
	for range 5 {
		p.advance(100, 900)
	}
	if got, want := p.rate(2*time.Second), "5 of 40 texts, 2.5/s, 2250 words/s"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	q := &progress{texts: 1}
	q.advance(1, 0) // read by a server
	if got, want := q.rate(time.Second), "1 of 1 text, 1.0/s"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
