// Package pdf reads PDF files into content.Content: PDFium, compiled to
// WebAssembly so that nothing a file does reaches the program, tells where each
// word stands; here words become lines in reading order, lines paragraphs,
// and large type headings; running heads, page numbers and footnotes go.
package pdf

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"mandate/ingest/document/content"
)

// mostPages bounds the pages of a file.
const mostPages = 20_000

// Read makes content of a PDF file; progress, where it is not nil, is told how
// many pages have been read.
func (e *Engine) Read(ctx context.Context, raw []byte, progress func(done, of int)) (content.Content, error) {
	var pages [][]line
	var metadata content.Metadata
	err := e.with(ctx, func(p pdfium.Pdfium) error {
		doc, err := p.OpenDocument(&requests.OpenDocument{File: &raw})
		if err != nil {
			return openError(err)
		}
		metadata = metadataOf(p, doc.Document)
		pages, err = readPages(ctx, p, doc.Document, progress)
		return err
	})
	if err != nil {
		return content.Content{}, err
	}
	if err := checkTextLayer(pages); err != nil {
		return content.Content{}, err
	}
	return content.Content{Metadata: metadata, Blocks: blocks(withoutFurniture(pages))}, nil
}

// openError says why a file could not be opened and what to do about it.
func openError(err error) error {
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword), errors.Is(err, pdfiumerrors.ErrSecurity):
		return fmt.Errorf("%w: open it with the password and print it to a new PDF", content.ErrEncrypted)
	}
	return fmt.Errorf("%w: it cannot be opened as PDF (%w); get it again from where it came, or print it to a new PDF", content.ErrDamaged, err)
}

func readPages(ctx context.Context, p pdfium.Pdfium, doc references.FPDF_DOCUMENT, progress func(done, of int)) ([][]line, error) {
	count, err := p.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc})
	if err != nil {
		return nil, openError(err)
	}
	if count.PageCount > mostPages {
		return nil, fmt.Errorf("%w: it has more than %d pages; split it", content.ErrTooLarge, mostPages)
	}
	pages := make([][]line, count.PageCount)
	for i := range pages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		found, err := words(p, doc, i)
		if err != nil {
			return nil, fmt.Errorf("%w: page %d cannot be read (%w); print it to a new PDF", content.ErrDamaged, i+1, err)
		}
		pages[i] = lines(found, i+1)
		if progress != nil {
			progress(i+1, len(pages))
		}
	}
	return pages, nil
}

// checkTextLayer refuses files of which whole pages may be pictures of text:
// what they say would be lost without a word.
func checkTextLayer(pages [][]line) error {
	empty := 0
	for _, page := range pages {
		if len(page) == 0 {
			empty++
		}
	}
	if empty == 0 || empty*2 <= len(pages) {
		return nil
	}
	return fmt.Errorf("%w: %d of its %d pages are blank or pictures of text (%s); run text recognition (OCR) over it first",
		content.ErrNoTextLayer, empty, len(pages), emptyPages(pages))
}

// emptyPages lists the numbers of the pages without text: "page 1, 3-5".
func emptyPages(pages [][]line) string {
	var ranges []string
	for i := 0; i < len(pages); i++ {
		from := i
		for i < len(pages) && len(pages[i]) == 0 {
			i++
		}
		switch i - from {
		case 0:
		case 1:
			ranges = append(ranges, fmt.Sprint(i))
		default:
			ranges = append(ranges, fmt.Sprintf("%d-%d", from+1, i))
		}
	}
	const most = 10
	if len(ranges) > most {
		ranges = append(ranges[:most], "…")
	}
	return "page " + strings.Join(ranges, ", ")
}

// metadataOf reads what the file says of itself; none is no error.
func metadataOf(p pdfium.Pdfium, doc references.FPDF_DOCUMENT) content.Metadata {
	var m content.Metadata
	got, err := p.GetMetaData(&requests.GetMetaData{Document: doc, Tags: &[]string{"Title", "CreationDate"}})
	if err != nil {
		return m
	}
	for _, tag := range got.Tags {
		value := content.Tidy(strings.Trim(tag.Value, "\x00"))
		switch {
		case tag.Tag == "Title" && !content.MadeUpTitle(value):
			m.Title = value
		case tag.Tag == "CreationDate" && len(value) >= len("D:20060102") && strings.HasPrefix(value, "D:"):
			m.Issued = value[2:6] + "-" + value[6:8] + "-" + value[8:10]
		}
	}
	return m
}

// blocks makes paragraphs, rows of tables and headings of lines.
func blocks(pages [][]line) []content.Block {
	s := settingOf(pages)
	paragraphs := s.paragraphs(pages)
	v := vocabularyOf(paragraphs)
	levels := s.levels(paragraphs)
	var found []content.Block
	for _, p := range paragraphs {
		if len(found) > content.MaxBlocks {
			break
		}
		b := content.Block{Page: p[0].page, Strong: p[0].bold}
		if len(p[0].cells) > 1 {
			b.Kind, b.Cells = content.Row, p[0].cells
			found = append(found, b)
			continue
		}
		b.Text, b.Breaks = v.text(p)
		if level := slices.IndexFunc(levels, func(size float64) bool { return sameSize(size, p[0].size) }); level >= 0 && s.isHeading(p) {
			b.Kind, b.Level, b.Breaks = content.Heading, level+1, nil
		}
		found = append(found, b)
	}
	return found
}

// longestHeading bounds headings, in lines.
const longestHeading = 4

// isHeading tells paragraphs in large type.
func (s *setting) isHeading(p paragraph) bool { return s.isLarge(p[0]) && len(p) <= longestHeading }

// levels are the sizes of headings, the largest first.
func (s *setting) levels(paragraphs []paragraph) []float64 {
	var sizes []float64
	for _, p := range paragraphs {
		if s.isHeading(p) && !slices.ContainsFunc(sizes, func(size float64) bool { return sameSize(size, p[0].size) }) {
			sizes = append(sizes, p[0].size)
		}
	}
	slices.Sort(sizes)
	slices.Reverse(sizes)
	return sizes
}
