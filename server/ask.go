package server

import (
	"cmp"
	"context"

	"mandate/query"
	"mandate/query/wire"
)

// QuestionReader reads questions in plain English. It is safe for concurrent
// use.
type QuestionReader interface {
	Read(text string) (query.Question, error)
	// Examples makes questions that have an answer in a graph.
	Examples(v *query.View, limit int) ([]query.Example, error)
}

type askInput struct {
	Question string `query:"q" required:"true" maxLength:"4000" doc:"a question in English"`
	Actor    string `query:"actor" maxLength:"500" doc:"of this actor, whomever the question names: to choose where a name means several"`
	Doc      string `query:"doc" maxLength:"500" doc:"in this document, whichever the question names"`
	Limit    int    `query:"limit" minimum:"0" maximum:"1000" default:"20" doc:"rows at most; 0 for a thousand"`
	Cursor   string `query:"cursor" maxLength:"1000" doc:"next of the page before"`
}

// maxRows is how many rows come where no limit is given.
const maxRows = 1000

func (s *Server) ask(_ context.Context, in *askInput) (wire.Answer, error) {
	q, err := s.o.Questions.Read(in.Question)
	if err != nil {
		return wire.Answer{}, err
	}
	q.Actor, q.Doc = cmp.Or(in.Actor, q.Actor), cmp.Or(in.Doc, q.Doc)
	v := s.view()
	page := query.Page{Limit: cmp.Or(in.Limit, maxRows), Cursor: in.Cursor}
	most := 0
	if page.Cursor == "" {
		most = page.Limit + 1 // one more tells that there is another page
	}
	return wire.AnswerPage(v, v.Answer(q, most), page)
}

type examplesInput struct {
	Limit int `query:"limit" minimum:"1" maximum:"20" default:"8" doc:"questions at most"`
}

func (s *Server) examples(_ context.Context, in *examplesInput) (wire.List[wire.Example], error) {
	found, err := s.o.Questions.Examples(s.view(), in.Limit)
	return wire.NewList(found, len(found), "", wire.ExampleOf), err
}
