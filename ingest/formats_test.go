package ingest

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// statementRows are the statements of a file, each with how often it stands there.
func statementRows(t *testing.T, p *Pipeline, path string) map[string]int {
	t.Helper()
	reading, err := p.Read(t.Context(), FromFile(path))
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]int{}
	for _, s := range reading.Statements {
		quote := strings.Join(strings.Fields(s.Evidence.Quote), " ")
		rows[fmt.Sprint(quote, "|", s.Actor, "|", s.Force, "|", s.Deontic, "|", s.Aim, "|", strings.Fields(s.Object), "|", s.Polarity)]++
	}
	return rows
}

// TestFormatsGiveTheSameStatements reads one text in the formats that other
// programs made of it.
func TestFormatsGiveTheSameStatements(t *testing.T) {
	p := pipeline(t)
	want := statementRows(t, p, "../data/sample.txt")
	if len(want) < 50 {
		t.Fatalf("the sample has %d statements", len(want))
	}
	for _, name := range []string{"sample.md", "sample.html", "sample.docx", "sample.epub", "writer.pdf", "chromium.pdf", "columns.pdf"} {
		got := statementRows(t, p, filepath.Join("document/testdata", name))
		same := 0
		for row, n := range want {
			same += min(n, got[row])
			if got[row] < n {
				t.Logf("%s lacks %s", name, row)
			}
		}
		if all := max(total(want), total(got)); same*100 < all*98 {
			t.Errorf("%s: %d of %d rows are the same", name, same, all)
		}
	}
}

func total(rows map[string]int) (n int) {
	for _, count := range rows {
		n += count
	}
	return n
}
