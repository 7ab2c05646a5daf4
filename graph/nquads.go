package graph

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// QuadsOf walks the quads of readings, one reading after the other.
func QuadsOf(readings []Reading) iter.Seq[quad.Quad] {
	return func(yield func(quad.Quad) bool) {
		for _, r := range readings {
			for _, q := range Quads(r) {
				if !yield(q) {
					return
				}
			}
		}
	}
}

// WriteNQuads writes quads as RDF 1.1 N-Quads with IRIs in full, sorted by line
// as bytes, so that the same graph gives the same output whatever order it
// comes in.
func WriteNQuads(w io.Writer, n Namer, quads iter.Seq[quad.Quad]) error {
	var lines []string
	for q := range quads {
		lines = append(lines, n.nquad(q))
	}
	slices.Sort(lines)
	for _, line := range lines {
		if _, err := io.WriteString(w, line); err != nil {
			return fmt.Errorf("write N-Quads: %w", err)
		}
	}
	return nil
}

// nquad is one line.
func (n Namer) nquad(q quad.Quad) string {
	var b strings.Builder
	for _, v := range []quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
		if v != nil {
			b.WriteString(n.Term(v))
			b.WriteByte(' ')
		}
	}
	b.WriteString(".\n")
	return b.String()
}

// Term is a value as N-Quads writes it. Numbers, times and truth values carry
// the type of XML Schema that Cayley has for them, in full.
func (n Namer) Term(v quad.Value) string {
	switch v := v.(type) {
	case quad.IRI:
		return "<" + escapeIRI(n.Full(string(v))) + ">"
	case quad.TypedString:
		return v.Value.String() + "^^" + n.Term(v.Type)
	case quad.TypedStringer:
		return n.Term(v.TypedString())
	}
	return v.String()
}

// CayleyNQuad is a quad as a line for Cayley's own reader: IRIs as the store has
// them. That reader knows no escapes in IRIs, so one that needs them is an error.
func CayleyNQuad(q quad.Quad) (string, error) {
	for _, d := range quad.Directions {
		if iri, ok := q.Get(d).(quad.IRI); ok && escapeIRI(string(iri)) != string(iri) {
			return "", fmt.Errorf("the IRI %q cannot be sent to a server", string(iri))
		}
	}
	return q.NQuad() + "\n", nil
}

// escapeIRI writes what may not stand in an IRI by its number.
func escapeIRI(iri string) string {
	var b strings.Builder
	for _, r := range iri {
		if r <= ' ' || strings.ContainsRune("<>\"{}|^`\\", r) {
			fmt.Fprintf(&b, "\\u%04X", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
