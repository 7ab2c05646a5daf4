package server_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"

	"mandate/server"
)

// Requests answered in process, one after the other.
func BenchmarkRequests(b *testing.B) {
	h, _ := newServer(b, func(o *server.Options) { o.Query.Time = 0 })
	for name, path := range map[string]string{
		"health":     "/healthz",
		"actor":      "/api/v1/actors/secretariat",
		"statements": "/api/v1/statements?actor=China",
		"paths":      "/api/v1/paths?from=China&to=UN&k=1",
		"graph":      "/api/v1/graph",
		"gizmo":      "/api/v2/query?lang=gizmo&qu=" + url.QueryEscape(`g.V("<actor:china>").all()`),
		"page":       "/",
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				r := httptest.NewRequest(http.MethodGet, path, nil)
				r.Host = "localhost"
				w := httptest.NewRecorder()
				h.ServeHTTP(w, r)
				if w.Code != http.StatusOK {
					b.Fatal(w.Code, w.Body)
				}
			}
		})
	}
}
