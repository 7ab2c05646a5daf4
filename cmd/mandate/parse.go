package main

import (
	"bufio"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"mandate/data"
	"mandate/ingest"
	"mandate/ingest/english"

	"github.com/spf13/cobra"
)

// forest parses the sentences of a file and hands on their trees.
type forest func(ctx context.Context, name string, model *english.Model, each func(english.Sentence) error) error

func (a *app) parseCommand() *cobra.Command {
	form := newChoice(map[string]forest{"text": a.parseText, "conllu": a.parseTokens}, "text")
	cmd := &cobra.Command{
		Use:    "parse FILE",
		Hidden: true,
		Short:  "Print the dependency trees of a text as CoNLL-U",
		Long: `Print the dependency trees of a text as CoNLL-U, to see what the rules see.
With --format conllu the tokens are taken from a CoNLL-U file (also .gz), whose
tags and trees are not looked at. "-" reads standard input.`,
		Example: `  echo "States should share what they learn." | mandate parse -
  mandate parse --format conllu treebank.conllu.gz`,
		Args: takes(1, 1, "a file or -"),
		RunE: func(cmd *cobra.Command, args []string) error {
			model, err := english.Load(data.FS)
			if err != nil {
				return err
			}
			out := bufio.NewWriter(a.out)
			print := func(s english.Sentence) error { return english.WriteCoNLLU(out, s) }
			if err := form.chosen()(cmd.Context(), args[0], model, print); err != nil {
				return fmt.Errorf("parse %s: %w", args[0], err)
			}
			return out.Flush()
		},
	}
	cmd.Flags().Var(form, "format", "form of the input")
	return cmd
}

// parseText parses the sentences of a text, headings included.
func (a *app) parseText(ctx context.Context, name string, model *english.Model, each func(english.Sentence) error) error {
	source := ingest.FromFile(name)
	if name == ingest.Stdin {
		source = ingest.FromReader("stdin", a.in)
	}
	doc, err := ingest.Document(ctx, source)
	if err != nil {
		return err
	}
	for _, s := range doc.Sentences {
		if err := each(model.Parse(s.In(doc.Text))); err != nil {
			return err
		}
	}
	return nil
}

// parseTokens parses given tokens anew.
func (a *app) parseTokens(_ context.Context, name string, model *english.Model, each func(english.Sentence) error) error {
	in, err := a.openUnpacked(name)
	if err != nil {
		return err
	}
	defer in.Close()
	for s, err := range english.ReadCoNLLU(in) {
		if err != nil {
			return err
		}
		for i, t := range s.Tokens {
			s.Tokens[i] = english.Token{Span: t.Span, Text: t.Text, Head: -1}
		}
		model.Annotate(&s)
		if err := each(s); err != nil {
			return err
		}
	}
	return nil
}

// openUnpacked opens a file, and unpacks one that ends in .gz.
func (a *app) openUnpacked(name string) (io.ReadCloser, error) {
	file, err := a.open(name)
	if err != nil || !strings.EqualFold(filepath.Ext(name), ".gz") {
		return file, err
	}
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		file.Close()
		return nil, fmt.Errorf("unpack: %w", err)
	}
	return struct {
		io.Reader
		io.Closer
	}{unpacked, file}, nil
}
