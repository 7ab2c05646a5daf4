package store

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	ckv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	"github.com/hidal-go/hidalgo/kv"
)

// Cayley adds quads of which it knows nothing: it hashes each of their values
// anew, looks up links that cannot be there, and sorts what it writes. Of a
// change all quads are known to be new, so they are written here, just as Cayley
// would leave them, in a third of its time. Its own store reads them; that they
// are the same is what TestAddingIsAsCayleyAdds is for.

// adder adds quads to a transaction.
type adder struct {
	ctx    context.Context
	tx     kv.Tx
	now    int64
	seen   map[quad.Value]*value // by what they are
	hashed map[refs.ValueHash]*value
	values []*value // in the order in which they were met
}

// value is a node of the graph.
type value struct {
	quad.Value
	hash refs.ValueHash
	id   uint64
	uses int // by the quads that are added
	old  bool
}

// link is a quad by its values; nil for a label that is not there.
type link [4]*value

// add writes quads that are not there yet, each once.
func add(ctx context.Context, tx kv.Tx, quads []quad.Quad) error {
	a := &adder{ctx: ctx, tx: tx, now: time.Now().UnixNano(), seen: map[quad.Value]*value{}, hashed: map[refs.ValueHash]*value{}}
	links := make([]link, 0, len(quads))
	for _, q := range quads {
		var l link
		for i, d := range quad.Directions {
			l[i] = a.use(q.Get(d))
		}
		links = append(links, l)
	}
	fresh, err := a.find()
	if err != nil {
		return err
	}
	first, err := a.count("horizon", uint64(fresh+len(links)))
	if err != nil {
		return err
	}
	if err := a.writeValues(first + 1); err != nil {
		return err
	}
	if err := a.writeLinks(first+1+uint64(fresh), links); err != nil {
		return err
	}
	_, err = a.count("size", uint64(len(links)))
	return err
}

// use counts one use of a value. Values of different types may be the same to
// Cayley, which goes by how they are written.
func (a *adder) use(v quad.Value) *value {
	if v == nil {
		return nil
	}
	known := a.seen[v]
	if known == nil {
		hash := refs.HashOf(v)
		if known = a.hashed[hash]; known == nil {
			known = &value{Value: v, hash: hash}
			a.hashed[hash] = known
			a.values = append(a.values, known)
		}
		a.seen[v] = known
	}
	known.uses++
	return known
}

// find looks up which values are there, and returns how many are not.
func (a *adder) find() (fresh int, err error) {
	for _, v := range a.values {
		stored, err := a.tx.Get(a.ctx, valueKey('v', v.hash))
		switch id, n := binary.Uvarint(stored); {
		case errors.Is(err, kv.ErrNotFound):
			fresh++
		case err != nil:
			return 0, err
		case n <= 0:
			return 0, fmt.Errorf("%w: the number of %s cannot be read", ErrDamaged, v.Value)
		default:
			v.id, v.old = id, true
		}
	}
	return fresh, nil
}

// count adds to a number that Cayley keeps, and returns what it was.
func (a *adder) count(name string, more uint64) (was uint64, err error) {
	stored, err := a.tx.Get(a.ctx, kv.SKey("meta", name))
	switch {
	case err == nil && len(stored) == 8:
		was = binary.LittleEndian.Uint64(stored)
	case err != nil && !errors.Is(err, kv.ErrNotFound):
		return 0, err
	}
	return was, a.tx.Put(a.ctx, kv.SKey("meta", name), binary.LittleEndian.AppendUint64(nil, was+more))
}

// writeValues gives the new values numbers from the first on, and all of them
// their uses.
func (a *adder) writeValues(next uint64) error {
	for _, v := range a.values {
		uses := uint64(v.uses)
		if v.old {
			stored, err := a.tx.Get(a.ctx, valueKey('n', v.hash))
			if err != nil && !errors.Is(err, kv.ErrNotFound) {
				return err
			}
			before, _ := binary.Uvarint(stored)
			uses += before
		}
		if err := a.tx.Put(a.ctx, valueKey('n', v.hash), binary.AppendUvarint(nil, uses)); err != nil {
			return err
		}
		if v.old {
			continue
		}
		v.id = next
		next++
		if err := a.writeValue(v); err != nil {
			return err
		}
	}
	return nil
}

func (a *adder) writeValue(v *value) error {
	raw, err := pquads.MarshalValue(v.Value)
	if err != nil {
		return err
	}
	if err := a.tx.Put(a.ctx, valueKey('v', v.hash), binary.AppendUvarint(nil, v.id)); err != nil {
		return err
	}
	entry := a.entry(v.id)
	entry = append(binary.AppendUvarint(append(entry, fieldValue), uint64(len(raw))), raw...)
	return a.tx.Put(a.ctx, logKey(v.id), entry)
}

// writeLinks writes quads into the log and both indexes.
func (a *adder) writeLinks(next uint64, links []link) error {
	for _, l := range links {
		var ids [4]uint64
		entry := a.entry(next)
		for i, v := range l {
			if v != nil {
				ids[i] = v.id
				entry = binary.AppendUvarint(append(entry, fieldSubject+byte(i)*fieldStep), v.id)
			}
		}
		s, p, o, c := ids[0], ids[1], ids[2], ids[3]
		number := binary.AppendUvarint(nil, next)
		err := errors.Join(
			a.tx.Put(a.ctx, logKey(next), entry),
			a.tx.Put(a.ctx, kv.Key{[]byte(bySubject), linkKey(s, p, o, c)}, number),
			a.tx.Put(a.ctx, kv.Key{[]byte(byObject), linkKey(o, p, s, c)}, number),
		)
		if err != nil {
			return err
		}
		next++
	}
	return nil
}

// The fields of an entry of the log as protocol buffers write them: number and
// type of each in one byte.
const (
	fieldID        = 1 << 3
	fieldSubject   = 2 << 3 // after it those of predicate, object and label
	fieldStep      = 1 << 3
	fieldTimestamp = 7 << 3
	fieldValue     = 8<<3 | 2
)

// entry begins an entry of the log.
func (a *adder) entry(id uint64) []byte {
	e := binary.AppendUvarint(append(make([]byte, 0, 48), fieldID), id)
	return binary.AppendUvarint(append(e, fieldTimestamp), uint64(a.now))
}

func valueKey(bucket byte, h refs.ValueHash) kv.Key {
	return kv.Key{{bucket, h[0], h[1]}, h[:]}
}

func logKey(id uint64) kv.Key {
	return kv.Key{[]byte("log"), binary.BigEndian.AppendUint64(nil, id)}
}

// linkKey finds a link by its values in this order.
func linkKey(ids ...uint64) []byte {
	key := make([]byte, 0, 8*len(ids))
	for _, id := range ids {
		key = binary.BigEndian.AppendUint64(key, id)
	}
	return key
}

// indexes are what initialise chose.
func indexes() []ckv.QuadIndex {
	return []ckv.QuadIndex{
		{Dirs: []quad.Direction{quad.Subject, quad.Predicate, quad.Object, quad.Label}},
		{Dirs: []quad.Direction{quad.Object, quad.Predicate, quad.Subject, quad.Label}},
	}
}

// hasOurIndexes tells a store that initialise made: one of another program's
// making is written by Cayley itself.
func hasOurIndexes(ctx context.Context, tx kv.Tx) (bool, error) {
	stored, err := tx.Get(ctx, kv.SKey("meta", "indexes"))
	if errors.Is(err, kv.ErrNotFound) {
		return false, nil
	}
	var found []ckv.QuadIndex
	if err == nil {
		err = json.Unmarshal(stored, &found)
	}
	same := func(a, b ckv.QuadIndex) bool { return a.Unique == b.Unique && slices.Equal(a.Dirs, b.Dirs) }
	return slices.EqualFunc(found, indexes(), same), err
}
