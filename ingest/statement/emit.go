package statement

import (
	"strings"

	"mandate/graph"
)

// state makes the statements of aim p: one for each actor of its frame, a gap
// where a duty names none.
func (r *reader) state(p int, f frame) {
	if r.chargedWith(p, f) {
		return
	}
	if r.constitutes(p) || r.mistagged(p, f) {
		return
	}
	if len(f.subjects) == 0 {
		r.unclaim(p)
	}
	if r.negated(p) {
		f.duty = f.duty.denied()
	}
	r.last, r.aimed = &f, p
	actors := r.actorsIn(f.subjects)
	if f.passive {
		actors = f.agents
		if len(actors) == 0 && !r.gap(p, f) {
			return
		}
	} else if len(actors) == 0 {
		r.directed(p, f.duty.deniedBy(subjectOf(f)).negative)
		return
	}
	r.emit(p, actors, f, f.duty)
	r.directed(p, false)
	r.ensures(p, f.duty)
}

// mistagged reports whether p cannot be the verb that a modal shared by others
// governs: "may exempt towns or schools referred to in this rule", "release it to
// the client or employer".
func (r *reader) mistagged(p int, f frame) bool {
	if f.duty.rule != modalRule || !r.is(p, "conj") || r.child(p, "aux", "aux:pass", "cop") >= 0 {
		return false
	}
	if r.xpos(p, "VBN") {
		return !f.passive && r.lower(p) != r.lemma(p) && strings.HasSuffix(r.lower(p), "ed")
	}
	_, listed := r.cues.verb(r.lower(p))
	return r.xpos(p, "VB") && !listed && !f.passive && agentNoun(r.lower(p))
}

// agentNoun reports whether a word that is no verb of any list ends like a noun
// for a person.
func agentNoun(w string) bool {
	for _, end := range []string{"er", "or", "ee", "ist", "ian"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// gap reports whether a passive without an agent is a duty that nobody holds.
func (r *reader) gap(p int, f frame) bool {
	switch f.duty.force {
	case graph.Obligation, graph.Recommendation, graph.Prohibition:
		return f.duty.rule != "ensured" && len(f.subjects) > 0 && r.upos(p, "VERB", "ADJ")
	}
	return false
}

// emit adds one statement for each actor, or one gap for none.
func (r *reader) emit(p int, actors []Phrase, f frame, d *duty) {
	if len(actors) == 0 {
		r.found = append(r.found, r.describe(p, f, d.deniedBy(f.subjects[0])))
		return
	}
	var base Found
	var of *duty // what base was described with
	for _, a := range actors {
		if d := d.deniedBy(a); d != of {
			base, of = r.describe(p, f, d), d
		}
		a = r.voiced(a)
		whole := base
		whole.Attribute = a
		r.found = append(r.found, whole)
		for _, m := range r.members(a) {
			part := base
			part.Attribute, part.Among = m, a
			r.found = append(r.found, part)
		}
	}
}

// subjectOf is the first subject of f, a zero Phrase where there is none.
func subjectOf(f frame) Phrase {
	if len(f.subjects) == 0 {
		return Phrase{}
	}
	return f.subjects[0]
}

// deniedBy is the duty under a subject that denies itself: "no State shall".
func (d *duty) deniedBy(subject Phrase) *duty {
	if !subject.negated() {
		return d
	}
	return d.lifted()
}

// lifted is the duty under a negation in front of it: who "is not required to"
// act may act or not, who "is not permitted to" must not.
func (d *duty) lifted() *duty {
	if d.rule == modalRule || d.force != graph.Obligation {
		return d.denied()
	}
	no := *d
	no.negative = true
	return &no
}

// denied is the duty not to do what d says.
func (d *duty) denied() *duty {
	if d.negative {
		return d
	}
	no := *d
	no.negative, no.force = true, forbid(d.force)
	return &no
}

// describe fills in what a statement says apart from its actor.
func (r *reader) describe(p int, f frame, d *duty) Found {
	aim, object := r.aim(p)
	object = r.withoutConsequence(object)
	if f.passive && len(f.subjects) > 0 {
		object = f.subjects[0]
		if n := len(f.subjects); n > 1 && f.subjects[n-1].Tree == f.subjects[0].Tree {
			object.To = f.subjects[n-1].To
		}
	}
	if strings.EqualFold(object.Text(), "that") { // what is asked stands in the list
		object = Phrase{}
	}
	s := graph.Statement{
		Deontic: d.words, Force: d.force, Aim: aim, Object: object.Text(),
		Condition: joined(f.condition, r.condition(p)), Constraint: joined(f.constraint, r.constraint(p, object)),
		OrElse: r.orElse(p), Polarity: polarity(d),
		Topics: r.topics(p, object), Cue: d.cue, Rule: d.rule,
	}
	out := Found{Statement: s, Named: r.named(p, object), Refers: r.refers(p), Words: r.content(p, object)}
	if d.rule == declaredGoal {
		out.Goals = []string{r.goalOf(p)}
	}
	out.Receives = r.receives(p)
	if len(out.Receives) > 0 {
		out.Recipient = out.Receives[0].Text()
	}
	return out
}

func polarity(d *duty) graph.Polarity {
	if d.negative {
		return graph.Negative
	}
	return graph.Positive
}

// members are the actors that phrase a names as parts of itself: "All parties,
// including governments and citizens".
func (r *reader) members(a Phrase) []Phrase {
	if a.Tree != r.Sentence {
		return nil
	}
	var out []Phrase
	for i := a.From; i < min(r.right[a.Head]+1, len(r.Tokens)); i++ {
		if k := r.listed(i, a.Head); k >= 0 {
			for _, h := range r.conjuncts(k) {
				if m := r.phrase(h, true); r.canAct(m) && m.From > a.Head {
					out = append(out, m)
				}
			}
		}
	}
	return out
}

// listed returns the noun that "including" or "such as" at token i introduces
// under head, or -1.
func (r *reader) listed(i, head int) int {
	w := r.lower(i)
	such := w == "such" && i+1 < len(r.Tokens) && r.lower(i+1) == "as"
	if i > head && r.singlesOut(i) {
		return r.singledOut(i, head)
	}
	if i <= head || w != "including" && !such {
		return -1
	}
	h := r.Tokens[i].Head
	if h > i && r.upos(h, "NOUN", "PROPN", "PRON") {
		return h
	}
	if o := r.child(i, "obj", "obl", "nmod"); o >= 0 {
		return o
	}
	if such && h >= 0 && r.Tokens[i+1].Head > i+1 {
		return r.Tokens[i+1].Head
	}
	return -1
}

// singlesOut reports whether token i begins words that single out some of who is
// named before: ", in particular X", ", especially X", ", notably X".
func (r *reader) singlesOut(i int) bool {
	if i < 1 || r.Tokens[i-1].Text != "," {
		return false
	}
	switch r.lower(i) {
	case "particularly", "especially", "notably", "primarily", "chiefly":
		return true
	}
	return r.lower(i) == "in" && i+2 < len(r.Tokens) && r.lower(i+1) == "particular"
}

// singledOut returns the noun of the phrase that singling words at token i
// introduce, up to the next comma, -1 where it is none under head.
func (r *reader) singledOut(i, head int) int {
	from := i + 1
	if r.lower(i) == "in" {
		from++
	}
	for k := from; k < len(r.Tokens) && r.Tokens[k].Text != ","; k++ {
		if h := r.Tokens[k].Head; r.upos(k, "NOUN", "PROPN") && (h < from || h > k && r.Tokens[k].Head == head) && r.left[k] >= i-1 {
			return k
		}
		if r.upos(k, "VERB", "AUX", "ADP") {
			break
		}
	}
	return -1
}

// receives are the actors to whom the aim goes: an indirect object, or a
// phrase with "to".
func (r *reader) receives(p int) []Phrase {
	for _, k := range r.children(p, "iobj", "obl") {
		if r.is(k, "iobj") || r.case_(k) == "to" {
			if who := r.actorsIn(r.spread(k)); len(who) > 0 {
				return who
			}
		}
	}
	return nil
}
