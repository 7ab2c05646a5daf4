package pdf

import "math"

// box is where something stands on a page, in points from its upper left corner.
type box struct{ left, top, right, bottom float64 }

func (b box) height() float64 { return b.bottom - b.top }
func (b box) middle() float64 { return (b.top + b.bottom) / 2 }

// with is the smallest box around both.
func (b box) with(o box) box {
	return box{min(b.left, o.left), min(b.top, o.top), max(b.right, o.right), max(b.bottom, o.bottom)}
}

// besides tells whether two boxes share a line.
func (b box) besides(o box) bool {
	return min(b.bottom, o.bottom)-max(b.top, o.top) > min(b.height(), o.height())/2
}

// word is a stretch of characters without white space. The height of its box
// is that of its type, whatever letters it has.
type word struct {
	box
	text string
	typeface
}

// typeface is how a character is set: where its base line begins, how large, at
// which angle, how heavy.
type typeface struct {
	x, base, size, turn float64
	bold                bool
}

// ascent is how much of the height of type stands above its base line.
const ascent = 0.8

// upright turns a page whose text runs up or down, and drops the words that run
// another way than most: they are stamps in its margin.
func upright(words []word) []word {
	turns := map[int]int{}
	quarter := func(w word) int { return int(math.Round(w.turn/(math.Pi/2))) & 3 }
	for _, w := range words {
		turns[quarter(w)] += len(w.text)
	}
	most := 0
	for q := range 4 {
		if turns[q] > turns[most] {
			most = q
		}
	}
	kept := words[:0]
	for _, w := range words {
		if quarter(w) != most {
			continue
		}
		b, x, y := w.box, w.x, w.base
		switch most {
		case 1:
			w.box, w.base = box{-b.bottom, b.left, -b.top, b.right}, x
		case 2:
			w.box, w.base = box{-b.right, -b.bottom, -b.left, -b.top}, -y
		case 3:
			w.box, w.base = box{b.top, -b.right, b.bottom, -b.left}, -x
		}
		w.top, w.bottom = w.base-ascent*w.size, w.base+(1-ascent)*w.size
		kept = append(kept, w)
	}
	return kept
}
