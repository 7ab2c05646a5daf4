package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"mandate/graph"
	"mandate/graph/store"
	"mandate/ingest"
	"mandate/ingest/document"
	"mandate/query/wire"
	"mandate/server"
)

// uploads is the ingester of a server: it reads what is sent into its store.
type uploads struct {
	pipeline func() (*ingest.Pipeline, error) // loads it once, when first needed
	store    *store.Store
}

var _ server.Ingester = uploads{}

// Ingest reads one upload; faults of the text become the server's errors.
func (u uploads) Ingest(ctx context.Context, up server.Upload) (*graph.Reading, bool, error) {
	pipeline, err := u.pipeline()
	if err != nil {
		return nil, false, err
	}
	reading, err := pipeline.Read(ctx, sourceOf(up))
	if err != nil {
		return nil, false, faultOf(err)
	}
	if up.Progress != nil {
		up.Progress(server.Storing, 0)
	}
	replaced, err := u.store.Put(ctx, reading)
	return &reading, replaced, err
}

// Unchanged compares what is stored with what reading would find.
func (u uploads) Unchanged(id string, up server.Upload, sha256 string) (title string, same bool, err error) {
	head, there := u.store.Head(context.Background(), graph.Slug(id))
	if !there {
		return "", false, nil
	}
	pipeline, err := u.pipeline()
	if err != nil || !pipeline.Finds(&head, ingest.Source{Name: up.Name, MediaType: stated(up.MediaType)}, sha256) {
		return "", false, err
	}
	return head.Title, true, nil
}

// stated is the media type that a sender insists on: texts of which it does not
// know better are sent as plain ones.
func stated(mediaType string) string {
	if mediaType == document.PlainText {
		return ""
	}
	return mediaType
}

// Reextract reads a stored document again.
func (u uploads) Reextract(ctx context.Context, id string, dry bool) (wire.Reextracted, error) {
	pipeline, err := u.pipeline()
	if err != nil {
		return wire.Reextracted{}, err
	}
	return reextract(ctx, pipeline, u.store, id, dry)
}

// sourceOf is an upload as the pipeline reads it.
func sourceOf(up server.Upload) ingest.Source {
	source := ingest.Fetcher{}.FromURL(up.URL)
	if up.URL == "" {
		source = ingest.FromText(cmp.Or(up.Name, up.Title, "upload"), up.MediaType, up.Raw)
	}
	source.ID, source.Title = cmp.Or(up.ID, source.ID), up.Title
	if up.Progress != nil {
		source.Progress = func(stage ingest.Stage, share float64) { up.Progress(stages[stage], share) }
	}
	return source
}

// stages are those of the pipeline as the server calls them.
var stages = map[ingest.Stage]server.Stage{
	ingest.Opening: server.Opening, ingest.Parsing: server.Parsing, ingest.Understanding: server.Understanding,
}

// faultOf says whose fault an error is: of the text, unless the request was
// given up.
func faultOf(err error) error {
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, document.ErrTooLarge):
		return fmt.Errorf("%w: %w", server.ErrTooLarge, err)
	case errors.Is(err, document.ErrUnsupported):
		return fmt.Errorf("%w: %w", server.ErrUnsupported, err)
	}
	return fmt.Errorf("%w: %w", server.ErrUnreadable, err)
}
