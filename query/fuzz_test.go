package query_test

import (
	"testing"

	"mandate/graph"
	"mandate/query"
)

// Whatever people type, there is an answer or an error that says why not.
func FuzzQuestion(f *testing.F) {
	for _, seed := range []string{"", "the UN", "<actor:china>", "actor:", "cyber security", "-- '' \x00", "the the", "Ａ", "ﬀ ﷺ", "\xff", "a-b-c d", "stmt:0", "的"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v := sample()
		if e, err := v.Resolve(text); err == nil && e.IRI == "" {
			t.Errorf("%q resolves to nothing", text)
		} else if err != nil && err.Error() == "" {
			t.Errorf("%q: error without words", text)
		}
		matches, err := v.Who(text)
		if err == nil {
			_, total, _, err := v.Statements(query.Filter{Text: text}, query.Page{})
			if err != nil || total < len(matches) {
				t.Errorf("%q: %d statements on it, %d with its words, %v", text, len(matches), total, err)
			}
		}
		if _, err := v.Lookup(graph.ClassActor, text); err != nil && err.Error() == "" {
			t.Errorf("%q: error without words", text)
		}
		v.Index().Search(text, 5)
		for _, q := range []query.Question{{Actor: text}, {Actor: text + "'s lamps"}, {Doc: text, About: []string{text}}, {Aims: []string{text}, About: []string{text, "lamps"}}} {
			q.Asked, q.Near = query.AskedActors, map[string][]string{text: {"countries"}}
			if a := v.Answer(q, 5); len(a.Rows) > min(a.Total, 5) {
				t.Errorf("%q: %d rows of %d", text, len(a.Rows), a.Total)
			}
		}
	})
}
