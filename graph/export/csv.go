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
	name string
	of   func(*graph.Reading, *graph.Statement) string
}

func columns() []column {
	type reading = *graph.Reading
	type statement = *graph.Statement
	return []column{
		{"doc", func(r reading, _ statement) string { return r.Document.ID }},
		{"section", func(r reading, s statement) string { return r.Document.SectionTitle(s.Section) }},
		{"actor", func(r reading, s statement) string { return r.Actor(s.Actor).Label }},
		{"actor_kind", func(r reading, s statement) string { return string(r.Actor(s.Actor).Kind) }},
		{"deontic", func(_ reading, s statement) string { return s.Deontic }},
		{"force", func(_ reading, s statement) string { return string(s.Force) }},
		{"aim", func(_ reading, s statement) string { return s.Aim }},
		{"object", func(_ reading, s statement) string { return s.Object }},
		{"recipient", func(_ reading, s statement) string { return s.Recipient }},
		{"condition", func(_ reading, s statement) string { return s.Condition }},
		{"constraint", func(_ reading, s statement) string { return s.Constraint }},
		{"or_else", func(_ reading, s statement) string { return s.OrElse }},
		{"polarity", func(_ reading, s statement) string { return string(s.Polarity) }},
		{"goals", func(_ reading, s statement) string { return joined(s.Goals) }},
		{"topics", func(_ reading, s statement) string { return joined(s.Topics) }},
		{"references", func(_ reading, s statement) string { return joined(s.References) }},
		{"involves", func(r reading, s statement) string { return joined(labels(r, s.Involves)) }},
		{"sentence", func(_ reading, s statement) string { return s.Evidence.Quote }},
		{"id", func(_ reading, s statement) string { return s.ID }},
		{"start", func(_ reading, s statement) string { return strconv.Itoa(s.Evidence.Start) }},
		{"end", func(_ reading, s statement) string { return strconv.Itoa(s.Evidence.End) }},
		{"char_start", func(_ reading, s statement) string { return strconv.Itoa(s.Evidence.CharStart) }},
		{"char_end", func(_ reading, s statement) string { return strconv.Itoa(s.Evidence.CharEnd) }},
	}
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
// the order of the readings and of their texts. Lists are joined with "; ".
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
				row[i] = c.of(r, &r.Statements[s])
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
