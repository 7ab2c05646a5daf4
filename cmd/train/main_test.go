package main

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mandate/ingest/english"
)

// blockOf is one sentence in CoNLL-U, in our own words.
const blockOf = `# text = The court must protect the law.
1	The	the	DET	DT	_	2	det	_	_
2	court	court	NOUN	NN	_	4	nsubj	_	_
3	must	must	AUX	MD	_	4	aux	_	_
4	protect	protect	VERB	VB	_	0	root	_	_
5	the	the	DET	DT	_	6	det	_	_
6	law	law	NOUN	NN	_	4	obj	_	SpaceAfter=No
7	.	.	PUNCT	.	_	4	punct	_	_

`

func read(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func writeTreebank(t *testing.T, name, text string) {
	t.Helper()
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, packed.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// The whole way: train on a treebank, evaluate, predict.
func TestTrainEvaluatePredict(t *testing.T) {
	folder := t.TempDir()
	writeTreebank(t, filepath.Join(folder, "own-train.conllu.gz"), strings.Repeat(blockOf, 8))
	writeTreebank(t, filepath.Join(folder, "own-dev.conllu.gz"), blockOf)
	model := filepath.Join(folder, "own.model")
	var out, messages bytes.Buffer
	if err := run(options{treebank: folder, out: model, epochs: 2, seed: 1}, &out, &messages); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(messages.String(), "epoch 2/2") || out.Len() > 0 {
		t.Errorf("messages %q, output %q", messages.String(), out.String())
	}
	dev := filepath.Join(folder, "own-dev.conllu.gz")
	if err := run(options{model: model, evaluate: dev}, &out, &messages); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(out.String(), "words 7  UPOS ") {
		t.Errorf("evaluation prints %q", out.String())
	}
	again := filepath.Join(folder, "again.model")
	if err := run(options{treebank: folder, model: model, out: again, lemmas: true}, &out, &messages); err != nil {
		t.Fatal(err)
	}
	if before, after := read(t, model), read(t, again); !bytes.Equal(before, after) {
		t.Errorf("lemmas learned anew from the same treebank make another model: %d bytes, then %d", len(before), len(after))
	}
	out.Reset()
	if err := run(options{model: model, predict: dev}, &out, &messages); err != nil {
		t.Fatal(err)
	}
	if lines := strings.Split(out.String(), "\n"); len(lines) != 10 || !strings.HasPrefix(lines[4], "4\tprotect\t") {
		t.Errorf("prediction prints %q", out.String())
	}
	text := filepath.Join(folder, "own.txt")
	if err := os.WriteFile(text, []byte("The law must protect. The court must, too."), 0o600); err != nil {
		t.Fatal(err)
	}
	out.Reset()
	if err := run(options{model: model, parse: text}, &out, &messages); err != nil {
		t.Fatal(err)
	}
	if strings.Count(out.String(), "# text = ") != 2 || !strings.Contains(out.String(), "\tcourt\t") {
		t.Errorf("parsing prints %q", out.String())
	}
}

func TestRunErrors(t *testing.T) {
	empty := t.TempDir()
	broken := filepath.Join(empty, "broken.conllu")
	if err := os.WriteFile(broken, []byte("1\tonly\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		name, want string
		o          options
	}{
		{"no treebank", "--treebank", options{treebank: empty, epochs: 1}},
		{"no model", "load language model", options{model: filepath.Join(empty, "none"), evaluate: broken}},
		{"no text", "parse: open", options{model: filepath.Join("..", "..", "data", english.ModelFile), parse: filepath.Join(empty, "none")}},
		{"no model of ours", "not a language model", options{model: broken, predict: broken}},
	}
	for _, c := range cases {
		if err := run(c.o, new(bytes.Buffer), new(bytes.Buffer)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
	}
	if _, err := readTreebank(broken); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("broken treebank: error %v", err)
	}
}

func TestParseFlags(t *testing.T) {
	for _, args := range [][]string{{"--epochs", "0"}, {"--nonsense"}, {"stray"}} {
		if _, err := parseFlags(args, new(bytes.Buffer)); err == nil {
			t.Errorf("%v was accepted", args)
		}
	}
	if o, err := parseFlags([]string{"--seed", "9"}, new(bytes.Buffer)); err != nil || o.seed != 9 || o.epochs < 1 {
		t.Errorf("options %+v, error %v", o, err)
	}
}
