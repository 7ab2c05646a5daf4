package statement

import (
	"strings"

	"mandate/graph"
)

// dutyNouns name a duty that its complement spells out.
var dutyNouns = map[string]bool{"responsibility": true, "duty": true, "obligation": true, "task": true,
	"onus": true, "burden": true}

// laidNouns do so where a verb says with whom they lie, powerNouns of what one
// may do.
var (
	laidNouns  = wordSet("accountability power authority right competence discretion")
	powerNouns = wordSet("power authority right competence discretion")
)

// nominal states the duties that are named by a noun: "the Council's primary
// responsibility for the maintenance of peace", "confer on the Council
// responsibility for maintaining peace", "responsibility for the roads lies
// with the province".
func (r *reader) nominal() {
	for n := r.first; n < len(r.Tokens); n++ {
		if c := r.complement(n); (dutyNouns[r.lemma(n)] || laidNouns[r.lemma(n)] && len(r.laidOn(n)) > 0) && (c < 0 || !r.seen[c]) {
			r.namedDuty(n, c)
		}
	}
}

// namedDuty states the duty that noun n names, whose aim is its complement c
// or, where there is none, a noun behind "for".
func (r *reader) namedDuty(n, c int) {
	who := r.bearer(n)
	if len(who) == 0 {
		return
	}
	d := &duty{words: r.dutyPhrase(n), force: graph.Obligation, cue: r.lemma(n), rule: "nominal duty"}
	if powerNouns[r.lemma(n)] {
		d.force = graph.Permission
	}
	if r.saidOf(n, who, d) {
		return
	}
	if h := r.Tokens[n].Head; c < 0 && h >= 0 && r.is(n, "nsubj") && r.case_(h) != "" {
		c = r.complement(h) // "the onus is on the applicant to prove …"
	}
	if c >= 0 {
		r.clause(c, frame{subjects: who, duty: d, lent: true, gerund: r.gerundForm(c)})
		return
	}
	for _, a := range r.nominalAims(n) {
		r.duties(n, who, d, a)
	}
}

// saidOf states what a clause says to be duty n of somebody, "Maintenance of the
// register is the task of the clerk", "Keeping the gate is their duty", and
// reports whether n is said of anything.
func (r *reader) saidOf(n int, who []Phrase, d *duty) bool {
	s := r.child(n, "nsubj", "csubj")
	if s < 0 || s > n || r.child(n, "cop") < 0 || r.hasModal(n) && r.modal(n) == nil {
		return false
	}
	if r.is(s, "csubj") {
		r.clause(s, frame{subjects: who, duty: d, lent: true, gerund: r.gerundForm(s)})
		return true
	}
	aims := r.nominalisations(r.conjuncts(s))
	for _, a := range aims {
		r.duties(n, who, d, a)
	}
	return len(aims) > 0
}

// bearer is who has the duty n: who the verb says has it, or in whose phrase
// it stands.
func (r *reader) bearer(n int) []Phrase {
	for _, by := range []func(int) []Phrase{r.haver, r.owner, r.laidOn} {
		if who := by(n); len(who) > 0 {
			return who
		}
	}
	return nil
}

// chargedWith states the duty of "X is responsible for the maintenance of Y",
// where a noun stands for the aim, and reports whether p is such a clause.
func (r *reader) chargedWith(p int, f frame) bool {
	g, ok := r.cues.Governors[r.predicateWording(p)]
	if !ok || g.Force != graph.Obligation || r.reported(p) || r.complement(p) >= 0 {
		return false
	}
	aims := r.nominalAims(p)
	if aims == nil {
		return false
	}
	d := &duty{words: r.words(r.dutyStart(p), r.dutyEnd(p, aims[0].noun)), force: g.Force, cue: g.Wording, rule: "nominal duty"}
	for _, a := range aims {
		r.duties(p, r.actorsIn(f.subjects), d, a)
	}
	return true
}

// predicateWording is how the cues name predicate p behind a form of be: "be
// responsible", "be in charge".
func (r *reader) predicateWording(p int) string {
	if c := r.case_(p); c != "" {
		return "be " + c + " " + r.lower(p)
	}
	return "be " + r.lower(p)
}

// duties adds a statement with a nominal aim for each actor.
func (r *reader) duties(n int, who []Phrase, d *duty, aim nominalAim) {
	for _, a := range who {
		f := Found{Attribute: a}
		f.Statement = graph.Statement{Deontic: d.words, Force: d.force, Aim: aim.verb, Object: aim.object.Text(), Polarity: graph.Positive,
			Topics: r.topics(n, aim.object), Cue: d.cue, Rule: d.rule}
		f.Named, f.Refers = r.named(n, aim.object), r.refers(n)
		f.Words = r.content(n, aim.object)
		r.found = append(r.found, f)
	}
}

// owner is the actor that duty n is ascribed to in its own phrase: "the
// Council's duty", "the obligation of States", "the Council duty".
func (r *reader) owner(n int) []Phrase {
	for _, k := range r.kids[n] {
		if r.is(k, "nmod:poss") || r.is(k, "nmod") && r.case_(k) == "of" || r.is(k, "compound") && r.upos(k, "PROPN") {
			if who := r.actorsIn(r.spread(k)); len(who) > 0 {
				return who
			}
		}
	}
	return nil
}

// resting verbs have a duty for their subject and who bears it behind a
// preposition: "lies with the province".
var resting = map[string]bool{"lie": true, "rest": true, "fall": true, "remain": true, "reside": true, "belong": true,
	"vest": true, "devolve": true, "pass": true, "sit": true}

// assigning verbs, in the passive, give a duty to somebody.
var assigningVerbs = wordSet("assign entrust delegate allocate give confer vest vested transfer impose place lay bestow")

// laidOn is on whom a verb lays the duty n: "confer on the Council", "impose
// upon States", or with whom it lies.
func (r *reader) laidOn(n int) []Phrase {
	h := r.Tokens[n].Head
	if h < 0 || !r.is(n, "obj", "nsubj") || r.reported(h) {
		return nil
	}
	if r.child(h, "cop") >= 0 && (r.case_(h) == "on" || r.case_(h) == "upon") {
		return r.actorsIn(r.spread(h)) // "the onus is on the applicant"
	}
	given := r.child(h, "aux:pass", "cop") >= 0 && assigningVerbs[r.lemma(h)]
	for _, k := range r.children(h, "obl") {
		c := r.case_(k)
		if c == "on" || c == "upon" || resting[r.lemma(h)] && (c == "with" || c == "to") || given && (c == "to" || c == "in" || c == "with") {
			return r.actorsIn(r.spread(k))
		}
	}
	return nil
}

// haver is who has the duty n, alone or beside other things: "bears the
// responsibility for roads", "has the right to use the water and the duty to
// protect it", however deep the parser hung n.
func (r *reader) haver(n int) []Phrase {
	if h := r.Tokens[n].Head; h >= 0 && r.is(n, "obj") {
		if holding[r.lemma(h)] {
			return r.actorsIn(r.subjectsAbove(h))
		}
		return nil
	}
	if !r.is(n, "conj") || r.complement(n) < 0 {
		return nil
	}
	for h := r.Tokens[n].Head; h >= 0; h = r.Tokens[h].Head {
		if obj := r.child(h, "obj"); holding[r.lemma(h)] && obj >= 0 {
			if _, ok := r.cues.Governors["have "+r.lemma(obj)]; ok {
				return r.actorsIn(r.subjectsAbove(h))
			}
		}
		if r.child(h, "nsubj") >= 0 {
			return nil
		}
	}
	return nil
}

// subjectsAbove are the subjects of verb h, its own or those of the verb that
// it is coordinated with.
func (r *reader) subjectsAbove(h int) []Phrase {
	for r.subject(h) < r.first && r.is(h, "conj", "xcomp") && r.Tokens[h].Head >= 0 {
		h = r.Tokens[h].Head
	}
	return r.subjects(h)
}

// nominalAim is an act named by a noun and what it acts on.
type nominalAim struct {
	verb   string
	object Phrase
	noun   int
}

// nominalAims are the acts behind the preposition of duty n: "for the design,
// testing and maintenance of X" is three that share X.
func (r *reader) nominalAims(n int) []nominalAim {
	behind := r.children(n, "nmod", "obl")
	if h := r.Tokens[n].Head; h >= 0 && dutyNouns[r.lemma(n)] && r.is(n, "obj") && len(behind) == 0 {
		behind = r.children(h, "obl") // the parser hung it on "bear" or "have"
	}
	for _, k := range behind {
		if c := r.case_(k); c != "for" && c != "of" && c != "with" || c == "of" && dutyNouns[r.lemma(n)] {
			continue
		}
		if aims := r.nominalisations(r.conjuncts(k)); aims != nil {
			return aims
		}
	}
	return nil
}

// nominalisations are the acts that coordinated nouns stand for; one without an
// object has that of the others.
func (r *reader) nominalisations(nouns []int) []nominalAim {
	var aims []nominalAim
	var shared Phrase
	for _, n := range nouns {
		verb, object := r.nominalisation(n)
		if object.Tree != nil {
			shared = object
		}
		if verb != "" {
			aims = append(aims, nominalAim{verb, object, n})
		}
	}
	for i := range aims {
		if aims[i].object.Tree == nil {
			aims[i].object = shared
		}
	}
	return aims
}

// nominalisation is the verb that noun k stands for, empty for none, and its
// object: "the maintenance of Y", "timetable coordination".
func (r *reader) nominalisation(k int) (string, Phrase) {
	if r.gerundForm(k) && !r.upos(k, "NOUN") {
		return r.verbLemma(k), r.object(k)
	}
	verb := r.cues.Nominals[r.lemma(k)]
	if verb == "" && r.gerundForm(k) {
		verb = r.verbLemma(k)
	}
	for _, o := range r.children(k, "nmod") {
		if r.case_(o) == "of" {
			return verb, r.core(o)
		}
	}
	if o := r.child(k, "compound"); o >= 0 {
		return verb, Phrase{r.Sentence, r.left[o], o + 1, o}
	}
	return verb, Phrase{}
}

// dutyPhrase is the wording of duty n: its adjectives, itself and "for".
func (r *reader) dutyPhrase(n int) string {
	from := n
	for from > 0 && r.is(from-1, "amod") && r.Tokens[from-1].Head == n {
		from--
	}
	to := n + 1
	if to < len(r.Tokens) && strings.EqualFold(r.Tokens[to].Text, "for") {
		to++
	}
	return r.words(from, to)
}
