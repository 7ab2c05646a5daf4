package main

import (
	"context"
	"errors"
	"fmt"

	"mandate/ingest"
	"mandate/ingest/document"

	"github.com/spf13/cobra"
)

// textFlags say how the texts on a command line are to be read.
type textFlags struct {
	id        string
	mediaType *choice[string]
	web       ingest.Fetcher
}

func (f *textFlags) register(cmd *cobra.Command) {
	f.mediaType = newChoice(map[string]string{"": "", "text": document.PlainText, "markdown": document.Markdown}, "")
	cmd.Flags().Var(f.mediaType, "type", "read texts as text or markdown, whatever they are called")
	cmd.Flags().BoolVar(&f.web.AllowPrivate, "allow-private", false, "fetch URLs inside this machine and its network too")
	cmd.Flags().StringVar(&f.id, "id", "", "document ID, for a single text (default: made from its URL, path or file name)")
}

// sources tells what the arguments name, and on standard error what is passed over.
func (a *app) sources(args []string, f textFlags) ([]ingest.Source, error) {
	sources, skipped := ingest.Sources(args, a.in, f.web)
	a.tellSkipped(skipped)
	for i := range sources {
		sources[i].MediaType = f.mediaType.chosen()
	}
	switch {
	case len(sources) == 0:
		return nil, fmt.Errorf("no file to read in %s; %s are read", args[0], document.Formats)
	case f.id != "" && len(sources) > 1:
		return nil, usagef("--id names a single text, and there are %d", len(sources))
	case f.id != "":
		sources[0].ID = f.id
	}
	return sources, nil
}

// skippedToName is how many skipped files are named; a person who meant one of
// more than that can tell from the folder.
const skippedToName = 10

func (a *app) tellSkipped(skipped []ingest.Skipped) {
	named := skipped[:min(len(skipped), skippedToName)]
	for _, s := range named {
		fmt.Fprintf(a.err, "skipped %s: %s\n", s.Name, s.Reason)
	}
	if more := len(skipped) - len(named); more > 0 {
		fmt.Fprintf(a.err, "skipped %s more\n", count(more, "file"))
	}
}

// tally counts what went wrong while several texts were read.
type tally struct {
	a             *app
	texts, failed int
	last          error
}

// fail reports a text that could not be read; the others go on.
func (t *tally) fail(name string, err error) {
	t.failed++
	t.last = fmt.Errorf("%s: %w", name, err)
	if t.texts > 1 && !errors.Is(err, context.Canceled) {
		fmt.Fprintln(t.a.err, "failed", t.last)
	}
}

// err is the outcome of the command: the cause itself for a single text.
func (t *tally) err() error {
	switch {
	case t.failed == 0:
		return nil
	case t.texts == 1 || errors.Is(t.last, context.Canceled):
		return t.last
	}
	return fmt.Errorf("%d of %d texts could not be read", t.failed, t.texts)
}
