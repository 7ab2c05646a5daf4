package ingest

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"mandate/ingest/document"
)

func TestFetch(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/old", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/new/plan.md#part-2", http.StatusMovedPermanently)
	})
	mux.HandleFunc("/new/plan.md", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/markdown; charset=utf-8")
		_, _ = w.Write([]byte("# Plan"))
	})
	server := httptest.NewServer(mux)
	defer server.Close()
	local := Fetcher{AllowPrivate: true}

	got, err := local.FromURL(server.URL + "/old").Open(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if got.Name != server.URL+"/new/plan.md" || got.MediaType != "text/markdown; charset=utf-8" || string(got.Raw) != "# Plan" {
		t.Errorf("got %s, %s, %q", got.Name, got.MediaType, got.Raw)
	}
	if _, err := local.FromURL(server.URL + "/gone").Open(context.Background()); err == nil || !strings.Contains(err.Error(), "404") {
		t.Errorf("a page that is not there: %v, want its status", err)
	}
	if _, err := local.FromURL("http://127.0.0.1:1/closed").Open(context.Background()); err == nil {
		t.Error("a server that is not there gave a text")
	}
}

func TestFetchKeepsToPublicAddresses(t *testing.T) {
	asked := false
	inside := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked = true }))
	defer inside.Close()
	for _, address := range []string{inside.URL, strings.Replace(inside.URL, "127.0.0.1", "localhost", 1), "http://[::1]:9/"} {
		if _, err := (Fetcher{}).FromURL(address).Open(t.Context()); !errors.Is(err, errPrivate) || asked {
			t.Errorf("%s: %v", address, err)
		}
	}
	for address, public := range map[string]bool{
		"8.8.8.8:80": true, "[2606:4700::1111]:443": true, "127.0.0.1:80": false, "10.1.2.3:80": false, "172.16.0.1:80": false,
		"192.168.1.1:80": false, "169.254.169.254:80": false, "0.0.0.0:80": false, "100.64.1.1:80": false, "[::1]:80": false, "[fe80::1]:80": false,
		"[fc00::1]:80": false, "[::ffff:127.0.0.1]:80": false, "[64:ff9b::7f00:1]:80": false, "224.0.0.1:80": false, "no address": false,
	} {
		if err := checkPublic(address); (err == nil) != public {
			t.Errorf("%s: %v", address, err)
		}
	}
}

func TestFetchEnds(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/round", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/round", http.StatusFound) })
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	})
	mux.HandleFunc("/endless", func(w http.ResponseWriter, r *http.Request) {
		for line := []byte(strings.Repeat("Towns shall pay. ", 1000)); r.Context().Err() == nil; {
			if _, err := w.Write(line); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/slow", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	server := httptest.NewServer(mux)
	defer server.Close()
	local := Fetcher{AllowPrivate: true}
	for path, want := range map[string]error{"/round": errRedirects, "/file": errScheme} {
		if _, err := local.FromURL(server.URL + path).Open(t.Context()); !errors.Is(err, want) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if _, err := Document(t.Context(), local.FromURL(server.URL+"/endless")); !errors.Is(err, document.ErrTooLarge) {
		t.Errorf("a page without end: %v", err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := local.FromURL(server.URL + "/slow").Open(ctx); err == nil {
		t.Error("a page that never comes was read")
	}
}
