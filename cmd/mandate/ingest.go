package main

import (
	"context"
	"fmt"

	"mandate/graph/store"
	"mandate/ingest"
	"mandate/query/wire"

	"github.com/spf13/cobra"
)

func (a *app) ingestCommand() *cobra.Command {
	var into storeFlags
	var texts textFlags
	cmd := &cobra.Command{
		Use:   "ingest FILE|DIR|URL…",
		Short: "Read texts into a store",
		Long: `Read texts into a store, which is made where there is none: plain text and
Markdown files, folders with all below them, URLs, and "-" for standard input.
A document that is there already is replaced as a whole. A text that cannot be
read does not stop the others.`,
		Example: `  mandate ingest strategy.txt
  mandate ingest --db policies.db policies/
  mandate ingest --id un-charter https://example.org/charter.txt`,
		Args: takes(1, -1, "a file, folder, URL or -"),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			sources, err := a.sources(args, texts)
			if err != nil {
				return err
			}
			l, err := a.library(cmd.Context(), into, store.Options{})
			if err != nil {
				return err
			}
			defer closing(l, &err)
			return a.ingest(cmd.Context(), l, sources)
		},
	}
	into.register(cmd)
	texts.register(cmd)
	return cmd
}

// ingest adds the sources and says what became of each.
func (a *app) ingest(ctx context.Context, into library, sources []ingest.Source) error {
	t := tally{a: a, texts: len(sources)}
	bar := a.progress(len(sources))
	for text := range into.Add(ctx, sources) {
		bar.clear()
		if text.err != nil {
			t.fail(text.source, text.err)
		} else {
			fmt.Fprintln(a.out, ingested(text.added))
		}
		bar.advance()
	}
	bar.clear()
	return t.err()
}

// ingested is one line on a document that is now in the store.
func ingested(d wire.Added) string {
	verb := "ingested"
	if d.Replaced {
		verb = "replaced"
	}
	line := fmt.Sprintf("%s %s: %q, %s, %s", verb, d.ID, d.Title,
		count(d.Counts.Sentences, "sentence"), count(d.Counts.Statements, "statement"))
	if unread := d.Counts.NotRead().String(); unread != "" {
		line += "; " + unread
	}
	return line
}

// count puts a number before a noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
