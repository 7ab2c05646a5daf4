package server_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"mandate/graph"
	"mandate/graph/store"
	"mandate/server"
)

// steps is an ingester that goes on when the test says so.
type steps struct {
	pipeline
	step chan struct{}
}

func (p steps) Ingest(ctx context.Context, u server.Upload) (*graph.Reading, bool, error) {
	for _, stage := range []server.Stage{server.Opening, server.Parsing, server.Understanding} {
		u.Progress(stage, 0)
		u.Progress(stage, 0.001) // not worth telling
		u.Progress(stage, 0.5)
		select {
		case <-p.step:
		case <-ctx.Done():
			return nil, false, ctx.Err()
		}
	}
	u.Progress(server.Storing, 0)
	return p.pipeline.Ingest(ctx, u)
}

const asJob = "/api/v1/documents?async=true"

// startJob sends a text to be read as a job.
func startJob(t *testing.T, h http.Handler, text string) server.Job {
	t.Helper()
	w := request{method: "POST", path: asJob + "&id=bread", header: typed("text/plain"), body: text, status: 202}.run(t, h)
	var list struct {
		Items []server.Job
		Total int
	}
	if err := json.Unmarshal(w.Body.Bytes(), &list); err != nil || list.Total != 1 || len(list.Items) != 1 {
		t.Fatalf("%v: %s", err, w.Body)
	}
	j := list.Items[0]
	if at := w.Header().Get("Location"); at != "/api/v1/jobs/"+j.ID {
		t.Errorf("Location %q of job %s", at, j.ID)
	}
	return j
}

// jobAt reads a job.
func jobAt(t *testing.T, h http.Handler, method, path string) (j server.Job) {
	t.Helper()
	w := request{method: method, path: "/api/v1/jobs/" + path, status: 200}.run(t, h)
	if err := json.Unmarshal(w.Body.Bytes(), &j); err != nil {
		t.Fatal(err)
	}
	return j
}

// untilJob waits for a job as a client does, as long as it changes.
func untilJob(t *testing.T, h http.Handler, j server.Job, enough func(server.Job) bool) server.Job {
	t.Helper()
	for !enough(j) {
		next := jobAt(t, h, "GET", fmt.Sprintf("%s?after=%d", j.ID, j.Version))
		if next.Version <= j.Version || next.Fraction < j.Fraction {
			t.Fatalf("after %+v comes %+v", j, next)
		}
		j = next
	}
	return j
}

func ended(j server.Job) bool { return j.State != "waiting" && j.State != "running" }

func TestJobsTellHowFarTheyAre(t *testing.T) {
	step := make(chan struct{})
	h, st := newServer(t, func(o *server.Options) { o.Ingester = steps{pipeline{o.Store}, step} })
	before := st.View()
	j := startJob(t, h, "Bakers shall bake bread daily.")
	last := 0.0
	for _, stage := range []server.Stage{server.Opening, server.Parsing, server.Understanding} {
		j = untilJob(t, h, j, func(j server.Job) bool { return j.Stage == stage && j.Fraction > last+0.005 })
		if j.State != "running" || j.Document != nil {
			t.Errorf("in %s: %+v", stage, j)
		}
		last = j.Fraction
		step <- struct{}{}
	}
	j = untilJob(t, h, j, ended)
	if j.State != "done" || j.Fraction != 1 || j.Stage != "" || j.Document == nil || j.Document.ID != "bread" || j.Document.Counts.Statements != 1 {
		t.Errorf("at the end: %+v", j)
	}
	if st.View() == before {
		t.Error("nothing was stored")
	}
	request{path: "/api/v1/documents/bread", status: 200}.run(t, h)
	request{path: "/api/v1/jobs", status: 200, with: []string{`"state":"done"`, `"total":1`, `"name":"bread"`}}.run(t, h)
	if same := jobAt(t, h, "GET", fmt.Sprintf("%s?after=%d", j.ID, j.Version)); same.State != "done" {
		t.Errorf("waiting for what will not come gives %+v", same)
	}
	if gone := jobAt(t, h, "DELETE", j.ID); gone.State != "done" {
		t.Errorf("forgetting gives %+v", gone)
	}
	request{path: "/api/v1/jobs/" + j.ID, status: 404, with: []string{"job"}}.run(t, h)
	request{method: "DELETE", path: "/api/v1/jobs/" + j.ID, status: 404}.run(t, h)
}

func TestJobsCanBeCancelled(t *testing.T) {
	h, st := newServer(t, func(o *server.Options) { o.Ingester = steps{pipeline{o.Store}, nil} })
	before := st.View()
	j := startJob(t, h, "Bakers shall bake bread daily.")
	untilJob(t, h, j, func(j server.Job) bool { return j.State == "running" })
	if j := jobAt(t, h, "DELETE", j.ID); j.State != "cancelled" || j.Document != nil || j.Problem != nil {
		t.Errorf("cancelled: %+v", j)
	}
	if st.View() != before {
		t.Error("something was stored")
	}
}

func TestJobsThatFail(t *testing.T) {
	var log strings.Builder
	h, st := newServer(t, func(o *server.Options) { o.Log = logTo(&log) })
	before := st.View()
	for text, want := range map[string]int{"no": 422, "a\x00b c d": 415, "boom": 500, "panic": 500} {
		j := untilJob(t, h, startJob(t, h, text), ended)
		if j.State != "failed" || j.Problem == nil || j.Problem.Status != want || strings.Contains(j.Problem.Detail, "secret") {
			t.Errorf("%q: %+v, %+v", text, j, j.Problem)
		}
	}
	if st.View() != before {
		t.Error("something was stored")
	}
	for _, cause := range []string{"secret disk failure", "secret panic"} {
		if !strings.Contains(log.String(), cause) {
			t.Errorf("no %q in the log", cause)
		}
	}
}

func TestJobsOfSeveralFiles(t *testing.T) {
	form, formType := formOf(t, map[string]string{"a.txt": "Bakers shall bake bread daily.", "b.txt": "no"})
	h, _ := newServer(t, nil)
	w := request{method: "POST", path: asJob, header: typed(formType), body: form, status: 202, with: []string{`"total":2`, `"a.txt"`, `"b.txt"`}}.run(t, h)
	var list struct{ Items []server.Job }
	if err := json.Unmarshal(w.Body.Bytes(), &list); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"done", "failed"} {
		if j := untilJob(t, h, list.Items[i], ended); j.State != want {
			t.Errorf("%s: %+v", j.Name, j)
		}
	}
	request{method: "POST", path: asJob, header: typed("text/plain"), body: strings.Repeat("word ", 2001), status: 413}.run(t, h)
}

func TestJobsWithoutTheIndex(t *testing.T) {
	h, _ := newServer(t, func(o *server.Options) {
		st, err := store.Open(t.Context(), t.TempDir(), store.Options{Memory: 1})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { st.Close() })
		o.Store, o.Ingester = st, pipeline{st}
	})
	if j := untilJob(t, h, startJob(t, h, "Bakers shall bake bread daily."), ended); j.State != "done" {
		t.Errorf("%+v", j)
	}
}

func TestStoppingEndsJobs(t *testing.T) {
	s := start(t, func(o *server.Options) { o.Ingester, o.Grace = steps{pipeline{o.Store}, nil}, time.Millisecond })
	r, err := http.Post(s.url+asJob, "text/plain", strings.NewReader("Bakers shall bake bread daily."))
	if err != nil || r.StatusCode != http.StatusAccepted {
		t.Fatal(r, err)
	}
	r.Body.Close()
	waiting := make(chan error, 1)
	go func() {
		r, err := http.Get(s.url + r.Header.Get("Location") + "?after=1000")
		if err == nil {
			r.Body.Close()
		}
		waiting <- err
	}()
	s.stop()
	if err := <-s.done; err == nil || !strings.Contains(err.Error(), "1 uploads were cut off") {
		t.Errorf("stopping: %v", err)
	}
	select {
	case <-waiting:
	case <-time.After(time.Minute):
		t.Error(errors.New("who waits for the job still waits"))
	}
}
