package server

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// health registers what those who watch over the server ask.
func (s *Server) health(e *gin.Engine) {
	e.GET("/healthz", func(c *gin.Context) { c.JSON(http.StatusOK, gin.H{"status": "ok"}) })
	e.GET("/readyz", func(c *gin.Context) {
		if s.stopping.Load() {
			writeProblem(c.Writer, newProblem(http.StatusServiceUnavailable, "the server is stopping"))
			return
		}
		c.JSON(http.StatusOK, gin.H{"status": "ok", "documents": s.index().Documents()})
	})
	e.GET("/metrics", gin.WrapH(promhttp.HandlerFor(s.metrics.registry, promhttp.HandlerOpts{})))
}
