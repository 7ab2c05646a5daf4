package graph_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
)

func TestNoReading(t *testing.T) {
	foreign := []quad.Quad{quad.MakeIRI("a", "b", "c", "doc:other")}
	if _, err := graph.ReadingFrom("other", foreign); !errors.Is(err, graph.ErrNoReading) {
		t.Errorf("got %v", err)
	}
	got, err := graph.Readings(append(foreign, graph.Quads(graphtest.Lantern())...))
	if err != nil || len(got) != 1 {
		t.Errorf("%d readings, %v", len(got), err)
	}
}

// Quads that are missing or wrong give an error that names the document, never
// another reading.
func TestDamagedQuads(t *testing.T) {
	whole := graph.Quads(graphtest.Lantern())
	for _, predicate := range []string{"text", "structure", "level", "oa:start", "oa:end", "attribute", "polarity", "sentence", "prov:wasQuotedFrom"} {
		damaged := slices.DeleteFunc(slices.Clone(whole), func(q quad.Quad) bool { return q.Predicate == quad.IRI(predicate) })
		if len(damaged) == len(whole) {
			t.Fatalf("no quad of %s to lose", predicate)
		}
		_, err := graph.Readings(damaged)
		if err == nil || !strings.Contains(err.Error(), "lantern-charter") {
			t.Errorf("without %s: %v", predicate, err)
		}
	}
	for _, structure := range []string{"", "{", `{"kinds":["heading"],"blocks":[1,2]}`, `{"sentences":[1]}`,
		`{"kinds":["heading"],"blocks":[0,99999999,0,0,0]}`, `{"sentences":[-5,3,0,0]}`, `{"sentences":[0,3,7,0]}`} {
		damaged := slices.Clone(whole)
		for i := range damaged {
			if damaged[i].Predicate == quad.IRI("structure") {
				damaged[i].Object = quad.String(structure)
			}
		}
		if _, err := graph.Readings(damaged); err == nil {
			t.Errorf("structure %s is taken", structure)
		}
	}
}

// Random quads lost, doubled or with ends swapped are an error or a reading
// that is whole, never a panic.
func TestRandomlyDamagedQuads(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	rng := rand.New(rand.NewPCG(seed, 1))
	whole := graph.Quads(graphtest.Harbour())
	accepted, refused := 0, 0
	for range 400 {
		quads := slices.Clone(whole)
		for range 1 + rng.IntN(4) {
			i, j := rng.IntN(len(quads)), rng.IntN(len(quads))
			switch rng.IntN(3) {
			case 0:
				quads = slices.Delete(quads, i, i+1)
			case 1:
				quads[i].Object = quads[j].Object
			case 2:
				quads[i].Predicate = quads[j].Predicate
			}
		}
		r, err := graph.ReadingFrom("harbour-declaration", quads)
		if err != nil {
			refused++
			continue
		}
		accepted++
		if err := r.Validate(); err != nil {
			t.Fatal(err)
		}
	}
	if accepted == 0 || refused == 0 {
		t.Errorf("%d accepted, %d refused", accepted, refused)
	}
}

// Whatever quads come, decoding ends without a panic, and what it accepts is
// whole and comes out of its own quads again.
func FuzzReadings(f *testing.F) {
	small := graphtest.New("d", "É").Actor("A", graph.State).Section(graph.SectionGoal, 1, "1", "G").
		Say("A shall do.", graph.Statement{Actor: "a", Force: graph.Obligation, Aim: "do", Topics: []string{"y", "x"}}).Reading()
	var text strings.Builder
	for _, q := range graph.Quads(small) {
		text.WriteString(q.NQuad() + "\n")
	}
	f.Add(text.String())
	f.Add("<doc:d> <rdf:type> <Document> <doc:d> .\n<doc:d> <structure> \"{}\" <doc:d> .\n")
	f.Fuzz(func(t *testing.T, text string) {
		quads, err := quad.ReadAll(nquads.NewReader(strings.NewReader(text), false))
		if err != nil {
			return
		}
		readings, err := graph.Readings(quads)
		if err != nil {
			return
		}
		for _, r := range readings {
			if err := r.Validate(); err != nil {
				t.Fatalf("an invalid reading: %v", err)
			}
			again, err := graph.ReadingFrom(r.Document.ID, graph.Quads(r))
			if err != nil {
				t.Fatalf("the reading's own quads are not read: %v", err)
			}
			if !slices.Equal(graph.Quads(again), graph.Quads(r)) {
				t.Fatal("the reading's own quads give another")
			}
		}
	})
}
