package store

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
)

// hash identifies a value in Cayley's tables; it is zero for none.
type hash refs.ValueHash

func hashOf(v quad.Value) hash { return hash(refs.HashOf(v)) }

// orNull returns the bytes for a column that is null for no value.
func (h hash) orNull() []byte {
	if h == (hash{}) {
		return nil
	}
	return h[:]
}

// orEmpty returns the bytes for a column that is empty for no value.
func (h hash) orEmpty() []byte { return append([]byte{}, h.orNull()...) }

func (h *hash) scan(b []byte) {
	*h = hash{}
	copy(h[:], b)
}

// nodeColumns are the columns of a node row, in the order of its fields.
const nodeColumns = "hash, value, value_string, datatype, language, iri, bnode, value_int, value_bool, value_float, value_time"

// nodeRow is a value as Cayley's table of nodes has it: most types in columns of
// their own, what does not fit one marshalled.
type nodeRow struct {
	hash       []byte
	marshalled []byte
	text       *string
	datatype   *string
	language   *string
	iri        *bool
	bnode      *bool
	integer    *int64
	boolean    *bool
	float      *float64
	time       *time.Time
}

func (r *nodeRow) fields() []any {
	return []any{&r.hash, &r.marshalled, &r.text, &r.datatype, &r.language, &r.iri, &r.bnode, &r.integer, &r.boolean, &r.float, &r.time}
}

// rowOf returns the row of a value.
func rowOf(h hash, v quad.Value) (nodeRow, error) {
	r := nodeRow{hash: h[:]}
	if r.inColumns(v) {
		return r, nil
	}
	var err error
	if r.marshalled, err = pquads.MarshalValue(v); err != nil {
		err = fmt.Errorf("value %.80q cannot be kept: %w", v.String(), err)
	}
	return r, err
}

// inColumns fills the columns for a value, where they hold it without loss.
func (r *nodeRow) inColumns(v quad.Value) bool {
	yes := true
	switch v := v.(type) {
	case quad.IRI:
		r.iri = &yes
		return r.setText(string(v))
	case quad.BNode:
		r.bnode = &yes
		return r.setText(string(v))
	case quad.String:
		return r.setText(string(v))
	case quad.TypedString:
		datatype := string(v.Type)
		if !plain(string(v.Value)) || !plain(datatype) {
			return false
		}
		r.datatype = &datatype
		return r.setText(string(v.Value))
	case quad.LangString:
		if !plain(string(v.Value)) || !plain(v.Lang) {
			return false
		}
		r.language = &v.Lang
		return r.setText(string(v.Value))
	case quad.Int:
		n := int64(v)
		r.integer = &n
	case quad.Bool:
		b := bool(v)
		r.boolean = &b
	case quad.Float:
		f := float64(v)
		r.float = &f
	case quad.Time:
		t := time.Time(v)
		if !t.Equal(t.Truncate(time.Microsecond)) || t.Year() < 1 || t.Year() > 9999 {
			return false
		}
		r.time = &t
	default:
		return false
	}
	return true
}

func (r *nodeRow) setText(s string) bool {
	if !plain(s) {
		r.iri, r.bnode = nil, nil
		return false
	}
	r.text = &s
	return true
}

// plain tells whether a text column takes a string as it is. It cannot hold a
// NUL, for which Cayley writes \x00, so that this in a text would come back as
// a NUL.
func plain(s string) bool {
	return utf8.ValidString(s) && !strings.Contains(s, "\x00") && !strings.Contains(s, escapedNUL)
}

const escapedNUL = `\x00`

// value reads a row back.
func (r *nodeRow) value() (quad.Value, error) {
	switch {
	case r.text != nil:
		return r.textValue(*r.text), nil
	case r.integer != nil:
		return quad.Int(*r.integer), nil
	case r.boolean != nil:
		return quad.Bool(*r.boolean), nil
	case r.float != nil:
		return quad.Float(*r.float), nil
	case r.time != nil:
		return quad.Time(r.time.UTC()), nil
	}
	return pquads.UnmarshalValue(r.marshalled)
}

func (r *nodeRow) textValue(s string) quad.Value {
	v := r.typed(s)
	if strings.Contains(s, escapedNUL) {
		if other := r.typed(strings.ReplaceAll(s, escapedNUL, "\x00")); string(r.hash) == string(hashOf(other).orNull()) {
			return other
		}
	}
	return v
}

// typed gives a text the type that the row says.
func (r *nodeRow) typed(s string) quad.Value {
	switch {
	case r.iri != nil && *r.iri:
		return quad.IRI(s)
	case r.bnode != nil && *r.bnode:
		return quad.BNode(s)
	case r.language != nil:
		return quad.LangString{Value: quad.String(s), Lang: *r.language}
	case r.datatype != nil:
		return quad.TypedString{Value: quad.String(s), Type: quad.IRI(*r.datatype)}
	}
	return quad.String(s)
}
