package main

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"mandate/ingest/english"
)

// readTreebanks reads the files of the folder that match, in order of name.
func readTreebanks(folder string, patterns ...string) ([]english.Sentence, error) {
	var names []string
	for _, pattern := range patterns {
		found, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil {
			return nil, fmt.Errorf("find treebanks: %w", err)
		}
		names = append(names, found...)
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("no file %s in %s: name the folder of the treebanks by --treebank", strings.Join(patterns, " or "), folder)
	}
	slices.Sort(names)
	var all []english.Sentence
	for _, name := range names {
		sentences, err := readTreebank(name)
		if err != nil {
			return nil, err
		}
		all = append(all, sentences...)
	}
	return all, nil
}

func readTreebank(name string) ([]english.Sentence, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("read treebank: %w", err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("read treebank %s: %w", name, err)
		}
	}
	var all []english.Sentence
	for s, err := range english.ReadCoNLLU(r) {
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, s)
	}
	return all, nil
}
