package gizmo

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

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
