package ingest

import (
	"context"
	"errors"
	"fmt"
	"mime"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"
)

// What one download may cost, redirects and body included. How large it may be
// is the bound of every document.
const (
	fetchTimeout  = 60 * time.Second
	mostRedirects = 5
)

// Errors of addresses that are not fetched.
var (
	errRedirects = fmt.Errorf("it redirects more than %d times: give the address that the text itself stands at", mostRedirects)
	errScheme    = errors.New("it leads to an address that is neither http nor https: download the file and give its path")
	errPrivate   = errors.New("it leads to an address inside this machine or its network, which is not fetched: " +
		"download the file and give its path, or allow it with --allow-private")
)

// Fetcher fetches texts from the web. The zero value keeps to public addresses:
// who names an address must not reach, through us, what only this machine can.
type Fetcher struct {
	AllowPrivate bool // loopback, private and link-local addresses too
}

// isURL tells an address from a path.
func isURL(arg string) bool {
	return strings.HasPrefix(arg, "http://") || strings.HasPrefix(arg, "https://")
}

// FromURL is a text on the web. The document is named after the canonical URL:
// the one that the page states, or else where redirects lead to, without the
// fragment.
func (f Fetcher) FromURL(address string) Source {
	return Source{Name: address, Open: func(ctx context.Context) (Text, error) {
		ctx, cancel := context.WithTimeout(ctx, fetchTimeout)
		defer cancel()
		text, err := f.fetch(ctx, address)
		if errors.Is(err, context.DeadlineExceeded) {
			return Text{}, fmt.Errorf("fetch: it did not end within %v: download the file and give its path", fetchTimeout)
		}
		return text, err
	}}
}

// client asks for each connection whether its address is allowed: once the
// name is resolved, so that no name can hide what it stands for, and again for
// each redirect.
func (f Fetcher) client() *http.Client {
	dialer := net.Dialer{Timeout: fetchTimeout / 2}
	if !f.AllowPrivate {
		dialer.Control = func(_, address string, _ syscall.RawConn) error { return checkPublic(address) }
	}
	transport := &http.Transport{
		DialContext: dialer.DialContext, DisableKeepAlives: true, ForceAttemptHTTP2: true,
		TLSHandshakeTimeout: fetchTimeout / 4, ResponseHeaderTimeout: fetchTimeout / 2, MaxResponseHeaderBytes: 1 << 20,
	}
	if f.AllowPrivate {
		transport.Proxy = http.ProxyFromEnvironment // which could not tell where a name leads to
	}
	return &http.Client{Transport: transport, CheckRedirect: func(next *http.Request, before []*http.Request) error {
		switch {
		case len(before) > mostRedirects:
			return errRedirects
		case next.URL.Scheme != "http" && next.URL.Scheme != "https":
			return errScheme
		}
		return nil
	}}
}

// checkPublic refuses addresses that are not of the public internet.
func checkPublic(address string) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return errPrivate
	}
	ip := at.Addr().Unmap()
	if !ip.IsGlobalUnicast() || ip.IsPrivate() {
		return errPrivate
	}
	for _, prefix := range reserved {
		if prefix.Contains(ip) {
			return errPrivate
		}
	}
	return nil
}

// reserved are networks that pass for public ones: carriers' own, protocols',
// documentation, and those that carry an IPv4 address inside, whichever.
var reserved = [...]netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"), netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("64:ff9b::/96"),
	netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("2001::/32"), netip.MustParsePrefix("2002::/16"),
	netip.MustParsePrefix("2001:db8::/32"), netip.MustParsePrefix("fec0::/10"),
}

func (f Fetcher) fetch(ctx context.Context, address string) (Text, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return Text{}, fmt.Errorf("not a URL that can be fetched: %w", err)
	}
	request.Header.Set("Accept", "text/html, application/pdf, text/markdown, text/plain, */*;q=0.5")
	response, err := f.client().Do(request)
	if err != nil {
		return Text{}, fmt.Errorf("fetch: %w", fetchCause(err))
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return Text{}, fmt.Errorf("fetch: the server answered %s", response.Status)
	}
	mediaType := response.Header.Get("Content-Type")
	if _, _, err := mime.ParseMediaType(mediaType); err != nil {
		mediaType = "" // left for the reader to detect
	}
	raw, err := readAll(response.Body)
	return Text{Raw: raw, Name: canonical(response.Request.URL), MediaType: mediaType}, err
}

// fetchCause is why a download failed, without the address and the steps to it
// where the reason is ours.
func fetchCause(err error) error {
	for _, ours := range []error{errRedirects, errScheme, errPrivate, context.DeadlineExceeded, context.Canceled} {
		if errors.Is(err, ours) {
			return ours
		}
	}
	return err
}

// canonical is the address that names a document: host in lower case, no
// fragment, no credentials.
func canonical(u *url.URL) string {
	c := *u
	c.Host = strings.ToLower(c.Host)
	c.Fragment, c.RawFragment, c.User = "", "", nil
	return c.String()
}
