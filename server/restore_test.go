package server_test

import (
	"net/http"
	"testing"

	"mandate/server"
)

// What was removed or replaced comes back as it was, corrections included, and
// that can be taken back too.
func TestRestore(t *testing.T) {
	h, st := newServer(t, nil)
	text := func(words string) {
		request{method: "POST", path: "/api/v1/documents?id=bread", header: typed("text/plain"), body: words, status: 201}.run(t, h)
	}
	says := func(words string) {
		t.Helper()
		request{path: "/api/v1/documents/bread", status: 200, with: []string{words}}.run(t, h)
	}
	restore := func(status int, with ...string) {
		t.Helper()
		request{method: "POST", path: "/api/v1/documents/bread/restore", status: status, with: with}.run(t, h)
	}
	restore(404, "add its text again")
	text("Bakers shall bake bread daily.")
	s := statementOf(t, st, "bakers", "bake")
	correct(t, h, `{"kind":"edit","by":"Ann","statements":[%q],"set":{"deontic":"must"}}`, s.ID)
	before := st.View()
	want, _ := before.Reading("bread")
	request{method: "DELETE", path: "/api/v1/documents/bread", status: 204}.run(t, h)
	restore(200, `"replaced":false`, `"id":"bread"`)
	got, ok := st.View().Reading("bread")
	if !ok || got.Document.Text != want.Document.Text || got.Statements[0].Deontic != "must" {
		t.Errorf("restored: %+v", got)
	}
	restore(404, "add its text again")

	text("Millers shall grind corn daily.")
	restore(200, `"replaced":true`)
	says("Bakers")
	restore(200)
	says("Millers")
}

// The program tells its versions and the notices of its data, without a graph too.
func TestAbout(t *testing.T) {
	h, _ := newServer(t, func(o *server.Options) {
		o.Version = "v9"
		o.Readers = func() (extractor, model string, err error) { return "rules 1", "model 2", nil }
	})
	request{path: "/api/v1/about", status: http.StatusOK, with: []string{`"version":"v9"`, `"extractor":"rules 1"`, `"model":"model 2"`, "WordNet"}}.run(t, h)
}
