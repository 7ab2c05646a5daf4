package server

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"mandate/server/web"
)

// page serves the built page, or in its place the one that says how to build
// it.
type page struct {
	files fs.FS
	tags  map[string]string // ETag by path: embedded files have no time of change
}

func newPage(files fs.FS) (*page, error) {
	p := &page{files: files, tags: map[string]string{}}
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(content)
		p.tags[name] = `"` + hex.EncodeToString(sum[:8]) + `"`
		return nil
	})
	return p, err
}

// belongsToAPI tells the paths of programs from those of the page.
func belongsToAPI(path string) bool {
	return path == "/api" || strings.HasPrefix(path, "/api/")
}

func (p *page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		writeProblem(w, methodNotAllowed(r))
		return
	}
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	switch {
	case !web.Built(p.files):
		p.notBuilt(w, r, name)
	case p.tags[name] != "" && !strings.HasPrefix(name, "."):
		p.serve(w, r, name)
	case path.Ext(name) != "":
		writeProblem(w, noSuchPath(r))
	default:
		p.serve(w, r, "index.html") // an address within the page
	}
}

func (p *page) notBuilt(w http.ResponseWriter, r *http.Request, name string) {
	if name != "" {
		writeProblem(w, noSuchPath(r))
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	w.WriteHeader(http.StatusOK)
	_, _ = w.Write(web.NotBuilt())
}

// serve hands out a file. The names under assets hold a hash of their content,
// so what was fetched once is good for ever; the rest is asked about each time.
func (p *page) serve(w http.ResponseWriter, r *http.Request, name string) {
	w.Header().Set("ETag", p.tags[name])
	w.Header().Set("Cache-Control", "no-cache")
	if strings.HasPrefix(name, "assets/") {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if name == "index.html" {
		// ServeFileFS would send whoever asks for it by name to the folder.
		r = r.Clone(r.Context())
		r.URL.Path = "/"
	}
	http.ServeFileFS(w, r, p.files, name)
}
