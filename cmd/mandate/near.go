package main

import (
	"fmt"

	"mandate/query"
	"mandate/query/wire"

	"github.com/spf13/cobra"
)

func (a *app) nearCommand() *cobra.Command {
	var from readFlags
	var o query.NearOptions
	walk := newWalkFlags()
	cmd := &cobra.Command{
		Use:   "near NODE",
		Short: "All that is within so many links of a node",
		Long: `All nodes within so many links of one, the nearest first, each with the link that
leads there. A statement counts as a node between what it names; statements are
listed where --kind names them.`,
		Example: `  mandate near China
  mandate near --hops 1 --force commitment,obligation "European Union"
  mandate near --kind State --limit 20 "Common Goals"`,
		Args: takes(1, 1, "NODE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			of, err := from.answers(cmd.Context())
			if err != nil {
				return err
			}
			o.Walk = walk.walk()
			found, err := of.Near(cmd.Context(), args[0], o)
			if err != nil {
				return err
			}
			if len(found.Nodes) < found.Total {
				fmt.Fprintf(a.err, "%d of %d nodes: ask for more with --limit\n", len(found.Nodes), found.Total)
			}
			a.warnOfCut(found.Searched)
			if from.json {
				return printJSON(a.out, found.Nodes)
			}
			p := newPage(a.out)
			for _, n := range found.Nodes {
				p.near(n)
			}
			return p.err
		},
	}
	from.register(cmd)
	cmd.Flags().IntVar(&o.Hops, "hops", 2, "links from the node at most")
	cmd.Flags().IntVar(&o.Limit, "limit", 100, "nodes to print at most")
	walk.register(cmd)
	return cmd
}

// near prints a node, how far it is, and the link that leads there.
func (p *page) near(n wire.Near) {
	p.line(0, fmt.Sprintf("%d %s (%s) %s", n.Distance, p.bold(n.Label), n.Kind,
		p.dim(station(n.Via.From, n.Via)+arrow(n.Via)+station(n.Via.To, n.Via))))
}
