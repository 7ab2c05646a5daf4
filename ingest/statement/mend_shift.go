package statement

import "strings"

// shiftObject makes noun k the object of the verb in front where it stands
// behind whom the deed is done to, "submit to the Council a report", and the
// parser took the two for one phrase: with an article of its own, and without
// comma or conjunction in front, it is no part of that.
func (t *tree) shiftObject(k int) {
	d := t.article(k)
	if d < 2 || !t.upos(d-1, "NOUN", "PROPN", "NUM") {
		return
	}
	switch to := t.Tokens[k].Head; {
	case to < 0 || to > k || strings.HasSuffix(t.Tokens[k].Deprel, ":unmarked"): // "every year"
	case t.is(k, "appos", "obl", "nmod", "dep") && t.child(k, "case") < 0:
		t.makeObject(k, t.transfers(to))
	case t.is(k, "conj") && t.child(k, "cc") < 0 && t.left[k] == d:
		t.makeObject(k, t.transfers(to))
	case t.is(k, "conj"):
		if other := t.trapped(k, d); other >= 0 && t.makeObject(k, t.transfers(to)) {
			t.release(other, k, to)
		}
	}
}

// article is the article of noun k that stands last in front of it, -1 for none.
func (t *tree) article(k int) int {
	at := -1
	for _, d := range t.children(k, "det") {
		if d < k && (t.xpos(d, "DT")) {
			at = d
		}
	}
	return at
}

// transfers is the verb without an object that noun n is the recipient of, or
// of what the verb makes it: "submit to n", "make available to n"; -1 for none.
func (t *tree) transfers(n int) int {
	v := n
	if t.is(n, "obl") && t.case_(n) == "to" {
		v = t.Tokens[n].Head
	}
	if v >= 0 && t.upos(v, "ADJ") && t.is(v, "xcomp") {
		v = t.Tokens[v].Head
	}
	if v < 0 || !t.upos(v, "VERB") || t.child(v, "obj", "ccomp") >= 0 || t.child(v, "aux:pass") >= 0 {
		return -1
	}
	return v
}

// makeObject makes noun k the object of verb v and reports whether there is one.
func (t *tree) makeObject(k, v int) bool {
	if v >= 0 {
		t.Tokens[k].Head, t.Tokens[k].Deprel = v, "obj"
	}
	return v >= 0
}

// trapped is the noun with an article of its own that the parser made modify
// noun k over k's article d: "and the Secretary a report"; -1 for none.
func (t *tree) trapped(k, d int) int {
	for _, c := range t.children(k, "compound", "flat", "nmod") {
		if c == d-1 && t.child(c, "case") < 0 {
			return c
		}
	}
	return -1
}

// release coordinates noun n, and what stands in front of it under k, with to.
func (t *tree) release(n, k, to int) {
	for _, c := range t.kids[k] {
		if c < n {
			t.Tokens[c].Head = n
		}
	}
	t.Tokens[n].Head, t.Tokens[n].Deprel = to, "conj"
}
