// Package sheet fills in coding sheets: tables of comma-separated values with a
// column of statements, to which it adds columns in the terms of the
// Institutional Grammar. It stands behind ingest/statement, whose rows it writes,
// and takes what encodings ingest/document reads.
package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"mandate/ingest/document"
	"mandate/ingest/statement"
)

// Limits of what is read.
const (
	MaxBytes     = 256 << 20 // of a whole sheet
	MaxStatement = 64 << 10  // of a statement in bytes; of a longer one the beginning is coded
)

// ErrSheet is wrapped by every error that lies in the sheet and not in reading
// or writing.
var ErrSheet = errors.New("not a coding sheet")

// statementColumn holds what is coded; its name may stand in any case.
const statementColumn = "statement"

// Columns returns the names of the columns that are filled in, in their order.
func Columns() []string {
	return []string{"attribute", "object", "deontic", "aim", "condition", "constraint", "force"}
}

func cells(r statement.Row) []string {
	return []string{r.Attribute, r.Object, r.Deontic, r.Aim, r.Condition, r.Constraint, string(r.Force)}
}

// Report says what was done.
type Report struct {
	Rows int
	Long int // rows whose statement was coded by its beginning, being longer than MaxStatement
}

// Code copies a sheet from in to out, row by row in the same order, with the
// columns of Columns filled in by code. Columns of these names that are there are
// written over and never read; the others are added on the right. The sheet may
// be in any encoding that texts may be in, and parted by commas, semicolons, tabs
// or bars, as its first line shows; out is UTF-8 parted in the same way.
func Code(out io.Writer, in io.Reader, code func(text string) statement.Row) (Report, error) {
	text, err := readAll(in)
	if err != nil {
		return Report{}, err
	}
	s, err := open(text)
	if err != nil {
		return Report{}, err
	}
	table := csv.NewWriter(out)
	table.Comma = s.rows.Comma
	if err := table.Write(s.head); err != nil {
		return Report{}, err
	}
	var done Report
	for {
		row, err := s.next()
		if errors.Is(err, io.EOF) {
			table.Flush()
			return done, table.Error()
		}
		if err != nil {
			table.Flush()
			return done, err
		}
		done.Rows++
		stated, whole := beginning(row[s.statement])
		if !whole {
			done.Long++
		}
		if err := table.Write(s.fill(row, cells(code(stated)))); err != nil {
			return done, err
		}
	}
}

// readAll reads a sheet as UTF-8.
func readAll(in io.Reader) (string, error) {
	raw, err := io.ReadAll(io.LimitReader(in, MaxBytes+1))
	switch {
	case err != nil:
		return "", err
	case len(raw) > MaxBytes:
		return "", fmt.Errorf("%w: it is longer than %d MiB; cut it into several", ErrSheet, MaxBytes>>20)
	case len(bytes.TrimSpace(raw)) == 0:
		return "", fmt.Errorf("%w: the file is empty; its first line must name the columns, one of them %s", ErrSheet, statementColumn)
	}
	text, err := document.Decode(raw)
	if err != nil {
		return "", fmt.Errorf("%w (a spreadsheet is to be saved as CSV)", err)
	}
	return text, nil
}

// beginning is text as far as it is coded, and whether that is all of it: up to
// the last white space before the limit.
func beginning(text string) (string, bool) {
	if len(text) <= MaxStatement {
		return text, true
	}
	text = strings.ToValidUTF8(text[:MaxStatement], "")
	if i := strings.LastIndexAny(text, " \t\n"); i > 0 {
		text = text[:i]
	}
	return text, false
}

// table is a sheet whose first line is read.
type table struct {
	rows      *csv.Reader
	head      []string // of the output
	width     int      // columns of the input
	statement int      // the column of statements
	into      [][]int  // for each of Columns, the columns of the output that it goes to
}

// open reads the first line of a sheet. What parts the columns is what makes one
// of them the column of statements.
func open(text string) (*table, error) {
	var names []string
	for _, comma := range []rune{',', ';', '\t', '|'} {
		rows := csv.NewReader(strings.NewReader(text))
		rows.Comma, rows.FieldsPerRecord = comma, -1
		head, err := rows.Read()
		if err != nil {
			if names == nil && comma == '|' {
				return nil, explain(err)
			}
			continue
		}
		for i := range head {
			head[i] = strings.TrimSpace(head[i])
		}
		if at := columnsNamed(head, statementColumn); len(at) > 0 {
			if len(at) > 1 {
				return nil, fmt.Errorf("%w: %d columns are named %s", ErrSheet, len(at), statementColumn)
			}
			return newTable(rows, head, at[0]), nil
		}
		if len(head) > len(names) {
			names = head
		}
	}
	return nil, fmt.Errorf("%w: no column named %s; the columns are %s", ErrSheet, statementColumn, strings.Join(names, ", "))
}

func newTable(rows *csv.Reader, head []string, statement int) *table {
	t := &table{rows: rows, width: len(head), statement: statement}
	for _, name := range Columns() {
		at := columnsNamed(head, name)
		if len(at) == 0 {
			at, head = []int{len(head)}, append(head, name)
		}
		for _, i := range at {
			head[i] = name
		}
		t.into = append(t.into, at)
	}
	t.head = head
	return t
}

// columnsNamed returns the columns of a name, in whatever case it stands.
func columnsNamed(head []string, name string) []int {
	var at []int
	for i, h := range head {
		if strings.EqualFold(h, name) {
			at = append(at, i)
		}
	}
	return at
}

// next reads a row, which has as many cells as the first line: cells too many
// must be empty.
func (t *table) next() ([]string, error) {
	row, err := t.rows.Read()
	if err != nil {
		return nil, explain(err)
	}
	for len(row) > t.width && row[len(row)-1] == "" {
		row = row[:len(row)-1]
	}
	if len(row) != t.width {
		line, _ := t.rows.FieldPos(0)
		return nil, fmt.Errorf("%w: line %d has %d cells and the first line %d; a cell that holds %q must stand in quotes",
			ErrSheet, line, len(row), t.width, t.rows.Comma)
	}
	return row, nil
}

// fill returns row as wide as the output, with the coded cells in their columns.
func (t *table) fill(row, coded []string) []string {
	row = append(slices.Clone(row), make([]string, len(t.head)-len(row))...)
	for i, columns := range t.into {
		for _, c := range columns {
			row[c] = coded[i]
		}
	}
	return row
}

// explain says what to do about quotes that are not in order.
func explain(err error) error {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return err
	}
	at := fmt.Sprintf("line %d, byte %d", parse.Line, parse.Column)
	if parse.StartLine != parse.Line {
		at += fmt.Sprintf(" (of the row that begins on line %d)", parse.StartLine)
	}
	return fmt.Errorf("%w: %s: %w; a cell with a quote in it must stand in quotes, with that quote doubled", ErrSheet, at, parse.Err)
}
