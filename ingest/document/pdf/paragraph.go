package pdf

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraph is a run of lines.
type paragraph []line

// setting is how the text of a document is set.
type setting struct {
	body    float64             // size of its type
	gaps    map[float64]float64 // usual white space between lines, by size of type
	columns []*column
}

func settingOf(pages [][]line) setting {
	s := setting{body: bodySize(pages), gaps: map[float64]float64{}}
	counts := map[float64]map[float64]int{}
	for _, page := range pages {
		for i, l := range page {
			if len(s.columns) == 0 || s.columns[len(s.columns)-1] != l.column {
				s.columns = append(s.columns, l.column)
			}
			if i == 0 || page[i-1].size != l.size || page[i-1].column != l.column {
				continue
			}
			if counts[l.size] == nil {
				counts[l.size] = map[float64]int{}
			}
			counts[l.size][math.Round(2*(l.top-page[i-1].bottom))/2]++
		}
	}
	for size, gaps := range counts {
		s.gaps[size] = slices.MinFunc(slices.Collect(maps.Keys(gaps)), func(a, b float64) int {
			return cmp.Or(cmp.Compare(gaps[b], gaps[a]), cmp.Compare(a, b))
		})
	}
	s.widen()
	return s
}

// sameMargin is how far the margins of a column may lie apart on different
// pages, in points.
const sameMargin = 15

// widen gives the columns that begin at the same margin and are about as wide
// the same width: the lines of a short page do not show it.
func (s *setting) widen() {
	const few, wider = 6, 1.12
	same := map[float64][]*column{}
	key := func(c *column) float64 { return math.Round(c.left / sameMargin) }
	for _, c := range s.columns {
		if c.lines >= few {
			same[key(c)] = append(same[key(c)], c)
		}
	}
	widest := map[*column]float64{}
	for _, c := range s.columns {
		widest[c] = c.right
		for k := key(c) - 1; k <= key(c)+1; k++ {
			for _, o := range same[k][:min(len(same[k]), mostCompared)] {
				if c.lines < few || o.right <= c.left+wider*(c.right-c.left) {
					widest[c] = max(widest[c], o.right)
				}
			}
		}
	}
	for c, right := range widest {
		c.right = right
	}
}

// mostCompared bounds how many columns each is compared with.
const mostCompared = 50

// paragraphs joins lines to paragraphs, over the ends of columns and pages too.
func (s *setting) paragraphs(pages [][]line) []paragraph {
	var found []paragraph
	for _, page := range pages {
		for _, l := range page {
			if n := len(found) - 1; n >= 0 && !s.parts(found[n], l) {
				found[n] = append(found[n], l)
				continue
			}
			found = append(found, paragraph{l})
		}
	}
	return found
}

// sameSize tells whether two sizes of type look the same.
func sameSize(a, b float64) bool { return math.Abs(a-b) <= 0.06*max(a, b) }

// isLarge tells the type of headings.
func (s *setting) isLarge(l line) bool { return l.size > s.body*1.08 }

// parts tells whether a new paragraph begins with a line.
func (s *setting) parts(p paragraph, l line) bool {
	last := p[len(p)-1]
	if !sameSize(last.size, l.size) || last.bold != l.bold || len(last.cells) > 1 || len(l.cells) > 1 {
		return true
	}
	stop := endsSentence(last.text)
	if l.column != last.column {
		lower, _ := utf8.DecodeRuneInString(l.text)
		return !unicode.IsLower(lower) && (stop || l.opensItem() || s.isLarge(l) || !s.full(last, l))
	}
	if gap := l.top - last.bottom; gap > s.gaps[l.size]+0.3*l.size || gap < -l.size {
		return true
	}
	if s.isLarge(l) {
		return l.opensItem()
	}
	return l.opensItem() && (stop || !s.full(last, l)) || s.endsEarly(last, l, stop) || s.indented(p, l, stop)
}

// endsEarly tells whether a line stops where the next word would have fitted,
// as the last of a paragraph does. Ragged lines do so a little, and one that
// ends no sentence must leave much room.
func (s *setting) endsEarly(last, l line, stop bool) bool {
	room := last.column.right - last.right - (l.words[0].right - l.words[0].left)
	width := last.column.right - last.column.left
	first, _ := utf8.DecodeRuneInString(l.text)
	switch {
	case s.full(last, l):
		return false
	case stop:
		return room > l.size
	}
	return !unicode.IsLower(first) && room > width/3
}

// full tells whether the first word of a line would not have fitted behind the
// line before.
func (s *setting) full(last, l line) bool {
	first := l.words[0]
	return last.right+first.right-first.left+0.3*l.size > last.column.right-0.5*l.size ||
		strings.HasSuffix(last.text, "-") || strings.HasSuffix(last.text, string(hyphen))
}

// indented tells first lines that are set in, and lines that stand out to the
// left of an item.
func (s *setting) indented(p paragraph, l line, stop bool) bool {
	last, step := p[len(p)-1], 0.7*l.size
	switch {
	case l.left > last.left+step:
		return stop && !(len(p) == 1 && p[0].opensItem())
	case l.left < last.left-step:
		return len(p) > 1
	}
	return false
}

// endsSentence tells lines whose last mark ends a sentence or clause.
func endsSentence(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, "\"”’'»)] "))
	return strings.ContainsRune(".;:!?…", r)
}

// sortedMiddles lists the heights of lines from the top.
func sortedMiddles(page []line) []float64 {
	heights := make([]float64, len(page))
	for i, l := range page {
		heights[i] = l.middle()
	}
	slices.Sort(heights)
	return heights
}
