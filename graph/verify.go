package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"github.com/cayleygraph/quad"
)

// Fault is what does not hold of a stored document: its text is not the one
// that was read, or a quote does not stand where the graph says.
type Fault struct {
	Document  string // ID
	Statement string // ID; empty for a fault of the whole document
	What      string
}

// Verify proves a document from its quads, in any order: its text has the hash
// that was taken when it was read, and every statement's quote, and what it
// leans on, stands at its offsets in that text. It returns the number of
// statements and all faults, in text order; quads that describe no document have
// none.
func Verify(doc string, quads []quad.Quad) (statements int, faults []Fault) {
	d := newDecoder(doc, quads)
	r, err := d.valid()
	switch {
	case errors.Is(err, ErrNoReading):
		return 0, nil
	case err != nil:
		return 0, []Fault{{Document: doc, What: err.Error()}}
	}
	if sum := sha256.Sum256([]byte(r.Document.Text)); hex.EncodeToString(sum[:]) != r.Document.SHA256 {
		faults = append(faults, Fault{Document: doc,
			What: fmt.Sprintf("its text is not the one that was read: the hash was %s and is %x", r.Document.SHA256, sum)})
	}
	if _, err := UncorrectedReading(doc, quads); err != nil {
		faults = append(faults, Fault{Document: doc, What: err.Error()})
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		for _, place := range append(d.iris(StatementIRI(s.ID), PredWasQuotedFrom), d.iris(StatementIRI(s.ID), PredContext)...) {
			if what := d.misquoted(place, r.Document.Text); what != "" {
				faults = append(faults, Fault{Document: doc, Statement: s.ID, What: what})
			}
		}
	}
	return len(r.Statements), faults
}

// misquoted says how a quote differs from what stands at its place; empty where
// it does not.
func (d *decoder) misquoted(place, text string) string {
	span, err := d.span(place)
	if err != nil {
		return err.Error()
	}
	if quote := d.text(place, PredExact); quote != span.In(text) {
		return fmt.Sprintf("the quote %q is not what stands at code points %d to %d: %q", quote, span.CharStart, span.CharEnd, span.In(text))
	}
	return ""
}
