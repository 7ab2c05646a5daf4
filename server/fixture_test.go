package server_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/store"
	"mandate/query/gizmo"
	"mandate/query/wire"
	"mandate/server"
)

// pipeline stands for the ingester: a text is one sentence, "ACTOR shall AIM …",
// under a goal.
type pipeline struct{ store *store.Store }

func (p pipeline) Ingest(ctx context.Context, u server.Upload) (*graph.Reading, bool, error) {
	text := strings.TrimSpace(string(u.Raw))
	words := strings.Fields(text)
	switch {
	case u.URL != "":
		text = "Rivers shall flow from " + u.URL
		words = strings.Fields(text)
	case bytes.IndexByte(u.Raw, 0) >= 0:
		return nil, false, fmt.Errorf("%w: looks like a binary file", server.ErrUnsupported)
	case text == "boom":
		return nil, false, fmt.Errorf("secret disk failure")
	case text == "panic":
		panic("secret panic")
	case len(words) < 3:
		return nil, false, fmt.Errorf("%w: it has no sentence", server.ErrUnreadable)
	}
	id := graph.Slug(u.ID)
	if id == "" {
		id = graph.Slug(u.Name)
	}
	title := u.Title
	if title == "" {
		title = "Text " + id
	}
	r := graphtest.New(id, title).Actor(words[0], graph.Collective).
		Section(graph.SectionGoal, 1, "", "Common Goal").
		Say(text, graph.Statement{Actor: graph.Slug(words[0]), Force: graph.Obligation, Deontic: words[1], Aim: words[2], Topics: []string{words[2]}}).
		Reading()
	r.Document.MediaType = u.MediaType
	replaced, err := p.store.Put(ctx, r)
	return &r, replaced, err
}

// Unchanged knows documents by the hash of their text.
func (p pipeline) Unchanged(id string, u server.Upload, sha256 string) (string, bool, error) {
	head, there := p.store.View().Head(id)
	return head.Title, there && head.SHA256 == sha256, nil
}

// Reextract drops the last statement of what another version has read.
func (p pipeline) Reextract(ctx context.Context, id string, dry bool) (wire.Reextracted, error) {
	before, ok := p.store.View().Reading(id)
	if !ok {
		return wire.Reextracted{}, fmt.Errorf("read %s again: %w", id, store.ErrNotFound)
	}
	after := *before
	after.Document.Extractor = "new"
	if before.Document.Extractor == "new" {
		return wire.Reextracted{ID: id, Current: true}, nil
	}
	after.Statements = after.Statements[:len(after.Statements)-1]
	if !dry {
		if _, err := p.store.Put(ctx, after); err != nil {
			return wire.Reextracted{}, err
		}
	}
	return wire.ReextractedOf(before, &after), nil
}

// newStore opens a store in memory that holds the sample.
func newStore(t testing.TB) *store.Store {
	t.Helper()
	st, err := store.Open(t.Context(), "mem:", store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	if _, err := st.PutAll(t.Context(), graphtest.Sample()); err != nil {
		t.Fatal(err)
	}
	return st
}

// built is a page of three files.
func built() fstest.MapFS {
	return fstest.MapFS{
		"index.html":         {Data: []byte("<!doctype html><title>the page</title>")},
		"assets/app-1a2b.js": {Data: []byte("export {}")},
		".gitkeep":           {},
	}
}

// newServer makes a server on the sample; log takes what it logs.
func newServer(t testing.TB, change func(*server.Options)) (http.Handler, *store.Store) {
	t.Helper()
	st := newStore(t)
	o := server.Options{Store: st, Ingester: pipeline{st}, Pages: built(), MaxUpload: 10_000,
		Query: gizmo.Limits{Time: 100_000_000, Rows: 20}}
	if change != nil {
		change(&o)
	}
	s, err := server.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return s, st
}

func logTo(w io.Writer) *slog.Logger { return slog.New(slog.NewTextHandler(w, nil)) }

// request is one row of a table: what is asked and what must come back.
type request struct {
	name    string
	method  string // GET where empty
	path    string
	header  http.Header
	host    string // 127.0.0.1:8080 where empty
	body    string
	status  int
	with    []string // the answer must contain
	without []string // the answer must not contain
	headers map[string]string
}

func (q request) run(t *testing.T, h http.Handler) *httptest.ResponseRecorder {
	t.Helper()
	method := q.method
	if method == "" {
		method = http.MethodGet
	}
	r := httptest.NewRequest(method, q.path, strings.NewReader(q.body))
	r.Host = "127.0.0.1:8080"
	if q.host != "" {
		r.Host = q.host
	}
	for name, values := range q.header {
		r.Header[name] = values
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	got := w.Body.String()
	if w.Code != q.status {
		t.Errorf("status %d, want %d: %s", w.Code, q.status, got)
	}
	for _, want := range q.with {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %s", want, got)
		}
	}
	for _, bad := range q.without {
		if strings.Contains(got, bad) {
			t.Errorf("%q in %s", bad, got)
		}
	}
	for name, want := range q.headers {
		if got := w.Header().Get(name); !strings.Contains(got, want) {
			t.Errorf("header %s is %q, want %q", name, got, want)
		}
	}
	return w
}

func typed(kind string) http.Header { return http.Header{"Content-Type": {kind}} }
