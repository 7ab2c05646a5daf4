package index

import (
	"cmp"
	"slices"
)

// side is one end of a link.
type side uint8

const (
	bySubject side = iota
	byPredicate
	byObject
	byLabel
	sides
)

// at returns the node that a link has on a side.
func (l Link) at(s side) Node {
	switch s {
	case bySubject:
		return l.Subject
	case byPredicate:
		return l.Predicate
	case byObject:
		return l.Object
	}
	return l.Label
}

func compareLinks(a, b Link) int {
	return cmp.Or(cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Predicate, b.Predicate),
		cmp.Compare(a.Object, b.Object), cmp.Compare(a.Label, b.Label))
}

// posting lists, for every node, the links that have it on one side, ascending.
// Those of keys[i] are list[start[i]:start[i+1]]. Without keys, every number is
// its own place in start; without a list, the places in it are themselves those
// of the links, which are sorted by that side.
type posting struct{ keys, start, list []uint32 }

// of returns the links of a node as a stretch of list.
func (p *posting) of(n Node) (from, to uint32) {
	i := int(n)
	if p.keys != nil {
		var found bool
		if i, found = slices.BinarySearch(p.keys, uint32(n)); !found {
			return 0, 0
		}
	}
	if i+1 >= len(p.start) {
		return 0, 0
	}
	return p.start[i], p.start[i+1]
}

// densePosting has a place for every node: for sides on which most nodes stand.
func densePosting(links []Link, nodes int, by side) posting {
	p := posting{start: starts(links, nodes, by)}
	if by == bySubject {
		return p
	}
	p.list = make([]uint32, len(links))
	next := slices.Clone(p.start)
	for i, l := range links {
		n := l.at(by)
		p.list[next[n]] = uint32(i)
		next[n]++
	}
	return p
}

// keyed gives a dense posting keys: for sides on which few nodes stand.
func (p posting) keyed() posting {
	out := posting{keys: []uint32{}, list: p.list}
	for n := range len(p.start) - 1 {
		if p.start[n] < p.start[n+1] {
			out.keys = append(out.keys, uint32(n))
			out.start = append(out.start, p.start[n])
		}
	}
	out.start = append(out.start, uint32(len(p.list)))
	out.keys, out.start = slices.Clip(out.keys), slices.Clip(out.start)
	return out
}

// sparsePosting costs by the number of links alone, however many nodes there
// are.
func sparsePosting(links []Link, by side) posting {
	order := make([]uint64, len(links)) // node, then place
	for i, l := range links {
		order[i] = uint64(l.at(by))<<32 | uint64(i)
	}
	if by != bySubject {
		slices.Sort(order)
	}
	p := posting{keys: []uint32{}, list: make([]uint32, len(links))}
	for i, o := range order {
		n := uint32(o >> 32)
		if len(p.keys) == 0 || p.keys[len(p.keys)-1] != n {
			p.keys = append(p.keys, n)
			p.start = append(p.start, uint32(i))
		}
		p.list[i] = uint32(o)
	}
	p.start = append(p.start, uint32(len(links)))
	if by == bySubject {
		p.list = nil
	}
	return p
}

// starts counts the links of each node on one side and sums up: entry n is how
// many links belong to nodes before n.
func starts(links []Link, nodes int, by side) []uint32 {
	start := make([]uint32, nodes+1)
	for _, l := range links {
		start[l.at(by)+1]++
	}
	for n := 1; n <= nodes; n++ {
		start[n] += start[n-1]
	}
	return start
}

// sortLinks sorts by subject, predicate, object, label and drops doubles. With
// numbers as dense as these, four counting passes beat comparing.
func sortLinks(links []Link, nodes int) []Link {
	if len(links) < nodes/8 {
		slices.SortFunc(links, compareLinks)
		return slices.Compact(links)
	}
	buffer := make([]Link, len(links))
	for _, by := range []side{byLabel, byObject, byPredicate, bySubject} {
		next := starts(links, nodes, by)
		for _, l := range links {
			n := l.at(by)
			buffer[next[n]] = l
			next[n]++
		}
		links, buffer = buffer, links
	}
	return slices.Compact(links)
}

// without returns the links that are not in a set.
func without(links []Link, set map[Link]bool) []Link {
	if len(set) == 0 {
		return links
	}
	kept := make([]Link, 0, len(links))
	for _, l := range links {
		if !set[l] {
			kept = append(kept, l)
		}
	}
	return kept
}

// mergeLinks joins two sorted lists; what is in both comes once.
func mergeLinks(a, b []Link) []Link {
	out := make([]Link, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch c := compareLinks(a[0], b[0]); {
		case c < 0:
			out, a = append(out, a[0]), a[1:]
		case c > 0:
			out, b = append(out, b[0]), b[1:]
		default:
			b = b[1:]
		}
	}
	return append(append(out, a...), b...)
}
