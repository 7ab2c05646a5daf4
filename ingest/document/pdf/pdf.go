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

	"mandate/ingest/document/content"
)

// mostPages bounds the pages of a file.
const mostPages = 20_000

// Read makes content of a PDF file; progress, where it is not nil, is told how
// many pages have been read.
func (e *Engine) Read(ctx context.Context, raw []byte, progress func(done, of int)) (content.Content, error) {
	var pages [][]line
	var metadata content.Metadata
	err := e.with(ctx, func(m *machine) error {
		doc := m.call("FPDF_LoadMemDocument", m.write(raw), uint64(len(raw)), 0)
		if doc == 0 || m.err != nil {
			return m.openError()
		}
		metadata = m.metadata(doc)
		var err error
		pages, err = m.pages(doc, progress)
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

// Why a file could not be opened, by PDFium's numbers.
const (
	wrongPassword = 4
	wrongSecurity = 5
)

// openError says why a file could not be opened and what to do about it.
func (m *machine) openError() error {
	if m.err != nil {
		return damaged("it cannot be opened as PDF", m.err)
	}
	switch code := m.integer("FPDF_GetLastError"); code {
	case wrongPassword, wrongSecurity:
		return fmt.Errorf("%w: open it with the password and print it to a new PDF", content.ErrEncrypted)
	default:
		return fmt.Errorf("%w: it cannot be opened as PDF (PDFium's error %d); get it again from where it came, or print it to a new PDF", content.ErrDamaged, code)
	}
}

func damaged(what string, err error) error {
	if errors.Is(err, errMemory) {
		return fmt.Errorf("%w: %s (%w); split it", content.ErrTooLarge, what, err)
	}
	return fmt.Errorf("%w: %s (%w); get it again from where it came, or print it to a new PDF", content.ErrDamaged, what, err)
}

// errPage is what PDFium cannot make a page of.
var errPage = errors.New("it is not well formed")

// pages reads the lines of all pages.
func (m *machine) pages(doc pointer, progress func(done, of int)) ([][]line, error) {
	count := m.integer("FPDF_GetPageCount", doc)
	if count > mostPages {
		return nil, fmt.Errorf("%w: it has more than %d pages; split it", content.ErrTooLarge, mostPages)
	}
	pages := make([][]line, max(count, 0))
	for i := range pages {
		found := m.words(doc, i)
		if m.err != nil {
			return nil, damaged(fmt.Sprintf("page %d cannot be read", i+1), m.err)
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

// metadata reads what the file says of itself.
func (m *machine) metadata(doc pointer) content.Metadata {
	const longest = 1 << 12
	value := func(tag string) string {
		return content.Tidy(m.wide(longest, "FPDF_GetMetaText", doc, m.write([]byte(tag))))
	}
	var found content.Metadata
	if title := value("Title"); !content.MadeUpTitle(title) {
		found.Title = title
	}
	if made := value("CreationDate"); len(made) >= len("D:20060102") && strings.HasPrefix(made, "D:") {
		found.Issued = made[2:6] + "-" + made[6:8] + "-" + made[8:10]
	}
	return found
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
