package statement

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mandate/graph"
)

// modal returns the duty that the auxiliaries of p express: "shall not",
// "should", "is to"; nil where there is none.
func (r *reader) modal(p int) *duty {
	for _, a := range r.children(p, "aux") {
		force, ok := r.cues.Modals[r.lemma(a)]
		if !ok {
			force, ok = r.cues.Modals[r.lower(a)]
		}
		if !ok && r.lower(a) == "can" && r.empowers(p) {
			force, ok = graph.Permission, true
		}
		if !ok || a < r.first || r.torn(a, p) {
			continue
		}
		d := &duty{force: force, cue: r.lower(a), rule: modalRule}
		r.claimed[a] = true
		d.negative = r.negated(p) && r.notAfter(p, a)
		d.words = r.Tokens[a].Text
		if d.negative {
			d.words += " not"
			d.force = forbid(d.force)
		}
		return d
	}
	return r.beTo(p)
}

// powers are acts that one can do only where one may: "can refuse a permit".
var powers = wordSet("refuse require order revoke suspend withdraw inspect appeal delegate terminate impose authorise authorize approve " +
	"reject exempt dismiss waive nominate veto cancel amend designate appoint opt apply lodge vote")

// empowers reports whether "can" with verb p grants something to somebody, and
// does not tell what people are able to do.
func (r *reader) empowers(p int) bool {
	if !powers[r.lemma(p)] || r.child(p, "mark", "advmod") >= 0 && r.mark(p) != "" {
		return false
	}
	who := r.actorsIn(r.subjects(p))
	return len(who) > 0 && !r.speaker(who[0])
}

// beTo returns the duty that a present of "be" and the infinitive p express of
// an actor, or in the passive: "is to submit", "are not to be disclosed". What
// else is an infinitive ("the aim is to …"), and what must hold for a condition
// ("if it is to succeed"), is none.
func (r *reader) beTo(p int) *duty {
	a := r.child(p, "cop", "aux")
	if a < r.first || r.lemma(a) != "be" || !r.xpos(a, "VBZ", "VBP") || r.mark(p) != "to" || r.child(p, "mark") < a || r.is(p, "advcl") {
		return nil
	}
	if shared := r.subject(p) < 0 && r.is(p, "conj"); !shared && r.child(p, "nsubj:pass") < 0 && len(r.actorsIn(r.subjects(p))) == 0 {
		return nil
	}
	d := &duty{force: graph.Obligation, cue: "be to", rule: modalRule, words: r.Tokens[a].Text}
	r.claimed[a] = true
	if d.negative = r.negated(p); d.negative {
		d.words += " not"
		d.force = forbid(d.force)
	}
	d.words += " to"
	return d
}

// unclaim gives up the modals of p: its clause turned out to have no subject.
func (r *reader) unclaim(p int) {
	for _, a := range r.children(p, "aux", "cop") {
		delete(r.claimed, a)
	}
}

// notAfter reports whether p's negation stands behind its auxiliary a.
func (r *reader) notAfter(p, a int) bool {
	for _, k := range r.kids[p] {
		if w := r.lower(k); (w == "not" || w == "n't" || w == "never") && k > a {
			return true
		}
	}
	return false
}

// forbid is what a force becomes under a negation.
func forbid(f graph.Force) graph.Force {
	switch f {
	case graph.Obligation, graph.Recommendation, graph.Permission:
		return graph.Prohibition
	}
	return f
}

// Rules by which a duty was read: from a modal, or from other words that
// govern its verb.
const (
	modalRule = "modal"
	governed  = "governor"
)

// follow goes from clause p down through governors of duty ("needs to be
// built", "is committed to upholding", "has the right to") to the verb that is
// the aim. ok is false where no deontic is in force.
func (r *reader) follow(p int, f frame) (aim int, out frame, ok bool) {
	for range maxDepth {
		g, arg, c := r.governor(p, f.duty != nil)
		if c >= 0 {
			f.gerund = false
		}
		if c < 0 {
			return p, f, f.duty != nil
		}
		d := &duty{force: g.Force, negative: g.Force == graph.Prohibition, cue: g.Wording, rule: governed}
		from := r.dutyStart(p)
		d.words = r.words(from, r.dutyEnd(max(p, arg), c))
		if arg >= 0 && arg+1 < c && r.Tokens[arg+1].Text == "," && r.mark(c) == "to" {
			d.words = r.words(from, arg+1) + " to" // "has power, on showing a warrant, to"
		}
		if f.duty != nil && furthering[r.lemma(p)] && g.Force == graph.Commitment {
			d.force = f.duty.force // "shall undertake to" is no promise
		}
		if r.negated(p) || arg >= 0 && r.negated(arg) || f.duty != nil && f.duty.negative {
			d = d.lifted()
		}
		f.duty = d
		f.passive = r.child(c, "aux:pass") >= 0
		if by := r.byPhrase(c); by != nil {
			f.agents = by
		}
		r.seen[c] = true
		p = c
	}
	return p, f, f.duty != nil
}

// holding verbs have a right or a duty for their object: "bears the
// responsibility for V-ing".
var holding = map[string]bool{"have": true, "bear": true, "assume": true, "hold": true, "retain": true, "enjoy": true,
	"possess": true, "share": true, "reserve": true}

// endowing verbs give one, so that their passive says who has it: "is given
// the power to V".
var endowing = map[string]bool{"give": true, "grant": true, "accord": true, "assign": true, "afford": true, "award": true,
	"delegate": true, "allot": true, "allow": true}

// governor looks for a wording of duty at p: the cue, the argument noun it
// lies in ("has the right"), and the complement that holds the aim; c is -1
// where there is none. Under a duty a verb is the aim itself: "should strive
// to", but "will have to".
func (r *reader) governor(p int, underDuty bool) (g Governor, arg, c int) {
	arg = -1
	switch {
	case holding[r.lemma(p)] || endowing[r.lemma(p)] && r.passiveLike(p) && r.held(p) >= 0:
		return r.nounGovernor(p)
	case copulas[r.lemma(p)] && r.predicative(p) >= 0:
		a := r.predicative(p)
		return r.cues.Governors["be "+r.lower(a)], a, r.complement(a)
	case r.passiveLike(p):
		g = r.cues.Governors[r.predicateWording(p)]
	case underDuty && !furthering[r.lemma(p)]:
		return g, arg, -1
	default:
		g = r.cues.Governors[r.lemma(p)]
		if c = r.complement(p); c >= 0 && (r.mark(c) != "to" || r.othersDo(p, c)) {
			return g, arg, -1
		}
	}
	if g.Force == "" || r.reported(p) && !r.standing(p, g) {
		return g, arg, -1
	}
	return g, arg, r.complement(p)
}

// furthering verbs lead on to the aim under a modal too: "will need to V",
// "shall undertake to V".
var furthering = wordSet("need undertake pledge")

// copulas say of their subject what "be" does: "stands ready to", "remains
// committed to".
var copulas = map[string]bool{"stand": true, "remain": true, "stay": true}

// predicative is the word of duty that a linking verb says of its subject, with
// a complement; -1 for none.
func (r *reader) predicative(p int) int {
	for _, a := range r.children(p, "xcomp", "advcl") {
		if r.cues.Governors["be "+r.lower(a)].Force != "" && r.complement(a) >= 0 && !r.reported(p) {
			return a
		}
	}
	return -1
}

// othersDo reports whether the object of verb p is who is to do c: "want every
// child to read", but not "commit themselves to read".
func (r *reader) othersDo(p, c int) bool {
	o := r.child(p, "obj")
	return o > p && o < c && len(r.actorsIn(r.spread(o))) > 0 && !strings.HasSuffix(r.lower(o), "self") && !strings.HasSuffix(r.lower(o), "selves")
}

// standing reports whether a commitment that p says has been made holds: "have
// agreed to V", "has undertaken to V", but not "had agreed to V".
func (r *reader) standing(p int, g Governor) bool {
	a := r.child(p, "aux")
	return g.Force == graph.Commitment && a >= r.first && r.xpos(a, "VBP", "VBZ") && r.lemma(a) == "have"
}

// reported reports whether clause p tells what was or has been the case: "were
// allowed to", "had agreed to".
func (r *reader) reported(p int) bool {
	for _, a := range r.children(p, "aux", "aux:pass", "cop") {
		if a < r.first {
			continue
		}
		switch r.lower(a) {
		case "was", "were", "had", "has", "have", "'ve", "having":
			return r.modal(p) == nil
		}
	}
	return r.xpos(p, "VBD") && r.child(p, "aux", "aux:pass", "cop") < 0 && r.first == 0
}

// passiveLike reports whether p is a participle or adjective with a form of be.
func (r *reader) passiveLike(p int) bool {
	return r.child(p, "cop", "aux:pass") >= 0 || r.upos(p, "ADJ") || r.xpos(p, "VBN") && r.child(p, "aux") < 0
}

// nounGovernor finds "has the right and responsibility to V" at verb p.
func (r *reader) nounGovernor(p int) (g Governor, arg, c int) {
	obj := r.held(p)
	if obj < 0 {
		// "has to V": an infinitive right on the verb.
		if g = r.cues.Governors[r.lemma(p)]; g.Force != "" {
			if c := r.child(p, "xcomp"); c >= 0 && r.mark(c) == "to" {
				return g, -1, c
			}
		}
		return Governor{}, -1, -1
	}
	nouns := append(r.conjuncts(obj), r.nounConjuncts(p)...)
	arg, c = obj, r.complement(p)
	if _, duty := r.cues.Governors["have "+r.lemma(obj)]; duty && c < 0 && r.complement(obj) < 0 {
		c = r.infinitiveBeyond(p, obj)
	}
	for _, n := range nouns {
		if of := r.complement(n); of >= 0 {
			arg, c = max(n, obj), of
			break
		}
	}
	// What stands behind the complement has one of its own: "the right to V and
	// the duty to W".
	for _, n := range nouns {
		cue, ok := r.cues.Governors["have "+r.lemma(n)]
		ok = ok && !(r.lemma(n) == "authority" && r.lower(n) != "authority") // those are bodies
		if ok && (c < 0 || n < c) && (g.Force == "" || strongest(cue.Force, g.Force) == cue.Force) {
			g = cue
		}
	}
	if g.Force == "" {
		return g, -1, -1
	}
	return g, arg, c
}

// infinitiveBeyond is the infinitive behind a phrase between commas that begins
// right behind noun n under verb p: "has power, on producing a warrant, to
// enter", "urges members, based on their means, to pay"; -1 for none.
func (r *reader) infinitiveBeyond(p, n int) int {
	const longest = 8 // words of the noun's own phrase
	end := n + 1
	for end < min(n+longest, len(r.Tokens)) && r.Tokens[end].Text != "," {
		if r.xpos(end, "TO", "VB", "VBZ", "VBP", "VBD", "MD") {
			return -1
		}
		end++
	}
	if end >= len(r.Tokens) || r.Tokens[end].Text != "," {
		return -1
	}
	for c := end + 1; c <= r.right[p]; c++ {
		if m := r.child(c, "mark"); m > end && r.lower(m) == "to" && r.Tokens[m-1].Text == "," {
			return c
		}
		if r.xpos(c, "VBZ", "VBP", "VBD", "MD") {
			return -1
		}
	}
	return -1
}

// held is the noun that verb p has or gives for its object, -1 where there is
// none. With a passive the parser may take it for a predicate: "is given the
// power".
func (r *reader) held(p int) int {
	if o := r.child(p, "obj"); o >= 0 || !endowing[r.lemma(p)] {
		return o
	}
	for _, k := range r.children(p, "xcomp") {
		if r.upos(k, "NOUN") {
			return k
		}
	}
	return -1
}

// nounConjuncts are the nouns taken for conjuncts of verb p: "has the right and
// responsibility" with both on the verb.
func (r *reader) nounConjuncts(p int) []int {
	var out []int
	for _, k := range r.children(p, "conj") {
		if r.upos(k, "NOUN") && r.child(k, "nsubj", "cop") < 0 {
			out = append(out, k)
		}
	}
	return out
}

// strength orders the forces: the strongest duty first.
var strength = []graph.Force{graph.Obligation, graph.Prohibition, graph.Commitment, graph.Recommendation, graph.Permission, graph.GoalForce, graph.Stance}

func strongest(a, b graph.Force) graph.Force {
	if slices.Index(strength, a) <= slices.Index(strength, b) {
		return a
	}
	return b
}

// beforeGerund are the prepositions that a complement in -ing may stand behind:
// "responsible for keeping", "tasked with keeping", "the power of appointing".
var beforeGerund = map[string]bool{"": true, "for": true, "from": true, "with": true, "of": true, "to": true}

// complement returns the infinitive or gerund that hangs on p: the first
// clause to its right introduced by "to", by a preposition or by nothing; -1
// where there is none.
func (r *reader) complement(p int) int {
	best := -1
	for _, k := range r.kids[p] {
		clausal := r.is(k, "xcomp", "advcl", "acl", "ccomp") || r.is(k, "obl", "nmod") && r.xpos(k, "VBG")
		if k < p || !clausal || r.child(k, "nsubj") >= 0 {
			continue
		}
		m := r.mark(k)
		if m == "" {
			m = r.case_(k)
		}
		if (m == "upon" || m == "on") && r.infinitival(k) {
			m = "to" // "called upon to V"
		}
		gerund := r.xpos(k, "VBG")
		if m == "to" || gerund && beforeGerund[m] {
			if best < 0 || r.is(k, "xcomp") && !r.is(best, "xcomp") {
				best = k
			}
		}
	}
	return best
}

// dutyStart is where the wording of a governor at p begins: its first
// auxiliary or copula.
func (r *reader) dutyStart(p int) int {
	start := p
	for _, k := range r.kids[p] {
		if k < p && r.is(k, "aux", "cop") && k < start {
			start = k
		}
	}
	return max(start, r.first)
}

// dutyEnd is where the wording of a governor ends: behind the "to" or "for" in
// front of complement c, else behind the governor itself.
func (r *reader) dutyEnd(p, c int) int {
	m := r.child(c, "mark", "case")
	if m < p || m > c {
		return p + 1
	}
	for m+1 < c && r.is(m+1, "mark") && r.Tokens[m+1].Head == c {
		m++ // "upon to"
	}
	return m + 1
}

// lowerFirst writes the first letter of s small.
func lowerFirst(s string) string {
	_, size := utf8.DecodeRuneInString(s)
	return strings.ToLower(s[:size]) + s[size:]
}
