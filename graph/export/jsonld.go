package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"

	"mandate/data"
	"mandate/graph"
	"mandate/graph/index"

	"github.com/cayleygraph/quad"
	"github.com/piprate/json-gold/ld"
)

// graphQuads bounds the quads that are turned into JSON-LD in one go. A larger
// graph is written in parts; parts of one name are one graph.
const graphQuads = 5_000

// writeJSONLD writes the published context and a named graph for each document,
// one after the other, so that no more than one document is held at a time.
func writeJSONLD(w io.Writer, x *index.Index, n graph.Namer) error {
	context, err := contextFor(n)
	if err != nil {
		return err
	}
	head, err := json.Marshal(context["@context"])
	if err != nil {
		return fmt.Errorf("JSON-LD context: %w", err)
	}
	if _, err := fmt.Fprintf(w, "{\"@context\":%s,\n\"@graph\":[", head); err != nil {
		return fmt.Errorf("write JSON-LD: %w", err)
	}
	separator := "\n"
	for label, quads := range x.Graphs() {
		for part := range bySubjects(quads, graphQuads) {
			named, err := compactGraph(context, n, label, part)
			if err != nil {
				return fmt.Errorf("document %s as JSON-LD: %w", label, err)
			}
			if _, err := fmt.Fprintf(w, "%s%s", separator, named); err != nil {
				return fmt.Errorf("write JSON-LD: %w", err)
			}
			separator = ",\n"
		}
	}
	if _, err = io.WriteString(w, "\n]}\n"); err != nil {
		return fmt.Errorf("write JSON-LD: %w", err)
	}
	return nil
}

// bySubjects cuts sorted quads into parts of some size or a little more, so that
// all quads of a subject are in one.
func bySubjects(quads []quad.Quad, size int) iter.Seq[[]quad.Quad] {
	return func(yield func([]quad.Quad) bool) {
		for len(quads) > 0 {
			end := min(size, len(quads))
			for end < len(quads) && quads[end].Subject == quads[end-1].Subject {
				end++
			}
			if !yield(quads[:end]) {
				return
			}
			quads = quads[end:]
		}
	}
}

// contextFor returns the published context with the base that our IRIs get.
func contextFor(n graph.Namer) (map[string]any, error) {
	raw, err := data.FS.ReadFile("context.jsonld")
	if err != nil {
		return nil, fmt.Errorf("JSON-LD context: %w", err)
	}
	base, err := json.Marshal(n.Full(""))
	if err != nil {
		return nil, fmt.Errorf("JSON-LD context: %w", err)
	}
	raw = bytes.ReplaceAll(raw, []byte(`"`+graph.DefaultBase), base[:len(base)-1])
	var context map[string]any
	if err := json.Unmarshal(raw, &context); err != nil {
		return nil, fmt.Errorf("JSON-LD context: %w", err)
	}
	return context, nil
}

// compactGraph is one named graph in terms of the context; label may be nil for
// quads outside all documents.
func compactGraph(context map[string]any, n graph.Namer, label quad.Value, quads []quad.Quad) ([]byte, error) {
	dataset := ld.NewRDFDataset()
	for _, q := range quads {
		dataset.Graphs["@default"] = append(dataset.Graphs["@default"],
			ld.NewQuad(term(q.Subject, n), term(q.Predicate, n), term(q.Object, n), "@default"))
	}
	options := ld.NewJsonLdOptions("")
	nodes, err := ld.NewJsonLdApi().FromRDF(dataset, options)
	if err != nil {
		return nil, err
	}
	var expanded any = nodes
	if label != nil {
		expanded = map[string]any{"@id": term(label, n).GetValue(), "@graph": expanded}
	}
	compacted, err := ld.NewJsonLdProcessor().Compact(expanded, context, options)
	if err != nil {
		return nil, err
	}
	delete(compacted, "@context")
	return json.Marshal(compacted)
}

// term is a value as the JSON-LD library takes it, IRIs in full.
func term(v quad.Value, n graph.Namer) ld.Node {
	switch v := v.(type) {
	case quad.IRI:
		return ld.NewIRI(n.Full(string(v)))
	case quad.BNode:
		return ld.NewBlankNode(v.String())
	case quad.String:
		return ld.NewLiteral(string(v), "", "")
	case quad.LangString:
		return ld.NewLiteral(string(v.Value), ld.RDFLangString, v.Lang)
	case quad.TypedString:
		return ld.NewLiteral(string(v.Value), n.Full(string(v.Type)), "")
	case quad.TypedStringer:
		return term(v.TypedString(), n)
	}
	return ld.NewLiteral(quad.ToString(v), "", "")
}
