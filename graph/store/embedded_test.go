package store

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"

	"github.com/hidal-go/hidalgo/kv"
)

// failing is a key-value store whose writes fail once a budget is used up, as
// on a full disk.
type failing struct {
	kv.KV
	budget int // negative: no limit
}

var errFull = errors.New("disk full")

func (f *failing) Tx(ctx context.Context, rw bool) (kv.Tx, error) {
	tx, err := f.KV.Tx(ctx, rw)
	return &failingTx{tx, f}, err
}

type failingTx struct {
	kv.Tx
	f *failing
}

func (tx *failingTx) spend() error {
	if tx.f.budget == 0 {
		return errFull
	}
	tx.f.budget--
	return nil
}

func (tx *failingTx) Put(ctx context.Context, k kv.Key, v kv.Value) error {
	if err := tx.spend(); err != nil {
		return err
	}
	return tx.Tx.Put(ctx, k, v)
}

func (tx *failingTx) Del(ctx context.Context, k kv.Key) error {
	if err := tx.spend(); err != nil {
		return err
	}
	return tx.Tx.Del(ctx, k)
}

func (tx *failingTx) Commit(ctx context.Context) error {
	if err := tx.spend(); err != nil {
		return err
	}
	return tx.Tx.Commit(ctx)
}

// A write that fails at any point leaves view and durable state as they were,
// and the next one goes through.
func TestFailedWriteLeavesNoTrace(t *testing.T) {
	s, err := Open(t.Context(), "mem:", Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	disk := &failing{KV: s.backend.(*embedded).db.KV, budget: -1}
	s.backend.(*embedded).db.KV = disk
	old, fresh := graphtest.Paper("p", 12), graphtest.Paper("p", 4)
	if _, err := s.Put(t.Context(), old); err != nil {
		t.Fatal(err)
	}
	failures := 0
	for budget := 0; ; budget = budget*3/2 + 1 {
		disk.budget = budget
		_, err := s.Put(t.Context(), fresh)
		disk.budget = -1
		if err == nil {
			break
		}
		if failures++; !strings.Contains(err.Error(), errFull.Error()) {
			t.Fatalf("budget %d: %v", budget, err)
		}
		if !slices.Equal(s.View().DocumentQuads("p"), graph.Quads(old)) {
			t.Fatalf("budget %d: the view changed", budget)
		}
		assertDurable(t, s, old)
	}
	if failures < 5 {
		t.Errorf("only %d writes failed", failures)
	}
	assertDurable(t, s, fresh)
}

func assertDurable(t *testing.T, s *Store, want graph.Reading) {
	t.Helper()
	x, _, err := s.backend.load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if got := slices.SortedFunc(x.Quads(), graph.CompareQuads); !slices.Equal(got, graph.Quads(want)) {
		t.Fatalf("%d quads are durable, want %d", len(got), len(graph.Quads(want)))
	}
}
