package cayley_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"mandate/graph/graphtest"
	"mandate/graph/store"
	"mandate/query/gizmo"
	"mandate/query/sandbox"
	"mandate/server/cayley"
)

func newHandler(t *testing.T, writes bool) (http.Handler, *store.Store) {
	t.Helper()
	st, err := store.Open(t.Context(), "mem:", store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	if _, err := st.PutAll(t.Context(), graphtest.Sample()); err != nil {
		t.Fatal(err)
	}
	queries := sandbox.New(sandbox.Options{})
	t.Cleanup(func() { queries.Close() })
	return cayley.New(cayley.Options{Store: st, Queries: queries, Writes: writes, MaxBody: 1000,
		Limits: gizmo.Limits{Time: 100 * time.Millisecond, Rows: 5, Bytes: 10_000}}), st
}

type request struct {
	name, method, path, accept, kind, body string
	status                                 int
	with, without                          []string
}

func (q request) run(t *testing.T, h http.Handler) {
	t.Helper()
	if q.method == "" {
		q.method = http.MethodGet
	}
	r := httptest.NewRequest(q.method, q.path, strings.NewReader(q.body))
	r.Header.Set("Content-Type", q.kind)
	r.Header.Set("Accept", q.accept)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != q.status {
		t.Errorf("status %d, want %d: %s", w.Code, q.status, w.Body)
	}
	for _, want := range q.with {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("no %q in %s", want, w.Body)
		}
	}
	for _, bad := range q.without {
		if strings.Contains(w.Body.String(), bad) {
			t.Errorf("%q in %s", bad, w.Body)
		}
	}
}

func TestQuery(t *testing.T) {
	h, _ := newHandler(t, false)
	gizmo := "/api/v2/query?lang=gizmo"
	for _, q := range []request{
		{name: "posted", method: "POST", path: gizmo, body: `g.V("<actor:china>").out("<commitsTo>").all()`, status: 200, with: []string{`{"result":[{"id":"<goal:guarding-sovereignty-at-sea>"}]}`}},
		{name: "in the address", path: gizmo + "&qu=g.emit(1)", status: 200, with: []string{`{"result":[1]}`}},
		{name: "nothing", method: "POST", path: gizmo, body: `g.V("<actor:nobody>").out().all()`, status: 200, with: []string{`{"result":[]}`}},
		{name: "syntax error", method: "POST", path: gizmo, body: "g.V(\n(", status: 400, with: []string{`{"error":"gizmo: line 2, column 2: `}},
		{name: "endless", method: "POST", path: gizmo, body: "while(true){}", status: 400, with: []string{`"error":"query stopped after 100ms`}},
		{name: "too many rows", method: "POST", path: gizmo, body: "for(var i=0;i<9;i++) g.emit(i)", status: 200, with: []string{`"result":[0,1,2,3,4]`, `"truncated":"stopped after 5 results`}},
		{name: "too many bytes", method: "POST", path: gizmo, body: `g.emit(Array(2000).fill("abcdef"))`, status: 400, with: []string{"10000 bytes"}},
		{name: "a panic", method: "POST", path: gizmo, body: "iri(1)", status: 400, with: []string{`"error":"gizmo: `}},
		{name: "too long", method: "POST", path: gizmo, body: strings.Repeat(" ", 20_000), status: 400, with: []string{"longer than"}},
		{name: "empty", method: "POST", path: gizmo, status: 400, with: []string{"empty"}},
		{name: "no language", method: "POST", path: "/api/v2/query", body: "g.V()", status: 400, with: []string{"language not specified"}},
		{name: "unknown language", method: "POST", path: "/api/v2/query?lang=sparql", body: "ASK {}", status: 400, with: []string{"unknown query language", "gizmo"}},
		{name: "GraphQL", method: "POST", path: "/api/v2/query?lang=graphql", body: `{ nodes(id: <actor:china>) { rdfs:label } }`, status: 200, with: []string{`{"data":{"nodes":{"rdfs:label":"China"}}}`}},
		{name: "GraphQL error", method: "POST", path: "/api/v2/query?lang=graphql", body: `{ nodes(`, status: 200, with: []string{`"data":null`, `"errors":[{"message":"graphql: line 1`}},
		{name: "wrong method", method: "PUT", path: gizmo, status: 404, with: []string{`"error"`}},
	} {
		t.Run(q.name, func(t *testing.T) { q.run(t, h) })
	}
}

func TestRead(t *testing.T) {
	h, _ := newHandler(t, false)
	for _, q := range []request{
		{name: "all", path: "/api/v2/read", status: 200, with: []string{"<actor:china> <commitsTo> <goal:guarding-sovereignty-at-sea> <doc:harbour-declaration> .\n"}},
		{name: "some", path: "/api/v2/read?sub=%3Cactor:china%3E&pred=%3CcommitsTo%3E", status: 200, with: []string{"<goal:guarding"}, without: []string{"united"}},
		{name: "as JSON", path: "/api/v2/read?format=json&pred=%3Copposes%3E", status: 200, with: []string{`"subject":"\u003cactor:china\u003e"`, `"predicate"`}},
		{name: "formats", path: "/api/v2/formats", status: 200, with: []string{`"id":"nquads"`, `"id":"jsonld"`, `"id":"graphml"`}},
		{name: "unknown", path: "/api/v2/dance", status: 404, with: []string{`"error"`}},
	} {
		t.Run(q.name, func(t *testing.T) { q.run(t, h) })
	}
}

func TestWritesAreOff(t *testing.T) {
	h, st := newHandler(t, false)
	before := st.View()
	for _, path := range []string{"write", "delete", "node/delete"} {
		request{method: "POST", path: "/api/v2/" + path, kind: "application/n-quads", body: "<actor:china> <b> <c> .", status: 403, with: []string{"--quad-writes"}}.run(t, h)
	}
	if st.View() != before {
		t.Error("the store was changed")
	}
}

func TestWrites(t *testing.T) {
	h, st := newHandler(t, true)
	quads := "<actor:kites> <commitsTo> <goal:wind> .\n<actor:kites> <commitsTo> <goal:height> <doc:kites> .\n"
	count := func() string { return `g.emit(g.V("<actor:kites>").out("<commitsTo>").count())` }
	seen := func(n string) {
		t.Helper()
		request{method: "POST", path: "/api/v2/query?lang=gizmo", body: count(), status: 200, with: []string{`{"result":[` + n + `]}`}}.run(t, h)
	}
	write := request{method: "POST", path: "/api/v2/write", kind: "application/n-quads", body: quads, status: 200, with: []string{`"count":2`}}
	write.run(t, h)
	seen("2")
	write.run(t, h) // once more is no error
	seen("2")
	request{path: "/api/v2/read?obj=%3Cgoal:wind%3E", status: 200, with: []string{"<doc:imported>"}}.run(t, h)
	request{method: "POST", path: "/api/v2/delete", kind: "application/n-quads", body: "<actor:kites> <commitsTo> <goal:wind> .\n", status: 200, with: []string{`"count": 1`}}.run(t, h)
	seen("1")
	request{method: "POST", path: "/api/v2/node/delete", kind: "application/n-quads", body: "<actor:kites>", status: 200}.run(t, h)
	seen("0")

	graphs := request{method: "POST", path: "/api/v2/write", kind: "application/n-quads", body: "<actor:kites> <commitsTo> <goal:wind> <http://example.org/graph> .\n", status: 200, with: []string{`"count":1`}}
	graphs.run(t, h)
	seen("1")
	before := st.View()
	request{method: "POST", path: "/api/v2/write", kind: "application/n-quads", body: strings.Repeat("<a> <b> <c> .\n", 100), status: 413, with: []string{"in pieces"}}.run(t, h)
	request{method: "POST", path: "/api/v2/write", kind: "application/n-quads", body: quads + "not a quad", status: 400, with: []string{"read quad 3"}}.run(t, h)
	if st.View() != before {
		t.Error("a refused write changed the store")
	}
}
