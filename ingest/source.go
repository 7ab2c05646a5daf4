package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"mandate/graph"
	"mandate/ingest/document"
)

// Stdin is the argument and the document ID that stand for standard input.
const Stdin = "-"

// Source is a text that can be read when its turn comes.
type Source struct {
	Name      string // path, URL or "stdin": what messages and Document.Source say
	ID        string // of the document; where empty it is made from the name
	Title     string // of the document; where empty it is found in the text
	Size      int64  // of the file in bytes, 0 where only opening it tells
	MediaType string // goes before what the text states; where empty, that or the name decides

	// Progress, where it is set, is told how far reading is.
	Progress Progress

	// Open reads the text; called once.
	Open func(context.Context) (Text, error)
}

// Text is the raw bytes of a source and what only opening it could tell.
type Text struct {
	Raw       []byte
	Name      string // canonical URL, where another than the source's name
	MediaType string // as the source states it; empty where it does not
}

// Skipped is a file of a folder that is not read, and why.
type Skipped struct{ Name, Reason string }

// extensions are those of the files that are taken from a folder.
var extensions = [...]string{".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".docm", ".epub", ".pdf"}

// Sources tells what to read for the arguments of a command line: files,
// folders with all below them, URLs, and "-" for standard input, which is read
// from stdin; URLs are fetched by web. An argument that cannot be opened becomes a source that fails
// when it is read, so that one bad name does not stop the others. Files and
// folders whose names start with a dot are passed over.
func Sources(args []string, stdin io.Reader, web Fetcher) (sources []Source, skipped []Skipped) {
	for _, arg := range args {
		info, err := os.Stat(arg)
		switch {
		case arg == Stdin:
			sources = append(sources, FromReader("stdin", stdin))
		case isURL(arg):
			sources = append(sources, web.FromURL(arg))
		case err == nil && info.IsDir():
			s, k := folder(arg)
			sources, skipped = append(sources, s...), append(skipped, k...)
		default:
			sources = append(sources, FromFile(arg))
		}
	}
	return sources, skipped
}

// FromFile is a single file; the document is named after it.
func FromFile(path string) Source {
	s := Source{Name: path, ID: graph.Slug(filepath.Base(path)), Open: opener(path)}
	if info, err := os.Stat(path); err == nil {
		s.Size = info.Size()
	}
	return s
}

// FromReader is a stream that ends.
func FromReader(name string, r io.Reader) Source {
	return Source{Name: name, ID: graph.Slug(name), Open: func(context.Context) (Text, error) {
		raw, err := readAll(r)
		return Text{Raw: raw}, err
	}}
}

// FromText is a text at hand, with the media type that its sender states, or
// none.
func FromText(name, mediaType string, raw []byte) Source {
	return Source{Name: name, ID: graph.Slug(filepath.Base(name)), Size: int64(len(raw)), Open: func(context.Context) (Text, error) {
		return Text{Raw: raw, MediaType: mediaType}, nil
	}}
}

// folder lists what is below root, in the order of names; documents are named
// after their path below root.
func folder(root string) (sources []Source, skipped []Skipped) {
	walk := func(path string, entry fs.DirEntry, err error) error {
		hidden := path != root && strings.HasPrefix(entry.Name(), ".")
		switch {
		case err != nil:
			skipped = append(skipped, Skipped{path, cause(err).Error()})
		case hidden && entry.IsDir():
			return fs.SkipDir
		case hidden || entry.IsDir():
		case !entry.Type().IsRegular():
			skipped = append(skipped, Skipped{path, "not a regular file"})
		case !slices.Contains(extensions[:], strings.ToLower(filepath.Ext(path))):
			skipped = append(skipped, Skipped{path, "not the name of a text; " + document.Formats + " are read"})
		default:
			inside, relErr := filepath.Rel(root, path)
			if relErr != nil {
				return relErr
			}
			s := FromFile(path)
			s.ID = graph.Slug(filepath.ToSlash(inside))
			sources = append(sources, s)
		}
		return nil
	}
	if err := filepath.WalkDir(root, walk); err != nil {
		skipped = append(skipped, Skipped{root, cause(err).Error()})
	}
	return sources, skipped
}

func opener(path string) func(context.Context) (Text, error) {
	return func(context.Context) (Text, error) {
		file, err := os.Open(path)
		if err != nil {
			return Text{}, cause(err)
		}
		defer file.Close()
		raw, err := readAll(file)
		return Text{Raw: raw}, err
	}
}

// readAll reads no more than a document may hold, and one byte to tell that
// there is more.
func readAll(r io.Reader) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(r, document.MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read: %w", cause(err))
	}
	return raw, nil
}

// cause is what went wrong with a file without its path, which the message
// names already.
func cause(err error) error {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		return path.Err
	}
	return err
}
