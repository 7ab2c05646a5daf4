package main

import (
	"fmt"
	"io"
	"text/tabwriter"

	"mandate/graph"
	"mandate/query/wire"

	"github.com/spf13/cobra"
)

// stats is what a store holds.
type stats struct {
	Documents []wire.Document     `json:"documents"`
	Actors    int                 `json:"actors"`   // of all documents, each once
	Forces    map[graph.Force]int `json:"forces"`   // statements of each force
	Outdated  int                 `json:"outdated"` // documents that another version has read
	wire.Memory
}

func (a *app) statsCommand() *cobra.Command {
	var from readFlags
	cmd := &cobra.Command{
		Use:     "stats",
		Short:   "List the documents of a store and count what is in them",
		Example: "  mandate stats --db policies.db",
		Args:    takes(0, 0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			of, err := from.answersUnindexed(cmd.Context())
			if err != nil {
				return err
			}
			s, err := of.Stats(cmd.Context())
			if err != nil {
				return err
			}
			if err := a.countOutdated(&s); err != nil {
				return err
			}
			if from.json {
				return newJSON(a.out).Encode(s)
			}
			return s.print(a.out)
		},
	}
	from.register(cmd)
	return cmd
}

// countOutdated counts the documents that other rules, word lists or models than
// this program's have read.
func (a *app) countOutdated(s *stats) error {
	if len(s.Documents) == 0 {
		return nil
	}
	pipeline, err := a.pipeline()
	if err != nil {
		return err
	}
	for _, d := range s.Documents {
		if !pipeline.Current(&graph.Document{Extractor: d.Extractor, Model: d.Model}) {
			s.Outdated++
		}
	}
	return nil
}

func (s stats) print(w io.Writer) error {
	if s.Why != "" {
		_, err := fmt.Fprintf(w, "answers come from the store: %s\n", s.Why)
		return err
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	row := func(name string, sentences, statements, actors, gaps, definitions any, title string) {
		fmt.Fprintf(table, "%s\t%v\t%v\t%v\t%v\t%v\t%s\n", name, sentences, statements, actors, gaps, definitions, title)
	}
	row("DOCUMENT", "SENTENCES", "STATEMENTS", "ACTORS", "GAPS", "CONSTITUTIVE", "TITLE")
	var all wire.DocumentCounts
	for _, d := range s.Documents {
		c := d.Counts
		row(d.ID, c.Sentences, c.Statements, c.Actors, c.Gaps, c.Constitutive, d.Title)
		all.Sentences += c.Sentences
		all.Statements += c.Statements
		all.Gaps += c.Gaps
		all.Constitutive += c.Constitutive
	}
	row("all", all.Sentences, all.Statements, s.Actors, all.Gaps, all.Constitutive, count(len(s.Documents), "document"))
	s.printUnread(table)
	if s.Outdated > 0 {
		fmt.Fprintf(table, "\n%s read by another version: mandate reextract reads them again\n", count(s.Outdated, "document"))
	}
	fmt.Fprint(table, "\nFORCE\tSTATEMENTS\n")
	for _, force := range graph.Forces() {
		fmt.Fprintf(table, "%s\t%d\n", force, s.Forces[force])
	}
	fmt.Fprintf(table, "\nanswers come from the index: %.1f MB for %s, %.0f bytes each\n", float64(s.Bytes)/1e6, count(s.Quads, "quad"), s.BytesPerQuad)
	return table.Flush()
}

// printUnread names the documents of which something was not read.
func (s stats) printUnread(w io.Writer) {
	head := "\nDOCUMENT\tNOT READ\n"
	for _, d := range s.Documents {
		if unread := d.Counts.NotRead().String(); unread != "" {
			fmt.Fprintf(w, "%s%s\t%s\n", head, d.ID, unread)
			head = ""
		}
	}
}
