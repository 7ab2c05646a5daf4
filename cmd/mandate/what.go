package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func (a *app) whatCommand() *cobra.Command {
	var from readFlags
	cmd := &cobra.Command{
		Use:   "what ACTOR",
		Short: "What an actor must, should, may or wants to do",
		Long: `What an actor must, should, may or wants to do, the strongest duty first, with
the sentences that say so. The actor is given by label, alias or IRI.`,
		Example: `  mandate what "Member States"
  mandate what --json actor:united-nations`,
		Args: takes(1, 1, "ACTOR"),
		RunE: func(cmd *cobra.Command, args []string) error {
			to, err := from.answers(cmd.Context())
			if err != nil {
				return err
			}
			records, err := to.What(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if len(records) == 0 {
				fmt.Fprintf(a.err, "no statement of %s found\n", args[0])
			}
			return printStatements(a.out, records, from.json)
		},
	}
	from.register(cmd)
	return cmd
}
