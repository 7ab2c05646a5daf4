package query

import (
	"regexp"
	"slices"

	"mandate/graph"
	"mandate/graph/index"
)

// Gaps are the holes in who is responsible for what.
type Gaps struct {
	Unassigned []index.Statement // duties whose actor is not named
	Unserved   []Item            // principles and goals that nobody named is obliged to, asked to pursue or committed to
	Undated    []index.Statement // duties of somebody without a deadline and without a condition
	StanceOnly []Item            // actors that take stances and have no duty, right or aim
}

// Gaps finds the holes in all documents, or in what one document says.
func (v *View) Gaps(doc string) (Gaps, error) {
	statements, _, _, err := v.Statements(Filter{Doc: doc}, Page{})
	if err != nil {
		return Gaps{}, err
	}
	var g Gaps
	holds := map[index.Node]bool{} // actors that do more than take stances, and what is served by a duty of somebody
	counts := map[index.Node]*Count{}
	for _, s := range statements {
		actor, _ := v.x.NodeOf(graph.ActorIRI(s.Actor))
		for _, n := range append([]index.Node{actor}, s.Serves...) {
			counts[n] = counts[n].with(s.Force)
		}
		switch {
		case Gap(s) && binding(s.Force):
			g.Unassigned = append(g.Unassigned, s)
		case Gap(s):
		default:
			hold(holds, actor, s)
			if binding(s.Force) && s.Condition == "" && !dated(s.Evidence.Quote) {
				g.Undated = append(g.Undated, s)
			}
		}
	}
	g.Unserved = v.without(holds, counts, graph.ClassPrinciple, graph.ClassGoal)
	g.StanceOnly = v.without(holds, counts, graph.ClassActor)
	g.StanceOnly = slices.DeleteFunc(g.StanceOnly, func(i Item) bool { return i.ID == graph.Unassigned || i.ByForce[graph.Stance] == 0 })
	return g, nil
}

// binding tells the forces that make somebody responsible.
func binding(f graph.Force) bool {
	return f == graph.Obligation || f == graph.Recommendation || f == graph.Commitment
}

// hold notes who holds more than a stance, and what somebody is bound to.
func hold(holds map[index.Node]bool, actor index.Node, s index.Statement) {
	if s.Force != graph.Stance {
		holds[actor] = true
	}
	if binding(s.Force) {
		for _, n := range s.Serves {
			holds[n] = true
		}
	}
}

// without lists the entities of the classes that have a part in the statements
// counted and do not hold anything.
func (v *View) without(holds map[index.Node]bool, counts map[index.Node]*Count, classes ...string) []Item {
	var items []Item
	for _, class := range classes {
		for _, e := range v.x.Entities(class) {
			if c := counts[e.Node]; c != nil && !holds[e.Node] {
				items = append(items, Item{e, *c})
			}
		}
	}
	return items
}

// dated tells whether a sentence says when: a year, a day, a period, a
// recurrence, or "immediately". It goes by the sentence as a whole, so that a
// duty is never called undated where a date stands beside it.
func dated(sentence string) bool { return whenPattern.MatchString(sentence) }

var whenPattern = regexp.MustCompile(`(?i)\b(?:(?:19|20|21)\d\d|` +
	`(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|eighteen|twenty|thirty|sixty|ninety)[ -](?:working |calendar |business )?(?:hours?|days?|weeks?|months?|years?)|` +
	`(?:each|every|per|once a|twice a|at the end of the|by the end of the|next|this) (?:day|week|month|quarter|year|session|decade|century)|` +
	`hourly|daily|weekly|monthly|quarterly|annual(?:ly)?|yearly|biennial(?:ly)?|immediately|forthwith|promptly|without (?:undue )?delay|periodically|at (?:regular intervals|all times)|deadline|` +
	`(?:january|february|march|april|june|july|august|september|october|november|december) \d+|\d+ (?:january|february|march|april|may|june|july|august|september|october|november|december))\b`)
