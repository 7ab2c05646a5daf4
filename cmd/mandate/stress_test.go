package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// amount is how much a stress test does: what an environment variable says, or
// what every run of the tests can afford.
func amount(t *testing.T, variable string, otherwise int) int {
	t.Helper()
	text := os.Getenv(variable)
	if text == "" {
		return otherwise
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		t.Fatalf("%s=%q is no number", variable, text)
	}
	return n
}

// target is a server under attack, with a document in it.
type target struct {
	*service
	client *http.Client
	calm   int64 // memory that it takes when nothing happens
}

func newTarget(t *testing.T, flags ...string) *target {
	t.Helper()
	db := filepath.Join(t.TempDir(), "db")
	s := &target{
		service: start(t, append([]string{"serve", "--db", db, "--listen", "127.0.0.1:0"}, flags...)...),
		client:  &http.Client{Timeout: 10 * time.Minute}, // the machine may be busy
	}
	text := "The harbour master shall inspect every pier. Fishing villages should report lost nets to the harbour master."
	if status, answer := s.send(t, http.MethodPost, "/api/v1/documents?id=harbour", "text/plain", []byte(text)); status >= 300 {
		t.Fatalf("no document to begin with: %d %s", status, answer)
	}
	s.lives(t)
	s.calm = s.memory(t)
	return s
}

// send makes a request and returns its answer, of which it reads what fits.
func (s *target) send(t *testing.T, method, path, kind string, body []byte) (status int, answer string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, s.url+path, bytes.NewReader(body))
	if err != nil {
		t.Fatalf("%s %q: %v", method, path, err)
	}
	r.Header.Set("Content-Type", kind)
	response, err := s.client.Do(r)
	if err != nil {
		t.Errorf("%s %.200s with %d bytes: no answer: %v", method, path, len(body), err)
		return 0, ""
	}
	defer response.Body.Close()
	raw, err := io.ReadAll(io.LimitReader(response.Body, 1<<20))
	if err != nil {
		t.Errorf("%s %.200s with %d bytes: %v", method, path, len(body), err)
	}
	return response.StatusCode, string(raw)
}

// lives fails unless the server answers, in its own process and in a worker.
func (s *target) lives(t *testing.T) {
	t.Helper()
	for script, want := range map[string]string{
		`g.V("<doc:harbour>").limit(1).all()`: `{"result":[{"id":"<doc:harbour>"}]}`,
		`g.emit([1, 2].map(x => 2 * x))`:      `{"result":[[2,4]]}`,
	} {
		for tries := 0; ; tries++ {
			status, got := s.send(t, http.MethodPost, "/api/v2/query?lang=gizmo", "text/plain", []byte(script))
			if strings.TrimSpace(got) == want {
				break
			}
			// On a busy machine even this can take longer than a query may here.
			if tries == 50 || !strings.Contains(got, "query stopped after") {
				t.Fatalf("after the attack the server answers %s with %d %s", script, status, got)
			}
		}
	}
}

// memory is what the server takes of the machine, 0 where that cannot be told.
func (s *target) memory(t *testing.T) int64 {
	t.Helper()
	if runtime.GOOS != "linux" {
		return 0
	}
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid))
	if err != nil {
		t.Fatalf("the server is gone: %v", err)
	}
	_, rest, _ := strings.Cut(string(raw), "VmRSS:")
	n, err := strconv.ParseInt(strings.Fields(rest)[0], 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n << 10
}

// growth is how much more memory than at the start the server may take: the
// answers under way and the garbage beside them.
const growth = 512 << 20

func (s *target) isBounded(t *testing.T) {
	t.Helper()
	if now := s.memory(t); now > s.calm+growth {
		t.Fatalf("the server takes %d MB of memory, %d MB at the start", now>>20, s.calm>>20)
	}
}

// end stops the server, which must not have panicked and leaves nothing behind.
func (s *target) end(t *testing.T) {
	t.Helper()
	s.stop(t)
	for _, mark := range []string{"msg=panic", "level=ERROR"} {
		if at := strings.Index(s.stderr.String(), mark); at >= 0 {
			t.Errorf("the server panicked or failed: %.3000s", s.stderr.String()[at:])
		}
	}
}

// Whatever scripts do, the server answers the next request.
func TestHostileScripts(t *testing.T) {
	s := newTarget(t, "--query-timeout", "150ms", "--query-memory", "48MB")
	h := newHostility(1)
	const batch = 20
	for left := amount(t, "MANDATE_HOSTILE_SCRIPTS", 60); left > 0; left -= batch {
		scripts := make([]string, min(batch, left))
		for i := range scripts {
			scripts[i] = h.script()
		}
		s.attack(t, scripts)
		s.lives(t)
		s.isBounded(t)
		if t.Failed() {
			t.Fatalf("scripts: %q", scripts)
		}
	}
	s.end(t)
}

// attack sends scripts, a few at a time.
func (s *target) attack(t *testing.T, scripts []string) {
	t.Helper()
	lane := make(chan string)
	var all sync.WaitGroup
	for range 3 {
		all.Go(func() {
			for script := range lane {
				status, answer := s.send(t, http.MethodPost, "/api/v2/query?lang=gizmo", "text/plain", []byte(script))
				if status != http.StatusOK && status != http.StatusBadRequest && status != http.StatusServiceUnavailable {
					t.Errorf("%q: %d %.500s", script, status, answer)
				}
			}
		})
	}
	for _, script := range scripts {
		lane <- script
	}
	close(lane)
	all.Wait()
}

// endpoint is what random bytes are sent to.
type endpoint struct {
	method, path string
	parameters   []string
	kinds        []string // of bodies
}

// endpoints are those that the server describes, and Cayley's.
func (s *target) endpoints(t *testing.T) []endpoint {
	t.Helper()
	var spec struct {
		Paths map[string]map[string]struct {
			Parameters  []struct{ Name, In string }
			RequestBody struct{ Content map[string]any }
		}
	}
	get(t, s.url+"/openapi.json", &spec)
	var list []endpoint
	for path, methods := range spec.Paths {
		for method, operation := range methods {
			e := endpoint{method: strings.ToUpper(method), path: path}
			for _, p := range operation.Parameters {
				if p.In == "query" {
					e.parameters = append(e.parameters, p.Name)
				}
			}
			for kind := range operation.RequestBody.Content {
				e.kinds = append(e.kinds, kind)
			}
			list = append(list, e)
		}
	}
	if len(list) < 10 {
		t.Fatalf("the server describes only %d endpoints", len(list))
	}
	for _, path := range []string{"query?lang=gizmo", "query?lang=graphql", "read", "write", "delete", "node/delete"} {
		list = append(list, endpoint{method: http.MethodPost, path: "/api/v2/" + path,
			kinds: []string{"text/plain", "application/n-quads", "application/ld+json", "application/json", "application/x-protobuf"}})
	}
	list = append(list,
		endpoint{method: http.MethodGet, path: "/api/v2/query", parameters: []string{"lang", "qu"}},
		endpoint{method: http.MethodGet, path: "/api/v2/query?lang=gizmo", parameters: []string{"qu"}},
		endpoint{method: http.MethodGet, path: "/api/v2/query?lang=graphql", parameters: []string{"qu"}},
		endpoint{method: http.MethodGet, path: "/api/v2/read", parameters: []string{"sub", "pred", "obj", "label", "iri", "format"}},
		endpoint{method: http.MethodGet, path: "/api/v2/{any}"}, endpoint{method: http.MethodGet, path: "/{any}", parameters: []string{"a"}})
	for _, path := range []string{"/api/v2/formats", "/healthz", "/readyz", "/metrics", "/openapi.json"} {
		list = append(list, endpoint{method: http.MethodGet, path: path, parameters: []string{"a"}})
	}
	slices.SortFunc(list, func(a, b endpoint) int { return strings.Compare(a.method+a.path, b.method+b.path) })
	return list
}

// Random bytes at every endpoint are answered, and not as the server's fault.
func TestRandomBytes(t *testing.T) {
	s := newTarget(t, "--quad-writes", "--query-timeout", "150ms")
	bytesEach := amount(t, "MANDATE_RANDOM_BYTES", 6_000)
	for i, e := range s.endpoints(t) {
		r := noise{rand.New(rand.NewPCG(2, uint64(i)))}
		for sent, n := 0, 0; sent < bytesEach; n++ {
			sent += s.bombard(t, e, r)
			if n%50 == 49 {
				s.lives(t)
				s.isBounded(t)
			}
		}
		s.lives(t)
		s.isBounded(t)
		if t.Failed() {
			s.end(t)
			t.Fatalf("at %s %s", e.method, e.path)
		}
	}
	s.rawBytes(t, bytesEach)
	s.lives(t)
	s.end(t)
}

// bombard makes one request of random bytes and tells how many they were.
func (s *target) bombard(t *testing.T, e endpoint, r noise) (sent int) {
	t.Helper()
	piece := func(n int) string {
		b := r.bytes(1 + r.IntN(n))
		sent += len(b)
		return string(b)
	}
	path := e.path
	for strings.Contains(path, "{") {
		before, rest, _ := strings.Cut(path, "{")
		_, after, _ := strings.Cut(rest, "}")
		path = before + url.PathEscape(piece(200)) + after
	}
	q := url.Values{}
	for _, name := range e.parameters {
		if r.IntN(3) > 0 || len(e.parameters) == 1 {
			q.Set(name, piece(1000))
		}
	}
	if len(q) > 0 {
		path += map[bool]string{true: "&", false: "?"}[strings.Contains(path, "?")] + q.Encode()
	}
	kind, body := "", []byte(nil)
	if len(e.kinds) > 0 {
		kind, body = e.kinds[r.IntN(len(e.kinds))], []byte(piece(16_000))
	}
	if sent == 0 { // nothing in it can be random
		path += "?" + url.QueryEscape(piece(1000))
	}
	status, answer := s.send(t, e.method, path, kind, body)
	if status >= 500 && !strings.HasSuffix(e.path, "node/delete") { // of a node that is not there Cayley says 500
		t.Errorf("%s %.300s (%s, %d bytes): %d %.300s", e.method, path, kind, len(body), status, answer)
	}
	return sent
}

// rawBytes speaks to the server in random bytes that are no HTTP, or nearly so.
func (s *target) rawBytes(t *testing.T, n int) {
	t.Helper()
	r := noise{rand.New(rand.NewPCG(3, 0))}
	host := strings.TrimPrefix(s.url, "http://")
	for sent := 0; sent < n; {
		c, err := new(net.Dialer).DialContext(context.Background(), "tcp", host)
		if err != nil {
			t.Fatal(err)
		}
		b := append([]byte(r.pick("", "GET ", "GET / HTTP/1.1\r\n", "POST /api/v2/query?lang=gizmo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")), r.bytes(1+r.IntN(4000))...)
		sent += len(b)
		_, _ = c.Write(b) // the server may hang up
		_ = c.Close()
	}
}

// noise makes random bytes of several kinds: any, text, and text that looks like
// what the server reads.
type noise struct{ *rand.Rand }

func (r noise) pick(list ...string) string { return list[r.IntN(len(list))] }

func (r noise) bytes(n int) []byte {
	b := make([]byte, 0, n+20)
	kind := r.IntN(3)
	for len(b) < n {
		switch kind {
		case 0:
			b = append(b, byte(r.IntN(256)))
		case 1:
			b = append(b, byte(' '+r.IntN('~'-' ')))
		default:
			b = append(b, r.pick("{", "}", "[", "]", "(", ")", "<", ">", "\"", "'", ",", ":", ".", "\n", "g", "V", "all", "1", "@", "_:", "doc:", "\\u", "shall", "The", "\x00", "null", "-")...)
		}
	}
	return b[:n]
}
