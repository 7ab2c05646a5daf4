package review_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/review"

	"github.com/cayleygraph/quad"
)

// anyOf makes a correction of any kind that a person could make of a document as
// it stands.
func anyOf(rng *rand.Rand, raw graph.Reading, l *review.Log) review.Correction {
	now := review.Apply(raw, l)
	who := func() review.Party {
		if len(now.Actors) == 0 || rng.IntN(4) == 0 {
			return review.Party{ID: "new-body", Label: "New Body", Kind: graph.GovernmentBody}
		}
		a := now.Actors[rng.IntN(len(now.Actors))]
		return review.Party{ID: a.ID, Label: a.Label, Kind: a.Kind}
	}
	c := review.Correction{By: []string{"Ann", "Bo", "Cy"}[rng.IntN(3)], Reason: "at random"}
	if all := l.All(); len(all) > 0 && rng.IntN(4) == 0 {
		c.Kind, c.Undoes = review.Undo, all[rng.IntN(len(all))].ID
		return c
	}
	c.Kind = review.Kinds()[rng.IntN(7)]
	c.Into = who()
	switch {
	case c.Kind == review.Alias:
		c.Name = []string{"Countries", "The Body", "PRC"}[rng.IntN(3)]
	case c.Kind.OfActors():
		c.From, c.Doc = who(), raw.Document.ID
	default:
		s := raw.Statements[rng.IntN(len(raw.Statements))]
		prefix, suffix := s.Evidence.Surroundings(raw.Document.Text)
		c.Doc = raw.Document.ID
		c.Target = review.Target{Statement: s.ID, Quote: s.Evidence.Quote, Prefix: prefix, Suffix: suffix, Actor: s.Actor, Aim: s.Aim, Polarity: s.Polarity}
		if c.Kind == review.Add {
			c.Target.Actor, c.Target.Aim, c.Target.Statement = c.Into.ID, "ponder", ""
		}
		if c.Kind == review.Edit || c.Kind == review.Add {
			c.Changes = []review.Change{{review.Actor, s.Actor, c.Into.ID}, {review.Force, string(s.Force), string(graph.Forces()[rng.IntN(7)])},
				{review.Topics, "", []string{"", "café\npeace", "outage\nan outage"}[rng.IntN(3)]}, {review.Object, s.Object, []string{"", "the café"}[rng.IntN(2)]}}
		}
	}
	return c
}

// Whatever people say, and take back, the document reads as it is to be, leads
// back to what was read, and follows from the log alone.
func TestRandomCorrections(t *testing.T) {
	for range 200 {
		seed := rand.Uint64()
		rng := rand.New(rand.NewPCG(seed, 7))
		raw, l := graphtest.Harbour(), (*review.Log)(nil)
		for range 1 + rng.IntN(12) {
			next, _, err := l.Then([]review.Correction{anyOf(rng, raw, l)})
			if err == nil {
				l = next
			} else if !errors.Is(err, review.ErrInvalid) {
				t.Fatal(err)
			}
		}
		holds(t, raw, l)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// holds checks what must hold of any log.
func holds(t *testing.T, raw graph.Reading, l *review.Log) {
	t.Helper()
	quads := review.DocumentQuads(raw, l)
	back, err := graph.UncorrectedQuads(raw.Document.ID, quads)
	slices.SortFunc(back, graph.CompareQuads)
	if err != nil || !slices.Equal(back, graph.Quads(raw)) {
		t.Errorf("it does not lead back: %v", err)
	}
	r, err := graph.ReadingFrom(raw.Document.ID, quads)
	if err != nil {
		t.Errorf("it cannot be read: %v", err)
	}
	if want := review.Apply(raw, l); !slices.Equal(r.Applied, want.Applied) || len(r.Statements) != len(want.Statements) || len(r.Actors) != len(want.Actors) {
		t.Errorf("read back, %d statements of %d actors, want %d of %d", len(r.Statements), len(r.Actors), len(want.Statements), len(want.Actors))
	}
	if _, faults := graph.Verify(raw.Document.ID, quads); len(faults) > 0 {
		t.Errorf("faults: %v", faults)
	}
	again := review.ReadLog(review.Quads(l.All()))
	if !slices.Equal(review.DocumentQuads(raw, again), quads) {
		t.Error("the log reads back as another one")
	}
}

// FuzzReadLog reads corrections from quads that anyone may have written.
func FuzzReadLog(f *testing.F) {
	rng := rand.New(rand.NewPCG(1, 2))
	raw := graphtest.Harbour()
	for range 10 {
		var l *review.Log
		for range 6 {
			if next, _, err := l.Then([]review.Correction{anyOf(rng, raw, l)}); err == nil {
				l = next
			}
		}
		var text bytes.Buffer
		if err := graph.WriteNQuads(&text, graph.Namer{}, slices.Values(review.Quads(l.All()))); err != nil {
			f.Fatal(err)
		}
		f.Add(text.String())
	}
	f.Fuzz(func(t *testing.T, text string) {
		var quads []quad.Quad
		for q, err := range graph.ReadNQuads(strings.NewReader(text), graph.Namer{}) {
			if err == nil {
				quads = append(quads, q)
			}
		}
		holds(t, raw, review.ReadLog(quads))
		review.AgreementOf(review.ReadLog(quads), "")
	})
}

// FuzzUncorrected reads what should lead back to a document as it was read.
func FuzzUncorrected(f *testing.F) {
	raw := graphtest.Lantern()
	quads := review.DocumentQuads(raw, logOf(f, of(f, review.Reject, raw, "secretariat", "report")))
	at := slices.IndexFunc(quads, func(q quad.Quad) bool { return q.Predicate == quad.IRI(graph.PredUncorrected) })
	f.Add(string(quads[at].Object.(quad.String)))
	f.Add("A <a> <b> .\n")
	f.Add("D <a>")
	f.Fuzz(func(t *testing.T, patch string) {
		changed := slices.Clone(quads)
		changed[at].Object = quad.String(patch)
		r, err := graph.UncorrectedReading(raw.Document.ID, changed)
		if err == nil && r.Document.ID != raw.Document.ID {
			t.Error("another document")
		}
		graph.Verify(raw.Document.ID, changed)
	})
}
