package server_test

import (
	"net/http"
	"strings"
	"testing"
	"testing/fstest"

	"mandate/server"
)

func TestHosts(t *testing.T) {
	h, _ := newServer(t, func(o *server.Options) { o.AllowedHosts = []string{"policy.example.org"} })
	for host, status := range map[string]int{
		"127.0.0.1:8080": 200, "localhost:8080": 200, "LOCALHOST": 200, "localhost.:80": 200, "mandate.localhost:1": 200,
		"[::1]:8080": 200, "192.0.2.7:8080": 200, "policy.example.org": 200, "Policy.Example.org:443": 200,
		"evil.example": 403, "evil.example:8080": 403, "localhost.evil.example": 403, "127.0.0.1.evil.example": 403, "notlocalhost": 403, "-": 403,
	} {
		t.Run(host, func(t *testing.T) {
			for _, path := range []string{"/", "/api/v1/documents", "/api/v2/formats", "/healthz", "/metrics", "/openapi.json"} {
				q := request{path: path, host: host, status: status}
				if status == 403 {
					q.with = []string{"--allow-host"}
				}
				q.run(t, h)
			}
		})
	}
}

func TestOtherSitesCannotWrite(t *testing.T) {
	own := http.Header{"Origin": {"http://127.0.0.1:8080"}, "Content-Type": {"text/plain"}}
	browser := http.Header{"Sec-Fetch-Site": {"same-origin"}, "Content-Type": {"text/plain"}}
	program := http.Header{"Content-Type": {"text/plain"}}
	other := http.Header{"Origin": {"https://evil.example"}, "Content-Type": {"text/plain"}}
	otherPort := http.Header{"Origin": {"http://127.0.0.1:9999"}, "Content-Type": {"text/plain"}}
	crossSite := http.Header{"Sec-Fetch-Site": {"cross-site"}, "Content-Type": {"text/plain"}}
	sameSite := http.Header{"Sec-Fetch-Site": {"same-site"}, "Content-Type": {"text/plain"}}
	opaque := http.Header{"Origin": {"null"}, "Content-Type": {"text/plain"}}
	for _, c := range []struct {
		name   string
		header http.Header
		passes bool
	}{
		{"our page by Origin", own, true}, {"our page by Sec-Fetch-Site", browser, true}, {"a program", program, true},
		{"another site", other, false}, {"another port", otherPort, false}, {"cross-site", crossSite, false},
		{"same-site", sameSite, false}, {"an opaque origin", opaque, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			h, st := newServer(t, func(o *server.Options) { o.QuadWrites = true })
			before := st.View()
			status := func(passed int) int {
				if c.passes {
					return passed
				}
				return 403
			}
			for _, q := range []request{
				{method: "POST", path: "/api/v1/documents?id=x", header: c.header, body: "Bakers shall bake.", status: status(201)},
				{method: "DELETE", path: "/api/v1/documents/lantern-charter", header: c.header, status: status(204)},
				{method: "POST", path: "/api/v2/write", header: c.header, body: "<a> <b> <c> .", status: status(200)},
			} {
				q.run(t, h)
			}
			if !c.passes && st.View() != before {
				t.Error("the store was changed")
			}
			// Reading stays open: it changes nothing, and no other site can see the answer.
			w := request{path: "/api/v1/documents", header: c.header, status: 200}.run(t, h)
			for name := range w.Header() {
				if strings.HasPrefix(name, "Access-Control-") {
					t.Errorf("header %s lets other sites read", name)
				}
			}
		})
	}
}

func TestPage(t *testing.T) {
	page, absent := []string{"the page"}, []string{"the page"}
	h, _ := newServer(t, nil)
	for _, q := range []request{
		{name: "root", path: "/", status: 200, with: page, headers: map[string]string{
			"Content-Type": "text/html", "Cache-Control": "no-cache", "Content-Security-Policy": "script-src 'self'", "X-Content-Type-Options": "nosniff"}},
		{name: "root of an address within", path: "/?view=graph&center=actor%3Achina", status: 200, with: page},
		{name: "address within", path: "/documents/lantern-charter", status: 200, with: page},
		{name: "index by name", path: "/index.html", status: 200, with: page},
		{name: "head", method: "HEAD", path: "/", status: 200},
		{name: "asset", path: "/assets/app-1a2b.js", status: 200, with: []string{"export"}, headers: map[string]string{"Cache-Control": "immutable", "Content-Type": "javascript"}},
		{name: "asset that is not there", path: "/assets/app-0000.js", status: 404, without: absent},
		{name: "dot file", path: "/.gitkeep", status: 404},
		{name: "way out", path: "/../../etc/passwd", status: 200, with: page, without: []string{"root:"}},
		{name: "escaped way out", path: "/..%2f..%2fetc%2fpasswd", status: 200, with: page, without: []string{"root:"}},
		{name: "posting to the page", method: "POST", path: "/", status: 405},
		{name: "unknown address of programs", path: "/api/", status: 404, without: absent, headers: map[string]string{"Content-Type": problem}},
	} {
		t.Run(q.name, func(t *testing.T) { q.run(t, h) })
	}
	w := request{path: "/", status: 200}.run(t, h)
	request{path: "/", header: http.Header{"If-None-Match": {w.Header().Get("ETag")}}, status: 304}.run(t, h)
}

func TestPageNotBuilt(t *testing.T) {
	h, _ := newServer(t, func(o *server.Options) { o.Pages = fstest.MapFS{".gitkeep": {}} })
	request{path: "/", status: 200, with: []string{"make ui"}, headers: map[string]string{"Content-Type": "text/html"}}.run(t, h)
	request{path: "/assets/app.js", status: 404}.run(t, h)
	request{path: "/api/v1/documents", status: 200}.run(t, h)
}
