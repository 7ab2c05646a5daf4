package statement

import "mandate/graph"

// ensuring verbs make their subject see to it that others do what their clause
// says: "shall ensure that operators keep logs".
var ensuring = wordSet("ensure insure guarantee assure")

// ensured is the duty of whom d makes somebody see to, with a verb of ensuring.
func ensured(d *duty, verb string) *duty {
	return &duty{force: d.force, cue: verb, words: fold(d.words + " " + verb + " that"), rule: "ensured"}
}

// ensures states what those are to do whom p, an aim under duty d, makes its
// subject answer for: "Members shall ensure that operators keep logs". What
// happens to them or what they are is no duty of theirs.
func (r *reader) ensures(p int, d *duty) {
	if !ensuring[r.lemma(p)] || d.negative || d.force != graph.Obligation && d.force != graph.Recommendation || d.rule == "ensured" {
		return
	}
	for _, c := range r.children(p, "ccomp") {
		who := r.actorsIn(r.subjects(c))
		if c < p || len(who) == 0 || !r.acts(c) {
			continue
		}
		delete(r.seen, c)
		r.clause(c, frame{subjects: who, duty: ensured(d, r.lemma(p)), depth: 1, lent: true})
	}
}

// acts reports whether clause c tells in the active present tense what somebody
// does, neither what is, nor what happens, nor what one can do.
func (r *reader) acts(c int) bool {
	if !r.upos(c, "VERB") || r.cues.Stative[r.lemma(c)] || r.child(c, "aux:pass", "cop", "nsubj:pass") >= 0 || r.constitutes(c) {
		return false
	}
	for _, a := range r.children(c, "aux") {
		if r.lemma(a) != "do" {
			return false
		}
	}
	return true
}
