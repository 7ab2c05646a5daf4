package query

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"mandate/graph"
	"mandate/graph/index"
)

// Match is a statement that answers a question, and how well.
type Match struct {
	index.Statement
	Score int // comparable within one answer only
	order int // place before the answer was put in order
}

// Gap tells whether the statement is a duty without a named agent.
func Gap(s index.Statement) bool { return s.Actor == graph.Unassigned }

// Who answers "who is responsible for this topic": the statements whose topic,
// object, other phrases or headings have all the content words, whatever their
// inflection. What is said about the topic itself comes before what merely
// stands under such a heading; at equal worth named actors before gaps, and the
// stronger duty first.
func (v *View) Who(topic ...string) ([]Match, error) {
	words := v.words.stems.wanted(strings.Join(topic, " "))
	if len(words.words) == 0 {
		return nil, fmt.Errorf("%w: a topic needs a word", ErrParameter)
	}
	var out []Match
	for _, r := range v.x.Readings() {
		statements := v.x.ByDocument(r.Document.ID)
		for i, score := range v.words.match(r, words, inSection) {
			if score > 0 {
				out = append(out, Match{statements[i], score, len(out)})
			}
		}
	}
	slices.SortFunc(out, func(a, b Match) int {
		return cmp.Or(
			b.Score-a.Score,
			compareBool(Gap(a.Statement), Gap(b.Statement)),
			strength(a.Force)-strength(b.Force),
			a.order-b.order,
		)
	})
	return out, nil
}

// strength orders forces, the strongest duty first.
func strength(f graph.Force) int { return slices.Index(graph.Forces(), f) }

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
