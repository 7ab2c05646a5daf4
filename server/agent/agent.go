// Package agent serves the questions that Mandate answers to language-model
// agents, over the Model Context Protocol: the same answers that people get,
// rows of statements with the sentences that say so, never prose. All tools only
// read. It knows neither stores nor HTTP routes: what answers it is given.
package agent

import (
	"context"
	"encoding/json"
	"iter"
	"net/http"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"mandate/query"
	"mandate/query/wire"
)

// Answers is where the tools get their answers.
type Answers interface {
	Who(ctx context.Context, topic string) ([]wire.Statement, error)
	What(ctx context.Context, actor string) ([]wire.Statement, error)
	Ask(ctx context.Context, question string, limit int) (wire.Answer, error)
	Paths(ctx context.Context, from, to string, o query.PathOptions) (wire.Paths, error)
	Gaps(ctx context.Context, doc string, limit int) (wire.Gaps, error)
	Compare(ctx context.Context, a, b string, change query.Change, limit int) (wire.Comparison, error)
	Gizmo(ctx context.Context, text string, rows int) iter.Seq2[json.RawMessage, error]
}

// Options tell what the tools work on.
type Options struct {
	Answers func() Answers // of the present state, asked for with each call
	Version string         // of the program
}

const instructions = `Mandate holds statements read out of policy texts: who (actor) shall, should, may, must not,
commits to or opposes what (aim and object), each with the exact sentence that says so, its document and section.
Quote sentences as they are given and name their document. Where a tool finds no statement, say so; do not guess.`

// New makes a server with all tools, to be run over any transport.
func New(o Options) *mcp.Server {
	s := mcp.NewServer(&mcp.Implementation{Name: "mandate", Title: "Mandate", Version: o.Version},
		&mcp.ServerOptions{Instructions: instructions, Capabilities: &mcp.ServerCapabilities{}})
	t := tools{o.Answers}
	add(s, "ask", "Answer a question in plain English (who should, must, may; what should an actor do, support, oppose; which duties concern a topic) with the statements that answer it, the best first.", t.ask)
	add(s, "who", "Who is responsible for a topic: all statements that speak of all its words, the best first.", t.who)
	add(s, "what", "What an actor must, should, may, must not or wants to do: all its statements, the strongest force first.", t.what)
	add(s, "path", "The shortest ways between two nodes (actors, principles, goals, topics, instruments), each link with the sentences that prove it.", t.path)
	add(s, "gaps", "Holes in who is responsible for what: duties of nobody named, goals nobody is bound to, duties without a deadline, actors with stances only.", t.gaps)
	add(s, "compare", "What changed from one document to another, statement by statement: reversed, moved, strengthened, softened, only in one, in both.", t.compare)
	add(s, "gizmo", "Run a read-only query in Cayley's Gizmo language over the graph, under limits of time, memory and rows.", t.gizmo)
	return s
}

// NewHandler serves the tools over HTTP (the protocol's streamable transport,
// without sessions).
func NewHandler(o Options) http.Handler {
	s := New(o)
	return mcp.NewStreamableHTTPHandler(func(*http.Request) *mcp.Server { return s },
		// Who may ask is decided in front of it, with all other requests.
		&mcp.StreamableHTTPOptions{Stateless: true, JSONResponse: true, DisableLocalhostProtection: true, MaxRequestBodyBytes: 1 << 20})
}

// add adds a tool that only reads. An error of the tool is its answer, in words
// that tell what to do.
func add[In, Out any](s *mcp.Server, name, description string, answer func(context.Context, In) (Out, error)) {
	closed := false
	tool := &mcp.Tool{Name: name, Description: description,
		Annotations: &mcp.ToolAnnotations{ReadOnlyHint: true, IdempotentHint: true, OpenWorldHint: &closed}}
	mcp.AddTool(s, tool, func(ctx context.Context, _ *mcp.CallToolRequest, in In) (*mcp.CallToolResult, Out, error) {
		out, err := answer(ctx, in)
		return nil, out, err
	})
}
