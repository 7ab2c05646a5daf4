package query_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/query"

	"golang.org/x/sys/unix"
)

// thousand is a made store of 1,000 documents of 100 statements each.
var thousand = sync.OnceValue(func() *query.View { return query.On(indexOf(graphtest.Many(1000)...)) })

// cpuTime is what the program took of the processors so far, which other load
// does not change.
func cpuTime(b *testing.B) time.Duration {
	var u unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func BenchmarkPaths(b *testing.B) {
	for _, c := range []struct {
		name, from, to string
		options        query.PathOptions
	}{
		{"named together", "Agency 0", "Agency 1", query.PathOptions{}},
		{"over a shared topic", "topic:topic-3", "topic:topic-4", query.PathOptions{}},
		{"far", "goal:goal-number-0", "goal:goal-number-9", query.PathOptions{K: 10}},
		{"none", "doc:paper-00000", "Agency 1", query.PathOptions{}},
	} {
		b.Run(c.name, func(b *testing.B) {
			v := thousand()
			v.PrepareSearches()
			start, links := cpuTime(b), 0
			for b.Loop() {
				found, err := v.Paths(b.Context(), c.from, c.to, c.options)
				if err != nil {
					b.Fatal(err)
				}
				links = found.Work
			}
			b.ReportMetric(float64(cpuTime(b)-start)/float64(b.N), "cpu-ns/op")
			b.ReportMetric(float64(links), "links")
		})
	}
}

func BenchmarkWho(b *testing.B) {
	for _, topic := range []string{"topic 7", "care list", "nothing like it"} {
		b.Run(topic, func(b *testing.B) {
			v := thousand()
			if _, err := v.Who(topic); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if _, err := v.Who(topic); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("first question", func(b *testing.B) {
		x := thousand().Index()
		for b.Loop() {
			if _, err := query.On(x).Who("topic 7"); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkLists(b *testing.B) {
	v := thousand()
	for name, ask := range map[string]func() error{
		"what": func() error { _, _, err := v.What("Agency 3"); return err },
		"filter": func() error {
			_, _, _, err := v.Statements(query.Filter{Actor: "Agency 3", Forces: []graph.Force{graph.GoalForce}}, query.Page{Limit: 100})
			return err
		},
		"words": func() error {
			_, _, _, err := v.Statements(query.Filter{Text: "list 7"}, query.Page{Limit: 100})
			return err
		},
		"matrix": func() error {
			_, err := v.Responsibilities([]query.Axis{query.Actors}, []query.Axis{query.Goals}, "")
			return err
		},
		"graph":      func() error { _, err := v.Graph(query.GraphOptions{}); return err },
		"facets":     func() error { _, err := v.Graph(query.GraphOptions{Facets: true}); return err },
		"neighbours": func() error { e, err := v.Resolve("Agency 3"); v.Neighbours(e.Node); return err },
		"unknown": func() error {
			_, err := v.Resolve("Agnecy")
			if err == nil {
				return fmt.Errorf("known")
			}
			return nil
		},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := ask(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkAsk(b *testing.B) {
	for name, q := range map[string]query.Question{
		"about a common topic": {Asked: query.AskedActors, About: []string{"topic", "7"}},
		"with the deed":        {Asked: query.AskedActors, Aims: []string{"maintain"}, About: []string{"list"}, Alike: map[string][]string{"maintain": {"keep", "care"}}},
		"the deed alone":       {Asked: query.AskedActors, Aims: []string{"maintain"}},
		"of an actor":          {Asked: query.AskedStatements, Actor: "Agency 3"},
		"of unknown words":     {Asked: query.AskedActors, Aims: []string{"paint"}, About: []string{"green", "boats"}},
	} {
		b.Run(name, func(b *testing.B) {
			v := thousand()
			rows := v.Answer(q, 20).Total
			for b.Loop() {
				v.Answer(q, 20)
			}
			b.ReportMetric(float64(rows), "rows")
		})
	}
}
