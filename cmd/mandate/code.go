package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"mandate/ingest/statement"

	"github.com/spf13/cobra"
)

// coded are the columns that code adds, or writes over where they are there.
var coded = [...]string{"attribute", "object", "deontic", "aim"}

func (a *app) codeCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "code FILE.csv",
		Short: "Code the statements of a CSV file with the Institutional Grammar",
		Long: `Code the column "statement" of a CSV file with the Institutional Grammar and
print the file with the columns attribute, object, deontic and aim, one row for
each row, in the same order. Columns of these names are replaced and never read.
"-" reads standard input.`,
		Example: `  mandate code rules.csv > coded.csv`,
		Args:    takes(1, 1, "a CSV file"),
		RunE: func(_ *cobra.Command, args []string) error {
			in, err := a.open(args[0])
			if err != nil {
				return err
			}
			defer in.Close()
			pipeline, err := a.pipeline()
			if err != nil {
				return err
			}
			if err := codeTable(a.out, in, pipeline.Code); err != nil {
				return fmt.Errorf("code %s: %w", args[0], err)
			}
			return nil
		},
	}
}

// open opens a file for reading, or standard input for "-".
func (a *app) open(name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(a.in), nil
	}
	return os.Open(name)
}

// codeTable copies a CSV table from in to out with the coded columns filled in.
func codeTable(out io.Writer, in io.Reader, code func(string) statement.Row) error {
	rows, table := csv.NewReader(in), csv.NewWriter(out)
	head, err := rows.Read()
	if errors.Is(err, io.EOF) {
		return errors.New("the file is empty; its first line must name the columns, one of them statement")
	}
	if err != nil {
		return err
	}
	head[0] = strings.TrimPrefix(head[0], "\ufeff")
	from := slices.Index(head, "statement")
	if from < 0 {
		return fmt.Errorf("no column named statement; the columns are %s", strings.Join(head, ", "))
	}
	into := make([]int, len(coded))
	for i, name := range coded {
		if into[i] = slices.Index(head, name); into[i] < 0 {
			into[i], head = len(head), append(head, name)
		}
	}
	if err := table.Write(head); err != nil {
		return err
	}
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			table.Flush()
			return table.Error()
		}
		if err != nil {
			return err
		}
		found := code(row[from])
		row = append(row, make([]string, len(head)-len(row))...)
		for i, value := range []string{found.Attribute, found.Object, found.Deontic, found.Aim} {
			row[into[i]] = value
		}
		if err := table.Write(row); err != nil {
			return err
		}
	}
}
