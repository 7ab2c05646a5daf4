package statement

import (
	"regexp"

	"mandate/graph"
)

// lead is what a list takes from the sentence in front of it.
type lead struct {
	frame
	that bool // its items are clauses with subjects of their own: "recommends that: …"
	acts bool // its items may name their acts by nouns: "has the following tasks: …"

	title bool // it is a heading that names who is charged with what stands under it
	later bool // what is read is not the first sentence of its item, so that its verb must be evident

	conditional bool // its items are conditions of what it says itself: "may refuse if: …"
	sentence    int  // where that stands
}

// leads returns what r's sentence hands to a list under it: the holder of the
// goals or functions that it announces, the actors and the duty of its last
// clause, or the body that it names without saying what it does; nil for
// nothing.
func (r *reader) leads() *lead {
	root := r.root()
	switch {
	case root < 0 || r.describes() || r.enumeratesThings() || formTail.MatchString(r.Text):
		return nil
	case conditionTail.MatchString(r.Text) && !listedBefore.MatchString(r.Text):
		return &lead{conditional: true}
	}
	if f := r.announced(root); f != nil {
		return &lead{frame: *f, acts: true}
	}
	if thatTail.MatchString(r.Text) {
		return r.leadsClauses()
	}
	acts := r.announcesActs() || gerundTail.MatchString(listTail.ReplaceAllString(r.Text, ""))
	if l := r.leadsEnsured(); l != nil {
		return l
	}
	r = r.completed()
	if r.last != nil {
		l := &lead{frame: *r.last, acts: acts}
		l.depth = 0
		l.condition, l.constraint = r.condition(r.aimed), r.constraint(r.aimed, Phrase{})
		if r.forPurpose() {
			l.duty = &duty{force: graph.GoalForce, cue: "purpose", rule: "purpose list"}
		}
		return l
	}
	if ph := r.phrase(root, false); r.upos(root, "NOUN", "PROPN", "PRON") && r.child(root, "cop", "nsubj") < 0 && r.canAct(ph) {
		return &lead{frame: frame{subjects: r.spread(root), free: true}}
	}
	return nil
}

// listEnd is the end of a sentence that goes on in a list.
const listEnd = `\s*[:—–-]\s*$`

var opensList = regexp.MustCompile(listEnd)

var (
	// conditionTail is the end of a sentence that leads in conditions.
	conditionTail = regexp.MustCompile(`(?i)\b(if|where|when|unless|until|provided that|in the event that)\b[^,;:]*` + listEnd)
	// listedBefore is one that leads in what it names before a condition that is
	// whole: "shall meet the following standards when a ferry is late:".
	listedBefore = regexp.MustCompile(`(?i)\b(following|these) [^,;:.]*\b(if|where|when|unless|until|provided that|in the event that)\b[^,;:]*` + listEnd)
	// descriptionTail is the end of one whose items describe what it names.
	descriptionTail = regexp.MustCompile(`(?i)\b(whether|who|which|whom|whose)\b[^,;:]*` + listEnd)
)

// describes reports whether the items go on a relative clause, "a person who:
// …", that does not say what is to be done, "the Agency, which shall: …".
func (r *reader) describes() bool {
	return descriptionTail.MatchString(r.Text) && !verbTail.MatchString(listTail.ReplaceAllString(r.Text, ""))
}

// formTail is the end of a sentence whose items are things.
var formTail = regexp.MustCompile(`(?i)\b(in the form of|consist(s|ing)? of|composed of|comprised of|made up of|comprises?|comprising|such as)` + listEnd)

// ensuredTail is the end of one that ends with who is to do what its items say:
// "shall ensure that the operator: …".
var ensuredTail = regexp.MustCompile(`(?i)\bthat [^,;:]+` + listEnd)

// leadsEnsured returns what "The Council shall ensure that operators: …" hands
// to its items: the subject of the clause that the list goes on with, and the
// duty of the verb in front; nil where the sentence does not end so.
func (r *reader) leadsEnsured() *lead {
	if !ensuredTail.MatchString(r.Text) {
		return nil
	}
	end := len(r.Tokens) - 1
	for end > r.first && r.upos(end-1, "PUNCT") {
		end--
	}
	that := end - 1
	for that > r.first && r.lower(that) != "that" {
		if r.upos(that, "VERB", "AUX") {
			return nil
		}
		that--
	}
	v := that - 1
	if v < r.first || !r.upos(v, "VERB") {
		return nil
	}
	d := r.lays(v)
	if d == nil {
		return nil
	}
	for n := that + 1; n < end; n++ {
		if h := r.Tokens[n].Head; r.upos(n, "NOUN", "PROPN") && (h <= that || h >= end) && r.canAct(Phrase{r.Sentence, that + 1, end, n}) {
			return &lead{frame: frame{subjects: []Phrase{{r.Sentence, that + 1, end, n}}, duty: d}}
		}
	}
	return nil
}

// lays is the duty that verb v lays on the subject of the clause behind it:
// "shall ensure that", "recommends that"; nil for none.
func (r *reader) lays(v int) *duty {
	if cue := r.cues.Stances[r.lemma(v)]; cue.Directive != "" && cue.Directive != graph.Commitment && r.present(v) {
		return asking(cue.Directive, r.lemma(v), r.Tokens[v].Text+" that")
	}
	if ensuring[r.lemma(v)] && r.last != nil && r.aimed == v {
		return ensured(r.last.duty, r.lemma(v))
	}
	return nil
}

// thatTail is the end of a sentence whose items are clauses.
var thatTail = regexp.MustCompile(`(?i)\bthat` + listEnd)

// leadsClauses returns what "The Committee recommends that: …" hands to its
// items, which bring subjects of their own; nil where r asks for nothing.
func (r *reader) leadsClauses() *lead {
	if !thatTail.MatchString(r.Text) {
		return nil
	}
	for i := len(r.Tokens) - 1; i >= r.first; i-- {
		if cue := r.cues.Stances[r.lemma(i)]; cue.Directive != "" && r.upos(i, "VERB") {
			d := &duty{force: cue.Directive, cue: r.lemma(i), words: r.Tokens[i].Text + " that", rule: "directive"}
			return &lead{frame: frame{duty: d, lent: true}, that: true}
		}
	}
	return nil
}

// continued is the lead-in of what follows in the same item: "Map the wells.
// Publish the maps." Only an evident verb takes its actor from there.
func (l *lead) continued() *lead {
	if l == nil || l.later {
		return l
	}
	again := *l
	again.later = true
	return &again
}
