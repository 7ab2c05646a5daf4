package graph

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// A document that people corrected is stored as corrected, so that every answer
// and derived edge follows from what they say. What leads back to the document
// as it was read is kept beside it in one literal, as an RDF Patch: its rows take
// triples out (D) and put them in (A).

// CorrectedQuads writes a reading as corrected: sorted, each once, every one
// labelled with the document. before are the quads of the raw one.
// UncorrectedQuads is the way back.
func CorrectedQuads(raw, corrected Reading, before []quad.Quad) []quad.Quad {
	// The blocks and sentences stay, and the order of statements too.
	after := quadsOf(corrected, encodeStructure(raw))
	patch := undoing(before, after)
	if patch == "" {
		return after
	}
	iri := quad.IRI(DocIRI(raw.Document.ID))
	after = append(after, quad.Quad{Subject: iri, Predicate: quad.IRI(PredUncorrected), Object: quad.String(patch), Label: iri})
	slices.SortFunc(after, CompareQuads)
	return after
}

// undoing writes the patch that leads from quads back to others, both sorted.
func undoing(before, after []quad.Quad) string {
	var b strings.Builder
	row := func(action string, q quad.Quad) {
		if !OfCorrections(q) {
			q.Label = nil
			b.WriteString(action + " " + Namer{}.nquad(q))
		}
	}
	for len(before) > 0 || len(after) > 0 {
		switch order := compareFirst(before, after); {
		case order < 0:
			row("A", before[0])
			before = before[1:]
		case order > 0:
			row("D", after[0])
			after = after[1:]
		default:
			before, after = before[1:], after[1:]
		}
	}
	return b.String()
}

// compareFirst compares the first quads of two lists; an empty one goes last.
func compareFirst(a, b []quad.Quad) int {
	switch {
	case len(a) == 0:
		return 1
	case len(b) == 0:
		return -1
	}
	return CompareQuads(a[0], b[0])
}

// OfCorrections tells the quads that a document has for its corrections alone.
func OfCorrections(q quad.Quad) bool {
	return q.Predicate == quad.IRI(PredUncorrected) || q.Predicate == quad.IRI(PredApplies) || q.Predicate == quad.IRI(PredReviewedIn)
}

// UncorrectedQuads returns the quads of a document as it was read, given those
// that are stored of it, in their order and with what corrections took away
// behind them. Several patches, as of an import from two stores, all count.
func UncorrectedQuads(doc string, quads []quad.Quad) ([]quad.Quad, error) {
	label := quad.IRI(DocIRI(doc))
	gone := map[quad.Quad]bool{}
	var added []quad.Quad
	for _, q := range quads {
		if q.Predicate != quad.IRI(PredUncorrected) || q.Subject != label {
			continue
		}
		patch, _ := q.Object.(quad.String)
		if err := readPatch(string(patch), label, gone, &added); err != nil {
			return nil, fmt.Errorf("what leads back to document %s as it was read: %w", doc, err)
		}
	}
	for _, q := range added {
		gone[q] = true // there already, where the document came as it was read too
	}
	out := make([]quad.Quad, 0, len(quads)+len(added))
	for _, q := range quads {
		if !OfCorrections(q) && !gone[q] {
			out = append(out, q)
		}
	}
	slices.SortFunc(added, CompareQuads)
	return append(out, slices.Compact(added)...), nil
}

// UncorrectedReading rebuilds a document as it was read from the quads that are
// stored of it. ErrNoReading as for ReadingFrom.
func UncorrectedReading(doc string, quads []quad.Quad) (Reading, error) {
	raw, err := UncorrectedQuads(doc, quads)
	if err != nil {
		return Reading{}, err
	}
	return ReadingFrom(doc, raw)
}

// readPatch notes what the rows of a patch take out and put in.
func readPatch(patch string, label quad.IRI, gone map[quad.Quad]bool, added *[]quad.Quad) error {
	for row := range strings.Lines(patch) {
		action, triple, _ := strings.Cut(strings.TrimSuffix(row, "\n"), " ")
		q, err := Namer{}.parseQuad(triple)
		switch {
		case err != nil:
			return fmt.Errorf("row %q: %w", shown(row), err)
		case action == "A":
			q.Label = label
			*added = append(*added, q)
		case action == "D":
			q.Label = label
			gone[q] = true
		default:
			return fmt.Errorf("row %s begins with neither A nor D", shown(row))
		}
	}
	return nil
}
