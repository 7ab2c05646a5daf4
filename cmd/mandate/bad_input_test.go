package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"mandate/query/wire"
)

// badFiles are files of which nothing may get into a store: what each is called,
// and what its error must say, with a remedy.
var badFiles = map[string]string{
	"locked.pdf":     "open it with the password and print it to a new PDF",
	"scan.pdf":       "run text recognition (OCR)",
	"cut-off.pdf":    "get it again from where it came",
	"cut-off.docx":   "get the file again",
	"bomb.docx":      "a zip bomb",
	"entities.docx":  "save it again",
	"huge.txt":       "split it",
	"picture.txt":    "save it as DOCX or PDF",
	"old.doc":        "save it as DOCX or PDF",
	"workbook.docx":  "an Excel workbook",
	"mojibake.txt":   "save it as UTF-8",
	"only-tags.html": "nothing but white space or markup",
}

// badInput writes them, each as harmful as it is called.
func badInput(t *testing.T, folder string) {
	t.Helper()
	sample := func(name string) []byte {
		raw, err := os.ReadFile(filepath.Join("..", "..", "ingest", "document", "testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		return raw
	}
	const word = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	outside := `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:document ` + word +
		`><w:body><w:p><w:r><w:t>Pilots shall read &e; at night.</w:t></w:r></w:p></w:body></w:document>`
	write := map[string][]byte{
		"locked.pdf": sample("locked.pdf"), "scan.pdf": sample("picture.pdf"),
		"cut-off.pdf": sample("writer.pdf")[:9000], "cut-off.docx": sample("sample.docx")[:4000],
		"bomb.docx":     packed(t, "word/document.xml", strings.Repeat(" ", 64<<20)),
		"entities.docx": packed(t, "word/document.xml", outside),
		"huge.txt":      nil, "picture.txt": []byte("\x89PNG\r\n\x1a\n\x00\x00"),
		"old.doc": []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more"), "workbook.docx": packed(t, "xl/workbook.xml", "<workbook/>"),
		"mojibake.txt": []byte("St\xe2\x82dte shall \xff\xfe pay \xc3(."), "only-tags.html": []byte("<!DOCTYPE html><p><br>"),
	}
	for name := range badFiles {
		raw, made := write[name]
		if !made {
			t.Fatalf("%s is not made", name)
		}
		if err := os.WriteFile(filepath.Join(folder, name), raw, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Truncate(filepath.Join(folder, "huge.txt"), 1<<30); err != nil { // which takes no room on disk
		t.Fatal(err)
	}
}

// packed is an archive of one file.
func packed(t *testing.T, name, text string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	f, err := w.Create(name)
	if err == nil {
		_, err = io.WriteString(f, text)
	}
	if err := errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A folder of files that cannot be read: each is named with its remedy, nothing
// of it is stored, and the good ones among them are.
func TestBadFilesAmongGoodOnes(t *testing.T) {
	folder := t.TempDir()
	badInput(t, folder)
	good := map[string]string{"a-first.txt": harbours, "zz-last.md": "# Lamps\n\nTowns shall light every lamp."}
	for name, text := range good {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	store := filepath.Join(t.TempDir(), "bad.db")
	check := func(told, docs string) {
		t.Helper()
		for name, remedy := range badFiles {
			line := ""
			for l := range strings.Lines(told) {
				if strings.HasPrefix(l, filepath.Join(folder, name)+" ") {
					line = l
				}
			}
			if !strings.Contains(line, remedy) {
				t.Errorf("%s: %q does not say %q", name, line, remedy)
			}
		}
		if got := strings.Count(docs, `"id":`); got != len(good) || !strings.Contains(docs, "zz-last-md") || !strings.Contains(docs, "a-first-txt") {
			t.Errorf("the store holds %s", docs)
		}
	}
	// An old Word file has another name than those that are taken from a folder.
	args := []string{folder, filepath.Join(folder, "old.doc")}
	_, told := mandate(t, exitFailed, append([]string{"ingest", "--db", store}, args...)...)
	docs, _ := mandate(t, exitOK, "stats", "--db", store, "--json")
	check(told, docs)
	mandate(t, exitOK, "verify", "--db", store)

	served := start(t, "serve", "--db", "mem:", "--listen", "127.0.0.1:0", "--max-upload", "100000000")
	_, told = mandate(t, exitFailed, append([]string{"ingest", "--server", served.url}, args...)...)
	docs, _ = mandate(t, exitOK, "stats", "--server", served.url, "--json")
	check(told, docs)
}

// zeros is an upload of so many bytes that nobody has to hold.
type zeros struct{ left int64 }

func (z *zeros) Read(p []byte) (int, error) {
	if z.left == 0 {
		return 0, io.EOF
	}
	n := min(int64(len(p)), z.left)
	z.left -= n
	clear(p[:n])
	return int(n), nil
}

// An upload of a gigabyte is refused once it is over the limit, whether or not
// its size is told beforehand, and takes no memory to speak of.
func TestUploadOfAGigabyte(t *testing.T) {
	served := start(t, "serve", "--db", "mem:", "--listen", "127.0.0.1:0")
	for _, told := range []bool{true, false} {
		body := &zeros{1 << 30}
		request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, served.url+"/api/v1/documents", struct{ io.Reader }{body})
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Content-Type", "text/plain")
		if told {
			request.ContentLength = 1 << 30
		}
		response, err := http.DefaultClient.Do(request)
		if err == nil { // the connection may break before the answer is read
			said, _ := io.ReadAll(response.Body)
			response.Body.Close()
			if response.StatusCode != http.StatusRequestEntityTooLarge || !strings.Contains(string(said), "--max-upload") {
				t.Errorf("%s: %s", response.Status, said)
			}
		}
		if body.left < 1<<29 {
			t.Errorf("%d MB were taken in", (1<<30-body.left)>>20)
		}
	}
	var documents wire.List[wire.Document]
	get(t, served.url+"/api/v1/documents", &documents)
	if documents.Total != 0 {
		t.Errorf("%d documents are stored", documents.Total)
	}
	served.stop(t)
	if peak := served.cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss >> 10; peak > 400 {
		t.Errorf("the server took %d MB", peak)
	}
}

// Through a server too, what has not changed is not sent again.
func TestUnchangedThroughAServer(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("harbours.txt", harbours)
	write("lamps.md", "# Lamps\n\nTowns shall light every lamp.")
	served := start(t, "serve", "--db", "mem:", "--listen", "127.0.0.1:0")
	ingest := func(want string, more ...string) {
		t.Helper()
		_, told := mandate(t, exitOK, append([]string{"ingest", "--server", served.url, folder}, more...)...)
		if !strings.Contains(told, want) {
			t.Errorf("%q, want %q", told, want)
		}
	}
	ingest("2 ingested, 0 replaced, 0 unchanged")
	ingest("0 ingested, 0 replaced, 2 unchanged")
	write("harbours.txt", harbours+" Pilots must sing.")
	ingest("0 ingested, 1 replaced, 1 unchanged")
	ingest("0 ingested, 2 replaced, 0 unchanged", "--again")
}
