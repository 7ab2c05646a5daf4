package statement

import (
	"cmp"
	"strings"

	"mandate/graph"
	"mandate/ingest/english"
)

// item reads a list item in the frame of its lead-in. ok is false where the
// item is a sentence of its own, or names a thing instead of an aim.
func (e *Extractor) item(raw english.Sentence, l *lead) (found []Found, next *lead, ok bool) {
	next = l
	for i, part := range e.parts(raw.Text, l) {
		if i > 0 || len(part) < len(raw.Text) {
			raw = e.parser.Parse(part)
		}
		r := e.readItem(raw, l)
		if r == nil {
			if i == 0 {
				return nil, nil, false
			}
			continue
		}
		if l.duty != nil && l.duty.force == graph.GoalForce {
			r.labelGoals(raw.Text)
		}
		found = append(found, r.found...)
		if opensList.MatchString(raw.Text) {
			next = cmp.Or(r.leads(), l)
		}
	}
	return found, next, true
}

// parts are the clauses of an item, each to be read on its own: all of it but
// where a body goes on from one act to the next.
func (e *Extractor) parts(text string, l *lead) []string {
	if l.duty == nil && !l.that {
		return e.cues.acted(text)
	}
	return []string{text}
}

// labelGoals names the goal that an item declares.
func (r *reader) labelGoals(text string) {
	label := goalLabel(text)
	for i := range r.found {
		r.found[i].Goals = []string{label}
	}
}

// readItem reads a list item as a clause with a subject of its own, an act
// named by a noun, or a fragment that begins with its verb; nil where it is
// none that its lead-in could stand for.
func (e *Extractor) readItem(raw english.Sentence, l *lead) *reader {
	f := l.frame
	f.passive, f.agents, f.lent = false, nil, true
	if l.that {
		return e.read(&raw, 0, f)
	}
	if s, first := e.borrow(raw, l); first > 0 {
		words := s.Tokens[first-1]
		f.gerund = words.XPOS != "MD" && !strings.EqualFold(words.Text, "not") && l.duty != nil && !l.title
		return e.read(&s, first, f)
	}
	if !l.acts {
		return nil
	}
	r := e.newReader(&raw, 0, f)
	if !r.namesAct(f) {
		return nil
	}
	return r
}

// namesAct states the duty of an item that names its act by a noun, "the
// management of the reserves", and reports whether it does.
func (r *reader) namesAct(f frame) bool {
	root := r.root()
	if root < 0 || r.child(root, "nsubj", "cop") >= 0 {
		return false
	}
	acts := r.nominalisations(r.conjuncts(root))
	for _, a := range acts {
		r.duties(root, r.actorsIn(f.subjects), f.duty, a)
	}
	return len(acts) > 0
}
