package export

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"

	"github.com/xuri/excelize/v2"
)

// A sheet says what the CSV does, under the names of the Institutional Grammar,
// and no cell is a formula in either.
func TestSheetsHoldTheStatementsAndNoFormula(t *testing.T) {
	hostile := graphtest.Sample()[0]
	hostile.Statements = slices.Clone(hostile.Statements)
	formulas := []string{"=HYPERLINK(1)", "+1", "-2 degrees", "@SUM(A1)"}
	for i, text := range formulas {
		hostile.Statements[i%len(hostile.Statements)].Object = text
	}
	readings := slices.Values([]*graph.Reading{&hostile})

	var comma, sheet bytes.Buffer
	if err := WriteCSV(&comma, readings); err != nil {
		t.Fatal(err)
	}
	if err := WriteXLSX(&sheet, readings); err != nil {
		t.Fatal(err)
	}
	want, err := csv.NewReader(&comma).ReadAll()
	if err != nil || len(want) != len(hostile.Statements)+1 {
		t.Fatalf("%d rows of CSV, %v", len(want), err)
	}
	file, err := excelize.OpenReader(&sheet)
	if err != nil {
		t.Fatal(err)
	}
	got, err := file.GetRows("Statements")
	if err != nil || len(got) != len(want) {
		t.Fatalf("%d rows in the sheet, want %d: %v", len(got), len(want), err)
	}
	for _, title := range []string{"Attribute", "Deontic", "Aim", "Direct object", "Indirect object", "Activation condition",
		"Execution constraint", "Or else", "Force", "Polarity", "Document", "Section", "Sentence", "Page", "Start (bytes)"} {
		if !slices.Contains(got[0], title) {
			t.Errorf("no column %q in %q", title, got[0])
		}
	}
	met := 0
	for r, row := range want[1:] {
		for c, cell := range row {
			name, err := excelize.CoordinatesToCellName(c+1, r+2)
			if err != nil {
				t.Fatal(err)
			}
			formula, err := file.GetCellFormula("Statements", name)
			if err != nil || formula != "" {
				t.Errorf("%s is a formula %q, %v", name, formula, err)
			}
			said := ""
			if c < len(got[r+1]) {
				said = got[r+1][c]
			}
			if inert(said) != cell {
				t.Errorf("%s is %q in the sheet and %q in CSV", name, said, cell)
			}
			if said != cell {
				met++
			}
			if _, err := strconv.Atoi(cell); err != nil && len(cell) > 1 && bytes.ContainsAny([]byte(cell[:1]), "=+-@") {
				t.Errorf("%q would be a formula", cell)
			}
		}
	}
	if met == 0 {
		t.Error("no formula among the cells")
	}
}
