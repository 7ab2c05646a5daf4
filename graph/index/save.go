package index

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"

	"github.com/cespare/xxhash/v2"
)

// The file of an index is its arrays one after the other, each padded to whole
// words, all numbers little-endian: so that a file can be used where it lies. A
// checksum of everything ends it.
//
//	magic, version     a word each
//	nodes, bytes of text, slots, links, predicates, labels: how many, a word each
//	text ends          a word a node: where in the texts that of each ends
//	kinds              a byte a node
//	texts
//	slots              half a word each, as are the following
//	links              subject, predicate, object, label of each
//	by subject         starts
//	by object          starts, list
//	by predicate       keys, starts, list
//	by label           keys, starts, list
//	checksum           a word: xxHash64 of what stands before it
const (
	fileMagic   = "mandate\x1a"
	fileVersion = 1
)

// fileHead says how long the arrays of a file are.
type fileHead struct{ nodes, text, slots, links, predicates, labels uint64 }

func (h *fileHead) counts() []*uint64 {
	return []*uint64{&h.nodes, &h.text, &h.slots, &h.links, &h.predicates, &h.labels}
}

// fileSides are the sides of links in the order of the file.
func fileSides() []side { return []side{bySubject, byObject, byPredicate, byLabel} }

// Save writes the index for Load and OpenFile. It fails only where the writer
// does.
func (x *Index) Save(w io.Writer) error {
	if len(x.recent.links)+x.gone.count > 0 || len(x.base.by[bySubject].start) != x.values.len()+1 {
		x = x.joined()
	}
	sum := xxhash.New()
	out := &fileWriter{w: bufio.NewWriterSize(io.MultiWriter(w, sum), 1<<16)}
	x.write(out)
	out.flush()
	out.number(sum.Sum64())
	out.flush()
	if out.err != nil {
		return fmt.Errorf("write the index: %w", out.err)
	}
	return nil
}

func (x *Index) write(out *fileWriter) {
	v, by := x.values, &x.base.by
	slots := slotsOf(v, slotsFor(v.len())) // those of the dictionary may hold later values
	h := fileHead{
		nodes: uint64(v.len()), slots: uint64(len(slots)), links: uint64(len(x.base.links)),
		predicates: uint64(len(by[byPredicate].keys)), labels: uint64(len(by[byLabel].keys)),
	}
	for _, text := range v.texts {
		h.text += uint64(len(text))
	}
	out.text(fileMagic)
	out.number(fileVersion)
	for _, n := range h.counts() {
		out.number(*n)
	}
	end := uint64(0)
	for _, text := range v.texts {
		end += uint64(len(text))
		out.number(end)
	}
	for _, k := range v.kinds {
		out.raw([]byte{byte(k)})
	}
	out.pad()
	for _, text := range v.texts {
		out.text(text)
	}
	out.pad()
	out.halves(slots)
	for _, l := range x.base.links {
		out.half(uint32(l.Subject), uint32(l.Predicate), uint32(l.Object), uint32(l.Label))
	}
	for _, s := range fileSides() {
		out.halves(by[s].keys)
		out.halves(by[s].start)
		out.halves(by[s].list)
	}
}

// fileWriter writes numbers and texts and remembers the first error.
type fileWriter struct {
	w    *bufio.Writer
	size uint64
	word [wordSize]byte
	err  error
}

func (o *fileWriter) raw(b []byte) {
	o.size += uint64(len(b))
	if o.err == nil {
		_, o.err = o.w.Write(b)
	}
}

func (o *fileWriter) text(s string) {
	o.size += uint64(len(s))
	if o.err == nil {
		_, o.err = o.w.WriteString(s)
	}
}

func (o *fileWriter) number(n uint64) {
	binary.LittleEndian.PutUint64(o.word[:], n)
	o.raw(o.word[:])
}

func (o *fileWriter) half(numbers ...uint32) {
	for _, n := range numbers {
		binary.LittleEndian.PutUint32(o.word[:], n)
		o.raw(o.word[:4])
	}
}

// halves writes an array of half words, padded.
func (o *fileWriter) halves(numbers []uint32) {
	o.half(numbers...)
	o.pad()
}

func (o *fileWriter) pad() {
	clear(o.word[:])
	o.raw(o.word[:padding(o.size)])
}

// padding is how many bytes are missing to a whole word.
func padding(size uint64) uint64 { return -size % wordSize }

func (o *fileWriter) flush() {
	if o.err == nil {
		o.err = o.w.Flush()
	}
}
