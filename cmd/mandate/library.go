package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/url"
	"strings"

	"mandate/graph"
	"mandate/graph/store"
	"mandate/ingest"
	"mandate/ingest/document"
	"mandate/query/wire"
)

// library is where documents are added and removed: a store at hand, or the
// server that holds it.
type library interface {
	// Add reads texts into the library and says what became of each, in their
	// order; again reads those that have not changed too.
	Add(ctx context.Context, sources []ingest.Source, again bool) iter.Seq[addition]
	// Import adds the quads of an N-Quads text, all or none, and says how many.
	Import(ctx context.Context, text io.Reader, n graph.Namer) (string, error)
	// IDs lists the documents.
	IDs(ctx context.Context) ([]string, error)
	// Reextract reads a document again that another version has read; dry does
	// not replace it.
	Reextract(ctx context.Context, id string, dry bool) (wire.Reextracted, error)
	// Correct stores what a person says of statements or actors.
	Correct(ctx context.Context, p wire.Proposal) ([]wire.Correction, error)
	// Remove takes a document out by its ID.
	Remove(ctx context.Context, id string) error
	Close() error
}

// addition is what became of one text.
type addition struct {
	source    ingest.Source
	added     wire.Added // empty where err is not nil; of an unchanged document its ID and title
	words     int        // that were read, 0 where a server read them
	unchanged bool
	err       error
}

func (a *app) library(ctx context.Context, f storeFlags, o store.Options) (library, error) {
	server, db, err := f.asked()
	if err != nil || server != nil {
		return server, err
	}
	o.Memory = f.memory
	st, err := store.Open(ctx, db, o)
	if err != nil {
		return nil, err
	}
	return &shelf{Store: st, pipeline: a.pipeline}, nil
}

// shelf is the library of a store.
type shelf struct {
	*store.Store
	pipeline func() (*ingest.Pipeline, error)
}

// Head tells how a document was read that is there already.
func (s *shelf) Head(id string) (graph.Document, bool) {
	return s.Store.Head(context.Background(), id)
}

func (s *shelf) Add(ctx context.Context, sources []ingest.Source, again bool) iter.Seq[addition] {
	return func(yield func(addition) bool) {
		pipeline, err := s.pipeline()
		if err != nil {
			yield(addition{source: ingest.Source{Name: "language data"}, err: err})
			return
		}
		if len(sources) > 1 {
			collectLess()
		}
		for o := range pipeline.Ingest(ctx, s, sources, again) {
			a := addition{source: o.Source, unchanged: o.Unchanged, err: o.Err}
			if o.Err == nil {
				a.added = wire.Added{Document: wire.DocumentOf(&o.Reading), Replaced: o.Replaced}
				a.words = words(o.Reading.Document.Text)
			}
			if !yield(a) {
				return
			}
		}
	}
}

// words counts the words of a text.
func words(text string) (n int) {
	for range strings.FieldsSeq(text) {
		n++
	}
	return n
}

// Add sends the texts that the server would not find unchanged. Two that would
// be one document are an error of the second.
func (r *remote) Add(ctx context.Context, sources []ingest.Source, again bool) iter.Seq[addition] {
	return func(yield func(addition) bool) {
		taken := map[string]string{}
		for _, s := range sources {
			a := r.add(ctx, s, again, taken)
			if a.err == nil {
				taken[a.added.ID] = s.Name
			}
			if !yield(a) || ctx.Err() != nil {
				return
			}
		}
	}
}

// add sends one text. URLs are fetched here: the server may not be allowed to.
func (r *remote) add(ctx context.Context, s ingest.Source, again bool, taken map[string]string) addition {
	a := addition{source: s}
	if first, twice := taken[s.ID]; twice && s.ID != "" {
		a.err = ingest.TakenError(first, s.ID)
		return a
	}
	text, err := s.Open(ctx)
	if err != nil {
		a.err = err
		return a
	}
	// Called plain, a text is still read as what its name's extension says.
	mediaType, name := cmp.Or(s.MediaType, text.MediaType, document.PlainText), cmp.Or(text.Name, s.Name)
	if s.ID != "" && !again {
		now, err := r.unchanged(ctx, s.ID, name, mediaType, text.Raw)
		if err != nil || now.Unchanged {
			a.unchanged, a.err = now.Unchanged, err
			a.added.ID, a.added.Title = s.ID, now.Title
			return a
		}
	}
	a.added, a.err = r.upload(ctx, url.Values{"id": {s.ID}, "name": {name}}, mediaType, text.Raw)
	return a
}

// unchanged asks whether the server would find what it has; one that answers
// without its index cannot tell.
func (r *remote) unchanged(ctx context.Context, id, name, mediaType string, raw []byte) (wire.Unchanged, error) {
	q := url.Values{"sha256": {document.Hash(raw)}, "name": {name}, "media_type": {mediaType}}
	now, err := fetch[wire.Unchanged](ctx, r, "documents/"+url.PathEscape(id)+"/unchanged", q)
	if ctx.Err() == nil && err != nil {
		return wire.Unchanged{}, nil // then sending the text tells what is wrong
	}
	return now, err
}

// upload sends a text and waits until it has been read.
func (r *remote) upload(ctx context.Context, q url.Values, mediaType string, raw []byte) (added wire.Added, err error) {
	body, err := r.send(ctx, http.MethodPost, "/api/v1/documents", q, mediaType, raw)
	if err != nil {
		return added, err
	}
	defer body.Close()
	if err := json.NewDecoder(body).Decode(&added); err != nil {
		return added, fmt.Errorf("read the server's answer: %w", err)
	}
	return added, nil
}

func (r *remote) Remove(ctx context.Context, id string) error {
	body, err := r.send(ctx, http.MethodDelete, "/api/v1/documents/"+url.PathEscape(id), nil, "", nil)
	if err != nil {
		return err
	}
	return body.Close()
}

// Close does nothing: the server stays.
func (r *remote) Close() error { return nil }

// closing closes a library at the end of a command and keeps the first error.
func closing(l library, err *error) { *err = errors.Join(*err, l.Close()) }
