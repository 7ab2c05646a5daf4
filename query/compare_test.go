package query_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/query"
)

// edition is a document of statements that are each written as force, actor,
// aim, object.
func edition(id string, statements ...[4]string) graph.Reading {
	b := graphtest.New(id, "Edition "+id).
		Actor("Guild", graph.Collective).Actor("Mayor", graph.Individual).Actor("Ferrymen", graph.Collective)
	for i, s := range statements {
		polarity := graph.Positive
		if s[0] == string(graph.Prohibition) {
			polarity = graph.Negative
		}
		b.Say(fmt.Sprintf("Article %d of %s: the %s %s %s %s.", i, id, s[1], s[0], s[2], s[3]),
			graph.Statement{Actor: s[1], Force: graph.Force(s[0]), Aim: s[2], Object: s[3], Polarity: polarity})
	}
	return b.Reading()
}

func TestCompare(t *testing.T) {
	before := edition("one",
		[4]string{"recommendation", "guild", "train", "young ferrymen"},
		[4]string{"obligation", "mayor", "publish", "the yearly budget of the port"},
		[4]string{"obligation", "guild", "keep", "a register of boats"},
		[4]string{"permission", "ferrymen", "charge", "a fee at night"},
		[4]string{"obligation", "mayor", "dredge", "the channel"},
		[4]string{"obligation", "guild", "cooperate", ""},
		[4]string{"recommendation", "guild", "repair", "the old pier"})
	after := edition("two",
		[4]string{"obligation", "guild", "train", "all young ferrymen"},
		[4]string{"recommendation", "mayor", "publish", "the budget of the port"},
		[4]string{"obligation", "mayor", "keep", "the register of boats"},
		[4]string{"prohibition", "ferrymen", "charge", "a fee at night"},
		[4]string{"obligation", "guild", "cooperate", ""},
		[4]string{"obligation", "guild", "repair", "nets in winter"},
		[4]string{"obligation", "ferrymen", "light", "lamps"})
	differences, err := viewOf(before, after).Compare("one", "Edition two")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range differences {
		line := string(d.Change) + ": "
		if d.A != nil {
			line += brief(*d.A)
		}
		line += " | "
		if d.B != nil {
			line += brief(*d.B)
		}
		got = append(got, line)
	}
	want := []string{
		"reversed: ferrymen charge a fee at night | ferrymen charge a fee at night",
		"moved: guild keep a register of boats | mayor keep the register of boats",
		"strengthened: guild train young ferrymen | guild train all young ferrymen",
		"softened: mayor publish the yearly budget of the port | mayor publish the budget of the port",
		"only-a: mayor dredge the channel | ",
		"only-a: guild repair the old pier | ",
		"only-b:  | guild repair nets in winter",
		"only-b:  | ferrymen light lamps",
		"both: guild cooperate | guild cooperate",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}

func TestDifferences(t *testing.T) {
	v := viewOf(edition("one",
		[4]string{"recommendation", "guild", "train", "young ferrymen"},
		[4]string{"obligation", "guild", "keep", "a register of boats"},
		[4]string{"obligation", "mayor", "dredge", "the channel"}), edition("two",
		[4]string{"obligation", "guild", "train", "young ferrymen"},
		[4]string{"obligation", "mayor", "keep", "a register of boats"},
		[4]string{"permission", "ferrymen", "light", "lamps"}))
	all, err := v.Compare("one", "two")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		filter query.DifferenceFilter
		want   []query.Change
		counts int
	}{
		{query.DifferenceFilter{}, []query.Change{query.Moved, query.Strengthened, query.OnlyA, query.OnlyB}, 4},
		{query.DifferenceFilter{Change: query.OnlyB}, []query.Change{query.OnlyB}, 4},
		{query.DifferenceFilter{Actor: "mayor"}, []query.Change{query.Moved, query.OnlyA}, 2},
		{query.DifferenceFilter{Actor: "Mayor", Change: query.OnlyA}, []query.Change{query.OnlyA}, 2},
		{query.DifferenceFilter{Force: graph.Recommendation}, []query.Change{query.Strengthened}, 1},
		{query.DifferenceFilter{Force: graph.Permission, Actor: "guild"}, nil, 0},
	} {
		fitting, counts, err := v.Differences(all, c.filter)
		if err != nil {
			t.Fatal(err)
		}
		var got []query.Change
		for _, d := range fitting {
			got = append(got, d.Change)
		}
		sum := 0
		for _, n := range counts {
			sum += n
		}
		if !slices.Equal(got, c.want) || sum != c.counts {
			t.Errorf("%+v: got %v of %v", c.filter, got, counts)
		}
	}
	if _, _, err := v.Differences(all, query.DifferenceFilter{Topic: "penguins"}); !errors.Is(err, query.ErrUnknown) {
		t.Errorf("unknown topic: %v", err)
	}
	f := v.FacetsOf(all)
	if len(f.Actors) != 3 || f.Actors[0].ID != "guild" && f.Actors[0].ID != "mayor" || f.Actors[0].Count != 2 {
		t.Errorf("actors %+v", f.Actors)
	}
	if f.Forces[graph.Obligation] != 3 || f.Forces[graph.Recommendation] != 1 {
		t.Errorf("forces %v", f.Forces)
	}
}

func TestCompareOfWhatCannotBe(t *testing.T) {
	v := viewOf(graphtest.Sample()...)
	if _, err := v.Compare("lantern-charter", "Atlantis"); !errors.Is(err, query.ErrUnknown) {
		t.Errorf("unknown: got %v", err)
	}
	if _, err := v.Compare("lantern-charter", "Lantern Charter"); !errors.Is(err, query.ErrParameter) {
		t.Errorf("with itself: got %v", err)
	}
}
