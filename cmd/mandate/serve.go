package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"strconv"
	"syscall"

	"mandate/graph/store"
	"mandate/query"
	"mandate/server"

	"github.com/spf13/cobra"
)

const defaultListen = "127.0.0.1:8080"

func (a *app) serveCommand() *cobra.Command {
	var db string
	var f serverFlags
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve a store: page, HTTP API, Cayley's API",
		Long: `Serve a store until interrupted: the page at /, Mandate's HTTP API under /api/v1
(described at /openapi.json) and Cayley's under /api/v2. The store is made where
there is none. Requests are logged on standard error.

Other machines can reach the server where --listen says so; then --token-file
names a file with a token (16 characters at least, readable to nobody else)
that whoever changes something must send, or --open lets everybody do so.`,
		Example: `  mandate serve
  mandate serve --db policies.db --listen 127.0.0.1:9000
  mandate serve --listen :8080 --allow-host policies.example.org --token-file token`,
		Args: takes(0, 0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := f.decide(); err != nil {
				return err
			}
			l, err := net.Listen("tcp", f.listen)
			if err != nil {
				return fmt.Errorf("listen on %q: %w; choose another address with --listen", f.listen, reasonOf(err))
			}
			st, err := store.Open(cmd.Context(), db, store.Options{Memory: f.memory})
			if err != nil {
				return errors.Join(err, l.Close())
			}
			f.Store = st
			return errors.Join(a.serve(cmd.Context(), l, f.Options), st.Close())
		},
	}
	cmd.Flags().StringVar(&db, "db", defaultStore, "the store: a folder, mem:, or postgres://USER@HOST/DATABASE")
	f.register(cmd)
	return cmd
}

// serve answers on a listener until the context ends.
func (a *app) serve(ctx context.Context, l net.Listener, o server.Options) error {
	questions := a.questions()
	o.Questions, o.Views = questions, new(query.Views)
	o.Ingester = uploads{pipeline: a.pipeline, store: o.Store}
	o.Version = buildVersion()
	o.Readers = func() (extractor, model string, err error) {
		pipeline, err := a.pipeline()
		if err != nil {
			return "", "", err
		}
		return pipeline.Extractor(), pipeline.Model(), nil
	}
	o.Log = slog.New(slog.NewTextHandler(a.err, nil))
	o.Queries = newQueries()
	defer o.Queries.Close()
	o.Agents = newAgentHandler(o.Store, &o, questions, o.Queries)
	s, err := server.New(o)
	if err != nil {
		return errors.Join(err, l.Close())
	}
	address := "http://" + l.Addr().String()
	if err := o.Store.Announce(address); err != nil {
		return errors.Join(err, l.Close())
	}
	fmt.Fprintf(a.out, "Mandate is at %s (stop it with Ctrl-C)\n", address)
	// The first answer waits for neither; what fails is told to who needs it.
	go func() {
		o.Queries.Warm(o.Store.View())
		_, _ = questions()
		if o.Store.Unindexed() == nil {
			o.Views.Of(o.Store.View()).Warm()
		}
	}()
	return s.Run(ctx, l)
}

// portsToTry is how many ports from the default one on are tried where the
// first are taken.
const portsToTry = 20

// listenNear listens on an address; where its port is taken, on the next free
// one.
func listenNear(address string) (net.Listener, error) {
	host, service, err := net.SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	first, err := strconv.Atoi(service)
	if err != nil {
		return nil, err
	}
	for port := first; ; port++ {
		l, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(port)))
		if !errors.Is(err, syscall.EADDRINUSE) || port == first+portsToTry {
			return l, err
		}
	}
}

// reasonOf is why listening failed, without the address.
func reasonOf(err error) error {
	if op, ok := errors.AsType[*net.OpError](err); ok {
		return op.Err
	}
	return err
}
