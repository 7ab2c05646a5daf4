package pdf

import (
	"regexp"
	"strings"
)

// edge is how many lines at the top and at the bottom of a page may be running
// heads and feet.
const edge = 3

var (
	figures    = regexp.MustCompile(`\d+|\b[ivxlc]{1,7}\b`)
	pageNumber = regexp.MustCompile(`(?i)^[-–—\[(|\s]*(page\s*)?(\d{1,4}|[ivxl]{1,6})([-–—\])|\s]*|\s*(of|/|\|)\s*\d{1,4}[-–—\])|\s]*)$`)
	leaders    = regexp.MustCompile(`(\.\s?){5,}\s*(\d+|[ivxl]+)$|_{8,}`)
	noteStart  = regexp.MustCompile(`^([\[(]?\d{1,3}[\])]?[.\s]|\d{1,3}\p{Lu}|[*†‡§¶]{1,3})`)
)

// withoutFurniture drops running heads and feet, page numbers, lines of tables
// of contents and footnotes from the pages of a document.
func withoutFurniture(pages [][]line) [][]line {
	repeated := repeatedLines(pages)
	body := bodySize(pages)
	for i, page := range pages {
		running := runningLines(page, repeated)
		var kept []line
		for i, l := range page {
			if !running[i] && !leaders.MatchString(l.text) {
				kept = append(kept, l)
			}
		}
		pages[i] = withoutNotes(kept, body)
	}
	return pages
}

// runningLines tells which lines of a page are running heads, feet and page
// numbers: what repeats at its edge and hangs together with nothing that does
// not, as the last line of a paragraph does that stands on many pages.
func runningLines(page []line, repeated map[string]bool) []bool {
	running := make([]bool, len(page))
	top, bottom := edges(page)
	for i, l := range page {
		atEdge := l.middle() <= top || l.middle() >= bottom
		running[i] = atEdge && (repeated[edgeKey(l, top)] || pageNumber.MatchString(l.text))
	}
	for again := true; again; {
		again = false
		for i, l := range page {
			for j, o := range page {
				if running[i] && !running[j] && l.continues(o) {
					running[i], again = false, true
				}
			}
		}
	}
	return running
}

// continues tells whether two lines stand above one another as those of a
// paragraph do.
func (l line) continues(o line) bool {
	return sameSize(l.size, o.size) && o.left < l.right && l.left < o.right &&
		max(o.top, l.top)-min(o.bottom, l.bottom) < l.size*0.6
}

// edges are the heights above and below which lines are among the first or last
// of a page.
func edges(page []line) (top, bottom float64) {
	heights := sortedMiddles(page)
	if len(heights) == 0 {
		return 0, 0
	}
	return heights[min(edge, len(heights))-1], heights[max(0, len(heights)-edge)]
}

// edgeKey names a line at the edge of a page whatever numbers it has.
func edgeKey(l line, top float64) string {
	side := "foot "
	if l.middle() <= top {
		side = "head "
	}
	return side + figures.ReplaceAllString(strings.ToLower(l.text), "#")
}

// repeatedLines are those that stand at the edge of many pages.
func repeatedLines(pages [][]line) map[string]bool {
	counts := map[string]int{}
	for _, page := range pages {
		top, bottom := edges(page)
		seen := map[string]bool{}
		for _, l := range page {
			if key := edgeKey(l, top); (l.middle() <= top || l.middle() >= bottom) && !seen[key] {
				seen[key] = true
				counts[key]++
			}
		}
	}
	repeated := map[string]bool{}
	for key, n := range counts {
		repeated[key] = n >= max(2, len(pages)/5) && (n > 2 || len(pages) <= 4)
	}
	return repeated
}

// bodySize is the size of most of a document's type.
func bodySize(pages [][]line) float64 {
	weight, best, size := map[float64]int{}, 0, 0.0
	for _, page := range pages {
		for _, l := range page {
			weight[l.size] += len(l.text)
			if w := weight[l.size]; w > best || w == best && l.size < size {
				best, size = w, l.size
			}
		}
	}
	return size
}

// smallerType is how much of the body's size the type of footnotes has at most.
const smallerType = 0.93

// withoutNotes drops the footnotes of a page: the smaller type at the foot of a
// column, from the first line on that begins with the number of a note.
func withoutNotes(page []line, body float64) []line {
	var kept []line
	for start := 0; start < len(page); {
		end := start + 1
		for end < len(page) && page[end].column == page[start].column {
			end++
		}
		lines := page[start:end]
		at := len(lines)
		for at > 0 && lines[at-1].size <= body*smallerType {
			at--
		}
		for at < len(lines) && !(noteStart.MatchString(lines[at].text) || lines[at].words[0].height() < lines[at].size*smallType) {
			at++
		}
		kept, start = append(kept, lines[:at]...), end
	}
	return kept
}
