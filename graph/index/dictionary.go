package index

import (
	"strings"
	"sync"
	"sync/atomic"
	"unsafe"

	"github.com/cayleygraph/quad"
	"github.com/cespare/xxhash/v2"
)

// values are numbered values by Node; [0] is that of None. Their texts lie side
// by side in large blocks, which take no more than the characters.
type values struct {
	texts []string
	kinds []kind
}

func (v values) len() int { return len(v.texts) }

// is tells whether node n is the value of that kind and text.
func (v values) is(n Node, k kind, text string) bool { return v.kinds[n] == k && v.texts[n] == text }

// dictionary numbers values. Indexes that follow one another share it: it only
// grows, and each index reads no further than the values that it was made with.
// Readers need no lock.
type dictionary struct {
	mu     sync.Mutex // held by the one who numbers
	values values
	block  []byte                // where the next text goes
	slots  atomic.Pointer[slots] // where lookups start
	mapped bool                  // the slots are part of a file and must not be written
}

// slots is an open-addressed hash table of nodes: a power of two, at most three
// quarters in use, None where free. Single slots are read and written
// atomically.
type slots []uint32

// The sizes of blocks: the first is small, for the many small indexes of tests
// and changes.
const (
	firstBlock = 4 << 10
	blockSize  = 256 << 10
)

func newDictionary() *dictionary {
	d := &dictionary{values: values{texts: []string{""}, kinds: []kind{noKind}}}
	s := make(slots, slotsFor(0))
	d.slots.Store(&s)
	return d
}

func hash(k kind, text string) uint64 {
	return xxhash.Sum64String(text) + uint64(k)*0x9E3779B97F4A7C15
}

// find returns the node of a value among v, or the free slot where it belongs.
func (s slots) find(v values, k kind, text string) (Node, uint64) {
	mask := uint64(len(s) - 1)
	for i := hash(k, text) & mask; ; i = (i + 1) & mask {
		n := Node(atomic.LoadUint32(&s[i]))
		if n == None {
			return None, i
		}
		if int(n) < v.len() && v.is(n, k, text) { // others were numbered later
			return n, i
		}
	}
}

// lookup finds a value among those that were numbered first.
func (d *dictionary) lookup(among values, v quad.Value) (Node, bool) {
	if v == nil {
		return None, false
	}
	k, text := encode(v)
	n, _ := (*d.slots.Load()).find(among, k, text)
	return n, n != None
}

// number returns the number of a value, a new one for a new value.
func (d *dictionary) number(v quad.Value) Node {
	if v == nil {
		return None
	}
	k, text := encode(v)
	d.mu.Lock()
	defer d.mu.Unlock()
	n, free := (*d.slots.Load()).find(d.values, k, text)
	if n != None {
		return n
	}
	if d.makeRoom() {
		_, free = (*d.slots.Load()).find(d.values, k, text)
	}
	n = Node(d.values.len())
	d.values.texts = append(d.values.texts, d.keep(text))
	d.values.kinds = append(d.values.kinds, k)
	atomic.StoreUint32(&(*d.slots.Load())[free], uint32(n))
	return n
}

// makeRoom sees to it that one more value has a slot, and tells whether it had
// to make a new table for that.
func (d *dictionary) makeRoom() bool {
	size := slotsFor(d.values.len() + 1)
	if size <= len(*d.slots.Load()) && !d.mapped {
		return false
	}
	d.spread(size)
	return true
}

// spread moves all values into a new table of that size; lookups under way end
// in the old one.
func (d *dictionary) spread(size int) {
	s := slotsOf(d.values, size)
	d.slots.Store(&s)
	d.mapped = false
}

// slotsOf makes a table of that size for values.
func slotsOf(v values, size int) slots {
	s := make(slots, size)
	for n := 1; n < v.len(); n++ {
		_, free := s.find(values{}, v.kinds[n], v.texts[n])
		s[free] = uint32(n)
	}
	return s
}

// slotsFor is the size of the smallest table that n values do not crowd.
func slotsFor(n int) int {
	size := 64
	for 4*n > 3*size {
		size *= 2
	}
	return size
}

// keep copies a text into the present block, or a new one where it is full. A
// long text is a block by itself.
func (d *dictionary) keep(text string) string {
	if len(text) > blockSize/8 {
		return strings.Clone(text)
	}
	if cap(d.block)-len(d.block) < len(text) {
		d.block = make([]byte, 0, max(min(2*cap(d.block), blockSize), firstBlock, len(text)))
	}
	start := len(d.block)
	d.block = append(d.block, text...)
	return view(d.block[start:])
}

// view is a string of bytes that never change any more.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// all returns the values numbered so far. What is added later does not show in
// it.
func (d *dictionary) all() values {
	d.mu.Lock()
	defer d.mu.Unlock()
	return values{d.values.texts[:d.values.len():d.values.len()], d.values.kinds[:d.values.len():d.values.len()]}
}

func (d *dictionary) link(q quad.Quad) Link {
	return Link{d.number(q.Subject), d.number(q.Predicate), d.number(q.Object), d.number(q.Label)}
}

// lookupLink returns a quad by the numbers of its values, false where one of
// them is not among those given.
func (d *dictionary) lookupLink(q quad.Quad, among values) (Link, bool) {
	var ends [4]Node
	for i, v := range []quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
		n, known := d.lookup(among, v)
		if v != nil && !known {
			return Link{}, false
		}
		ends[i] = n
	}
	return Link{ends[0], ends[1], ends[2], ends[3]}, true
}
