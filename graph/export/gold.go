package export

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"mandate/graph"
	"mandate/graph/index"
	"mandate/graph/review"
)

// A gold set is what people hold to be the statements of texts, in the form that
// extraction is scored against: a row for each statement, and beside it the
// numbered sentences. What nobody has judged is a row that is neither demanded
// nor punished; what was rejected is none.

// goldRow is one statement.
type goldRow struct {
	Sentence int      `json:"sentence"` // its number
	Actor    string   `json:"actor"`
	Deontic  string   `json:"deontic"`
	Force    string   `json:"force"`
	Aim      string   `json:"aim"`
	Object   string   `json:"object"`
	Polarity string   `json:"polarity"`
	Required bool     `json:"required"`
	Section  string   `json:"section"`
	Also     []string `json:"also,omitempty"` // other names of the actor
}

// writeGold writes the statements with an actor as JSON lines.
func writeGold(w io.Writer, x *index.Index) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	log := x.Corrections()
	for r, numbers := range numbered(readings(x)) {
		for i := range r.Statements {
			s := &r.Statements[i]
			if s.Actor == graph.Unassigned {
				continue
			}
			actor := r.Actor(s.Actor)
			row := goldRow{
				Sentence: numbers[s.Evidence.Sentence], Actor: actor.Label, Deontic: s.Deontic, Force: string(s.Force), Aim: s.Aim,
				Object: s.Object, Polarity: string(s.Polarity), Required: judged(s, log), Section: r.Document.SectionTitle(s.Section), Also: actor.AltLabels,
			}
			if err := encoder.Encode(row); err != nil {
				return fmt.Errorf("write gold: %w", err)
			}
		}
	}
	return nil
}

// judged tells whether someone said that the text makes the statement.
func judged(s *graph.Statement, log *review.Log) bool {
	return slices.ContainsFunc(s.Reviews, func(id string) bool {
		c, ok := log.Correction(id)
		return ok && c.Kind.OfStatement()
	})
}

// writeSentences writes the sentences of a gold set: number, tab, sentence.
func writeSentences(w io.Writer, x *index.Index) error {
	for r, numbers := range numbered(readings(x)) {
		d := &r.Document
		for i, s := range d.Sentences {
			if numbers[i] == 0 {
				continue
			}
			if _, err := fmt.Fprintf(w, "%d\t%s\n", numbers[i], strings.Join(strings.Fields(s.In(d.Text)), " ")); err != nil {
				return fmt.Errorf("write sentences: %w", err)
			}
		}
	}
	return nil
}

// numbered walks readings with the numbers of their sentences, from 1 through
// all of them; headings that make no statement have none.
func numbered(all iter.Seq[*graph.Reading]) iter.Seq2[*graph.Reading, []int] {
	return func(yield func(*graph.Reading, []int) bool) {
		last := 0
		for r := range all {
			says := map[int]bool{}
			for i := range r.Statements {
				says[r.Statements[i].Evidence.Sentence] = true
			}
			numbers := make([]int, len(r.Document.Sentences))
			for i, s := range r.Document.Sentences {
				kind := r.Document.Blocks[s.Block].Kind
				if says[i] || kind != graph.BlockHeading && kind != graph.BlockHead {
					last++
					numbers[i] = last
				}
			}
			if !yield(r, numbers) {
				return
			}
		}
	}
}

// ofDocument returns the corrections that are about a document, or change it,
// and those that take them back.
func ofDocument(x *index.Index, doc string) []review.Correction {
	log := x.Corrections()
	var out []review.Correction
	for _, c := range log.All() {
		root := log.Root(c)
		if root.Doc == doc || root.Doc == "" && slices.Contains(slices.Collect(x.Applying(root.ID)), doc) {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b review.Correction) int { return cmp.Compare(a.Sequence, b.Sequence) })
	return out
}
