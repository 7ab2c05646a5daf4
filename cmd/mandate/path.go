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
	by := newChoice(map[string]query.Length{"hops": query.ByHops, "evidence": query.ByEvidence}, "hops")
	walk := newWalkFlags()
	cmd := &cobra.Command{
		Use:   "path FROM TO",
		Short: "How two nodes hang together",
		Long: `How two nodes hang together: the shortest ways between them, over direct links
(commitsTo, opposes, …) and through statements and the actors, topics,
principles, goals and instruments that these name, with the sentences behind
every link. Names are labels, aliases or IRIs.

By evidence a link is the shorter the more sentences prove it: 1 and the n-th
part of 1 where there are n.`,
		Example: `  mandate path China "United Nations"
  mandate path -k 1 --max-hops 4 actor:china "2030 Agenda"
  mandate path --by evidence --force commitment,obligation China Kenya
  mandate path --not-kind Statement China "Common Goals"`,
		Args: takes(2, 2, "FROM and TO"),
		RunE: func(cmd *cobra.Command, args []string) error {
			to, err := from.answers(cmd.Context())
			if err != nil {
				return err
			}
			o.By, o.Walk = by.chosen(), walk.walk()
			found, err := to.Paths(cmd.Context(), args[0], args[1], o)
			if err != nil {
				return err
			}
			if len(found.Paths) == 0 {
				fmt.Fprintf(a.err, "no path of %s or fewer from %s to %s\n", count(o.MaxHops, "link"), found.From.Label, found.To.Label)
			}
			a.warnOfCut(found.Searched)
			if from.json {
				return printJSON(a.out, found.Paths)
			}
			return printPaths(a.out, found.Paths)
		},
	}
	from.register(cmd)
	cmd.Flags().IntVar(&o.MaxHops, "max-hops", 6, "links of the longest path to look for")
	cmd.Flags().IntVarP(&o.K, "paths", "k", 3, "paths to print")
	cmd.Flags().IntVar(&o.Shown, "evidence", 3, "sentences to print for a link")
	cmd.Flags().Var(by, "by", "what makes a path short")
	walk.register(cmd)
	return cmd
}

// warnOfCut says that a search was ended before it was done.
func (a *app) warnOfCut(s wire.Searched) {
	if !s.Complete {
		fmt.Fprintf(a.err, "the search was cut off after %s: there may be more; ask for less, as with --doc or fewer hops\n", count(s.Links, "link"))
	}
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
	for _, h := range path.Hops {
		if h.More > 0 {
			p.line(5, p.dim(fmt.Sprintf("and %s more that %s %s", count(h.More, "sentence"), h.Predicate, h.To.Label)))
		}
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
