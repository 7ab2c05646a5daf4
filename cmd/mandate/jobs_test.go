package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"mandate/ingest/ingesttest"
	"mandate/query/wire"
	"mandate/server"
)

// A long text that is read as a job tells how far it is; cancelled, nothing of it
// is stored.
func TestUploadAsAJob(t *testing.T) {
	served := start(t, "serve", "--db", "mem:", "--listen", "127.0.0.1:0")
	short := sendAsJob(t, served.url, harbours)
	seen := followJob(t, served.url, short, func(j server.Job) bool { return j.Document != nil })
	if last := seen[len(seen)-1]; last.State != "done" || last.Document.Counts.Statements != 2 {
		t.Errorf("a short text: %+v", last)
	}
	long := sendAsJob(t, served.url, ingesttest.Document(1, 100_000))
	seen = followJob(t, served.url, long, func(j server.Job) bool { return j.Fraction > 0.3 })
	if last := seen[len(seen)-1]; last.State != "running" || last.Stage != server.Understanding || len(seen) < 10 {
		t.Errorf("a long text after %d changes: %+v", len(seen), last)
	}
	if got := jobFrom(t, http.MethodDelete, served.url, long.ID); got.State != "cancelled" {
		t.Errorf("cancelled: %+v", got)
	}
	var documents wire.List[wire.Document]
	get(t, served.url+"/api/v1/documents", &documents)
	if documents.Total != 1 {
		t.Errorf("%d documents are stored, want the short one", documents.Total)
	}
}

// sendAsJob sends a text without waiting until it has been read.
func sendAsJob(t *testing.T, address, text string) (j server.Job) {
	t.Helper()
	response, err := http.Post(address+"/api/v1/documents?async=true", "text/plain", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusAccepted {
		t.Fatal(response.Status)
	}
	get(t, address+response.Header.Get("Location"), &j)
	return j
}

// followJob lists what is told of a job until that is enough or it ends.
func followJob(t *testing.T, address string, j server.Job, enough func(server.Job) bool) []server.Job {
	t.Helper()
	seen := []server.Job{j}
	for !enough(j) && (j.State == "waiting" || j.State == "running") {
		j = jobFrom(t, http.MethodGet, address, fmt.Sprintf("%s?after=%d", j.ID, j.Version))
		seen = append(seen, j)
	}
	return seen
}

func jobFrom(t *testing.T, method, address, path string) (j server.Job) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, address+"/api/v1/jobs/"+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if err := json.NewDecoder(response.Body).Decode(&j); err != nil || response.StatusCode != http.StatusOK {
		t.Fatal(response.Status, err)
	}
	return j
}
