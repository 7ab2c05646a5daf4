package review_test

import (
	"fmt"
	"math"
	"testing"

	"mandate/graph"
	"mandate/graph/review"
)

// judging makes a log of verdicts: one letter a statement for each reviewer,
// y, n, or - for none.
func judging(t *testing.T, reviewers ...string) *review.Log {
	t.Helper()
	var all []review.Correction
	for i, verdicts := range reviewers {
		for j, v := range verdicts {
			kind := map[rune]review.Kind{'y': review.Accept, 'n': review.Reject}[v]
			if kind == "" {
				continue
			}
			all = append(all, review.Correction{Kind: kind, By: fmt.Sprintf("R%d", i), Doc: "d", Target: review.Target{
				Statement: fmt.Sprintf("%016x", j), Quote: "q", Actor: "a", Aim: "b", Polarity: graph.Positive}})
		}
	}
	return logOf(t, all...)
}

// The figures are worked out by hand from the definitions.
func TestAgreement(t *testing.T) {
	for name, row := range map[string]struct {
		reviewers             []string
		shared                int
		percent, alpha, kappa float64 // NaN for none
	}{
		// Cohen: p_o 7/10, p_e .5*.4+.5*.6=.5. Alpha: coincidences 2*3 apart of 20, 9 yes, 11 no: 1-19*6/(2*9*11).
		"two":         {[]string{"yyyyynnnnn", "yyynnynnnn"}, 10, .7, 1 - 19.*6/(2*9*11), .4},
		"agreed":      {[]string{"yynn", "yynn"}, 4, 1, 1, 1},
		"all yes":     {[]string{"yyyy", "yyyy"}, 4, 1, math.NaN(), math.NaN()},
		"opposed":     {[]string{"yn", "ny"}, 2, 0, -.5, -1},
		"apart":       {[]string{"yy--", "--nn"}, 0, math.NaN(), math.NaN(), math.NaN()},
		"one missing": {[]string{"yyn-", "yn-n"}, 2, .5, 1 - 3.*2/(2*3*1), 0},
	} {
		t.Run(name, func(t *testing.T) {
			a := review.AgreementOf(judging(t, row.reviewers...), "d")
			if a.Shared != row.shared || !near(a.Percent, row.percent) || !near(a.Alpha, row.alpha) {
				t.Errorf("shared %d, percent %v, alpha %v, want %+v", a.Shared, value(a.Percent), value(a.Alpha), row)
			}
			if len(a.Pairs) == 0 {
				if !math.IsNaN(row.kappa) {
					t.Error("no pair")
				}
			} else if !near(a.Pairs[0].Kappa, row.kappa) {
				t.Errorf("kappa %v, want %v", value(a.Pairs[0].Kappa), row.kappa)
			}
		})
	}
}

func value(p *float64) float64 {
	if p == nil {
		return math.NaN()
	}
	return *p
}

func near(p *float64, want float64) bool {
	got := value(p)
	return math.IsNaN(got) && math.IsNaN(want) || math.Abs(got-want) < 1e-9
}

// Three reviewers with gaps, and verdicts that are taken back or changed.
func TestAgreementOfThree(t *testing.T) {
	l := judging(t, "yyn-", "yyny", "ynny")
	a := review.AgreementOf(l, "d")
	// Pairs: 3 + 3 + 3 + 1, of which 2 differ.
	if a.Shared != 4 || !near(a.Percent, .8) || len(a.Pairs) != 3 || len(a.Reviewers) != 3 {
		t.Errorf("%+v, percent %v", a, value(a.Percent))
	}
	l, _, err := l.Then([]review.Correction{{Kind: review.Undo, By: "R0", Undoes: l.All()[0].ID}})
	if err != nil {
		t.Fatal(err)
	}
	if a := review.AgreementOf(l, "d"); !near(a.Percent, 1-2./8) {
		t.Errorf("without the first verdict: percent %v", value(a.Percent))
	}
	if docs := review.Judged(l); len(docs) != 1 || docs[0] != "d" {
		t.Errorf("judged documents %v", docs)
	}
	if a := review.AgreementOf(l, "other"); a.Statements != 0 || a.Percent != nil {
		t.Errorf("of another document: %+v", a)
	}
}
