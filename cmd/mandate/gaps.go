package main

import (
	"fmt"

	"mandate/query/wire"

	"github.com/spf13/cobra"
)

func (a *app) gapsCommand() *cobra.Command {
	var (
		from  readFlags
		doc   string
		limit int
	)
	cmd := &cobra.Command{
		Use:   "gaps",
		Short: "Holes in who is responsible for what",
		Long: `Holes in who is responsible for what: duties whose actor is not named; principles
and goals that nobody named is obliged to, asked to pursue or committed to; duties
without a deadline and without a condition; actors that take stances and nothing
else.`,
		Example: `  mandate gaps
  mandate gaps --doc strategy --limit 0`,
		Args: takes(0, 0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			of, err := from.answers(cmd.Context())
			if err != nil {
				return err
			}
			g, err := of.Gaps(cmd.Context(), doc, limit)
			if err != nil {
				return err
			}
			if from.json {
				return newJSON(a.out).Encode(g)
			}
			p := newPage(a.out)
			p.statements("Duties of nobody named", g.Unassigned)
			p.items("Principles and goals that nobody is bound to", g.Unserved)
			p.statements("Duties without a deadline or condition", g.Undated)
			p.items("Actors with stances only", g.StanceOnly)
			return p.err
		},
	}
	from.register(cmd)
	cmd.Flags().StringVar(&doc, "doc", "", "only what this document says")
	cmd.Flags().IntVar(&limit, "limit", defaultRows, "of each kind at most, 0 for all")
	return cmd
}

// heading prints the name of a list, how long it is, and how much of it follows.
func (p *page) heading(title string, shown, total int) {
	title = fmt.Sprintf("%s: %d", p.bold(title), total)
	if shown < total {
		title += fmt.Sprintf(", the first %d", shown)
	}
	p.line(0, title)
}

func (p *page) statements(title string, list wire.List[wire.Statement]) {
	p.heading(title, len(list.Items), list.Total)
	for _, s := range list.Items {
		p.line(2, partyName(p, s.Actor)+": "+summary(s))
		p.evidence(6, s)
	}
	p.gap()
}

func (p *page) items(title string, list wire.List[wire.Item]) {
	p.heading(title, len(list.Items), list.Total)
	for _, i := range list.Items {
		p.line(2, fmt.Sprintf("%s (%s), %s", i.Label, i.Kind, count(i.Counts.Statements, "statement")))
	}
	p.gap()
}
