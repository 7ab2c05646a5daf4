package server

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"
)

// contentPolicy lets the page load what this server sends and nothing else.
const contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
	"font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// secured sets the headers that tell a browser to trust nothing it need not.
func secured(c *gin.Context) {
	h := c.Writer.Header()
	h.Set("Content-Security-Policy", contentPolicy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
}

// hosts refuses requests for a name that is not this server's. Another site can
// let its own name point at this machine (DNS rebinding), and its page would
// then be of the same origin as ours. It cannot do that with an address.
func (s *Server) hosts() gin.HandlerFunc {
	return func(c *gin.Context) {
		if host := hostname(c.Request.Host); !ownHost(host) && !slices.Contains(s.o.AllowedHosts, host) {
			writeProblem(c.Writer, newProblem(http.StatusForbidden, fmt.Sprintf(
				"this server is not known as %q: use localhost or its address, or start it with --allow-host %s", host, host)))
			c.Abort()
		}
	}
}

// hostname returns the host of a Host header in lower case, without port and
// brackets.
func hostname(hostport string) string {
	host := hostport
	if h, _, err := net.SplitHostPort(hostport); err == nil {
		host = h
	}
	return strings.ToLower(strings.TrimSuffix(strings.Trim(host, "[]"), "."))
}

func ownHost(host string) bool {
	_, err := netip.ParseAddr(host)
	return err == nil || host == "localhost" || strings.HasSuffix(host, ".localhost")
}

// sameOrigin refuses what another site's page sends, other than reading.
// Programs, which send neither Origin nor Sec-Fetch-Site, pass, and so do sites
// that may read here, where a token says who may write.
func (s *Server) sameOrigin() (gin.HandlerFunc, error) {
	protection := http.NewCrossOriginProtection()
	for _, origin := range s.o.Origins {
		if s.o.Token == "" {
			break
		}
		if err := protection.AddTrustedOrigin(origin); err != nil {
			return nil, fmt.Errorf("allow another site: %w", err)
		}
	}
	return func(c *gin.Context) {
		if err := protection.Check(c.Request); err != nil {
			writeProblem(c.Writer, newProblem(http.StatusForbidden, "a page of another site cannot change what is stored here"))
			c.Abort()
		}
	}, nil
}
