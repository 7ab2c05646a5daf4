package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

func (a *app) whoCommand() *cobra.Command {
	var from readFlags
	cmd := &cobra.Command{
		Use:   "who TOPIC…",
		Short: "Who is responsible for a topic",
		Long: `Who is responsible for a topic: the statements that speak of all its words,
whatever their inflection, the best first, with the sentences that say so. Duties
whose actor is not named stand among them.`,
		Example: `  mandate who "cyber security"
  mandate who --json incident reports`,
		Args: takes(1, -1, "a topic"),
		RunE: func(cmd *cobra.Command, args []string) error {
			topic := strings.Join(args, " ")
			to, err := from.answers(cmd.Context())
			if err != nil {
				return err
			}
			records, err := to.Who(cmd.Context(), topic)
			if err != nil {
				return err
			}
			if len(records) == 0 {
				fmt.Fprintf(a.err, "no statement found on %q\n", topic)
			}
			return printStatements(a.out, records, from.json)
		},
	}
	from.register(cmd)
	return cmd
}
