package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"mandate/graph"
	"mandate/query"
	"mandate/query/gizmo"
	"mandate/query/wire"
	"mandate/server"
)

// remote answers by asking a server.
type remote struct {
	base  *url.URL
	token string // empty for none
}

func newRemote(address, tokenFile string) (*remote, error) {
	base, err := url.Parse(address)
	if err != nil || base.Host == "" || base.Scheme != "http" && base.Scheme != "https" {
		return nil, usagef("--server %q is not an address such as http://127.0.0.1:8080", address)
	}
	token, err := tokenFor(tokenFile)
	return &remote{base, token}, err
}

func (r *remote) Who(ctx context.Context, topic string) ([]wire.Statement, error) {
	return fetchAll[wire.Statement](ctx, r, "who", url.Values{"topic": {topic}})
}

func (r *remote) What(ctx context.Context, actor string) ([]wire.Statement, error) {
	return fetchAll[wire.Statement](ctx, r, "what", url.Values{"actor": {actor}})
}

func (r *remote) Ask(ctx context.Context, question string, limit int) (wire.Answer, error) {
	return fetch[wire.Answer](ctx, r, "ask", url.Values{"q": {question}, "limit": {strconv.Itoa(limit)}})
}

func (r *remote) Examples(ctx context.Context, limit int) ([]wire.Example, error) {
	list, err := fetch[wire.List[wire.Example]](ctx, r, "ask/examples", url.Values{"limit": {strconv.Itoa(limit)}})
	return list.Items, err
}

func (r *remote) Gaps(ctx context.Context, doc string, limit int) (wire.Gaps, error) {
	return fetch[wire.Gaps](ctx, r, "gaps", url.Values{"doc": {doc}, "limit": {strconv.Itoa(cmp.Or(limit, maxGaps))}})
}

// maxGaps is how many of each kind the server gives.
const maxGaps = 10_000

func (r *remote) Compare(ctx context.Context, a, b string, change query.Change, limit int) (wire.Comparison, error) {
	q := url.Values{"a": {a}, "b": {b}}
	if change != "" {
		q.Set("change", string(change))
	}
	if limit > 0 {
		q.Set("limit", strconv.Itoa(limit))
		return fetch[wire.Comparison](ctx, r, "compare", q)
	}
	all := wire.Comparison{}
	err := eachPage(ctx, r, "compare", q, func(page wire.Comparison) string {
		all.Counts, all.Total, all.Items = page.Counts, page.Total, append(all.Items, page.Items...)
		return page.Next
	})
	return all, err
}

func (r *remote) Verify(ctx context.Context, doc string) (wire.Proof, error) {
	return fetch[wire.Proof](ctx, r, "verify", url.Values{"doc": {doc}})
}

func (r *remote) Paths(ctx context.Context, from, to string, o query.PathOptions) (wire.Paths, error) {
	q := walkParameters(o.Walk)
	q.Set("from", from)
	q.Set("to", to)
	setNumbers(q, map[string]int{"max_hops": o.MaxHops, "k": o.K, "evidence": o.Shown})
	if o.By != "" {
		q.Set("by", string(o.By))
	}
	return fetch[wire.Paths](ctx, r, "paths", q)
}

func (r *remote) Near(ctx context.Context, center string, o query.NearOptions) (wire.Neighbourhood, error) {
	q := walkParameters(o.Walk)
	q.Set("center", center)
	setNumbers(q, map[string]int{"hops": o.Hops, "limit": o.Limit, "evidence": o.Shown})
	return fetch[wire.Neighbourhood](ctx, r, "neighbourhood", q)
}

// setNumbers leaves what is 0 to the server's default.
func setNumbers(q url.Values, numbers map[string]int) {
	for name, n := range numbers {
		if n != 0 {
			q.Set(name, strconv.Itoa(n))
		}
	}
}

// Query gives the results up to the server's limits or ours, whichever is
// lower.
func (r *remote) Query(ctx context.Context, q gizmoQuery) iter.Seq2[json.RawMessage, error] {
	return func(yield func(json.RawMessage, error) bool) {
		rows, err := r.query(ctx, q)
		if len(rows) > q.limits.Rows {
			rows, err = rows[:q.limits.Rows], &gizmo.LimitError{Of: gizmo.RowLimit, Limits: q.limits}
		}
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
		if err != nil {
			yield(nil, err)
		}
	}
}

// query sends a query to Cayley's interface; rows may come with an error.
func (r *remote) query(ctx context.Context, q gizmoQuery) ([]json.RawMessage, error) {
	ctx, cancel := context.WithTimeout(ctx, q.limits.Time)
	defer cancel()
	body, err := r.send(ctx, http.MethodPost, "/api/v2/query", url.Values{"lang": {string(q.language)}}, "text/plain", []byte(q.text))
	if errors.Is(err, context.DeadlineExceeded) {
		return nil, &gizmo.LimitError{Of: gizmo.TimeLimit, Limits: q.limits}
	}
	if err != nil {
		return nil, err
	}
	defer body.Close()
	var answer struct {
		Result    []json.RawMessage `json:"result"`
		Truncated string            `json:"truncated"`
		Data      json.RawMessage   `json:"data"` // GraphQL
		Errors    []struct {
			Message string `json:"message"`
		} `json:"errors"`
	}
	if err := json.NewDecoder(body).Decode(&answer); err != nil {
		return nil, fmt.Errorf("read the server's answer: %w", err)
	}
	switch {
	case len(answer.Errors) > 0:
		return nil, errors.New(answer.Errors[0].Message)
	case answer.Data != nil:
		return []json.RawMessage{answer.Data}, nil
	case answer.Truncated != "":
		return answer.Result, errors.New(answer.Truncated)
	}
	return answer.Result, nil
}

func (r *remote) Stats(ctx context.Context) (stats, error) {
	ready, err := fetchFrom[server.Readiness](ctx, r, "/readyz", nil)
	if err != nil || ready.Why != "" {
		return stats{Documents: []wire.Document{}, Memory: ready.Memory}, err
	}
	documents, err := fetchAll[wire.Document](ctx, r, "documents", url.Values{})
	if err != nil {
		return stats{}, err
	}
	total := func(path string, q url.Values) int {
		q.Set("limit", "1")
		page, e := fetch[wire.List[json.RawMessage]](ctx, r, path, q)
		err = cmp.Or(err, e)
		return page.Total
	}
	s := stats{Documents: documents, Forces: map[graph.Force]int{}, Memory: ready.Memory, Actors: total("actors", url.Values{})}
	for _, force := range graph.Forces() {
		if n := total("statements", url.Values{"force": {string(force)}}); n > 0 {
			s.Forces[force] = n
		}
	}
	return s, err
}

func (r *remote) Export(ctx context.Context, w io.Writer, e exported) error {
	q := url.Values{"format": {string(e.format)}, "base": {e.names.Base}}
	if e.doc != "" {
		q.Set("doc", e.doc)
	}
	body, err := r.send(ctx, http.MethodGet, "/api/v1/export", q, "", nil)
	if err != nil {
		return err
	}
	defer body.Close()
	if _, err := io.Copy(w, body); err != nil {
		return fmt.Errorf("copy the export: %w", err)
	}
	return nil
}

// fetchAll reads a list page by page.
func fetchAll[T any](ctx context.Context, r *remote, path string, q url.Values) ([]T, error) {
	all := []T{}
	err := eachPage(ctx, r, path, q, func(page wire.List[T]) string {
		all = append(all, page.Items...)
		return page.Next
	})
	return all, err
}

// eachPage reads the pages of a list in their order; take returns the cursor of
// the next one, empty after the last.
func eachPage[P any](ctx context.Context, r *remote, path string, q url.Values, take func(P) string) error {
	q.Set("limit", "1000")
	for {
		page, err := fetch[P](ctx, r, path, q)
		if err != nil {
			return err
		}
		next := take(page)
		if next == "" {
			return nil
		}
		q.Set("cursor", next)
	}
}

// fetch reads one answer of Mandate's own interface.
func fetch[T any](ctx context.Context, r *remote, path string, q url.Values) (T, error) {
	return fetchFrom[T](ctx, r, "/api/v1/"+path, q)
}

// fetchFrom reads the JSON at a path.
func fetchFrom[T any](ctx context.Context, r *remote, path string, q url.Values) (T, error) {
	var answer T
	body, err := r.send(ctx, http.MethodGet, path, q, "", nil)
	if err != nil {
		return answer, err
	}
	defer body.Close()
	if err := json.NewDecoder(body).Decode(&answer); err != nil {
		return answer, fmt.Errorf("read the server's answer: %w", err)
	}
	return answer, nil
}

// send makes a request and hands on the body of an answer that is none of
// failure; a failure becomes an error in the server's own words.
func (r *remote) send(ctx context.Context, method, path string, q url.Values, mediaType string, raw []byte) (io.ReadCloser, error) {
	address := r.base.JoinPath(path)
	address.RawQuery = q.Encode()
	request, err := http.NewRequestWithContext(ctx, method, address.String(), bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("ask the server: %w", err)
	}
	if mediaType != "" {
		request.Header.Set("Content-Type", mediaType)
	}
	if r.token != "" && method != http.MethodGet {
		request.Header.Set("Authorization", "Bearer "+r.token)
	}
	response, err := http.DefaultClient.Do(request)
	if wrapped, ok := errors.AsType[*url.Error](err); ok {
		return nil, fmt.Errorf("ask the server at %s: %w", r.base, wrapped.Err)
	}
	if err != nil {
		return nil, fmt.Errorf("ask the server at %s: %w", r.base, err)
	}
	if response.StatusCode < http.StatusBadRequest {
		return response.Body, nil
	}
	defer response.Body.Close()
	return nil, refusal(response)
}

// refusal is what a server says of a request that failed: the detail of a
// problem (RFC 9457), or Cayley's error.
func refusal(response *http.Response) error {
	var problem struct{ Detail, Error string }
	_ = json.NewDecoder(io.LimitReader(response.Body, 1<<20)).Decode(&problem) // what is no JSON leaves the status to be told
	if said := cmp.Or(problem.Detail, problem.Error); said != "" {
		return errors.New(strings.TrimSpace(said))
	}
	return fmt.Errorf("the server answered %s", response.Status)
}
