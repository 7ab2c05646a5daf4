package ask

import (
	"slices"
	"strings"
	"unicode"

	"mandate/graph"
	"mandate/query"
)

// understanding is a question on its way from words to what it asks for. Words
// are accounted for as they are understood; the content words that are left in
// the end are what the question is about.
type understanding struct {
	*tree
	cues     *cues
	alike    thesaurus
	question query.Question
	forces   []graph.Force // of the deontics met
	negated  bool
	sought   []int // words of the phrase that stands for what is asked: which bodies
}

// read reads the question; the document that it began with is known.
func (u *understanding) read(place string) {
	u.question.Doc = place
	root := u.root()
	if root == none {
		return
	}
	predicate := u.predicate(root)
	u.place()
	u.seek(predicate)
	u.aim(predicate)
	u.about()
	u.weighForces()
}

// aim notes what is done: the verb that the question is left with and those
// coordinated with it, or the act that a noun names.
func (u *understanding) aim(predicate int) {
	if predicate == none || u.spoken[predicate] {
		u.act()
		return
	}
	for _, i := range u.with(predicate) {
		// What has an auxiliary is a verb, whatever the tagger takes it for.
		if u.tokens[i].UPOS != "VERB" && u.child(i, "aux") == none {
			continue
		}
		u.account(i)
		if u.stands(i) {
			continue
		}
		u.question.Aims = append(u.question.Aims, u.particled(i))
		u.question.Sides = u.question.Sides || len(u.forces) == 0 && u.cues.stances[u.lemma(i)]
		if to := u.child(i, "xcomp"); to != none && u.tokens[to].XPOS == "VB" { // help build
			u.account(to)
			u.question.Aims = append(u.question.Aims, u.particled(to))
		}
	}
}

// particled returns the lemma of a verb with the particle that makes it another:
// carry out.
func (u *understanding) particled(i int) string {
	l := u.lemma(i)
	for _, c := range append([]int{u.child(i, "compound:prt")}, i+1) {
		if c == none || c >= len(u.tokens) || u.spoken[c] {
			continue
		}
		if both := l + "_" + strings.ToLower(u.tokens[c].Text); u.alike["v "+both].known() {
			u.account(c)
			return strings.ReplaceAll(both, "_", " ")
		}
	}
	return l
}

// act reads what is done off a noun of doing with what it is done to: who is
// responsible for the maintenance of peace is to maintain it.
func (u *understanding) act() {
	if len(u.forces) == 0 || u.question.Asked != query.AskedActors {
		return
	}
	for i, w := range u.tokens {
		if u.spoken[i] || w.UPOS != "NOUN" {
			continue
		}
		of := slices.IndexFunc(u.below[i], func(c int) bool { return u.is(c, "nmod", "obl") && u.preposition(c, "of") })
		verb := u.alike.verbOf(u.lemma(i))
		if of < 0 || verb == "" {
			return // nothing further on is what somebody is responsible for
		}
		u.account(i)
		u.question.Aims = append(u.question.Aims, verb)
		if verb != u.lemma(i) {
			u.question.Aims = append(u.question.Aims, u.lemma(i))
		}
		return
	}
}

// stands tells a verb that only stands for another: do, take steps, concern.
func (u *understanding) stands(i int) bool {
	l := u.lemma(i)
	if l == "take" || l == "have" || l == "undertake" || l == "perform" || l == "fulfil" || l == "fulfill" {
		// Such a verb says something of its own where it has an object of its own.
		return !slices.ContainsFunc(u.below[i], func(c int) bool { return u.is(c, "obj") && !u.spoken[c] })
	}
	tied := u.cues.about[l] && (u.question.Asked != query.AskedActors || u.child(i, "obj") == none)
	return u.cues.deeds[l] || tied || u.cues.lists[l] && u.tokens[i].Head < 0 && i == 0
}

// about collects the content words that are left.
func (u *understanding) about() {
	for i, w := range u.tokens {
		if u.spoken[i] {
			continue
		}
		switch w.UPOS {
		case "NOUN", "PROPN", "VERB", "ADJ", "NUM":
		default:
			continue
		}
		if l := strings.ToLower(w.Lemma); u.cues.about[l] || u.cues.about[strings.ToLower(w.Text)] || l == "be" {
			continue
		}
		u.addAbout(i)
	}
}

// addAbout adds a word that the question is about; words of one name go together.
func (u *understanding) addAbout(i int) {
	if u.named(i) && u.named(i-1) && !u.spoken[i-1] && u.tokens[i].Start == u.tokens[i-1].End+1 {
		last := &u.question.About[len(u.question.About)-1]
		*last += " " + u.tokens[i].Text
		return
	}
	u.question.About = append(u.question.About, u.tokens[i].Text)
}

// named tells a word that is part of a name, by its capital behind the first
// word.
func (u *understanding) named(i int) bool {
	return i > 0 && (u.tokens[i].UPOS == "PROPN" || u.tokens[i].UPOS == "ADJ" || u.tokens[i].UPOS == "NOUN") && unicode.IsUpper([]rune(u.tokens[i].Text)[0])
}

// weighForces turns the deontics met into the forces that answer the question.
func (u *understanding) weighForces() {
	q := &u.question
	for _, f := range u.forces {
		if u.negated && f != graph.Commitment {
			f = graph.Prohibition
		}
		for _, f := range answering(f) {
			if !slices.Contains(q.Forces, f) {
				q.Forces = append(q.Forces, f)
			}
		}
	}
	q.Negated = u.negated
	q.Strict = len(q.Forces) > 0 && q.Asked != query.AskedActors
}

// answering lists the forces that answer a question for one of them: who asks
// what somebody must do wants to hear what he should do as well, in second
// place.
func answering(f graph.Force) []graph.Force {
	switch f {
	case graph.Obligation:
		return []graph.Force{graph.Obligation, graph.Prohibition, graph.Recommendation, graph.Commitment}
	case graph.Recommendation:
		return []graph.Force{graph.Recommendation, graph.Obligation, graph.Commitment, graph.Prohibition}
	}
	return []graph.Force{f}
}
