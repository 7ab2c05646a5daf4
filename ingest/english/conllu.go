package english

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxCoNLLULine bounds one line of a CoNLL-U file (comments hold whole sentences).
const maxCoNLLULine = 1 << 20

// The columns of a CoNLL-U word line that are read or written; the others
// (features, enhanced graph) are left blank.
const (
	columnID = iota
	columnForm
	columnLemma
	columnUPOS
	columnXPOS
	columnFeats
	columnHead
	columnDeprel
	columnDeps
	columnMisc
	columnCount
)

// ReadCoNLLU yields the sentences of a CoNLL-U stream in order. Multiword
// ranges (1-2) and empty nodes (1.1) are not words and are skipped. The first
// malformed sentence ends the sequence with an error naming its line; heads
// are turned from 1-based numbers into indices, -1 for the root.
// See https://universaldependencies.org/format.html.
func ReadCoNLLU(r io.Reader) iter.Seq2[Sentence, error] {
	return func(yield func(Sentence, error) bool) {
		lines := bufio.NewScanner(r)
		lines.Buffer(make([]byte, 0, 1<<16), maxCoNLLULine)
		var block conlluBlock
		number := 0
		for lines.Scan() {
			number++
			if line := strings.TrimSuffix(lines.Text(), "\r"); line != "" {
				if err := block.add(line); err != nil {
					yield(Sentence{}, fmt.Errorf("read CoNLL-U line %d: %w", number, err))
					return
				}
				continue
			}
			if !block.flush(number, yield) {
				return
			}
		}
		if err := lines.Err(); err != nil {
			yield(Sentence{}, fmt.Errorf("read CoNLL-U line %d: %w", number+1, err))
			return
		}
		block.flush(number, yield)
	}
}

// conlluBlock collects the lines of one sentence.
type conlluBlock struct {
	text   string
	tokens []Token
	glued  []bool // no space after the token, as SpaceAfter=No says
}

func (b *conlluBlock) add(line string) error {
	if line[0] == '#' {
		if text, ok := strings.CutPrefix(line, "# text = "); ok {
			b.text = text
		}
		return nil
	}
	column := strings.Split(line, "\t")
	if len(column) != columnCount {
		return fmt.Errorf("%d columns, want %d", len(column), columnCount)
	}
	if strings.ContainsAny(column[columnID], "-.") {
		return nil
	}
	token, err := parseCoNLLUWord(column, len(b.tokens)+1)
	if err != nil {
		return err
	}
	b.tokens = append(b.tokens, token)
	b.glued = append(b.glued, strings.Contains(column[columnMisc], "SpaceAfter=No"))
	return nil
}

func parseCoNLLUWord(column []string, number int) (Token, error) {
	if id, err := strconv.Atoi(column[columnID]); err != nil || id != number {
		return Token{}, fmt.Errorf("word number %q, want %d", column[columnID], number)
	}
	if column[columnForm] == "" || !utf8.ValidString(column[columnForm]) {
		return Token{}, fmt.Errorf("word %d: form is empty or not UTF-8", number)
	}
	head, err := strconv.Atoi(column[columnHead])
	if err != nil || head < 0 {
		return Token{}, fmt.Errorf("word %d: head %q is no word number", number, column[columnHead])
	}
	return Token{
		Text:   column[columnForm],
		Lemma:  orEmpty(column[columnLemma]),
		UPOS:   orEmpty(column[columnUPOS]),
		XPOS:   orEmpty(column[columnXPOS]),
		Head:   head - 1,
		Deprel: orEmpty(column[columnDeprel]),
	}, nil
}

// orEmpty turns CoNLL-U's mark for an unspecified field into the empty string.
func orEmpty(field string) string {
	if field == "_" {
		return ""
	}
	return field
}

// flush yields the collected sentence, if there is one, and starts anew.
func (b *conlluBlock) flush(line int, yield func(Sentence, error) bool) bool {
	tokens, text, glued := b.tokens, b.text, b.glued
	*b = conlluBlock{}
	if len(tokens) == 0 {
		return true
	}
	if err := checkTree(tokens); err != nil {
		yield(Sentence{}, fmt.Errorf("read CoNLL-U: sentence before line %d: %w", line, err))
		return false
	}
	s := Sentence{Text: text, Tokens: tokens}
	if !alignTokens(&s) {
		joinTokens(&s, glued)
	}
	return yield(s, nil)
}

// checkTree reports heads that do not form one rooted tree.
func checkTree(tokens []Token) error {
	roots := 0
	for i, t := range tokens {
		if t.Head >= len(tokens) {
			return fmt.Errorf("word %d: head %d is beyond the %d words", i+1, t.Head+1, len(tokens))
		}
		if t.Head < 0 {
			roots++
		}
	}
	if roots != 1 {
		return fmt.Errorf("%d roots, want 1", roots)
	}
	// done[i] is the walk that reached word i: meeting one's own walk is a cycle.
	done := make([]int, len(tokens))
	for i := range tokens {
		for j := i; j >= 0 && done[j] != len(tokens)+1; j = tokens[j].Head {
			if done[j] == i+1 {
				return fmt.Errorf("word %d: its heads form a cycle", j+1)
			}
			done[j] = i + 1
		}
		for j := i; j >= 0 && done[j] == i+1; j = tokens[j].Head {
			done[j] = len(tokens) + 1
		}
	}
	return nil
}

// alignTokens finds each token in the sentence's text; false when a token is
// not there, as for multiword tokens that are no mere concatenation.
func alignTokens(s *Sentence) bool {
	at := 0
	for i := range s.Tokens {
		rest := strings.TrimLeftFunc(s.Text[at:], unicode.IsSpace)
		at = len(s.Text) - len(rest)
		if !strings.HasPrefix(rest, s.Tokens[i].Text) {
			return false
		}
		s.Tokens[i].Span = Span{at, at + len(s.Tokens[i].Text)}
		at = s.Tokens[i].End
	}
	return strings.TrimSpace(s.Text[at:]) == ""
}

// joinTokens makes the text from the tokens.
func joinTokens(s *Sentence, glued []bool) {
	var text strings.Builder
	for i := range s.Tokens {
		start := text.Len()
		text.WriteString(s.Tokens[i].Text)
		s.Tokens[i].Span = Span{start, text.Len()}
		if !glued[i] && i+1 < len(s.Tokens) {
			text.WriteByte(' ')
		}
	}
	s.Text = text.String()
}

// WriteCoNLLU writes s as a CoNLL-U block: its text as a comment, a line for
// each token and an empty line. It fails when w does or when a token is empty.
func WriteCoNLLU(w io.Writer, s Sentence) error {
	var b strings.Builder
	b.WriteString("# text = " + strings.Join(strings.Fields(s.Text), " ") + "\n")
	for i, t := range s.Tokens {
		if t.Text == "" {
			return errors.New("write CoNLL-U: empty token")
		}
		misc := "_"
		if i+1 < len(s.Tokens) && s.Tokens[i+1].Start == t.End {
			misc = "SpaceAfter=No"
		}
		fmt.Fprintf(&b, "%d\t%s\t%s\t%s\t%s\t_\t%d\t%s\t_\t%s\n", i+1, orBlank(t.Text), orBlank(t.Lemma),
			orBlank(t.UPOS), orBlank(t.XPOS), t.Head+1, orBlank(t.Deprel), misc)
	}
	b.WriteByte('\n')
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write CoNLL-U: %w", err)
	}
	return nil
}

// orBlank makes a field fit for a column: no white space but single blanks.
func orBlank(field string) string {
	if field = strings.Join(strings.Fields(field), " "); field == "" {
		return "_"
	}
	return field
}
