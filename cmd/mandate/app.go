package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"syscall"

	"mandate/data"
	"mandate/ingest"

	"github.com/spf13/cobra"
)

// The exit codes of the command line contract.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

// app is the program between its three streams: what every command needs to
// build its part of the system.
type app struct {
	in       io.Reader
	out, err io.Writer
	pipeline func() (*ingest.Pipeline, error) // loads it once, when first needed
}

// readingGC is the garbage that may stand beside what is in use, in per cent,
// once texts are read: most of what reading takes is thrown away at once, and
// collecting it early costs little and keeps a long text in little memory.
const readingGC = 15

// What a store adds to reading many texts is garbage for the most part; it may
// take more memory, up to a bound on all of it together.
const (
	corpusGC     = 60
	corpusMemory = 400 << 20
)

// collectLess suits the collector to many texts that go into a store.
func collectLess() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(corpusGC)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		var now runtime.MemStats
		runtime.ReadMemStats(&now)
		debug.SetMemoryLimit(max(corpusMemory, 2*int64(now.HeapInuse))) // a large index is there already
	}
}

func newApp(in io.Reader, out, err io.Writer) *app {
	load := func() (*ingest.Pipeline, error) {
		if os.Getenv("GOGC") == "" {
			debug.SetGCPercent(readingGC)
		}
		return ingest.New(ingest.Options{Data: data.FS})
	}
	return &app{in: in, out: out, err: err, pipeline: sync.OnceValues(load)}
}

// run executes one command line and returns the exit code. The first interrupt
// asks the command to stop, a second one ends the program at once.
func (a *app) run(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)

	root := a.rootCommand()
	root.SetArgs(args)
	cmd, err := root.ExecuteContextC(ctx)
	return a.report(cmd, err)
}

// report prints an error for a person and says which exit code it is.
func (a *app) report(cmd *cobra.Command, err error) int {
	var usage usageError
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &usage):
		fmt.Fprintf(a.err, "mandate: %v\nusage: %s\nSee %q for its flags and an example.\n",
			err, cmd.UseLine(), cmd.CommandPath()+" --help")
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(a.err, "mandate: interrupted")
	default:
		fmt.Fprintln(a.err, "mandate:", err)
	}
	return exitFailed
}

func (a *app) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "mandate",
		Short: "Who is responsible for what, and which sentence says so",
		Long: `Mandate reads policy texts (strategies, treaties, resolutions, statutes) and
answers who is responsible for what, and which sentence says so.

Start with "mandate demo", or give it a text of your own:

  mandate ingest strategy.txt
  mandate who "cyber security"`,
		Args:          knownCommand,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		SilenceErrors: true,
		SilenceUsage:  true,

		DisableFlagsInUseLine:      true,
		SuggestionsMinimumDistance: 2,
	}
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(
		a.demoCommand(), a.ingestCommand(), a.serveCommand(),
		a.extractCommand(), a.codeCommand(),
		a.whoCommand(), a.whatCommand(), a.askCommand(), a.gapsCommand(), a.compareCommand(), a.verifyCommand(), a.pathCommand(), a.nearCommand(), a.queryCommand(),
		a.reviewCommand(), a.actorCommand(), a.correctionsCommand(), a.agreementCommand(),
		a.exportCommand(), a.importCommand(), a.statsCommand(), a.removeCommand(), a.compactCommand(), a.reextractCommand(),
		a.versionCommand(), a.parseCommand(), a.openapiCommand(), a.licensesCommand(), a.mcpCommand(), a.queryWorkerCommand(),
	)
	return root
}

// usageError is a command line that asks for something that does not exist.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// knownCommand fails for a first word that is no command.
func knownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return usagef("unknown command %q; did you mean %s?", args[0], strings.Join(near, " or "))
	}
	return usagef("unknown command %q", args[0])
}

// takes checks the number of arguments; at most max, or any number where max
// is negative. want names them for the message.
func takes(min, max int, want string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) < min:
			return usagef("%s is missing", want)
		case max >= 0 && len(args) > max:
			return usagef("%d arguments given, wanted %s (put quotation marks round a name of several words)", len(args), want)
		}
		return nil
	}
}
