package sheet

import (
	"encoding/csv"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"mandate/ingest/document"
	"mandate/ingest/statement"
)

// echo codes a row so that a test sees what was coded.
func echo(text string) statement.Row {
	return statement.Row{Attribute: "A" + text, Object: "B", Deontic: "D", Aim: "I", Condition: "C,c", Constraint: "X", Force: "goal"}
}

func TestCode(t *testing.T) {
	const added = "attribute,object,deontic,aim,condition,constraint,force"
	tests := []struct{ name, in, want string }{
		{"columns are added", "statement\nx\n", "statement," + added + "\nx,Ax,B,D,I,\"C,c\",X,goal\n"},
		{"columns are replaced where they stand", "Aim,n,STATEMENT\ngold,7,x\n",
			"aim,n,STATEMENT,attribute,object,deontic,condition,constraint,force\nI,7,x,Ax,B,D,\"C,c\",X,goal\n"},
		{"a column twice", "aim,statement,aim\ng,x,h\n",
			"aim,statement,aim,attribute,object,deontic,condition,constraint,force\nI,x,I,Ax,B,D,\"C,c\",X,goal\n"},
		{"spaces around names", " statement , n\nx,1\n", "statement,n," + added + "\nx,1,Ax,B,D,I,\"C,c\",X,goal\n"},
		{"byte order mark and Windows line ends", "\uFEFFstatement\r\nx\r\n", "statement," + added + "\nx,Ax,B,D,I,\"C,c\",X,goal\n"},
		{"semicolons", "n;statement\n1;x, y\n",
			"n;statement;" + strings.ReplaceAll(added, ",", ";") + "\n1;x, y;Ax, y;B;D;I;C,c;X;goal\n"},
		{"tabs", "n\tstatement\n1\tx\n",
			"n\tstatement\t" + strings.ReplaceAll(added, ",", "\t") + "\n1\tx\tAx\tB\tD\tI\tC,c\tX\tgoal\n"},
		{"commas in other names of a sheet parted by bars", "a,b|statement\n1|x\n",
			"a,b|statement|" + strings.ReplaceAll(added, ",", "|") + "\n1|x|Ax|B|D|I|C,c|X|goal\n"},
		{"quotes and lines", "statement\n\"say \"\"x\"\",\nplease\"\n",
			"statement," + added + "\n\"say \"\"x\"\",\nplease\",\"Asay \"\"x\"\",\nplease\",B,D,I,\"C,c\",X,goal\n"},
		{"an empty cell is a row", "n,statement\n1,\n", "n,statement," + added + "\n1,,A,B,D,I,\"C,c\",X,goal\n"},
		{"empty cells too many", "statement,n\nx,1,,\n", "statement,n," + added + "\nx,1,Ax,B,D,I,\"C,c\",X,goal\n"},
		{"Windows-1252", "statement\nd\xe9j\xe0\n", "statement," + added + "\ndéjà,Adéjà,B,D,I,\"C,c\",X,goal\n"},
		{"no row", "statement\n", "statement," + added + "\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var out strings.Builder
			done, err := Code(&out, strings.NewReader(tt.in), echo)
			if err != nil || out.String() != tt.want || done.Long != 0 {
				t.Errorf("got %q, %+v, %v\nwant %q", out.String(), done, err, tt.want)
			}
		})
	}
}

func TestCodeUTF16(t *testing.T) {
	in := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune("statement\tn\nélan\t1\n")) {
		in = append(in, byte(u), byte(u>>8))
	}
	var out strings.Builder
	if _, err := Code(&out, strings.NewReader(string(in)), echo); err != nil || !strings.Contains(out.String(), "\nélan\t1\tAélan\t") {
		t.Errorf("got %q, %v", out.String(), err)
	}
}

func TestCodeErrors(t *testing.T) {
	tests := []struct {
		name, in string
		is       error
		says     string
	}{
		{"empty", " \n", ErrSheet, "the file is empty; its first line must name the columns"},
		{"no column", "text;number\na;1\n", ErrSheet, "the columns are text, number"},
		{"two columns", "statement,Statement\na,b\n", ErrSheet, "2 columns are named statement"},
		{"too few cells", "statement,n\na,1\nb\n", ErrSheet, "line 3 has 1 cells and the first line 2"},
		{"too many cells", "statement\nkeep, and show\n", ErrSheet, "must stand in quotes"},
		{"a stray quote", "statement\na 5\" pipe\n", ErrSheet, "line 2, byte 4"},
		{"a quote that is not closed", "statement,n\n\"a,1\nb,2\n", ErrSheet, "of the row that begins on line 2"},
		{"a spreadsheet", "PK\x03\x04statement", document.ErrBinary, "saved as CSV"},
		{"damaged UTF-8", "statement\ncaf\xc3\xa9 caf\xc3\n", document.ErrEncoding, "offset"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Code(&strings.Builder{}, strings.NewReader(tt.in), echo)
			if !errors.Is(err, tt.is) || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("got %v, want %v with %q", err, tt.is, tt.says)
			}
		})
	}
}

func TestLongStatements(t *testing.T) {
	coded := 0
	short := func(text string) statement.Row {
		coded = len(text)
		return statement.Row{}
	}
	cell := strings.Repeat("keep the lights burning ", 10<<20/24)
	var out strings.Builder
	done, err := Code(&out, strings.NewReader("statement\n"+cell+"\n"), short)
	if err != nil || done != (Report{Rows: 1, Long: 1}) {
		t.Fatalf("%+v, %v", done, err)
	}
	if coded > MaxStatement || coded < MaxStatement/2 {
		t.Errorf("%d bytes were coded", coded)
	}
	if !strings.Contains(out.String(), cell) {
		t.Error("the cell itself was cut")
	}
}

// FuzzCode reads odd sheets: what comes out has the same rows again.
func FuzzCode(f *testing.F) {
	for _, in := range []string{"statement\na\n", "n;statement\r\n1;\"x;\ny\"\r\n", "\xff\xfes\x00t\x00", "aim,statement,aim\n,,\n", "statement|n\n\"\"|\"\n", "\n\nstatement\n\n\na", "statement,\n\"a\"\"\",\n"} {
		f.Add(in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		var out strings.Builder
		done, err := Code(&out, strings.NewReader(in), echo)
		if err != nil {
			return
		}
		again, err := open(out.String())
		if err != nil {
			t.Fatalf("%q became %q: %v", in, out.String(), err)
		}
		rows, err := again.rows.ReadAll()
		if err != nil || len(rows) != done.Rows {
			t.Fatalf("%q has %d rows, %q %d: %v", in, done.Rows, out.String(), len(rows), err)
		}
		for _, row := range rows {
			if len(row) != len(again.head) || row[again.into[0][0]] != csvText("A"+row[again.statement]) {
				t.Errorf("%q became %q", in, out.String())
			}
		}
	})
}

// csvText is text as a CSV file gives it back.
func csvText(text string) string {
	var out strings.Builder
	w := csv.NewWriter(&out)
	if err := w.Write([]string{text, ""}); err != nil {
		return text
	}
	w.Flush()
	row, err := csv.NewReader(strings.NewReader(out.String())).Read()
	if err != nil {
		return text
	}
	return row[0]
}
