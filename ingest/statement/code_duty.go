package statement

import "mandate/graph"

// followDuty goes from a wording of duty to the verb that it governs: "needs to
// act", "is authorised to act", "shall be required to keep". Where a passive one
// is denied, or a thing's, the subject is not to act, and the wording itself is
// the aim.
func (c *coder) followDuty(subject Phrase) {
	v := c.verb
	if g := c.cues.Governors[c.lemma(v)]; g.Force == graph.Obligation && c.xpos(v+1, "TO") && c.xpos(v+2, "VB") {
		c.govern(g, v+2, c.headed(v+2))
		return
	}
	g, to := c.cues.Governors["be "+c.lower(v)], c.complement(v)
	for _, k := range c.children(v, "conj") {
		if to < 0 && c.xpos(k, "VBN") {
			to, v = c.complement(k), k
		}
	}
	if g.Force == "" || to < 0 || c.mark(to) != "to" || c.child(c.verb, "aux:pass", "cop") < 0 ||
		c.denied(subject) || c.first == 0 && !c.acts(subject) {
		return
	}
	c.govern(g, v+1, to)
}

// govern makes verb aim the main verb, under a wording of duty that ends before
// token end.
func (c *coder) govern(g Governor, end, aim int) {
	from := c.modal + 1
	if c.modal < c.first {
		from = c.dutyStart(c.verb)
	}
	c.duty = &duty{words: c.words(from, end), force: g.Force}
	c.verb, c.verbs = aim, c.verbGroup(aim)
}

// nominalDuty codes "it is the duty of the clerk to record all votes".
func (c *coder) nominalDuty() (Row, bool) {
	n := c.verb
	if !c.states() || !dutyNouns[c.lemma(n)] {
		return Row{}, false
	}
	who := c.holder(n)
	aim := c.child(n, "acl", "advcl", "csubj", "xcomp", "ccomp")
	for _, h := range who {
		if aim < 0 {
			aim = c.child(h.Head, "acl", "advcl")
		}
	}
	if len(who) == 0 || aim < n || c.mark(aim) != "to" {
		return Row{}, false
	}
	row := Row{Attribute: who[0].Text(), Deontic: c.words(c.dutyStart(n), n+1), Force: graph.Obligation}
	c.verb, c.verbs = aim, c.verbGroup(aim)
	what := c.acted()
	row.Aim, row.Object, row.Constraint = c.aimText(), what.Text(), c.bounds(what)
	return row, true
}

// impersonalDuty codes what a clause with "it" for its subject says of doing
// something: "it is unlawful for a carrier to sell seats twice", "it shall be
// necessary to keep records".
func (c *coder) impersonalDuty() (Row, bool) {
	force, _ := c.impersonalForce(c.verb)
	if force == "" || c.emptySubject(c.verb) < 0 || c.copula() < 0 {
		return Row{}, false
	}
	who, aim := Phrase{}, c.child(c.verb, "csubj", "xcomp", "ccomp", "advcl")
	if k := c.child(c.verb, "obl"); k > c.verb && c.case_(k) == "for" {
		if aim < 0 {
			aim = c.child(k, "acl")
		}
		who = c.span(c.start(k), k+1, k)
	}
	if aim < c.verb || c.mark(aim) != "to" && c.child(aim, "mark") < 0 {
		return Row{}, false
	}
	if k := c.child(aim, "nsubj"); k > c.verb {
		who = c.extent(k)
	}
	from := c.modal
	if from < c.first {
		from = c.dutyStart(c.verb)
	}
	d := &duty{force: force, rule: governed}
	if c.denied(Phrase{}) {
		d = d.lifted()
	}
	row := Row{Attribute: who.Text(), Deontic: c.words(from, c.verb+1), Force: d.force, Condition: c.condition(c.verb)}
	c.verb, c.verbs = aim, c.verbGroup(aim)
	what := c.acted()
	row.Aim, row.Object, row.Constraint = c.aimText(), what.Text(), c.bounds(who, what)
	return row, true
}
