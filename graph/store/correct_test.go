package store_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/index"
	"mandate/graph/review"
	"mandate/graph/store"

	"github.com/cayleygraph/quad"
)

// judge makes a correction of the first statement of an actor and aim.
func judge(kind review.Kind, doc, actor, aim string, changes ...review.Change) func(*index.Index) ([]review.Correction, error) {
	return func(x *index.Index) ([]review.Correction, error) {
		raw, _ := x.Uncorrected(doc)
		for _, s := range raw.Statements {
			if s.Actor == actor && s.Aim == aim {
				return []review.Correction{{Kind: kind, By: "Ann Lee", Reason: "read it twice", Doc: doc, Changes: changes, Target: review.Target{
					Statement: s.ID, Quote: s.Evidence.Quote, Actor: actor, Aim: aim, Polarity: s.Polarity}}}, nil
			}
		}
		return nil, errors.New("no such statement")
	}
}

func merge(from string, into graph.Actor) func(*index.Index) ([]review.Correction, error) {
	return func(*index.Index) ([]review.Correction, error) {
		return []review.Correction{{Kind: review.Merge, By: "Bo", From: review.Party{ID: from, Label: from}, Into: review.Party{ID: into.ID, Label: into.Label, Kind: into.Kind}}}, nil
	}
}

func undo(id string) func(*index.Index) ([]review.Correction, error) {
	return func(*index.Index) ([]review.Correction, error) {
		return []review.Correction{{Kind: review.Undo, By: "Bo", Undoes: id}}, nil
	}
}

func correct(t testing.TB, s *store.Store, make func(*index.Index) ([]review.Correction, error)) review.Correction {
	t.Helper()
	added, err := s.Correct(t.Context(), make)
	if err != nil || len(added) != 1 {
		t.Fatalf("%d corrections, %v", len(added), err)
	}
	return added[0]
}

func aims(s *store.Store, actor string) []string {
	var out []string
	for _, st := range s.View().ByActor(actor) {
		out = append(out, st.Aim)
	}
	return out
}

// Corrections hold at once, outlive closing, replacing and removing, and leave
// no trace in the document once they are undone.
func TestCorrections(t *testing.T) {
	for name, url := range lasting(t) {
		t.Run(name, func(t *testing.T) {
			s := open(t, url, store.Options{})
			put(t, s, graphtest.Harbour())
			put(t, s, graphtest.Lantern())
			read := content(s)
			all := []review.Correction{
				correct(t, s, judge(review.Reject, "lantern-charter", "secretariat", "report")),
				correct(t, s, judge(review.Edit, "harbour-declaration", "china", "build", review.Change{Component: review.Aim, Before: "build", After: "found"})),
				correct(t, s, merge("countries", graph.Actor{ID: "international-community", Label: "International community", Kind: graph.Collective})),
			}
			check := func(t *testing.T, s *store.Store) {
				t.Helper()
				if got := aims(s, "secretariat"); len(got) != 0 {
					t.Errorf("the secretariat is said to %v", got)
				}
				if got := aims(s, "china"); !slices.Contains(got, "found") || slices.Contains(got, "build") {
					t.Errorf("china is said to %v", got)
				}
				if got := aims(s, "international-community"); !slices.Contains(got, "share") || len(aims(s, "countries")) > 0 {
					t.Errorf("the international community is said to %v", got)
				}
				edge := quad.MakeIRI("actor:international-community", graph.PredObligedTo, "principle:shared-stewardship", graph.DocIRI("harbour-declaration"))
				if !s.View().Contains(edge) {
					t.Error("no direct edge follows the merged actor")
				}
				for _, doc := range s.View().IDs() {
					if _, faults := graph.Verify(doc, s.View().DocumentQuads(doc)); len(faults) > 0 {
						t.Error(faults)
					}
				}
			}
			check(t, s)
			s.Close()
			s = open(t, url, store.Options{})
			check(t, s)
			corrected := content(s)
			put(t, s, graphtest.Lantern())
			if err := s.Remove(t.Context(), "harbour-declaration"); err != nil {
				t.Fatal(err)
			}
			put(t, s, graphtest.Harbour())
			check(t, s)
			if !slices.Equal(content(s), corrected) {
				t.Error("read anew, the documents are corrected otherwise")
			}
			for _, c := range all {
				correct(t, s, undo(c.ID))
			}
			if got := documents(s); !slices.Equal(got, read) {
				t.Errorf("undone, there are %d quads of documents, want %d", len(got), len(read))
			}
			if got := len(s.View().Corrections().All()); got != 2*len(all) {
				t.Errorf("%d corrections are told, want %d", got, 2*len(all))
			}
		})
	}
}

// documents returns the quads that are not of corrections.
func documents(s *store.Store) []quad.Quad {
	return slices.DeleteFunc(content(s), func(q quad.Quad) bool { return q.Label == quad.IRI(graph.CorrectionsGraph) })
}

func TestCorrectionsThatCannotBe(t *testing.T) {
	for name, url := range urls(t) {
		t.Run(name, func(t *testing.T) {
			s := open(t, url, store.Options{})
			put(t, s, graphtest.Lantern())
			before := content(s)
			if _, err := s.Correct(t.Context(), undo("77")); !errors.Is(err, review.ErrInvalid) {
				t.Errorf("undo of nothing: %v", err)
			}
			if _, err := s.Correct(t.Context(), judge(review.Reject, "lantern-charter", "nobody", "report")); err == nil {
				t.Error("the maker's error is lost")
			}
			if !slices.Equal(content(s), before) {
				t.Error("something was stored")
			}
		})
	}
}

// A copy of a store by its quads is corrected as the store is, in whatever order
// they come.
func TestImportOfCorrections(t *testing.T) {
	for name, url := range urls(t) {
		t.Run(name, func(t *testing.T) {
			from := open(t, "mem:", store.Options{})
			put(t, from, graphtest.Harbour())
			put(t, from, graphtest.Lantern())
			correct(t, from, judge(review.Reject, "lantern-charter", "secretariat", "report"))
			correct(t, from, merge("countries", graph.Actor{ID: "international-community", Label: "International community", Kind: graph.Collective}))
			want := content(from)
			s := open(t, url, store.Options{})
			put(t, s, graphtest.Lantern()) // which nobody corrected here
			if _, err := s.Import(t.Context(), func(yield func(quad.Quad, error) bool) {
				for _, q := range want {
					if !yield(q, nil) {
						return
					}
				}
			}); err != nil {
				t.Fatal(err)
			}
			assertQuads(t, s, want)
			// The corrections alone, over documents as they were read.
			s = open(t, "mem:", store.Options{})
			put(t, s, graphtest.Harbour())
			put(t, s, graphtest.Lantern())
			if err := s.WriteQuads(t.Context(), nil, review.Quads(from.View().Corrections().All())); err != nil {
				t.Fatal(err)
			}
			assertQuads(t, s, want)
		})
	}
}

// What one process says of a document shows in the others that share the
// database, and none undoes what another says at the same time.
func TestCorrectionsInASharedDatabase(t *testing.T) {
	address := cluster(t).Database(t)
	a, b := open(t, address, store.Options{}), open(t, address, store.Options{})
	put(t, a, graphtest.Lantern())
	eventually(t, "the document", func() bool { return b.View().Has("lantern-charter") })
	correct(t, a, judge(review.Reject, "lantern-charter", "secretariat", "report"))
	second := correct(t, b, judge(review.Reject, "lantern-charter", "member-states", "dim")) // made of an old view
	if second.Sequence != 2 {
		t.Errorf("the second correction has number %d", second.Sequence)
	}
	for _, s := range []*store.Store{a, b} {
		eventually(t, "both corrections", func() bool {
			return len(s.View().Corrections().All()) == 2 && len(aims(s, "secretariat")) == 0 && slices.Equal(aims(s, "member-states"), []string{"inspect"})
		})
	}
	put(t, b, graphtest.Lantern())
	eventually(t, "the document as corrected", func() bool { return slices.Equal(content(a), content(b)) })
	if len(aims(a, "secretariat")) > 0 {
		t.Error("read anew, the document is not corrected")
	}
}

// correctForever says and takes back things of a document until it is killed.
func correctForever(s *store.Store) error {
	ctx := context.Background()
	paper := version(0, 1)
	if _, err := s.Put(ctx, paper); err != nil {
		return err
	}
	for round := 0; ; round++ {
		one := paper.Statements[round%len(paper.Statements)]
		added, err := s.Correct(ctx, judge(review.Reject, paper.Document.ID, one.Actor, one.Aim))
		if err == nil && round%3 == 0 {
			_, err = s.Correct(ctx, undo(added[0].ID))
		}
		if err != nil {
			return err
		}
		if round == 0 {
			fmt.Println("ready")
		}
	}
}

// Killed at any moment, a store has the document as its corrections have it be.
func TestKilledWhileCorrecting(t *testing.T) {
	path := filepath.Join(t.TempDir(), "m.db")
	said := 0
	for trial := range 4 {
		cmd, _ := startChild(t, "correct", path)
		time.Sleep(time.Duration(50+trial*37) * time.Millisecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		cmd.Wait()
		s := open(t, path, store.Options{})
		log := s.View().Corrections()
		if len(log.All()) <= said {
			t.Errorf("%d corrections, %d before", len(log.All()), said)
		}
		said = len(log.All())
		want := append(review.DocumentQuads(version(0, 1), log), review.Quads(log.All())...)
		slices.SortFunc(want, graph.CompareQuads)
		assertQuads(t, s, want)
		s.Close()
	}
}

// What others wrote into the graph of a document outlives its corrections.
func TestCorrectionsLeaveWhatOthersWrote(t *testing.T) {
	s := open(t, "mem:", store.Options{})
	put(t, s, graphtest.Lantern())
	note := quad.Make(quad.IRI("actor:secretariat"), quad.IRI("seat"), "Lisbon", quad.IRI("doc:lantern-charter"))
	if err := s.WriteQuads(t.Context(), nil, []quad.Quad{note}); err != nil {
		t.Fatal(err)
	}
	c := correct(t, s, judge(review.Reject, "lantern-charter", "secretariat", "report"))
	if !s.View().Contains(note) {
		t.Error("the note is gone")
	}
	correct(t, s, undo(c.ID))
	want := append(quadsOf(graphtest.Lantern()), note)
	slices.SortFunc(want, graph.CompareQuads)
	if !slices.Equal(documents(s), want) {
		t.Error("undone, the document is not as it was")
	}
}

func BenchmarkCorrect(b *testing.B) {
	for _, statements := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprint(statements), func(b *testing.B) {
			s := open(b, "mem:", store.Options{})
			paper := graphtest.Paper("p", statements)
			put(b, s, paper)
			for i := 0; b.Loop(); i++ {
				one := paper.Statements[i%statements]
				correct(b, s, judge(review.Accept, "p", one.Actor, one.Aim))
			}
		})
	}
}
