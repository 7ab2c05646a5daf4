package server

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"

	"mandate/graph"
	"mandate/graph/index"
	"mandate/graph/review"
	"mandate/graph/store"
	"mandate/query"
	"mandate/query/ask"
	"mandate/query/wire"
)

// What an Ingester says of a text that it cannot take.
var (
	ErrUnreadable  = errors.New("text cannot be read")           // 422
	ErrUnsupported = errors.New("kind of text is not supported") // 415
	ErrTooLarge    = errors.New("text is too large")             // 413
)

// Problem is an error as HTTP tells it: application/problem+json (RFC 9457).
type Problem struct {
	Type        string     `json:"type" example:"about:blank"`
	Title       string     `json:"title" example:"Not Found"`
	Status      int        `json:"status" example:"404"`
	Detail      string     `json:"detail" doc:"what is wrong and what to do"`
	RequestID   string     `json:"request_id,omitempty" doc:"which the log names it by"`
	Suggestions []wire.Ref `json:"suggestions,omitempty" doc:"of an unknown name: what comes near to it"`
	Candidates  []wire.Ref `json:"candidates,omitempty" doc:"of an ambiguous name: what it could mean"`
}

const problemType = "application/problem+json"

func newProblem(status int, detail string) *Problem {
	return &Problem{Type: "about:blank", Title: http.StatusText(status), Status: status, Detail: detail}
}

// Error, GetStatus and ContentType make a Problem what huma takes for an error.
func (p *Problem) Error() string { return p.Detail }

// GetStatus returns the status of the response.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType returns the media type of the response.
func (p *Problem) ContentType(string) string { return problemType }

// statusClientGone is what the log shows where nobody waits for the answer.
const statusClientGone = 499

// problemOf is the one place where an error becomes a status. Of errors that
// are nobody's business but ours it tells nothing; see Server.fail.
func problemOf(err error) *Problem {
	var (
		known     *Problem
		unknown   *query.UnknownError
		ambiguous *query.AmbiguousError
		tooLarge  *http.MaxBytesError
		noIndex   *store.NoIndexError
	)
	switch {
	case errors.As(err, &known):
		return known
	case errors.Is(err, review.ErrInvalid): // also of a name that a new actor could have
		p := newProblem(http.StatusUnprocessableEntity, err.Error())
		if errors.As(err, &unknown) {
			p.Suggestions = refs(unknown.Suggestions)
		}
		return p
	case errors.As(err, &unknown):
		p := newProblem(http.StatusNotFound, unknown.Error())
		p.Suggestions = refs(unknown.Suggestions)
		return p
	case errors.As(err, &ambiguous):
		p := newProblem(http.StatusConflict, ambiguous.Error())
		p.Candidates = refs(ambiguous.Candidates)
		return p
	case errors.As(err, &noIndex):
		return newProblem(http.StatusServiceUnavailable, noIndex.Error())
	case errors.As(err, &tooLarge):
		return newProblem(http.StatusRequestEntityTooLarge,
			fmt.Sprintf("the upload is larger than the limit of %d bytes: send it in parts, or start the server with a larger --max-upload", tooLarge.Limit))
	case errors.Is(err, context.Canceled):
		return newProblem(statusClientGone, "the request was given up")
	case errors.Is(err, context.DeadlineExceeded):
		return newProblem(http.StatusServiceUnavailable, "the answer took too long: ask for less (fewer hops, one document)")
	}
	if status := statusOf(err); status != 0 {
		return newProblem(status, err.Error())
	}
	return newProblem(http.StatusInternalServerError, "something went wrong inside the server; its log says what")
}

// statusOf returns the status of an error whose message is fit to be shown, 0
// for any other.
func statusOf(err error) int {
	for _, known := range []struct {
		err    error
		status int
	}{
		{query.ErrParameter, http.StatusBadRequest},
		{ask.ErrQuestion, http.StatusBadRequest},
		{graph.ErrInvalid, http.StatusUnprocessableEntity},
		{ErrUnreadable, http.StatusUnprocessableEntity},
		{ErrUnsupported, http.StatusUnsupportedMediaType},
		{ErrTooLarge, http.StatusRequestEntityTooLarge},
		{store.ErrNotFound, http.StatusNotFound},
		{store.ErrLocked, http.StatusConflict},
		{store.ErrReadOnly, http.StatusForbidden},
		{store.ErrUnwritable, http.StatusServiceUnavailable},
		{store.ErrUnreachable, http.StatusServiceUnavailable},
		{store.ErrRefused, http.StatusServiceUnavailable},
		{store.ErrClosed, http.StatusServiceUnavailable},
	} {
		if errors.Is(err, known.err) {
			return known.status
		}
	}
	return 0
}

// refs shows entities, nil for none.
func refs(entities []index.Entity) []wire.Ref {
	if len(entities) == 0 {
		return nil
	}
	return wire.Refs(entities)
}

// fail turns the error of a request into a Problem; the cause of one that the
// asker cannot help is logged.
func (s *Server) fail(ctx context.Context, err error) error {
	p := problemOf(err)
	if p.Status >= http.StatusInternalServerError {
		s.o.Log.ErrorContext(ctx, "request failed", "id", ctx.Value(requestIDKey{}), "status", p.Status, "error", err)
	}
	return p
}

// writeProblem answers with a problem.
func writeProblem(w http.ResponseWriter, p *Problem) {
	w.Header().Set("Content-Type", problemType)
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p.of(w)) // a client that is gone cannot be told
}

// of is the problem as one of the request that is being answered.
func (p Problem) of(w http.ResponseWriter) *Problem {
	p.RequestID = idOf(w)
	return &p
}

func noSuchPath(r *http.Request) *Problem {
	return newProblem(http.StatusNotFound, fmt.Sprintf("nothing is served at %s; /openapi.json lists what is", r.URL.Path))
}

func methodNotAllowed(r *http.Request) *Problem {
	return newProblem(http.StatusMethodNotAllowed, fmt.Sprintf("%s cannot be done to %s; /openapi.json lists what can", r.Method, r.URL.Path))
}

// problemContext lets a Problem made of one of huma's own errors choose its
// status: huma answers a bad parameter with 422, which here says that a text
// cannot be read.
type problemContext struct {
	routerContext
	status int
}

// routerContext is another name for huma's context, which has a method of its
// own name and so cannot be embedded under it.
type routerContext huma.Context

// Unwrap returns the context of the router.
func (c *problemContext) Unwrap() huma.Context { return c.routerContext }

// SetStatus sets the status of the Problem, where there is one.
func (c *problemContext) SetStatus(status int) {
	if c.status != 0 {
		status = c.status
	}
	c.routerContext.SetStatus(status)
}

// asProblem is the transformer that replaces huma's error model.
func asProblem(ctx huma.Context, _ string, body any) (any, error) {
	if known, ok := body.(*Problem); ok {
		return known.of(humagin.Unwrap(ctx).Writer), nil
	}
	model, ok := body.(*huma.ErrorModel)
	if !ok {
		return body, nil
	}
	p := newProblem(model.Status, model.Detail)
	if model.Status == http.StatusUnprocessableEntity {
		p = newProblem(http.StatusBadRequest, model.Detail)
	}
	var details []string
	for _, e := range model.Errors {
		if e != nil {
			details = append(details, parameterName(e.Location)+e.Message)
		}
	}
	if len(details) > 0 {
		p.Detail = strings.Join(details, "; ")
	}
	if c, ok := ctx.(*problemContext); ok {
		c.status = p.Status
	}
	return p.of(humagin.Unwrap(ctx).Writer), nil
}

// parameterName makes "query.limit" a prefix "limit: ".
func parameterName(location string) string {
	if _, name, ok := strings.Cut(location, "."); ok {
		return name + ": "
	}
	return ""
}
