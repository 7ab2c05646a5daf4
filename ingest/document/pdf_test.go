package document

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"testing"
)

func file(t testing.TB, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// TestPagesOfPDF finds each sentence on its page, and where a paragraph runs
// over two, on the one that it begins on.
func TestPagesOfPDF(t *testing.T) {
	doc := readSample(t, "chromium.pdf")
	if len(doc.Pages) < 2 || doc.Pages[0] != 0 {
		t.Fatalf("pages begin at %v", doc.Pages)
	}
	first, last := doc.Sentences[0], doc.Sentences[len(doc.Sentences)-1]
	if doc.Page(first.Start) != 1 || doc.Page(last.Start) != len(doc.Pages) {
		t.Errorf("pages %d and %d of %d", doc.Page(first.Start), doc.Page(last.Start), len(doc.Pages))
	}
}

func TestPDFErrors(t *testing.T) {
	good := file(t, "chromium.pdf")
	for name, test := range map[string]struct {
		raw  []byte
		want error
		says string
	}{
		"pictures":  {file(t, "picture.pdf"), ErrNoTextLayer, "page 1"},
		"locked":    {file(t, "locked.pdf"), ErrEncrypted, "print it to a new PDF"},
		"header":    {[]byte("%PDF-1.7\nnothing more"), ErrDamaged, "again"},
		"truncated": {good[:len(good)/3], ErrDamaged, "again"},
	} {
		_, err := new(Reader).Read(t.Context(), name+".txt", test.raw, Options{})
		if !errors.Is(err, test.want) || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: %v, want %v with %q", name, err, test.want, test.says)
		}
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := new(Reader).Read(ended, "a.pdf", good, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("a reading that was given up: %v", err)
	}
}

// FuzzPDF reads files with some bytes changed.
func FuzzPDF(f *testing.F) {
	for _, name := range []string{"picture.pdf", "writer.pdf"} {
		f.Add(file(f, name), uint32(100), []byte("xyz"))
	}
	var r Reader
	f.Fuzz(func(t *testing.T, raw []byte, at uint32, patch []byte) {
		if len(raw) == 0 || len(raw) > 1<<20 {
			return
		}
		raw = bytes.Clone(raw)
		copy(raw[int(at)%len(raw):], patch)
		doc, err := r.Read(t.Context(), "a.pdf", raw, Options{Split: split, MediaType: PDF})
		checkOutcome(t, doc, err)
	})
}
