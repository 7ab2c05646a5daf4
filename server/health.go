package server

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"mandate/graph/store"
	"mandate/query/wire"
)

// Readiness is what a server says of itself at /readyz.
type Readiness struct {
	Status    string `json:"status"`
	Documents int    `json:"documents"`
	wire.Memory
}

func readiness(st *store.Store) Readiness {
	return Readiness{Status: "ok", Documents: st.View().Documents(), Memory: wire.MemoryOf(st.View(), st.Unindexed())}
}

// indexed refuses what is answered from the index where there is none. What adds
// and removes documents works without, and so does Cayley's interface.
func (s *Server) indexed(c *gin.Context) {
	path := c.Request.URL.Path
	ofIndex := path == agentsPath || strings.HasPrefix(path, "/api/v1/") && c.Request.Method == http.MethodGet && !isJob(path) && path != aboutPath || strings.HasSuffix(path, "/reextract")
	if err := s.o.Store.Unindexed(); ofIndex && err != nil {
		writeProblem(c.Writer, problemOf(err))
		c.Abort()
	}
}

// health registers what those who watch over the server ask.
func (s *Server) health(e *gin.Engine) {
	e.GET("/healthz", func(c *gin.Context) { c.JSON(http.StatusOK, gin.H{"status": "ok"}) })
	e.GET("/readyz", func(c *gin.Context) {
		if s.stopping.Load() {
			writeProblem(c.Writer, newProblem(http.StatusServiceUnavailable, "the server is stopping"))
			return
		}
		c.JSON(http.StatusOK, readiness(s.o.Store))
	})
	e.GET("/metrics", gin.WrapH(promhttp.HandlerFor(s.metrics.registry, promhttp.HandlerOpts{})))
}
