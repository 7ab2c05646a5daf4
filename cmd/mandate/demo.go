package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"

	"mandate/data"
	"mandate/graph/store"
	"mandate/ingest"

	"github.com/spf13/cobra"
)

// sampleFile is the document in data that the demonstration shows.
const sampleFile = "sample.txt"

func (a *app) demoCommand() *cobra.Command {
	var db string
	var f serverFlags
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Show the sample document in the browser",
		Long: `Read the sample document that ships with Mandate into a fresh store, serve it and
print the address. The store is temporary and gone when the demonstration is
stopped, unless --db names one to keep.`,
		Example: `  mandate demo
  mandate demo --listen 127.0.0.1:0`,
		Args: takes(0, 0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := f.decide(); err != nil {
				return err
			}
			l, err := demoListener(f.listen, cmd.Flags().Changed("listen"))
			if err != nil {
				return fmt.Errorf("listen on %q: %w; choose another address with --listen", f.listen, reasonOf(err))
			}
			return a.demo(cmd.Context(), l, db, f)
		},
	}
	cmd.Flags().StringVar(&db, "db", "", "a store to keep, in place of a temporary one")
	f.register(cmd)
	return cmd
}

// demoListener goes to the next free port where nobody asked for a certain one.
func demoListener(address string, asked bool) (net.Listener, error) {
	if asked {
		return net.Listen("tcp", address)
	}
	return listenNear(address)
}

// demo serves the sample from a store that it removes at the end, unless db
// names one.
func (a *app) demo(ctx context.Context, l net.Listener, db string, f serverFlags) (err error) {
	if db == "" {
		scratch, err := os.MkdirTemp("", "mandate-demo-")
		if err != nil {
			return errors.Join(fmt.Errorf("make a temporary store: %w", err), l.Close())
		}
		defer os.RemoveAll(scratch)
		db = filepath.Join(scratch, "store")
	}
	o := f.Options
	o.Store, err = store.Open(ctx, db, store.Options{Memory: f.memory})
	if err != nil {
		return errors.Join(err, l.Close())
	}
	if err := a.ingestSample(ctx, o.Store); err != nil {
		return errors.Join(err, l.Close(), o.Store.Close())
	}
	return errors.Join(a.serve(ctx, l, o), o.Store.Close())
}

func (a *app) ingestSample(ctx context.Context, st *store.Store) error {
	raw, err := fs.ReadFile(data.FS, sampleFile)
	if err != nil {
		return fmt.Errorf("open the sample: %w", err)
	}
	return a.ingest(ctx, &shelf{st, a.pipeline}, []ingest.Source{ingest.FromText("sample.txt", "", raw)}, false)
}
