package index

import "unsafe"

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
