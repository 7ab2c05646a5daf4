package english

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
)

// conlluWord makes a word line out of number, form, head and relation.
func conlluWord(number, form, head, relation string) string {
	return strings.Join([]string{number, form, "_", "X", "XX", "_", head, relation, "_", "_"}, "\t") + "\n"
}

func readAll(t testing.TB, file string) ([]Sentence, error) {
	t.Helper()
	var all []Sentence
	for s, err := range ReadCoNLLU(strings.NewReader(file)) {
		if err != nil {
			return all, err
		}
		all = append(all, s)
	}
	return all, nil
}

func TestReadCoNLLU(t *testing.T) {
	file := "# text = We can't wait.\n" +
		conlluWord("1", "We", "4", "nsubj") +
		"2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n" +
		conlluWord("2", "ca", "4", "aux") +
		conlluWord("3", "n't", "4", "advmod") +
		"3.1\tever\t_\t_\t_\t_\t_\t_\t_\t_\n" +
		conlluWord("4", "wait", "0", "root") +
		conlluWord("5", ".", "4", "punct") + "\n\n" +
		strings.Replace(conlluWord("1", "Gladly", "0", "root"), "_\t_\n", "_\tSpaceAfter=No\n", 1) +
		conlluWord("2", "!", "1", "punct")
	all, err := readAll(t, file)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 2 || len(all[0].Tokens) != 5 {
		t.Fatalf("got %d sentences: %+v", len(all), all)
	}
	if want := (Token{Span: Span{5, 8}, Text: "n't", UPOS: "X", XPOS: "XX", Head: 3, Deprel: "advmod"}); all[0].Tokens[2] != want {
		t.Errorf("third token is %+v, want %+v", all[0].Tokens[2], want)
	}
	if all[0].Tokens[3].Head != -1 || all[1].Text != "Gladly!" {
		t.Errorf("root's head is %d, second text %q", all[0].Tokens[3].Head, all[1].Text)
	}
}

func TestReadCoNLLUErrors(t *testing.T) {
	cases := []struct{ name, file, want string }{
		{"columns", "1\tonly\n", "line 1: 2 columns"},
		{"number", conlluWord("2", "a", "0", "root"), `word number "2", want 1`},
		{"form", conlluWord("1", "", "0", "root"), "form is empty"},
		{"utf-8", conlluWord("1", "\xff", "0", "root"), "not UTF-8"},
		{"head", conlluWord("1", "a", "x", "root"), `head "x"`},
		{"far head", conlluWord("1", "a", "0", "root") + conlluWord("2", "b", "7", "dep"), "beyond"},
		{"no root", conlluWord("1", "a", "2", "dep") + conlluWord("2", "b", "1", "dep"), "0 roots"},
		{"cycle", conlluWord("1", "a", "0", "root") + conlluWord("2", "b", "3", "dep") + conlluWord("3", "c", "2", "dep"), "cycle"},
		{"line", strings.Repeat("x", maxCoNLLULine+1), "line 1: bufio.Scanner: token too long"},
	}
	for _, c := range cases {
		if _, err := readAll(t, c.file); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
	}
}

func TestWriteCoNLLURefusesEmptyToken(t *testing.T) {
	if err := WriteCoNLLU(new(bytes.Buffer), Sentence{Tokens: []Token{{Head: -1}}}); err == nil {
		t.Error("an empty token was written")
	}
}

func FuzzReadCoNLLU(f *testing.F) {
	f.Add("# text = Go on.\n" + conlluWord("1", "Go", "0", "root") + conlluWord("2", "on", "1", "compound:prt") + conlluWord("3", ".", "1", "punct"))
	f.Add(conlluWord("1", "a", "2", "dep") + conlluWord("2", "_", "0", "root"))
	f.Add("1-2\tdon't" + strings.Repeat("\t_", 8) + "\n")
	f.Fuzz(func(t *testing.T, file string) {
		all, err := readAll(t, file)
		var again bytes.Buffer
		for _, s := range all {
			checkSentence(t, s)
			if err := WriteCoNLLU(&again, s); err != nil {
				t.Fatal(err)
			}
		}
		if err != nil {
			return
		}
		back, err := readAll(t, again.String())
		if err != nil {
			t.Fatalf("what was written cannot be read: %v\n%s", err, again.String())
		}
		if len(back) != len(all) {
			t.Fatalf("%d sentences became %d", len(all), len(back))
		}
		for i := range all {
			if !reflect.DeepEqual(headsOf(all[i]), headsOf(back[i])) {
				t.Fatalf("heads %v became %v", headsOf(all[i]), headsOf(back[i]))
			}
		}
	})
}

func headsOf(s Sentence) []int {
	heads := make([]int, len(s.Tokens))
	for i, t := range s.Tokens {
		heads[i] = t.Head
	}
	return heads
}

// checkSentence fails unless the tokens cut the text and form one tree.
func checkSentence(t testing.TB, s Sentence) {
	t.Helper()
	end := 0
	for i, token := range s.Tokens {
		if token.Start < end || token.End > len(s.Text) || s.Text[token.Start:token.End] != token.Text {
			t.Fatalf("token %d %q does not cut the text", i, token.Text)
		}
		end = token.End
	}
	if len(s.Tokens) == 0 {
		return
	}
	if err := checkTree(s.Tokens); err != nil {
		t.Fatal(err)
	}
}
