package graph_test

import (
	"reflect"
	"slices"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"

	"github.com/cayleygraph/quad"
)

func TestRoundTripOfSample(t *testing.T) {
	sample := append(graphtest.Sample(), graphtest.Paper("paper", 25))
	var all []quad.Quad
	for _, r := range sample {
		if err := r.Validate(); err != nil {
			t.Fatal(err)
		}
		all = append(all, graph.Quads(r)...)
	}
	slices.Reverse(all)
	got, err := graph.Readings(all)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != len(sample) {
		t.Fatalf("%d readings, want %d", len(got), len(sample))
	}
	for i := range sample {
		assertEqual(t, got[i], sample[i])
	}
}

func assertEqual(t *testing.T, got, want graph.Reading) {
	t.Helper()
	if reflect.DeepEqual(got, want) {
		return
	}
	for i := range want.Statements {
		if i < len(got.Statements) && !reflect.DeepEqual(got.Statements[i], want.Statements[i]) {
			t.Errorf("statement %d\n got %+v\nwant %+v", i, got.Statements[i], want.Statements[i])
		}
	}
	for i := range want.Actors {
		if i < len(got.Actors) && !reflect.DeepEqual(got.Actors[i], want.Actors[i]) {
			t.Errorf("actor %d\n got %+v\nwant %+v", i, got.Actors[i], want.Actors[i])
		}
	}
	t.Fatalf("document %s\n got %+v\nwant %+v", want.Document.ID, got.Document, want.Document)
}
