package ingest

import (
	"cmp"
	"context"
	"iter"

	"mandate/graph"
	"mandate/ingest/document"
	"mandate/ingest/english"
	"mandate/ingest/statement"
)

// Read opens a source and reads its text: document, trees, statements, actors.
// Where the context ends before, its error comes with what was read until then.
func (p *Pipeline) Read(ctx context.Context, s Source) (graph.Reading, error) {
	doc, err := readDocument(ctx, &p.documents, s)
	if err != nil {
		return graph.Reading{}, err
	}
	return p.understand(ctx, doc, s.Progress)
}

// understand finds what the sentences of a document say.
func (p *Pipeline) understand(ctx context.Context, doc *graph.Document, progress Progress) (graph.Reading, error) {
	doc.Extractor, doc.Model = p.Extractor(), p.Model()
	p.titleGoals(doc)
	gazetteer := p.gazetteer.In(doc.Text)
	results := until(ctx, p.extractor.With(gazetteer).Extract(doc), func(i int) { progress.tell(Understanding, i, len(doc.Sentences)) })
	reading := p.resolve(doc, results, gazetteer.NewResolver())
	return reading, ctx.Err()
}

// until yields results for as long as the context lasts, and tells how far they
// are: a long text takes minutes.
func until(ctx context.Context, results iter.Seq2[int, statement.Result], at func(int)) iter.Seq2[int, statement.Result] {
	return func(yield func(int, statement.Result) bool) {
		for i, result := range results {
			at(i)
			if ctx.Err() != nil || !yield(i, result) {
				return
			}
		}
	}
}

// Document opens a source and reads its text as far as its sentences, for which
// no language model is needed.
func Document(ctx context.Context, s Source) (*graph.Document, error) {
	return readDocument(ctx, new(document.Reader), s)
}

func readDocument(ctx context.Context, reader *document.Reader, s Source) (*graph.Document, error) {
	s.Progress.tell(Opening, 0, 1)
	text, err := s.Open(ctx)
	if err != nil {
		return nil, err
	}
	return documentOf(ctx, reader, s, text)
}

// documentOf reads the text of an opened source.
func documentOf(ctx context.Context, reader *document.Reader, s Source, text Text) (*graph.Document, error) {
	s.Progress.tell(Parsing, 0, 1)
	doc, err := reader.Read(ctx, cmp.Or(text.Name, s.Name), text.Raw, document.Options{
		ID: graph.Slug(s.ID), MediaType: cmp.Or(s.MediaType, text.MediaType), Split: sentences, Progress: s.Progress.of(Parsing),
	})
	if err != nil {
		return nil, err
	}
	doc.Title = cmp.Or(s.Title, doc.Title)
	return doc, ctx.Err()
}

// Code fills in one row of a coding sheet.
func (p *Pipeline) Code(text string) statement.Row { return p.extractor.Code(text) }

// sentences cuts a stretch of text into sentences.
func sentences(text string) []document.Span {
	cuts := english.SplitSentences(text)
	spans := make([]document.Span, len(cuts))
	for i, c := range cuts {
		spans[i] = document.Span(c)
	}
	return spans
}
