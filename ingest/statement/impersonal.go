package statement

import "mandate/graph"

// impersonal states the duty of a clause whose subject is an empty "it": "it
// is essential that States V", "it is incumbent upon States to V", "it is the
// duty of the Court to V", "it falls to the Board to V". It reports whether p
// heads such a clause.
func (r *reader) impersonal(p int, f frame) bool {
	it := r.emptySubject(p)
	if it < 0 {
		return false
	}
	force, cue := r.impersonalForce(p)
	if force == "" || r.reported(p) {
		return false
	}
	for _, v := range r.clausesBehind(p) {
		who := r.burdened(p, v)
		if len(who) == 0 {
			if unheld[r.lower(p)] && r.mark(v) == "to" {
				r.unheldDuty(p, it, v, force, cue)
				return true
			}
			continue
		}
		end := who[0].From
		if end <= p && !r.impersonalFor(p) {
			end = p + 1
		}
		d := &duty{force: force, negative: force == graph.Prohibition, cue: cue, words: r.words(it, end), rule: governed}
		if r.negated(p) {
			d = d.lifted()
		}
		delete(r.seen, v)
		r.clause(v, frame{subjects: who, duty: d, depth: f.depth, lent: true})
		return true
	}
	return false
}

// unheld are participles behind which an infinitive says what nobody in
// particular is to do: "it is prohibited to dump oil", but "it is required to
// report" speaks of somebody.
var unheld = wordSet("prohibited forbidden recommended suggested proposed advised")

// unheldDuty states duty v of nobody in particular.
func (r *reader) unheldDuty(p, it, v int, force graph.Force, cue string) {
	d := &duty{force: force, negative: force == graph.Prohibition, cue: cue, words: r.words(it, p+1), rule: governed}
	if r.negated(p) {
		d = d.lifted()
	}
	r.seen[v] = true
	r.found = append(r.found, r.describe(v, frame{duty: d}, d))
}

// clausesBehind returns the clauses that may say what impersonal predicate p
// asks: its own, and an infinitive that the parser hung on whom p names, "the
// duty of States to V".
func (r *reader) clausesBehind(p int) []int {
	var out []int
	for _, v := range r.children(p, "csubj", "ccomp", "xcomp", "acl", "advcl") {
		if v > p {
			out = append(out, v)
		}
	}
	for _, k := range r.namedBehind(p) {
		for _, v := range r.children(k, "acl") {
			if r.mark(v) == "to" {
				out = append(out, v)
			}
		}
	}
	return out
}

// emptySubject is the "it" in front of p that stands for a clause behind it,
// -1 where there is none.
func (r *reader) emptySubject(p int) int {
	for _, k := range r.children(p, "expl", "nsubj") {
		if k < p && r.lower(k) == "it" {
			return k
		}
	}
	return -1
}

// impersonalForce is what "it is" with predicate p amounts to; empty where it
// lays no duty. A phrase with "for" is one by itself: "it is for the Court to
// V".
func (r *reader) impersonalForce(p int) (graph.Force, string) {
	if r.impersonalFor(p) {
		return graph.Obligation, r.case_(p)
	}
	for _, wording := range []string{"it " + r.lemma(p), "it " + r.lower(p), "be " + r.lower(p)} {
		if g, ok := r.cues.Governors[wording]; ok && (wording[:2] == "it" || r.passiveLike(p)) {
			return g.Force, g.Wording
		}
	}
	return "", ""
}

// burdened is who is to do v under impersonal predicate p: its own subject,
// what a preposition of p names ("incumbent upon States", "the duty of
// States"), or p itself ("it is for the Court to").
func (r *reader) burdened(p, v int) []Phrase {
	if r.impersonalFor(p) {
		return r.actorsIn(r.spread(p))
	}
	if who := r.subjects(v); len(who) > 0 {
		return who
	}
	for _, k := range r.namedBehind(p) {
		switch r.case_(k) {
		case "for", "of", "on", "upon", "to", "with":
			if who := r.actorsIn(r.spread(k)); len(who) > 0 {
				return who
			}
		}
	}
	return nil
}

// namedBehind returns the nouns behind impersonal predicate p that may name who
// is burdened; the parser takes some for subjects.
func (r *reader) namedBehind(p int) []int {
	var out []int
	for _, k := range r.children(p, "obl", "nmod", "iobj", "nsubj") {
		if k > p || r.is(k, "iobj") {
			out = append(out, k)
		}
	}
	return out
}

// impersonalFor reports whether p is who something is left to: "it is for the
// Court to", "it is up to the Court to".
func (r *reader) impersonalFor(p int) bool {
	c := r.case_(p)
	return c == "for" || c == "up to"
}
