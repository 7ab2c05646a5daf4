package index

import (
	"cmp"
	"slices"
)

// side picks one end of a link.
type side func(Link) Node

func subject(l Link) Node   { return l.Subject }
func predicate(l Link) Node { return l.Predicate }
func object(l Link) Node    { return l.Object }
func label(l Link) Node     { return l.Label }

func compareLinks(a, b Link) int {
	return cmp.Or(cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Predicate, b.Predicate),
		cmp.Compare(a.Object, b.Object), cmp.Compare(a.Label, b.Label))
}

// posting lists, for every node, the links that have it on one side, ascending:
// list[start[n]:start[n+1]].
type posting struct{ start, list []uint32 }

func newPosting(links []Link, nodes int, by side) posting {
	p := posting{start: starts(links, nodes, by), list: make([]uint32, len(links))}
	next := slices.Clone(p.start)
	for i, l := range links {
		n := by(l)
		p.list[next[n]] = uint32(i)
		next[n]++
	}
	return p
}

func (p posting) of(n Node) []uint32 {
	if int(n)+1 >= len(p.start) {
		return nil
	}
	return p.list[p.start[n]:p.start[n+1]]
}

// starts counts the links of each node on one side and sums up: entry n is how
// many links belong to nodes before n.
func starts(links []Link, nodes int, by side) []uint32 {
	start := make([]uint32, nodes+1)
	for _, l := range links {
		start[by(l)+1]++
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
	for _, by := range []side{label, object, predicate, subject} {
		next := starts(links, nodes, by)
		for _, l := range links {
			n := by(l)
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
