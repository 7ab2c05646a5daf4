package agent

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"

	"mandate/query"
	"mandate/query/wire"
)

// How many rows a tool gives where it is not told, and at most: an agent reads
// every one of them.
const (
	defaultRows = 20
	maxRows     = 200
)

// tools are what the agent can call.
type tools struct{ answers func() Answers }

// rows bounds how many rows are given.
func rows(asked int) (int, error) {
	if asked < 0 || asked > maxRows {
		return 0, fmt.Errorf("limit must be 1 to %d", maxRows)
	}
	return cmp.Or(asked, defaultRows), nil
}

// statements is a list cut at a limit; total tells how long it is.
type statements struct {
	Statements []wire.Statement `json:"statements"`
	Total      int              `json:"total" jsonschema:"how many there are in all"`
}

func cut(all []wire.Statement, limit int, err error) (statements, error) {
	if err != nil {
		return statements{Statements: []wire.Statement{}}, err
	}
	n, err := rows(limit)
	return statements{Statements: append([]wire.Statement{}, all[:min(n, len(all))]...), Total: len(all)}, err
}

type askInput struct {
	Question string `json:"question" jsonschema:"in English, one thing at a time"`
	Limit    int    `json:"limit,omitempty" jsonschema:"rows at most, 1 to 200; default 20"`
}

func (t tools) ask(ctx context.Context, in askInput) (wire.Answer, error) {
	n, err := rows(in.Limit)
	if err != nil {
		return wire.Answer{}, err
	}
	return t.answers().Ask(ctx, in.Question, n)
}

type whoInput struct {
	Topic string `json:"topic" jsonschema:"one or more words"`
	Limit int    `json:"limit,omitempty" jsonschema:"statements at most, 1 to 200; default 20"`
}

func (t tools) who(ctx context.Context, in whoInput) (statements, error) {
	all, err := t.answers().Who(ctx, in.Topic)
	return cut(all, in.Limit, err)
}

type whatInput struct {
	Actor string `json:"actor" jsonschema:"label, alias or IRI"`
	Limit int    `json:"limit,omitempty" jsonschema:"statements at most, 1 to 200; default 20"`
}

func (t tools) what(ctx context.Context, in whatInput) (statements, error) {
	all, err := t.answers().What(ctx, in.Actor)
	return cut(all, in.Limit, err)
}

type pathInput struct {
	From    string `json:"from" jsonschema:"label, alias or IRI"`
	To      string `json:"to" jsonschema:"label, alias or IRI"`
	K       int    `json:"k,omitempty" jsonschema:"paths at most, 1 to 50; default 3"`
	MaxHops int    `json:"max_hops,omitempty" jsonschema:"links of a path at most, 1 to 12; default 6"`
}

func (t tools) path(ctx context.Context, in pathInput) (wire.Paths, error) {
	return t.answers().Paths(ctx, in.From, in.To, query.PathOptions{K: in.K, MaxHops: in.MaxHops})
}

type gapsInput struct {
	Document string `json:"document,omitempty" jsonschema:"ID or title; all documents where it is left out"`
	Limit    int    `json:"limit,omitempty" jsonschema:"of each kind at most, 1 to 200; default 20"`
}

func (t tools) gaps(ctx context.Context, in gapsInput) (wire.Gaps, error) {
	n, err := rows(in.Limit)
	if err != nil {
		return wire.Gaps{}, err
	}
	return t.answers().Gaps(ctx, in.Document, n)
}

type compareInput struct {
	A      string `json:"a" jsonschema:"document, ID or title"`
	B      string `json:"b" jsonschema:"document to compare it with, the later one"`
	Change string `json:"change,omitempty" jsonschema:"only these: reversed, moved, strengthened, softened, only-a, only-b, both"`
	Limit  int    `json:"limit,omitempty" jsonschema:"differences at most, 1 to 200; default 20"`
}

func (t tools) compare(ctx context.Context, in compareInput) (wire.Comparison, error) {
	n, err := rows(in.Limit)
	if err != nil {
		return wire.Comparison{}, err
	}
	return t.answers().Compare(ctx, in.A, in.B, query.Change(in.Change), n)
}

type gizmoInput struct {
	Query string `json:"query" jsonschema:"a Gizmo script that emits results, such as g.V('<actor:china>').out('<commitsTo>').all()"`
	Limit int    `json:"limit,omitempty" jsonschema:"results at most, 1 to 200; default 20"`
}

// results are what a script emitted.
type results struct {
	Results []any  `json:"results"`
	Note    string `json:"note,omitempty" jsonschema:"why there are no more of them"`
}

func (t tools) gizmo(ctx context.Context, in gizmoInput) (results, error) {
	out := results{Results: []any{}}
	n, err := rows(in.Limit)
	if err != nil {
		return out, err
	}
	for row, err := range t.answers().Gizmo(ctx, in.Query, n) {
		switch {
		case err != nil && len(out.Results) == 0:
			return out, err
		case err != nil:
			out.Note = err.Error()
			return out, nil
		}
		var value any
		if err := json.Unmarshal(row, &value); err != nil {
			return out, fmt.Errorf("read a result: %w", err)
		}
		out.Results = append(out.Results, value)
	}
	return out, nil
}
