package main

import (
	"os"
	"runtime"

	"mandate/query/sandbox"

	"github.com/spf13/cobra"
)

const workerName = "query-worker"

// queryWorkerCommand is the process that the program starts for queries that
// could take much memory.
func (a *app) queryWorkerCommand() *cobra.Command {
	return &cobra.Command{
		Use:    workerName + " FILE",
		Short:  "Answer queries on the file of an index, for another process",
		Hidden: true,
		Args:   takes(1, 1, "a file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return sandbox.Work(cmd.Context(), args[0], a.in, a.out)
		},
	}
}

// newQueries makes a runner of queries whose workers are this program.
func newQueries() *sandbox.Runner {
	return sandbox.New(sandbox.Options{Command: sandbox.Command{Path: ownPath(), Args: []string{"mandate", workerName}}})
}

// ownPath is where the program is. On Linux it can be named even after a newer
// version has been installed in its place.
func ownPath() string {
	const self = "/proc/self/exe"
	if _, err := os.Stat(self); runtime.GOOS == "linux" && err == nil {
		return self
	}
	path, err := os.Executable()
	if err != nil {
		return os.Args[0]
	}
	return path
}
