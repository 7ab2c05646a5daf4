// Package export writes the graph for other programs: N-Quads and JSON-LD with
// all that it knows, GraphML and GEXF with the actors and what they are bound
// to, for programs that draw, CSV with a statement a row, gold sets to score
// extraction against. The same graph gives the same bytes.
package export

import (
	"errors"
	"fmt"
	"io"
	"iter"

	"mandate/graph"
	"mandate/graph/index"
	"mandate/graph/review"

	"github.com/cayleygraph/quad"
)

// Format is a form of output.
type Format string

// The forms of output.
const (
	NQuads  Format = "nquads"
	JSONLD  Format = "jsonld"
	GraphML Format = "graphml"
	GEXF    Format = "gexf"
	CSV     Format = "csv"
	Gold    Format = "gold" // statements as extraction is scored against them
	Sent    Format = "sent" // the sentences beside them
)

// ErrFormat is returned for a format that is none of Formats.
var ErrFormat = errors.New("unknown format")

// Formats returns all formats.
func Formats() []Format { return []Format{NQuads, JSONLD, GraphML, GEXF, CSV, Gold, Sent} }

// MediaType returns the media type of the format, for an HTTP answer.
func (f Format) MediaType() string {
	switch f {
	case NQuads:
		return "application/n-quads"
	case JSONLD:
		return "application/ld+json"
	case GraphML:
		return "application/graphml+xml"
	case GEXF:
		return "application/gexf+xml"
	case CSV:
		return "text/csv; charset=utf-8"
	case Gold:
		return "application/jsonl"
	case Sent:
		return "text/tab-separated-values; charset=utf-8"
	}
	return "application/octet-stream"
}

// Extension returns the usual ending of file names, dot included.
func (f Format) Extension() string {
	switch f {
	case NQuads:
		return ".nq"
	case Gold:
		return ".jsonl"
	}
	return "." + string(f)
}

// Of returns the graph of one document by itself, with what people said of it;
// false where there is none of that ID.
func Of(x *index.Index, doc string) (*index.Index, bool) {
	if !x.Has(doc) {
		return nil, false
	}
	return index.Build(append(x.DocumentQuads(doc), review.Quads(ofDocument(x, doc))...)), true
}

// Write writes the whole graph; the namer writes IRIs in full. It holds no more
// than one document at a time, and of drawings their edges. ErrFormat for an
// unknown format, else only errors of the writer.
func Write(w io.Writer, f Format, x *index.Index, n graph.Namer) error {
	switch f {
	case NQuads:
		return writeNQuads(w, x, n)
	case JSONLD:
		return writeJSONLD(w, x, n)
	case GraphML:
		return writeGraphML(w, draw(x), n)
	case GEXF:
		return writeGEXF(w, draw(x), n)
	case CSV:
		return WriteCSV(w, readings(x))
	case Gold:
		return writeGold(w, x)
	case Sent:
		return writeSentences(w, x)
	}
	return fmt.Errorf("%w %q: one of %v", ErrFormat, f, Formats())
}

// readings walks the documents by ID, each decoded for this walk alone, so that
// they are not all held at the end. Quads that make no document are passed over.
func readings(x *index.Index) iter.Seq[*graph.Reading] {
	return func(yield func(*graph.Reading) bool) {
		for label, quads := range x.Graphs() {
			iri, ok := label.(quad.IRI)
			if !ok || graph.Scheme(string(iri)) != graph.SchemeDocument {
				continue
			}
			r, err := graph.ReadingFrom(graph.LocalID(string(iri)), quads)
			if err == nil && !yield(&r) {
				return
			}
		}
	}
}
