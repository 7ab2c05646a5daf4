package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"

	"mandate/query"
	"mandate/query/wire"

	"github.com/spf13/cobra"
)

func (a *app) compareCommand() *cobra.Command {
	var from readFlags
	format := newChoice(map[string]func(io.Writer, wire.Comparison) error{
		"table": printComparison, "csv": writeComparison, "json": func(w io.Writer, c wire.Comparison) error { return printJSON(w, c.Items) },
	}, "table")
	change := newChoice(map[string]query.Change{"": ""}, "")
	for _, c := range query.Changes() {
		change.among[string(c)] = c
	}
	cmd := &cobra.Command{
		Use:   "compare A B",
		Short: "What changed from one document to another",
		Long: `What changed from document A to document B, statement by statement: duties that
became bans or the other way round (reversed), that passed to another actor
(moved), that were strengthened ("should" became "shall") or softened, that stand
only in A or only in B, and those that both have. Statements are matched by deed,
actor and words.`,
		Example: `  mandate compare strategy-2020 strategy-2025
  mandate compare --change softened --format csv draft final > softened.csv`,
		Args: takes(2, 2, "two documents"),
		RunE: func(cmd *cobra.Command, args []string) error {
			of, err := from.answers(cmd.Context())
			if err != nil {
				return err
			}
			c, err := of.Compare(cmd.Context(), args[0], args[1], change.chosen(), 0)
			if err != nil {
				return err
			}
			if from.json {
				return printJSON(a.out, c.Items)
			}
			return format.chosen()(a.out, c)
		},
	}
	from.register(cmd)
	cmd.Flags().Var(format, "format", "form of the output")
	cmd.Flags().Var(change, "change", "only these differences")
	return cmd
}

// printComparison prints the differences for a reader, by change.
func printComparison(w io.Writer, c wire.Comparison) error {
	p := newPage(w)
	last := ""
	for _, d := range c.Items {
		if d.Change != last {
			if last != "" {
				p.gap()
			}
			p.line(0, fmt.Sprintf("%s: %d", p.bold(d.Change), c.Counts[d.Change]))
			last = d.Change
		}
		p.side("A", d.A)
		p.side("B", d.B)
	}
	if len(c.Items) == 0 {
		p.line(0, "no difference of that kind")
	}
	return p.err
}

// side prints one side of a difference.
func (p *page) side(name string, s *wire.Statement) {
	if s == nil {
		return
	}
	p.line(2, name+" "+partyName(p, s.Actor)+" "+s.Force+": "+summary(*s))
	p.evidence(7, *s)
}

// writeComparison writes the differences as a table for a spreadsheet.
func writeComparison(w io.Writer, c wire.Comparison) error {
	table := csv.NewWriter(w)
	head := []string{"change", "likeness"}
	for _, side := range []string{"a", "b"} {
		for _, column := range []string{"actor", "force", "deontic", "aim", "object", "sentence", "section", "statement"} {
			head = append(head, side+"_"+column)
		}
	}
	err := table.Write(head)
	for _, d := range c.Items {
		row := []string{d.Change, strconv.FormatFloat(d.Likeness, 'f', 2, 64)}
		row = append(append(row, cells(d.A)...), cells(d.B)...)
		err = errors.Join(err, table.Write(row))
	}
	table.Flush()
	return errors.Join(err, table.Error())
}

func cells(s *wire.Statement) []string {
	if s == nil {
		return make([]string, 8)
	}
	return []string{s.Actor.Label, s.Force, s.Deontic, s.Aim, s.Object, s.Sentence, s.Section, s.ID}
}
