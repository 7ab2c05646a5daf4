package ingest

import (
	"context"
	"slices"

	"mandate/graph"
	"mandate/ingest/document"
)

// Current tells whether this pipeline's rules, word lists and model read a
// document, so that reading it again would find the same.
func (p *Pipeline) Current(d *graph.Document) bool {
	return d.Extractor == p.Extractor() && d.Model == p.Model()
}

// Reread reads a stored document again. Of plain text all is found anew. Of any
// other format the text is kept with the structure that was found in it, as the
// marks that told headings and lists are not in the stored text.
func (p *Pipeline) Reread(ctx context.Context, stored graph.Document) (graph.Reading, error) {
	if stored.MediaType != document.PlainText {
		doc := stored
		doc.Sections = slices.Clone(stored.Sections) // which titleGoals changes
		return p.understand(ctx, &doc, nil)
	}
	source := FromText(stored.Source, stored.MediaType, []byte(stored.Text))
	source.ID = stored.ID
	doc, err := readDocument(ctx, &p.documents, source)
	if err != nil {
		return graph.Reading{}, err
	}
	// Its sender may have given it these; they are not found in the text then. And
	// the file may have been in another encoding.
	doc.ID, doc.Title, doc.Source, doc.FileSHA256 = stored.ID, stored.Title, stored.Source, stored.FileSHA256
	return p.understand(ctx, doc, nil)
}
