package review_test

import (
	"slices"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/review"
)

// of is a correction of the first statement of an actor and aim.
func of(t *testing.T, kind review.Kind, r graph.Reading, actor, aim string, changes ...review.Change) review.Correction {
	t.Helper()
	i := slices.IndexFunc(r.Statements, func(s graph.Statement) bool { return s.Actor == actor && s.Aim == aim })
	if i < 0 {
		t.Fatalf("%s says nothing of %s and %s", r.Document.ID, actor, aim)
	}
	s := r.Statements[i]
	prefix, suffix := s.Evidence.Surroundings(r.Document.Text)
	return review.Correction{Kind: kind, By: "Ann Lee", Reason: "read it again", Doc: r.Document.ID, Changes: changes,
		Target: review.Target{Statement: s.ID, Quote: s.Evidence.Quote, Prefix: prefix, Suffix: suffix, Actor: actor, Aim: aim, Polarity: s.Polarity}}
}

func logOf(t *testing.T, corrections ...review.Correction) *review.Log {
	t.Helper()
	var l *review.Log
	l, _, err := l.Then(corrections)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func find(r graph.Reading, actor, aim string) *graph.Statement {
	for i := range r.Statements {
		if s := &r.Statements[i]; s.Actor == actor && s.Aim == aim {
			return s
		}
	}
	return nil
}

func TestApply(t *testing.T) {
	raw := graphtest.Harbour()
	l := logOf(t,
		of(t, review.Accept, raw, "united-nations", "lead"),
		of(t, review.Reject, raw, "civil-society", "share"),
		of(t, review.Edit, raw, "china", "build", review.Change{Component: review.Object, Before: "a café", After: "a café for sailors"},
			review.Change{Component: review.Force, Before: "commitment", After: "goal"}))
	got := review.Apply(raw, l)
	if find(got, "civil-society", "share") != nil || len(got.Statements) != len(raw.Statements)-1 {
		t.Error("the rejected statement is there")
	}
	if _, listed := slices.BinarySearchFunc(got.Actors, "civil-society", func(a graph.Actor, id string) int { return cmpString(a.ID, id) }); listed {
		t.Error("nobody names civil society any more")
	}
	if s := find(got, "china", "build"); s.Object != "a café for sailors" || s.Force != graph.GoalForce || len(s.Reviews) != 1 || s.ID != find(raw, "china", "build").ID {
		t.Errorf("edited: %+v", s)
	}
	if s := find(got, "united-nations", "lead"); len(s.Reviews) != 1 {
		t.Errorf("accepted: %+v", s)
	}
	if len(got.Applied) != 3 {
		t.Errorf("applied %v", got.Applied)
	}
	if !slices.Equal(graph.Quads(raw), graph.Quads(graphtest.Harbour())) {
		t.Error("the reading itself was changed")
	}
}

func cmpString(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// What is stored of a corrected document leads back to the document as it was
// read, and reads back as it was corrected.
func TestThereAndBack(t *testing.T) {
	raw := graphtest.Harbour()
	merge := review.Correction{Kind: review.Merge, By: "Bo", From: review.Party{ID: "countries", Label: "Countries"}, Into: review.Party{ID: "international-community", Label: "International community", Kind: graph.Collective}}
	l := logOf(t, of(t, review.Reject, raw, "china", "support"),
		of(t, review.Edit, raw, "china", "oppose", review.Change{Component: review.Topics, Before: "cable attack", After: "cutting of cables\ncable attack"}),
		merge, addition(raw))
	quads := review.DocumentQuads(raw, l)
	back, err := graph.UncorrectedQuads(raw.Document.ID, quads)
	if err != nil || !slices.Equal(back, graph.Quads(raw)) {
		t.Fatalf("%d quads lead back to %d, want %d (%v)", len(quads), len(back), len(graph.Quads(raw)), err)
	}
	got, err := graph.ReadingFrom(raw.Document.ID, quads)
	if err != nil {
		t.Fatal(err)
	}
	if want := review.Apply(raw, l); !slices.Equal(graph.Quads(got), graph.Quads(want)) {
		t.Error("it does not read back as it was corrected")
	}
	if len(got.Applied) != 4 {
		t.Errorf("applied: %v", got.Applied)
	}
	if n, faults := graph.Verify(raw.Document.ID, quads); n != len(raw.Statements) || len(faults) > 0 {
		t.Errorf("%d statements, faults %v", n, faults)
	}
	if s := find(got, "international-community", "share"); s == nil || len(s.Reviews) != 1 {
		t.Errorf("merged: %+v", s)
	}
	if s := find(got, "china", "visit"); s == nil || s.Object != "every island" {
		t.Errorf("added: %+v", s)
	}
}

func addition(r graph.Reading) review.Correction {
	c := review.Correction{Kind: review.Add, By: "Ann Lee", Doc: r.Document.ID, Into: review.Party{ID: "china", Label: "China", Kind: graph.State},
		Target: review.Target{Quote: "café for sailors", Actor: "china", Aim: "visit", Polarity: graph.Positive}}
	for component, value := range map[review.Component]string{review.Actor: "china", review.Aim: "visit", review.Force: "permission", review.Object: "every island", review.Polarity: "+"} {
		c.Changes = append(c.Changes, review.Change{Component: component, After: value})
	}
	return c
}

func TestLogComesBack(t *testing.T) {
	raw := graphtest.Harbour()
	l := logOf(t, of(t, review.Accept, raw, "united-nations", "lead"), addition(raw),
		review.Correction{Kind: review.Alias, By: "Bo", Into: review.Party{ID: "china", Label: "China", Kind: graph.State}, Name: "The Middle Kingdom"})
	l, _, err := l.Then([]review.Correction{{Kind: review.Undo, By: "Bo", Undoes: l.All()[0].ID}})
	if err != nil {
		t.Fatal(err)
	}
	got := review.ReadLog(review.Quads(l.All()))
	if len(got.All()) != 4 || !slices.Equal(review.Quads(got.All()), review.Quads(l.All())) {
		t.Errorf("%+v", got.All())
	}
	if by, ok := got.UndoneBy(l.All()[0].ID); !ok || by.By != "Bo" || len(got.Of(raw.Document.ID)) != 2 {
		t.Errorf("undone by %v, %d hold", by, len(got.Of(raw.Document.ID)))
	}
}
