package statement

import (
	"regexp"
	"slices"
	"strings"
)

// What bounds a statement, by how it begins.
const (
	isCondition  = "condition"
	isConstraint = "constraint"
	isOrElse     = "or else"
	isSanction   = "sanction"
)

// longestOpening is how many words a circumstance is told by.
const longestOpening = 5

// bound classifies a phrase by its first words, the longest known ones first;
// "" where it begins like no circumstance.
func (c *Cues) bound(phrase string) string {
	words := strings.Fields(strings.ToLower(phrase))
	for n := min(longestOpening, len(words)); n > 0; n-- {
		if kind := c.Circumstances[strings.TrimRight(strings.Join(words[:n], " "), ",")]; kind != "" {
			return kind
		}
	}
	return ""
}

// condition is when what clause p says holds: all its activation conditions
// and exceptions, in text order.
func (r *reader) condition(p int) string { return r.boundsOf(p, isCondition, Phrase{}) }

// constraint is how, by what means and within what bounds the aim is to be
// done: all such phrases but the object's own.
func (r *reader) constraint(p int, object Phrase) string { return r.boundsOf(p, isConstraint, object) }

// boundsOf joins the circumstances of one kind that hang on p, or on what it
// shares them with.
func (r *reader) boundsOf(p int, kind string, object Phrase) string {
	var at []int
	for v, lowest := p, len(r.Tokens); v >= 0; v, lowest = r.sharesWith(v) {
		for _, k := range r.kids[v] {
			if k >= r.first && r.right[k] < lowest && r.kindOf(k) == kind && !r.overlaps(k, object) {
				at = append(at, k)
			}
		}
		for _, k := range r.asides(v) {
			if r.right[k] < lowest && r.cues.bound(r.words(r.trim(r.left[k], r.right[k]+1))) == kind && !r.overlaps(k, object) {
				at = append(at, k)
			}
		}
	}
	slices.Sort(at)
	out := ""
	for _, k := range at {
		out = joined(out, r.words(r.trim(r.left[k], r.right[k]+1)))
	}
	return out
}

// asides are the phrases behind the objects of v that a comma sets off, which
// the parser hung on them: "train pilots, including through courses".
func (r *reader) asides(v int) []int {
	var out []int
	for _, o := range r.children(v, "obj") {
		for _, n := range r.conjuncts(o) {
			for _, k := range r.children(n, "nmod") {
				if k > n && r.child(k, "case") >= 0 && r.behindComma(k) {
					out = append(out, k)
				}
			}
		}
	}
	return out
}

// kindOf is the kind of circumstance that k is, "" for none.
func (r *reader) kindOf(k int) string {
	if !r.is(k, "advcl", "obl", "advmod") && !r.opens(k) || r.agent(k) || r.rulesOut(k) || r.contrasts(k) || r.belongs(k) {
		return ""
	}
	from, to := r.trim(r.left[k], r.right[k]+1)
	if to-from < 2 {
		return ""
	}
	if r.inverted(k, from) {
		return isCondition
	}
	if isRelative(r.lower(to - 1)) {
		return "" // "under which"
	}
	return r.cues.bound(r.words(from, to))
}

// belongs reports whether the preposition of k is one that its verb takes: "call
// upon members".
func (r *reader) belongs(k int) bool {
	h := r.Tokens[k].Head
	return h >= 0 && h < k && r.is(k, "obl") && r.cues.isStance(r.lemma(h)+" "+r.case_(k))
}

// inverted reports whether clause k is a condition by the order of its words
// alone: "should it fail to pay", "were the talks to end".
func (r *reader) inverted(k, from int) bool {
	switch r.lower(from) {
	case "should", "were", "had":
		s := r.child(k, "nsubj")
		return r.is(k, "advcl") && r.Tokens[from].Head == k && r.is(from, "aux", "cop") && s > from
	}
	return false
}

// opens reports whether k stands in front of its clause and is no part of it
// that a clause needs: the parser takes "Subject to …, the Council shall" for
// several things.
func (r *reader) opens(k int) bool {
	h := r.Tokens[k].Head
	return k < h && (r.is(k, "amod", "nmod", "parataxis", "dislocated") || r.is(k, "nsubj") && r.subject(h) != k)
}

// overlaps reports whether the subtree of k touches phrase p.
func (r *reader) overlaps(k int, p Phrase) bool {
	return p.Tree == r.Sentence && p.From <= r.right[k] && r.left[k] < p.To
}

// sharesWith is the predicate whose circumstances verb v shares, -1 for none,
// and the token in front of which they stand: of a governor all, "is required
// to report within a week", of a conjunct those in front of both.
func (r *reader) sharesWith(v int) (up, before int) {
	h := r.Tokens[v].Head
	switch {
	case h < 0 || r.child(v, "nsubj") >= r.first && r.child(v, "nsubj") >= 0:
		return -1, 0
	case r.is(v, "conj"):
		return h, h
	case r.is(v, "xcomp", "acl", "advcl") && r.seen[h]:
		return h, len(r.Tokens)
	}
	return -1, 0
}

// contrasts reports whether clause k lays a duty of its own beside another:
// "…, while the States shall …", "although the Board is responsible for …".
func (r *reader) contrasts(k int) bool {
	switch r.mark(k) {
	case "while", "whereas", "although", "though":
	default:
		return false
	}
	if r.child(k, "nsubj") < 0 {
		return false
	}
	_, _, c := r.governor(k, false)
	return r.hasModal(k) || c >= 0
}

// linked is the word at the end of a list item that links it with the next.
var linked = regexp.MustCompile(`[;,]?\s+(and|or)\s*$`)

// joined adds a phrase to those of a field.
func joined(field, phrase string) string {
	switch {
	case phrase == "":
		return field
	case field == "":
		return phrase
	}
	return field + "; " + phrase
}
