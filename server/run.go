package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
)

// How long a client may take. To understand a long text takes long, so how long
// an upload may be worked on is not bounded, only how slowly it may come in.
const (
	headerTimeout = 10 * time.Second
	bodyTimeout   = 5 * time.Minute
	answerTimeout = 10 * time.Minute // to take an answer in
	idleTimeout   = 2 * time.Minute
)

// paced bounds how slowly the answer to a reading request may be taken.
func paced(c *gin.Context) {
	if c.Request.Method == http.MethodGet {
		_ = http.NewResponseController(c.Writer).SetWriteDeadline(time.Now().Add(answerTimeout)) // not supported: there is none
	}
}

// Run serves on a listener until the context ends, then lets the requests and
// jobs under way finish within the grace time. It returns nil after such a stop; where the
// grace time was not enough, it cuts the rest off and says so.
func (s *Server) Run(ctx context.Context, l net.Listener) error {
	h := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: headerTimeout,
		ReadTimeout:       bodyTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(s.o.Log.Handler(), slog.LevelWarn),
	}
	ended := make(chan error, 1)
	go func() { ended <- h.Serve(l) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	s.stopping.Store(true)
	close(s.jobs.stopped)
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), s.o.Grace)
	defer cancel()
	var cutOff error
	if err := h.Shutdown(grace); err != nil {
		cutOff = errors.Join(fmt.Errorf("stop: requests were cut off after %s: %w", s.o.Grace, err), h.Close())
	}
	if cut := s.jobs.drain(grace); cut > 0 {
		cutOff = errors.Join(cutOff, fmt.Errorf("stop: %d uploads were cut off after %s while they were read; nothing of them is stored", cut, s.o.Grace))
	}
	return cutOff
}
