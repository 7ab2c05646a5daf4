package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"

	"mandate/graph"
	"mandate/graph/store"

	"github.com/spf13/cobra"
)

func (a *app) importCommand() *cobra.Command {
	var into storeFlags
	var names graph.Namer
	cmd := &cobra.Command{
		Use:   "import FILE|-…",
		Short: "Read N-Quads into a store",
		Long: `Read RDF 1.1 N-Quads, compressed by gzip or not, into a store, which is made where
there is none; "-" is standard input. Quads are added to what is there; those
that are there already change nothing, and those without a label belong to the
document "imported". Each file is taken as a whole or not at all: an error names
its line, and the files after it are not read. A server takes a file too, where
it runs with --quad-writes, within its limit of --max-upload.

What "mandate export" wrote as N-Quads comes back as the same documents.`,
		Example: `  mandate import graph.nq.gz
  mandate export | mandate import --db copy.db -`,
		Args: takes(1, -1, "an N-Quads file or -"),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			l, err := a.library(cmd.Context(), into, store.Options{})
			if err != nil {
				return err
			}
			defer closing(l, &err)
			for _, name := range args {
				if err := a.importFile(cmd.Context(), l, name, names); err != nil {
					return fmt.Errorf("%s: %w", name, err)
				}
			}
			return nil
		},
	}
	into.register(cmd)
	cmd.Flags().StringVar(&names.Base, "base", graph.DefaultBase, "what our IRIs start with in the file")
	return cmd
}

func (a *app) importFile(ctx context.Context, into library, name string, n graph.Namer) (err error) {
	in := io.NopCloser(a.in)
	if name != "-" {
		if in, err = os.Open(name); err != nil {
			return reasonOfPath(err)
		}
		defer in.Close()
	}
	text, err := unzipped(in)
	if err != nil {
		return err
	}
	done, err := into.Import(ctx, text, n)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.out, "imported %s: %s\n", name, done)
	return nil
}

// unzipped reads what gzip compressed, and anything else as it is.
func unzipped(r io.Reader) (io.Reader, error) {
	in := bufio.NewReaderSize(r, 1<<16)
	if magic, _ := in.Peek(2); !bytes.Equal(magic, []byte{0x1f, 0x8b}) { // too short is not gzip either
		return in, nil
	}
	return gzip.NewReader(in)
}

// reasonOfPath is why a file could not be opened, without its name.
func reasonOfPath(err error) error {
	if path, ok := errors.AsType[*os.PathError](err); ok {
		return path.Err
	}
	return err
}

// Import reads N-Quads into the store and says how many.
func (s *shelf) Import(ctx context.Context, r io.Reader, n graph.Namer) (string, error) {
	done, err := s.Store.Import(ctx, graph.ReadNQuads(r, n))
	return fmt.Sprintf("%s, %d of them new", count(done.Quads, "quad"), done.New), err
}

// Import checks N-Quads and sends them to the server in one request.
func (r *remote) Import(ctx context.Context, text io.Reader, n graph.Namer) (string, error) {
	var body bytes.Buffer
	quads := 0
	for q, err := range graph.ReadNQuads(text, n) {
		if err != nil {
			return "", err
		}
		line, err := graph.CayleyNQuad(q)
		if err != nil {
			return "", fmt.Errorf("%w; import it where the store is, with --db", err)
		}
		quads++
		body.WriteString(line)
	}
	answer, err := r.send(ctx, http.MethodPost, "/api/v2/write", nil, "application/n-quads", body.Bytes())
	if err != nil {
		return "", err
	}
	return count(quads, "quad"), answer.Close()
}
