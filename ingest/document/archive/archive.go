// Package archive opens the archives that word processors and e-book makers
// write, ZIP files of XML, under bounds that a hostile one cannot exceed, and
// tells what kind of document one holds.
package archive

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"mandate/ingest/document/content"
)

// What an archive may hold: a treaty of a thousand pages is 20 MB of XML.
const (
	maxFiles = 20_000
	maxPart  = 256 << 20 // bytes of one part, unpacked
	maxRatio = 500       // bytes unpacked for each packed
	minBomb  = 1 << 20   // small parts may pack better than maxRatio
)

// Archive is an opened archive.
type Archive struct {
	files map[string]*zip.File
	left  int64 // bytes that may still be unpacked
}

// Open reads the list of what is in an archive.
func Open(raw []byte) (*Archive, error) {
	r, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, fmt.Errorf("%w: its archive breaks off or is broken (%w); get the file again from where it came", content.ErrDamaged, err)
	}
	if len(r.File) > maxFiles {
		return nil, fmt.Errorf("%w: an archive of more than %d files; save it as DOCX or PDF anew", content.ErrTooLarge, maxFiles)
	}
	a := &Archive{files: make(map[string]*zip.File, len(r.File)), left: maxPart}
	for _, f := range r.File {
		if f.Flags&1 != 0 {
			return nil, Locked("an encrypted archive")
		}
		if _, twice := a.files[f.Name]; !twice {
			a.files[f.Name] = f
		}
	}
	return a, nil
}

// Has tells whether the archive holds a part.
func (a *Archive) Has(name string) bool { return a.files[name] != nil }

// Part opens a part of the archive; nil where there is none of that name. What
// it reads counts towards the bounds of the archive.
func (a *Archive) Part(name string) (io.ReadCloser, error) {
	f := a.files[name]
	if f == nil {
		return nil, nil
	}
	stream, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %s in it cannot be opened: %w", content.ErrDamaged, name, err)
	}
	return &bounded{archive: a, stream: stream, name: name, most: max(minBomb, int64(f.CompressedSize64)*maxRatio)}, nil
}

// bounded is a part that is unpacked no further than the bounds allow.
type bounded struct {
	archive *Archive
	stream  io.ReadCloser
	name    string
	read    int64
	most    int64
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.stream.Read(p)
	b.read, b.archive.left = b.read+int64(n), b.archive.left-int64(n)
	switch {
	case b.read > b.most || b.archive.left < 0:
		return 0, fmt.Errorf("%w: %s in it unpacks to far more than a text would (a zip bomb); save it as DOCX or PDF anew", content.ErrTooLarge, b.name)
	case err != nil && !errors.Is(err, io.EOF):
		return n, fmt.Errorf("%w: %s in it breaks off (%w); get the file again from where it came", content.ErrDamaged, b.name, err)
	}
	return n, err
}

func (b *bounded) Close() error { return b.stream.Close() }

// Text reads a whole small part; empty where there is none.
func (a *Archive) Text(name string, most int64) (string, error) {
	part, err := a.Part(name)
	if part == nil || err != nil {
		return "", err
	}
	defer part.Close()
	raw, err := io.ReadAll(io.LimitReader(part, most))
	return string(raw), err
}

// Decode reads a part into a struct by the rules of encoding/xml; false where
// there is no such part.
func (a *Archive) Decode(name string, into any) (bool, error) {
	part, err := a.Part(name)
	if part == nil || err != nil {
		return false, err
	}
	defer part.Close()
	if err := NewDecoder(part).Decode(into); err != nil {
		return true, Broken(name, err)
	}
	return true, nil
}

// NewDecoder decodes XML as these files hold it. Entities beside the five of
// XML are an error, so nothing outside the file is ever reached.
func NewDecoder(r io.Reader) *xml.Decoder {
	d := xml.NewDecoder(r)
	d.CharsetReader = func(label string, input io.Reader) (io.Reader, error) {
		if strings.EqualFold(label, "us-ascii") || strings.EqualFold(label, "utf8") {
			return input, nil
		}
		return nil, fmt.Errorf("encoding %q is not UTF-8", label)
	}
	return d
}

// Locked is the error of a file that only some may read.
func Locked(what string) error {
	return fmt.Errorf("%w: it is %s; take the protection off and save it again", content.ErrEncrypted, what)
}

// Broken is the error of XML that cannot be read.
func Broken(name string, err error) error {
	for _, known := range []error{content.ErrTooLarge, content.ErrDamaged} {
		if errors.Is(err, known) {
			return err
		}
	}
	return fmt.Errorf("%w: %s in it is not well-formed (%w); open it in a word processor and save it again", content.ErrDamaged, name, err)
}
