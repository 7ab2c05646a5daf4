package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"strconv"
	"syscall"

	"mandate/data"
	"mandate/graph/store"
	"mandate/query/ask"
	"mandate/server"

	"github.com/spf13/cobra"
)

const defaultListen = "127.0.0.1:8080"

func (a *app) serveCommand() *cobra.Command {
	var db, listen string
	var o server.Options
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve a store: page, HTTP API, Cayley's API",
		Long: `Serve a store until interrupted: the page at /, Mandate's HTTP API under /api/v1
(described at /openapi.json) and Cayley's under /api/v2. The store is made where
there is none. Requests are logged on standard error.`,
		Example: `  mandate serve
  mandate serve --db policies.db --listen 127.0.0.1:9000`,
		Args: takes(0, 0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			l, err := net.Listen("tcp", listen)
			if err != nil {
				return fmt.Errorf("listen on %q: %w; choose another address with --listen", listen, reasonOf(err))
			}
			st, err := store.Open(cmd.Context(), db, store.Options{})
			if err != nil {
				return errors.Join(err, l.Close())
			}
			o.Store = st
			return errors.Join(a.serve(cmd.Context(), l, o), st.Close())
		},
	}
	cmd.Flags().StringVar(&db, "db", defaultStore, "the store: a folder, or mem:")
	cmd.Flags().StringVar(&listen, "listen", defaultListen, "address and port; port 0 for a free one")
	registerServerFlags(cmd, &o)
	return cmd
}

// registerServerFlags are what serve and demo let a person decide about a
// server.
func registerServerFlags(cmd *cobra.Command, o *server.Options) {
	cmd.Flags().StringSliceVar(&o.AllowedHosts, "allow-host", nil, "name, beside localhost and addresses, under which the server may be reached")
	cmd.Flags().Int64Var(&o.MaxUpload, "max-upload", server.DefaultMaxUpload, "bytes of the largest upload")
	cmd.Flags().BoolVar(&o.QuadWrites, "quad-writes", false, "let Cayley's API write quads")
	cmd.Flags().BoolVar(&o.FetchURLs, "fetch-urls", false, "let uploads name a URL that the server fetches")
}

// serve answers on a listener until the context ends.
func (a *app) serve(ctx context.Context, l net.Listener, o server.Options) error {
	pipeline, err := a.pipeline()
	if err != nil {
		return errors.Join(err, l.Close())
	}
	if o.Questions, err = ask.New(data.FS, pipeline.English()); err != nil {
		return errors.Join(err, l.Close())
	}
	o.Ingester = uploads{pipeline: pipeline, store: o.Store}
	o.Version = buildVersion()
	o.Log = slog.New(slog.NewTextHandler(a.err, nil))
	o.Queries = newQueries()
	defer o.Queries.Close()
	go o.Queries.Warm(o.Store.View())
	s, err := server.New(o)
	if err != nil {
		return errors.Join(err, l.Close())
	}
	address := "http://" + l.Addr().String()
	if err := o.Store.Announce(address); err != nil {
		return errors.Join(err, l.Close())
	}
	fmt.Fprintf(a.out, "Mandate is at %s (stop it with Ctrl-C)\n", address)
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
