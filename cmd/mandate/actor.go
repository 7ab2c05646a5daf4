package main

import (
	"mandate/graph/review"

	"github.com/spf13/cobra"
)

func (a *app) actorCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "actor",
		Short: "Merge, split or name actors",
		Long: `Say who is who: that two actors are one, that an actor is another one in some
document, or that an actor has one more name. It holds of documents that come
later too, is listed by "mandate corrections" and taken back by "mandate
corrections undo".`,
		Args: knownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.mergeCommand(), a.splitCommand(), a.aliasCommand())
	return cmd
}

func (a *app) mergeCommand() *cobra.Command {
	var f correctFlags
	cmd := &cobra.Command{
		Use:     "merge ACTOR INTO",
		Short:   "Say that two actors are one, called INTO",
		Long:    `Say that two actors are one: what was said of the first is said of the second, which gets the names of the first.`,
		Example: `  mandate actor merge "Countries" "Member States" --by "Ann Lee" --reason "the same states"`,
		Args:    takes(2, 2, "the name of an actor"),
		RunE: func(cmd *cobra.Command, args []string) error {
			f.proposal.Actor, f.proposal.Into = args[0], args[1]
			return a.correct(cmd.Context(), &f, review.Merge)
		},
	}
	f.register(cmd)
	cmd.Flags().StringVar(&f.proposal.Doc, "doc", "", "only in this document")
	cmd.Flags().StringVar(&f.proposal.ActorKind, "actor-kind", "", "of INTO, where it is not known yet: State, GovernmentBody, Company …")
	return cmd
}

func (a *app) splitCommand() *cobra.Command {
	var f correctFlags
	var statements []string
	cmd := &cobra.Command{
		Use:   "split ACTOR INTO",
		Short: "Say that an actor of one document, or of some statements, is another one",
		Long: `Say that an actor is another one, called INTO: in one document, as where two
texts each have a committee, or in some statements alone.`,
		Example: `  mandate actor split "Committee" "Audit Committee" --doc audit-act --by "Ann Lee"
  mandate actor split "Committee" "Audit Committee" --statement 9f2c07ab31d4e865 --by "Ann Lee"`,
		Args: takes(2, 2, "the name of an actor"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if (f.proposal.Doc == "") == (len(statements) == 0) {
				return usagef("give either --doc or --statement")
			}
			if len(statements) > 0 {
				f.proposal.Statements = statements
				f.proposal.Set = map[string]string{string(review.Actor): args[1]}
				return a.correct(cmd.Context(), &f, review.Edit)
			}
			f.proposal.Actor, f.proposal.Into = args[0], args[1]
			return a.correct(cmd.Context(), &f, review.Split)
		},
	}
	f.register(cmd)
	cmd.Flags().StringVar(&f.proposal.Doc, "doc", "", "in this document: ID, IRI or title")
	cmd.Flags().StringSliceVar(&statements, "statement", nil, "ID of a statement that is about the other one (repeat it, or separate with commas)")
	cmd.Flags().StringVar(&f.proposal.ActorKind, "actor-kind", "", "of INTO, where it is not known yet (default: that of ACTOR)")
	return cmd
}

func (a *app) aliasCommand() *cobra.Command {
	var f correctFlags
	cmd := &cobra.Command{
		Use:   "alias ACTOR NAME",
		Short: "Give an actor one more name",
		Long: `Give an actor one more name. Whoever is read under just that name, in this or in
later documents, is the same actor.`,
		Example: `  mandate actor alias "United Nations" "World Body" --by "Ann Lee"`,
		Args:    takes(2, 2, "the name of an actor"),
		RunE: func(cmd *cobra.Command, args []string) error {
			f.proposal.Actor, f.proposal.Name = args[0], args[1]
			return a.correct(cmd.Context(), &f, review.Alias)
		},
	}
	f.register(cmd)
	cmd.Flags().StringVar(&f.proposal.Doc, "doc", "", "only in this document")
	return cmd
}
