package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"mandate/graph"
	"mandate/graph/review"
	"mandate/graph/store"
	"mandate/query/wire"

	"github.com/spf13/cobra"
)

// reviewerVariable names who corrects where no flag does.
const reviewerVariable = "MANDATE_REVIEWER"

// correctFlags say who corrects, why and when, and where.
type correctFlags struct {
	readFlags
	proposal wire.Proposal
	at       string
}

func (f *correctFlags) register(cmd *cobra.Command) {
	f.readFlags.register(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.proposal.By, "by", "", "name of who says so (default: that of "+reviewerVariable+")")
	flags.StringVar(&f.proposal.Reason, "reason", "", "why, in a few words")
	flags.StringVar(&f.at, "at", "", "when, as 2006-01-02T15:04:05Z (default: now)")
}

// complete reads the flags that need reading.
func (f *correctFlags) complete(kind review.Kind) error {
	f.proposal.Kind = string(kind)
	if f.proposal.By == "" {
		f.proposal.By = os.Getenv(reviewerVariable)
	}
	if strings.TrimSpace(f.proposal.By) == "" {
		return usagef("say who corrects, with --by NAME or %s", reviewerVariable)
	}
	if f.at == "" {
		return nil
	}
	at, err := time.Parse(time.RFC3339, f.at)
	if err != nil {
		return usagef("--at %q is no time such as 2006-01-02T15:04:05Z", f.at)
	}
	f.proposal.At = &at
	return nil
}

// correct stores what the flags propose and tells what was made of it.
func (a *app) correct(ctx context.Context, f *correctFlags, kind review.Kind) (err error) {
	if err := f.complete(kind); err != nil {
		return err
	}
	l, err := a.library(ctx, f.storeFlags, store.Options{MustExist: true})
	if err != nil {
		return err
	}
	defer closing(l, &err)
	made, err := l.Correct(ctx, f.proposal)
	if err != nil {
		return err
	}
	return printCorrections(a.out, made, f.json)
}

func (a *app) reviewCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "review",
		Short: "Accept, reject, edit or add statements",
		Long: `Say of statements whether the text makes them. "mandate review list DOC" shows
those of a document with their IDs. Every answer follows at once; corrections are
kept with their author and reason beside the documents, found again by the
sentence that they quote when a document is read anew, listed by "mandate
corrections" and taken back by "mandate corrections undo".`,
		Args: knownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.reviewListCommand(), a.judgeCommand(review.Accept), a.judgeCommand(review.Reject), a.editCommand(), a.addCommand())
	return cmd
}

// judgeCommand accepts or rejects.
func (a *app) judgeCommand(kind review.Kind) *cobra.Command {
	var f correctFlags
	what := map[review.Kind][2]string{
		review.Accept: {"Say that the text makes these statements", `Say that statements are right as they stand.`},
		review.Reject: {"Say that the text does not make these statements", `Say that the text makes no such statements: no answer shows them any more.`},
	}[kind]
	cmd := &cobra.Command{
		Use:     string(kind) + " STATEMENT…",
		Short:   what[0],
		Long:    what[1],
		Example: `  mandate review ` + string(kind) + ` 9f2c07ab31d4e865 --by "Ann Lee" --reason "read it again"`,
		Args:    takes(1, -1, "the ID of a statement"),
		RunE: func(cmd *cobra.Command, args []string) error {
			f.proposal.Statements = args
			return a.correct(cmd.Context(), &f, kind)
		},
	}
	f.register(cmd)
	return cmd
}

// componentFlags are one flag for each component of a statement.
type componentFlags struct{ kind string }

func (c *componentFlags) register(cmd *cobra.Command) {
	for component, help := range map[review.Component]string{
		review.Actor:     "name of who it is about; unassigned for nobody named",
		review.Deontic:   "the modal wording",
		review.Force:     "what it amounts to: " + forceNames(),
		review.Aim:       "the deed, as the lemma of its verb",
		review.Object:    "direct object",
		review.Recipient: "indirect object", review.Condition: "activation condition",
		review.Constraint: "execution constraint", review.OrElse: "what follows where it is not done",
		review.Polarity: "+, or - for opposes, must not",
		review.Topics:   "what it concerns, one a line",
	} {
		cmd.Flags().String(flagOf(component), "", help)
	}
	cmd.Flags().StringVar(&c.kind, "actor-kind", "", "of an actor that is not known yet: State, GovernmentBody, Company …")
}

func forceNames() string {
	var names []string
	for _, f := range graph.Forces() {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}

func flagOf(c review.Component) string { return strings.ReplaceAll(string(c), "_", "-") }

// set notes the components that flags were given for.
func (c *componentFlags) set(cmd *cobra.Command, p *wire.Proposal) {
	p.ActorKind, p.Set = c.kind, map[string]string{}
	for _, component := range review.Components() {
		if flag := cmd.Flags().Lookup(flagOf(component)); flag.Changed {
			p.Set[string(component)] = flag.Value.String()
		}
	}
}

func (a *app) editCommand() *cobra.Command {
	var f correctFlags
	var components componentFlags
	cmd := &cobra.Command{
		Use:   "edit STATEMENT…",
		Short: "Put components of statements otherwise",
		Long:  `Say that statements are right once these components are changed.`,
		Example: `  mandate review edit 9f2c07ab31d4e865 --aim support --by "Ann Lee"
  mandate review edit 9f2c07ab31d4e865 --actor "Port Agency" --actor-kind GovernmentBody --by "Ann Lee"`,
		Args: takes(1, -1, "the ID of a statement"),
		RunE: func(cmd *cobra.Command, args []string) error {
			f.proposal.Statements = args
			components.set(cmd, &f.proposal)
			if len(f.proposal.Set) == 0 {
				return usagef("say what to change, for example --aim support")
			}
			return a.correct(cmd.Context(), &f, review.Edit)
		},
	}
	f.register(cmd)
	components.register(cmd)
	return cmd
}

func (a *app) addCommand() *cobra.Command {
	var f correctFlags
	var components componentFlags
	cmd := &cobra.Command{
		Use:     "add",
		Short:   "Add a statement that a sentence makes",
		Long:    `Add a statement that a sentence of a document makes and that was not read from it.`,
		Example: `  mandate review add --doc strategy-txt --quote "Keepers shall keep a log." --actor Keepers --force obligation --deontic shall --aim keep --object "a log" --by "Ann Lee"`,
		Args:    takes(0, 0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			components.set(cmd, &f.proposal)
			if p := f.proposal; p.Doc == "" || p.Quote == "" || p.Set["actor"] == "" || p.Set["aim"] == "" || p.Set["force"] == "" {
				return usagef("it needs --doc, --quote, --actor, --force and --aim")
			}
			return a.correct(cmd.Context(), &f, review.Add)
		},
	}
	f.register(cmd)
	components.register(cmd)
	cmd.Flags().StringVar(&f.proposal.Doc, "doc", "", "the document: ID, IRI or title")
	cmd.Flags().StringVar(&f.proposal.Quote, "quote", "", "the sentence, or words of it alone")
	return cmd
}

func (a *app) reviewListCommand() *cobra.Command {
	var from readFlags
	var open bool
	cmd := &cobra.Command{
		Use:     "list DOC",
		Short:   "Statements of a document with their IDs and what was said of them",
		Long:    `List the statements of a document in text order, each with its ID and what people said of it, and last those that were rejected.`,
		Example: `  mandate review list strategy-txt --open`,
		Args:    takes(1, 1, "a document"),
		RunE: func(cmd *cobra.Command, args []string) error {
			of, err := from.answers(cmd.Context())
			if err != nil {
				return err
			}
			d, err := of.Document(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			statements, rejected := d.Statements, d.Rejected
			if open {
				statements, rejected = unjudged(statements), nil
			}
			if from.json {
				return printJSON(a.out, append(statements, rejected...))
			}
			p := newPage(a.out)
			for _, s := range append(statements, rejected...) {
				p.line(0, p.bold(s.ID)+" "+s.Actor.Label+": "+s.Force+": "+summary(s))
				p.line(4, "“"+s.Sentence+"”")
				for _, r := range s.Reviews {
					p.line(4, p.dim(reviewLine(r)))
				}
			}
			return p.err
		},
	}
	from.register(cmd)
	cmd.Flags().BoolVar(&open, "open", false, "only those of which nobody has said anything")
	return cmd
}

func unjudged(all []wire.Statement) []wire.Statement {
	open := []wire.Statement{}
	for _, s := range all {
		if len(s.Reviews) == 0 {
			open = append(open, s)
		}
	}
	return open
}

// reviewLine tells what someone said: edit by Ann Lee, 2026-03-04: read it again
// (aim: build → found).
func reviewLine(r wire.Review) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s by %s", r.Kind, r.By)
	if r.At != nil {
		fmt.Fprintf(&b, ", %s", r.At.Format(time.DateOnly))
	}
	if r.Reason != "" {
		b.WriteString(": " + r.Reason)
	}
	for i, c := range r.Changes {
		separator := "; "
		if i == 0 {
			separator = " ("
		}
		fmt.Fprintf(&b, "%s%s: %s → %s", separator, c.Component, shownValue(c.Before), shownValue(c.After))
	}
	if len(r.Changes) > 0 {
		b.WriteString(")")
	}
	return b.String()
}

func shownValue(text string) string {
	if text == "" {
		return "nothing"
	}
	return strings.ReplaceAll(text, "\n", ", ")
}
