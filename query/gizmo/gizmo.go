// Package gizmo runs Gizmo and GraphQL queries over the index of the graph,
// through Cayley's own query languages. It is the only part of query that knows
// Cayley. Every query has a session of its own, reads only, and is stopped at a
// limit of time, rows and bytes. Scripts that only walk paths, as most do, are
// answered without JavaScript. What memory a script takes is not limited here:
// package sandbox runs those that could take much in a process apart.
package gizmo

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"strings"
	"time"
	"unicode/utf8"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/dop251/goja/ast"
)

// Graph is what queries are run on: Cayley's interface to its stores.
type Graph = cgraph.QuadStore

// Language names a query language.
type Language string

// The languages that Run understands.
const (
	Gizmo   Language = "gizmo"   // Cayley's JavaScript dialect of paths over the graph
	GraphQL Language = "graphql" // Cayley's GraphQL dialect
)

// Limits bound one query. A zero field takes the value of DefaultLimits.
type Limits struct {
	Time   time.Duration // from the start to the last row
	Rows   int           // results handed out
	Bytes  int           // of the results as JSON
	Memory int64         // bytes that a process of package sandbox may take
}

// DefaultLimits are what a person at a page or a terminal can wait for and read.
func DefaultLimits() Limits {
	return Limits{Time: 10 * time.Second, Rows: 10_000, Bytes: 32 << 20, Memory: 256 << 20}
}

// OrDefault sets the fields that are zero.
func (l Limits) OrDefault() Limits {
	d := DefaultLimits()
	if l.Time <= 0 {
		l.Time = d.Time
	}
	if l.Rows <= 0 {
		l.Rows = d.Rows
	}
	if l.Bytes <= 0 {
		l.Bytes = d.Bytes
	}
	if l.Memory <= 0 {
		l.Memory = d.Memory
	}
	return l
}

// MaxQuery is the longest query in bytes. The parsers descend into brackets
// with the stack of the process: what nests deeper than this could end it.
const MaxQuery = 16 << 10

// Query is a query that has been read.
type Query struct {
	language Language
	text     string
	tree     *ast.Program // of Gizmo
	plan     plan         // of a plain script, else nil
}

// Parse reads a query, as far as that can be done without running it. It fails
// with *Error or ErrLanguage.
func Parse(lang Language, text string) (*Query, error) {
	if err := check(lang, text); err != nil {
		return nil, err
	}
	q := &Query{language: lang, text: text}
	if lang == GraphQL {
		return q, nil
	}
	var err error
	if q.tree, err = parse(text); err != nil {
		return nil, err
	}
	q.plan, _ = planOf(q.tree)
	return q, nil
}

// Plain tells whether the query only walks paths in bounded memory. Others can
// take all the memory of the process that runs them, and more.
func (q *Query) Plain(ctx context.Context, qs cgraph.QuadStore) bool {
	if q.plan == nil {
		return false
	}
	stats, err := qs.Stats(ctx, false)
	return err == nil && q.plan.bounded(stats.Nodes.Value)
}

// Run runs the query in this process and yields its results, each as one JSON
// value on one line. An error comes last and ends the run: *Error for what is
// wrong with the query, *LimitError where a limit stopped it (the rows before it
// are good), or the context's error. Memory is not limited here.
func (q *Query) Run(ctx context.Context, qs cgraph.QuadStore, limits Limits) iter.Seq2[json.RawMessage, error] {
	limits = limits.OrDefault()
	switch {
	case q.language == GraphQL:
		return Capped(encoded(graphQL(ctx, qs, q.text, limits.Time)), limits)
	case q.plan != nil:
		// A plan is made anew for each run: some of Cayley's paths change as
		// they are walked.
		fresh, _ := planOf(q.tree)
		return Capped(walk(ctx, qs, fresh, limits.Time), limits)
	default:
		return Capped(encoded(script(ctx, qs, q.tree, limits.Time)), limits)
	}
}

// Run reads a query and runs it in this process; see Query.Run.
func Run(ctx context.Context, qs cgraph.QuadStore, lang Language, text string, limits Limits) iter.Seq2[json.RawMessage, error] {
	q, err := Parse(lang, text)
	if err != nil {
		return func(yield func(json.RawMessage, error) bool) { yield(nil, err) }
	}
	return q.Run(ctx, qs, limits)
}

// check refuses what need not be read.
func check(lang Language, text string) error {
	switch {
	case lang != Gizmo && lang != GraphQL:
		return fmt.Errorf("%w: %q (known: %s, %s)", ErrLanguage, lang, Gizmo, GraphQL)
	case len(text) > MaxQuery:
		return &Error{Language: lang, Message: fmt.Sprintf("query is longer than %d bytes", MaxQuery)}
	case !utf8.ValidString(text):
		return &Error{Language: lang, Message: "query is not UTF-8"}
	case strings.TrimSpace(text) == "":
		return &Error{Language: lang, Message: "query is empty"}
	}
	return nil
}

// encoded writes values as JSON.
func encoded(values iter.Seq2[any, error]) iter.Seq2[json.RawMessage, error] {
	return func(yield func(json.RawMessage, error) bool) {
		for v, err := range values {
			var row json.RawMessage
			if err == nil {
				row, err = encode(v)
			}
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// Capped stops rows at the limits of rows and bytes.
func Capped(all iter.Seq2[json.RawMessage, error], limits Limits) iter.Seq2[json.RawMessage, error] {
	return func(yield func(json.RawMessage, error) bool) {
		rows, bytes := 0, 0
		for row, err := range all {
			bytes += len(row)
			switch {
			case err != nil:
			case rows == limits.Rows:
				err = &LimitError{Of: RowLimit, Limits: limits}
			case bytes > limits.Bytes:
				err = &LimitError{Of: ByteLimit, Limits: limits}
			}
			if err != nil {
				yield(nil, err)
				return
			}
			rows++
			if !yield(row, nil) {
				return
			}
		}
	}
}
