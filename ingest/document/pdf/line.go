package pdf

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"

	"mandate/ingest/document/content"
)

// line is a line of type in one column.
type line struct {
	box
	words  []word
	cells  []string // where wide gaps part it, as in a table; else one
	text   string
	size   float64 // height of most of its type
	bold   bool    // all of it
	page   int
	column *column
}

// column is a stretch of lines below one another.
type column struct {
	left, right float64
	lines       int
}

// rows gathers words into the lines that they stand on, from the top.
func rows(words []word) [][]word {
	words = slices.Clone(words)
	slices.SortStableFunc(words, func(a, b word) int { return cmp.Compare(a.middle(), b.middle()) })
	var found [][]word
	var around box
	for _, w := range words {
		if n := len(found) - 1; n >= 0 && around.besides(w.box) {
			found[n] = append(found[n], w)
			if w.height() > around.height()*smallType { // marks of notes stand higher
				around = box{0, (around.top + w.top) / 2, 0, (around.bottom + w.bottom) / 2}
			}
			continue
		}
		found, around = append(found, []word{w}), w.box
	}
	for _, row := range found {
		slices.SortStableFunc(row, func(a, b word) int { return cmp.Compare(a.left, b.left) })
	}
	return found
}

// wideGap is a gap between words that parts the cells of a table, in heights of type.
const wideGap = 2.2

// lineOf writes a line of words from left to right, without the raised marks
// of notes.
func lineOf(row []word, page int) line {
	l := line{page: page, size: typeSize(row), bold: true}
	var cells []string
	var cell strings.Builder
	for _, w := range row {
		if n := len(l.words); n > 0 && (w.height() < l.size*smallType || w.raisedOver(l.words[n-1].typeface)) && content.PointsToNote(w.text, l.words[n-1].text) {
			continue
		}
		if len(l.words) == 0 {
			l.box = w.box
		} else {
			gap := w.left - l.right
			switch {
			case gap > wideGap*l.size && !isMarker(cell.String()):
				cells = append(cells, cell.String())
				cell.Reset()
			case gap > l.size/10:
				cell.WriteByte(' ')
			}
		}
		cell.WriteString(w.text)
		l.box, l.words, l.bold = l.with(w.box), append(l.words, w), l.bold && w.bold
	}
	l.cells = append(cells, cell.String())
	l.text = strings.Join(l.cells, " ")
	return l
}

// typeSize is the height of most characters of a line.
func typeSize(row []word) float64 {
	weight, best, size := map[float64]int{}, 0, 0.0
	for _, w := range row {
		h := math.Round(w.height()*4) / 4
		weight[h] += len(w.text)
		if weight[h] > best {
			best, size = weight[h], h
		}
	}
	return size
}

// marker matches what list items and numbered paragraphs begin with.
var marker = regexp.MustCompile(`^(\(?([0-9]{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|([0-9]{1,3}\.)+[0-9]{0,3}|[-–—•·▪◦‣●○■□➢✓∙◆►*§])$`)

// isMarker tells whether text is nothing but such a marker.
func isMarker(text string) bool { return marker.MatchString(text) }

// opensItem tells whether a line begins with a marker.
func (l line) opensItem() bool {
	first, _, more := strings.Cut(l.text, " ")
	return more && isMarker(first)
}

// lines lists the lines of a page in reading order.
func lines(words []word, page int) []line { return inColumns(words, page, 0) }

// mostSplits bounds how often columns are parted into columns.
const mostSplits = 3

// inColumns reads columns one after the other, between the lines that run over
// all of them.
func inColumns(words []word, page, depth int) []line {
	all := rows(words)
	gutter, ok := findGutter(all)
	if !ok || depth == mostSplits {
		return oneColumn(all, page)
	}
	var found []line
	var left, right []word
	flush := func() {
		found = append(found, inColumns(left, page, depth+1)...)
		found = append(found, inColumns(right, page, depth+1)...)
		left, right = nil, nil
	}
	for _, row := range all {
		l, r, crosses := gutter.part(row)
		if crosses {
			flush()
			found = append(found, oneColumn([][]word{row}, page)...)
			continue
		}
		left, right = append(left, l...), append(right, r...)
	}
	flush()
	return found
}

func oneColumn(all [][]word, page int) []line {
	var found []line
	c := &column{left: math.Inf(1), right: math.Inf(-1)}
	for _, row := range all {
		l := lineOf(row, page)
		if l.text == "" {
			continue
		}
		c.left, c.right = min(c.left, l.left), max(c.right, l.right)
		l.column = c
		c.lines++
		found = append(found, l)
	}
	return found
}
