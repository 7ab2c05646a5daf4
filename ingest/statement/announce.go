package statement

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"mandate/graph"
)

// announcing nouns say what an actor aims at, is there for or may do.
var announcing = map[string]graph.Force{"goal": graph.GoalForce, "aim": graph.GoalForce, "objective": graph.GoalForce,
	"purpose": graph.GoalForce, "mission": graph.GoalForce, "target": graph.GoalForce, "priority": graph.GoalForce,
	"ambition": graph.GoalForce, "vision": graph.GoalForce,
	"task": graph.Obligation, "function": graph.Obligation, "duty": graph.Obligation, "role": graph.Obligation,
	"responsibility": graph.Obligation, "obligation": graph.Obligation, "mandate": graph.Obligation,
	"commitment": graph.Commitment, "pledge": graph.Commitment,
	"power": graph.Permission, "right": graph.Permission}

// announces returns what the noun i announces, "" for nothing. Capitals hide
// the lemma: "the Purposes of the Union".
func (r *reader) announces(i int) graph.Force {
	if i < 0 {
		return ""
	}
	w := r.lower(i)
	return cmp.Or(announcing[r.lemma(i)], announcing[strings.TrimSuffix(w, "s")], announcing[strings.TrimSuffix(w, "ies")+"y"])
}

// setting verbs have the goals of their subject for an object: "The Union
// pursues three goals".
var setting = map[string]bool{"set": true, "pursue": true, "adopt": true, "establish": true, "define": true, "follow": true}

// announced returns the frame of what clause p announces, "the goal of X is …",
// "the following are the functions of X", "X has the following powers"; nil
// where it announces nothing or does not say whose.
func (r *reader) announced(p int) *frame {
	for _, n := range []int{r.child(p, "nsubj"), p} {
		if r.announces(n) == "" {
			continue
		}
		if holder := r.holder(n); holder != nil {
			return r.announcement(n, holder)
		}
	}
	if o := r.child(p, "obj"); (r.lemma(p) == "have" || setting[r.lemma(p)] && r.announces(o) == graph.GoalForce) && r.announces(o) != "" && r.endsWith(o) {
		if holder := r.actorsIn(r.subjects(p)); holder != nil {
			return r.announcement(o, holder)
		}
		if s := r.subject(p); s >= r.first && !r.upos(s, "PRON") { // "the Government's strategy has two goals"
			if holder := r.holder(s); holder != nil {
				return r.announcement(o, holder)
			}
		}
	}
	return nil
}

// announcement is the frame of what holder has by noun n.
func (r *reader) announcement(n int, holder []Phrase) *frame {
	force, rule := r.announces(n), "declared duty"
	if force == graph.GoalForce {
		rule = declaredGoal
	}
	return &frame{subjects: holder, duty: &duty{force: force, cue: r.lemma(n), rule: rule}}
}

// endsWith reports whether nothing but punctuation follows token i.
func (r *reader) endsWith(i int) bool {
	for _, t := range r.Tokens[i+1:] {
		if t.UPOS != "PUNCT" {
			return false
		}
	}
	return true
}

// declares reports whether p itself is the aim of a goal: "the goal is to
// restore peace" has the infinitive for its predicate.
func (r *reader) declares(p int) bool { return r.mark(p) == "to" && r.child(p, "cop") >= 0 }

// holder is the actor in the phrase of noun n: "China's goal", "the purposes
// of the Union", "the goal of Peru's work on …".
func (r *reader) holder(n int) []Phrase {
	if k := r.child(n, "nmod:poss"); k >= 0 && r.xpos(k, "PRP$") {
		return []Phrase{{r.Sentence, k, k + 1, k}} // "our goal", whoever speaks
	}
	for i := r.left[n]; i <= r.right[n]; i++ {
		if i == n || !r.is(i, "nmod") && !(r.is(i, "compound") && r.upos(i, "PROPN") && r.Tokens[i].Head == n) {
			continue
		}
		if who := r.actorsIn(r.spread(i)); len(who) > 0 {
			return who
		}
	}
	return nil
}

// actNouns name what someone does, so that what is listed under them are acts.
var actNouns = []string{"action", "measure", "step", "activity", "initiative", "intervention", "approach", "practice", "effort",
	"undertaking", "recommendation", "policy", "strategy", "way", "thing"}

// announcesActs reports whether the sentence ends by announcing acts in a noun:
// "the following tasks:".
func (r *reader) announcesActs() bool {
	n := r.lastNoun()
	return n >= 0 && (r.announces(n) != "" || slices.Contains(actNouns, r.lemma(n)))
}

// enumeratesThings reports whether the sentence ends by announcing a list of
// things: "the following documents:", "the following grounds —".
func (r *reader) enumeratesThings() bool {
	if subjectsTail.MatchString(r.Text) {
		return true
	}
	n := r.lastNoun()
	if n < 0 || r.announcesActs() {
		return false
	}
	for i := max(r.left[n], r.first); i < n; i++ {
		if r.lower(i) == "following" {
			return true
		}
	}
	return false
}

// subjectsTail is the end of a sentence whose items are what something is about
// or made of: "a report on each of the following:".
var subjectsTail = regexp.MustCompile(`(?i)\b(regarding|concerning|about|relating to|with respect to|in respect of|on|detailing|describing|` +
	`consists? of|composed of|comprises?|made up of) (the|(each|any|all|one or more) of the) following` + listEnd)

// lastNoun is the noun that ends the sentence in front of a list, or -1.
func (r *reader) lastNoun() int {
	i := len(r.Tokens) - 1
	for i >= r.first && r.upos(i, "PUNCT") {
		i--
	}
	if i < r.first || i == len(r.Tokens)-1 || !r.upos(i, "NOUN", "PROPN") {
		return -1
	}
	return i
}
