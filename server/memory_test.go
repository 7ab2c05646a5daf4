package server_test

import (
	"testing"

	"mandate/graph/graphtest"
	"mandate/graph/store"
	"mandate/server"
)

// unindexed opens a store of the sample whose index may not take what it needs.
func unindexed(t *testing.T) *store.Store {
	t.Helper()
	st, err := store.Open(t.Context(), "mem:", store.Options{Memory: 1000})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	if _, err := st.PutAll(t.Context(), graphtest.Sample()); err != nil {
		t.Fatal(err)
	}
	return st
}

func TestServingWithoutAnIndex(t *testing.T) {
	h, _ := newServer(t, func(o *server.Options) {
		st := unindexed(t)
		o.Store, o.Ingester, o.QuadWrites = st, pipeline{st}, true
		o.Query.Time = 10_000_000_000
	})
	const gizmo, boat = "/api/v2/query?lang=gizmo", `<boat:1> <mooredAt> <pier:1> <doc:harbour> .`
	problem := map[string]string{"Content-Type": "application/problem+json"}
	for _, q := range []request{
		{name: "readiness", path: "/readyz", status: 200, with: []string{`"answers_from":"store"`, `raise --memory to 1MB`}},
		{name: "statements", path: "/api/v1/statements", status: 503, with: []string{"raise --memory"}, headers: problem},
		{name: "documents", path: "/api/v1/documents", status: 503, headers: problem},
		{name: "agents", method: "POST", path: "/mcp", status: 503, headers: problem},
		{name: "reading again", method: "POST", path: "/api/v1/documents/x/reextract", status: 503, headers: problem},
		{name: "paths", method: "POST", path: gizmo, body: `g.V("<actor:china>").out("<commitsTo>").all()`, status: 200, with: []string{`goal:guarding-sovereignty-at-sea`}},
		{name: "script", method: "POST", path: gizmo, body: `g.emit("a".repeat(2e10))`, status: 503, with: []string{"raise --memory"}},
		{name: "GraphQL", method: "POST", path: "/api/v2/query?lang=graphql", body: `{ nodes(id: <actor:china>) { id } }`, status: 200, with: []string{"actor:china"}},
		{name: "quads in", method: "POST", path: "/api/v2/write", body: boat, header: typed("application/n-quads"), status: 200},
		{name: "quads seen", method: "POST", path: gizmo, body: `g.V("<boat:1>").out("<mooredAt>").all()`, status: 200, with: []string{"pier:1"}},
		{name: "quads read", path: "/api/v2/read?format=nquads&sub=%3Cboat:1%3E", status: 200, with: []string{"<pier:1>"}},
		{name: "node out", method: "POST", path: "/api/v2/node/delete", body: `<boat:1>`, header: typed("application/n-quads"), status: 200},
		{name: "node gone", method: "POST", path: gizmo, body: `g.V("<boat:1>").out("<mooredAt>").all()`, status: 200, without: []string{"pier:1"}},
		{name: "text in", method: "POST", path: "/api/v1/documents?id=tides", body: "Pilots shall report fog", header: typed("text/plain"), status: 201, with: []string{`"id":"tides"`}},
		{name: "text out", method: "DELETE", path: "/api/v1/documents/tides", status: 204},
		{name: "text gone", method: "DELETE", path: "/api/v1/documents/tides", status: 404, headers: problem},
	} {
		t.Run(q.name, func(t *testing.T) { q.run(t, h) })
	}
}

func TestReadinessTellsWhatTheIndexTakes(t *testing.T) {
	h, _ := newServer(t, nil)
	request{path: "/readyz", status: 200, with: []string{`"answers_from":"index"`, `"index_bytes":`, `"index_bytes_per_quad":`}}.run(t, h)
}
