package statement

import (
	"slices"
	"strings"

	"mandate/graph"
	"mandate/ingest/instrument"
)

// duty is a deontic with what it amounts to.
type duty struct {
	words    string // the wording as it stands, empty for a bare present
	force    graph.Force
	negative bool
	cue      string // the word that decided the force
	rule     string
}

// frame is what a clause hands on to the clauses coordinated with it.
type frame struct {
	subjects []Phrase // actors and things in subject position, coordination undone
	duty     *duty    // nil where no deontic is in force
	passive  bool
	agents   []Phrase // by-phrase of a passive shared by its conjuncts
	depth    int

	condition, constraint string // of a lead-in: they hold for all items
	free                  bool   // main or reported clause: a bare present may be a stance here
	lent                  bool   // the duty is for this clause though it has a subject of its own
	assigned              assigned
	gerund                bool // of a list item "building … and keeping …": its conjuncts are gerunds too
}

// maxDepth bounds how deep clauses are followed into each other.
const maxDepth = 12

// reader reads the statements of one tree.
type reader struct {
	*tree
	*Extractor
	found       []Found
	seen        map[int]bool         // verbs that were made an aim already
	claimed     map[int]bool         // modals that a clause was read with
	given       frame                // what the tree was read in
	instruments []instrument.Mention // named in the tree
	last        *frame               // frame of the last main clause, for the list it leads in
	aimed       int                  // its aim
	tail        *[2]int              // reader.consequence, once asked for
	quotations  []int                // reader.quotation, once asked for
}

// clause reads the clause headed by p and everything coordinated with it or
// hanging on it that can hold statements of its own.
func (r *reader) clause(p int, in frame) {
	if in.depth > maxDepth || r.seen[p] {
		return
	}
	r.seen[p] = true
	if r.impersonal(p, in) {
		return
	}
	own := r.frameOf(p, in)
	f := own
	if g := r.announced(p); g != nil && r.declares(p) {
		f.subjects, f.duty = g.subjects, g.duty
	}
	aim, f, ok := r.follow(p, f)
	switch {
	case ok:
		r.state(aim, f)
	case r.chargedWith(p, f):
		ok = true
	case r.practises(p, f):
	default:
		r.stance(p, f)
		r.renewed(p)
	}
	if ok {
		f.assigned = max(f.assigned, alongside)
	}
	if aim != p {
		r.coordinated(aim, f)
		r.embedded(aim, f)
		f.duty, f.passive = own.duty, false
	}
	r.coordinated(p, f)
	r.embedded(p, f)
}

// frameOf completes an inherited frame with what clause p says itself.
func (r *reader) frameOf(p int, in frame) frame {
	f := in
	f.depth, f.lent = in.depth+1, in.lent && r.is(p, "ccomp", "csubj", "conj")
	if own := r.subjects(p); own != nil {
		f.subjects, f.passive, f.agents = own, false, nil
		if !in.lent {
			f.duty = nil
		}
	}
	if d := r.modal(p); d != nil {
		f.duty, f.passive = d, false
	} else if r.finite(p) {
		f.passive = false
		if !in.lent {
			f.duty = nil
		}
	}
	if r.child(p, "nsubj:pass", "aux:pass") >= 0 {
		f.passive = true
	}
	if f.passive && !r.participle(p) {
		f.passive = false
	}
	if by := r.byPhrase(p); by != nil {
		f.agents = by
	}
	return f
}

// finite reports whether p bears tense, or a modal that lays no duty ("can"),
// itself, so that an inherited modal does not reach it.
func (r *reader) finite(p int) bool {
	if r.xpos(p, "VBZ", "VBD") && r.first == 0 {
		return r.child(p, "aux") < 0
	}
	for _, a := range r.children(p, "aux", "cop") {
		if a >= r.first && r.xpos(a, "VBZ", "VBP", "VBD", "MD") {
			return true
		}
	}
	return false
}

func (r *reader) participle(p int) bool {
	return r.xpos(p, "VBN", "VBD") || r.upos(p, "ADJ")
}

// subjects returns the phrases in subject position of p, or nil where p has
// none of its own.
func (r *reader) subjects(p int) []Phrase {
	s := r.subject(p)
	if s < r.first {
		return nil
	}
	if r.upos(s, "PRON", "DET") && isRelative(r.lower(s)) {
		if h := r.Tokens[p].Head; h >= 0 && r.Tokens[p].Deprel == "acl:relcl" {
			if who := r.spread(h); len(r.actorsIn(who)) > 0 || r.lower(s) == "that" {
				return who
			}
			if n := r.inFrontOf(p); n >= 0 && (r.lower(s) == "who" || r.case_(n) != "of") {
				return []Phrase{r.phrase(n, true)}
			}
			return r.spread(h)
		}
		return []Phrase{}
	}
	return r.spread(s)
}

// inFrontOf is the actor whose name ends right in front of relative clause p,
// which the parser hung on something further away: "report the wreck to the
// Council, which shall …"; -1 for none.
func (r *reader) inFrontOf(p int) int {
	end := r.left[p] - 1
	if end >= 0 && r.Tokens[end].Text == "," {
		end--
	}
	for n := end; n > max(r.Tokens[p].Head, end-12); n-- {
		if r.upos(n, "NOUN", "PROPN") && !r.is(n, "compound", "flat") && max(n, r.rightBefore(n, p)) == end && r.canAct(r.phrase(n, true)) {
			return r.wholeName(n)
		}
	}
	return -1
}

// wholeName is the noun that "of" makes n a part of the name of, as far as that
// can act: "the Director of Public Prosecutions".
func (r *reader) wholeName(n int) int {
	for r.is(n, "nmod") && r.case_(n) == "of" && r.canAct(r.phrase(r.Tokens[n].Head, true)) {
		n = r.Tokens[n].Head
	}
	return n
}

// rightBefore is the last token of the subtree of n in front of clause p.
func (r *reader) rightBefore(n, p int) int {
	last := n
	for i := n + 1; i < r.left[p] && i <= r.right[n]; i++ {
		if !r.upos(i, "PUNCT") {
			last = i
		}
	}
	return last
}

// subject is the subject of p, -1 where it has none. Where the tree has two,
// the one next to the verb is meant.
func (r *reader) subject(p int) int {
	s := -1
	for _, k := range r.children(p, "nsubj") {
		if s < 0 || k < p && !r.numeral(k) {
			s = k
		}
	}
	return s
}

// numeral reports whether k is a Roman one that the parser took for the
// pronoun: "Annex I".
func (r *reader) numeral(k int) bool {
	return r.Tokens[k].Text == "I" && k > 0 && r.upos(k-1, "NOUN", "PROPN")
}

func isRelative(w string) bool { return w == "who" || w == "which" || w == "that" || w == "whom" }

// spread undoes the coordination of the noun phrase at s: "China and the EU"
// is two phrases, "mechanisms and platforms" one where only together they name
// an actor, and so is "funds and programmes" before "and agencies".
func (r *reader) spread(s int) []Phrase {
	heads := r.conjuncts(s)
	if len(heads) == 1 {
		return []Phrase{r.phrase(s, false)}
	}
	var out []Phrase
	for _, h := range heads {
		switch p := r.phrase(h, true); {
		case h != s && r.excluded(h):
		case r.canAct(p):
			out = append(out, p)
		case len(out) == 0:
			return []Phrase{r.phrase(s, false)}
		default:
			out[len(out)-1].To = max(out[len(out)-1].To, p.To)
		}
	}
	return out
}

// excluded reports whether conjunct h is named as who is not meant: "the
// operator, not the town".
func (r *reader) excluded(h int) bool {
	for _, k := range r.children(h, "advmod", "cc") {
		if k < h && r.lower(k) == "not" {
			return true
		}
	}
	return false
}

func (r *reader) canAct(p Phrase) bool {
	return p.From < p.To && r.actors.CanAct(p.Tree, p.From, p.To, p.Head)
}

// actorsIn keeps the phrases that can act.
func (r *reader) actorsIn(ps []Phrase) []Phrase {
	var out []Phrase
	for _, p := range ps {
		if r.canAct(p) {
			out = append(out, p)
		}
	}
	return out
}

// byPhrase returns the agents of passive p, "by all countries", which may
// stand behind a later participle: "built and managed by all countries".
func (r *reader) byPhrase(p int) []Phrase {
	if by := r.agentsOf(p); by != nil {
		return by
	}
	for _, k := range r.children(p, "conj") {
		if r.xpos(k, "VBN", "VBD") && r.child(k, "nsubj", "aux") < 0 {
			if by := r.byPhrase(k); by != nil {
				return by
			}
		}
	}
	return nil
}

func (r *reader) agentsOf(p int) []Phrase {
	for _, k := range r.children(p, "obl") {
		if r.agent(k) {
			return r.actorsIn(r.spread(k))
		}
	}
	return r.strayAgent(p)
}

// agent reports whether k is a by-phrase that names who acts.
func (r *reader) agent(k int) bool {
	return (r.Tokens[k].Deprel == "obl:agent" || r.case_(k) == "by") && len(r.actorsIn(r.spread(k))) > 0
}

// strayAgent finds a by-phrase hung on an actor inside the clause of p, where
// it cannot belong: "referred to the Council by the Assembly".
func (r *reader) strayAgent(p int) []Phrase {
	for _, o := range r.children(p, "obl", "obj") {
		for _, k := range r.children(o, "nmod") {
			if r.case_(k) == "by" && r.canAct(r.phrase(o, true)) {
				return r.actorsIn(r.spread(k))
			}
		}
	}
	return nil
}

// coordinated reads the verbs coordinated with p in its frame.
func (r *reader) coordinated(p int, f frame) {
	for _, k := range r.kids[p] {
		switch {
		case f.gerund && r.is(k, "conj") && !r.gerundForm(k):
		case r.is(k, "conj") && (r.circumstance(k) || r.penalises(k)):
		case r.is(k, "conj") && (r.predicate(k) || r.upos(k, "ADJ")):
			r.clause(k, f)
		case r.is(k, "parataxis") && k > p && r.predicate(k):
			r.clause(k, f)
		}
	}
}

func (r *reader) gerundForm(i int) bool {
	return r.xpos(i, "VBG") || strings.HasSuffix(r.lower(i), "ing")
}

// embedded reads the clauses that hang on p and speak of actors themselves:
// what is believed, recommended or reported, and relative clauses with a
// deontic of their own.
func (r *reader) embedded(p int, f frame) {
	for _, k := range r.children(p, "ccomp") {
		if r.child(k, "nsubj", "expl") >= 0 {
			r.clause(k, frame{depth: f.depth, free: false})
		}
	}
	for _, k := range r.children(p, "advcl") {
		if r.contrasts(k) {
			r.clause(k, frame{depth: f.depth})
		}
	}
	for k := r.left[p]; k <= r.right[p]; k++ {
		if r.Tokens[k].Deprel == "acl:relcl" && !r.seen[k] && k >= r.first && (r.binding(k) || f.assigned > nowhere && r.procedural(k)) {
			r.clause(k, frame{depth: f.depth, assigned: f.assigned})
		}
	}
}

// binding reports whether relative clause k lays a duty on who it describes, or
// tells, set off by a comma, what that actor or another undertakes: "the
// Council, which will hold a hearing", "measures, to which the Board agrees to
// respond".
func (r *reader) binding(k int) bool {
	d := r.modal(k)
	if d != nil && (d.force == graph.Obligation || d.force == graph.Recommendation || d.force == graph.Prohibition) {
		return true
	}
	if !r.behindComma(k) || len(r.actorsIn(r.subjects(k))) == 0 || r.reported(k) {
		return false
	}
	g, _, c := r.governor(k, false)
	return d != nil && (d.force == graph.Commitment || d.force == graph.Permission) || c >= 0 && g.Force == graph.Commitment
}

// procedural reports whether relative clause k, set off by a comma beside a duty,
// tells what its actor does next: "report it to the Officer, who informs the
// Board".
func (r *reader) procedural(k int) bool {
	s := r.subject(k)
	return r.behindComma(k) && s >= 0 && isRelative(r.lower(s)) && r.xpos(k, "VBZ", "VBP") && r.acts(k) && !r.cues.isStance(r.lemma(k)) && len(r.actorsIn(r.subjects(k))) > 0
}

// predicate reports whether token i can head a clause.
func (r *reader) predicate(i int) bool {
	return r.upos(i, "VERB", "AUX") || r.child(i, "cop", "nsubj", "aux") >= 0
}

// heads returns the tokens at which to begin reading a tree.
func (r *reader) heads() []int {
	root := r.root()
	if root < 0 {
		return nil
	}
	heads := []int{root}
	for _, k := range r.children(root, "parataxis", "ccomp") {
		if r.predicate(k) && k < root {
			heads = append(heads, k)
		}
	}
	slices.Sort(heads)
	return heads
}
