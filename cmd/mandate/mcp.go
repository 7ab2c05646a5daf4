package main

import (
	"context"
	"encoding/json"
	"iter"
	"net/http"

	"mandate/graph/store"
	"mandate/query/gizmo"
	"mandate/query/sandbox"
	"mandate/server"
	"mandate/server/agent"

	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/spf13/cobra"
)

func (a *app) mcpCommand() *cobra.Command {
	var from storeFlags
	cmd := &cobra.Command{
		Use:   "mcp",
		Short: "Answer a language-model agent over the Model Context Protocol",
		Long: `Answer a language-model agent over the Model Context Protocol, on standard input
and output, until the input ends. The tools are ask, who, what, path, gaps, compare
and gizmo; they only read, and every answer comes with its sentences. A server
that runs offers the same tools at /mcp.`,
		Example: `  mandate mcp --db policies.db
  mandate mcp --server http://127.0.0.1:8080`,
		Args: takes(0, 0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			to, err := from.answers(cmd.Context())
			if err != nil {
				return err
			}
			s := agent.New(agent.Options{Version: buildVersion(), Answers: func() agent.Answers { return forAgent{to} }})
			return s.Run(cmd.Context(), &mcp.StdioTransport{})
		},
	}
	from.register(cmd)
	return cmd
}

// forAgent are answers in the form that the tools of agents ask for.
type forAgent struct{ answers }

// Gizmo runs a script under the limits of every query.
func (f forAgent) Gizmo(ctx context.Context, text string, rows int) iter.Seq2[json.RawMessage, error] {
	limits := gizmo.DefaultLimits()
	limits.Rows = rows
	return f.Query(ctx, gizmoQuery{gizmo.Gizmo, text, limits})
}

// newAgentHandler serves agents from the present state of a store.
func newAgentHandler(st *store.Store, o *server.Options, read questionReader, queries *sandbox.Runner) http.Handler {
	return agent.NewHandler(agent.Options{Version: o.Version, Answers: func() agent.Answers {
		return forAgent{local{view: o.Views.Of(st.View()), reader: read, queries: queries}}
	}})
}
