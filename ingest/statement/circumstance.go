package statement

import (
	"regexp"
	"slices"
)

var conditional = map[string]bool{"if": true, "when": true, "where": true, "unless": true, "until": true,
	"once": true, "whenever": true, "while": true, "provided": true, "after": true, "before": true, "as": true}

// condition is the first clause that says when the statement holds.
func (r *reader) condition(p int) string {
	for _, k := range r.kids[p] {
		if !r.is(k, "advcl") {
			continue
		}
		from, to := r.trim(r.left[k], r.right[k]+1)
		m := r.mark(k)
		if m == "" && from < to {
			m = r.lower(from)
		}
		if conditional[m] && to-from > 1 && !r.contrasts(k) {
			return r.words(from, to)
		}
	}
	return ""
}

// contrasts reports whether clause k says what another is to do meanwhile:
// "…, while the States shall …".
func (r *reader) contrasts(k int) bool {
	m := r.mark(k)
	return (m == "while" || m == "whereas") && r.child(k, "nsubj") >= 0 && r.hasModal(k)
}

var constraining = []string{"through", "within", "in accordance with", "under", "via", "on the basis of", "without",
	"in conformity with", "pursuant to", "in line with", "by", "at", "in consultation with", "in cooperation with", "subject to", "with", "during", "for"}

// constraint is the first prepositional phrase that says how, within what
// bounds or by what means the aim is to be done.
func (r *reader) constraint(p int) string {
	for _, k := range r.children(p, "obl") {
		if c := r.case_(k); slices.Contains(constraining, c) && !r.agent(k) && !r.rulesOut(k) {
			return r.words(r.trim(r.left[k], r.right[k]+1))
		}
	}
	for _, k := range r.children(p, "advcl") {
		if m := r.mark(k); m == "by" {
			return r.words(r.trim(r.left[k], r.right[k]+1))
		}
	}
	return ""
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
