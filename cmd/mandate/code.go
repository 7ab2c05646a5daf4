package main

import (
	"fmt"
	"io"
	"os"

	"mandate/ingest/sheet"

	"github.com/spf13/cobra"
)

func (a *app) codeCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "code FILE.csv",
		Short: "Code the statements of a CSV file with the Institutional Grammar",
		Long: `Code the column "statement" of a CSV file with the Institutional Grammar and
print the file with the columns attribute, object, deontic, aim, condition,
constraint and force, one row for each row, in the same order. Columns of these
names are replaced and never read. Commas, semicolons, tabs and bars may part the
columns. "-" reads standard input.`,
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
			done, err := sheet.Code(a.out, in, pipeline.Code)
			if err != nil {
				return fmt.Errorf("code %s: %w", args[0], err)
			}
			if done.Long > 0 {
				fmt.Fprintf(a.err, "%s: %s longer than %d KiB: only the beginning was coded\n", args[0], count(done.Long, "statement"), sheet.MaxStatement>>10)
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
