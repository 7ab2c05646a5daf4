package server

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"
)

// uploadInput is an upload of any kind; its body is read by uploads.
type uploadInput struct {
	ID    string `query:"id" maxLength:"200" doc:"of the document, where a text is the whole body"`
	Name  string `query:"name" maxLength:"500" doc:"file name, where a text is the whole body"`
	Async bool   `query:"async" doc:"do not wait until the texts have been read: answer with a job for each, which tells how far it is and can be cancelled"`
	ctx   huma.Context
}

// Resolve keeps the request for the handler: huma would read bodies of one
// declared kind only.
func (in *uploadInput) Resolve(ctx huma.Context) []error {
	in.ctx = ctx
	return nil
}

var _ huma.Resolver = (*uploadInput)(nil)

// textUpload is a text sent as JSON.
type textUpload struct {
	Title string `json:"title,omitempty" doc:"for display"`
	ID    string `json:"id,omitempty" doc:"of the document; made from the title where it is left out"`
	Text  string `json:"text,omitempty"`
	URL   string `json:"url,omitempty" doc:"address of the text, in place of it"`
}

// fileUpload describes files sent as a form.
type fileUpload struct {
	File []string `json:"file" format:"binary" doc:"one or more texts"`
}

// uploadBody describes the bodies that uploads are sent in.
func uploadBody(api huma.API) *huma.RequestBody {
	schemas := api.OpenAPI().Components.Schemas
	text := &huma.MediaType{Schema: &huma.Schema{Type: huma.TypeString}}
	return &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{
		"multipart/form-data":      {Schema: schemas.Schema(typeOf[fileUpload](), true, "FileUpload")},
		"application/json":         {Schema: schemas.Schema(typeOf[textUpload](), true, "TextUpload")},
		"text/plain":               text,
		"text/markdown":            text,
		"text/html":                text,
		"application/octet-stream": {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary", Description: "a PDF, DOCX or EPUB file; what it is shows in its content"}},
	}}
}

// uploads reads the texts that a request brings. Once they are in, nothing more
// is awaited from the sender, and what it takes to understand them may take
// longer than a body may take to arrive.
func (s *Server) uploads(c *gin.Context) ([]Upload, error) {
	uploads, err := s.receive(c)
	if err == nil {
		_ = http.NewResponseController(c.Writer).SetReadDeadline(time.Time{}) // not supported: there is none
	}
	return uploads, err
}

func (s *Server) receive(c *gin.Context) ([]Upload, error) {
	r := c.Request
	r.Body = http.MaxBytesReader(c.Writer, r.Body, s.o.MaxUpload)
	stated := r.Header.Get("Content-Type")
	kind, _, err := mime.ParseMediaType(stated)
	if err != nil {
		return nil, fmt.Errorf("%w: Content-Type %q: send %s", ErrUnsupported, stated, uploadTypes)
	}
	switch {
	case kind == "multipart/form-data":
		return formFiles(r)
	case kind == "application/json":
		return s.jsonText(r)
	case isFile(kind):
		raw, err := io.ReadAll(r.Body)
		if err != nil {
			return nil, readError(err)
		}
		q := r.URL.Query()
		return []Upload{{Name: q.Get("name"), ID: q.Get("id"), MediaType: stated, Raw: raw}}, nil
	}
	return nil, fmt.Errorf("%w: %s: send %s", ErrUnsupported, kind, uploadTypes)
}

// uploadTypes names what uploads are sent as.
const uploadTypes = "multipart/form-data, application/json, text/*, or a document as application/octet-stream or by its own type"

// isFile tells bodies that are a file, of a format that a text may have.
func isFile(kind string) bool {
	switch kind {
	case "application/octet-stream", "application/pdf", "application/epub+zip", "application/xhtml+xml", "application/zip":
		return true
	}
	return strings.HasPrefix(kind, "text/") || strings.HasPrefix(kind, "application/vnd.openxmlformats-officedocument.")
}

// formFiles reads the files of a form. They are read as they come, so the form
// is never on disk.
func formFiles(r *http.Request) ([]Upload, error) {
	form, err := r.MultipartReader()
	if err != nil {
		return nil, readError(err)
	}
	var out []Upload
	for {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, readError(err)
		}
		if part.FormName() != "file" {
			return nil, newProblem(http.StatusBadRequest, fmt.Sprintf("form field %q is not known: send each text as a field named file", part.FormName()))
		}
		u, err := formFile(part)
		if err != nil {
			return nil, err
		}
		out = append(out, u)
	}
	if len(out) == 0 {
		return nil, newProblem(http.StatusBadRequest, "the form holds no text: send each as a field named file")
	}
	return out, nil
}

func formFile(part *multipart.Part) (Upload, error) {
	raw, err := io.ReadAll(part)
	if err != nil {
		return Upload{}, readError(err)
	}
	kind := part.Header.Get("Content-Type")
	if _, _, err := mime.ParseMediaType(kind); err != nil {
		kind = "" // the sender does not know either
	}
	return Upload{Name: part.FileName(), MediaType: kind, Raw: raw}, nil
}

// jsonText reads a text, or its address, out of JSON.
func (s *Server) jsonText(r *http.Request) ([]Upload, error) {
	raw, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, readError(err)
	}
	var t textUpload
	if err := json.Unmarshal(raw, &t); err != nil {
		return nil, newProblem(http.StatusBadRequest, "the body is not the JSON of a text: "+err.Error())
	}
	switch {
	case (t.Text == "") == (t.URL == ""):
		return nil, newProblem(http.StatusBadRequest, "send either text or url")
	case t.URL != "" && !s.o.FetchURLs:
		return nil, newProblem(http.StatusForbidden, "this server does not fetch texts: send the text itself, or start the server with --fetch-urls")
	}
	u := Upload{Name: t.Title, ID: t.ID, Title: t.Title, URL: t.URL}
	if t.Text != "" {
		u.Raw = []byte(t.Text)
	}
	return []Upload{u}, nil
}

// readError tells a body that is cut off or malformed from one that is too
// large.
func readError(err error) error {
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return err
	}
	return newProblem(http.StatusBadRequest, "the upload cannot be read: "+err.Error())
}

// naming says which of several texts failed.
func naming(u Upload, of int, err error) error {
	if of == 1 {
		return err
	}
	p := *problemOf(err)
	if p.Status < http.StatusInternalServerError {
		p.Detail = fmt.Sprintf("%s: %s (texts before it were added)", u.Name, p.Detail)
		return &p
	}
	return fmt.Errorf("%s: %w", u.Name, err)
}
