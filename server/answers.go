package server

import (
	"context"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"mandate/graph"
	"mandate/graph/index"
	"mandate/query"
	"mandate/query/wire"
)

// answers registers the questions that are answered with statements.
func (s *Server) answers(api huma.API) {
	get(s, api, "/statements", "list-statements", "List statements, filtered", s.statements)
	get(s, api, "/statements/{id}", "get-statement", "Read one statement", s.statement)
	get(s, api, "/who", "who", "Who is responsible for a topic: statements on it, the best first", s.who)
	get(s, api, "/what", "what", "What an actor must do: its statements, the strongest force first", s.what)
	if s.o.Questions != nil {
		get(s, api, "/ask", "ask", "Answer a question in English with the statements that answer it, the best first", s.ask)
		get(s, api, "/ask/examples", "ask-examples", "Questions that have an answer here, made from what the texts say", s.examples)
	}
	get(s, api, "/responsibilities", "responsibilities", "The matrix of who has to do with what", s.responsibilities)
	get(s, api, "/paths", "paths", "The shortest ways between two nodes, with the evidence of each hop", s.paths)
	get(s, api, "/neighbourhood", "neighbourhood", "All nodes within so many links of one, with the evidence of the link that leads to each", s.neighbourhood)
	get(s, api, "/graph", "graph", "The direct links between actors and what they serve, to draw", s.graph)
	get(s, api, "/search", "search", "Suggest entities for what was typed", s.search)
}

type statementsInput struct {
	Actor  string   `query:"actor" maxLength:"500" doc:"unassigned for gaps"`
	Forces []string `query:"force" enum:"obligation,prohibition,commitment,recommendation,permission,goal,stance" maxItems:"7" doc:"one of these, separated by commas"`
	Serves string   `query:"serves" maxLength:"500" doc:"principle, goal, section or document"`
	Topic  string   `query:"topic" maxLength:"500"`
	Names  string   `query:"names" maxLength:"500" doc:"actor that it names in another part than as its actor"`
	Doc    string   `query:"doc" maxLength:"500"`
	Text   string   `query:"q" maxLength:"500" doc:"words that all stand in the statement or its sentence"`
	Paging
}

func (s *Server) statements(_ context.Context, in *statementsInput) (wire.List[wire.Statement], error) {
	v := s.view()
	filter := query.Filter{Actor: in.Actor, Forces: named[graph.Force](in.Forces), Serves: in.Serves, Topic: in.Topic, Names: in.Names, Doc: in.Doc, Text: in.Text}
	page, total, next, err := v.Statements(filter, query.Page{Limit: in.Limit, Cursor: in.Cursor})
	if err != nil {
		return wire.List[wire.Statement]{}, err
	}
	return wire.List[wire.Statement]{Items: wire.Statements(v, page), Total: total, Next: next}, nil
}

type statementInput struct {
	ID string `path:"id" maxLength:"100" doc:"ID, 16 hexadecimal digits"`
}

func (s *Server) statement(_ context.Context, in *statementInput) (wire.Statement, error) {
	v := s.view()
	statement, ok := v.Index().Statement(in.ID)
	if !ok {
		return wire.Statement{}, &query.UnknownError{Name: in.ID, Wanted: "statement"}
	}
	return wire.StatementOf(v, statement), nil
}

type whoInput struct {
	Topic string `query:"topic" required:"true" maxLength:"500"`
	Doc   string `query:"doc" maxLength:"500" doc:"what this document says alone"`
	Paging
}

func (s *Server) who(_ context.Context, in *whoInput) (wire.List[wire.Statement], error) {
	v := s.view()
	matches, err := v.Who(in.Topic)
	if err != nil {
		return wire.List[wire.Statement]{}, err
	}
	if in.Doc != "" {
		doc, err := v.DocumentID(in.Doc)
		if err != nil {
			return wire.List[wire.Statement]{}, err
		}
		matches = slices.DeleteFunc(matches, func(m query.Match) bool { return m.Reading.Document.ID != doc })
	}
	page, next, err := query.Cut(matches, query.Page{Limit: in.Limit, Cursor: in.Cursor}, func(m query.Match) string { return m.ID })
	return wire.List[wire.Statement]{Items: wire.Matches(v, page), Total: len(matches), Next: next}, err
}

type whatInput struct {
	Actor string `query:"actor" required:"true" maxLength:"500"`
	Doc   string `query:"doc" maxLength:"500" doc:"what this document says alone"`
	Paging
}

func (s *Server) what(_ context.Context, in *whatInput) (wire.List[wire.Statement], error) {
	v := s.view()
	_, duties, err := v.What(in.Actor)
	if err != nil {
		return wire.List[wire.Statement]{}, err
	}
	var all []index.Statement
	for _, d := range duties {
		all = append(all, d.Statements...)
	}
	if in.Doc != "" {
		doc, err := v.DocumentID(in.Doc)
		if err != nil {
			return wire.List[wire.Statement]{}, err
		}
		all = slices.DeleteFunc(all, func(s index.Statement) bool { return s.Reading.Document.ID != doc })
	}
	page, next, err := query.Cut(all, query.Page{Limit: in.Limit, Cursor: in.Cursor}, func(s index.Statement) string { return s.ID })
	return wire.List[wire.Statement]{Items: wire.Statements(v, page), Total: len(all), Next: next}, err
}

type matrixInput struct {
	Rows    []string `query:"rows" enum:"actors,principles,goals,sections,topics" default:"actors" minItems:"1" maxItems:"4" doc:"separated by commas"`
	Columns []string `query:"columns" enum:"actors,principles,goals,sections,topics" default:"goals" minItems:"1" maxItems:"4" doc:"separated by commas: principles,goals"`
	Doc     string   `query:"doc" maxLength:"500"`
	Limit   int      `query:"limit" minimum:"1" maximum:"5000" default:"500" doc:"rows and columns at most"`
}

func (s *Server) responsibilities(_ context.Context, in *matrixInput) (wire.Matrix, error) {
	m, err := s.view().Responsibilities(named[query.Axis](in.Rows), named[query.Axis](in.Columns), in.Doc)
	return wire.MatrixOf(m, in.Limit), err
}

type searchInput struct {
	Query string `query:"q" required:"true" maxLength:"500"`
	Limit int    `query:"limit" minimum:"1" maximum:"100" default:"10"`

	Classes []string `query:"class" maxItems:"7" doc:"entities of these classes alone: Actor, Principle, Goal, Section, Topic, Instrument, Document"`
}

func (s *Server) search(_ context.Context, in *searchInput) (wire.List[wire.Suggestion], error) {
	found := s.index().Search(in.Query, in.Limit, in.Classes...)
	return wire.NewList(found, len(found), "", wire.SuggestionOf), nil
}
