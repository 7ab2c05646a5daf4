package ingest

import (
	"context"
	"fmt"
	"iter"
	"path/filepath"
	"time"

	"mandate/graph"
	"mandate/ingest/document"
)

// Store is where readings go, and what it holds already.
type Store interface {
	// PutAll keeps readings, each in place of the document of its ID: all of
	// them or, with an error, none.
	PutAll(ctx context.Context, readings []graph.Reading) (replaced int, err error)
	// Head tells how the document of an ID was read: its source, media type,
	// hashes and versions.
	Head(id string) (graph.Document, bool)
}

// Ingest reads sources as ReadAll does and puts the readings into the store. A
// document is not read where the store holds what reading its file would find,
// unless again says so. Two sources that would be the same document are an error
// of the second. When the context ends, what has been read is still stored.
func (p *Pipeline) Ingest(ctx context.Context, store Store, sources []Source, again bool) iter.Seq[Outcome] {
	return func(yield func(Outcome) bool) {
		in := &ingestion{Pipeline: p, store: store, again: again, taken: map[string]string{}}
		arriving, done := make(chan Outcome), make(chan struct{})
		defer close(done)
		go func() {
			defer close(arriving)
			for o := range inOrder(ctx, sources, in.read) {
				select {
				case arriving <- o:
				case <-done:
					return
				}
			}
		}()
		for batch := range batches(arriving) {
			in.put(context.WithoutCancel(ctx), batch)
			for _, o := range batch {
				if !yield(o) {
					return
				}
			}
		}
	}
}

// A transaction costs much the same for one short document as for many:
// readings are gathered until there is so much text of them, or for so long.
const (
	batchBytes = 512 << 10
	batchTime  = time.Second
)

func batches(arriving <-chan Outcome) iter.Seq[[]Outcome] {
	return func(yield func([]Outcome) bool) {
		for first := range arriving {
			batch, size := []Outcome{first}, len(first.Reading.Document.Text)
			due := time.After(batchTime)
		gather:
			for size < batchBytes {
				select {
				case o, more := <-arriving:
					if !more {
						break gather
					}
					batch, size = append(batch, o), size+len(o.Reading.Document.Text)
				case <-due:
					break gather
				}
			}
			if !yield(batch) {
				return
			}
		}
	}
}

// ingestion is one call of Ingest.
type ingestion struct {
	*Pipeline
	store Store
	again bool
	taken map[string]string // document ID: name of its source
}

// read reads a source, unless the store holds what that would find. The hash
// that tells so is of the file: one of the text could be had only by reading
// the file, which for a PDF is much of the work.
func (in *ingestion) read(ctx context.Context, s Source) Outcome {
	o := Outcome{Source: s}
	text, err := s.Open(ctx)
	if err != nil {
		o.Err = err
		return o
	}
	hash := document.Hash(text.Raw)
	if head, same := in.unchanged(graph.Slug(s.ID), s, hash); same {
		o.Unchanged, o.Reading.Document = true, head
		return o
	}
	doc, err := documentOf(ctx, &in.documents, s, text)
	if err != nil {
		o.Err = err
		return o
	}
	// Some documents say only themselves what their ID is.
	if head, same := in.unchanged(doc.ID, s, hash); same {
		o.Unchanged, o.Reading.Document = true, head
		return o
	}
	o.Reading, o.Err = in.understand(ctx, doc, s.Progress)
	return o
}

// unchanged finds the document that a source was read into before, where
// reading it again would find the same.
func (in *ingestion) unchanged(id string, s Source, hash string) (graph.Document, bool) {
	head, there := in.store.Head(id)
	return head, there && !in.again && in.Finds(&head, s, hash)
}

// Finds tells whether reading a source, whose file has this hash, would find
// what the document of this head was read into.
func (p *Pipeline) Finds(head *graph.Document, s Source, hash string) bool {
	return head.FileSHA256 == hash && p.Current(head) &&
		(s.Title == "" || s.Title == head.Title) &&
		(s.MediaType == "" || s.MediaType == head.MediaType) &&
		filepath.Ext(s.Name) == filepath.Ext(head.Source) // which may tell the format
}

// put stores what was read, all in one transaction where that can be.
func (in *ingestion) put(ctx context.Context, batch []Outcome) {
	var read []*Outcome
	for i := range batch {
		o := &batch[i]
		if o.Err == nil {
			o.Err = in.take(o)
		}
		if o.Err == nil && !o.Unchanged {
			_, o.Replaced = in.store.Head(o.Reading.Document.ID)
			read = append(read, o)
		}
	}
	if len(read) == 0 || in.putAll(ctx, read) == nil {
		return
	}
	for _, o := range read { // so that one that is refused does not take the others with it
		o.Err = in.putAll(ctx, []*Outcome{o})
	}
}

func (in *ingestion) putAll(ctx context.Context, read []*Outcome) error {
	readings := make([]graph.Reading, len(read))
	for i, o := range read {
		readings[i] = o.Reading
	}
	_, err := in.store.PutAll(ctx, readings)
	return err
}

// take notes the ID of an outcome, which no other may have.
func (in *ingestion) take(o *Outcome) error {
	id := o.Reading.Document.ID
	if first, twice := in.taken[id]; twice {
		return TakenError(first, id)
	}
	in.taken[id] = o.Source.Name
	return nil
}

// TakenError is the error of a text that would be the same document as one that
// was just read.
func TakenError(first, id string) error {
	return fmt.Errorf("would replace %s, which was read as document %s just now: read one of them with another --id", first, id)
}
