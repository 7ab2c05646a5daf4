package main

import (
	"context"
	"fmt"

	"mandate/graph/store"
	"mandate/ingest"

	"github.com/spf13/cobra"
)

func (a *app) ingestCommand() *cobra.Command {
	var into storeFlags
	var texts textFlags
	var again bool
	cmd := &cobra.Command{
		Use:   "ingest FILE|DIR|URL…",
		Short: "Read texts into a store",
		Long: `Read texts into a store, which is made where there is none: files, folders with
all below them, URLs, and "-" for standard input. A document that is there
already is replaced as a whole, or left alone where neither its file has changed
nor what reads it. A text that cannot be read does not stop the others; a table
at the end names them. An interrupt (Ctrl-C) keeps what has been read: the same
command again goes on from there.`,
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
			return a.ingest(cmd.Context(), l, sources, again)
		},
	}
	cmd.Flags().BoolVar(&again, "again", false, "read documents that have not changed too")
	into.register(cmd)
	texts.register(cmd)
	return cmd
}

// ingest adds the sources and says what became of each, and of all together.
func (a *app) ingest(ctx context.Context, into library, sources []ingest.Source, again bool) error {
	c := corpus{texts: len(sources)}
	bar := a.progress(len(sources), sizes(sources))
	for text := range into.Add(ctx, sources, again) {
		bar.clear()
		c.note(text)
		if text.err == nil {
			fmt.Fprintln(a.out, ingested(text))
		}
		bar.advance(max(text.source.Size, 1), text.words)
	}
	bar.clear()
	if len(sources) > 1 {
		c.print(a.err)
	}
	return c.err()
}

// sizes is how large the texts are together, in bytes; one of unknown size is
// as good as nothing.
func sizes(sources []ingest.Source) (total int64) {
	for _, s := range sources {
		total += max(s.Size, 1)
	}
	return total
}

// ingested is one line on a document that is now in the store.
func ingested(text addition) string {
	d, verb := text.added, "ingested"
	switch {
	case text.unchanged:
		return fmt.Sprintf("unchanged %s: %q", d.ID, d.Title)
	case d.Replaced:
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
