package statement

// renewing verbs make a request that stands as their object: "reiterates its
// call upon all States to ratify".
var renewing = map[string]bool{"reiterate": true, "renew": true, "repeat": true, "reaffirm": true, "restate": true,
	"extend": true, "address": true, "issue": true, "make": true, "launch": true}

// requests are nouns of asking by the verbs that ask the same.
var requests = map[string]string{"call": "call upon", "invitation": "invite", "request": "request", "appeal": "appeal to",
	"encouragement": "encourage"}

// renewed states what a request in a noun asks of whom it is made to.
func (r *reader) renewed(p int) {
	o := r.child(p, "obj")
	if o < 0 || !renewing[r.lemma(p)] || requests[r.lemma(o)] == "" || !r.present(p) || r.negated(p) {
		return
	}
	verb := requests[r.lemma(o)]
	for _, n := range append(r.children(o, "nmod"), r.children(p, "obl")...) {
		who := r.actorsIn(r.spread(n))
		c := r.infinitiveBehind(n, p, o)
		if n < o || len(who) == 0 || c < 0 {
			continue
		}
		d := asking(r.cues.Stances[verb].Directive, r.lemma(o), borrowed(verb))
		r.clause(c, frame{subjects: who, duty: d, depth: 1, lent: true})
		return
	}
}

// infinitiveBehind finds the infinitive behind noun n that hangs on it, on verb
// p or on its object o; -1 for none.
func (r *reader) infinitiveBehind(n, p, o int) int {
	for _, h := range append(r.conjuncts(n), o, p) {
		for _, c := range r.children(h, "acl", "advcl", "xcomp") {
			if c > n && r.mark(c) == "to" {
				return c
			}
		}
	}
	return -1
}
