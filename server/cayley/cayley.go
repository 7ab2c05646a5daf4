// Package cayley serves Cayley's HTTP interface, /api/v2, so that what speaks to
// a Cayley server speaks to Mandate too. Queries run under Mandate's limits and
// answer in Cayley's shapes; everything else is done by Cayley's own handlers,
// on the present state of the store.
package cayley

import (
	"context"
	"encoding/json"
	"net/http"

	cgraph "github.com/cayleygraph/cayley/graph"
	cayleyhttp "github.com/cayleygraph/cayley/server/http"
	"github.com/cayleygraph/cayley/writer"
	"github.com/cayleygraph/quad"

	// The formats that quads can be read and written in register themselves.
	_ "github.com/cayleygraph/quad/gml"
	_ "github.com/cayleygraph/quad/graphml"
	_ "github.com/cayleygraph/quad/json"
	_ "github.com/cayleygraph/quad/jsonld"
	_ "github.com/cayleygraph/quad/nquads"
	_ "github.com/cayleygraph/quad/pquads"

	"mandate/graph"
	"mandate/graph/index"
	"mandate/query/gizmo"
	"mandate/query/sandbox"
)

// Store is what is read and, where that is allowed, written.
type Store interface {
	View() *index.Index
	Unindexed() error // nil where the view is the graph
	Durable(context.Context) (qs cgraph.QuadStore, release func() error, err error)
	WriteQuads(ctx context.Context, remove, add []quad.Quad) error
}

// Options tell what is served.
type Options struct {
	Store   Store
	Writes  bool         // take quads; else they are refused with 403
	MaxBody int64        // bytes of a body with quads
	Limits  gizmo.Limits // of queries
	Queries *sandbox.Runner
}

// New makes the handler of everything under /api/v2.
func New(o Options) http.Handler {
	a := &api{o: o}
	mux := http.NewServeMux()
	for _, method := range []string{http.MethodGet, http.MethodPost} {
		mux.HandleFunc(method+" "+prefix+"query", a.query)
		mux.HandleFunc(method+" "+prefix+"read", a.read)
	}
	mux.HandleFunc("GET "+prefix+"formats", a.read)
	for _, path := range []string{"write", "delete", nodeDelete} {
		mux.HandleFunc("POST "+prefix+path, a.write)
	}
	mux.HandleFunc(prefix, func(w http.ResponseWriter, r *http.Request) {
		refuse(w, http.StatusNotFound, "nothing is served at "+r.URL.Path)
	})
	return mux
}

// The paths of the interface.
const (
	prefix     = "/api/v2/"
	nodeDelete = "node/delete"
)

type api struct{ o Options }

func (a *api) read(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	a.native(w, r, 0)
}

// maxForm is the longest body that names what to read.
const maxForm = 64 << 10

// native hands a request to Cayley's own handlers, which write so many quads at
// a time. They are made for one state of the graph, so each request gets its own.
func (a *api) native(w http.ResponseWriter, r *http.Request, batch int) {
	present, release, err := a.present(r.Context())
	if err != nil {
		refuse(w, http.StatusServiceUnavailable, "the store cannot be read")
		return
	}
	defer release()
	qs := writable{QuadStore: present, ctx: r.Context(), store: a.o.Store}
	qw, err := writer.NewSingle(qs, cgraph.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true})
	if err != nil {
		refuse(w, http.StatusInternalServerError, "quads cannot be written")
		return
	}
	handlers := cayleyhttp.NewAPIv2(&cgraph.Handle{QuadStore: qs, QuadWriter: qw})
	handlers.SetBatchSize(batch)
	handlers.ServeHTTP(w, r)
}

// present returns the graph as it is now, until it is released: the index, or
// where there is none, what is durable.
func (a *api) present(ctx context.Context) (qs cgraph.QuadStore, release func() error, err error) {
	if a.o.Store.Unindexed() != nil {
		return a.o.Store.Durable(ctx)
	}
	return a.o.Store.View().QuadStore(), func() error { return nil }, nil
}

// writable is a state of the graph whose changes go to the store.
type writable struct {
	cgraph.QuadStore
	ctx   context.Context
	store Store
}

// ApplyDeltas writes changes to the store, all or none of them. To add what is
// there or delete what is not is no error. Quads without a label belong to the
// document of what was imported, so that every quad can be told where it is
// from and taken out again.
func (w writable) ApplyDeltas(deltas []cgraph.Delta, _ cgraph.IgnoreOpts) error {
	var remove, add []quad.Quad
	for _, d := range deltas {
		if d.Quad.Label == nil {
			d.Quad.Label = quad.IRI(graph.DocIRI(graph.ImportedDocument))
		}
		if d.Action == cgraph.Add {
			add = append(add, d.Quad)
		} else {
			remove = append(remove, d.Quad)
		}
	}
	return w.store.WriteQuads(w.ctx, remove, add)
}

// refuse answers with an error in Cayley's shape.
func refuse(w http.ResponseWriter, status int, message string) {
	writeJSON(w, status, map[string]string{"error": message})
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(v) // a client that is gone cannot be told
}
