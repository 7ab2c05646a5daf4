package server_test

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path"
	"strings"
	"testing"
)

// gets are one address for each GET under /api/v1.
func gets() []string {
	return []string{
		"/api/v1/documents", "/api/v1/documents/lantern-charter", "/api/v1/documents/lantern-charter/unchanged?sha256=" + strings.Repeat("0", 64), "/api/v1/export", "/api/v1/actors", "/api/v1/actors/china",
		"/api/v1/principles", "/api/v1/principles/shared-stewardship", "/api/v1/goals", "/api/v1/goals/train-pilots",
		"/api/v1/topics", "/api/v1/topics/lamp", "/api/v1/instruments", "/api/v1/instruments/lisbon-accord",
		"/api/v1/statements", "/api/v1/statements/%s", "/api/v1/who?topic=lamps", "/api/v1/what?actor=China", "/api/v1/responsibilities",
		"/api/v1/paths?from=China&to=UN", "/api/v1/neighbourhood?center=China", "/api/v1/graph", "/api/v1/search?q=uni",
		"/api/v1/gaps", "/api/v1/compare?a=harbour-declaration&b=lantern-charter", "/api/v1/verify",
		"/api/v1/corrections", "/api/v1/corrections/%c", "/api/v1/agreement", "/api/v1/about",
	}
}

// aStatement is the ID of one.
func aStatement(t *testing.T, h http.Handler) string {
	var list struct{ Items []struct{ ID string } }
	w := request{path: "/api/v1/statements?limit=1", status: 200}.run(t, h)
	if err := json.Unmarshal(w.Body.Bytes(), &list); err != nil || len(list.Items) != 1 {
		t.Fatal(err, w.Body)
	}
	return list.Items[0].ID
}

// Every address of the interface is among those that tests walk.
func TestEveryGetIsTested(t *testing.T) {
	h, _ := newServer(t, nil)
	var spec struct{ Paths map[string]map[string]any }
	if err := json.Unmarshal(request{path: "/openapi.json", status: 200}.run(t, h).Body.Bytes(), &spec); err != nil {
		t.Fatal(err)
	}
	for route, operations := range spec.Paths {
		if operations["get"] == nil || strings.HasPrefix(route, "/api/v1/jobs") { // which are not of the graph: jobs_test.go
			continue
		}
		pattern, found := strings.ReplaceAll(route, "{id}", "*"), false
		for _, address := range gets() {
			bare, _, _ := strings.Cut(address, "?")
			matches, err := path.Match(pattern, bare)
			found = found || matches && err == nil
		}
		if !found {
			t.Errorf("%s is not among the addresses of tests", route)
		}
	}
}

func TestETags(t *testing.T) {
	h, _ := newServer(t, nil)
	statement := aStatement(t, h)
	correction := correct(t, h, `{"kind":"accept","by":"Ann Lee","statements":[%q]}`, statement).ID
	tags := map[string]string{}
	bodies := map[string]string{}
	for _, path := range gets() {
		path = strings.NewReplacer("%s", statement, "%c", correction).Replace(path)
		w := request{path: path, status: 200, headers: map[string]string{"ETag": `W/"`, "Cache-Control": "no-cache"}}.run(t, h)
		tag := w.Header().Get("ETag")
		again := request{path: path, status: 200}.run(t, h)
		if again.Body.String() != w.Body.String() || again.Header().Get("ETag") != tag || again.Header().Get("Content-Type") != w.Header().Get("Content-Type") {
			t.Errorf("%s: asked again, it answers otherwise", path)
		}
		for _, sent := range []string{tag, strings.TrimPrefix(tag, "W/"), `"x", ` + tag} {
			w := request{path: path, header: http.Header{"If-None-Match": {sent}}, status: 304, headers: map[string]string{"ETag": tag}}.run(t, h)
			if w.Body.Len() > 0 {
				t.Errorf("%s: a body with 304", path)
			}
		}
		request{path: path, header: http.Header{"If-None-Match": {`W/"x"`}}, status: 200}.run(t, h)
		tags[path], bodies[path] = tag, w.Body.String()
	}
	// The tag of one address says nothing of another.
	request{path: "/api/v1/actors/nobody", header: http.Header{"If-None-Match": {tags["/api/v1/actors"]}}, status: 404}.run(t, h)
	if w := (request{path: "/api/v1/actors/nobody", status: 404}).run(t, h); w.Header().Get("ETag") != "" {
		t.Error("a problem has an ETag")
	}
	request{method: "DELETE", path: "/api/v1/documents/lantern-charter", status: 204}.run(t, h)
	for path, tag := range tags {
		q := request{path: path, header: http.Header{"If-None-Match": {tag}}, status: 200}
		switch path {
		case "/api/v1/compare?a=harbour-declaration&b=lantern-charter", "/api/v1/documents/lantern-charter", "/api/v1/principles/shared-stewardship", "/api/v1/goals/train-pilots", "/api/v1/topics/lamp":
			continue
		}
		w := q.run(t, h)
		if w.Header().Get("ETag") == tag || w.Body.String() == "" {
			t.Errorf("%s: the same tag after a change", path)
		}
		if path == "/api/v1/documents" && w.Body.String() == bodies[path] {
			t.Errorf("%s: the same answer after a change", path)
		}
	}
}

// What is kept is sent compressed to who asks for it, and is the same.
func TestCompressedAnswersAreTheSame(t *testing.T) {
	h, _ := newServer(t, nil)
	plain := request{path: "/api/v1/statements", status: 200}.run(t, h).Body.String()
	for range 2 {
		w := request{path: "/api/v1/statements", header: http.Header{"Accept-Encoding": {"gzip, br"}}, status: 200,
			headers: map[string]string{"Content-Encoding": "gzip", "Vary": "Accept-Encoding", "Content-Type": "application/json"}}.run(t, h)
		r, err := gzip.NewReader(w.Body)
		if err != nil {
			t.Fatal(err)
		}
		if body, err := io.ReadAll(r); err != nil || string(body) != plain {
			t.Errorf("%v: %d bytes, plain %d", err, len(body), len(plain))
		}
	}
	if w := (request{path: "/api/v1/statements", header: http.Header{"Accept-Encoding": {"gzip;q=0"}}, status: 200}).run(t, h); w.Header().Get("Content-Encoding") != "" {
		t.Error("compressed for who does not want it")
	}
}

// More answers than are kept: all are right.
func TestManyAnswers(t *testing.T) {
	h, _ := newServer(t, nil)
	for n := range 3000 {
		path := fmt.Sprintf("/api/v1/who?topic=lamps+%s", strings.Repeat("l", n%400))
		request{path: path, status: 200, with: []string{`"total":`}}.run(t, h)
	}
}

// Walking a list page by page gives every item once, and a cursor that is no
// more says that the list has changed.
func TestCursors(t *testing.T) {
	for _, path := range []string{"/api/v1/documents?", "/api/v1/actors?", "/api/v1/principles?", "/api/v1/goals?", "/api/v1/topics?", "/api/v1/instruments?",
		"/api/v1/statements?", "/api/v1/statements?force=obligation&", "/api/v1/who?topic=common+rules&", "/api/v1/what?actor=China&"} {
		t.Run(path, func(t *testing.T) {
			h, _ := newServer(t, nil)
			whole := walkList(t, h, path, 1000)
			for _, limit := range []int{1, 2, 3} {
				if got := walkList(t, h, path, limit); strings.Join(got, " ") != strings.Join(whole, " ") {
					t.Errorf("pages of %d: %v, at once %v", limit, got, whole)
				}
			}
			if len(whole) == 0 {
				t.Error("an empty list")
			}
			request{path: path + "limit=0", status: 400, with: []string{"limit: "}}.run(t, h)
			request{path: path + "limit=100000", status: 400, with: []string{"limit: "}}.run(t, h)
			request{path: path + "cursor=gone", status: 400, with: []string{"the list has changed"}}.run(t, h)
		})
	}
}

func walkList(t *testing.T, h http.Handler, path string, limit int) []string {
	t.Helper()
	var got []string
	seen := map[string]bool{}
	for cursor := ""; ; {
		var page struct {
			Items []struct{ ID, IRI string }
			Total int
			Next  string
		}
		w := request{path: fmt.Sprintf("%slimit=%d&cursor=%s", path, limit, url.QueryEscape(cursor)), status: 200}.run(t, h)
		if err := json.Unmarshal(w.Body.Bytes(), &page); err != nil || len(page.Items) > limit {
			t.Fatalf("%v: %d items of at most %d", err, len(page.Items), limit)
		}
		for _, item := range page.Items {
			if seen[item.ID] {
				t.Errorf("%s comes twice", item.ID)
			}
			seen[item.ID] = true
			got = append(got, item.ID)
		}
		if page.Next == "" {
			if len(got) != page.Total {
				t.Errorf("%d items of %d", len(got), page.Total)
			}
			return got
		}
		cursor = page.Next
	}
}
