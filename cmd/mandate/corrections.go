package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"mandate/graph/review"
	"mandate/query"
	"mandate/query/wire"

	"github.com/spf13/cobra"
)

func (a *app) correctionsCommand() *cobra.Command {
	var from readFlags
	var f query.ReviewFilter
	kinds, states := map[string]review.Kind{"": ""}, map[string]query.State{"": ""}
	for _, k := range review.Kinds() {
		kinds[string(k)] = k
	}
	for _, s := range query.States() {
		states[string(s)] = s
	}
	kind, state := newChoice(kinds, ""), newChoice(states, "")
	cmd := &cobra.Command{
		Use:   "corrections",
		Short: "What people said of statements and actors, and what has become of it",
		Long: `List what people said of statements and actors, in its order, each with what has
become of it: applied; overruled, where a later correction decides otherwise;
orphaned, where what it is about is not there any more; undone.`,
		Example: `  mandate corrections --doc strategy-txt
  mandate corrections --state orphaned
  mandate corrections undo 1d0c2f6a9b3e4857 --by "Ann Lee" --reason "a slip"`,
		Args: knownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			of, err := from.answers(cmd.Context())
			if err != nil {
				return err
			}
			f.Kind, f.State = kind.chosen(), state.chosen()
			all, err := of.Corrections(cmd.Context(), f)
			if err != nil {
				return err
			}
			if len(all) == 0 && !from.json {
				fmt.Fprintln(a.err, "no correction found")
			}
			return printCorrections(a.out, all, from.json)
		},
	}
	from.register(cmd)
	cmd.Flags().StringVar(&f.Doc, "doc", "", "only what is about this document")
	cmd.Flags().StringVar(&f.Statement, "statement", "", "only what is about the statement of this ID")
	cmd.Flags().StringVar(&f.By, "by", "", "only what this reviewer said")
	cmd.Flags().Var(kind, "kind", "only corrections of this kind")
	cmd.Flags().Var(state, "state", "only corrections that have become this")
	cmd.AddCommand(a.undoCommand())
	return cmd
}

func (a *app) undoCommand() *cobra.Command {
	var f correctFlags
	cmd := &cobra.Command{
		Use:   "undo CORRECTION",
		Short: "Take a correction back",
		Long: `Take a correction back: what it changed is as it was before. Both are kept, and
to undo the undo brings the correction back.`,
		Example: `  mandate corrections undo 1d0c2f6a9b3e4857 --by "Ann Lee" --reason "a slip"`,
		Args:    takes(1, 1, "the ID of a correction"),
		RunE: func(cmd *cobra.Command, args []string) error {
			f.proposal.Undoes = args[0]
			return a.correct(cmd.Context(), &f, review.Undo)
		},
	}
	f.register(cmd)
	return cmd
}

// printCorrections prints corrections one after the other, or as JSON lines.
func printCorrections(w io.Writer, all []wire.Correction, asJSON bool) error {
	if asJSON {
		return printJSON(w, all)
	}
	p := newPage(w)
	for _, c := range all {
		p.line(0, p.bold(c.ID)+" "+c.State+becauseOf(c))
		p.line(4, reviewLine(c.Review))
		p.line(4, about(c))
		if c.Target != nil {
			p.line(4, "“"+c.Target.Sentence+"”")
			p.line(4, p.dim(c.Doc))
		}
	}
	return p.err
}

// becauseOf says why a correction is not applied.
func becauseOf(c wire.Correction) string {
	switch {
	case c.Why != "":
		return ": " + c.Why
	case c.Other != nil:
		return " by " + c.Other.ID + " (" + c.Other.By + ")"
	}
	return ""
}

// about says what a correction is about.
func about(c wire.Correction) string {
	switch {
	case c.Statement != nil:
		return c.Statement.ID + " " + c.Statement.Actor.Label + ": " + c.Statement.Force + ": " + summary(*c.Statement)
	case c.Target != nil:
		return c.Target.Statement + " " + c.Target.Actor + ": " + c.Target.Aim
	case c.Undoes != "":
		return "undoes " + c.Undoes
	case c.Into == nil:
		return ""
	}
	in := "in all documents"
	if c.Doc != "" {
		in = "in " + c.Doc
	}
	if c.Name != "" {
		return fmt.Sprintf("%s is also called %q, %s", c.Into.Label, c.Name, in)
	}
	if c.From == nil {
		return ""
	}
	return fmt.Sprintf("%s is %s, %s", c.From.Label, c.Into.Label, in)
}

func (a *app) agreementCommand() *cobra.Command {
	var from readFlags
	var doc string
	cmd := &cobra.Command{
		Use:   "agreement",
		Short: "How far reviewers agree on what the texts say",
		Long: `How far reviewers agree on whether statements are in the text: accepted, or
accepted as edited, against rejected; of each reviewer the last verdict counts.
PERCENT is the share of pairs of verdicts that agree, ALPHA Krippendorff's (1 for
full agreement, 0 for that of chance), KAPPA Cohen's for two reviewers. Figures
that nothing can be worked out from are left out.`,
		Example: `  mandate agreement --doc strategy-txt`,
		Args:    takes(0, 0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			of, err := from.answers(cmd.Context())
			if err != nil {
				return err
			}
			all, err := of.Agreement(cmd.Context(), doc)
			if err != nil {
				return err
			}
			if from.json {
				return printJSON(a.out, all)
			}
			return printAgreements(a.out, all)
		},
	}
	from.register(cmd)
	cmd.Flags().StringVar(&doc, "doc", "", "of this document alone")
	return cmd
}

func printAgreements(w io.Writer, all []wire.Agreement) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "DOCUMENT\tREVIEWERS\tJUDGED\tSHARED\tPERCENT\tALPHA\tKAPPA")
	for _, a := range all {
		name := a.Doc
		if name == "" {
			name = "(all)"
		}
		fmt.Fprintf(table, "%s\t%s\t%d\t%d\t%s\t%s\t\n", name, strings.Join(a.Reviewers, ", "), a.Statements, a.Shared, share(a.Percent), figure(a.Alpha))
		for _, p := range a.Pairs {
			fmt.Fprintf(table, "\t%s, %s\t\t%d\t%s\t\t%s\n", p.A, p.B, p.Shared, share(&p.Percent), figure(p.Kappa))
		}
	}
	return table.Flush()
}

func share(n *float64) string {
	if n == nil {
		return "-"
	}
	return fmt.Sprintf("%.1f", 100**n)
}

func figure(n *float64) string {
	if n == nil {
		return "-"
	}
	return fmt.Sprintf("%.3f", *n)
}
