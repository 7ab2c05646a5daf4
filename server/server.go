// Package server answers over HTTP what query answers: Mandate's own interface
// under /api/v1 (described by /openapi.json), Cayley's under /api/v2, health and
// metrics, and the page everywhere else. It holds no rule of language and no
// knowledge of how the graph is kept; what it needs of ingestion it names in
// Ingester. Statuses of HTTP are decided here and nowhere else.
package server

import (
	"context"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"runtime"
	"sync/atomic"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/klauspost/compress/gzhttp"

	"mandate/graph"
	"mandate/graph/index"
	"mandate/graph/store"
	"mandate/query"
	"mandate/query/gizmo"
	"mandate/query/sandbox"
	"mandate/query/wire"
	"mandate/server/cayley"
	"mandate/server/web"
)

// Ingester reads texts that are sent to the server and stores what it found in
// them.
type Ingester interface {
	// Ingest reads the text and puts the reading into the store that the server
	// answers from; replaced tells whether a document of its ID was there. Where
	// the text is at fault, the error wraps ErrUnreadable, ErrUnsupported or
	// ErrTooLarge, and its message is shown to the sender.
	Ingest(ctx context.Context, u Upload) (r *graph.Reading, replaced bool, err error)
	// Unchanged tells whether the document of an ID is what reading an upload anew
	// would find, of which only the names and the hash of the file are given; it
	// returns the title of that document.
	Unchanged(id string, u Upload, sha256 string) (title string, same bool, err error)
	// Reextract reads a stored document again, where another version has read it,
	// and replaces it unless dry. The error wraps store.ErrNotFound where there is
	// none of that ID.
	Reextract(ctx context.Context, id string, dry bool) (wire.Reextracted, error)
}

// Upload is a text that was sent. Either Raw or URL is set.
type Upload struct {
	Name      string // file name, or what stands for it; may be empty
	ID        string // of the document; empty to make it from name, title or URL
	Title     string // for display, where the sender gave one
	MediaType string // as the sender states it, parameters allowed; may be empty
	Raw       []byte // the text as it came
	URL       string // address to fetch the text from

	// Progress, where it is set, is told the stage that reading is in and which
	// share of it is done, from 0 to 1.
	Progress func(stage Stage, share float64)
}

// Options tell what a server works on. Store is needed, the rest has defaults.
type Options struct {
	Store        *store.Store
	Views        *query.Views    // of its states, shared with who else answers from it; nil for its own
	Ingester     Ingester        // nil: texts are not taken
	Questions    QuestionReader  // nil: questions in English are not answered
	Agents       http.Handler    // what language-model agents are answered by, at /mcp; nil: they are not
	Pages        fs.FS           // the built page; nil for the embedded one
	AllowedHosts []string        // names beside localhost and IP addresses under which the server may be reached
	Token        string          // that whoever changes something must send; empty for none
	Origins      []string        // other sites whose pages may read answers, and write with the token
	QuadWrites   bool            // take quads over Cayley's interface
	FetchURLs    bool            // fetch texts from addresses that are sent
	MaxUpload    int64           // bytes of one upload; 0 for DefaultMaxUpload
	Query        gizmo.Limits    // of Gizmo and GraphQL queries
	Queries      *sandbox.Runner // runs them; nil: in this process, without a limit of memory
	AnswerTime   time.Duration   // for one answer of the graph; 0 for 10 s
	Grace        time.Duration   // for requests under way when the server stops; 0 for 10 s
	Log          *slog.Logger    // nil: nothing is logged
	Version      string          // of the program

	// Readers tells the versions of the rules and of the language model that read
	// texts; nil where none are read.
	Readers func() (extractor, model string, err error)
}

// agentsPath is where agents find their tools.
const agentsPath = "/mcp"

// DefaultMaxUpload is the size of an upload that is taken where Options do not
// say: a thousand pages.
const DefaultMaxUpload = 16 << 20

func (o *Options) setDefaults() {
	if o.Pages == nil {
		o.Pages = web.Files()
	}
	if o.MaxUpload <= 0 {
		o.MaxUpload = DefaultMaxUpload
	}
	if o.AnswerTime <= 0 {
		o.AnswerTime = 10 * time.Second
	}
	if o.Grace <= 0 {
		o.Grace = 10 * time.Second
	}
	if o.Views == nil {
		o.Views = new(query.Views)
	}
	if o.Queries == nil {
		o.Queries = sandbox.New(sandbox.Options{})
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Version == "" {
		o.Version = "dev"
	}
}

// Server is the HTTP interface to a store. It is an http.Handler.
type Server struct {
	o         Options
	revisions *revisions
	reading   chan struct{} // bounds the texts that are read at a time
	jobs      *jobs
	earlier   earlier
	stopping  atomic.Bool
	metrics   *metrics
	handler   http.Handler
}

// New makes a server. It fails where the page cannot be read.
func New(o Options) (*Server, error) {
	o.setDefaults()
	s := &Server{o: o, revisions: newRevisions(), reading: make(chan struct{}, runtime.GOMAXPROCS(0)), jobs: newJobs()}
	s.metrics = newMetrics(s)
	page, err := newPage(o.Pages)
	if err != nil {
		return nil, fmt.Errorf("read the page: %w", err)
	}
	engine, err := s.engine(page)
	if err != nil {
		return nil, err
	}
	compress, err := gzhttp.NewWrapper(gzhttp.ContentTypeFilter(gzhttp.CompressAllContentTypeFilter))
	if err != nil {
		return nil, fmt.Errorf("set up compression: %w", err)
	}
	s.handler = compress(engine)
	return s, nil
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// engine puts the routes together. What every request passes through comes
// first: the log outermost, so that it sees refusals too.
func (s *Server) engine(page http.Handler) (*gin.Engine, error) {
	gin.SetMode(gin.ReleaseMode) // else it writes to standard output
	e := gin.New()
	e.UseEscapedPath = true // so that an ID may hold a slash, written %2F
	e.HandleMethodNotAllowed = true
	sameOrigin, err := s.sameOrigin()
	if err != nil {
		return nil, err
	}
	e.Use(identified, s.logged, s.measured, s.recovered, paced, secured, s.hosts(), s.shared, sameOrigin, s.authorised(), s.indexed, s.remembered)

	spec, err := s.routes(e)
	if err != nil {
		return nil, err
	}
	e.GET("/openapi.json", func(c *gin.Context) { c.Data(http.StatusOK, "application/openapi+json", spec) })
	s.health(e)
	api2 := cayley.New(cayley.Options{Store: s.o.Store, Writes: s.o.QuadWrites, MaxBody: s.o.MaxUpload, Limits: s.o.Query, Queries: s.o.Queries})
	e.Any("/api/v2/*path", gin.WrapH(api2))
	if s.o.Agents != nil {
		e.Any(agentsPath, gin.WrapH(s.o.Agents))
	}
	e.NoMethod(func(c *gin.Context) { writeProblem(c.Writer, methodNotAllowed(c.Request)) })
	e.NoRoute(func(c *gin.Context) {
		if belongsToAPI(c.Request.URL.Path) {
			writeProblem(c.Writer, noSuchPath(c.Request))
			return
		}
		page.ServeHTTP(c.Writer, c.Request)
	})
	return e, nil
}

// view returns the present state of the graph. A request takes it once.
func (s *Server) view() *query.View { return s.o.Views.Of(s.index()) }

func (s *Server) index() *index.Index { return s.o.Store.View() }
