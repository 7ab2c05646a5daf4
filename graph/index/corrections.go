package index

import (
	"iter"

	"mandate/graph"
	"mandate/graph/review"
)

// Corrections returns what people said of the documents, read from its quads
// when first asked for. nil where nobody said anything.
func (x *Index) Corrections() *review.Log {
	n, ok := x.NodeOf(graph.CorrectionsGraph)
	if !ok || x.documents[n] == nil {
		return nil
	}
	d := x.documents[n]
	d.logging.Do(func() { d.log = review.ReadLog(x.labelledInAnyOrder(n)) })
	return d.log
}

// Uncorrected returns a document as it was read, before anyone corrected it. The
// caller must not change it.
func (x *Index) Uncorrected(doc string) (*graph.Reading, bool) {
	d := x.document(doc)
	if d == nil || !d.declared {
		return nil, false
	}
	if !x.corrected(d.node) {
		return x.Reading(doc)
	}
	r, err := graph.UncorrectedReading(doc, x.labelledInAnyOrder(d.node))
	return &r, err == nil
}

// Corrected tells whether a document applies corrections.
func (x *Index) Corrected(doc string) bool {
	d := x.document(doc)
	return d != nil && x.corrected(d.node)
}

func (x *Index) corrected(label Node) bool {
	applies, ok := x.NodeOf(graph.PredApplies)
	return ok && len(x.OutBy(label, applies)) > 0
}

// Rejected returns the statements of a document that it says no more because
// someone rejected them, in text order.
func (x *Index) Rejected(doc string) []Statement {
	if !x.Corrected(doc) {
		return nil
	}
	raw, ok := x.Uncorrected(doc)
	if !ok {
		return nil
	}
	sections := raw.Document.SectionIRIs()
	var out []Statement
	for _, s := range review.Rejected(*raw, x.Corrections()) {
		out = append(out, x.described(raw, sections, &s))
	}
	return out
}

// Applying walks the documents that apply a correction, by ID, each once.
func (x *Index) Applying(correction string) iter.Seq[string] {
	return func(yield func(string) bool) {
		n, ok := x.NodeOf(graph.CorrectionIRI(correction))
		applies, ok2 := x.NodeOf(graph.PredApplies)
		if !ok || !ok2 {
			return
		}
		for _, d := range x.sorted {
			if x.HasLink(Link{d.node, applies, n, d.node}) && !yield(d.id) {
				return
			}
		}
	}
}

// Concerned returns the documents, by ID, that a correction of actors could
// change: those that name one of the actors, and those that are corrected
// already and named it before.
func (x *Index) Concerned(actors []string) []string {
	rdfType, ok := x.NodeOf(graph.PredType)
	concerned := map[Node]bool{}
	for _, id := range actors {
		n, known := x.NodeOf(graph.ActorIRI(id))
		if !ok || !known {
			continue
		}
		for _, l := range x.OutBy(n, rdfType) {
			concerned[l.Label] = true
		}
	}
	var docs []string
	for _, d := range x.sorted {
		if concerned[d.node] || x.corrected(d.node) {
			docs = append(docs, d.id)
		}
	}
	return docs
}
