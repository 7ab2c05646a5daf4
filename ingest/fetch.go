package ingest

import (
	"context"
	"fmt"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// fetchTimeout bounds one download, redirects and body included.
const fetchTimeout = 60 * time.Second

// isURL tells an address from a path.
func isURL(arg string) bool {
	return strings.HasPrefix(arg, "http://") || strings.HasPrefix(arg, "https://")
}

// FromURL is a text on the web. The document is named after the canonical URL:
// where redirects lead to, without the fragment.
func FromURL(address string) Source {
	return Source{Name: address, Open: func(ctx context.Context) (Text, error) {
		ctx, cancel := context.WithTimeout(ctx, fetchTimeout)
		defer cancel()
		return fetch(ctx, address)
	}}
}

func fetch(ctx context.Context, address string) (Text, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return Text{}, fmt.Errorf("not a URL that can be fetched: %w", err)
	}
	request.Header.Set("Accept", "text/html, application/pdf, text/markdown, text/plain, */*;q=0.5")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return Text{}, fmt.Errorf("fetch: %w", err)
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

// canonical is the address that names a document: host in lower case, no
// fragment, no credentials.
func canonical(u *url.URL) string {
	c := *u
	c.Host = strings.ToLower(c.Host)
	c.Fragment, c.RawFragment, c.User = "", "", nil
	return c.String()
}
