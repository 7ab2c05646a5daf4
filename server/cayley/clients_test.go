package cayley_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/client"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/jsonld"
	"github.com/cayleygraph/quad/nquads"

	"mandate/graph"
	"mandate/graph/store"
	"mandate/server"
)

// serve starts a whole server on an empty store that takes quads.
func serve(t *testing.T) *httptest.Server {
	t.Helper()
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := server.New(server.Options{Store: st, QuadWrites: true})
	if err != nil {
		t.Fatal(err)
	}
	h := httptest.NewServer(s)
	t.Cleanup(func() {
		h.Close()
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	return h
}

// friends are the quads of Cayley's own tests of its interface, and one more in
// a graph of its own.
func friends() []quad.Quad {
	return []quad.Quad{
		quad.MakeIRI("http://example.com/bob", "http://example.com/likes", "http://example.com/alice", ""),
		quad.MakeIRI("http://example.com/alice", "http://example.com/likes", "http://example.com/bob", ""),
		quad.MakeIRI("http://example.com/alice", "http://example.com/likes", "http://example.com/carol", "http://example.com/graph"),
	}
}

// imported are quads as they come back: those without a label belong to the
// document of what was imported.
func imported(quads []quad.Quad) []quad.Quad {
	out := slices.Clone(quads)
	for i := range out {
		if out[i].Label == nil {
			out[i].Label = quad.IRI(graph.DocIRI(graph.ImportedDocument))
		}
	}
	slices.SortFunc(out, graph.CompareQuads)
	return out
}

func expectQuads(t *testing.T, from quad.Reader, want []quad.Quad) {
	t.Helper()
	got, err := quad.ReadAll(from)
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(got, graph.CompareQuads)
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// post sends a body and returns the answer to it.
func post(t *testing.T, address, kind, encoding string, body []byte) (status int, answer string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", kind)
	if encoding != "" {
		r.Header.Set("Content-Encoding", encoding)
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	raw, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(raw)
}

func written(t *testing.T, format string, quads []quad.Quad) []byte {
	t.Helper()
	var b bytes.Buffer
	w := quad.FormatByName(format).Writer(&b)
	if _, err := quad.Copy(w, quad.NewReader(quads)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What Cayley's Go client writes it reads again, and a query sees it at once.
func TestGoClient(t *testing.T) {
	s := serve(t)
	c := client.New(s.URL)
	w, err := c.QuadWriter()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := quad.Copy(w, quad.NewReader(friends())); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := c.QuadReader()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	expectQuads(t, r, imported(friends()))

	_, answer := post(t, s.URL+"/api/v2/query?lang=gizmo", "text/plain", "", []byte(`g.V("<http://example.com/alice>").out().count()`))
	if answer != `{"result":[2]}`+"\n" {
		t.Errorf("the query answers %s", answer)
	}
}

// Cayley's programs for export and import, built from the module, work both ways
// and in both formats that they know.
func TestExportAndImportPrograms(t *testing.T) {
	if testing.Short() {
		t.Skip("building Cayley's programs takes long")
	}
	dir := t.TempDir()
	for _, name := range []string{"cayleyimport", "cayleyexport"} {
		out, err := exec.Command("go", "build", "-o", dir, "github.com/cayleygraph/cayley/cmd/"+name).CombinedOutput()
		if err != nil {
			t.Skipf("%s cannot be built here: %v\n%s", name, err, out)
		}
	}
	program := func(name string, args ...string) {
		t.Helper()
		if out, err := exec.Command(filepath.Join(dir, name), args...).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, out)
		}
	}
	for _, format := range []string{"nquads", "jsonld"} {
		t.Run(format, func(t *testing.T) {
			s := serve(t)
			sent, got := filepath.Join(dir, "sent."+format), filepath.Join(dir, "got."+format)
			if err := os.WriteFile(sent, written(t, format, friends()), 0o600); err != nil {
				t.Fatal(err)
			}
			program("cayleyimport", "--uri", s.URL, "--format", format, sent)
			program("cayleyexport", "--uri", s.URL, "--format", format, "--out", got)
			raw, err := os.ReadFile(got)
			if err != nil {
				t.Fatal(err)
			}
			expectQuads(t, quad.FormatByName(format).Reader(bytes.NewReader(raw)), imported(friends()))
		})
	}
}

// The tests that Cayley has of its interface, over HTTP.
func TestCayleysOwnTests(t *testing.T) {
	s := serve(t)
	kind := quad.FormatByName("jsonld").Mime[0]
	quads := friends()[:2]
	body := written(t, "jsonld", quads)

	status, answer := post(t, s.URL+"/api/v2/write", kind, "", body)
	var wrote struct {
		Result string `json:"result"`
		Count  int    `json:"count"`
	}
	if err := json.Unmarshal([]byte(answer), &wrote); err != nil || status != http.StatusOK || wrote.Count != 2 || wrote.Result != "Successfully wrote 2 quads." {
		t.Errorf("write: %d %s", status, answer)
	}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.URL+"/api/v2/read", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Accept", kind)
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if got := response.Header.Get("Content-Type"); response.StatusCode != http.StatusOK || got != kind {
		t.Errorf("read: %d %s", response.StatusCode, got)
	}
	expectQuads(t, jsonld.NewReader(response.Body), imported(quads))

	if status, answer := post(t, s.URL+"/api/v2/delete", kind, "", body); status != http.StatusOK || !strings.Contains(answer, `"count": 2`) {
		t.Errorf("delete: %d %s", status, answer)
	}
	if all := readAll(t, s); len(all) != 0 {
		t.Errorf("left: %v", all)
	}
}

func readAll(t *testing.T, s *httptest.Server) []quad.Quad {
	t.Helper()
	response, err := http.Get(s.URL + "/api/v2/read")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	all, err := quad.ReadAll(nquads.NewReader(response.Body, true))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Every format that can be read and written brings the quads back, packed or
// not; what writes text alone is not held to more than that.
func TestFormats(t *testing.T) {
	for _, format := range []string{"nquads", "jsonld", "json", "json-stream", "pquads"} {
		for _, packed := range []bool{false, true} {
			s := serve(t)
			body, encoding := written(t, format, friends()), ""
			if packed {
				encoding = "gzip"
				var b bytes.Buffer
				zw := gzip.NewWriter(&b)
				if _, err := zw.Write(body); err != nil {
					t.Fatal(err)
				}
				if err := zw.Close(); err != nil {
					t.Fatal(err)
				}
				body = b.Bytes()
			}
			f := quad.FormatByName(format)
			if f == nil {
				t.Fatalf("no format %s", format)
			}
			if status, answer := post(t, s.URL+"/api/v2/write", f.Mime[0], encoding, body); status != http.StatusOK {
				t.Errorf("%s: write: %d %s", format, status, answer)
			}
			response, err := http.Get(s.URL + "/api/v2/read?format=" + format)
			if err != nil {
				t.Fatal(err)
			}
			expectQuads(t, f.Reader(response.Body), imported(friends()))
			response.Body.Close()
			if status, answer := post(t, s.URL+"/api/v2/delete", f.Mime[0], encoding, body); status != http.StatusOK {
				t.Errorf("%s: delete: %d %s", format, status, answer)
			}
			if all := readAll(t, s); len(all) != 0 {
				t.Errorf("%s: left: %v", format, all)
			}
		}
	}
}

// Cayley would fetch a context from anywhere, and open files for it.
func TestContextsAreNotFetched(t *testing.T) {
	fetched := false
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fetched = true
		_, _ = io.WriteString(w, `{"@context": {"likes": "http://example.com/likes"}}`)
	}))
	defer other.Close()
	s := serve(t)
	for _, context := range []string{
		`"` + other.URL + `"`, `[{}, "` + other.URL + `"]`, `"/etc/hostname"`,
		`{"likes": {"@id": "http://example.com/likes", "@context": "` + other.URL + `"}}`, `{"@version": 1.1, "@import": "` + other.URL + `"}`,
	} {
		body := `{"@context": ` + context + `, "@id": "http://example.com/a", "likes": {"@id": "http://example.com/b"}}`
		status, answer := post(t, s.URL+"/api/v2/write", "application/ld+json", "", []byte(body))
		if status != http.StatusBadRequest || !strings.Contains(answer, "not fetched") {
			t.Errorf("%s: %d %s", context, status, answer)
		}
	}
	if fetched {
		t.Error("a context was fetched")
	}
	body := `{"@context": {"likes": {"@id": "http://example.com/likes", "@type": "@id"}}, "@id": "http://example.com/a", "likes": "http://example.com/b"}`
	if status, answer := post(t, s.URL+"/api/v2/write", "application/ld+json", "", []byte(body)); status != http.StatusOK || !strings.Contains(answer, `"count":1`) {
		t.Errorf("a context of its own: %d %s", status, answer)
	}
}

// A small packed body can be large: it is held to the same limit.
func TestPackedBodiesAreBounded(t *testing.T) {
	h, st := newHandler(t, true)
	before := st.View()
	var b bytes.Buffer
	zw := gzip.NewWriter(&b)
	if _, err := zw.Write(bytes.Repeat([]byte("<a> <b> <c> .\n"), 100)); err != nil {
		t.Fatal(err)
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, "/api/v2/write", &b)
	r.Header.Set("Content-Encoding", "gzip")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != http.StatusRequestEntityTooLarge || st.View() != before {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}
