package main

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"strings"

	"mandate/graph"
	"mandate/graph/export"
)

// format writes what was read out of texts in one of the forms that programs
// read; the namer writes IRIs in full.
type format func(w io.Writer, names graph.Namer, readings iter.Seq[*graph.Reading]) error

// extractFormats are the forms of `mandate extract`.
func extractFormats() map[string]format {
	return map[string]format{
		"jsonl":  writeJSONLines,
		"csv":    writeCSV,
		"xlsx":   writeXLSX,
		"nquads": writeNQuads,
		"ig":     writeIGScript,
	}
}

// newJSON writes values as JSON, one a line, with < and > as they are.
func newJSON(w io.Writer) *json.Encoder {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder
}

func writeJSONLines(w io.Writer, _ graph.Namer, readings iter.Seq[*graph.Reading]) error {
	encoder := newJSON(w)
	return eachRecord(readings, func(r record) error { return encoder.Encode(r) })
}

func writeCSV(w io.Writer, _ graph.Namer, readings iter.Seq[*graph.Reading]) error {
	return export.WriteCSV(w, readings)
}

func writeXLSX(w io.Writer, _ graph.Namer, readings iter.Seq[*graph.Reading]) error {
	return export.WriteXLSX(w, readings)
}

// writeNQuads writes the graph of all readings at the end, as it is sorted as a
// whole: the bytes are those of ingesting the texts and exporting them.
func writeNQuads(w io.Writer, names graph.Namer, readings iter.Seq[*graph.Reading]) error {
	var all []graph.Reading
	for r := range readings {
		all = append(all, *r)
	}
	return graph.WriteNQuads(w, names, graph.QuadsOf(all))
}

// writeIGScript writes a statement a line in the notation of the Institutional
// Grammar (IG Script, IG 2.0), behind the statement's ID.
func writeIGScript(w io.Writer, _ graph.Namer, readings iter.Seq[*graph.Reading]) error {
	return eachRecord(readings, func(r record) error {
		_, err := fmt.Fprintf(w, "%s\t%s\n", r.ID, r.igScript())
		return err
	})
}

func eachRecord(readings iter.Seq[*graph.Reading], do func(record) error) error {
	for r := range readings {
		for i := range r.Statements {
			if err := do(recordOf(r, &r.Statements[i])); err != nil {
				return err
			}
		}
	}
	return nil
}

// igScript is the record in IG Script: component symbols with what they cover
// in round brackets, A(China) D(should) I(play) Bdir(a role). The parser of
// IG Script (IG-Parser) takes few characters and knows no way to escape one.
func (r record) igScript() string {
	components := []struct{ symbol, text string }{
		{"A", r.Actor}, {"D", r.Deontic}, {"I", r.Aim},
		{"Bdir", r.Object}, {"Bind", r.Recipient},
		{"Cac", r.Condition}, {"Cex", r.Constraint}, {"O", r.OrElse},
	}
	var parts []string
	for _, c := range components {
		if text := igText(c.text); text != "" {
			parts = append(parts, c.symbol+"("+text+")")
		}
	}
	return strings.Join(parts, " ")
}
