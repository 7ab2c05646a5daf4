package query

import (
	"iter"
	"slices"

	"mandate/graph"
	"mandate/graph/index"
)

// judge decides whether a statement answers a question, and how well. What does
// not say most of what is asked for is no answer, however near it comes.
type judge struct {
	question    Question
	view        *View
	aims, about []sought
	relevance   relevance
	marks       []uint64 // of the statements that have a word, a bit each
}

// What of a question a statement must have to be an answer to it, and what
// takes from its worth.
const (
	enough     = 0.62 // of the words it is about, by weight
	enoughAim  = 0.55 // of what is done
	plain      = 0.85 // of fewPlain words and more it is about, whatever word the deed goes by
	fewPlain   = 3
	sameDeed   = 0.85 // where the deed alone is asked for
	shareOfAim = 0.35 // of the worth of a row
	otherForce = 0.85
	stanceOnly = 0.7 // "supports" does not say who must
	otherKind  = 0.8
	nobody     = 0.85 // a gap, where actors are asked for
	perForce   = 0.03 // for each force that answers better
	otherCue   = 0.98
)

// read takes up a reading by its words; false where none of its statements can
// have enough of what the question is about.
func (j *judge) read(d docWords) bool {
	most, all := 0.0, 0.0
	for _, s := range j.about {
		all += s.weight
		if d.hasAny(s) {
			most += s.weight
		}
	}
	if len(j.about) > 0 && most < enough*all {
		return false
	}
	j.relevance.take(d, j.aims, j.about)
	return true
}

// candidates walks the statements of a reading, by their places, that have a
// word of what the question is about, or else of what is done: no other can
// answer it. All can where it names neither.
func (j *judge) candidates(d docWords) iter.Seq[int] {
	words := j.about
	if len(words) == 0 {
		words = j.aims
	}
	j.marks = slices.Grow(j.marks[:0], (d.statements+63)/64)[:(d.statements+63)/64]
	clear(j.marks)
	for _, s := range words {
		for _, w := range slices.Concat(s.ways, s.alike) {
			for _, h := range d.hits[w] {
				j.marks[h.statement/64] |= 1 << (h.statement % 64)
			}
		}
	}
	return func(yield func(int) bool) {
		for i := range d.statements {
			if (len(words) == 0 || j.marks[i/64]>>(i%64)&1 == 1) && !yield(i) {
				return
			}
		}
	}
}

// score judges statement i of the reading at hand.
func (j *judge) score(s *index.Statement, i int) (float64, bool) {
	fits, ok := j.force(s)
	if !ok {
		return 0, false
	}
	about := j.ofAbout(i)
	if len(j.about) > 0 && about < enough {
		return 0, false
	}
	aim := j.ofAims(s, i)
	score := 1.0
	switch {
	case len(j.about) > 0 && len(j.aims) > 0:
		if aim < enoughAim && !j.plainly(about) {
			return 0, false
		}
		score = shareOfAim*aim + (1-shareOfAim)*about
	case len(j.about) > 0:
		score = about
	case len(j.aims) > 0:
		if score = aim; aim < sameDeed {
			return 0, false
		}
	}
	return score * fits * j.actor(s) * j.cue(s), true
}

// plainly tells whether so much of so many words is there that the deed must be
// the one asked for in other words.
func (j *judge) plainly(about float64) bool { return len(j.about) >= fewPlain && about >= plain }

// ofAbout returns how much of what the question is about the statement has.
func (j *judge) ofAbout(i int) float64 {
	has, all := 0.0, 0.0
	for n, s := range j.about {
		has += s.weight * at(j.relevance.about, n, i)
		all += s.weight
	}
	if all == 0 {
		return 0
	}
	return has / all
}

// ofAims returns how well the statement has what is done: as its aim, or said
// in other ways ("play a role in coordinating").
func (j *judge) ofAims(s *index.Statement, i int) float64 {
	stem := j.view.words.stems.stem(s.Aim)
	found := 0.0
	for n, a := range j.aims {
		switch {
		case slices.Contains(a.ways, stem) || a.word == s.Aim:
			found = 1
		case slices.Contains(a.alike, stem):
			found = max(found, coverAlike)
		default:
			found = max(found, 0.9*at(j.relevance.aims, n, i))
		}
	}
	return found
}

// force tells whether the statement is of a force that is asked for, and how
// well it fits.
func (j *judge) force(s *index.Statement) (worth float64, ok bool) {
	wanted := j.question.Forces
	if len(wanted) == 0 {
		return 1, true
	}
	if i := slices.Index(wanted, s.Force); i >= 0 {
		return 1 - perForce*float64(i), true
	}
	if s.Force == graph.Stance {
		return stanceOnly, !j.question.Strict
	}
	return otherForce, !j.question.Strict
}

// actor weighs who the statement is of, where that is what is asked for.
func (j *judge) actor(s *index.Statement) float64 {
	if j.question.Asked != AskedActors {
		return 1
	}
	if Gap(*s) {
		return nobody
	}
	kind := s.Reading.Actor(s.Actor).Kind
	if len(j.question.Kinds) > 0 && !slices.Contains(j.question.Kinds, kind) {
		return otherKind
	}
	return 1
}

// cue prefers statements that put the duty in the words of the question.
func (j *judge) cue(s *index.Statement) float64 {
	stems := j.view.words.stems
	for _, c := range j.question.Cues {
		if slices.Contains(stems.terms(s.Deontic+" "+s.Cue).single, stems.stem(c)) {
			return 1
		}
	}
	return otherCue
}

// matched lists the words of the question that a statement has.
func (j *judge) matched(d docWords, i int) []string {
	var words []string
	for _, s := range slices.Concat(j.aims, j.about) {
		if d.has(s, i) {
			words = append(words, s.word)
		}
	}
	return words
}
