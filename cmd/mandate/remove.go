package main

import (
	"fmt"

	"mandate/graph/store"

	"github.com/spf13/cobra"
)

func (a *app) removeCommand() *cobra.Command {
	var from storeFlags
	cmd := &cobra.Command{
		Use:     "remove DOC…",
		Short:   "Remove documents and all their statements from a store",
		Long:    `Remove documents, named by their IDs ("mandate stats" lists them), and all their statements.`,
		Example: `  mandate remove strategy-txt`,
		Args:    takes(1, -1, "a document ID"),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			l, err := a.library(cmd.Context(), from, store.Options{MustExist: true})
			if err != nil {
				return err
			}
			defer closing(l, &err)
			for _, id := range args {
				if err := l.Remove(cmd.Context(), id); err != nil {
					return err
				}
				fmt.Fprintln(a.out, "removed", id)
			}
			return nil
		},
	}
	from.register(cmd)
	return cmd
}
