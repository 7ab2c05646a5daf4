package query

import (
	"iter"
	"slices"
	"strings"

	"mandate/graph"
	"mandate/graph/index"
)

// judge decides whether a statement answers a question, and how well. What does
// not say most of what is asked for is no answer, however near it comes.
type judge struct {
	question    Question
	view        *View
	aims, about []sought
	parts       []float32 // of the whole that each of about counts
	said        []sought  // aims without what is only near them
	nearly      []covers  // of the aims with it
	least       float64   // match that there must be, by the best so far
	remembered  remembered
	relevance   relevance
}

// What of a question a statement must have to be an answer to it, and what
// takes from its worth.
const (
	enough        = 0.62 // of the words it is about, by weight
	enoughSides   = 0.5  // of them, behind a stance in the very words
	enoughOfActor = 0.56 // of them, where the actor is as asked for
	enoughAim     = 0.55 // of what is done
	fully         = 0.8  // of one thing alone, where the deed is another word
	aloneAim      = 0.75 // of it, where one thing alone is named that it is done to
	plain         = 0.85 // of fewPlain words and more it is about, whatever word the deed goes by
	fewPlain      = 3
	sameDeed      = 0.8  // where the deed alone is asked for
	worthwhile    = 0.62 // of both together
	shareOfAim    = 0.35 // of the worth of a row
	aimAlike      = 0.9  // another verb of the same meaning
	aimNear       = 0.8
	aimElsewhere  = 0.92 // times, where a phrase or the sentence says it
	otherForce    = 0.85
	stanceOnly    = 0.7 // "supports" does not say who must
	otherKind     = 0.8
	nobody        = 0.85 // a gap, where actors are asked for
	perForce      = 0.03 // for each force that answers better
	otherCue      = 0.98
)

// newJudge prepares for a question.
func (v *View) newJudge(q Question) *judge {
	j := &judge{question: q, view: v, aims: v.words.asked(q.Aims, q), about: v.words.asked(q.About, q)}
	j.said = v.words.plainly(j.aims)
	all := 0.0
	for unit := range j.units() {
		all += weightOf(unit)
	}
	for unit := range j.units() {
		for range unit {
			j.parts = append(j.parts, float32(weightOf(unit)/(all*float64(len(unit)))))
		}
	}
	return j
}

// weightOf is how much a name says: as its rarest word.
func weightOf(unit []sought) float64 {
	weight := 0.0
	for _, s := range unit {
		weight = max(weight, s.weight)
	}
	return weight
}

// another is a judge of the same question with a memory of its own.
func (j *judge) another() *judge {
	o := *j
	o.relevance, o.nearly, o.remembered = relevance{}, nil, remembered{map[string][]int{}, map[wordsOfDuty]float64{}}
	return &o
}

// read takes up a reading by its words; false where none of its statements can
// have enough of what the question is about.
func (j *judge) read(d docWords) bool {
	j.relevance.about = find(j.relevance.about, d, j.about)
	j.relevance.aims = find(j.relevance.aims, d, j.said)
	most := float32(0)
	for n := range j.about {
		if len(j.relevance.about[n].hits) > 0 {
			most += j.parts[n]
		}
	}
	if len(j.about) > 0 && most < enoughSides {
		return false
	}
	j.relevance.take(d, j.parts)
	return true
}

// units walks the words that the question is about, those of a name together.
func (j *judge) units() iter.Seq[[]sought] {
	return func(yield func([]sought) bool) {
		for first := 0; first < len(j.about); {
			last := first
			for last < len(j.about) && j.about[last].unit == j.about[first].unit {
				last++
			}
			if !yield(j.about[first:last]) {
				return
			}
			first = last
		}
	}
}

// candidates walks the statements of a reading, by their places, that have enough
// of what the question is about, or else a word of what is done: no other can
// answer it. All can where it names neither; of some actors alone, only theirs.
func (j *judge) candidates(d docWords, actors []index.Entity) iter.Seq[int] {
	switch {
	case len(j.about) > 0:
		return func(yield func(int) bool) {
			for i, about := range j.relevance.total {
				if about >= enoughSides && !yield(i) {
					return
				}
			}
		}
	case len(actors) > 0:
		return d.by(actors)
	case len(j.aims) == 0:
		return func(yield func(int) bool) {
			for i := range d.statements {
				if !yield(i) {
					return
				}
			}
		}
	}
	return j.doing(d)
}

// doing walks the statements that have a word of what is done.
func (j *judge) doing(d docWords) iter.Seq[int] {
	j.nearly = find(j.nearly, d, j.aims)
	var found []int32
	for i := range j.nearly {
		j.relevance.fill(&j.nearly[i], d)
		found = append(found, j.relevance.touched...)
	}
	slices.Sort(found)
	return func(yield func(int) bool) {
		for _, i := range slices.Compact(found) {
			if !yield(int(i)) {
				return
			}
		}
	}
}

// score judges statement i of the reading at hand: what it has of the words of the
// question, and what it is worth in all.
func (j *judge) score(s *index.Statement, i int) (match, score float64, ok bool) {
	about := 0.0
	if len(j.about) > 0 {
		about = float64(j.relevance.total[i])
		if j.atMost(about) < j.least {
			return 0, 0, false
		}
	}
	fits, ok := j.force(s)
	if !ok {
		return 0, 0, false
	}
	aim := j.ofAims(s, i)
	if len(j.about) > 0 && about < j.enough(aim) {
		return 0, 0, false
	}
	match, ok = j.match(about, aim)
	if !ok || match < max(j.least, min(worthwhile, j.enough(aim))) || !j.suits(s, match) || j.doneTo(s, i) {
		return 0, 0, false
	}
	return match, match * fits * j.actor(s) * j.cue(s), true
}

// atMost is the best match that a statement can be with so much of what the
// question is about.
func (j *judge) atMost(about float64) float64 {
	if len(j.aims) > 0 {
		return shareOfAim + (1-shareOfAim)*about
	}
	return about
}

// enough is how much of what a question is about there must be. Who encourages
// others to do something says so in one long sentence.
func (j *judge) enough(aim float64) float64 {
	switch {
	case j.question.Sides && aim == 1:
		return enoughSides
	case j.question.Actor != "":
		return enoughOfActor
	}
	return enough
}

// match tells how much of what is asked for is there.
func (j *judge) match(about, aim float64) (score float64, ok bool) {
	switch {
	case len(j.about) > 0 && len(j.aims) > 0 && j.alone() && aim < 1 && about < fully:
		return 0, false
	case len(j.about) > 0 && len(j.aims) > 0:
		return shareOfAim*aim + (1-shareOfAim)*about, aim >= j.leastAim() || j.plainly(about) && !j.question.Sides
	case len(j.about) > 0:
		return about, true
	case len(j.aims) > 0:
		return aim, aim >= sameDeed
	}
	return 1, true
}

func (j *judge) leastAim() float64 {
	if j.alone() {
		return aloneAim
	}
	return enoughAim
}

// alone tells whether the question is about one thing alone.
func (j *judge) alone() bool { return j.about[0].unit == j.about[len(j.about)-1].unit }

// suits tells whether a statement can answer although it is of another force: who
// asks what is forbidden does not want to hear what must be done, and who asks
// what is allowed hears of a duty where it is just that.
func (j *judge) suits(s *index.Statement, match float64) bool {
	wanted := j.question.Forces
	if s.Force == graph.Prohibition && j.question.Asked == AskedActors && len(j.aims) > 0 && !j.question.Negated && len(wanted) > 0 && wanted[0] != graph.Prohibition {
		return false // who must do a thing is not who must not
	}
	if len(wanted) != 1 || s.Force == wanted[0] {
		return true
	}
	switch wanted[0] {
	case graph.Prohibition:
		return s.Polarity == graph.Negative || abstains(s.Aim)
	case graph.Permission:
		return s.Force != graph.Stance && match >= sameDeed
	}
	return true
}

// abstains tells a deed that is to leave something.
func abstains(aim string) bool {
	return slices.Contains([]string{"refrain", "abstain", "avoid", "desist", "cease", "stop", "prevent"}, aim)
}

// plainly tells whether so much of so many words is there that the deed must be
// the one asked for in other words.
func (j *judge) plainly(about float64) bool { return len(j.about) >= fewPlain && about >= plain }

// doneTo tells whether the actor of a statement is named in what the question is
// about, and the statement names it for nothing but its actor: who reports to the
// Assembly is not the Assembly.
func (j *judge) doneTo(s *index.Statement, i int) bool {
	if j.question.Asked != AskedActors {
		return false
	}
	return slices.ContainsFunc(j.mentioned(s), func(n int) bool { return at(j.relevance.about, n, i) < coverPhrase })
}

// mentioned returns which of the words that the question is about name the actor
// of a statement, all of it.
func (j *judge) mentioned(s *index.Statement) []int {
	named, known := j.remembered.mentioned[s.Actor]
	if known {
		return named
	}
	name := j.view.words.stems.terms(s.Reading.Actor(s.Actor).Label).words
	for n, a := range j.about {
		if slices.Contains(name, a.word) {
			named = append(named, n)
		}
	}
	if len(named) < len(name) {
		named = nil
	}
	j.remembered.mentioned[s.Actor] = named
	return named
}

// ofAims returns how well the statement has what is done: as its aim, or said
// in other ways ("play a role in coordinating").
func (j *judge) ofAims(s *index.Statement, i int) float64 {
	stem := j.view.words.stems.stem(s.Aim)
	found := 0.0
	for n, a := range j.aims {
		switch {
		case (slices.Contains(a.ways, stem) || a.word == s.Aim) && a.complete(s):
			found = 1
		case slices.Contains(a.alike, stem) || a.said(s, stem):
			found = max(found, aimAlike)
		case slices.Contains(a.near, stem):
			found = max(found, aimNear)
		case !j.question.Sides:
			found = max(found, aimElsewhere*at(j.relevance.aims, n, i))
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
	if j.cue(s) == 1 && len(j.question.Cues) > 0 {
		return 1 - perForce, true // it has the right and responsibility
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
	words := wordsOfDuty{s.Deontic, s.Cue}
	worth, known := j.remembered.cues[words]
	if !known {
		stems := j.view.words.stems
		worth = otherCue
		for _, c := range j.question.Cues {
			if slices.Contains(stems.terms(s.Deontic+" "+s.Cue).single, stems.stem(c)) {
				worth = 1
			}
		}
		j.remembered.cues[words] = worth
	}
	return worth
}

// remembered is what many statements have in common and is judged once.
type remembered struct {
	mentioned map[string][]int // by actor
	cues      map[wordsOfDuty]float64
}

type wordsOfDuty struct{ deontic, cue string }

// matched lists the words of the question that a statement has.
func (j *judge) matched(d docWords, i int) []string {
	var words []string
	for _, s := range slices.Concat(j.aims, j.about) {
		if d.has(&s, i) {
			words = append(words, s.word)
		}
	}
	return words
}

// complete tells whether the sentence has the particle of a verb, where the question
// has one: work out is not work.
func (s *sought) complete(statement *index.Statement) bool {
	return s.particle == "" || strings.Contains(statement.Evidence.Quote, " "+s.particle+" ")
}

// said tells whether a statement says the deed in several words ("carry out").
func (s *sought) said(statement *index.Statement, aim string) bool {
	return slices.ContainsFunc(s.phrase, func(p phrase) bool {
		return p.verb == aim && strings.Contains(statement.Evidence.Quote, " "+p.rest+" ")
	})
}
