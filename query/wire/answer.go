package wire

import (
	"strings"

	"mandate/graph"
	"mandate/graph/index"
	"mandate/query"
)

// Question is a question as it was understood.
type Question struct {
	Text      string   `json:"text"`
	Asked     string   `json:"asked" enum:"actors,deeds,statements" doc:"what it asks for: who does it, what an actor does, which statements there are"`
	Actor     string   `json:"actor,omitempty" doc:"who it is about, in its own words"`
	Actors    []Ref    `json:"actors" doc:"who that was taken for"`
	Forces    []string `json:"forces" doc:"forces that answer it, what fits best first; none for any"`
	Aims      []string `json:"aims" doc:"what is done"`
	About     []string `json:"about" doc:"words of what it is done to"`
	Doc       string   `json:"doc,omitempty" doc:"the document to look in, in its own words"`
	Documents []Ref    `json:"documents" doc:"what that was taken for"`
	Read      string   `json:"read" doc:"all of it in one line for a reader"`
}

// Answer is what the graph says to a question.
type Answer struct {
	Question Question    `json:"question"`
	Note     string      `json:"note,omitempty" doc:"why there can be no row, where a name is not known"`
	Near     []Ref       `json:"near" doc:"names that come near to the one that is not known"`
	Rows     []AnswerRow `json:"rows" doc:"the best first; none where no statement answers the question"`
	Total    int         `json:"total" doc:"of all pages"`
	Next     string      `json:"next,omitempty" doc:"cursor of the next page; absent on the last"`
}

// AnswerRow is a statement that answers a question.
type AnswerRow struct {
	Statement
	Score   float64  `json:"score" minimum:"0" maximum:"1"`
	Matched []string `json:"matched" doc:"words of the question that it has"`
}

// Example is a question that has an answer.
type Example struct {
	Question string `json:"question" example:"What must the Harbour Board do?"`
	Asked    string `json:"asked" enum:"actors,deeds,statements" doc:"what it asks for: who does it, what an actor does, which statements there are"`
	Total    int    `json:"total" minimum:"1" doc:"statements that answer it"`
}

// ExampleOf shows an example.
func ExampleOf(e query.Example) Example {
	return Example{Question: e.Text, Asked: string(e.Asked), Total: e.Total}
}

// AnswerPage shows a page of all rows of an answer.
func AnswerPage(v *query.View, a query.Answer, p query.Page) (Answer, error) {
	page, next, err := query.Cut(a.Rows, p, func(r query.Row) string { return r.ID })
	if err != nil {
		return Answer{}, err
	}
	a.Rows = page
	out := AnswerOf(v, a)
	out.Next = next
	return out, nil
}

// AnswerOf shows an answer.
func AnswerOf(v *query.View, a query.Answer) Answer {
	return Answer{
		Question: questionOf(a), Note: a.Note, Near: Refs(a.Near), Total: a.Total,
		Rows: each(a.Rows, func(r query.Row) AnswerRow {
			return AnswerRow{Statement: StatementOf(v, r.Statement), Score: r.Score, Matched: each(r.Matched, same)}
		}),
	}
}

func questionOf(a query.Answer) Question {
	q := a.Question
	return Question{
		Text: q.Text, Asked: string(q.Asked), Actor: q.Actor, Actors: Refs(a.Actors),
		Forces: each(q.Forces, func(f graph.Force) string { return string(f) }),
		Aims:   each(q.Aims, same), About: each(q.About, same),
		Doc: q.Doc, Documents: Refs(a.Documents), Read: understood(a),
	}
}

// understood tells in a line how a question was read: actors · aim: protect ·
// about: personal data.
func understood(a query.Answer) string {
	q := a.Question
	parts := []string{"asked: " + string(q.Asked)}
	part := func(name string, words []string, with string) {
		if len(words) > 0 {
			parts = append(parts, name+": "+strings.Join(words, with))
		}
	}
	label := func(e index.Entity) string { return e.Label }
	part("actor", each(a.Actors, label), " or ")
	part("force", each(q.Forces, func(f graph.Force) string { return string(f) }), ", ")
	part("aim", q.Aims, " or ")
	part("about", q.About, " ")
	part("in", each(a.Documents, label), " or ")
	return strings.Join(parts, " · ")
}

func same(s string) string { return s }
