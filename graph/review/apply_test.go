package review_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/review"
)

// of is a correction of the first statement of an actor and aim.
func of(t testing.TB, kind review.Kind, r graph.Reading, actor, aim string, changes ...review.Change) review.Correction {
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

func logOf(t testing.TB, corrections ...review.Correction) *review.Log {
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
	slices.SortFunc(back, graph.CompareQuads)
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

// notice is a text that says one sentence several times, set with some white
// space.
func notice(space string, places ...string) graph.Reading {
	b := graphtest.New("notice", "Notice").Actor("Keepers", graph.Collective)
	for _, place := range places {
		b.Say("On the " + place + " the following holds.")
		b.Say("Keepers"+space+"shall keep a log.", graph.Statement{Actor: "keepers", Force: graph.Obligation, Deontic: "shall", Aim: "keep", Object: "a log"})
	}
	return b.Reading()
}

// What would be passed over when the log is read must not be said to be stored.
func TestLogWithoutRoom(t *testing.T) {
	raw := graphtest.Lantern()
	one := of(t, review.Accept, raw, "secretariat", "report")
	one.Sequence, one.ID = 1<<40, "00000000000000aa"
	full := review.ReadLog(review.Quads([]review.Correction{one}))
	if len(full.All()) != 1 {
		t.Fatal("the last number there is was not read")
	}
	if _, _, err := full.Then([]review.Correction{of(t, review.Reject, raw, "secretariat", "report")}); !errors.Is(err, review.ErrInvalid) {
		t.Errorf("behind the last number: %v", err)
	}
}

// A text that moved and was set anew is corrected where it was: of equal
// sentences, what stands around them decides.
func TestCorrectionsFollowTheirQuotes(t *testing.T) {
	before := notice(" ", "north pier", "south pier")
	c := of(t, review.Reject, before, "keepers", "keep")
	south := before.Statements[1]
	c.Target.Statement = south.ID
	c.Target.Prefix, c.Target.Suffix = south.Evidence.Surroundings(before.Document.Text)
	l := logOf(t, c)
	for name, after := range map[string]graph.Reading{
		"as it was": before, "one more in front": notice(" ", "east pier", "north pier", "south pier"),
		"turned round": notice(" ", "south pier", "north pier"), "set anew": notice("\n", "west pier", "south pier"),
	} {
		t.Run(name, func(t *testing.T) {
			got := review.Apply(after, l)
			rejected := review.Rejected(after, l)
			if len(rejected) != 1 || len(got.Statements) != len(after.Statements)-1 {
				t.Fatalf("%d rejected, %d left", len(rejected), len(got.Statements))
			}
			if prefix, _ := rejected[0].Evidence.Surroundings(after.Document.Text); !strings.Contains(prefix, "south pier") && !strings.Contains(prefix, "h pier the following") {
				t.Errorf("rejected behind %q", prefix)
			}
			if at := strings.Index(after.Document.Text, "south pier"); rejected[0].Evidence.Start < at || rejected[0].Evidence.Start > at+60 {
				t.Errorf("rejected at byte %d, the south pier is at %d", rejected[0].Evidence.Start, at)
			}
		})
	}
	if got := review.Apply(graphtest.New("notice", "Notice").Say("Keepers shall sleep.").Reading(), l); len(got.Applied) != 0 {
		t.Error("it holds of a text without the sentence")
	}
}

// An edit that the rules by now read by themselves still finds its statement.
func TestEditThatIsReadByNow(t *testing.T) {
	before := graphtest.Lantern()
	l := logOf(t, of(t, review.Edit, before, "secretariat", "report", review.Change{Component: review.Aim, Before: "report", After: "answer"},
		review.Change{Component: review.Object, After: "questions"}))
	after := graphtest.Lantern()
	for i := range after.Statements {
		if s := &after.Statements[i]; s.Aim == "report" {
			s.Aim = "answer"
		}
	}
	graph.AssignIDs(after.Document.ID, after.Statements)
	got := review.Apply(after, l)
	if s := find(got, "secretariat", "answer"); len(got.Applied) != 1 || s == nil || s.Object != "questions" {
		t.Errorf("applied %v, %+v", got.Applied, s)
	}
}
