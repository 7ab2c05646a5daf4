package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"unsafe"

	"github.com/cespare/xxhash/v2"
)

// ErrFile is returned for what is no file of an index, of another version, or
// damaged. The index must be made anew then.
var ErrFile = errors.New("not a usable index file")

// OpenFile opens an index that Save wrote; it is ready at once. Where the
// platform allows, the file is mapped into memory, so that processes which open
// the same file share it; it must not be changed afterwards, only replaced or
// removed. ErrFile where it is damaged or foreign.
func OpenFile(path string) (*Index, error) {
	raw, err := contents(path)
	if err != nil {
		return nil, fmt.Errorf("open the index: %w", err)
	}
	x, err := Load(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	x.file = path
	return x, nil
}

// Load reads an index from the bytes that Save wrote and keeps using them: they
// must not change any more. Nothing in them is trusted. ErrFile where they are
// damaged.
func Load(raw []byte) (*Index, error) {
	in := &fileReader{rest: raw}
	h := in.head()
	if in.err == nil && (len(raw)%wordSize != 0 || xxhash.Sum64(raw[:len(raw)-wordSize]) != binary.LittleEndian.Uint64(raw[len(raw)-wordSize:])) {
		in.fail("the checksum is not that of the content")
	}
	d := in.dictionary(h)
	base := in.segment(h)
	if in.err == nil && len(in.rest) != wordSize {
		in.fail("it is %d bytes too long", len(in.rest)-wordSize)
	}
	if in.err != nil {
		return nil, in.err
	}
	return newIndex(d, base), nil
}

// fileReader takes arrays off the front of a file and remembers the first
// error; what it returns after that is empty.
type fileReader struct {
	rest []byte
	err  error
}

func (in *fileReader) fail(format string, args ...any) {
	if in.err == nil {
		in.err = fmt.Errorf("%w: %s", ErrFile, fmt.Sprintf(format, args...))
		in.rest = nil
	}
}

func (in *fileReader) head() (h fileHead) {
	if magic := in.take(wordSize); in.err != nil || string(magic) != fileMagic {
		in.fail("it does not begin as one")
		return h
	}
	if version := in.number(); version != fileVersion {
		in.fail("it has version %d, this program reads %d", version, fileVersion)
	}
	for _, n := range h.counts() {
		*n = in.number()
	}
	if h.nodes == 0 || h.nodes > h.slots || h.slots&(h.slots-1) != 0 {
		in.fail("it has %d slots for %d nodes", h.slots, h.nodes)
	}
	return h
}

// take takes n bytes and the padding after them.
func (in *fileReader) take(n uint64) []byte {
	padded := n + padding(n)
	if in.err == nil && (padded < n || padded > uint64(len(in.rest))) {
		in.fail("it is cut short")
	}
	if in.err != nil {
		return nil
	}
	taken := in.rest[:n:n]
	in.rest = in.rest[padded:]
	return taken
}

// array takes n items of a size.
func (in *fileReader) array(n, size uint64) []byte {
	if n > uint64(len(in.rest))/size {
		in.fail("it is cut short")
		return nil
	}
	return in.take(n * size)
}

func (in *fileReader) number() uint64 {
	if raw := in.take(wordSize); raw != nil {
		return binary.LittleEndian.Uint64(raw)
	}
	return 0
}

// halves takes an array of half words: where the machine counts as the file
// does, as it lies there.
func (in *fileReader) halves(n uint64) []uint32 {
	raw := in.array(n, 4)
	if len(raw) == 0 {
		return nil
	}
	first := unsafe.Pointer(unsafe.SliceData(raw))
	if littleEndian() && uintptr(first)%unsafe.Alignof(uint32(0)) == 0 {
		return unsafe.Slice((*uint32)(first), n)
	}
	out := make([]uint32, n)
	for i := range out {
		out[i] = binary.LittleEndian.Uint32(raw[4*i:])
	}
	return out
}

func littleEndian() bool {
	one := uint16(1)
	return *(*byte)(unsafe.Pointer(&one)) == 1
}

// dictionary takes the values and their slots.
func (in *fileReader) dictionary(h fileHead) *dictionary {
	ends, kinds, text := in.array(h.nodes, wordSize), in.take(h.nodes), in.take(h.text)
	table := slots(in.halves(h.slots))
	if in.err != nil {
		return nil
	}
	v := values{texts: make([]string, h.nodes), kinds: make([]kind, h.nodes)}
	start := uint64(0)
	for n := range v.texts {
		end := binary.LittleEndian.Uint64(ends[wordSize*n:])
		if end < start || end > h.text {
			in.fail("text %d does not lie within the texts", n)
			return nil
		}
		v.texts[n], v.kinds[n] = view(text[start:end]), kind(kinds[n])
		if (n == 0) != (v.kinds[n] == noKind) || n > 0 && !v.kinds[n].wellFormed(v.texts[n]) {
			in.fail("value %d is no value", n)
			return nil
		}
		start = end
	}
	free := 0
	for _, n := range table {
		if n == uint32(None) {
			free++
		} else if uint64(n) >= h.nodes {
			in.fail("a slot holds no node")
			return nil
		}
	}
	if uint64(free) != h.slots-h.nodes+1 {
		in.fail("%d slots of %d are free for %d nodes", free, h.slots, h.nodes)
		return nil
	}
	d := &dictionary{values: v, mapped: true}
	d.slots.Store(&table)
	return d
}

// segment takes the links and their postings.
func (in *fileReader) segment(h fileHead) *segment {
	if h.links > 1<<32-1 {
		in.fail("it has %d links", h.links)
		return nil
	}
	s := &segment{links: links(in.halves(4 * h.links))}
	for _, by := range fileSides() {
		p := &s.by[by]
		switch by {
		case bySubject, byObject:
			p.start = in.halves(h.nodes + 1)
		case byPredicate:
			p.keys, p.start = in.halves(h.predicates), in.halves(h.predicates+1)
		case byLabel:
			p.keys, p.start = in.halves(h.labels), in.halves(h.labels+1)
		}
		if by != bySubject {
			p.list = in.halves(h.links)
		}
		if in.err == nil && !p.fits(s.links, h.nodes, by) {
			in.fail("what it lists by side %d is not what it has", by)
		}
	}
	if in.err == nil && !strictlySorted(s.links) {
		in.fail("its links are not in order")
	}
	return s
}

// links reads half words as links, four each.
func links(halves []uint32) []Link {
	if len(halves) == 0 {
		return nil
	}
	return unsafe.Slice((*Link)(unsafe.Pointer(unsafe.SliceData(halves))), len(halves)/4)
}

func strictlySorted(links []Link) bool {
	for i := 1; i < len(links); i++ {
		if compareLinks(links[i-1], links[i]) >= 0 {
			return false
		}
	}
	return true
}

// fits tells whether a posting is that of the links on a side.
func (p *posting) fits(links []Link, nodes uint64, by side) bool {
	keyed := by == byPredicate || by == byLabel
	if keyed && p.keys == nil {
		p.keys = []uint32{}
	}
	if len(p.start) == 0 || p.start[0] != 0 || uint64(p.start[len(p.start)-1]) != uint64(len(links)) ||
		!slices.IsSorted(p.start) || keyed && !slices.IsSorted(p.keys) {
		return false
	}
	for i := range len(p.start) - 1 {
		n := uint32(i)
		if keyed {
			n = p.keys[i]
		}
		if uint64(n) >= nodes || !p.holds(links, by, Node(n), p.start[i], p.start[i+1]) {
			return false
		}
	}
	return true
}

// holds tells whether a stretch of the posting lists links of a node, ascending.
func (p *posting) holds(links []Link, by side, n Node, from, to uint32) bool {
	last := -1
	for i := from; i < to; i++ {
		place := i
		if p.list != nil {
			place = p.list[i]
		}
		if uint64(place) >= uint64(len(links)) || int(place) <= last || links[place].at(by) != n {
			return false
		}
		last = int(place)
	}
	return true
}
