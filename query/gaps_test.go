package query_test

import (
	"errors"
	"slices"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/index"
	"mandate/query"
)

func viewOf(readings ...graph.Reading) *query.View {
	b := index.NewBuilder()
	for _, r := range readings {
		for _, q := range graph.Quads(r) {
			b.Add(q)
		}
	}
	return query.On(b.Index())
}

func labels(items []query.Item) []string {
	out := make([]string, len(items))
	for i, item := range items {
		out[i] = item.Label
	}
	return out
}

// port is a document with every kind of hole, and beside each what is none.
func port() graph.Reading {
	shall := func(actor, aim, object string) graph.Statement {
		return graph.Statement{Actor: actor, Force: graph.Obligation, Deontic: "shall", Aim: aim, Object: object}
	}
	may := shall("pilots", "use", "the pier")
	may.Force = graph.Permission
	inStorms := shall("pilots", "stop", "all ships")
	inStorms.Condition = "in storms"
	return graphtest.New("port", "Port").
		Actor("Pilots", graph.Individual).Actor("Norway", graph.State).Actor("Chile", graph.State).
		Section(graph.SectionGoal, 1, "1.", "Clean Piers").
		Say("Pilots may use the pier.", may).
		Say("Piers shall be swept daily.", shall(graph.Unassigned, "sweep", "piers")).
		Section(graph.SectionGoal, 1, "2.", "Safe Ships").
		Say("Pilots shall guide ships.", shall("pilots", "guide", "ships")).
		Say("Pilots shall report within ten days.", shall("pilots", "report", "")).
		Say("In storms, pilots shall stop all ships.", inStorms).
		Say("Norway welcomes pilots.", graph.Statement{Actor: "norway", Force: graph.Stance, Aim: "welcome", Object: "pilots"}).
		Say("Chile welcomes pilots and will pay them by 2030.",
			graph.Statement{Actor: "chile", Force: graph.Stance, Aim: "welcome", Object: "pilots"},
			graph.Statement{Actor: "chile", Force: graph.Commitment, Deontic: "will", Aim: "pay", Object: "them"}).
		Reading()
}

func TestGaps(t *testing.T) {
	g, err := viewOf(port()).Gaps("")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ got, want []string }{
		"unassigned":  {briefs(g.Unassigned, same), []string{"unassigned sweep piers"}},
		"unserved":    {labels(g.Unserved), []string{"Clean Piers"}},
		"undated":     {briefs(g.Undated, same), []string{"pilots guide ships"}},
		"stance only": {labels(g.StanceOnly), []string{"Norway"}},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%s: got %q, want %q", name, c.got, c.want)
		}
	}
}

func TestGapsOfOneDocument(t *testing.T) {
	v := viewOf(append(graphtest.Sample(), port())...)
	g, err := v.Gaps("Lantern Charter")
	if err != nil || len(g.Unassigned) > 0 || len(g.StanceOnly) > 0 {
		t.Errorf("got %+v, %v", g, err)
	}
	if _, err := v.Gaps("Atlantis"); !errors.Is(err, query.ErrUnknown) {
		t.Errorf("got %v, want ErrUnknown", err)
	}
}
