package gizmo

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"

	cgraph "github.com/cayleygraph/cayley/graph"
	cgraphql "github.com/cayleygraph/cayley/query/graphql"
	"github.com/dennwc/graphql/gqlerrors"
)

// graphQL runs a GraphQL query; its one result is the object that GraphQL calls
// data.
func graphQL(caller context.Context, qs cgraph.QuadStore, text string, limit time.Duration) iter.Seq2[any, error] {
	return func(yield func(any, error) bool) {
		ctx, cancel := context.WithTimeout(caller, limit)
		defer cancel()
		data, err := answer(ctx, qs, text)
		switch {
		case err == nil:
			yield(data, nil)
		case stopped(ctx, caller, limit) != nil:
			yield(nil, stopped(ctx, caller, limit))
		default:
			yield(nil, graphQLError(text, err))
		}
	}
}

func answer(ctx context.Context, qs cgraph.QuadStore, text string) (data map[string]any, err error) {
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("query cannot be read: %v", x)
		}
	}()
	query, err := cgraphql.Parse(strings.NewReader(text))
	if err != nil {
		return nil, err
	}
	return query.Execute(ctx, qs)
}

func graphQLError(text string, err error) error {
	e := &Error{Language: GraphQL, Message: err.Error()}
	var at *gqlerrors.Error
	if errors.As(err, &at) && len(at.Locations) > 0 {
		e.Line, e.Column = at.Locations[0].Line, at.Locations[0].Column
		e.Message, _, _ = strings.Cut(at.Message, "\n")
	} else {
		e.Line, e.Column = refusedAt(text)
	}
	return e
}
