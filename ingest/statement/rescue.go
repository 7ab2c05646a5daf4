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
	for _, cut := range append(r.insertBefore(m), r.insertsAfter(m)...) {
		s := e.parser.Parse(r.without(cut[0], cut[1]))
		again := e.read(&s, 0, r.given)
		if again.lostModal() < 0 && len(again.found) > len(r.found) && again.closed(m, cut) {
			return again
		}
	}
	return nil
}

// closed reports whether, with the phrase cut out, the modal that was token m
// stands right in front of its verb.
func (r *reader) closed(m int, cut [2]int) bool {
	if cut[0] < m {
		m -= cut[1] - cut[0]
	}
	if m < 0 || m >= len(r.Tokens) || !r.xpos(m, "MD") {
		return false
	}
	for i := m + 1; i < len(r.Tokens); i++ {
		if i == r.Tokens[m].Head {
			return r.upos(i, "VERB", "AUX")
		}
		if !r.upos(i, "ADV", "PART", "AUX") {
			return false
		}
	}
	return false
}

// lostModal returns the first modal of the main clause that no clause was read
// with, or -1.
func (r *reader) lostModal() int {
	for i := range r.Tokens {
		if r.lost(i) {
			return i
		}
		if subordinating[r.lower(i)] {
			return r.rootModal()
		}
	}
	return -1
}

// lost reports whether token i is a modal that no clause was read with.
func (r *reader) lost(i int) bool {
	if !r.xpos(i, "MD") {
		return false
	}
	_, known := r.cues.Modals[r.lower(i)]
	return known && (!r.claimed[i] || r.interrupted(i))
}

// rootModal returns the lost modal of a main verb without subject, right behind
// a comma; -1 for none.
func (r *reader) rootModal() int {
	root := r.root()
	if root < 0 || r.child(root, "nsubj") >= 0 {
		return -1
	}
	for _, m := range r.children(root, "aux") {
		if m > 0 && r.Tokens[m-1].Text == "," && r.lost(m) {
			return m
		}
	}
	return -1
}

// interrupted reports whether a comma follows modal m and the parser found no
// verb for it behind the phrase that follows.
func (r *reader) interrupted(m int) bool {
	return m+1 < len(r.Tokens) && r.Tokens[m+1].Text == "," && !r.upos(max(r.Tokens[m].Head, 0), "VERB")
}

// subordinating words begin a clause whose modal is not the main one.
var subordinating = map[string]bool{"if": true, "when": true, "where": true, "who": true, "which": true, "that": true,
	"whether": true, "unless": true, "because": true, "while": true, "whose": true, "what": true, "how": true}

// insertBefore returns what the phrase between commas that ends right before
// modal m may be: from the first comma on, or from those nearest to it.
func (r *reader) insertBefore(m int) [][2]int {
	const most = 4
	if m == 0 || r.Tokens[m-1].Text != "," {
		return nil
	}
	var cuts [][2]int
	for i := m - 2; i > 0; i-- {
		if r.Tokens[i].Text == "," {
			cuts = append(cuts, [2]int{i, m})
		}
	}
	if n := len(cuts); n > 1 {
		cuts = append([][2]int{cuts[n-1]}, cuts[:min(n-1, most)]...)
	}
	return cuts
}

// insertsAfter returns what the phrase between commas that begins right behind
// modal m may be, the longest first.
func (r *reader) insertsAfter(m int) [][2]int {
	const reach = 40
	if m+1 >= len(r.Tokens) || r.Tokens[m+1].Text != "," && !r.upos(m+1, "ADP") {
		return nil
	}
	end := min(len(r.Tokens), m+reach) - 1
	if v := r.Tokens[m].Head; v > m && r.upos(v, "VERB") {
		end = min(end, v) // the verb is known: it is no part of the phrase
	}
	var cuts [][2]int
	for i := end - 1; i > m+1; i-- {
		if r.Tokens[i].Text == "," {
			cuts = append(cuts, [2]int{m + 1, i + 1})
		}
	}
	if r.upos(m+1, "ADP") && r.Tokens[end-1].Text == "," { // "may by order, made in May, amend"
		cuts = append([][2]int{{m + 1, end}}, cuts...)
	}
	return cuts
}

// without returns the text of the sentence without tokens [from,to).
func (r *reader) without(from, to int) string {
	return strings.TrimSpace(r.Text[:r.Tokens[from].Start]) + " " + strings.TrimSpace(r.Text[r.Tokens[to].Start:])
}
