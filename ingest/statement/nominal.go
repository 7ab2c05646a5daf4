package statement

import (
	"strings"

	"mandate/graph"
)

// dutyNouns name a duty that its complement spells out.
var dutyNouns = map[string]bool{"responsibility": true, "duty": true, "obligation": true}

// nominal states the duties that are named by a noun: "the Council's primary
// responsibility for the maintenance of peace", "confer on the Council
// responsibility for maintaining peace".
func (r *reader) nominal() {
	for n := range r.Tokens {
		if c := r.complement(n); dutyNouns[r.lemma(n)] && (!r.heldByHave(n) || c >= 0 && !r.seen[c]) {
			r.namedDuty(n)
		}
	}
}

// namedDuty states the duty that noun n names.
func (r *reader) namedDuty(n int) {
	who := r.haver(n)
	if who == nil {
		who = r.holder(n)
	}
	if who == nil {
		who = r.bearer(n)
	}
	if aim, object, ok := r.nominalAim(n); ok {
		r.duties(n, who, &duty{words: r.dutyPhrase(n), force: graph.Obligation, cue: r.lemma(n), rule: "nominal duty"}, aim, object)
	}
}

// chargedWith states the duty of "X is responsible for the maintenance of Y",
// where a noun stands for the aim, and reports whether p is such a clause.
func (r *reader) chargedWith(p int, f frame) bool {
	g, ok := r.cues.Governors["be "+r.lower(p)]
	if !ok || g.Force != graph.Obligation || r.reported(p) || r.complement(p) >= 0 {
		return false
	}
	aim, object, ok := r.nominalAim(p)
	if !ok {
		return false
	}
	words := r.words(r.dutyStart(p), p+1) + " for"
	r.duties(p, r.actorsIn(f.subjects), &duty{words: words, force: g.Force, cue: g.Wording, rule: "nominal duty"}, aim, object)
	return true
}

// duties adds a statement with a nominal aim for each actor.
func (r *reader) duties(n int, who []Phrase, d *duty, aim string, object Phrase) {
	for _, a := range who {
		f := Found{Attribute: a}
		f.Statement = graph.Statement{Deontic: d.words, Force: d.force, Aim: aim, Object: object.Text(), Polarity: graph.Positive,
			Topics: r.topics(n, object), Cue: d.cue, Rule: d.rule}
		f.Named = r.named(n, object)
		r.found = append(r.found, f)
	}
}

// heldByHave reports whether n is the object of "have": the governor rule
// reads that.
func (r *reader) heldByHave(n int) bool {
	h := r.Tokens[n].Head
	for h >= 0 && r.is(n, "conj") {
		n, h = h, r.Tokens[h].Head
	}
	return h >= 0 && r.is(n, "obj") && r.lemma(h) == "have"
}

// bearer is on whom a verb lays the duty n: "confer on the Council", "impose
// upon States".
func (r *reader) bearer(n int) []Phrase {
	h := r.Tokens[n].Head
	if h < 0 || !r.is(n, "obj", "nsubj") {
		return nil
	}
	for _, k := range r.children(h, "obl") {
		if c := r.case_(k); c == "on" || c == "upon" {
			return r.actorsIn(r.spread(k))
		}
	}
	return nil
}

// haver is who has the duty n that is coordinated with what else it has: "has
// the right to use the water and the duty to protect it", however deep the
// parser hung n.
func (r *reader) haver(n int) []Phrase {
	if !r.is(n, "conj") || r.complement(n) < 0 {
		return nil
	}
	for h := r.Tokens[n].Head; h >= 0; h = r.Tokens[h].Head {
		if obj := r.child(h, "obj"); r.lemma(h) == "have" && obj >= 0 {
			if _, ok := r.cues.Governors["have "+r.lemma(obj)]; ok {
				return r.actorsIn(r.subjects(h))
			}
		}
		if r.child(h, "nsubj") >= 0 {
			return nil
		}
	}
	return nil
}

// nominalAim is the verb behind the complement of duty n and what it acts on.
func (r *reader) nominalAim(n int) (string, Phrase, bool) {
	for _, k := range r.children(n, "acl") {
		if r.xpos(k, "VBG") || r.mark(k) == "to" {
			return r.lemma(k), r.object(k), true
		}
	}
	for _, k := range r.children(n, "nmod", "obl") {
		if r.case_(k) != "for" {
			continue
		}
		if r.gerundForm(k) {
			return r.verbLemma(k), r.object(k), true
		}
		if verb, ok := r.cues.Nominals[r.lemma(k)]; ok {
			if o := r.child(k, "nmod"); o >= 0 && r.case_(o) == "of" {
				return verb, r.phrase(o, false), true
			}
			return verb, Phrase{}, true
		}
	}
	return "", Phrase{}, false
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
