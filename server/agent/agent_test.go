package agent_test

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/index"
	"mandate/query"
	"mandate/query/wire"
	"mandate/server/agent"
)

// view answers from a state of the graph, as a command or a server does; a
// question is about its own words.
type view struct{ v *query.View }

func (a view) Who(_ context.Context, topic string) ([]wire.Statement, error) {
	m, err := a.v.Who(topic)
	return wire.Matches(a.v, m), err
}

func (a view) What(_ context.Context, actor string) ([]wire.Statement, error) {
	_, duties, err := a.v.What(actor)
	var all []wire.Statement
	for _, d := range duties {
		all = append(all, wire.Statements(a.v, d.Statements)...)
	}
	return all, err
}

func (a view) Ask(_ context.Context, question string, limit int) (wire.Answer, error) {
	q := query.Question{Text: question, Asked: query.AskedStatements, About: strings.Fields(question)}
	return wire.AnswerOf(a.v, a.v.Answer(q, limit)), nil
}

func (a view) Paths(ctx context.Context, from, to string, o query.PathOptions) (wire.Paths, error) {
	p, err := a.v.Paths(ctx, from, to, o)
	if err != nil {
		return wire.Paths{}, err
	}
	return wire.PathsOf(a.v, p), nil
}

func (a view) Gaps(_ context.Context, doc string, limit int) (wire.Gaps, error) {
	g, err := a.v.Gaps(doc)
	return wire.GapsOf(a.v, g, limit), err
}

func (a view) Compare(_ context.Context, x, y string, change query.Change, limit int) (wire.Comparison, error) {
	all, err := a.v.Compare(x, y)
	return wire.ComparisonOf(a.v, all, query.DifferenceFilter{Change: change}, query.Page{Limit: limit}, err)
}

func (a view) Gizmo(_ context.Context, text string, rows int) iter.Seq2[json.RawMessage, error] {
	return func(yield func(json.RawMessage, error) bool) {
		if text == "broken" {
			yield(nil, errors.New("line 1, column 1: broken"))
			return
		}
		for range rows {
			if !yield(json.RawMessage(`{"id":"<actor:china>"}`), nil) {
				return
			}
		}
		yield(nil, errors.New("stopped at the limit of rows"))
	}
}

// connected serves the tools over HTTP and connects the protocol's own client.
func connected(t *testing.T) *mcp.ClientSession {
	t.Helper()
	b := index.NewBuilder()
	for _, r := range graphtest.Sample() {
		for _, q := range graph.Quads(r) {
			b.Add(q)
		}
	}
	v := view{query.On(b.Index())}
	h := httptest.NewServer(agent.NewHandler(agent.Options{Version: "test", Answers: func() agent.Answers { return v }}))
	t.Cleanup(h.Close)
	client := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil)
	session, err := client.Connect(t.Context(), &mcp.StreamableClientTransport{Endpoint: h.URL, DisableStandaloneSSE: true}, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { session.Close() })
	return session
}

func TestTools(t *testing.T) {
	list, err := connected(t).ListTools(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, tool := range list.Tools {
		names = append(names, tool.Name)
		if tool.Description == "" || tool.Annotations == nil || !tool.Annotations.ReadOnlyHint || tool.OutputSchema == nil {
			t.Errorf("%s: %+v", tool.Name, tool)
		}
	}
	slices.Sort(names)
	if want := []string{"ask", "compare", "gaps", "gizmo", "path", "what", "who"}; !slices.Equal(names, want) {
		t.Errorf("got %q, want %q", names, want)
	}
}

func TestCalls(t *testing.T) {
	session := connected(t)
	type arguments = map[string]any
	for _, c := range []struct {
		tool      string
		arguments arguments
		failed    bool
		with      []string
	}{
		{"ask", arguments{"question": "lamps"}, false, []string{`"sentence":"Members may inspect the lamps of the Secretariat."`, `"doc":"lantern-charter"`, `"total":2`}},
		{"ask", arguments{"question": "penguins"}, false, []string{`"rows":[]`}},
		{"who", arguments{"topic": "common rules", "limit": 1}, false, []string{`"total":3`, "The United Nations should lead"}},
		{"what", arguments{"actor": "PRC"}, false, []string{`"total":7`}},
		{"what", arguments{"actor": "Chyna"}, true, []string{"did you mean China"}},
		{"path", arguments{"from": "China", "to": "UN"}, false, []string{`"hops":[`}},
		{"gaps", arguments{}, false, []string{"Help should be sent"}},
		{"compare", arguments{"a": "harbour-declaration", "b": "lantern-charter", "limit": 1}, false, []string{`"change":"moved"`}},
		{"gizmo", arguments{"query": "g.V().all()", "limit": 2}, false, []string{`"results":[{"id":"\u003cactor:china\u003e"},`, `"note":"stopped at the limit of rows"`}},
		{"gizmo", arguments{"query": "broken"}, true, []string{"line 1, column 1"}},
		{"gizmo", arguments{"query": "g.V().all()", "limit": 9999}, true, []string{"1 to 200"}},
		{"who", arguments{}, true, []string{"topic"}},
	} {
		result, err := session.CallTool(t.Context(), &mcp.CallToolParams{Name: c.tool, Arguments: c.arguments})
		if err != nil {
			t.Errorf("%s %v: %v", c.tool, c.arguments, err)
			continue
		}
		got := ""
		for _, content := range result.Content {
			if text, ok := content.(*mcp.TextContent); ok {
				got += text.Text
			}
		}
		if result.IsError != c.failed {
			t.Errorf("%s %v: failed %v: %s", c.tool, c.arguments, result.IsError, got)
		}
		for _, want := range c.with {
			if !strings.Contains(got, want) {
				t.Errorf("%s %v: no %q in %s", c.tool, c.arguments, want, got)
			}
		}
	}
}
