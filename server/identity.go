package server

import (
	"context"
	"crypto/rand"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
)

// requestID is the header that tells requests apart, in the log and in
// problems.
const requestID = "X-Request-Id"

// identified gives every request an ID: its sender's, where that is one, else a
// new one.
func identified(c *gin.Context) {
	id := c.Request.Header.Get(requestID)
	if !saneID(id) {
		id = rand.Text()[:16]
	}
	c.Writer.Header().Set(requestID, id)
	c.Request = c.Request.WithContext(context.WithValue(c.Request.Context(), requestIDKey{}, id))
}

// requestIDKey is where the context of a request holds its ID.
type requestIDKey struct{}

// idOf returns the ID of the request that is being answered.
func idOf(w http.ResponseWriter) string { return w.Header().Get(requestID) }

// saneID tells whether an ID can stand in a log and in an answer as it is.
func saneID(id string) bool {
	return id != "" && len(id) <= 64 && !strings.ContainsFunc(id, func(r rune) bool {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
		return !letter && !strings.ContainsRune("-_.:", r)
	})
}
