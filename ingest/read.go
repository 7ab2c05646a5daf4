package ingest

import (
	"cmp"
	"context"

	"mandate/graph"
	"mandate/ingest/document"
	"mandate/ingest/english"
	"mandate/ingest/statement"
)

// Read opens a source and reads its text: document, trees, statements, actors.
func (p *Pipeline) Read(ctx context.Context, s Source) (graph.Reading, error) {
	text, err := s.Open(ctx)
	if err != nil {
		return graph.Reading{}, err
	}
	name := cmp.Or(text.Name, s.Name)
	doc, err := document.Read(name, text.Raw, document.Options{
		ID: cmp.Or(graph.Slug(s.ID), idOf(name)), MediaType: cmp.Or(s.MediaType, text.MediaType), Split: sentences,
	})
	if err != nil {
		return graph.Reading{}, err
	}
	doc.Title = cmp.Or(s.Title, doc.Title)
	if err := ctx.Err(); err != nil {
		return graph.Reading{}, err
	}
	doc.Extractor, doc.Model = p.Extractor(), p.Model()
	return p.resolve(doc, p.extractor.Extract(doc)), ctx.Err()
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
