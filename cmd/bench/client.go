package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// ask sends a Gizmo query and returns the body of the answer.
func (s *server) ask(ctx context.Context, gizmo string) ([]byte, error) {
	return s.send(ctx, http.MethodPost, "/api/v2/query?lang=gizmo", gizmo)
}

func (s *server) send(ctx context.Context, method, path, body string) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, method, s.base+path, strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	if strings.HasSuffix(path, "/write") {
		request.Header.Set("Content-Type", "application/n-quads")
	}
	response, err := client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err == nil && response.StatusCode >= http.StatusBadRequest {
		err = fmt.Errorf("%s %s: %s: %.300s", method, path, response.Status, answer)
	}
	return answer, err
}

// rows are the results of an answer, each with its members in order, sorted:
// two servers agree where these are equal.
func rows(answer []byte) ([]string, error) {
	var decoded struct{ Result []any }
	if err := json.Unmarshal(answer, &decoded); err != nil {
		return nil, fmt.Errorf("the answer is no JSON: %w", err)
	}
	out := make([]string, len(decoded.Result))
	for i, row := range decoded.Result {
		raw, err := json.Marshal(row)
		if err != nil {
			return nil, err
		}
		out[i] = string(raw)
	}
	slices.Sort(out)
	return out, nil
}

// load is what a server did for a number of clients in some time.
type load struct {
	requests  int
	perSecond float64
	cpu       time.Duration // of the server, for each request
}

// client keeps the connections that requests are sent over.
var client = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: connections, DisableCompression: true}}

// connections is how many clients ask at a time.
const connections = 8

// press asks a server as often as it can over several connections; request
// makes the i-th one.
func (s *server) press(ctx context.Context, length time.Duration, request func(ctx context.Context, i int) error) (load, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var count atomic.Int64
	start, cpu := time.Now(), s.cpu()
	var clients sync.WaitGroup
	for range connections {
		clients.Go(func() {
			for time.Since(start) < length && ctx.Err() == nil {
				if err := request(ctx, int(count.Add(1))); err != nil {
					cancel(err)
				}
			}
		})
	}
	clients.Wait()
	took, used := time.Since(start), s.cpu()-cpu
	n := int(count.Load())
	return load{n, float64(n) / took.Seconds(), used / time.Duration(max(n, 1))}, context.Cause(ctx)
}
