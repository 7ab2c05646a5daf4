package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"text/tabwriter"

	"mandate/graph/store"
	"mandate/ingest"
	"mandate/query/wire"

	"github.com/spf13/cobra"
)

func (a *app) reextractCommand() *cobra.Command {
	var from readFlags
	var dry bool
	cmd := &cobra.Command{
		Use:   "reextract [DOC…]",
		Short: "Read documents again that another version has read",
		Long: `Read documents again, from their stored text, that another version of the rules,
word lists or language model has read: all of them, or those named by their IDs.
Each is replaced as a whole, and a table tells what that changed.`,
		Example: `  mandate reextract --dry-run
  mandate reextract strategy-txt`,
		Args: takes(0, -1, "document IDs"),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			l, err := a.library(cmd.Context(), from.storeFlags, store.Options{MustExist: true})
			if err != nil {
				return err
			}
			defer closing(l, &err)
			if len(args) == 0 {
				if args, err = l.IDs(cmd.Context()); err != nil {
					return err
				}
			}
			return a.reextract(cmd.Context(), l, args, dry, from.json)
		},
	}
	from.register(cmd)
	cmd.Flags().BoolVar(&dry, "dry-run", false, "tell what would change and change nothing")
	return cmd
}

// reextract reads documents again and says what became of each.
func (a *app) reextract(ctx context.Context, l library, ids []string, dry, asJSON bool) error {
	t := tally{a: a, texts: len(ids)}
	bar := a.progress(len(ids), int64(len(ids)))
	var done []wire.Reextracted
	for _, id := range ids {
		r, err := l.Reextract(ctx, id, dry)
		bar.clear()
		switch {
		case err != nil:
			t.fail(id, err)
		case !r.Current:
			done = append(done, r)
		}
		if ctx.Err() != nil {
			break
		}
		bar.advance(1, 0)
	}
	bar.clear()
	if asJSON {
		if err := printJSON(a.out, done); err != nil {
			return err
		}
		return t.err()
	}
	fmt.Fprintf(a.err, "%d of %s had been read by another version\n", len(done), count(len(ids), "document"))
	if len(done) == 0 {
		return t.err()
	}
	table := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "DOCUMENT\tBEFORE\tAFTER\tADDED\tGONE\tCHANGED\tREAD BY")
	for _, r := range done {
		fmt.Fprintf(table, "%s\t%d\t%d\t%d\t%d\t%d\t%s, %s\n", r.ID, r.Before, r.After, r.Added, r.Gone, r.Changed, r.Extractor, r.Model)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	return t.err()
}

// reextract reads a stored document again, unless this version has read it, and
// replaces it.
func reextract(ctx context.Context, p *ingest.Pipeline, st *store.Store, id string, dry bool) (wire.Reextracted, error) {
	if err := st.Unindexed(); err != nil {
		return wire.Reextracted{}, err
	}
	before, ok := st.View().Uncorrected(id)
	if !ok {
		return wire.Reextracted{}, fmt.Errorf("read %s again: %w", id, store.ErrNotFound)
	}
	if p.Current(&before.Document) {
		r := wire.ReextractedOf(before, before)
		r.Current = true
		return r, nil
	}
	after, err := p.Reread(ctx, before.Document)
	if err != nil {
		return wire.Reextracted{}, err
	}
	if !dry {
		if _, err := st.Put(ctx, after); err != nil {
			return wire.Reextracted{}, err
		}
	}
	return wire.ReextractedOf(before, &after), nil
}

func (s *shelf) Reextract(ctx context.Context, id string, dry bool) (wire.Reextracted, error) {
	pipeline, err := s.pipeline()
	if err != nil {
		return wire.Reextracted{}, err
	}
	return reextract(ctx, pipeline, s.Store, id, dry)
}

func (s *shelf) IDs(context.Context) ([]string, error) {
	if err := s.Unindexed(); err != nil {
		return nil, err
	}
	var ids []string
	for _, r := range s.View().Readings() {
		ids = append(ids, r.Document.ID)
	}
	return ids, nil
}

func (r *remote) Reextract(ctx context.Context, id string, dry bool) (wire.Reextracted, error) {
	var done wire.Reextracted
	path := "/api/v1/documents/" + url.PathEscape(id) + "/reextract"
	body, err := r.send(ctx, http.MethodPost, path, url.Values{"dry_run": {strconv.FormatBool(dry)}}, "", nil)
	if err != nil {
		return done, err
	}
	defer body.Close()
	if err := json.NewDecoder(body).Decode(&done); err != nil {
		return done, fmt.Errorf("read the server's answer: %w", err)
	}
	return done, nil
}

func (r *remote) IDs(ctx context.Context) ([]string, error) {
	documents, err := fetchAll[wire.Document](ctx, r, "documents", url.Values{})
	var ids []string
	for _, d := range documents {
		ids = append(ids, d.ID)
	}
	return ids, err
}
