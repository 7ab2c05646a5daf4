package pdf

import (
	"math"
	"slices"
)

// gutter is the white space between two columns.
type gutter struct{ left, right float64 }

// What makes white space a gutter.
const (
	narrowest   = 7.0  // points
	fewestRows  = 6    // that have text on both sides of it
	fewestWords = 3.0  // on each side of such a row, on average
	mayCross    = 0.25 // of the rows: titles, tables over both columns
	middlePart  = 0.22 // of the width at either edge, in which none is looked for
)

// findGutter finds the vertical white space that parts a page into columns.
func findGutter(all [][]word) (gutter, bool) {
	left, right := math.Inf(1), math.Inf(-1)
	for _, row := range all {
		left, right = min(left, row[0].left), max(right, row[len(row)-1].right)
	}
	width := right - left
	if len(all) < fewestRows || width < 100 || width > 5000 {
		return gutter{}, false
	}
	covered := make([]int, int(width)+2) // how many rows have type at each point
	for _, row := range all {
		for _, w := range row {
			for x := max(0, int(w.left-left)); x <= min(int(w.right-left), len(covered)-1); x++ {
				covered[x]++
			}
		}
	}
	best := gutter{}
	most := int(mayCross * float64(len(all)))
	for x := int(width * middlePart); x < int(width*(1-middlePart)); x++ {
		from := x
		for x < len(covered) && covered[x] <= most {
			x++
		}
		start, end := clearest(covered[from:x], most)
		g := gutter{left + float64(from+start), left + float64(from+end)}
		if g.right-g.left >= narrowest && g.right-g.left > best.right-best.left && g.parts(all) {
			best = g
		}
	}
	return best, best.right > best.left
}

// clearest narrows white space to where the fewest rows run over it: beside it
// may be what only the longest lines of a column reach.
func clearest(covered []int, most int) (start, end int) {
	if len(covered) == 0 {
		return 0, 0
	}
	least := slices.Min(covered)
	for step := 0; least+step <= most; step = 2*step + 1 {
		start, end = 0, 0
		for x := 0; x < len(covered); x++ {
			from := x
			for x < len(covered) && covered[x] <= least+step {
				x++
			}
			if x-from > end-start {
				start, end = from, x
			}
		}
		if float64(end-start) >= narrowest {
			return start, end
		}
	}
	return 0, len(covered)
}

// parts tells whether most rows have text on both sides, as columns do and the
// cells of tables or the markers of lists do not.
func (g gutter) parts(all [][]word) bool {
	both, words, crossing := 0, 0, 0
	for _, row := range all {
		l, r, crosses := g.part(row)
		switch {
		case crosses:
			crossing++
		case len(l) > 0 && len(r) > 0:
			both, words = both+1, words+min(len(l), len(r))
		}
	}
	return both >= fewestRows && float64(words) >= fewestWords*float64(both) && crossing <= len(all)/2
}

// part parts a row at the gutter, unless it runs over it.
func (g gutter) part(row []word) (left, right []word, crosses bool) {
	middle := (g.left + g.right) / 2
	for _, w := range row {
		switch {
		case w.right <= middle:
			left = append(left, w)
		case w.left >= middle:
			right = append(right, w)
		default:
			return nil, nil, true
		}
	}
	if len(left) == 0 || len(right) == 0 {
		return left, right, false
	}
	gap := right[0].left - left[len(left)-1].right
	return left, right, gap < min(g.right-g.left, narrowest)*0.8
}
