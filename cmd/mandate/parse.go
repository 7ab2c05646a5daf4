package main

import (
	"compress/gzip"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"mandate/data"
	"mandate/ingest/english"

	"github.com/spf13/cobra"
)

// treeSource reads sentences to be parsed and hands each one on parsed.
type treeSource func(model *english.Model, in io.Reader, each func(english.Sentence) error) error

func (a *app) parseCommand() *cobra.Command {
	form := newChoice(map[string]treeSource{"text": parseText, "conllu": parseTokens}, "text")
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
		RunE: func(_ *cobra.Command, args []string) error {
			in, err := a.openUnpacked(args[0])
			if err != nil {
				return err
			}
			defer in.Close()
			model, err := english.Load(data.FS)
			if err != nil {
				return err
			}
			print := func(s english.Sentence) error { return english.WriteCoNLLU(a.out, s) }
			if err := form.chosen()(model, in, print); err != nil {
				return fmt.Errorf("parse %s: %w", args[0], err)
			}
			return nil
		},
	}
	cmd.Flags().Var(form, "format", "form of the input")
	return cmd
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
		return nil, fmt.Errorf("unpack %s: %w", name, err)
	}
	return struct {
		io.Reader
		io.Closer
	}{unpacked, file}, nil
}

func parseText(model *english.Model, in io.Reader, each func(english.Sentence) error) error {
	raw, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	text := string(raw)
	for _, s := range english.SplitSentences(text) {
		if err := each(model.Parse(text[s.Start:s.End])); err != nil {
			return err
		}
	}
	return nil
}

// parseTokens parses given tokens anew.
func parseTokens(model *english.Model, in io.Reader, each func(english.Sentence) error) error {
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
