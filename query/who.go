package query

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"mandate/graph"
	"mandate/graph/index"
)

// Match is a statement that answers a question, and how well.
type Match struct {
	index.Statement
	Score int // comparable within one answer only
}

// Gap tells whether the statement is a duty without a named agent.
func Gap(s index.Statement) bool { return s.Actor == graph.Unassigned }

// Who answers "who is responsible for this topic": the statements whose topic,
// object, other phrases or headings have all the content words, whatever their
// inflection. What is said about the topic itself comes before what merely
// stands under such a heading; at equal worth named actors before gaps, and the
// stronger duty first.
func (v *View) Who(topic ...string) ([]Match, error) {
	t := termsOf(strings.Join(topic, " "))
	if len(t.single) == 0 {
		return nil, fmt.Errorf("%w: a topic needs a word", ErrParameter)
	}
	var out []Match
	for _, r := range v.x.Readings() {
		statements := v.x.ByDocument(r.Document.ID)
		scores := v.words.match(r, t, inSection)
		for _, i := range slices.Sorted(maps.Keys(scores)) {
			out = append(out, Match{statements[i], scores[i]})
		}
	}
	slices.SortStableFunc(out, func(a, b Match) int {
		return cmp.Or(
			cmp.Compare(b.Score, a.Score),
			compareBool(Gap(a.Statement), Gap(b.Statement)),
			cmp.Compare(strength(a.Force), strength(b.Force)),
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

// compareByPlace orders statements by document and place in its text.
func compareByPlace(a, b index.Statement) int {
	return cmp.Or(
		cmp.Compare(a.Reading.Document.ID, b.Reading.Document.ID),
		cmp.Compare(a.Evidence.Start, b.Evidence.Start),
		cmp.Compare(a.ID, b.ID),
	)
}
