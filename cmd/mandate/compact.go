package main

import (
	"errors"
	"fmt"

	"mandate/graph/store"

	"github.com/spf13/cobra"
)

func (a *app) compactCommand() *cobra.Command {
	var from storeFlags
	cmd := &cobra.Command{
		Use:   "compact",
		Short: "Give back the disk space of what was removed and replaced",
		Long: `Write the store anew with what it holds. Removed documents and earlier versions
of replaced ones leave some of their space taken until then. No other program
may have the store open. If the command is ended early, the store is as before.`,
		Example: "  mandate compact --db policies.db",
		Args:    takes(0, 0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			server, db, err := from.asked()
			if err != nil {
				return err
			}
			if server != nil {
				return errors.New("a store is compacted where it lies, while no server has it open: give its folder with --db")
			}
			before, after, err := store.Compact(cmd.Context(), db)
			if err != nil {
				return err
			}
			fmt.Fprintf(a.out, "compacted from %.1f to %.1f MB\n", float64(before)/1e6, float64(after)/1e6)
			return nil
		},
	}
	from.register(cmd)
	return cmd
}
