package main

import (
	"errors"
	"fmt"

	"mandate/query/wire"

	"github.com/spf13/cobra"
)

func (a *app) verifyCommand() *cobra.Command {
	var (
		from readFlags
		doc  string
	)
	cmd := &cobra.Command{
		Use:   "verify",
		Short: "Prove that every quote stands where the graph says",
		Long: `Prove every document of a store: its text has the hash that was taken when it was
read, and every statement's quote stands at its offsets in that text. Each fault is
told, and the command fails.`,
		Example: `  mandate verify
  mandate verify --doc strategy`,
		Args: takes(0, 0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			of, err := from.answersAfresh(cmd.Context())
			if err != nil {
				return err
			}
			p, err := of.Verify(cmd.Context(), doc)
			if err != nil {
				return err
			}
			if from.json {
				err = newJSON(a.out).Encode(p)
			} else {
				for _, f := range p.Faults {
					_, e := fmt.Fprintln(a.out, faultLine(f))
					err = errors.Join(err, e)
				}
			}
			switch {
			case err != nil:
				return err
			case len(p.Faults) > 0:
				return fmt.Errorf("%s in %s: read those documents again with mandate ingest", count(len(p.Faults), "fault"), count(p.Documents, "document"))
			case !from.json:
				fmt.Fprintf(a.out, "%s, %s: every quote stands where the graph says\n", count(p.Documents, "document"), count(p.Statements, "statement"))
			}
			return nil
		},
	}
	from.register(cmd)
	cmd.Flags().StringVar(&doc, "doc", "", "only this document")
	return cmd
}

// faultLine tells a fault in a line.
func faultLine(f wire.Fault) string {
	if f.Statement == "" {
		return f.Document + ": " + f.What
	}
	return fmt.Sprintf("%s, statement %s: %s", f.Document, f.Statement, f.What)
}
