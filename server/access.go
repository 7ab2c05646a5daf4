package server

import (
	"crypto/sha256"
	"crypto/subtle"
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"
)

// authorised lets changes through to who has the token, where one is wanted.
func (s *Server) authorised() gin.HandlerFunc {
	if s.o.Token == "" {
		return func(*gin.Context) {}
	}
	// Hashes are of one length, so comparing them tells nothing of the token's.
	want := sha256.Sum256([]byte(s.o.Token))
	return func(c *gin.Context) {
		if !changes(c.Request) {
			return
		}
		scheme, token, _ := strings.Cut(c.Request.Header.Get("Authorization"), " ")
		got := sha256.Sum256([]byte(strings.TrimSpace(token)))
		if strings.EqualFold(scheme, "Bearer") && subtle.ConstantTimeCompare(got[:], want[:]) == 1 {
			return
		}
		c.Header("WWW-Authenticate", `Bearer realm="mandate"`)
		writeProblem(c.Writer, newProblem(http.StatusUnauthorized,
			"this server takes changes with its token alone: send it as Authorization: Bearer TOKEN, or with --token-file or MANDATE_TOKEN from the command line"))
		c.Abort()
	}
}

// changes tells whether a request may change what is stored. What reads all the
// same sends its question by POST.
func changes(r *http.Request) bool {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodOptions:
		return false
	case http.MethodPost:
		return !slices.Contains([]string{"/api/v1/query", "/api/v2/query", "/api/v2/read", agentsPath}, r.URL.Path)
	}
	return true
}

// shared lets pages of other sites read answers (CORS), where they are allowed
// to, and answers what their browsers ask beforehand. They can write where a
// token protects that.
func (s *Server) shared(c *gin.Context) {
	origin := c.Request.Header.Get("Origin")
	if len(s.o.Origins) == 0 || origin == "" {
		return
	}
	h := c.Writer.Header()
	h.Add("Vary", "Origin")
	if !slices.Contains(s.o.Origins, origin) {
		return
	}
	h.Set("Access-Control-Allow-Origin", origin)
	h.Set("Access-Control-Expose-Headers", "ETag, Location, "+requestID)
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	if c.Request.Method == http.MethodOptions && c.Request.Header.Get("Access-Control-Request-Method") != "" {
		h.Set("Access-Control-Allow-Methods", "GET, POST, DELETE")
		h.Set("Access-Control-Allow-Headers", "Authorization, Content-Type, If-None-Match, "+requestID)
		h.Set("Access-Control-Max-Age", "600")
		c.AbortWithStatus(http.StatusNoContent)
	}
}
