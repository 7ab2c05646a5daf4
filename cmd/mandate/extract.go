package main

import (
	"bufio"
	"cmp"
	"fmt"
	"iter"

	"mandate/graph"
	"mandate/ingest"

	"github.com/spf13/cobra"
)

func (a *app) extractCommand() *cobra.Command {
	var texts textFlags
	var names graph.Namer
	form := newChoice(extractFormats(), "jsonl")
	cmd := &cobra.Command{
		Use:   "extract FILE|DIR|URL…",
		Short: "Print the statements of texts; no store needed",
		Long: `Print the statements of texts to standard output; no store is needed.
"-" reads standard input.

Forms: jsonl (one JSON object a statement), csv, xlsx (a coding sheet with the
columns of the Institutional Grammar), nquads (the graph), ig (IG Script, which
IG-Parser reads). A CSV cell that a spreadsheet would take for a formula begins
with an apostrophe.`,
		Example: `  mandate extract strategy.txt
  mandate extract --format xlsx policies/ > statements.xlsx`,
		Args: takes(1, -1, "a file, folder, URL or -"),
		RunE: func(cmd *cobra.Command, args []string) error {
			sources, err := a.sources(args, texts)
			if err != nil {
				return err
			}
			pipeline, err := a.pipeline()
			if err != nil {
				return err
			}
			t := tally{a: a, texts: len(sources)}
			readings := a.readings(pipeline.ReadAll(cmd.Context(), sources), &t)
			out := bufio.NewWriter(a.out)
			if err := form.chosen()(out, names, readings); err != nil {
				return fmt.Errorf("write: %w", err)
			}
			return cmp.Or(out.Flush(), t.err())
		},
	}
	cmd.Flags().Var(form, "format", "form of the output")
	cmd.Flags().StringVar(&names.Base, "base", graph.DefaultBase, "what our IRIs start with in nquads")
	texts.register(cmd)
	return cmd
}

// readings hands on what could be read, and tells of the texts that could not
// or that hold no statement.
func (a *app) readings(outcomes iter.Seq[ingest.Outcome], t *tally) iter.Seq[*graph.Reading] {
	return func(yield func(*graph.Reading) bool) {
		for o := range outcomes {
			if o.Err != nil {
				t.fail(o.Source.Name, o.Err)
				continue
			}
			if len(o.Reading.Statements) == 0 {
				fmt.Fprintf(a.err, "%s: no statement found\n", o.Source.Name)
			}
			if unread := o.Reading.Unread.String(); unread != "" {
				fmt.Fprintf(a.err, "%s: %s\n", o.Source.Name, unread)
			}
			if !yield(&o.Reading) {
				return
			}
		}
	}
}
