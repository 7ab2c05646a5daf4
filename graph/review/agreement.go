package review

import (
	"maps"
	"slices"

	"mandate/graph"
)

// Agreement says how far reviewers agree on whether statements are in the text:
// accepted, or accepted as edited, against rejected. Of each reviewer the last
// verdict on a statement counts, unless undone.
type Agreement struct {
	Doc        string // empty for all documents together
	Reviewers  []string
	Statements int      // judged by anyone
	Shared     int      // judged by two reviewers or more
	Percent    *float64 // share of pairs of verdicts that agree, from 0 to 1; nil where there are none
	Alpha      *float64 // Krippendorff's, nominal; nil where no verdict differs from any other or none can be compared
	Pairs      []Pair   // of reviewers with a statement in common, by name
}

// Pair compares two reviewers on the statements that both judged.
type Pair struct {
	A, B    string
	Shared  int
	Agreed  int
	Percent float64
	Kappa   *float64 // Cohen's; nil where both always gave one and the same verdict
}

// verdicts are those of one statement, by reviewer.
type verdicts map[string]bool

// AgreementOf works out the agreement on one document, or on all.
func AgreementOf(l *Log, doc string) Agreement {
	units, names := judged(l, doc)
	a := Agreement{Doc: doc, Statements: len(units)}
	ids := slices.Sorted(maps.Keys(names))
	for _, id := range ids {
		a.Reviewers = append(a.Reviewers, names[id])
	}
	for _, u := range units {
		if len(u) > 1 {
			a.Shared++
		}
	}
	a.Percent, a.Alpha = reliability(units)
	for i, first := range ids {
		for _, second := range ids[i+1:] {
			if p, ok := pair(units, first, second); ok {
				p.A, p.B = names[first], names[second]
				a.Pairs = append(a.Pairs, p)
			}
		}
	}
	return a
}

// Judged returns the documents with a verdict, sorted.
func Judged(l *Log) []string {
	docs := map[string]bool{}
	for _, c := range l.All() {
		if _, undone := l.UndoneBy(c.ID); !undone && c.verdict() {
			docs[c.Doc] = true
		}
	}
	return slices.Sorted(maps.Keys(docs))
}

// verdict tells whether a correction judges a statement that was read.
func (c *Correction) verdict() bool { return c.Kind == Accept || c.Kind == Reject || c.Kind == Edit }

// judged gathers the last verdicts by statement and reviewer, in the order in
// which the statements were first judged, and the reviewers' names.
func judged(l *Log, doc string) (units []verdicts, names map[string]string) {
	at := map[[2]string]int{}
	names = map[string]string{}
	for _, c := range l.All() {
		if _, undone := l.UndoneBy(c.ID); undone || !c.verdict() || doc != "" && c.Doc != doc {
			continue
		}
		unit := [2]string{c.Doc, c.Target.Statement}
		if _, known := at[unit]; !known {
			at[unit] = len(units)
			units = append(units, verdicts{})
		}
		reviewer := graph.ReviewerIRI(c.By)
		names[reviewer] = c.By
		units[at[unit]][reviewer] = c.Kind != Reject
	}
	return units, names
}

// reliability returns the share of pairs of verdicts that agree, and
// Krippendorff's alpha for two nominal values: 1 - D_o/D_e, where each statement
// with m verdicts adds its pairs weighted by 1/(m-1).
func reliability(units []verdicts) (percent, alpha *float64) {
	var pairs, differing, weighted float64
	var of [2]float64 // verdicts that can be compared, by value
	for _, u := range units {
		n := float64(len(u))
		if n < 2 {
			continue
		}
		accepted := 0.0
		for _, yes := range u {
			if yes {
				accepted++
			}
		}
		pairs += n * (n - 1) / 2
		differing += accepted * (n - accepted)
		weighted += 2 * accepted * (n - accepted) / (n - 1)
		of[0], of[1] = of[0]+accepted, of[1]+n-accepted
	}
	if pairs == 0 {
		return nil, nil
	}
	share := 1 - differing/pairs
	if expected := 2 * of[0] * of[1]; expected > 0 {
		a := 1 - (of[0]+of[1]-1)*weighted/expected
		alpha = &a
	}
	return &share, alpha
}

// pair compares two reviewers; false where they have no statement in common.
func pair(units []verdicts, first, second string) (Pair, bool) {
	var p Pair
	var yes [2]float64 // how often each accepted
	for _, u := range units {
		a, ok := u[first]
		b, ok2 := u[second]
		if !ok || !ok2 {
			continue
		}
		p.Shared++
		if a == b {
			p.Agreed++
		}
		for i, v := range []bool{a, b} {
			if v {
				yes[i]++
			}
		}
	}
	if p.Shared == 0 {
		return p, false
	}
	n := float64(p.Shared)
	p.Percent = float64(p.Agreed) / n
	if chance := yes[0]/n*yes[1]/n + (1-yes[0]/n)*(1-yes[1]/n); chance < 1 {
		k := (p.Percent - chance) / (1 - chance)
		p.Kappa = &k
	}
	return p, true
}
