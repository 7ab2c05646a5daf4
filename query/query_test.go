package query_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/index"
	"mandate/query"
)

func indexOf(readings ...graph.Reading) *index.Index {
	b := index.NewBuilder()
	for _, r := range readings {
		for _, q := range graph.Quads(r) {
			b.Add(q)
		}
	}
	return b.Index()
}

var sample = sync.OnceValue(func() *query.View { return query.On(indexOf(graphtest.Sample()...)) })

// brief writes a statement as "actor aim object".
func brief(s index.Statement) string {
	return strings.TrimSpace(fmt.Sprintf("%s %s %s", s.Actor, s.Aim, s.Object))
}

func briefs[T any](list []T, of func(T) index.Statement) []string {
	out := make([]string, len(list))
	for i, item := range list {
		out[i] = brief(of(item))
	}
	return out
}

func same(s index.Statement) index.Statement { return s }

func TestResolve(t *testing.T) {
	for _, c := range []struct {
		name    string
		classes []string
		want    string
	}{
		{"China", nil, "actor:china"},
		{"  cHINA ", nil, "actor:china"},
		{"actor:china", nil, "actor:china"},
		{"<actor:china>", nil, "actor:china"},
		{"china", nil, "actor:china"},
		{"PRC", nil, "actor:china"},
		{"the People's Republic of China", nil, "actor:china"},
		{"the UN", nil, "actor:united-nations"},
		{"The United Nations", nil, "actor:united-nations"},
		{"Organizacao das Nacoes Unidas", nil, "actor:united-nations"},
		{"an Outage", nil, "topic:outage"},
		{"Guarding Sovereignty at Sea", nil, "goal:guarding-sovereignty-at-sea"},
		{"Lisbon Accord", nil, "instrument:lisbon-accord"},
		{"Lantern Charter", nil, "doc:lantern-charter"},
		{"lantern-charter", []string{graph.ClassDocument}, "doc:lantern-charter"},
		{"pilot training", []string{graph.ClassTopic}, "topic:pilot-training"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := sample().Resolve(c.name, c.classes...)
			if err != nil || got.IRI != c.want {
				t.Errorf("got %q, %v; want %q", got.IRI, err, c.want)
			}
		})
	}
}

func TestResolveUnknown(t *testing.T) {
	for _, c := range []struct {
		name    string
		classes []string
		suggest string // IRI that must be among the suggestions; empty for none at all
	}{
		{"Chnia", nil, "actor:china"},
		{"United Nation", nil, "actor:united-nations"},
		{"Internet", nil, "actor:internet-companies"},
		{"companies", []string{graph.ClassActor}, "actor:internet-companies"},
		{"xyzzyxyzzy", nil, ""},
		{"", nil, ""},
		{"!?", nil, ""},
		{"China", []string{graph.ClassTopic}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := sample().Resolve(c.name, c.classes...)
			var unknown *query.UnknownError
			if !errors.As(err, &unknown) || !errors.Is(err, query.ErrUnknown) {
				t.Fatalf("got %v, want *UnknownError", err)
			}
			found := slices.ContainsFunc(unknown.Suggestions, func(e index.Entity) bool { return e.IRI == c.suggest })
			if found != (c.suggest != "") || c.suggest == "" && len(unknown.Suggestions) > 0 {
				t.Errorf("suggestions %v, want %q among them", unknown.Suggestions, c.suggest)
			}
			if c.suggest != "" && !strings.Contains(err.Error(), c.suggest) {
				t.Errorf("message %q does not name %s", err, c.suggest)
			}
		})
	}
}

func TestResolveAmbiguous(t *testing.T) {
	one := graphtest.New("one", "Report").Actor("Port Union", graph.Collective, "PU")
	two := graphtest.New("two", "Report").Actor("Pilot Union", graph.Collective, "PU")
	v := query.On(indexOf(one.Reading(), two.Reading()))
	for name, iris := range map[string][]string{"PU": {"actor:pilot-union", "actor:port-union"}, "report": {"doc:one", "doc:two"}} {
		_, err := v.Resolve(name)
		var ambiguous *query.AmbiguousError
		if !errors.As(err, &ambiguous) || !errors.Is(err, query.ErrAmbiguous) {
			t.Fatalf("%s: got %v, want *AmbiguousError", name, err)
		}
		for _, iri := range iris {
			if !strings.Contains(err.Error(), iri) {
				t.Errorf("%s: message %q does not list %s", name, err, iri)
			}
		}
	}
}

func TestResolvePrefersActorsAndLabels(t *testing.T) {
	r := graphtest.New("mixed", "Mixed").
		Actor("Guild", graph.Collective, "Members").
		Actor("Members", graph.Collective).
		Section(graph.SectionPrinciple, 1, "", "Guild").
		Say("Members shall meet the guild.", graph.Statement{Actor: "members", Force: graph.Obligation, Aim: "meet", Object: "the guild", Topics: []string{"guild"}}).
		Reading()
	v := query.On(indexOf(r))
	for name, want := range map[string]string{"guild": "actor:guild", "members": "actor:members"} {
		if got, err := v.Resolve(name); err != nil || got.IRI != want {
			t.Errorf("%s: got %q, %v; want %s", name, got.IRI, err, want)
		}
	}
	if got, err := v.Resolve("guild", graph.ClassPrinciple); err != nil || got.IRI != "principle:guild" {
		t.Errorf("with a class: got %q, %v", got.IRI, err)
	}
}

func TestWho(t *testing.T) {
	for _, c := range []struct {
		topic string
		want  []string // in order
	}{
		{"common rules", []string{"united-nations lead the search for common rules", "member-states dim a lamp", "china support the work of the United Nations"}},
		{"the rules that are common", []string{"united-nations lead the search for common rules"}},
		{"outage", []string{"countries share what they learn about outages", "internet-companies share what they learn about outages", "civil-society share what they learn about outages"}},
		{"Outages", []string{"countries share what they learn about outages"}},
		{"sea bed", []string{"china map the sea bed"}},
		{"seabed", []string{"china map the sea bed"}},
		{"storms", []string{"unassigned send help"}},
		{"training pilots", []string{"united-nations train pilots", "china train pilots"}},
		{"sovereignty", []string{"china keep the peace in its waters", "china build a café", "china support the work of the United Nations", "unassigned send help"}},
		{"cafe", []string{"china build a café"}},
		{"penguins", nil},
		{"sea penguins", nil},
	} {
		t.Run(c.topic, func(t *testing.T) {
			got, err := sample().Who(c.topic)
			if err != nil {
				t.Fatal(err)
			}
			list := briefs(got, func(m query.Match) index.Statement { return m.Statement })
			if len(list) < len(c.want) || !slices.Equal(list[:len(c.want)], c.want) || c.want == nil && len(list) > 0 {
				t.Errorf("got  %q\nwant %q first", list, c.want)
			}
		})
	}
	if _, err := sample().Who(" ?!"); !errors.Is(err, query.ErrParameter) {
		t.Errorf("no word: got %v, want ErrParameter", err)
	}
}

func TestWhoFindsCompounds(t *testing.T) {
	r := graphtest.New("nets", "Nets").Actor("Cities", graph.Collective).
		Say("Cities shall guard cybersecurity.", graph.Statement{Actor: "cities", Force: graph.Obligation, Aim: "guard", Object: "cybersecurity"}).
		Say("Cities shall teach cyber security.", graph.Statement{Actor: "cities", Force: graph.Obligation, Aim: "teach", Object: "cyber security"}).
		Say("Cities shall pay for the security of cyber cafes.", graph.Statement{Actor: "cities", Force: graph.Obligation, Aim: "pay", Object: "the security of cyber cafes"}).
		Say("Cities shall secure their doors.", graph.Statement{Actor: "cities", Force: graph.Obligation, Aim: "secure", Object: "their doors"}).
		Reading()
	v := query.On(indexOf(r))
	for _, topic := range []string{"cyber security", "cybersecurity", "Cyber-Security"} {
		got, err := v.Who(topic)
		if err != nil || len(got) < 2 {
			t.Fatalf("%s: got %d statements, %v", topic, len(got), err)
		}
		aims := []string{got[0].Aim, got[1].Aim}
		slices.Sort(aims)
		if !slices.Equal(aims, []string{"guard", "teach"}) {
			t.Errorf("%s: first %q, want guard and teach", topic, aims)
		}
	}
}

func TestWhat(t *testing.T) {
	e, duties, err := sample().What("International community")
	if err != nil || e.IRI != "actor:international-community" {
		t.Fatalf("got %v, %v", e, err)
	}
	if len(duties) != 2 || duties[0].Force != graph.Obligation || duties[1].Force != graph.Recommendation {
		t.Fatalf("got %v, want an obligation before a recommendation", duties)
	}
	if got := brief(duties[1].Statements[0]); got != "international-community promote openness" {
		t.Errorf("got %q", got)
	}
	if _, _, err := sample().What("Nobody"); !errors.Is(err, query.ErrUnknown) {
		t.Errorf("got %v, want ErrUnknown", err)
	}
}
