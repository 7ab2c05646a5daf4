package server_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"mandate/server"
)

const problem = "application/problem+json"

func TestReading(t *testing.T) {
	h, _ := newServer(t, nil)
	for _, q := range []request{
		{name: "documents", path: "/api/v1/documents", status: 200,
			with:    []string{`"total":2`, `"id":"harbour-declaration"`, `"title":"Lantern Charter"`, `"byline":"Ministry of Ports"`, `"issued":"2021-05-04"`, `"gaps":1`, `"media_type":"text/plain"`, `"sha256":"`},
			without: []string{`"text"`, `"next"`, `$schema`, `null`}, headers: map[string]string{"Content-Type": "application/json"}},
		{name: "documents, first page", path: "/api/v1/documents?limit=1", status: 200, with: []string{`"total":2`, `"next":"harbour-declaration"`}, without: []string{"lantern"}},
		{name: "documents, second page", path: "/api/v1/documents?limit=1&cursor=harbour-declaration", status: 200, with: []string{"lantern"}, without: []string{`"next"`, "harbour"}},
		{name: "document", path: "/api/v1/documents/lantern-charter", status: 200,
			with: []string{`"text":"Lantern Charter\n\nMembers may`, `"kind":"Principle"`, `"iri":"goal:train-pilots"`, `"number":"Goal 2"`, `"parent":-1`, `"statements":[{`, `"char_start":`}},
		{name: "document by title", path: "/api/v1/documents/Lantern%20Charter", status: 200, with: []string{`"id":"lantern-charter"`}},
		{name: "actors", path: "/api/v1/actors", status: 200,
			with: []string{`"total":8`, `{"iri":"actor:china","label":"China","kind":"State","id":"china","aliases":["PRC","People's Republic of China"],"counts":{"statements":7,"by_force":{"commitment":2,"goal":2,"stance":3}}}`}},
		{name: "principles", path: "/api/v1/principles", status: 200, with: []string{"principle:shared-stewardship"}},
		{name: "goals", path: "/api/v1/goals", status: 200, with: []string{"goal:train-pilots", `"kind":"Goal"`}},
		{name: "topics", path: "/api/v1/topics?limit=2", status: 200, with: []string{`"next":"topic:`}},
		{name: "actor", path: "/api/v1/actors/china", status: 200,
			with: []string{`"neighbours":[`, `"predicate":"pursues","direction":"out","count":2`, `"statements":[{`}},
		{name: "actor by alias", path: "/api/v1/actors/the%20UN", status: 200, with: []string{`"iri":"actor:united-nations"`, `"predicate":"recipient","direction":"in"`}},
		{name: "goal", path: "/api/v1/goals/train-pilots", status: 200, with: []string{`"direction":"in"`, "actor:china", "actor:united-nations"}},
		{name: "statements", path: "/api/v1/statements?actor=China&force=stance", status: 200,
			with:    []string{`"total":3`, `"polarity":"-"`, `"actor":{"id":"china","label":"China","kind":"State"}`, `"section":"Chapter I. Basic Principles > Peace on the Wires"`},
			without: []string{`"force":"goal"`}},
		{name: "statements of the missing actor", path: "/api/v1/statements?actor=unassigned", status: 200, with: []string{`"total":1`, `"kind":"Gap"`}},
		{name: "statements by words", path: "/api/v1/statements?q=sailors", status: 200, with: []string{`"total":1`, `"context":[{"start":`, `"text":"China is committed"`}},
		{name: "no statement", path: "/api/v1/statements?q=penguin", status: 200, with: []string{`"items":[]`, `"total":0`}},
		{name: "who", path: "/api/v1/who?topic=common+rules", status: 200, with: []string{`"items":[{`, "The United Nations should lead"}},
		{name: "what", path: "/api/v1/what?actor=international+community", status: 200, with: []string{`"total":2`, `"aim":"promote"`}},
		{name: "matrix", path: "/api/v1/responsibilities?rows=actors&columns=goals", status: 200,
			with: []string{`"rows":[{"iri":"actor:`, `"columns":[{"iri":"goal:`, `"cells":[{"row":0,"column":`, `"forces":{"`}},
		{name: "paths", path: "/api/v1/paths?from=China&to=United+Nations", status: 200,
			with: []string{`"hops":[{"from":{"iri":"actor:china","label":"China","kind":"State"},"predicate":"attribute","reversed":true,"to":{"iri":"stmt:`, `"predicate":"involves","reversed":false`, `"length":2`, "supports the work of the United Nations"}},
		{name: "matrix of several axes", path: "/api/v1/responsibilities?columns=principles,goals", status: 200,
			with: []string{`"kind":"Principle"`, `"kind":"Goal"`, `"documents":["`, `"parent":{"iri":"doc:`}},
		{name: "statements of forces", path: "/api/v1/statements?force=permission,prohibition", status: 200,
			with: []string{`"force":"permission"`, `"force":"prohibition"`}, without: []string{`"force":"obligation"`}},
		{name: "paths by evidence", path: "/api/v1/paths?from=China&to=United+Nations&by=evidence&k=1&predicate=attribute,involves&not_force=goal", status: 200,
			with: []string{`"length":2,"distance":4`, `"evidence":1,"statements":[{`, `"complete":true,"links":`}},
		{name: "paths of direct links", path: "/api/v1/paths?from=Countries&to=Civil+society&not_kind=Statement&k=1", status: 200,
			with: []string{`"predicate":"obligedTo","reversed":false`, `"predicate":"obligedTo","reversed":true`, `"length":2`}, without: []string{`"kind":"Statement"`}},
		{name: "neighbourhood", path: "/api/v1/neighbourhood?center=China&hops=1", status: 200,
			with: []string{`"center":{"iri":"actor:china"`, `"distance":1,"via":{"from":{"iri":"actor:china"`, `"predicate":"commitsTo"`, `"complete":true`}, without: []string{`"distance":2`}},
		{name: "neighbourhood, cut", path: "/api/v1/neighbourhood?center=China&hops=3&limit=1&kind=Topic,State", status: 200, with: []string{`"distance":1`}},
		{name: "or else", path: "/api/v1/statements?actor=Secretariat", status: 200, with: []string{`"or_else":"or lose its vote"`}},
		{name: "no path", path: "/api/v1/paths?from=China&to=United+Nations&max_hops=1", status: 200, with: []string{`"paths":[]`, `"complete":true`}},
		{name: "graph", path: "/api/v1/graph", status: 200,
			with: []string{`"narrowed":false`, `"group":"actor"`, `"source":"actor:china"`, `"predicate":"opposes"`, `"statements":["`}},
		{name: "graph, narrow", path: "/api/v1/graph?center=China&limit=2&hops=1", status: 200, with: []string{`"narrowed":true`}},
		{name: "graph, filtered", path: "/api/v1/graph?not_kind=State,Topic&not_force=stance&evidence=1&serves=goal:train-pilots&facets=true", status: 200,
			with:    []string{`"source":"actor:united-nations"`, `"facets":{"documents":[{"iri":"doc:`, `"forces":{"obligation":1}`, `"State":1`, `"evidence":[{"statements":1,"links":`, `"total_topics":`},
			without: []string{`"source":"actor:china"`, `"predicate":"opposes"`, `null`}},
		{name: "graph, expanded", path: "/api/v1/graph?center=China&limit=1&hops=1&expand=actor:china,actor:china~Goal,actor:gone&neighbours=1&with=actor:united-nations", status: 200,
			with: []string{`"kind":"Goal"`, `"more":{`, `"id":"actor:united-nations"`}, without: []string{`"facets"`}},
		{name: "graph between actors", path: "/api/v1/graph?between=true&topic=common+rules", status: 200, with: []string{`"edges":[{`}},
		{name: "statements that name an actor", path: "/api/v1/statements?names=United+Nations", status: 200, with: []string{"supports the work of the United Nations"}},
		{name: "statements of an actor that name another", path: "/api/v1/statements?actor=China&names=United+Nations", status: 200, with: []string{`"total":1`, "supports the work of the United Nations"}},
		{name: "search for one class", path: "/api/v1/search?q=uni&class=Topic,Goal", status: 200, with: []string{`"items":[`}, without: []string{`"iri":"actor:united-nations"`}},
		{name: "search", path: "/api/v1/search?q=uni", status: 200, with: []string{`"iri":"actor:united-nations"`, `"aliases":[`}},
		{name: "export", path: "/api/v1/export", status: 200, with: []string{"<urn:mandate:actor:china> <urn:mandate:commitsTo> <urn:mandate:goal:guarding-sovereignty-at-sea> <urn:mandate:doc:harbour-declaration> .\n"},
			headers: map[string]string{"Content-Type": "application/n-quads"}},
		{name: "export of a document", path: "/api/v1/export?doc=lantern-charter", status: 200, with: []string{"<urn:mandate:doc:lantern-charter> .\n"}, without: []string{"harbour-declaration"}},
		{name: "export of no document", path: "/api/v1/export?doc=atlantis", status: 404, with: []string{"atlantis"}},
		{name: "export as JSON-LD", path: "/api/v1/export?format=jsonld", status: 200, with: []string{"@context"}, headers: map[string]string{"Content-Type": "application/ld+json"}},
		{name: "export as CSV", path: "/api/v1/export?format=csv", status: 200, with: []string{"China"}, headers: map[string]string{"Content-Disposition": "mandate.csv"}},
		{name: "health", path: "/healthz", status: 200, with: []string{`{"status":"ok"}`}},
		{name: "readiness", path: "/readyz", status: 200, with: []string{`"documents":2`}},
		{name: "metrics", path: "/metrics", status: 200, with: []string{"mandate_documents 2", `route="/api/v1/actors/:id"`}},
	} {
		t.Run(q.name, func(t *testing.T) { q.run(t, h) })
	}
}

func TestProblems(t *testing.T) {
	h, _ := newServer(t, nil)
	for _, q := range []request{
		{name: "unknown actor", path: "/api/v1/actors/chnia", status: 404, with: []string{`"status":404`, `"title":"Not Found"`, `"suggestions":[{"iri":"actor:china"`, "did you mean China"}},
		{name: "ID with a slash", path: "/api/v1/actors/a%2Fb", status: 404, with: []string{`\"a/b\"`}},
		{name: "unknown document", path: "/api/v1/documents/atlantis", status: 404, with: []string{"atlantis"}},
		{name: "unknown statement", path: "/api/v1/statements/0000000000000000", status: 404},
		{name: "unknown end of a path", path: "/api/v1/paths?from=China&to=Atlantis", status: 404, with: []string{"Atlantis"}},
		{name: "path to itself", path: "/api/v1/paths?from=China&to=PRC", status: 400, with: []string{"both ends"}},
		{name: "unknown kind of node", path: "/api/v1/paths?from=China&to=UN&kind=Mood", status: 400, with: []string{"Mood", "Actor"}},
		{name: "unknown predicate", path: "/api/v1/neighbourhood?center=China&predicate=likes", status: 400, with: []string{"likes"}},
		{name: "unknown direction", path: "/api/v1/neighbourhood?center=China&direction=up", status: 400, with: []string{"direction: "}},
		{name: "unknown force of a walk", path: "/api/v1/paths?from=China&to=UN&force=wish", status: 400, with: []string{"wish", "obligation"}},
		{name: "unknown document of a walk", path: "/api/v1/paths?from=China&to=UN&doc=atlantis", status: 404, with: []string{"atlantis"}},
		{name: "missing parameter", path: "/api/v1/paths?from=China", status: 400, with: []string{`"status":400`, "to: required"}, without: []string{"422"}},
		{name: "parameter out of range", path: "/api/v1/statements?limit=0", status: 400, with: []string{"limit: "}},
		{name: "parameter that is no number", path: "/api/v1/graph?hops=many", status: 400, with: []string{"hops: "}},
		{name: "unknown kind in a graph", path: "/api/v1/graph?not_kind=Mood", status: 400, with: []string{"Mood"}},
		{name: "unknown topic of a graph", path: "/api/v1/graph?topic=penguins", status: 404, with: []string{"penguins"}},
		{name: "unknown force", path: "/api/v1/statements?force=wish", status: 400, with: []string{"force[0]: "}},
		{name: "unknown parameter", path: "/api/v1/statements?acter=China", status: 400, with: []string{"acter: unknown"}},
		{name: "unknown axis", path: "/api/v1/responsibilities?rows=moods", status: 400, with: []string{"rows[0]: "}},
		{name: "equal axes", path: "/api/v1/responsibilities?rows=goals", status: 400, with: []string{"must be different"}},
		{name: "foreign cursor", path: "/api/v1/statements?cursor=xyz", status: 400, with: []string{"cursor"}},
		{name: "topic without a word", path: "/api/v1/who?topic=%3F%21", status: 400},
		{name: "long parameter", path: "/api/v1/who?topic=" + strings.Repeat("x", 501), status: 400, with: []string{"topic: "}},
		{name: "export in an unknown form", path: "/api/v1/export?format=doc", status: 400, with: []string{"format: "}},
		{name: "no such path", path: "/api/v1/moods", status: 404, with: []string{"/openapi.json"}},
		{name: "no such version", path: "/api/v9/actors", status: 404},
		{name: "wrong method", method: "PUT", path: "/api/v1/documents", status: 405, with: []string{"PUT"}},
		{name: "remove what is not there", method: "DELETE", path: "/api/v1/documents/atlantis", status: 404},
	} {
		t.Run(q.name, func(t *testing.T) {
			q.headers = map[string]string{"Content-Type": problem}
			w := q.run(t, h)
			var p server.Problem
			if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || p.Status != q.status || p.Detail == "" || p.Type == "" || p.Title == "" {
				t.Errorf("not a whole problem: %s", w.Body)
			}
		})
	}
}

func TestUpload(t *testing.T) {
	form, formType := formOf(t, map[string]string{"a.txt": "Bakers shall bake bread daily."})
	two, twoType := formOf(t, map[string]string{"a.txt": "Bakers shall bake bread daily.", "b.md": "Millers shall mill flour."})
	bad, badType := formOf(t, map[string]string{"a.txt": "Bakers shall bake bread daily.", "b.txt": "no"})
	json, text := typed("application/json"), typed("text/plain; charset=utf-8")
	for _, q := range []request{
		{name: "form", method: "POST", path: "/api/v1/documents", header: typed(formType), body: form, status: 201,
			with: []string{`"id":"a-txt"`, `"replaced":false`, `"statements":1`}, headers: map[string]string{"Location": "/api/v1/documents/a-txt"}},
		{name: "form of two", method: "POST", path: "/api/v1/documents", header: typed(twoType), body: two, status: 201,
			with: []string{`"items":[`, `"id":"a-txt"`, `"id":"b-md"`, `"total":2`}},
		{name: "JSON", method: "POST", path: "/api/v1/documents", header: json, body: `{"title":"Bread Act","text":"Bakers shall bake bread daily."}`, status: 201,
			with: []string{`"id":"bread-act"`, `"title":"Bread Act"`}},
		{name: "JSON with an ID", method: "POST", path: "/api/v1/documents", header: json, body: `{"title":"Bread Act","id":"harbour-declaration","text":"Bakers shall bake."}`, status: 201,
			with: []string{`"id":"harbour-declaration"`, `"replaced":true`}},
		{name: "text", method: "POST", path: "/api/v1/documents?name=bread.txt&id=bread", header: text, body: "Bakers shall bake bread daily.", status: 201,
			with: []string{`"id":"bread"`, `"media_type":"text/plain`}},
		{name: "Markdown", method: "POST", path: "/api/v1/documents?name=bread.md", header: typed("text/markdown"), body: "Bakers shall bake bread daily.", status: 201, with: []string{`"media_type":"text/markdown"`}},

		{name: "empty", method: "POST", path: "/api/v1/documents", header: text, status: 422, with: []string{"no sentence"}},
		{name: "binary", method: "POST", path: "/api/v1/documents", header: text, body: "a\x00b c d", status: 415, with: []string{"binary"}},
		{name: "over the limit", method: "POST", path: "/api/v1/documents", header: text, body: strings.Repeat("word ", 2001), status: 413, with: []string{"10000 bytes"}},
		{name: "form over the limit", method: "POST", path: "/api/v1/documents", header: typed(formType), body: strings.Replace(form, "bread", strings.Repeat("bread ", 2000), 1), status: 413, with: []string{"10000 bytes"}},
		{name: "JSON over the limit", method: "POST", path: "/api/v1/documents", header: json, body: `{"text":"` + strings.Repeat("x", 10_000) + `"}`, status: 413},
		{name: "no type", method: "POST", path: "/api/v1/documents", body: "x", status: 415, with: []string{"multipart/form-data"}},
		{name: "film", method: "POST", path: "/api/v1/documents", header: typed("video/mp4"), body: "x", status: 415, with: []string{"video/mp4"}},
		{name: "broken JSON", method: "POST", path: "/api/v1/documents", header: json, body: `{"text":`, status: 400},
		{name: "JSON of neither", method: "POST", path: "/api/v1/documents", header: json, body: `{}`, status: 400, with: []string{"either text or url"}},
		{name: "URL", method: "POST", path: "/api/v1/documents", header: json, body: `{"url":"https://example.org/a"}`, status: 403, with: []string{"--fetch-urls"}},
		{name: "form without a file", method: "POST", path: "/api/v1/documents", header: typed("multipart/form-data; boundary=x"), body: "--x--\r\n", status: 400, with: []string{"named file"}},
		{name: "form with another field", method: "POST", path: "/api/v1/documents", header: typed("multipart/form-data; boundary=x"), body: "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nhello\r\n--x--\r\n", status: 400, with: []string{`\"text\"`}},
		{name: "form cut off", method: "POST", path: "/api/v1/documents", header: typed(formType), body: form[:len(form)/2], status: 400},
		{name: "second file of a form", method: "POST", path: "/api/v1/documents", header: typed(badType), body: bad, status: 422, with: []string{"b.txt", "no sentence"}},
		{name: "unknown parameter", method: "POST", path: "/api/v1/documents?titel=x", header: text, body: "Bakers shall bake.", status: 400, with: []string{"titel"}},
		{name: "our own failure", method: "POST", path: "/api/v1/documents", header: text, body: "boom", status: 500, without: []string{"secret"}},
		{name: "our own panic", method: "POST", path: "/api/v1/documents", header: text, body: "panic", status: 500, without: []string{"secret"}},
	} {
		t.Run(q.name, func(t *testing.T) {
			var log bytes.Buffer
			h, st := newServer(t, func(o *server.Options) { o.Log = logTo(&log) })
			before := st.View()
			q.run(t, h)
			if q.status >= 400 && !strings.Contains(q.name, "second file") && st.View() != before {
				t.Error("the store was changed")
			}
			if q.status == 500 && !strings.Contains(log.String(), "secret") {
				t.Errorf("the cause is not in the log: %s", log.String())
			}
		})
	}
}

func TestUploadIsSeenAndRemoved(t *testing.T) {
	h, _ := newServer(t, func(o *server.Options) { o.FetchURLs = true })
	for _, q := range []request{
		{path: "/api/v1/who?topic=baking", status: 200, with: []string{`"items":[]`}},
		{method: "POST", path: "/api/v1/documents?id=bread", header: typed("text/plain"), body: "Bakers shall bake bread daily.", status: 201},
		{path: "/api/v1/who?topic=baking", status: 200, with: []string{"Bakers shall bake"}},
		{method: "POST", path: "/api/v1/documents?id=bread", header: typed("text/plain"), body: "Bakers shall sell bread daily.", status: 201, with: []string{`"replaced":true`}},
		{path: "/api/v1/who?topic=baking", status: 200, with: []string{`"items":[]`}},
		{method: "DELETE", path: "/api/v1/documents/bread", status: 204},
		{path: "/api/v1/actors/bakers", status: 404},
		{method: "POST", path: "/api/v1/documents", header: typed("application/json"), body: `{"id":"rivers","url":"https://example.org/a"}`, status: 201},
	} {
		q.run(t, h)
	}
}

func TestReextract(t *testing.T) {
	h, st := newServer(t, nil)
	before := st.View()
	const path = "/api/v1/documents/lantern-charter/reextract"
	request{method: "POST", path: path + "?dry_run=true", status: 200, with: []string{`"id":"lantern-charter","current":false,"extractor":"test"`, `"before":4,"after":3,"added":0,"gone":1,"changed":0`}}.run(t, h)
	if st.View() != before {
		t.Error("a dry run changed the store")
	}
	request{method: "POST", path: path, status: 200, with: []string{`"gone":1`}}.run(t, h)
	request{path: "/api/v1/documents/lantern-charter", status: 200, with: []string{`"extractor":"new"`, `"statements":3`}}.run(t, h)
	request{method: "POST", path: path, status: 200, with: []string{`"current":true`}}.run(t, h)
	request{method: "POST", path: "/api/v1/documents/atlantis/reextract", status: 404, with: []string{"atlantis"}}.run(t, h)
	request{method: "GET", path: path, status: 405}.run(t, h)
}

func TestServerWithoutIngester(t *testing.T) {
	h, _ := newServer(t, func(o *server.Options) { o.Ingester = nil })
	request{method: "POST", path: "/api/v1/documents/lantern-charter/reextract", status: 403, with: []string{"mandate reextract"}}.run(t, h)
	request{method: "POST", path: "/api/v1/documents", header: typed("text/plain"), body: "a b c", status: 403, with: []string{"mandate ingest"}}.run(t, h)
}

func TestAmbiguousName(t *testing.T) {
	h, _ := newServer(t, nil)
	for _, id := range []string{"one", "two"} {
		request{method: "POST", path: "/api/v1/documents", header: typed("application/json"),
			body: `{"id":"` + id + `","title":"Report","text":"Bakers shall bake."}`, status: 201}.run(t, h)
	}
	request{path: "/api/v1/documents/Report", status: 409, with: []string{`"candidates":[{"iri":"doc:one"`, `"doc:two"`, "could be"}}.run(t, h)
}

func TestOpenAPI(t *testing.T) {
	h, _ := newServer(t, nil)
	w := request{path: "/openapi.json", status: 200, with: []string{`"openapi": "3.1.0"`, `"/api/v1/documents/{id}"`, "multipart/form-data", "application/problem+json"}}.run(t, h)
	var spec struct {
		Paths map[string]map[string]struct {
			OperationID string `json:"operationId"`
			Parameters  []struct{ Name, In string }
			Responses   map[string]any
		}
	}
	if err := json.Unmarshal(w.Body.Bytes(), &spec); err != nil || len(spec.Paths) < 15 {
		t.Fatalf("%d paths, %v", len(spec.Paths), err)
	}
	seen := map[string]bool{}
	for path, operations := range spec.Paths {
		for method, op := range operations {
			if op.OperationID == "" || seen[op.OperationID] || op.Responses["default"] == nil {
				t.Errorf("%s %s: operation %q lacks an identity of its own or its problems", method, path, op.OperationID)
			}
			seen[op.OperationID] = true
		}
	}
}

func TestLog(t *testing.T) {
	var log bytes.Buffer
	h, _ := newServer(t, func(o *server.Options) { o.Log = logTo(&log) })
	request{path: "/api/v1/documents?limit=1", status: 200}.run(t, h)
	request{path: "/healthz", host: "evil.example", status: 403}.run(t, h)
	for _, want := range []string{"method=GET path=/api/v1/documents status=200 duration=", "status=403", "bytes="} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("no %q in %s", want, log.String())
		}
	}
}

func TestCompression(t *testing.T) {
	h, _ := newServer(t, nil)
	w := request{path: "/api/v1/graph", header: http.Header{"Accept-Encoding": {"gzip"}}, status: 200}.run(t, h)
	if w.Header().Get("Content-Encoding") != "gzip" || !strings.Contains(w.Header().Get("Vary"), "Accept-Encoding") {
		t.Errorf("headers %v", w.Header())
	}
}
