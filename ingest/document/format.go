package document

import (
	"bytes"
	"fmt"
	"mime"
	"net/http"
	"path/filepath"
	"strings"

	"mandate/ingest/document/archive"
	"mandate/ingest/document/content"
)

// The media types that are read.
const (
	PlainText = "text/plain"
	Markdown  = "text/markdown"
	HTML      = "text/html"
	DOCX      = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	EPUB      = "application/epub+zip"
	PDF       = "application/pdf"
)

// Formats names what is read, for messages.
const Formats = "text, Markdown, HTML, DOCX, EPUB and PDF"

// saveAs is the remedy for files in other formats.
const saveAs = Formats + " are read: save it as DOCX or PDF"

// formatOf settles the media type of a file by its content: a file that begins
// like PDF is PDF, whatever it is called. Only between the formats that are
// all text does what its sender states decide, or else the name's extension.
func formatOf(name, stated string, raw []byte) (string, error) {
	mediaType, err := statedType(stated)
	if err != nil {
		return "", err
	}
	switch {
	case isPDF(raw):
		return PDF, nil
	case bytes.HasPrefix(raw, []byte("PK\x03\x04")):
		return zipFormat(raw)
	}
	if found := binaryFormat(raw); found.name != "" {
		return "", fmt.Errorf("%w: it seems to be %s; %s", found.err, found.name, saveAs)
	}
	return textFormat(strings.ToLower(filepath.Ext(name)), mediaType, raw)
}

// statedType is the media type that a sender states; empty for one that says
// nothing.
func statedType(stated string) (string, error) {
	if stated == "" {
		return "", nil
	}
	mediaType, _, err := mime.ParseMediaType(stated)
	if err != nil {
		return "", fmt.Errorf("%w: media type %q: %w", ErrUnsupported, stated, err)
	}
	switch mediaType {
	case "application/octet-stream", "binary/octet-stream", "application/x-download", "application/force-download":
		return "", nil
	}
	return mediaType, nil
}

// textFormat tells the formats that are text apart.
func textFormat(extension, mediaType string, raw []byte) (string, error) {
	markup := markupOf(raw)
	if markup == otherXML {
		return "", fmt.Errorf("%w: it is XML, but no web page; %s", ErrUnsupported, saveAs)
	}
	switch mediaType {
	case "", PlainText: // which many web servers say of any text
		switch {
		case extension == ".md" || extension == ".markdown" || extension == ".mdown":
			if markup != wholePage {
				return Markdown, nil
			}
		case markup == "" && (mediaType != "" || extension != ".html" && extension != ".htm" && extension != ".xhtml"):
			return PlainText, nil
		}
		return HTML, nil
	case Markdown, "text/x-markdown":
		return Markdown, nil
	case HTML, "application/xhtml+xml":
		return HTML, nil
	case PDF, DOCX, EPUB, "application/zip":
		if markup == wholePage { // as where a download wants a login first
			return HTML, nil
		}
		return "", fmt.Errorf("%w: it is called %s, but its content is not; get the file again from where it came", ErrDamaged, mediaType)
	}
	if strings.HasPrefix(mediaType, "text/") && markup == "" {
		return PlainText, nil
	}
	return "", fmt.Errorf("%w: %s; %s", ErrUnsupported, mediaType, saveAs)
}

// What kind of markup a text begins with.
const (
	wholePage = "page" // the first tags of a web page
	fragment  = "tags" // tags that a page may hold
	otherXML  = "xml"
)

// markupOf tells the markup that a file begins with, empty for none.
func markupOf(raw []byte) string {
	head := raw[:min(len(raw), 1024)]
	if wide := wideEncoding(raw); wide != nil {
		head, _ = wide.NewDecoder().Bytes(raw[:min(len(raw), 2048)&^3])
	}
	text := strings.ToLower(strings.TrimSpace(strings.TrimPrefix(string(head), "\uFEFF")))
	if declaration, rest, ok := strings.Cut(text, "?>"); ok && strings.HasPrefix(declaration, "<?xml") {
		if !strings.Contains(rest, "<html") && !strings.Contains(rest, "<!doctype html") {
			return otherXML
		}
		return wholePage
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body"} {
		if strings.HasPrefix(text, tag) {
			return wholePage
		}
	}
	if strings.HasPrefix(http.DetectContentType([]byte(text)), HTML) { // as browsers tell it
		return fragment
	}
	return ""
}

// isPDF tells PDF files, in front of whose header a little may stand.
func isPDF(raw []byte) bool {
	at := bytes.Index(raw[:min(len(raw), 1024)], []byte("%PDF-"))
	return at == 0 || at > 0 && bytes.Contains(raw[max(0, len(raw)-2048):], []byte("%%EOF"))
}

// zipFormat tells what kind of document an archive is.
func zipFormat(raw []byte) (string, error) {
	kind, err := archive.KindOf(raw)
	if err != nil {
		return "", err
	}
	switch kind {
	case archive.Word:
		return DOCX, nil
	case archive.EPUB:
		return EPUB, nil
	}
	return "", fmt.Errorf("%w: it seems to be %s; %s", content.ErrUnsupported, kind, saveAs)
}
