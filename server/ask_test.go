package server_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"mandate/query"
	"mandate/query/ask"
	"mandate/query/wire"
	"mandate/server"
)

// questions stands for the reader of questions: each is about its own words.
type questions struct{}

func (questions) Read(text string) (query.Question, error) {
	if text == "?" {
		return query.Question{}, fmt.Errorf("%w: it is only a mark", ask.ErrQuestion)
	}
	return query.Question{Text: text, Asked: query.AskedStatements, About: []string{text}}, nil
}

func (questions) Examples(v *query.View, limit int) ([]query.Example, error) {
	q, _ := questions{}.Read("lamps")
	a := v.Answer(q, limit)
	return []query.Example{{Text: q.Text, Asked: q.Asked, Total: a.Total}}, nil
}

func TestAsk(t *testing.T) {
	h, _ := newServer(t, func(o *server.Options) { o.Questions = questions{} })
	for _, q := range []request{
		{name: "rows", path: "/api/v1/ask?q=lamps", status: 200, with: []string{
			`"question":{"text":"lamps","asked":"statements"`, `"total":2`, "Members may inspect the lamps", `"score":`, `"matched":["lamps"]`}},
		{name: "limit", path: "/api/v1/ask?q=lamps&limit=1", status: 200, with: []string{`"total":2`, "Members may", `"next":"`}, without: []string{"dim a lamp"}},
		{name: "of an actor", path: "/api/v1/ask?q=lamps&actor=actor:member-states", status: 200, with: []string{`"actors":[{"iri":"actor:member-states"`, "Members may"}},
		{name: "in a document", path: "/api/v1/ask?q=lamps&doc=lantern-charter", status: 200, with: []string{`"documents":[{"iri":"doc:lantern-charter"`, `"total":`}},
		{name: "near names", path: "/api/v1/ask?q=lamps&actor=Chinna", status: 200, with: []string{`"total":0`, `"near":[{"iri":"actor:china"`}},
		{name: "no name", path: "/api/v1/ask?q=lamps&actor=%3F", status: 200, with: []string{`"total":0`, `"note":`}},
		{name: "something of no name", path: "/api/v1/ask?q=lamps&actor=%3F's+lamps", status: 200, with: []string{`"total":0`}},
		{name: "cursor of another list", path: "/api/v1/ask?q=lamps&cursor=gone", status: 400, with: []string{"read it again from the start"}},
		{name: "no row", path: "/api/v1/ask?q=penguins", status: 200, with: []string{`"rows":[]`, `"total":0`}},
		{name: "no question", path: "/api/v1/ask?q=%3F", status: 400, with: []string{"it is only a mark"}},
		{name: "examples", path: "/api/v1/ask/examples", status: 200, with: []string{`{"items":[{"question":"lamps","asked":"statements","total":2}],"total":1}`}},
		{name: "too many examples", path: "/api/v1/ask/examples?limit=21", status: 400, with: []string{"limit: "}},
		{name: "question missing", path: "/api/v1/ask", status: 400, with: []string{"q: "}},
	} {
		t.Run(q.name, func(t *testing.T) { q.run(t, h) })
	}
	var first, second wire.Answer
	for _, p := range []struct {
		path string
		into *wire.Answer
	}{{"", &first}, {"&cursor=", &second}} {
		got := request{path: "/api/v1/ask?q=lamps&limit=1" + p.path + first.Next, status: 200}.run(t, h)
		if err := json.Unmarshal(got.Body.Bytes(), p.into); err != nil {
			t.Fatal(err)
		}
	}
	if len(second.Rows) != 1 || second.Rows[0].ID == first.Rows[0].ID || second.Next != "" || second.Total != 2 {
		t.Errorf("second page: %+v", second)
	}
	without, _ := newServer(t, nil)
	request{path: "/api/v1/ask?q=lamps", status: 404}.run(t, without)
}
