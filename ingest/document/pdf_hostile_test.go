package document

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"mandate/ingest/pdftest"
)

// nested is a page whose content calls forms that call forms: so many calls in
// all that nobody could wait for them.
func nested(depth, calls int) *pdftest.File {
	f := pdftest.New()
	form := f.Stream("/Type /XObject /Subtype /Form /BBox [0 0 600 800]", "0 0 1 1 re f")
	for range depth {
		form = f.Stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /N %d 0 R >> >>", form),
			strings.Repeat("/N Do ", calls))
	}
	f.Page("BT /F1 11 Tf 1 0 0 1 70 700 Tm (Pilots shall report fog.) Tj ET /N Do", fmt.Sprintf("/XObject << /N %d 0 R >>", form))
	return f
}

// A file that would never end is read for as long as its reader waits, and the
// next one is read as ever.
func TestPDFThatNeverEnds(t *testing.T) {
	var r Reader
	if _, err := r.Read(t.Context(), "warm.pdf", file(t, "writer.pdf"), Options{}); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	ended := make(chan error, 1)
	go func() {
		_, err := r.Read(ctx, "never.pdf", nested(20, 10).Bytes(), Options{})
		ended <- err
	}()
	select {
	case err := <-ended:
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%v, want the end of the context", err)
		}
	case <-time.After(2 * time.Minute):
		t.Fatal("the reading does not end")
	}
	if _, err := r.Read(t.Context(), "next.pdf", file(t, "writer.pdf"), Options{}); err != nil {
		t.Errorf("the next file: %v", err)
	}
}

// A stream that unpacks to gigabytes ends at the bound on memory.
func TestPDFBomb(t *testing.T) {
	var packed bytes.Buffer
	w, _ := zlib.NewWriterLevel(&packed, zlib.BestSpeed)
	zeros := bytes.Repeat([]byte("0 0 m "), 1<<18)
	for range 600 { // nearly 1 GB
		if _, err := w.Write(zeros); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	f := pdftest.New()
	content := f.Stream("/Filter /FlateDecode", packed.String())
	f.Page("", "")
	raw := bytes.Replace(f.Bytes(), []byte("/Contents 4 0 R"), []byte(fmt.Sprintf("/Contents %d 0 R", content)), 1)
	_, err := new(Reader).Read(t.Context(), "bomb.pdf", raw, Options{})
	if !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrTooLarge) || strings.Contains(err.Error(), "wasm") {
		t.Errorf("%v", err)
	}
}

// Page trees that contain themselves, or count pages that are not there.
func TestPageTreesThatLie(t *testing.T) {
	one := pdftest.New()
	one.Lines(pdftest.Text{X: 70, Y: 90, Size: 11, Text: "Pilots shall report fog."})
	for name, change := range map[string][2]string{
		"a cycle":        {"/Kids [4 0 R]", "/Kids [2 0 R 2 0 R]"},
		"too many pages": {"/Count 1 ", "/Count 2000000000 "},
		"less than none": {"/Count 1 ", "/Count -5 "},
		"no pages":       {"/Kids [4 0 R]", "/Kids []"},
	} {
		raw := bytes.Replace(one.Bytes(), []byte(change[0]), []byte(change[1]), 1)
		doc, err := new(Reader).Read(t.Context(), name+".pdf", raw, Options{Split: split})
		checkOutcome(t, doc, err)
		if noPage := strings.HasPrefix(name, "a cycle") || name == "no pages"; noPage == (err == nil) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
