// Package document reads the bytes of a policy text into a graph.Document: the
// stored text and the structure found in it, which is title, byline and date,
// sections under their headings, paragraphs, list items with what introduces
// them, and sentences. It is the first stage of the pipeline and knows nothing
// of the ones behind it; how sentences end it is told by a function.
//
// The way through the package: decode (bytes to text), segment or markdown
// (text to parts), head and headings (what each part is), outline (sections),
// lists (items under their lead-in), assemble (spans and sentences).
package document

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"mime"
	"path/filepath"
	"strings"

	"mandate/graph"
)

// MaxBytes is how many bytes a file may hold where Options name no other bound.
const MaxBytes = 32 << 20

// maxParts and maxSentences bound what a document may be made of, so that a
// hostile file cannot take all memory; the longest treaties stay far below.
const (
	maxParts     = 200_000
	maxSentences = 400_000
)

// The media types that are read.
const (
	PlainText = "text/plain"
	Markdown  = "text/markdown"
)

// Errors of Read, wrapped with what was found and what to do about it.
var (
	ErrEmpty       = errors.New("the file holds no text")
	ErrBinary      = errors.New("the file is not text")
	ErrEncoding    = errors.New("the text is not in an encoding that can be read")
	ErrTooLarge    = errors.New("the file is too large")
	ErrUnsupported = errors.New("the format is not read")
)

// Span is a stretch of the text given to Options.Split: bytes, End exclusive.
type Span struct{ Start, End int }

// Options say how a file is read; the zero value suits a text file.
type Options struct {
	ID        string // of the document; the slug of the name where empty
	MediaType string // text/plain or text/markdown, parameters allowed; by the name's extension where empty
	MaxBytes  int    // bound on the file; MaxBytes where zero

	// Split finds the sentences of a paragraph: ordered, not overlapping. Where
	// it is nil every block is one sentence.
	Split func(text string) []Span
}

// Read makes a document of a file: name is its name, path or URL, raw its
// bytes. Extractor and Model of the document are left empty. It fails with one
// of this package's errors; any text that can be decoded gives a document.
func Read(name string, raw []byte, o Options) (*graph.Document, error) {
	doc, err := read(name, raw, o)
	if err != nil {
		return nil, fmt.Errorf("read document: %w", err)
	}
	return doc, nil
}

func read(name string, raw []byte, o Options) (*graph.Document, error) {
	if limit := cmp.Or(o.MaxBytes, MaxBytes); len(raw) > limit {
		return nil, fmt.Errorf("%w: it holds more than %d bytes; split it into the documents it is made of", ErrTooLarge, limit)
	}
	mediaType, err := mediaTypeOf(name, o.MediaType)
	if err != nil {
		return nil, err
	}
	text, err := Decode(raw)
	if err != nil {
		return nil, err
	}
	d, err := draftOf(text, mediaType)
	if err != nil {
		return nil, err
	}
	doc, err := d.document(o.Split)
	if err != nil {
		return nil, err
	}
	doc.ID = cmp.Or(o.ID, graph.Slug(name), "document")
	doc.Title = cmp.Or(doc.Title, doc.ID)
	doc.Source, doc.MediaType, doc.Language = name, mediaType, "en"
	sum := sha256.Sum256([]byte(doc.Text))
	doc.SHA256 = hex.EncodeToString(sum[:])
	return doc, nil
}

// draftOf finds the structure of a text.
func draftOf(text, mediaType string) (draft, error) {
	var d draft
	if mediaType == Markdown {
		if err := checkMarkdown(text); err != nil {
			return draft{}, err
		}
		d = draftMarkdown(text)
	} else {
		d = draftPlain(text)
	}
	if strings.TrimSpace(d.text) == "" {
		return draft{}, fmt.Errorf("%w: nothing but white space or markup in it", ErrEmpty)
	}
	if len(d.parts) > maxParts {
		return draft{}, fmt.Errorf("%w: it holds more than %d paragraphs; split it into the documents it is made of", ErrTooLarge, maxParts)
	}
	return d, nil
}

// mediaTypeOf settles the media type: the one stated, else that of the name's
// extension; what is neither is taken for plain text.
func mediaTypeOf(name, stated string) (string, error) {
	if stated == "" || stated == "application/octet-stream" {
		switch strings.ToLower(filepath.Ext(name)) {
		case ".md", ".markdown", ".mdown":
			return Markdown, nil
		}
		return PlainText, nil
	}
	mediaType, _, err := mime.ParseMediaType(stated)
	if err != nil {
		return "", fmt.Errorf("%w: media type %q: %w", ErrUnsupported, stated, err)
	}
	switch mediaType {
	case PlainText:
		if ext := strings.ToLower(filepath.Ext(name)); ext == ".md" || ext == ".markdown" { // as many web servers say
			return Markdown, nil
		}
		return PlainText, nil
	case Markdown, "text/x-markdown":
		return Markdown, nil
	}
	return "", fmt.Errorf("%w: %s; text and Markdown are read at present: save it as one of them", ErrUnsupported, mediaType)
}
