package export

import (
	"fmt"
	"io"
	"iter"
	"strconv"

	"mandate/graph"

	"github.com/xuri/excelize/v2"
)

// WriteXLSX writes the table of WriteCSV as a spreadsheet for people who code
// statements: the components under their names in the Institutional Grammar, the
// head fixed and filterable. Texts are marked as such, so that none is a formula.
// Beyond the rows of one sheet it goes on in another.
func WriteXLSX(w io.Writer, readings iter.Seq[*graph.Reading]) error {
	file := excelize.NewFile()
	defer file.Close()
	book := &workbook{file: file, columns: columns()}
	err := book.begin()
	for r := range readings {
		for s := range r.Statements {
			if err == nil {
				err = book.add(r, &r.Statements[s])
			}
		}
	}
	if err == nil {
		err = book.sheet.Flush()
	}
	if err == nil {
		_, err = file.WriteTo(w)
	}
	if err != nil {
		return fmt.Errorf("write XLSX: %w", err)
	}
	return nil
}

// workbook is a spreadsheet that is written row by row.
type workbook struct {
	file    *excelize.File
	columns []column
	sheet   *excelize.StreamWriter
	sheets  int
	row     int // of the sheet, from 1, the last one written
}

// begin opens the next sheet with its head.
func (b *workbook) begin() (err error) {
	if b.sheet != nil {
		if err := b.sheet.Flush(); err != nil {
			return err
		}
	}
	b.sheets++
	name := "Statements"
	if b.sheets == 1 {
		err = b.file.SetSheetName("Sheet1", name)
	} else {
		name += " " + strconv.Itoa(b.sheets)
		_, err = b.file.NewSheet(name)
	}
	if err != nil {
		return err
	}
	if b.sheet, err = b.file.NewStreamWriter(name); err != nil {
		return err
	}
	return b.head()
}

// columnWidth is that of all columns, in characters.
const columnWidth = 22

func (b *workbook) head() error {
	bold, err := b.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	if err := b.sheet.SetColWidth(1, len(b.columns), columnWidth); err != nil {
		return err
	}
	if err := b.sheet.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	titles := make([]any, len(b.columns))
	for i, c := range b.columns {
		titles[i] = excelize.Cell{StyleID: bold, Value: c.title}
	}
	b.row = 1
	return b.sheet.SetRow("A1", titles)
}

func (b *workbook) add(r *graph.Reading, s *graph.Statement) error {
	if b.row == excelize.TotalRows {
		if err := b.begin(); err != nil {
			return err
		}
	}
	b.row++
	cells := make([]any, len(b.columns))
	for i, c := range b.columns {
		cells[i] = c.cell(r, s)
	}
	return b.sheet.SetRow("A"+strconv.Itoa(b.row), cells)
}

// cell is what stands in a column: a number in those of places, so that it can
// be sorted by, else a text.
func (c column) cell(r *graph.Reading, s *graph.Statement) any {
	text := c.of(r, s)
	switch c.name {
	case "page", "start", "end", "char_start", "char_end":
		if n, err := strconv.Atoi(text); err == nil {
			return n
		}
	}
	return text
}
