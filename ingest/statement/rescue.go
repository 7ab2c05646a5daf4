package statement

import "strings"

// rescue reads a sentence again whose main modal the parser lost over a phrase
// put in between commas, "Members, in pursuit of X, shall V" or "Members
// should, as Y, V": without that phrase. It returns nil where nothing is won.
func (e *Extractor) rescue(r *reader) *reader {
	m := r.lostModal()
	if m < 0 {
		return nil
	}
	for _, cut := range [][2]int{r.insertBefore(m), r.insertAfter(m)} {
		if cut[0] == cut[1] {
			continue
		}
		s := e.parser.Parse(r.without(cut[0], cut[1]))
		again := e.read(&s, 0, frame{free: true})
		if again.lostModal() < 0 && len(again.found) > len(r.found) {
			return again
		}
	}
	return nil
}

// lostModal returns the first modal of the main clause that no clause was read
// with, or -1.
func (r *reader) lostModal() int {
	for i, t := range r.Tokens {
		switch {
		case t.XPOS == "MD":
			if _, known := r.cues.Modals[r.lower(i)]; known && !r.claimed[i] {
				return i
			}
		case subordinating[r.lower(i)]:
			return -1
		}
	}
	return -1
}

// subordinating words begin a clause whose modal is not the main one.
var subordinating = map[string]bool{"if": true, "when": true, "where": true, "who": true, "which": true, "that": true,
	"whether": true, "unless": true, "because": true, "while": true, "whose": true, "what": true, "how": true}

// insertBefore returns the tokens of the phrase between commas that ends right
// before modal m.
func (r *reader) insertBefore(m int) [2]int {
	if m == 0 || r.Tokens[m-1].Text != "," {
		return [2]int{}
	}
	for i := 1; i < m-1; i++ {
		if r.Tokens[i].Text == "," {
			return [2]int{i, m}
		}
	}
	return [2]int{}
}

// insertAfter returns the tokens of the phrase between commas that begins right
// behind modal m: up to the last comma with a verb right behind it.
func (r *reader) insertAfter(m int) [2]int {
	const reach = 40
	cut := [2]int{}
	if m+1 >= len(r.Tokens) || r.Tokens[m+1].Text != "," {
		return cut
	}
	for i := m + 2; i+1 < min(len(r.Tokens), m+reach); i++ {
		if r.Tokens[i].Text == "," {
			cut = [2]int{m + 1, i + 1}
			if r.upos(i+1, "VERB", "AUX") {
				return cut
			}
		}
	}
	return cut
}

// without returns the text of the sentence without tokens [from,to).
func (r *reader) without(from, to int) string {
	return strings.TrimSpace(r.Text[:r.Tokens[from].Start]) + " " + strings.TrimSpace(r.Text[r.Tokens[to].Start:])
}
