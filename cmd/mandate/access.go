package main

import (
	"errors"
	"fmt"
	"net"
	"os"
	"runtime"
	"strings"
	"unicode"

	"mandate/query/gizmo"
	"mandate/server"

	"github.com/spf13/cobra"
)

// serverFlags are what serve and demo let a person decide about a server.
type serverFlags struct {
	server.Options
	memory            int64 // that the index may take
	listen, tokenFile string
	open              bool
}

func (f *serverFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.listen, "listen", defaultListen, "address and port; port 0 for a free one")
	flags.StringVar(&f.tokenFile, "token-file", "", "file with the token that whoever changes something must send")
	flags.BoolVar(&f.open, "open", false, "listen for other machines without a token: let everybody change what is stored")
	flags.StringSliceVar(&f.AllowedHosts, "allow-host", nil, "name, beside localhost and addresses, under which the server may be reached")
	flags.StringSliceVar(&f.Origins, "cors", nil, "other site, such as https://example.org, whose pages may read answers, and write with the token")
	flags.Int64Var(&f.MaxUpload, "max-upload", server.DefaultMaxUpload, "bytes of the largest upload")
	flags.BoolVar(&f.QuadWrites, "quad-writes", false, "let Cayley's API write quads")
	f.Query = gizmo.DefaultLimits()
	flags.DurationVar(&f.Query.Time, "query-timeout", f.Query.Time, "stop a Gizmo or GraphQL query after this time")
	flags.Var(memory{&f.Query.Memory}, "query-memory", "stop such a query at this memory, beside the graph")
	memoryFlag(flags, &f.memory)
	flags.BoolVar(&f.FetchURLs, "fetch-urls", false, "let uploads name a URL that the server fetches")
}

// decide reads the token and refuses to let everybody write unless told to.
func (f *serverFlags) decide() (err error) {
	if f.tokenFile != "" {
		if f.Token, err = readToken(f.tokenFile); err != nil {
			return err
		}
	}
	if f.Token == "" && !f.open && !isLoopback(f.listen) {
		return usagef("other machines can reach --listen %s: give --token-file FILE, so that only who has the token can change "+
			"what is stored, or --open to let everybody change it", f.listen)
	}
	return nil
}

// isLoopback tells addresses that this machine alone can reach. An address
// without a host is that of all networks.
func isLoopback(listen string) bool {
	address, err := net.ResolveTCPAddr("tcp", listen)
	return err != nil || address.IP.IsLoopback() // listening says better what is wrong with it
}

// leastToken is how long a token must be at least: one that can be guessed
// protects nothing.
const leastToken = 16

// readToken reads a token from the one line of a file that nobody else can
// read.
func readToken(path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", fmt.Errorf("--token-file: %w", err)
	}
	if others := info.Mode().Perm() & 0o077; others != 0 && runtime.GOOS != "windows" {
		return "", fmt.Errorf("--token-file: others can read or change %s: chmod 600 it", path)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return "", fmt.Errorf("--token-file: %w", err)
	}
	token := strings.TrimSpace(string(raw))
	return token, checkToken(token)
}

func checkToken(token string) error {
	odd := func(r rune) bool { return r > unicode.MaxASCII || unicode.IsSpace(r) || unicode.IsControl(r) }
	switch {
	case len(token) < leastToken:
		return fmt.Errorf("the token has fewer than %d characters: make one with, say, openssl rand -hex 32", leastToken)
	case strings.ContainsFunc(token, odd):
		return errors.New("the token must be one word of ASCII characters")
	}
	return nil
}

// tokenVariable is the environment variable with the token for a server that is
// asked.
const tokenVariable = "MANDATE_TOKEN"

// tokenFor is the token to send to a server: that of a file, else that of the
// environment; empty for none.
func tokenFor(file string) (string, error) {
	if file != "" {
		return readToken(file)
	}
	return strings.TrimSpace(os.Getenv(tokenVariable)), nil
}
