package statement

import "slices"

// scope returns the tokens that a statement with aim p speaks of, in text
// order: its object and what hangs on p, without subjects, coordinated verbs
// and clauses with a meaning of their own.
func (r *reader) scope(p int, object Phrase) []int {
	var out []int
	if object.Tree == r.Sentence {
		for i := object.From; i < object.To; i++ {
			out = append(out, i)
		}
	}
	for _, k := range r.kids[p] {
		if k > p && !r.is(k, "nsubj", "csubj", "cc", "punct", "mark", "advmod") && !r.leaves(k) {
			out = r.below(k, out)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// below adds i and what hangs on it to out.
func (r *reader) below(i int, out []int) []int {
	out = append(out, i)
	for _, k := range r.kids[i] {
		if !r.leaves(k) {
			out = r.below(k, out)
		}
	}
	return out
}

// leaves reports whether k begins a clause or a coordinated verb, which speaks
// of other things.
func (r *reader) leaves(k int) bool {
	switch r.rel(k) {
	case "parataxis":
		return true
	case "conj":
		return r.upos(k, "VERB", "AUX") && r.upos(r.Tokens[k].Head, "VERB", "AUX", "ADJ")
	case "advcl":
		return !r.gerundForm(k) && (r.mark(k) != "to" || r.child(k, "nsubj") >= 0)
	case "acl":
		return r.Tokens[k].Deprel == "acl:relcl"
	}
	return false
}

// named are the actors mentioned in the predicate of p outside its subject.
func (r *reader) named(p int, object Phrase) []Phrase {
	var out []Phrase
	for _, i := range r.scope(p, object) {
		if !r.upos(i, "NOUN", "PROPN") || r.is(i, "compound", "flat", "amod") || r.inInstrument(i) {
			continue
		}
		ph := r.phrase(i, true)
		if ph.From <= i && i < ph.To && r.canAct(ph) {
			out = append(out, ph)
		}
	}
	return out
}
