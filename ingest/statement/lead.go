package statement

import (
	"regexp"
	"strings"

	"mandate/graph"
)

// lead is what a list takes from the sentence in front of it.
type lead struct{ frame }

// leads returns what r's sentence hands to a list under it: the actors and the
// duty of its last clause, the holder of the goals that it announces, or the
// body that it names without saying what it does; nil for nothing.
func (r *reader) leads() *lead {
	root := r.root()
	if root < 0 {
		return nil
	}
	if conditionTail.MatchString(r.Text) {
		return nil
	}
	if f := r.goalFrame(root); f != nil {
		return &lead{*f}
	}
	if again := r.completed(); again != nil && again.last != nil {
		r = again
	}
	if f := r.requestFrame(root); f != nil && r.last == nil {
		return &lead{*f}
	}
	if r.last != nil {
		f := *r.last
		f.depth = 0
		if r.forPurpose() {
			f.duty = &duty{force: graph.GoalForce, cue: "purpose", rule: "purpose list"}
		}
		return &lead{f}
	}
	if ph := r.phrase(root, false); r.upos(root, "NOUN", "PROPN", "PRON") && r.child(root, "cop", "nsubj") < 0 && r.canAct(ph) {
		return &lead{frame{subjects: r.spread(root), free: true}}
	}
	return nil
}

// conditionTail is the end of a sentence that leads in conditions: its items
// are no aims.
var conditionTail = regexp.MustCompile(`(?i)\b(if|where|when|unless|whether|who|which|whom|provided that)\b[^,;:]*[:—–-]\s*$`)

// openTail is the end of a sentence whose items bring the verb.
var openTail = regexp.MustCompile(`(?i)\b(shall|must|should|will|may|to|not|for)\s*[:—–-]*\s*$`)

// completed reads the sentence with a verb in place of the list that brings
// it, "Member States should: …", nil where the sentence is whole.
func (r *reader) completed() *reader {
	loc := openTail.FindStringSubmatchIndex(r.Text)
	if loc == nil || r.forPurpose() {
		return nil
	}
	verb := " act."
	if strings.EqualFold(r.Text[loc[2]:loc[3]], "for") {
		verb = " acting."
	}
	s := r.parser.Parse(r.Text[:loc[3]] + verb)
	return r.read(&s, r.first, r.given)
}

var purposeTail = regexp.MustCompile(`(?i)\b(for the purposes? of|with a view to|in order to|with the (aim|goal|objective|purpose) of|aim(ed|ing) at)\W*$`)

// forPurpose reports whether the sentence ends by announcing purposes.
func (r *reader) forPurpose() bool { return purposeTail.MatchString(r.Text) }
