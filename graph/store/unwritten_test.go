package store

import (
	"errors"
	"fmt"
	"testing"

	"mandate/graph/graphtest"

	"github.com/hidal-go/hidalgo/kv"
)

// The first transaction of a store finds what was written in it and nothing
// else; the ones after it look for everything.
func TestFreshTransaction(t *testing.T) {
	b, err := openMemory()
	if err != nil {
		t.Fatal(err)
	}
	defer b.close()
	tx, err := b.db.KV.Tx(t.Context(), true)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Close()
	fresh, err := freshly(t.Context(), tx)
	if _, ok := fresh.(*freshTx); !ok || err != nil {
		t.Fatalf("%T, %v", fresh, err)
	}
	var keys []kv.Key
	for i := range 1000 {
		k := kv.SKey("ops", fmt.Sprint(i))
		if keys = append(keys, k); i%2 == 0 {
			if err := fresh.Put(t.Context(), k, kv.Value(fmt.Sprint(i))); err != nil {
				t.Fatal(err)
			}
		}
	}
	values, err := fresh.GetBatch(t.Context(), keys)
	if err != nil {
		t.Fatal(err)
	}
	spared := 0
	for i, v := range values {
		if want := fmt.Sprint(i); i%2 == 0 && string(v) != want || i%2 == 1 && v != nil {
			t.Errorf("key %d: %q", i, v)
		}
		if !fresh.(*freshTx).written.mayHave(keys[i]) {
			spared++
		}
	}
	if spared < 490 {
		t.Errorf("%d of 500 look-ups were spared", spared)
	}
	if _, err := fresh.Get(t.Context(), kv.SKey("meta", "version")); err != nil {
		t.Errorf("what stood there before: %v", err)
	}
}

func TestLaterTransactionsAreNotFresh(t *testing.T) {
	s, err := Open(t.Context(), "mem:", Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Put(t.Context(), graphtest.Paper("p", 3)); err != nil {
		t.Fatal(err)
	}
	tx, err := s.backend.(*embedded).db.KV.Tx(t.Context(), true)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Close()
	if later, err := freshly(t.Context(), tx); err != nil || later != tx {
		t.Errorf("%T, %v", later, err)
	}
	if _, err := tx.Get(t.Context(), horizonKey()); errors.Is(err, kv.ErrNotFound) {
		t.Error("Cayley counts its numbers elsewhere now")
	}
}
