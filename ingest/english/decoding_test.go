package english

import (
	"math/rand/v2"
	"testing"
)

// bestTree tries all projective trees with one root.
func bestTree(arcs matrix) float32 {
	n := arcs.rows
	heads, best, found := make([]int, n), float32(0), false
	var choose func(d int)
	choose = func(d int) {
		if d < n {
			for h := range n {
				heads[d] = h
				choose(d + 1)
			}
			return
		}
		if !isProjectiveTree(heads) {
			return
		}
		if score := treeScore(arcs, heads); !found || score > best {
			best, found = score, true
		}
	}
	choose(1)
	return best
}

func treeScore(arcs matrix, heads []int) float32 {
	var sum float32
	for d := 1; d < len(heads); d++ {
		sum += arcs.row(d)[heads[d]]
	}
	return sum
}

func isProjectiveTree(heads []int) bool {
	roots := 0
	for d := 1; d < len(heads); d++ {
		if heads[d] == 0 {
			roots++
		}
		if !dominates(heads, 0, d) {
			return false
		}
	}
	for d := 1; d < len(heads); d++ {
		for m := min(d, heads[d]) + 1; m < max(d, heads[d]); m++ {
			if !dominates(heads, heads[d], m) {
				return false
			}
		}
	}
	return roots == 1
}

func TestEisnerFindsTheBestTree(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var e eisner
	for round := range 200 {
		n := 2 + round%5
		arcs := newMatrix(n, roundUp(n))
		for i := range arcs.data {
			arcs.data[i] = float32(random.IntN(41)-20) / 4 // sums are exact
		}
		heads := e.decode(arcs)
		if !isProjectiveTree(heads) {
			t.Fatalf("%v is no projective tree with one root", heads)
		}
		if got, want := treeScore(arcs, heads), bestTree(arcs); got != want {
			t.Fatalf("round %d: tree %v scores %v, the best %v", round, heads, got, want)
		}
	}
}

func TestBestLabelKeepsRootForTheRoot(t *testing.T) {
	scores := []float32{1, 5, 3}
	if bestLabel(scores, 1, false) != 2 || bestLabel(scores, 1, true) != 1 || bestLabel(scores, 2, true) != 2 {
		t.Error("the root relation went to another arc, or another relation to the root's")
	}
}

// dominates tells whether the path of heads from m reaches top.
func dominates(heads []int, top, m int) bool {
	for range heads {
		if m == top {
			return true
		}
		m = heads[m]
	}
	return false
}
