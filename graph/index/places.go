package index

import "iter"

// Bound returns a number that all nodes are below.
func (x *Index) Bound() Node { return Node(x.values.len()) }

// LinkAt returns the link at a place that OutPlaces or InPlaces gave.
func (x *Index) LinkAt(place uint32) Link {
	if i := int(place) - len(x.base.links); i >= 0 {
		return x.recent.links[i]
	}
	return x.base.links[place]
}

// OutPlaces walks the links whose subject is n, each with its place, which is
// short and stays true of this index; in no order to rely on.
func (x *Index) OutPlaces(n Node) iter.Seq2[uint32, Link] { return x.places(bySubject, n) }

// InPlaces is OutPlaces for the links whose object is n.
func (x *Index) InPlaces(n Node) iter.Seq2[uint32, Link] { return x.places(byObject, n) }

func (x *Index) places(by side, n Node) iter.Seq2[uint32, Link] {
	base, recent := x.base.run(by, n), x.recent.run(by, n)
	return func(yield func(uint32, Link) bool) {
		for i := range base.n {
			place := base.place(i)
			if !x.gone.has(place) && !yield(place, base.links[place]) {
				return
			}
		}
		for i := range recent.n {
			place := recent.place(i)
			if !yield(uint32(len(base.links))+place, recent.links[place]) {
				return
			}
		}
	}
}
