package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"

	"mandate/data"
	"mandate/ingest/english"
	"mandate/query"
	"mandate/query/ask"
	"mandate/query/wire"

	"github.com/spf13/cobra"
)

// defaultRows is how many rows a reader looks through.
const defaultRows = 20

func (a *app) askCommand() *cobra.Command {
	var (
		from  readFlags
		batch string
		limit int
		why   bool
		shown bool
	)
	cmd := &cobra.Command{
		Use:   "ask QUESTION…",
		Short: "Answer a question with the statements that answer it",
		Long: `Answer a question in English with the statements that answer it, the best first,
each with its sentence: who should, must or may do something or is responsible for
it; what an actor should do, supports, opposes or is committed to; what its goals
are; which duties concern a topic; in a document ("According to the charter, who
…"). It is told how the question was understood. Where no statement answers it,
that is the answer: nothing is guessed.

With --batch, questions are read from a file of JSON lines, {"id": …,
"question": …} (- for standard input), and each is answered by a line {"id": …,
"rows": […]}. --examples shows questions that have an answer here.`,
		Example: `  mandate ask "Who should protect personal data?"
  mandate ask --why "What is China committed to?"
  mandate ask --batch questions.jsonl`,
		Args: func(cmd *cobra.Command, args []string) error {
			switch {
			case shown && (batch != "" || len(args) > 0):
				return usagef("--examples stands alone")
			case shown:
				return nil
			case batch == "":
				return takes(1, -1, "a question")(cmd, args)
			case len(args) > 0:
				return usagef("give either a question or --batch")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			to, err := from.answers(cmd.Context())
			if err != nil {
				return err
			}
			if shown {
				return a.printExamples(cmd.Context(), to, from.json)
			}
			if batch != "" {
				return a.askBatch(cmd.Context(), to, batch, limit)
			}
			answer, err := to.Ask(cmd.Context(), strings.Join(args, " "), limit)
			if err != nil {
				return err
			}
			if from.json {
				return newJSON(a.out).Encode(answer)
			}
			return a.printAnswer(answer, why)
		},
	}
	from.register(cmd)
	cmd.Flags().StringVar(&batch, "batch", "", "file of questions as JSON lines, - for standard input")
	cmd.Flags().IntVar(&limit, "limit", defaultRows, "rows at most, 0 for all")
	cmd.Flags().BoolVar(&shown, "examples", false, "show questions that have an answer here")
	cmd.Flags().BoolVar(&why, "why", false, "say of each row why it is there")
	return cmd
}

// someExamples is how many questions are shown.
const someExamples = 8

func (a *app) printExamples(ctx context.Context, to answers, asJSON bool) error {
	examples, err := to.Examples(ctx, someExamples)
	if err != nil {
		return err
	}
	if asJSON {
		return newJSON(a.out).Encode(examples)
	}
	for _, e := range examples {
		if _, err := fmt.Fprintln(a.out, e.Question); err != nil {
			return err
		}
	}
	return nil
}

// newQuestionReader loads what reads questions.
func newQuestionReader() (*ask.Reader, error) {
	model, err := english.Load(data.FS)
	if err != nil {
		return nil, err
	}
	return ask.New(data.FS, model)
}

// questionReader is what reads questions, loaded when the first one comes.
type questionReader func() (*ask.Reader, error)

// questions reads questions with the model that reads texts.
func (a *app) questions() questionReader {
	return sync.OnceValues(func() (*ask.Reader, error) {
		pipeline, err := a.pipeline()
		if err != nil {
			return nil, err
		}
		return ask.New(data.FS, pipeline.English())
	})
}

// Read reads a question.
func (load questionReader) Read(text string) (query.Question, error) {
	reader, err := load()
	if err != nil {
		return query.Question{}, err
	}
	return reader.Read(text)
}

// Examples makes questions that have an answer.
func (load questionReader) Examples(v *query.View, limit int) ([]query.Example, error) {
	reader, err := load()
	if err != nil {
		return nil, err
	}
	return reader.Examples(v, limit), nil
}

// printAnswer prints how the question was understood, on standard error, and
// the rows.
func (a *app) printAnswer(answer wire.Answer, why bool) error {
	fmt.Fprintln(a.err, answer.Question.Read)
	if len(answer.Rows) == 0 {
		return a.printNothing(answer.Note)
	}
	p := newPage(a.out)
	for i, row := range answer.Rows {
		if i > 0 {
			p.gap()
		}
		p.line(0, partyName(p, row.Actor))
		p.statement(2, row.Statement)
		if why {
			p.line(6, p.dim("why: "+reason(row)))
		}
	}
	if more := answer.Total - len(answer.Rows); more > 0 {
		fmt.Fprintf(a.err, "%s more: see them with --limit 0\n", count(more, "row"))
	}
	return p.err
}

func (a *app) printNothing(note string) error {
	if note != "" {
		note = ": " + note
	}
	_, err := fmt.Fprintf(a.out, "no statement found%s\n", note)
	return err
}

// reason tells why a row answers the question: the words that make its parts, the
// words that gave the force and the rule that made the statement, the words that
// it shares.
func reason(row wire.AnswerRow) string {
	read := slices.DeleteFunc([]string{row.Actor.Label, row.Deontic, row.Aim, row.Object, row.Condition, row.Constraint}, func(s string) bool { return s == "" })
	parts := []string{"read as " + strings.Join(read, " | "), fmt.Sprintf("rule %q on the cue %q makes it %s", row.Rule, row.Cue, row.Force)}
	if len(row.Matched) > 0 {
		parts = append(parts, "it has "+strings.Join(row.Matched, ", "))
	}
	return strings.Join(append(parts, fmt.Sprintf("worth %.2f", row.Score)), "; ")
}

// batchQuestion and batchAnswer are the lines of `ask --batch`.
type batchQuestion struct {
	ID       json.RawMessage `json:"id"`
	Question string          `json:"question"`
}

type batchAnswer struct {
	ID    json.RawMessage `json:"id"`
	Rows  []batchRow      `json:"rows"`
	Note  string          `json:"note,omitempty"`
	Error string          `json:"error,omitempty"` // why this question cannot be read
}

type batchRow struct {
	Actor    string  `json:"actor"` // its label
	Sentence string  `json:"sentence"`
	Force    string  `json:"force"`
	Deontic  string  `json:"deontic"`
	Aim      string  `json:"aim"`
	Object   string  `json:"object"`
	Doc      string  `json:"doc"`
	Section  string  `json:"section"`
	Score    float64 `json:"score"`
}

// longestLine bounds a line of a batch, in bytes.
const longestLine = 1 << 20

// askBatch answers questions one by one. One that cannot be read gets no rows
// and an error of its own; the rest goes on.
func (a *app) askBatch(ctx context.Context, to answers, path string, limit int) (err error) {
	in := a.in
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return fmt.Errorf("read questions: %w", err)
		}
		defer f.Close()
		in = f
	}
	out := bufio.NewWriter(a.out)
	defer func() { err = errors.Join(err, out.Flush()) }()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, longestLine)
	for n := 1; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		if err := answerLine(ctx, to, lines.Bytes(), limit, out); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read questions from %s: %w", path, err)
	}
	return nil
}

func answerLine(ctx context.Context, to answers, line []byte, limit int, out io.Writer) error {
	var q batchQuestion
	if err := json.Unmarshal(line, &q); err != nil {
		return fmt.Errorf(`not a line {"id": …, "question": …}: %w`, err)
	}
	answer, err := to.Ask(ctx, q.Question, limit)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	a := batchAnswer{ID: q.ID, Rows: []batchRow{}, Note: answer.Note}
	if err != nil {
		a.Error = err.Error()
	}
	for _, r := range answer.Rows {
		a.Rows = append(a.Rows, batchRow{
			Actor: r.Actor.Label, Sentence: r.Sentence, Force: r.Force, Deontic: r.Deontic, Aim: r.Aim, Object: r.Object,
			Doc: r.Doc, Section: r.Section, Score: r.Score,
		})
	}
	return newJSON(out).Encode(a)
}
