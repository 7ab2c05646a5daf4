package server

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"hash/fnv"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/gin-gonic/gin"
	"github.com/klauspost/compress/gzip"

	"mandate/graph/index"
)

// revisions number the states of the graph that are answered from, so that
// clients need not be sent again what they have. The numbers are this run's own.
type revisions struct {
	run  string
	mu   sync.Mutex
	last atomic.Pointer[revision]
}

// revision is one state of the graph and the answers given from it, which stay
// true as long as it does.
type revision struct {
	x       *index.Index
	name    string
	number  int
	answers answers
}

func newRevisions() *revisions { return &revisions{run: rand.Text()[:10]} }

// of returns the revision of an index, a new one where it is not the last.
func (r *revisions) of(x *index.Index) *revision {
	if last := r.last.Load(); last != nil && last.x == x {
		return last
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	last := r.last.Load()
	if last != nil && last.x == x {
		return last
	}
	next := &revision{x: x, number: 1}
	if last != nil {
		next.number = last.number + 1
	}
	next.name = fmt.Sprintf("%s-%d", r.run, next.number)
	r.last.Store(next)
	return next
}

// tag is the ETag of the answer to a request. It is a weak one, as the same
// answer may be sent compressed.
func (r *revision) tag(uri string) string {
	h := fnv.New64a()
	_, _ = h.Write([]byte(uri)) // never fails
	return fmt.Sprintf(`W/"%s-%x"`, r.name, h.Sum64())
}

// remembered answers GET requests under /api/v1 with what was answered before,
// as long as the graph is the same; a client that has the answer is told so.
func (s *Server) remembered(c *gin.Context) {
	path := c.Request.URL.Path
	if isJob(path) {
		c.Header("Cache-Control", "no-store")
		return
	}
	if c.Request.Method != http.MethodGet || !strings.HasPrefix(path, "/api/v1/") {
		return
	}
	uri, now := c.Request.URL.RequestURI(), s.revisions.of(s.index())
	tag := now.tag(uri)
	if hasTag(c.Request.Header, tag) {
		tagged(c.Writer.Header(), tag)
		c.AbortWithStatus(http.StatusNotModified)
		return
	}
	if known := now.answers.get(uri); known != nil {
		tagged(c.Writer.Header(), tag)
		known.write(c)
		c.Abort()
		return
	}
	r := &recorder{ResponseWriter: c.Writer, tag: tag}
	c.Writer = r
	c.Next()
	c.Writer = r.ResponseWriter
	if a := r.answer(); a != nil && s.index() == now.x {
		now.answers.put(uri, a)
	}
}

// tagged lets a client keep an answer that it asks about each time.
func tagged(h http.Header, tag string) {
	h.Set("ETag", tag)
	h.Set("Cache-Control", "no-cache")
}

// hasTag tells whether the client says that it has the answer of a tag.
func hasTag(h http.Header, tag string) bool {
	for _, line := range h.Values("If-None-Match") {
		for one := range strings.SplitSeq(line, ",") {
			if strings.TrimPrefix(strings.TrimSpace(one), "W/") == strings.TrimPrefix(tag, "W/") {
				return true
			}
		}
	}
	return false
}

// recorder keeps a copy of an answer that is not too large.
type recorder struct {
	gin.ResponseWriter
	tag      string
	body     []byte
	tooLarge bool
}

// Unwrap lets deadlines be set on the connection below.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

// Write sends and keeps. The first of an answer that says what was asked for
// tags it.
func (r *recorder) Write(p []byte) (int, error) {
	if !r.Written() && r.Status() == http.StatusOK {
		tagged(r.Header(), r.tag)
	}
	if r.tooLarge = r.tooLarge || len(r.body)+len(p) > maxAnswer; r.tooLarge {
		r.body = nil
	} else {
		r.body = append(r.body, p...) // as a rule all in one go
	}
	return r.ResponseWriter.Write(p)
}

// WriteString sends and keeps.
func (r *recorder) WriteString(s string) (int, error) { return r.Write([]byte(s)) }

// answer is what was recorded, nil where it is not to be given again: one that
// has headers of its own, a failure, one too large.
func (r *recorder) answer() *answer {
	kind := r.Header().Get("Content-Type")
	if r.Status() != http.StatusOK || r.tooLarge || len(r.body) == 0 || r.Header().Get("Content-Disposition") != "" {
		return nil
	}
	return &answer{kind: kind, body: r.body}
}

// What answers are kept: none larger than the first, no more than the second
// together.
const (
	maxAnswer  = 1 << 20
	maxAnswers = 64 << 20
	maxURI     = 2000 // of the request
)

// answer is the body of an answer, and compressed once that is asked for.
type answer struct {
	kind   string
	body   []byte
	zip    sync.Once
	zipped []byte
}

// least is the size from which on compressing pays, the same as of answers that
// are not kept.
const least = 1024

func (a *answer) write(c *gin.Context) {
	h, body := c.Writer.Header(), a.body
	h.Set("Content-Type", a.kind)
	accepted := c.Request.Header.Get("Accept-Encoding")
	if len(body) >= least && strings.Contains(accepted, "gzip") && !strings.Contains(accepted, "gzip;q=0") {
		a.zip.Do(a.compress)
		h.Set("Content-Encoding", "gzip")
		body = a.zipped
	}
	c.Writer.WriteHeader(http.StatusOK)
	_, _ = c.Writer.Write(body) // a client that is gone cannot be told
}

func (a *answer) compress() {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write(a.body) // a buffer takes everything
	_ = w.Close()
	a.zipped = b.Bytes()
}

// answers are kept in two generations: when the younger is full it becomes the
// elder, and what was not asked for since is forgotten.
type answers struct {
	mu             sync.Mutex
	younger, elder map[string]*answer
	size           int // of the younger
}

func (m *answers) get(uri string) *answer {
	m.mu.Lock()
	defer m.mu.Unlock()
	if a := m.younger[uri]; a != nil {
		return a
	}
	a := m.elder[uri]
	if a != nil {
		m.keep(uri, a)
	}
	return a
}

func (m *answers) put(uri string, a *answer) {
	if len(uri) > maxURI {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.keep(uri, a)
}

func (m *answers) keep(uri string, a *answer) {
	// The compressed form, where it is made, is a fraction; and something for the
	// entry itself.
	size := len(a.body)*5/4 + len(uri) + 200
	if m.younger == nil || m.size+size > maxAnswers/2 {
		m.younger, m.elder, m.size = map[string]*answer{}, m.younger, 0
	}
	if m.younger[uri] == nil {
		m.size += size
	}
	m.younger[uri] = a
}
