package statement

import (
	"cmp"
	"strings"

	"mandate/graph"
)

// requestFrame returns the frame of what "Requests the Secretary: …" leads in:
// whom the last directive of the clause p addresses and what it makes of them,
// nil where it says itself what it asks for.
func (r *reader) requestFrame(p int) *frame {
	verbs := r.conjuncts(p)
	d := verbs[len(verbs)-1]
	cue := r.cues.Stances[r.verb(d)]
	if cue.Directive == "" || len(r.asked(d)) > 0 {
		return nil
	}
	who := r.target(d)
	if who == nil {
		return nil
	}
	return &frame{subjects: who, duty: &duty{force: cue.Directive, cue: r.lemma(d), words: borrowed(r.verb(d)), rule: "directive"}}
}

// announcing nouns say what an actor aims at or is there for.
var announcing = map[string]graph.Force{"goal": graph.GoalForce, "aim": graph.GoalForce, "objective": graph.GoalForce,
	"purpose": graph.GoalForce, "mission": graph.GoalForce, "target": graph.GoalForce, "task": graph.GoalForce,
	"priority": graph.GoalForce, "ambition": graph.GoalForce,
	"function": graph.Obligation, "duty": graph.Obligation, "responsibility": graph.Obligation, "obligation": graph.Obligation}

// announces returns what the noun i announces, "" for nothing. Capitals hide
// the lemma: "the Purposes of the Union".
func (r *reader) announces(i int) graph.Force {
	return cmp.Or(announcing[r.lemma(i)], announcing[strings.TrimSuffix(r.lower(i), "s")])
}

// goalFrame returns the frame of "the goal of X is …" or "the functions of X
// are …" headed by p, nil where p says nothing of the kind.
func (r *reader) goalFrame(p int) *frame {
	s := r.child(p, "nsubj")
	if s < 0 && r.announces(p) != "" {
		s = p
	}
	if s < 0 || r.announces(s) == "" {
		return nil
	}
	holder := r.holder(s)
	if holder == nil {
		return nil
	}
	rule := "declared goal"
	if r.announces(s) != graph.GoalForce {
		rule = "declared duty"
	}
	return &frame{subjects: holder, duty: &duty{force: r.announces(s), cue: r.lemma(s), rule: rule}}
}

// declares reports whether p itself is the aim of a goal: "the goal is to
// restore peace" has the infinitive for its predicate.
func (r *reader) declares(p int) bool { return r.mark(p) == "to" && r.child(p, "cop") >= 0 }

// holder is the actor in the phrase of noun n: "China's goal", "the purposes
// of the Union", "the goal of China's participation in …".
func (r *reader) holder(n int) []Phrase {
	for i := r.left[n]; i <= r.right[n]; i++ {
		if i == n || !r.is(i, "nmod") && !(r.is(i, "compound") && r.upos(i, "PROPN")) {
			continue
		}
		if who := r.actorsIn(r.spread(i)); len(who) > 0 {
			return who
		}
	}
	return nil
}
