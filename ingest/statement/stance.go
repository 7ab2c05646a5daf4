package statement

import (
	"strings"

	"mandate/graph"
)

// stance states what a bare present of an actor amounts to: "China opposes …",
// "Also recommends that Member States …".
func (r *reader) stance(p int, f frame) {
	cue, ok := r.cues.Stances[r.verb(p)]
	if !ok && r.abstains(p, f) {
		cue, ok = StanceCue{Polarity: graph.Positive}, true
	}
	if !ok || !f.free && len(f.subjects) == 0 || f.passive {
		return
	}
	actors := r.actorsIn(f.subjects)
	if len(f.subjects) > 0 && len(actors) == 0 && !r.reported(p) {
		r.directed(p, r.negated(p) || f.subjects[0].negated())
	}
	if len(actors) == 0 || !r.present(p) {
		return
	}
	polarity := cue.Polarity
	if r.negated(p) {
		polarity = flip(polarity)
	}
	d := &duty{force: graph.Stance, negative: polarity == graph.Negative, cue: r.lemma(p), rule: "stance"}
	r.emit(p, actors, f, d)
	if !r.undertakes(p, cue, actors) {
		r.directed(p, r.negated(p))
	}
}

// abstains reports whether clause p tells what who speaks does not do as a rule:
// "We do not accept gifts". What one does not know or have is no such rule.
func (r *reader) abstains(p int, f frame) bool {
	a := r.child(p, "aux")
	if !f.free || a < r.first || r.lemma(a) != "do" || !r.negated(p) || !r.upos(p, "VERB") || r.cues.Stative[r.lemma(p)] {
		return false
	}
	return len(f.subjects) > 0 && strings.EqualFold(f.subjects[0].Text(), "we")
}

// undertakes states what "decides to V" makes its subject do, and reports
// whether p is such a verb.
func (r *reader) undertakes(p int, cue StanceCue, actors []Phrase) bool {
	if cue.Directive != graph.Commitment {
		return false
	}
	if c := r.child(p, "xcomp"); c > p && r.mark(c) == "to" {
		d := &duty{force: cue.Directive, cue: r.lemma(p), words: r.Tokens[p].Text + " to", rule: "undertaking"}
		r.clause(c, frame{subjects: actors, duty: d, depth: 1, lent: true})
	}
	return true
}

func flip(p graph.Polarity) graph.Polarity {
	if p == graph.Negative {
		return graph.Positive
	}
	return graph.Negative
}

// verb is the lemma of p with the word that makes it a stance: "call on",
// "take note".
func (r *reader) verb(p int) string { return r.cues.stanceVerb(r.tree, p) }

// present reports whether p is a bare present tense: no report of what was or
// has been done.
func (r *reader) present(p int) bool {
	if r.xpos(p, "VBD", "VBN", "VBG") && r.first == 0 {
		return false
	}
	for _, a := range r.children(p, "aux", "aux:pass", "cop") {
		if r.lemma(a) != "do" && a >= r.first {
			return false
		}
	}
	return r.upos(p, "VERB", "AUX")
}

// directs reports whether verb p asks something of whom it addresses.
func (r *reader) directs(p int) bool { return r.cues.directive(r.tree, p) }

// directed states what a directive verb asks of a third party: "encourages all
// parties to commit", "recommends that Member States apply", "this Act
// requires operators to report". Denied, it lifts what it would ask.
func (r *reader) directed(p int, denied bool) {
	cue := r.cues.Stances[r.verb(p)]
	if cue.Directive == "" {
		return
	}
	for _, c := range r.asked(p) {
		who := r.subjects(c)
		words := r.Tokens[p].Text + " that"
		if who == nil {
			who = r.target(p)
		}
		if r.subjects(c) == nil || r.mark(c) == "to" {
			words = borrowed(r.verb(p))
		}
		if m := r.mark(c); m == "from" || m == "with" {
			words = strings.TrimSuffix(words, " to") + " " + m
		}
		if len(r.actorsIn(who)) == 0 {
			continue
		}
		d := asking(cue.Directive, r.lemma(p), words)
		if denied {
			d = d.lifted()
		}
		delete(r.seen, c)
		r.clause(c, frame{subjects: who, duty: d, depth: 1, lent: true})
		return
	}
}

// asking is the duty of whom a directive asks for something.
func asking(force graph.Force, cue, words string) *duty {
	return &duty{force: force, negative: force == graph.Prohibition, cue: cue, words: words, rule: "directive"}
}

// asked returns the clauses that say what directive p asks for: its own
// complements, and an infinitive that the parser took for a purpose or hung on
// whom it addresses.
func (r *reader) asked(p int) []int {
	out := append(r.children(p, "ccomp", "xcomp"), r.keptFrom(p)...)
	for _, o := range r.addressed(p) {
		for _, c := range r.children(p, "advcl") {
			if r.mark(c) == "to" && r.left[c] == r.right[o]+1 {
				out = append(out, c)
			}
		}
		for _, h := range r.conjuncts(o) {
			for _, c := range r.children(h, "acl") {
				if r.mark(c) == "to" {
					out = append(out, c)
				}
			}
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, o := range r.addressed(p) {
		out = append(out, r.lastPurpose(o)...)
	}
	if o := r.child(p, "obj"); o > p && len(out) == 0 {
		if c := r.infinitiveBeyond(p, o); c >= 0 {
			out = append(out, c)
		}
	}
	return out
}

// keptFrom returns the gerunds behind "from" that say what prohibition p keeps
// others from doing, "bars members from voting by letter and from …", and those
// behind "with" that say what they are charged with.
func (r *reader) keptFrom(p int) []int {
	preposition := "from"
	switch {
	case charging[r.lemma(p)]:
		preposition = "with"
	case r.cues.Stances[r.verb(p)].Directive != graph.Prohibition:
		return nil
	}
	var out []int
	for _, h := range append(r.children(p, "obj"), p) {
		for _, c := range r.children(h, "advcl", "acl", "xcomp") {
			if c > p && r.mark(c) == preposition && r.gerundForm(c) {
				out = append(out, c)
			}
		}
	}
	return out
}

// lastPurpose returns the infinitive that ends the phrase of noun o, where it
// may as well be what o is asked to do: it hangs on an actor within the phrase,
// "invites the bureaus of the agencies to report", or on a relative clause,
// "calls upon those that have not done so to ratify".
func (r *reader) lastPurpose(o int) []int {
	for c := o + 1; c <= r.right[o]; c++ {
		if r.mark(c) != "to" || r.right[c] != r.right[o] {
			continue
		}
		h := r.Tokens[c].Head
		ofActor := r.is(c, "acl") && (len(r.actorsIn(r.spread(h))) > 0 || !r.takesInfinitive(h) && r.canAct(r.phrase(o, true)))
		if ofActor || r.is(c, "acl") && r.behindComma(c) || r.is(c, "advcl", "xcomp") && r.is(h, "acl:relcl") {
			return []int{c}
		}
	}
	return nil
}

// infinitival nouns have an infinitive of their own, "plans to build", besides
// those of duty and right.
var infinitivalNouns = wordSet("plan effort need ability capacity way decision opportunity wish intention attempt tendency willingness " +
	"proposal means measure step action chance reason time place commitment request call readiness order motion application desire ambition role")

func (r *reader) takesInfinitive(n int) bool {
	_, duty := r.cues.Governors["have "+r.lemma(n)]
	return duty || infinitivalNouns[r.lemma(n)]
}

// target is whom a directive addresses: its object or the object of its
// preposition.
func (r *reader) target(p int) []Phrase {
	for _, k := range r.addressed(p) {
		if who := r.actorsIn(r.spread(k)); len(who) > 0 {
			return who
		}
	}
	return nil
}

// addressed returns the nouns that directive p may address: its objects, else
// the object that it shares with a verb coordinated with it.
func (r *reader) addressed(p int) []int {
	out := r.children(p, "obj", "iobj", "obl")
	if shared := r.object(p); r.child(p, "obj") < 0 && shared.Tree == r.Sentence {
		out = append(out, shared.Head)
	}
	return out
}

// borrowed words the deontic that a directive lends to whom it addresses: "is
// called upon to".
func borrowed(verb string) string {
	lemma, particle, _ := strings.Cut(verb, " ")
	participle := lemma + "ed"
	if irregular, ok := participles[lemma]; ok {
		participle = irregular
	} else if strings.HasSuffix(lemma, "e") {
		participle = lemma + "d"
	}
	return fold("is " + participle + " " + strings.TrimSuffix(particle, "to") + " to")
}

// participles of directives that do not end in a mere "ed".
var participles = map[string]string{"permit": "permitted", "forbid": "forbidden", "bar": "barred", "ban": "banned"}
