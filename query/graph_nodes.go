package query

import (
	"cmp"
	"slices"

	"mandate/graph/index"
)

// reach returns how many links each node is from the centre, up to hops.
func reach(edges []Edge, center index.Node, hops int) map[index.Node]int {
	beside := map[index.Node][]index.Node{}
	for _, e := range edges {
		beside[e.Actor] = append(beside[e.Actor], e.Target)
		beside[e.Target] = append(beside[e.Target], e.Actor)
	}
	near := map[index.Node]int{center: 0}
	ring := []index.Node{center}
	for d := 1; d <= hops && len(ring) > 0; d++ {
		var next []index.Node
		for _, n := range ring {
			for _, m := range beside[n] {
				if _, seen := near[m]; !seen {
					near[m] = d
					next = append(next, m)
				}
			}
		}
		ring = next
	}
	return near
}

// ends returns all nodes of the links.
func ends(edges []Edge) map[index.Node]bool {
	out := map[index.Node]bool{}
	for _, e := range edges {
		out[e.Actor], out[e.Target] = true, true
	}
	return out
}

// missing counts the nodes that are not kept.
func missing(all, kept map[index.Node]bool) int {
	n := 0
	for node := range all {
		if !kept[node] {
			n++
		}
	}
	return n
}

// weightiest chooses at most limit nodes: the centre and those asked for, then
// both ends of one link after the other, the nearest, those of most statements
// and those between nodes of most statements first, so that nothing is drawn
// that hangs on nothing and hubs come with what hangs on them.
func weightiest(edges []Edge, near map[index.Node]int, with []index.Node, limit int) map[index.Node]bool {
	kept := map[index.Node]bool{}
	for n, d := range near {
		if d == 0 {
			kept[n] = true
		}
	}
	for _, n := range with {
		kept[n] = true
	}
	weight := map[index.Node]int{}
	for _, e := range edges {
		weight[e.Actor] += len(e.Statements)
		weight[e.Target] += len(e.Statements)
	}
	ordered := slices.Clone(edges)
	slices.SortStableFunc(ordered, func(a, b Edge) int {
		return cmp.Or(
			min(near[a.Actor], near[a.Target])-min(near[b.Actor], near[b.Target]),
			len(b.Statements)-len(a.Statements),
			weight[b.Actor]+weight[b.Target]-weight[a.Actor]-weight[a.Target],
		)
	})
	for _, e := range ordered {
		more := 0
		if !kept[e.Actor] {
			more++
		}
		if !kept[e.Target] && e.Target != e.Actor {
			more++
		}
		if len(kept)+more <= limit {
			kept[e.Actor], kept[e.Target] = true, true
		}
	}
	return kept
}

// expand adds neighbours to what is kept, the other ends of the weightiest links
// first.
func (v *View) expand(kept map[index.Node]bool, edges []Edge, o GraphOptions) {
	for _, e := range o.Expand {
		for _, at := range v.known([]string{e.IRI}) {
			kept[at] = true
			left := cmp.Or(o.Neighbor, 10)
			for _, n := range v.others(at, edges) {
				if left > 0 && !kept[n] && (e.Kind == "" || v.Describe(n).Kind == e.Kind) {
					kept[n] = true
					left--
				}
			}
		}
	}
}

// others returns the nodes that links join to one, those of most statements
// first.
func (v *View) others(n index.Node, edges []Edge) []index.Node {
	weight := map[index.Node]int{}
	for _, e := range edges {
		switch n {
		case e.Actor:
			weight[e.Target] += len(e.Statements)
		case e.Target:
			weight[e.Actor] += len(e.Statements)
		}
	}
	out := make([]index.Node, 0, len(weight))
	for other := range weight {
		out = append(out, other)
	}
	slices.SortFunc(out, func(a, b index.Node) int {
		return cmp.Or(weight[b]-weight[a], cmp.Compare(v.x.IRI(a), v.x.IRI(b)))
	})
	return out
}
