// Package gizmo runs Gizmo and GraphQL queries over the index of the graph,
// through Cayley's own query languages. It is the only part of query that knows
// Cayley. Every query has a session of its own, reads only, and is stopped at a
// limit of time, rows and bytes; whatever a script does, the process lives on.
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
)

// Language names a query language.
type Language string

// The languages that Run understands.
const (
	Gizmo   Language = "gizmo"   // Cayley's JavaScript dialect of paths over the graph
	GraphQL Language = "graphql" // Cayley's GraphQL dialect
)

// Limits bound one query. A zero field takes the value of DefaultLimits.
type Limits struct {
	Time  time.Duration // from the start to the last row
	Rows  int           // results handed out
	Bytes int           // of the results as JSON
}

// DefaultLimits are what a person at a page or a terminal can wait for and read.
func DefaultLimits() Limits {
	return Limits{Time: 10 * time.Second, Rows: 10_000, Bytes: 32 << 20}
}

func (l Limits) orDefault() Limits {
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
	return l
}

// MaxQuery is the longest query in bytes. The parsers descend into brackets
// with the stack of the process: what nests deeper than this could end it.
const MaxQuery = 16 << 10

// Run runs a query in this process and yields its results, each as one JSON
// value on one line. An error comes last and ends the run: *Error for what is
// wrong with the query, *LimitError where a limit stopped it (the rows before it
// are good), ErrLanguage, or the context's error.
func Run(ctx context.Context, qs cgraph.QuadStore, lang Language, text string, limits Limits) iter.Seq2[json.RawMessage, error] {
	limits = limits.orDefault()
	if err := check(lang, text); err != nil {
		return failed(err)
	}
	if lang == GraphQL {
		return capped(encoded(graphQL(ctx, qs, text, limits.Time)), limits)
	}
	tree, err := parse(text)
	if err != nil {
		return failed(err)
	}
	if p, plain := planOf(tree); plain {
		return capped(walk(ctx, qs, p, limits.Time), limits)
	}
	return capped(encoded(script(ctx, qs, tree, limits.Time)), limits)
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

func failed(err error) iter.Seq2[json.RawMessage, error] {
	return func(yield func(json.RawMessage, error) bool) { yield(nil, err) }
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

// capped stops rows at the limits of rows and bytes.
func capped(all iter.Seq2[json.RawMessage, error], limits Limits) iter.Seq2[json.RawMessage, error] {
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
