package gizmo

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// ErrLanguage is returned for a query language that is not known.
var ErrLanguage = errors.New("unknown query language")

// Error says what is wrong with a query and, where that is known, at which
// line and column of it (both from 1; 0 is unknown).
type Error struct {
	Language     Language
	Line, Column int
	Message      string
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s", e.Language, e.Message)
	}
	return fmt.Sprintf("%s: line %d, column %d: %s", e.Language, e.Line, e.Column, e.Message)
}

// Limit is one of the limits of a query.
type Limit string

// The limits that can stop a query.
const (
	TimeLimit   Limit = "time"
	RowLimit    Limit = "rows"
	ByteLimit   Limit = "bytes"
	MemoryLimit Limit = "memory"
)

// LimitError says which limit stopped a query.
type LimitError struct {
	Of     Limit
	Limits Limits
}

func (e *LimitError) Error() string {
	switch e.Of {
	case TimeLimit:
		return fmt.Sprintf("query stopped after %s: start from fewer nodes, or raise the time limit", e.Limits.Time)
	case RowLimit:
		return fmt.Sprintf("stopped after %d results: narrow the query or end it with .limit(n)", e.Limits.Rows)
	case MemoryLimit:
		return fmt.Sprintf("query stopped at %d MB of memory: hold less at a time (emit results as they come, start from fewer nodes), or raise the memory limit", e.Limits.Memory>>20)
	default:
		return fmt.Sprintf("query stopped at %d bytes of results: narrow it or end it with .limit(n)", e.Limits.Bytes)
	}
}

// stopped turns the end of a context into the error to report: the time limit
// where that ran out, the context's own error where the caller gave up.
func stopped(ctx, caller context.Context, limit time.Duration) error {
	if err := caller.Err(); err != nil {
		return err
	}
	if ctx.Err() != nil {
		return &LimitError{Of: TimeLimit, Limits: Limits{Time: limit}}
	}
	return nil
}
