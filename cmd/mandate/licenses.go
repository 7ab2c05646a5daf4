package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"mandate/data"
	"mandate/server/web"

	"github.com/spf13/cobra"
)

// licensesCommand prints what the licences of others ask to be passed on.
func (a *app) licensesCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "licenses",
		Short:   "Print the licences and notices of what this program is made with",
		Long:    "Print the licences and notices of the software in this program and in its page, and\nof the language model and the word lists.",
		Example: "  mandate licenses | less",
		Args:    takes(0, 0, "no argument"),
		RunE: func(*cobra.Command, []string) error {
			notices, err := notices()
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(a.out, notices)
			return err
		},
	}
}

// notices joins the notices of the program, of its page and of its data.
func notices() (string, error) {
	var parts []string
	for _, from := range []struct {
		files fs.FS
		names []string
	}{
		{web.Files(), []string{web.ProgramNotices, web.PageNotices}},
		{data.FS, data.Notices()},
	} {
		for _, name := range from.names {
			text, err := fs.ReadFile(from.files, name)
			if errors.Is(err, fs.ErrNotExist) {
				return "", errors.New("this program was built without the notices that belong to it: make build puts them in")
			}
			if err != nil {
				return "", fmt.Errorf("read notices: %w", err)
			}
			parts = append(parts, strings.TrimSpace(string(text)))
		}
	}
	return strings.Join(parts, "\n\n") + "\n", nil
}
