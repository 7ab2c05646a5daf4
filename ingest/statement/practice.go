package statement

import (
	"regexp"

	"mandate/graph"
)

// practice is the duty of a role that a text describes by what its holder does:
// under "Responsibilities", "The Registrar keeps the roll".
var practice = duty{force: graph.Obligation, cue: "practice", rule: "practice"}

// assigning headings announce who does what. "The role of women" does not:
// what stands under a role in the singular may as well be told of it.
var assigning = regexp.MustCompile(`(?i)\b(roles|responsibilit(y|ies)|duties|accountabilit(y|ies)|governance|oversight|terms of reference|delegat(ed|ion)|delegations)\b`)

// assigns returns for each section of doc whether its heading, or one above it,
// announces who does what, or the title of the whole text does.
func assigns(doc *graph.Document) []bool {
	out := make([]bool, len(doc.Sections))
	whole := assigning.MatchString(doc.Title)
	for i, s := range doc.Sections {
		out[i] = whole || assigning.MatchString(s.Title) || s.Parent >= 0 && out[s.Parent]
	}
	return out
}

// how far the bare present of an actor is a duty.
type assigned int

const (
	nowhere   assigned = iota
	alongside          // coordinated with a duty, where it takes no stance: "is in charge of X and keeps Y"
	generally          // in a section that assigns duties
)

// practises states the duty that clause p describes in the present tense, and
// reports whether it is such a clause.
func (r *reader) practises(p int, f frame) bool {
	cue, stance := r.cues.Stances[r.verb(p)]
	switch {
	case f.assigned == nowhere || stance && (f.assigned == alongside || cue.Directive != ""):
		return false
	case !r.upos(p, "VERB") || r.cues.Stative[r.lemma(p)] || r.constitutes(p):
		return false
	}
	actors := r.actorsIn(f.subjects)
	if f.passive {
		actors = f.agents
		if b := r.child(p, "aux:pass"); b >= 0 && !r.xpos(b, "VBZ", "VBP") {
			return false
		}
	} else if !r.present(p) || r.xpos(p, "VB") && r.child(p, "aux") < 0 {
		return false
	}
	if len(actors) == 0 || r.speaker(actors[0]) {
		return false
	}
	d := &practice
	if r.negated(p) {
		d = d.denied()
	}
	r.emit(p, actors, f, d)
	return true
}

// speaker reports whether a phrase is who speaks or is spoken to, whose present
// tells of habits as well: "we live", "you know".
func (r *reader) speaker(p Phrase) bool {
	switch p.Text() {
	case "We", "we", "I", "You", "you":
		return true
	}
	return false
}
