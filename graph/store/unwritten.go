package store

import (
	"context"
	"errors"
	"hash/maphash"

	"github.com/hidal-go/hidalgo/kv"
)

// Of a store that never held a quad, whatever is there was written in the first
// transaction. Storing new quads looks up several keys each that are not there;
// a filter of what was written saves looking through all tables for them, which
// is a fifth of the work of loading.

// horizonKey is where Cayley counts the numbers of values and quads it gave out.
func horizonKey() kv.Key { return kv.SKey("meta", "horizon") }

// freshly wraps the transaction where the store never held a quad.
func freshly(ctx context.Context, tx kv.Tx) (kv.Tx, error) {
	_, err := tx.Get(ctx, horizonKey())
	if errors.Is(err, kv.ErrNotFound) {
		return &freshTx{Tx: tx, written: newKeyFilter()}, nil
	}
	return tx, err
}

// freshTx knows of keys that were not written in it that they are not there.
type freshTx struct {
	kv.Tx
	written *keyFilter
}

func (t *freshTx) Put(ctx context.Context, k kv.Key, v kv.Value) error {
	t.written.add(k)
	return t.Tx.Put(ctx, k, v)
}

func (t *freshTx) Get(ctx context.Context, k kv.Key) (kv.Value, error) {
	if ofQuads(k) && !t.written.mayHave(k) {
		return nil, kv.ErrNotFound
	}
	return t.Tx.Get(ctx, k)
}

func (t *freshTx) GetBatch(ctx context.Context, keys []kv.Key) ([]kv.Value, error) {
	return kv.GetBatch(ctx, t, keys)
}

// ofQuads tells the buckets that are empty before the first quad: of values and
// their counts (v.., n..), of the log and of the links by their ends.
func ofQuads(k kv.Key) bool {
	switch bucket := k[0]; {
	case len(bucket) == 3 && (bucket[0] == 'v' || bucket[0] == 'n'):
		return true
	default:
		return string(bucket) == "log" || string(bucket) == bySubject || string(bucket) == byObject
	}
}

// keyFilter is a Bloom filter: what it does not have was never added.
type keyFilter struct {
	seed maphash.Seed
	bits []uint64
}

const (
	filterBits = 1 << 24 // 2 MB: one in twenty is taken for known after 2.5 million keys
	filterTurn = 4       // bits for each key
)

func newKeyFilter() *keyFilter {
	return &keyFilter{seed: maphash.MakeSeed(), bits: make([]uint64, filterBits/64)}
}

// places calls visit with the places of the bits of a key until it returns
// false.
func (f *keyFilter) places(k kv.Key, visit func(word int, bit uint64) bool) bool {
	var h maphash.Hash
	h.SetSeed(f.seed)
	for _, part := range k {
		_, _ = h.Write(part) // never fails
		_ = h.WriteByte(0)
	}
	sum := h.Sum64()
	step := sum>>32 | 1
	for range filterTurn {
		place := sum % filterBits
		if !visit(int(place/64), 1<<(place%64)) {
			return false
		}
		sum += step
	}
	return true
}

func (f *keyFilter) add(k kv.Key) {
	f.places(k, func(word int, bit uint64) bool {
		f.bits[word] |= bit
		return true
	})
}

func (f *keyFilter) mayHave(k kv.Key) bool {
	return f.places(k, func(word int, bit uint64) bool { return f.bits[word]&bit != 0 })
}
