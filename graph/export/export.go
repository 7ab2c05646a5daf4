// Package export writes the graph for other programs: N-Quads and JSON-LD with
// all that it knows, GraphML and GEXF with the actors and what they are bound
// to, for programs that draw, CSV with a statement a row. The same graph gives
// the same bytes.
package export

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"mandate/graph"
	"mandate/graph/index"
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
)

// ErrFormat is returned for a format that is none of Formats.
var ErrFormat = errors.New("unknown format")

// Formats returns all formats.
func Formats() []Format { return []Format{NQuads, JSONLD, GraphML, GEXF, CSV} }

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
	}
	return "application/octet-stream"
}

// Extension returns the usual ending of file names, dot included.
func (f Format) Extension() string {
	if f == NQuads {
		return ".nq"
	}
	return "." + string(f)
}

// Write writes the whole graph; the namer writes IRIs in full. ErrFormat for an
// unknown format, else only errors of the writer.
func Write(w io.Writer, f Format, x *index.Index, n graph.Namer) error {
	switch f {
	case NQuads:
		return graph.WriteNQuads(w, n, x.Quads())
	case JSONLD:
		return writeJSONLD(w, x, n)
	case GraphML:
		return writeGraphML(w, draw(x), n)
	case GEXF:
		return writeGEXF(w, draw(x), n)
	case CSV:
		return WriteCSV(w, slices.Values(x.Readings()))
	}
	return fmt.Errorf("%w %q: one of %v", ErrFormat, f, Formats())
}
