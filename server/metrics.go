package server

import (
	"slices"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
)

// metrics are what /metrics tells, in a registry of this server's own.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.HistogramVec
}

func newMetrics(s *Server) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name:    "mandate_http_request_duration_seconds",
			Help:    "Time to answer a request, by route.",
			Buckets: prometheus.ExponentialBuckets(0.0005, 4, 9), // to 33 s
		}, []string{"method", "route", "status"}),
	}
	gauge := func(name, help string, value func() int) prometheus.Collector {
		return prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, func() float64 { return float64(value()) })
	}
	m.registry.MustRegister(m.requests, collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		gauge("mandate_documents", "Documents stored.", func() int { return s.index().Documents() }),
		gauge("mandate_quads", "Quads stored.", func() int { return s.index().Size() }),
		gauge("mandate_index_bytes", "Memory that the index of the quads takes.", func() int { return int(s.index().Bytes()) }),
	)
	return m
}

// measured counts and times requests. What no route serves counts as the page,
// and made-up methods as one, so that strangers make no new series.
func (s *Server) measured(c *gin.Context) {
	start := time.Now()
	c.Next()
	route := c.FullPath()
	if route == "" {
		route = "page"
	}
	method := c.Request.Method
	if !slices.Contains([]string{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}, method) {
		method = "other"
	}
	s.metrics.requests.WithLabelValues(method, route, strconv.Itoa(c.Writer.Status())).Observe(time.Since(start).Seconds())
}
