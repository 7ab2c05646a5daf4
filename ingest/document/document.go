// Package document reads the bytes of a policy text into a graph.Document: the
// stored text and the structure found in it, which is title, byline and date,
// sections under their headings, paragraphs, list items with what introduces
// them, and sentences. It is the first stage of the pipeline and knows nothing
// of the ones behind it; how sentences end it is told by a function.
//
// The way through the package: format (what kind of file), then for plain text
// decode and segment, for the other formats a reader of its own (markdown,
// html, docx, epub, pdf: bytes to content.Content) and blocks (content to
// parts); then head and headings (what each part is), outline (sections), lists
// (items under their lead-in), assemble (spans and sentences).
package document

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"strings"

	"mandate/graph"
	"mandate/ingest/document/content"
	"mandate/ingest/document/docx"
	"mandate/ingest/document/epub"
	"mandate/ingest/document/html"
	"mandate/ingest/document/markdown"
	"mandate/ingest/document/pdf"
)

// MaxBytes is how many bytes a file may hold where Options name no other bound.
const MaxBytes = 32 << 20

// maxSentences bounds what a document may be made of, as content.MaxBlocks does.
const maxSentences = 400_000

// Errors of Read, wrapped with what was found and what to do about it.
var (
	ErrEmpty       = content.ErrEmpty
	ErrBinary      = content.ErrBinary
	ErrEncoding    = content.ErrEncoding
	ErrTooLarge    = content.ErrTooLarge
	ErrUnsupported = content.ErrUnsupported
	ErrEncrypted   = content.ErrEncrypted
	ErrDamaged     = content.ErrDamaged
	ErrNoTextLayer = content.ErrNoTextLayer
)

// Span is a stretch of the text given to Options.Split: bytes, End exclusive.
type Span struct{ Start, End int }

// Options say how a file is read; the zero value suits any file.
type Options struct {
	ID        string // of the document; made from the canonical URL or the name where empty
	MediaType string // as the sender states it, parameters allowed; see formatOf for what that decides
	MaxBytes  int    // bound on the file; MaxBytes where zero

	// Split finds the sentences of a paragraph: ordered, not overlapping. Where
	// it is nil every block is one sentence.
	Split func(text string) []Span

	// Progress, where it is set, is told how many pages of a file have been read;
	// of formats without pages it hears nothing.
	Progress func(done, of int)
}

// Reader reads files. Its zero value is ready; it is safe for concurrent use.
type Reader struct {
	pdf pdf.Engine
}

// Read makes a document of a file: name is its name, path or URL, raw its
// bytes. Extractor and Model of the document are left empty. It fails with one
// of this package's errors; any text that can be decoded gives a document.
func (r *Reader) Read(ctx context.Context, name string, raw []byte, o Options) (*graph.Document, error) {
	doc, err := r.read(ctx, name, raw, o)
	if err != nil {
		return nil, fmt.Errorf("read document: %w", err)
	}
	return doc, nil
}

func (r *Reader) read(ctx context.Context, name string, raw []byte, o Options) (*graph.Document, error) {
	if limit := cmp.Or(o.MaxBytes, MaxBytes); len(raw) > limit {
		return nil, fmt.Errorf("%w: it holds more than %d bytes; split it into the documents it is made of", ErrTooLarge, limit)
	}
	format, err := formatOf(name, o.MediaType, raw)
	if err != nil {
		return nil, err
	}
	d, err := r.draft(ctx, format, name, raw, o)
	if err != nil {
		return nil, err
	}
	doc, err := d.document(o.Split)
	if err != nil {
		return nil, err
	}
	name = canonical(name, d.metadata.URL)
	doc.ID = cmp.Or(o.ID, graph.Slug(withoutScheme(name)), "document")
	doc.Title = cmp.Or(doc.Title, doc.ID)
	doc.Source, doc.MediaType, doc.Language = name, format, "en"
	doc.SHA256, doc.FileSHA256 = Hash([]byte(doc.Text)), Hash(raw)
	return doc, nil
}

// Hash is the SHA-256 of bytes in lower-case hexadecimal, as documents bear it
// of their text and of their file.
func Hash(raw []byte) string {
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:])
}

// draft finds the structure of a file.
func (r *Reader) draft(ctx context.Context, format, name string, raw []byte, o Options) (draft, error) {
	d, err := r.structure(ctx, format, name, raw, o)
	switch {
	case err != nil:
		return draft{}, err
	case strings.TrimSpace(d.text) == "":
		return draft{}, fmt.Errorf("%w: nothing but white space or markup in it", ErrEmpty)
	case len(d.parts) > content.MaxBlocks:
		return draft{}, fmt.Errorf("%w: it holds more than %d paragraphs; split it into the documents it is made of", ErrTooLarge, content.MaxBlocks)
	}
	d.title = cmp.Or(d.title, d.metadata.Title)
	d.byline = cmp.Or(d.byline, d.metadata.Publisher)
	if d.issued == "" {
		d.issued, _, _ = findDate(d.metadata.Issued)
	}
	return d, nil
}

func (r *Reader) structure(ctx context.Context, format, name string, raw []byte, o Options) (draft, error) {
	if format == PlainText {
		text, err := Decode(raw)
		if err != nil {
			return draft{}, err
		}
		return draftPlain(text), nil
	}
	c, err := r.content(ctx, format, name, raw, o)
	if err != nil {
		return draft{}, err
	}
	return draftBlocks(c), nil
}

// content has a file read by the reader of its format.
func (r *Reader) content(ctx context.Context, format, name string, raw []byte, o Options) (content.Content, error) {
	switch format {
	case HTML:
		return html.Read(name, raw, o.MediaType)
	case DOCX:
		return docx.Read(raw)
	case PDF:
		return r.pdf.Read(ctx, raw, o.Progress)
	case EPUB:
		return epub.Read(raw)
	}
	text, err := Decode(raw)
	if err != nil {
		return content.Content{}, err
	}
	return markdown.Read(text)
}

// canonical is the address that names a document: for one from the web what it
// says itself, as long as that is an address of the same host.
func canonical(name, said string) string {
	from, err := url.Parse(name)
	if err != nil || from.Host == "" {
		return name
	}
	to, err := from.Parse(said)
	if err != nil || said == "" || site(to) != site(from) || to.Scheme != "http" && to.Scheme != "https" {
		return name
	}
	to.Fragment, to.RawFragment, to.User = "", "", nil
	to.Host = strings.ToLower(to.Host)
	return to.String()
}

func site(u *url.URL) string { return strings.TrimPrefix(strings.ToLower(u.Host), "www.") }

func withoutScheme(name string) string {
	return strings.TrimPrefix(strings.TrimPrefix(name, "https://"), "http://")
}
