package index

import "unsafe"

// What numbered values and links take, for Estimate.
const (
	bytesPerLink  = 4*4 + 3*4             // itself, and its place on three sides
	bytesPerValue = 16 + 1 + 2*4 + 4*11/2 // text header, kind, starts, slots
)

// Estimate tells about how many bytes an index will take, the texts of its
// values given as a whole.
func Estimate(quads, values, texts int64) int64 {
	return quads*bytesPerLink + values*bytesPerValue + texts
}

// Bytes tells how many bytes the index takes: links and names. Documents that
// were decoded are not counted.
func (x *Index) Bytes() int64 {
	size := uintptr(4 * len(*x.dict.slots.Load()))
	size += uintptr(x.values.len()) * (unsafe.Sizeof("") + unsafe.Sizeof(noKind))
	for _, text := range x.values.texts {
		size += uintptr(len(text))
	}
	for _, s := range []*segment{x.base, x.recent} {
		size += uintptr(len(s.links)) * unsafe.Sizeof(Link{})
		for _, p := range s.by {
			size += uintptr(4 * (len(p.keys) + len(p.start) + len(p.list)))
		}
	}
	return int64(size) + int64(8*len(x.gone.places))
}
