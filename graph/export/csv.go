package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"mandate/graph"
)

// column is one column of the table of statements.
type column struct {
	name  string // in CSV
	title string // in a coding sheet, in the terms of the Institutional Grammar
	of    func(*graph.Reading, *graph.Statement) string
}

func columns() []column {
	type reading = *graph.Reading
	type statement = *graph.Statement
	return []column{
		{"doc", "Document", func(r reading, _ statement) string { return r.Document.ID }},
		{"section", "Section", func(r reading, s statement) string { return r.Document.SectionTitle(s.Section) }},
		{"actor", "Attribute", func(r reading, s statement) string { return r.Actor(s.Actor).Label }},
		{"actor_kind", "Kind of attribute", func(r reading, s statement) string { return string(r.Actor(s.Actor).Kind) }},
		{"deontic", "Deontic", func(_ reading, s statement) string { return s.Deontic }},
		{"force", "Force", func(_ reading, s statement) string { return string(s.Force) }},
		{"aim", "Aim", func(_ reading, s statement) string { return s.Aim }},
		{"object", "Direct object", func(_ reading, s statement) string { return s.Object }},
		{"recipient", "Indirect object", func(_ reading, s statement) string { return s.Recipient }},
		{"condition", "Activation condition", func(_ reading, s statement) string { return s.Condition }},
		{"constraint", "Execution constraint", func(_ reading, s statement) string { return s.Constraint }},
		{"or_else", "Or else", func(_ reading, s statement) string { return s.OrElse }},
		{"polarity", "Polarity", func(_ reading, s statement) string { return string(s.Polarity) }},
		{"goals", "Goals", func(_ reading, s statement) string { return joined(s.Goals) }},
		{"topics", "Topics", func(_ reading, s statement) string { return joined(s.Topics) }},
		{"references", "References", func(_ reading, s statement) string { return joined(s.References) }},
		{"involves", "Involves", func(r reading, s statement) string { return joined(labels(r, s.Involves)) }},
		{"sentence", "Sentence", func(_ reading, s statement) string { return s.Evidence.Quote }},
		{"page", "Page", page},
		{"id", "Statement", func(_ reading, s statement) string { return s.ID }},
		{"start", "Start (bytes)", func(_ reading, s statement) string { return strconv.Itoa(s.Evidence.Start) }},
		{"end", "End (bytes)", func(_ reading, s statement) string { return strconv.Itoa(s.Evidence.End) }},
		{"char_start", "Start (characters)", func(_ reading, s statement) string { return strconv.Itoa(s.Evidence.CharStart) }},
		{"char_end", "End (characters)", func(_ reading, s statement) string { return strconv.Itoa(s.Evidence.CharEnd) }},
	}
}

// page is where the sentence begins; empty where the format has no pages.
func page(r *graph.Reading, s *graph.Statement) string {
	if n := r.Document.Page(s.Evidence.Start); n > 0 {
		return strconv.Itoa(n)
	}
	return ""
}

// inert is a cell that no spreadsheet takes for a formula: CSV cannot say that
// it is none, so that such a text gets an apostrophe in front.
func inert(cell string) string {
	if len(cell) > 1 && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

func joined(list []string) string { return strings.Join(list, "; ") }

func labels(r *graph.Reading, actors []string) []string {
	out := make([]string, len(actors))
	for i, id := range actors {
		out[i] = r.Actor(id).Label
	}
	return out
}

// WriteCSV writes a table of statements (RFC 4180, with a head): a row each, in
// the order of the readings and of their texts. Lists are joined with "; ", and a
// cell that a spreadsheet would take for a formula begins with an apostrophe.
func WriteCSV(w io.Writer, readings iter.Seq[*graph.Reading]) error {
	table, columns := csv.NewWriter(w), columns()
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = c.name
	}
	err := table.Write(row)
	for r := range readings {
		for s := range r.Statements {
			for i, c := range columns {
				row[i] = inert(c.of(r, &r.Statements[s]))
			}
			if err == nil {
				err = table.Write(row)
			}
		}
	}
	table.Flush()
	if err == nil {
		err = table.Error()
	}
	if err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	return nil
}
