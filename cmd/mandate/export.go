package main

import (
	"bufio"

	"mandate/graph"
	"mandate/graph/export"

	"github.com/spf13/cobra"
)

func (a *app) exportCommand() *cobra.Command {
	var from storeFlags
	var what exported
	form := newChoice(exportFormats(), string(export.NQuads))
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write the graph of a store for other programs",
		Long: `Write the whole graph, or one document of it, to standard output: as RDF with
all that is known (nquads, jsonld), as actors and what they are bound to for
programs that draw (graphml, gexf), as a table of statements (csv), or as a gold
set to score extraction against: its rows (gold), where what nobody reviewed is
not required and what was rejected is left out, and its numbered sentences
(sent). N-Quads are sorted, and every quad is labelled with its document. The
same documents give the same bytes.`,
		Example: `  mandate export > graph.nq
  mandate export --doc strategy-txt --format csv > statements.csv
  mandate export --format gexf > responsibilities.gexf
  mandate export --doc strategy-txt --format gold > strategy.jsonl
  mandate export --doc strategy-txt --format sent > strategy.sent`,
		Args: takes(0, 0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			of, err := from.answers(cmd.Context())
			if err != nil {
				return err
			}
			what.format = form.chosen()
			out := bufio.NewWriter(a.out)
			if err := of.Export(cmd.Context(), out, what); err != nil {
				return err
			}
			return out.Flush()
		},
	}
	from.register(cmd)
	cmd.Flags().Var(form, "format", "form of the output")
	cmd.Flags().StringVar(&what.names.Base, "base", graph.DefaultBase, "what our IRIs start with")
	cmd.Flags().StringVar(&what.doc, "doc", "", "ID of the one document to write (\"mandate stats\" lists them)")
	return cmd
}

func exportFormats() map[string]export.Format {
	formats := map[string]export.Format{}
	for _, f := range export.Formats() {
		formats[string(f)] = f
	}
	return formats
}
