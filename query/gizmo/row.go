package gizmo

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"unicode/utf8"

	cgraph "github.com/cayleygraph/cayley/graph"
	cgizmo "github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"
)

// rowOf gives a result the shape that Cayley's HTTP interface gives it: the
// value that was emitted, or an object from tag to value.
func rowOf(qs cgraph.QuadStore, r *cgizmo.Result) (any, error) {
	if r.Val != nil {
		return r.Val, nil
	}
	row := make(map[string]any, len(r.Tags))
	for tag, ref := range r.Tags {
		value, err := qs.NameOf(ref)
		if err != nil {
			return nil, fmt.Errorf("name of %q: %w", tag, err)
		}
		if value != nil {
			row[tag] = native(value)
		}
	}
	return row, nil
}

// native is a value as JSON shows it: "<actor:china>" for an IRI, the text, the
// number, the truth value or the time of a literal.
func native(v quad.Value) any {
	switch n := v.Native().(type) {
	case quad.Value:
		return quad.StringOf(n)
	default:
		return n
	}
}

// appendValue appends a value as JSON on one line.
func appendValue(to []byte, v any) ([]byte, error) {
	switch v := v.(type) {
	case string:
		return appendString(to, v), nil
	case int64:
		return strconv.AppendInt(to, v, 10), nil
	}
	row, err := encode(v)
	return append(to, row...), err
}

// appendString appends a text as JSON. Nearly all need no escapes.
func appendString(to []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf {
			text, _ := encode(s) // of a string cannot fail
			return append(to, text...)
		}
	}
	to = append(to, '"')
	to = append(to, s...)
	return append(to, '"')
}

// encode writes a value as JSON on one line. <, > and & stay as they are, so
// that IRIs can be read.
func encode(v any) (json.RawMessage, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		var unsupported *json.UnsupportedTypeError
		if errors.As(err, &unsupported) {
			return nil, &Error{Language: Gizmo, Message: "a result is neither text, number, list nor object"}
		}
		return nil, &Error{Language: Gizmo, Message: "a result cannot be written as JSON: " + err.Error()}
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}
