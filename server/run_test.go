package server_test

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"mandate/graph"
	"mandate/query/gizmo"
	"mandate/query/wire"
	"mandate/server"
)

// slow lets a test hold a request as long as it wants.
type slow struct{ begun, finish chan struct{} }

func (s slow) Ingest(ctx context.Context, _ server.Upload) (*graph.Reading, bool, error) {
	close(s.begun)
	select {
	case <-s.finish:
		return &graph.Reading{Document: graph.Document{ID: "late"}}, false, nil
	case <-ctx.Done():
		return nil, false, ctx.Err()
	}
}

func (s slow) Unchanged(string, server.Upload, string) (string, bool, error) { return "", false, nil }

func (s slow) Reextract(context.Context, string, bool) (wire.Reextracted, error) {
	return wire.Reextracted{}, nil
}

// started is a server that runs on a listener of its own.
type started struct {
	url  string
	stop context.CancelFunc
	done chan error
}

func start(t *testing.T, change func(*server.Options)) started {
	t.Helper()
	h, _ := newServer(t, change)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	s := started{"http://" + l.Addr().String(), stop, make(chan error, 1)}
	go func() { s.done <- h.(*server.Server).Run(ctx, l) }()
	t.Cleanup(stop)
	return s
}

func TestRunLetsRequestsFinish(t *testing.T) {
	in := slow{make(chan struct{}), make(chan struct{})}
	s := start(t, func(o *server.Options) { o.Ingester = in; o.Grace = time.Hour })
	status := make(chan int, 1)
	go func() {
		r, err := http.Post(s.url+"/api/v1/documents", "text/plain", strings.NewReader("a b c"))
		if err != nil {
			t.Error(err)
			status <- 0
			return
		}
		r.Body.Close()
		status <- r.StatusCode
	}()
	<-in.begun
	s.stop()
	close(in.finish)
	if got := <-status; got != http.StatusCreated {
		t.Errorf("the request under way got %d", got)
	}
	if err := <-s.done; err != nil {
		t.Errorf("stopping: %v", err)
	}
	if _, err := http.Get(s.url + "/healthz"); err == nil {
		t.Error("a stopped server still answers")
	}
}

func TestRunCutsOffAfterGrace(t *testing.T) {
	in := slow{make(chan struct{}), make(chan struct{})}
	s := start(t, func(o *server.Options) { o.Ingester = in; o.Grace = time.Millisecond })
	go func() {
		r, err := http.Post(s.url+"/api/v1/documents", "text/plain", strings.NewReader("a b c"))
		if err == nil {
			r.Body.Close()
		}
	}()
	<-in.begun
	s.stop()
	if err := <-s.done; err == nil || !strings.Contains(err.Error(), "cut off") {
		t.Errorf("got %v, want an error that says that requests were cut off", err)
	}
}

func TestRunFailsWithItsListener(t *testing.T) {
	h, _ := newServer(t, nil)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	if err := h.(*server.Server).Run(t.Context(), l); err == nil {
		t.Error("serving on a closed listener is no error")
	}
}

// Documents come and go while everything is read; each answer is of one state.
func TestReadingWhileWriting(t *testing.T) {
	s := start(t, func(o *server.Options) { o.Query = gizmo.Limits{} })
	ctx, cancel := context.WithCancel(t.Context())
	var readers, writers sync.WaitGroup
	for _, path := range []string{
		"/api/v1/documents", "/api/v1/statements", "/api/v1/who?topic=bread", "/api/v1/what?actor=China", "/api/v1/graph",
		"/api/v1/paths?from=China&to=United+Nations", "/api/v1/responsibilities", "/api/v1/actors", "/api/v1/search?q=b",
		"/api/v2/query?lang=gizmo&qu=" + `g.V("%3Cactor:china%3E").out("%3CcommitsTo%3E").all()`, "/api/v1/export", "/metrics",
	} {
		readers.Go(func() {
			for n := 0; n < 5 || ctx.Err() == nil; n++ {
				if status, body := fetch(t, s.url+path); status != 200 {
					t.Errorf("%s: %d %s", path, status, body)
					return
				}
			}
		})
	}
	for w := range 3 {
		writers.Go(func() {
			for n := range 6 {
				id := fmt.Sprintf("bread-%d", w)
				r, err := http.Post(s.url+"/api/v1/documents?id="+id, "text/plain", strings.NewReader(fmt.Sprintf("Bakers shall bake %d loaves of bread.", n)))
				if err != nil || r.StatusCode != 201 {
					t.Errorf("upload: %v, %v", r, err)
					return
				}
				r.Body.Close()
				if status, body := fetch(t, s.url+"/api/v1/documents/"+id); status != 200 || !strings.Contains(body, fmt.Sprintf("bake %d loaves", n)) {
					t.Errorf("the document just added: %d %s", status, body)
				}
			}
		})
	}
	writers.Wait()
	cancel()
	readers.Wait()
}

func fetch(t *testing.T, url string) (int, string) {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Error(err)
		return 0, ""
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Error(err)
	}
	return r.StatusCode, string(body)
}
