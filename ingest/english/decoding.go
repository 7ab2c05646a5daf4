package english

import "math"

// eisner finds the best projective tree with one root (Eisner 1996): spans of
// words are joined bottom-up; the memory is used again for the next sentence.
type eisner struct {
	size int
	// Scores of the best span from i to j, headed by its right (0) or left (1)
	// end: incomplete spans end with the arc between their ends.
	complete, incomplete [2][]float32
	completeAt           [2][]int16 // where the best span is joined
	incompleteAt         []int16    // both directions join at the same place
	heads                []int
}

// decode returns the head of each position, given arcs.row(d)[h], for positions
// 1 and on; heads[0] is meaningless. The slice is valid until the next call.
func (e *eisner) decode(arcs matrix) []int {
	n := arcs.rows
	e.reset(n)
	for length := 1; length < n-1; length++ {
		for i := 1; i+length < n; i++ {
			e.join(arcs, i, i+length)
		}
	}
	root, best := 1, float32(math.Inf(-1))
	for r := 1; r < n; r++ {
		if score := e.complete[0][e.at(1, r)] + e.complete[1][e.at(r, n-1)] + arcs.row(r)[0]; score > best {
			root, best = r, score
		}
	}
	if n > 1 {
		e.heads[root] = 0
		e.followComplete(1, root, 0)
		e.followComplete(root, n-1, 1)
	}
	return e.heads
}

func (e *eisner) at(i, j int) int { return i*e.size + j }

func (e *eisner) reset(n int) {
	e.size = n
	grow := func(s []float32) []float32 {
		if cap(s) < n*n {
			return make([]float32, n*n)
		}
		return s[:n*n]
	}
	grow16 := func(s []int16) []int16 {
		if cap(s) < n*n {
			return make([]int16, n*n)
		}
		return s[:n*n]
	}
	for d := range e.complete {
		e.complete[d], e.incomplete[d] = grow(e.complete[d]), grow(e.incomplete[d])
		e.completeAt[d] = grow16(e.completeAt[d])
		for i := range n {
			e.complete[d][e.at(i, i)] = 0
		}
	}
	e.incompleteAt = grow16(e.incompleteAt)
	if cap(e.heads) < n {
		e.heads = make([]int, n)
	}
	e.heads = e.heads[:n]
	clear(e.heads)
}

// join computes the four spans from i to j out of shorter ones.
func (e *eisner) join(arcs matrix, i, j int) {
	at := e.at(i, j)
	best, place := float32(math.Inf(-1)), i
	for k := i; k < j; k++ {
		if score := e.complete[1][e.at(i, k)] + e.complete[0][e.at(k+1, j)]; score > best {
			best, place = score, k
		}
	}
	e.incompleteAt[at] = int16(place)
	e.incomplete[0][at] = best + arcs.row(i)[j]
	e.incomplete[1][at] = best + arcs.row(j)[i]

	best, place = float32(math.Inf(-1)), i
	for k := i; k < j; k++ {
		if score := e.complete[0][e.at(i, k)] + e.incomplete[0][e.at(k, j)]; score > best {
			best, place = score, k
		}
	}
	e.complete[0][at], e.completeAt[0][at] = best, int16(place)

	best, place = float32(math.Inf(-1)), j
	for k := i + 1; k <= j; k++ {
		if score := e.incomplete[1][e.at(i, k)] + e.complete[1][e.at(k, j)]; score > best {
			best, place = score, k
		}
	}
	e.complete[1][at], e.completeAt[1][at] = best, int16(place)
}

// followComplete reads the heads of a complete span off the places.
func (e *eisner) followComplete(i, j, direction int) {
	if i == j {
		return
	}
	k := int(e.completeAt[direction][e.at(i, j)])
	if direction == 0 {
		e.followComplete(i, k, 0)
		e.followIncomplete(k, j, 0)
		return
	}
	e.followIncomplete(i, k, 1)
	e.followComplete(k, j, 1)
}

func (e *eisner) followIncomplete(i, j, direction int) {
	if direction == 0 {
		e.heads[i] = j
	} else {
		e.heads[j] = i
	}
	k := int(e.incompleteAt[e.at(i, j)])
	e.followComplete(i, k, 1)
	e.followComplete(k+1, j, 0)
}

// bestLabel is the first label of the highest score among those allowed: the
// root relation belongs to the root's arc and to no other.
func bestLabel(scores []float32, root int, isRoot bool) int {
	if isRoot {
		return root
	}
	best := -1
	for label, score := range scores {
		if label != root && (best < 0 || score > scores[best]) {
			best = label
		}
	}
	return best
}
