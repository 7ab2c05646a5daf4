package english

import (
	"bufio"
	"compress/gzip"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// evaluationFile opens a file of the evaluation data, which stands beside the
// checkout or where MANDATE_EVAL says; the test is skipped without it.
func evaluationFile(t *testing.T, name string) *os.File {
	t.Helper()
	root := os.Getenv("MANDATE_EVAL")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	f, err := os.Open(filepath.Join(root, name))
	if os.IsNotExist(err) {
		t.Skipf("no evaluation data: %v (MANDATE_EVAL names its folder)", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// treebankSentence is what the tests of tokeniser, splitter and lemmatiser read
// of a CoNLL-U sentence.
type treebankSentence struct {
	Sentence
	document           string // its "newdoc id"
	opensDoc, opensPar bool
}

// treebank yields the sentences of a gzipped CoNLL-U file whose tokens can be
// found in their text.
func treebank(t *testing.T, name string) iter.Seq[treebankSentence] {
	t.Helper()
	z, err := gzip.NewReader(evaluationFile(t, filepath.Join("treebank", name+".conllu.gz")))
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<20)
	return func(yield func(treebankSentence) bool) {
		var s treebankSentence
		for lines.Scan() {
			line := lines.Text()
			switch {
			case line == "":
				if !yield(s) {
					return
				}
				s = treebankSentence{document: s.document}
			case strings.HasPrefix(line, "# text = "):
				s.Text = line[len("# text = "):]
			case strings.HasPrefix(line, "# newdoc id = "):
				s.document, s.opensDoc = line[len("# newdoc id = "):], true
			case strings.HasPrefix(line, "# newpar"):
				s.opensPar = true
			case line[0] != '#':
				s.addWord(t, strings.Split(line, "\t"))
			}
		}
		if err := lines.Err(); err != nil {
			t.Error(err)
		}
	}
}

func (s *treebankSentence) addWord(t *testing.T, column []string) {
	if strings.ContainsAny(column[0], "-.") {
		return
	}
	at := 0
	if n := len(s.Tokens); n > 0 {
		at = s.Tokens[n-1].End
	}
	skip := strings.Index(s.Text[at:], column[1])
	if skip < 0 {
		t.Fatalf("word %q is not in %q", column[1], s.Text)
	}
	start := at + skip
	s.Tokens = append(s.Tokens, Token{Span: Span{start, start + len(column[1])},
		Text: column[1], Lemma: column[2], UPOS: column[3], XPOS: column[4]})
}

// spanScore counts spans that are right: F1 over exact offsets.
type spanScore struct{ right, gold, found int }

func (s *spanScore) add(gold, found []Span) {
	known := make(map[Span]bool, len(gold))
	for _, span := range gold {
		known[span] = true
	}
	for _, span := range found {
		if known[span] {
			s.right++
		}
	}
	s.gold += len(gold)
	s.found += len(found)
}

func (s *spanScore) f1() float64 {
	return 200 * float64(s.right) / float64(max(1, s.gold+s.found))
}

func spansOf(tokens []Token) []Span {
	spans := make([]Span, len(tokens))
	for i, token := range tokens {
		spans[i] = token.Span
	}
	return spans
}
