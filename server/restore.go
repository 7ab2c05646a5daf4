package server

import (
	"context"
	"fmt"
	"net/http"
	"sync"

	"github.com/danielgtaylor/huma/v2"

	"mandate/graph"
	"mandate/graph/index"
	"mandate/query/wire"
)

// What is kept of documents that were removed or replaced, so that they can be
// put back: so many, and so many bytes of their texts.
const (
	maxEarlier      = 100
	maxEarlierBytes = 4 * DefaultMaxUpload
)

// earlier are documents as they were before they were removed or replaced, one
// for each ID, oldest first. They are kept in memory: to put one back is for
// who has just seen what he did.
type earlier struct {
	mu       sync.Mutex
	readings []*graph.Reading
}

// keep notes what a document of an index was, if it was there.
func (e *earlier) keep(x *index.Index, id string) {
	r, ok := x.Uncorrected(id)
	if !ok {
		r, ok = x.Reading(id)
	}
	if !ok {
		return
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.drop(id)
	e.readings = append(e.readings, r)
	for e.tooMuch() {
		e.readings = e.readings[1:]
	}
}

// take hands out what a document was, and forgets it.
func (e *earlier) take(id string) (*graph.Reading, bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.drop(id)
}

func (e *earlier) drop(id string) (*graph.Reading, bool) {
	for i, r := range e.readings {
		if r.Document.ID == id {
			e.readings = append(e.readings[:i:i], e.readings[i+1:]...)
			return r, true
		}
	}
	return nil, false
}

func (e *earlier) tooMuch() bool {
	bytes := 0
	for _, r := range e.readings {
		bytes += len(r.Document.Text)
	}
	return len(e.readings) > maxEarlier || bytes > maxEarlierBytes && len(e.readings) > 1
}

// restoring registers how a document is put back.
func (s *Server) restoring(api huma.API) {
	route(s, api, huma.Operation{
		Method: http.MethodPost, Path: "/documents/{id}/restore", OperationID: "restore-document",
		Summary: "Put a document back as it was before it was last removed or replaced",
		Description: "The server remembers the last hundred in memory, until it stops. " +
			"What takes the document's place now is remembered in turn, so that this can be taken back too.",
	}, s.restore)
}

func (s *Server) restore(ctx context.Context, in *documentInput) (*body[wire.Added], error) {
	r, ok := s.earlier.take(in.ID)
	if !ok {
		return nil, newProblem(http.StatusNotFound, fmt.Sprintf("nothing is known of an earlier document %q: add its text again", in.ID))
	}
	now := s.o.Store.View()
	replaced, err := s.o.Store.Put(ctx, *r)
	if err != nil {
		return nil, err
	}
	if replaced {
		s.earlier.keep(now, in.ID)
	}
	return &body[wire.Added]{wire.Added{Document: wire.DocumentOf(r), Replaced: replaced}}, nil
}
