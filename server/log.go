package server

import (
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/gin-gonic/gin"
)

// logged writes a line for each request when it is done.
func (s *Server) logged(c *gin.Context) {
	start := time.Now()
	defer func() {
		s.o.Log.InfoContext(c.Request.Context(), "request",
			"id", idOf(c.Writer), "method", c.Request.Method, "path", c.Request.URL.Path, "status", c.Writer.Status(),
			"duration", time.Since(start).Round(time.Microsecond), "bytes", max(0, c.Writer.Size()))
	}()
	c.Next()
}

// recovered answers a panic with a problem and logs where it came from.
func (s *Server) recovered(c *gin.Context) {
	defer func() {
		x := recover()
		if x == nil {
			return
		}
		if err, ok := x.(error); ok && errors.Is(err, http.ErrAbortHandler) {
			panic(x)
		}
		s.o.Log.ErrorContext(c.Request.Context(), "panic", "id", idOf(c.Writer), "path", c.Request.URL.Path, "panic", fmt.Sprint(x), "stack", string(debug.Stack()))
		c.Abort()
		if !c.Writer.Written() {
			writeProblem(c.Writer, problemOf(fmt.Errorf("panic: %v", x)))
		}
	}()
	c.Next()
}
