package main

import (
	"fmt"
	"io"
	"os"
	"text/tabwriter"
)

// target is a measured number beside what it should be.
type target struct {
	what, measured, wanted string
	met                    bool
}

func (b *bench) atMost(what string, value, limit float64, unit string) {
	b.targets = append(b.targets, target{what, fmt.Sprintf("%.3g%s", value, unit), fmt.Sprintf("≤ %g%s", limit, unit), value <= limit})
}

func (b *bench) atLeast(what string, value, limit float64, unit string) {
	b.targets = append(b.targets, target{what, fmt.Sprintf("%.3g%s", value, unit), fmt.Sprintf("≥ %g%s", limit, unit), value >= limit})
}

func (b *bench) printTargets(w io.Writer) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, t := range b.targets {
		said := "met"
		if !t.met {
			said = "SHORT"
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", t.what, t.measured, t.wanted, said)
	}
	return table.Flush()
}

// table prints a line for each contender.
func (b *bench) table(head string, line func(contender) string) error {
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, head)
	for _, c := range b.contenders {
		if text := line(c); text != "" {
			fmt.Fprintln(table, c.name+"\t"+text)
		}
	}
	return table.Flush()
}
