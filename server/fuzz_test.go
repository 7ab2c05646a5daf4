package server_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// Whatever is sent, the server answers, and never with a failure of its own.
func FuzzRequest(f *testing.F) {
	form, kind := "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nBakers shall bake.\r\n--x--\r\n", "multipart/form-data; boundary=x"
	f.Add("POST", "/api/v1/documents", "", kind, form)
	f.Add("POST", "/api/v1/documents", "id=%00&name=..%2F", "text/plain", "Bakers shall bake.")
	f.Add("POST", "/api/v1/documents", "", "application/json", `{"title":"T","text":"Bakers shall bake."}`)
	f.Add("DELETE", "/api/v1/documents/x", "", "", "")
	f.Add("POST", "/api/v1/corrections", "", "application/json", `{"kind":"merge","by":"Ann","actor":"China","into":"UN"}`)
	f.Add("POST", "/api/v1/corrections", "", "application/json", `{"kind":"add","by":"A","doc":"lantern-charter","quote":"a lamp","set":{"actor":"UN","aim":"x","force":"goal"}}`)
	f.Add("GET", "/api/v1/corrections", "doc=x&state=orphaned&by=%00", "", "")
	f.Add("GET", "/api/v1/statements", "actor=China&force=goal&limit=5&cursor=x&q=a", "", "")
	f.Add("GET", "/api/v1/paths", "from=China&to=UN&max_hops=12&k=50", "", "")
	f.Add("GET", "/api/v1/graph", "center=the+&hops=10&limit=1", "", "")
	f.Add("GET", "/api/v1/actors/%2F%2e%2e", "limit=-1", "", "")
	f.Add("POST", "/api/v2/query", "lang=gizmo", "", `g.V().all()`)
	f.Add("GET", "/..%2f/%00", "", "", "")
	h, _ := newServer(f, nil)
	f.Fuzz(func(t *testing.T, method, path, query, contentType, body string) {
		if strings.HasSuffix(path, "/api/v2/query") && !strings.Contains(body, "g.V()") {
			t.Skip("scripts are fuzzed where they are run")
		}
		r, err := http.NewRequest(method, "http://localhost/", strings.NewReader(body))
		if err != nil {
			t.Skip("no request of HTTP")
		}
		if r.URL, err = r.URL.Parse("http://localhost" + path); err != nil {
			t.Skip("no address")
		}
		r.URL.RawQuery = query
		r.RequestURI = r.URL.RequestURI()
		r.Header.Set("Content-Type", contentType)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code >= 500 {
			t.Errorf("%s %s?%s: %d %s", method, path, query, w.Code, w.Body)
		}
	})
}
