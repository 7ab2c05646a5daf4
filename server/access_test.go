package server_test

import (
	"bytes"
	"net/http"
	"slices"
	"strings"
	"testing"

	"mandate/server"
)

const token = "a-token-of-some-length"

func TestChangesNeedTheToken(t *testing.T) {
	for name, c := range map[string]struct {
		header string
		passes bool
	}{
		"none": {"", false}, "right": {"Bearer " + token, true}, "right, in lower case": {"bearer " + token, true},
		"wrong": {"Bearer another-token-of-it", false}, "longer": {"Bearer " + token + "x", false}, "shorter": {"Bearer " + token[1:], false},
		"without its scheme": {token, false}, "of another scheme": {"Basic " + token, false}, "empty": {"Bearer ", false},
	} {
		t.Run(name, func(t *testing.T) {
			h, st := newServer(t, func(o *server.Options) { o.Token, o.QuadWrites = token, true })
			header := func() http.Header {
				h := typed("text/plain")
				if c.header != "" {
					h.Set("Authorization", c.header)
				}
				return h
			}
			before := st.View()
			for _, q := range []request{
				{method: "POST", path: "/api/v1/documents?id=x", body: "Bakers shall bake.", status: 201},
				{method: "DELETE", path: "/api/v1/documents/lantern-charter", status: 204},
				{method: "POST", path: "/api/v2/write", body: "<a> <b> <c> .", status: 200},
				{method: "POST", path: "/api/v2/delete", body: "<a> <b> <c> .", status: 200},
			} {
				q.header = header()
				if !c.passes {
					q.status, q.with = 401, []string{"--token-file"}
					q.headers = map[string]string{"WWW-Authenticate": "Bearer", "Content-Type": "application/problem+json"}
				}
				q.run(t, h)
			}
			if !c.passes && st.View() != before {
				t.Error("the store was changed")
			}
			for _, q := range []request{
				{path: "/api/v1/documents", status: 200}, {path: "/", status: 200}, {path: "/healthz", status: 200},
				{method: "POST", path: "/api/v2/query?lang=gizmo", body: `g.V("<actor:china>").all()`, status: 200},
			} {
				q.header = header()
				q.run(t, h)
			}
		})
	}
}

// What another site's page can send without asking first: forms and scripts
// with the plain types, and under its own name for this machine.
func TestOtherSitesSimpleRequests(t *testing.T) {
	for name, q := range map[string]request{
		"form":            {method: "POST", path: "/api/v1/documents", header: typed("multipart/form-data; boundary=x"), body: "--x--\r\n"},
		"encoded form":    {method: "POST", path: "/api/v1/documents", header: typed("application/x-www-form-urlencoded"), body: "text=Bakers+shall+bake"},
		"plain text":      {method: "POST", path: "/api/v1/documents?id=x", header: typed("text/plain"), body: "Bakers shall bake."},
		"JSON as text":    {method: "POST", path: "/api/v1/documents", header: typed("text/plain"), body: `{"text":"Bakers shall bake."}`},
		"quads":           {method: "POST", path: "/api/v2/write", header: typed("text/plain"), body: "<a> <b> <c> ."},
		"delete":          {method: "DELETE", path: "/api/v1/documents/lantern-charter", header: http.Header{}},
		"method override": {method: "POST", path: "/api/v1/documents/lantern-charter", header: http.Header{"X-Http-Method-Override": {"DELETE"}}},
	} {
		for _, origin := range []string{"https://evil.example", "null", "http://localhost:9999"} {
			t.Run(name+" from "+origin, func(t *testing.T) {
				h, st := newServer(t, func(o *server.Options) { o.QuadWrites = true })
				before := st.View()
				q := q
				q.header, q.status = q.header.Clone(), 403
				q.header.Set("Origin", origin)
				q.run(t, h)
				q.header.Del("Origin")
				q.header.Set("Sec-Fetch-Site", "cross-site")
				q.run(t, h)
				q.host = "rebound.example" // resolved to this machine, so the page is of its origin
				q.header = http.Header{"Origin": {"http://rebound.example"}, "Content-Type": q.header["Content-Type"]}
				q.with = []string{"--allow-host"}
				q.run(t, h)
				if st.View() != before {
					t.Error("the store was changed")
				}
			})
		}
	}
}

func TestCORS(t *testing.T) {
	friend, other := http.Header{"Origin": {"https://friend.example"}}, http.Header{"Origin": {"https://evil.example"}}
	preflight := friend.Clone()
	preflight.Set("Access-Control-Request-Method", "DELETE")
	write := friend.Clone()
	write.Set("Content-Type", "text/plain")
	authorised := write.Clone()
	authorised.Set("Authorization", "Bearer "+token)
	const allow = "Access-Control-Allow-Origin"

	off, _ := newServer(t, nil)
	w := request{path: "/api/v1/documents", header: friend, status: 200}.run(t, off)
	if w.Header().Get(allow) != "" {
		t.Error("CORS is on by default")
	}
	reading, _ := newServer(t, func(o *server.Options) { o.Origins = []string{"https://friend.example"} })
	w = request{path: "/api/v1/documents", header: friend, status: 200, headers: map[string]string{allow: "https://friend.example", "Access-Control-Expose-Headers": "ETag"}}.run(t, reading)
	if !slices.Contains(w.Header().Values("Vary"), "Origin") {
		t.Error("the answer to one site may be given to another")
	}
	if w := (request{path: "/api/v1/documents", header: other, status: 200}).run(t, reading); w.Header().Get(allow) != "" {
		t.Error("any other site may read")
	}
	request{method: "OPTIONS", path: "/api/v1/documents/x", header: preflight, status: 204, headers: map[string]string{"Access-Control-Allow-Methods": "DELETE", "Access-Control-Allow-Headers": "Authorization"}}.run(t, reading)
	request{method: "POST", path: "/api/v1/documents?id=x", header: write, body: "Bakers shall bake.", status: 403}.run(t, reading)

	writing, _ := newServer(t, func(o *server.Options) { o.Origins, o.Token = []string{"https://friend.example"}, token })
	request{method: "POST", path: "/api/v1/documents?id=x", header: write, body: "Bakers shall bake.", status: 401}.run(t, writing)
	request{method: "POST", path: "/api/v1/documents?id=x", header: authorised, body: "Bakers shall bake.", status: 201}.run(t, writing)

	if _, err := server.New(server.Options{Store: newStore(t), Token: token, Origins: []string{"friend.example/page"}}); err == nil {
		t.Error("what is no origin is taken for one")
	}
}

func TestRequestIDs(t *testing.T) {
	var log bytes.Buffer
	h, _ := newServer(t, func(o *server.Options) { o.Log = logTo(&log) })
	for id, kept := range map[string]bool{
		"trace-1.2:x_Y": true, "": false, "with space": false, "new\nline": false, strings.Repeat("x", 65): false, "<script>": false, "é": false,
	} {
		for _, path := range []string{"/api/v1/documents", "/api/v1/actors/nobody", "/api/v1/statements?limit=0", "/api/v1/moods", "/api/v2/nothing", "/"} {
			q := request{path: path, header: http.Header{"X-Request-Id": {id}}, status: 200}
			switch path {
			case "/api/v1/statements?limit=0":
				q.status = 400
			case "/api/v1/documents", "/":
			default:
				q.status = 404
			}
			log.Reset()
			w := q.run(t, h)
			got := w.Header().Get("X-Request-Id")
			if kept && got != id || !kept && (len(got) < 8 || got == id) {
				t.Errorf("%s: sent %q, got %q", path, id, got)
			}
			if !strings.Contains(log.String(), "id="+got) {
				t.Errorf("%s: no %q in the log %s", path, got, log.String())
			}
			if strings.Contains(w.Header().Get("Content-Type"), "problem") && !strings.Contains(w.Body.String(), `"request_id":"`+got+`"`) {
				t.Errorf("%s: no %q in %s", path, got, w.Body)
			}
		}
	}
}
