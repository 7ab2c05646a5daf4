package query_test

import (
	"slices"
	"strings"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/index"
	"mandate/query"
)

func rowStatement(r query.Row) index.Statement { return r.Statement }

func TestAnswer(t *testing.T) {
	directives := []graph.Force{graph.Obligation, graph.Prohibition, graph.Recommendation, graph.Commitment}
	for _, c := range []struct {
		name     string
		question query.Question
		want     []string
	}{
		{"who", query.Question{Asked: query.AskedActors, Forces: directives, Aims: []string{"train"}, About: []string{"pilots"}},
			[]string{"united-nations train pilots", "china train pilots"}},
		{"who, the duty in another form", query.Question{Asked: query.AskedActors, Aims: []string{"search"}, About: []string{"common", "rules"}},
			[]string{"united-nations lead the search for common rules"}},
		{"who, by a word of like meaning", query.Question{Asked: query.AskedActors, Aims: []string{"chart"}, About: []string{"seabed"}, Alike: map[string][]string{"chart": {"map"}}},
			[]string{"china map the sea bed"}},
		{"who, a deed that nobody does to it", query.Question{Asked: query.AskedActors, Aims: []string{"punish"}, About: []string{"pilots"}}, nil},
		{"who, most words missing", query.Question{Asked: query.AskedActors, Aims: []string{"train"}, About: []string{"lighthouse", "pilots", "badly"}}, nil},
		{"who, a gap last", query.Question{Asked: query.AskedActors, Aims: []string{"send"}, About: []string{"help"}}, []string{"unassigned send help"}},
		{"deeds of a force", query.Question{Asked: query.AskedDeeds, Actor: "the UN", Forces: []graph.Force{graph.Obligation}, Strict: true},
			[]string{"united-nations train pilots"}},
		{"deeds, the force asked for first", query.Question{Asked: query.AskedDeeds, Actor: "international community", Forces: directives, Strict: true},
			[]string{"international-community work", "international-community promote openness"}},
		{"deeds by aim", query.Question{Asked: query.AskedDeeds, Actor: "China", Aims: []string{"oppose"}}, []string{"china oppose attacks on cables"}},
		{"deeds of a force that the actor has none of", query.Question{Asked: query.AskedDeeds, Actor: "China", Forces: []graph.Force{graph.Permission}, Strict: true}, nil},
		{"actor in another inflection", query.Question{Asked: query.AskedDeeds, Actor: "an internet company"}, []string{"internet-companies share what they learn about outages"}},
		{"in a document", query.Question{Asked: query.AskedActors, Aims: []string{"train"}, About: []string{"pilots"}, Doc: "the charter"}, []string{"united-nations train pilots"}},
		{"statements of a force", query.Question{Asked: query.AskedStatements, Forces: []graph.Force{graph.Permission}, Strict: true}, []string{"member-states inspect the lamps of the Secretariat"}},
		{"about", query.Question{Asked: query.AskedStatements, About: []string{"lamps"}},
			[]string{"member-states inspect the lamps of the Secretariat", "member-states dim a lamp"}},
		{"a name as texts shorten it", query.Question{Asked: query.AskedDeeds, Actor: "the Nations"}, []string{"united-nations lead the search for common rules", "united-nations train pilots"}},
		{"a name in another word", query.Question{Asked: query.AskedDeeds, Actor: "nations", Near: map[string][]string{"nations": {"country"}}}, []string{"countries share what they learn about outages"}},
		{"a word near the deed", query.Question{Asked: query.AskedActors, Aims: []string{"teach"}, About: []string{"pilots"}, Near: map[string][]string{"teach": {"train"}}},
			[]string{"china train pilots", "united-nations train pilots"}},
		{"who may, of what is forbidden", query.Question{Asked: query.AskedActors, Forces: []graph.Force{graph.Permission}, Aims: []string{"dim"}, About: []string{"lamp"}}, nil},
		{"who, of an actor that the question names", query.Question{Asked: query.AskedActors, Aims: []string{"train"}, About: []string{"pilots", "United Nations"}}, nil},
		{"nothing asked for", query.Question{Asked: query.AskedStatements}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := sample().Answer(c.question, 0)
			if got := briefs(a.Rows, rowStatement); !slices.Equal(got, c.want) || a.Total != len(c.want) || a.Note != "" {
				t.Errorf("got %q (%d, %q), want %q", got, a.Total, a.Note, c.want)
			}
			for _, r := range a.Rows {
				if r.Score <= 0 || r.Score > 1 {
					t.Errorf("score %v is not between 0 and 1", r.Score)
				}
			}
		})
	}
}

func TestAnswerOfNamesNotKnown(t *testing.T) {
	for _, c := range []struct {
		question query.Question
		note     string
	}{
		{query.Question{Asked: query.AskedDeeds, Actor: "Chyna"}, `no actor is called "Chyna"; did you mean China`},
		{query.Question{Asked: query.AskedActors, Aims: []string{"train"}, Doc: "the Moon Treaty"}, `no document is called "the Moon Treaty"`},
	} {
		if a := sample().Answer(c.question, 0); len(a.Rows) > 0 || !strings.Contains(a.Note, c.note) {
			t.Errorf("%+v: rows %d, note %q", c.question, len(a.Rows), a.Note)
		}
	}
}

// An acronym in the text answers for the words that it stands for.
func TestAnswerByInitials(t *testing.T) {
	x := index.Build(graph.Quads(acronymed()))
	a := query.On(x).Answer(query.Question{Asked: query.AskedActors, Aims: []string{"share"}, About: []string{"open", "weather", "records"}}, 0)
	if len(a.Rows) != 1 {
		t.Errorf("got %d rows, want 1", len(a.Rows))
	}
}

func TestAnswerIsCutAtItsLimit(t *testing.T) {
	a := sample().Answer(query.Question{Asked: query.AskedDeeds, Actor: "China"}, 2)
	if len(a.Rows) != 2 || a.Total != 7 {
		t.Errorf("got %d rows of %d, want 2 of 7", len(a.Rows), a.Total)
	}
}

// acronymed is a document whose one duty names its object by an acronym.
func acronymed() graph.Reading {
	return graphtest.New("weather", "Weather").Actor("Stations", graph.GovernmentBody).
		Say("Stations shall share OWR.", graph.Statement{Actor: "stations", Force: graph.Obligation, Deontic: "shall", Aim: "share", Object: "OWR"}).
		Reading()
}
