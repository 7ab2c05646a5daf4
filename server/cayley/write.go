package cayley

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"

	cayleyhttp "github.com/cayleygraph/cayley/server/http"
	"github.com/cayleygraph/quad"
)

// write takes quads, where that is allowed. Cayley's handlers write them as they
// read them, in batches; so that all of a body is written or none, it is read
// through first, and then written as one batch.
func (a *api) write(w http.ResponseWriter, r *http.Request) {
	if !a.o.Writes {
		refuse(w, http.StatusForbidden, "this server takes no quads: start it with mandate serve --quad-writes")
		return
	}
	body, err := a.body(w, r)
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		refuse(w, http.StatusRequestEntityTooLarge, fmt.Sprintf("the body is longer than %d bytes: send it in pieces", tooLarge.Limit))
		return
	}
	count := 0
	if err == nil && r.URL.Path != prefix+nodeDelete {
		count, err = countQuads(r.Header, body)
	}
	if err != nil {
		refuse(w, http.StatusBadRequest, err.Error())
		return
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	a.native(w, r, count)
}

// body reads a body, compressed or not. What it takes when it is unpacked is
// bounded too.
func (a *api) body(w http.ResponseWriter, r *http.Request) ([]byte, error) {
	limited := http.MaxBytesReader(w, r.Body, a.o.MaxBody)
	if r.Header.Get("Content-Encoding") != "gzip" {
		return io.ReadAll(limited)
	}
	r.Header.Del("Content-Encoding")
	packed, err := gzip.NewReader(limited)
	if err != nil {
		return nil, fmt.Errorf("unpack the body: %w", err)
	}
	return io.ReadAll(http.MaxBytesReader(w, packed, a.o.MaxBody))
}

// countQuads reads quads as Cayley's handlers do and tells how many there are.
func countQuads(h http.Header, body []byte) (int, error) {
	format := quad.FormatByName("nquads")
	if accepted := cayleyhttp.ParseAccept(h, "Content-Type"); len(accepted) > 0 {
		if named := quad.FormatByMime(accepted[0].Value); named != nil {
			format = named
		}
	}
	if format.Reader == nil {
		return 0, fmt.Errorf("quads cannot be read from %s", format.Name)
	}
	if format.Name == "jsonld" {
		if err := checkContexts(body); err != nil {
			return 0, err
		}
	}
	quads := format.Reader(bytes.NewReader(body))
	defer quads.Close()
	for n := 0; ; n++ {
		_, err := quads.ReadQuad()
		if errors.Is(err, io.EOF) {
			return n, nil
		}
		if err != nil {
			return 0, fmt.Errorf("read quad %d: %w", n+1, err)
		}
	}
}

// errRemoteContext is returned for JSON-LD that names a context by its address.
// Cayley would fetch it from there, or from a file of this machine.
var errRemoteContext = errors.New("a context that is named by its address is not fetched: put the context itself into the document")

func checkContexts(body []byte) error {
	var document any
	if err := json.Unmarshal(body, &document); err != nil {
		return fmt.Errorf("read JSON-LD: %w", err)
	}
	if !selfContained(document) {
		return errRemoteContext
	}
	return nil
}

func selfContained(v any) bool {
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			if !selfContained(item) {
				return false
			}
		}
	case map[string]any:
		for key, item := range v {
			if key == "@import" || key == "@context" && names(item) || !selfContained(item) {
				return false
			}
		}
	}
	return true
}

// names tells whether a context is, or holds, an address.
func names(context any) bool {
	switch c := context.(type) {
	case string:
		return true
	case []any:
		for _, item := range c {
			if names(item) {
				return true
			}
		}
	}
	return false
}
