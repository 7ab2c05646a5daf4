package main

import (
	"fmt"
	"io"
	"strings"

	"mandate/graph"
	"mandate/query"
	"mandate/query/wire"

	"github.com/spf13/cobra"
)

func (a *app) pathCommand() *cobra.Command {
	var from readFlags
	var o query.PathOptions
	cmd := &cobra.Command{
		Use:   "path FROM TO",
		Short: "How two nodes hang together",
		Long: `How two nodes hang together: the shortest ways between them, through statements
and the actors, topics, principles, goals and instruments that these name, with
the sentence behind every link. Names are labels, aliases or IRIs.`,
		Example: `  mandate path China "United Nations"
  mandate path -k 1 --max-hops 4 actor:china "2030 Agenda"`,
		Args: takes(2, 2, "FROM and TO"),
		RunE: func(cmd *cobra.Command, args []string) error {
			to, err := from.answers(cmd.Context())
			if err != nil {
				return err
			}
			found, err := to.Paths(cmd.Context(), args[0], args[1], o)
			if err != nil {
				return err
			}
			switch {
			case len(found.Paths) == 0:
				fmt.Fprintf(a.err, "no path of %s or fewer from %s to %s\n", count(o.MaxHops, "link"), found.From.Label, found.To.Label)
			case !found.Complete:
				fmt.Fprintln(a.err, "the search was cut off: there may be other paths as short")
			}
			if from.json {
				return printJSON(a.out, found.Paths)
			}
			return printPaths(a.out, found.Paths)
		},
	}
	from.register(cmd)
	cmd.Flags().IntVar(&o.MaxHops, "max-hops", 6, "links of the longest path to look for")
	cmd.Flags().IntVarP(&o.K, "paths", "k", 3, "paths to print")
	return cmd
}

func printPaths(w io.Writer, paths []wire.Path) error {
	p := newPage(w)
	for i, path := range paths {
		if i > 0 {
			p.gap()
		}
		p.path(i+1, path)
	}
	return p.err
}

// path prints the way in one line, and below it the sentences in its order.
func (p *page) path(number int, path wire.Path) {
	line := fmt.Sprintf("%d. ", number)
	shown := map[string]bool{}
	var evidence []wire.Statement
	for i, h := range path.Hops {
		if i == 0 {
			line += p.bold(station(h.From, h))
		}
		line += arrow(h) + p.bold(station(h.To, h))
		for _, s := range h.Statements {
			if !shown[s.ID] {
				shown[s.ID] = true
				evidence = append(evidence, s)
			}
		}
	}
	p.line(0, line)
	for _, s := range evidence {
		p.evidence(5, s)
	}
}

// arrow points the way that a link runs.
func arrow(h wire.Hop) string {
	if h.Reversed {
		return " ←" + h.Predicate + "— "
	}
	return " —" + h.Predicate + "→ "
}

// station is what a node is called on the way: a statement by what is to be
// done in it.
func station(n wire.Ref, h wire.Hop) string {
	if n.Kind != graph.ClassStatement || len(h.Statements) == 0 {
		return n.Label
	}
	s := h.Statements[0]
	return "[" + strings.TrimSpace(s.Deontic+" "+s.Aim) + "]"
}
