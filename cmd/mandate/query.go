package main

import (
	"fmt"
	"strings"

	"mandate/query/gizmo"

	"github.com/spf13/cobra"
)

func (a *app) queryCommand() *cobra.Command {
	var from readFlags
	limits := gizmo.DefaultLimits()
	language := newChoice(map[string]gizmo.Language{"gizmo": gizmo.Gizmo, "graphql": gizmo.GraphQL}, "gizmo")
	cmd := &cobra.Command{
		Use:   "query QUERY",
		Short: "Run a Gizmo or GraphQL query over the graph",
		Long: `Run a query in one of Cayley's languages over the graph and print one result a
line as JSON. A script is stopped at the limits of time, memory and rows; the
results before that are printed.`,
		Example: `  mandate query 'g.V("<actor:china>").out("<commitsTo>").all()'
  mandate query --lang graphql '{ nodes(id: <actor:china>) { id, <rdfs:label> } }'`,
		Args: takes(1, 1, "a query"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if strings.TrimSpace(args[0]) == "" {
				return usagef("the query is empty")
			}
			to, err := from.answersUnindexed(cmd.Context())
			if err != nil {
				return err
			}
			for row, err := range to.Query(cmd.Context(), gizmoQuery{language.chosen(), args[0], limits}) {
				if err != nil {
					return err
				}
				if _, err := fmt.Fprintf(a.out, "%s\n", row); err != nil {
					return err
				}
			}
			return nil
		},
	}
	from.register(cmd) // --json changes nothing: JSON is the only output there is
	cmd.Flags().Var(language, "lang", "query language")
	cmd.Flags().DurationVar(&limits.Time, "timeout", limits.Time, "stop the query after this time")
	cmd.Flags().Var(memory{&limits.Memory}, "query-memory", "stop the query at this memory, beside the graph")
	cmd.Flags().IntVar(&limits.Rows, "limit", limits.Rows, "stop the query after this many results")
	return cmd
}
