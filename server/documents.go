package server

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"

	"mandate/graph/index"
	"mandate/query"
	"mandate/query/wire"
)

// documents registers what can be done with documents.
func (s *Server) documents(api huma.API) {
	get(s, api, "/documents", "list-documents", "List documents", s.listDocuments)
	get(s, api, "/documents/{id}", "get-document", "Read a document: text, sections, statements", s.document)
	route(s, api, huma.Operation{
		Method: http.MethodDelete, Path: "/documents/{id}", OperationID: "remove-document",
		Summary: "Remove a document and all that it said", DefaultStatus: http.StatusNoContent,
	}, s.removeDocument)
	route(s, api, huma.Operation{
		Method: http.MethodPost, Path: "/documents/{id}/reextract", OperationID: "reextract-document",
		Summary: "Read a stored document again, where another version has read it, and tell what that changed",
	}, s.reextract)
	get(s, api, "/documents/{id}/unchanged", "is-unchanged", "Whether reading a file would find what is stored, so that it need not be sent", s.unchanged)
	route(s, api, huma.Operation{
		Method: http.MethodPost, Path: "/documents", OperationID: "add-document", DefaultStatus: http.StatusCreated,
		Summary:     "Read a text and add it, in place of the document of the same ID",
		Description: "Several files answer with a list of documents. With `async=true` the answer comes as soon as the files are in: a list of jobs, one a file.",
	}, s.addDocuments)
	s.restoring(api)
	// Declared afterwards, as huma would else read and check the body itself.
	api.OpenAPI().Paths["/api/v1/documents"].Post.RequestBody = uploadBody(api)
	route(s, api, huma.Operation{
		Method: http.MethodGet, Path: "/export", OperationID: "export", Summary: "The whole graph for other programs; the same graph gives the same bytes",
	}, s.export)
}

func (s *Server) listDocuments(_ context.Context, in *unlimited) (wire.List[wire.Document], error) {
	all := s.index().Summaries()
	page, next, err := query.Cut(all, query.Page{Limit: in.Limit, Cursor: in.Cursor}, func(d *index.Summary) string { return d.Head.ID })
	return wire.NewList(page, len(all), next, wire.SummaryOf), err
}

type documentInput struct {
	ID string `path:"id" maxLength:"500" doc:"ID, IRI or title"`
}

func (s *Server) document(_ context.Context, in *documentInput) (wire.FullDocument, error) {
	return wire.FullDocumentNamed(s.view(), in.ID)
}

// removeDocument takes the ID as it is: what is removed must not depend on what
// else bears the name.
func (s *Server) removeDocument(ctx context.Context, in *documentInput) (*struct{}, error) {
	before := s.o.Store.View()
	if err := s.o.Store.Remove(ctx, in.ID); err != nil {
		return nil, err
	}
	s.earlier.keep(before, in.ID)
	return nil, nil
}

type addOutput struct {
	Status   int
	Location string `header:"Location"`
	Body     any
}

// addDocuments reads what was sent, one text after the other; those before one
// that fails are kept, and the problem says which failed.
func (s *Server) addDocuments(ctx context.Context, in *uploadInput) (*addOutput, error) {
	if s.o.Ingester == nil {
		return nil, newProblem(http.StatusForbidden, "this server only shows documents: add them with mandate ingest")
	}
	uploads, err := s.uploads(humagin.Unwrap(in.ctx))
	if err != nil {
		return nil, err
	}
	if in.Async {
		return s.startJobs(ctx, uploads)
	}
	var added []wire.Added
	for _, u := range uploads {
		a, err := s.ingest(ctx, u)
		if err != nil {
			return nil, naming(u, len(uploads), err)
		}
		added = append(added, a)
	}
	if len(added) == 1 {
		return &addOutput{Status: http.StatusCreated, Location: "/api/v1/documents/" + added[0].ID, Body: added[0]}, nil
	}
	return &addOutput{Status: http.StatusCreated, Body: wire.List[wire.Added]{Items: added, Total: len(added)}}, nil
}

type unchangedInput struct {
	ID        string `path:"id" maxLength:"500" doc:"that the document would have"`
	SHA256    string `query:"sha256" required:"true" minLength:"64" maxLength:"64" doc:"hash of the file, in hexadecimal"`
	Name      string `query:"name" maxLength:"500" doc:"file name"`
	MediaType string `query:"media_type" maxLength:"200" doc:"as it would be sent"`
}

func (s *Server) unchanged(_ context.Context, in *unchangedInput) (wire.Unchanged, error) {
	if s.o.Ingester == nil {
		return wire.Unchanged{}, nil
	}
	title, same, err := s.o.Ingester.Unchanged(in.ID, Upload{Name: in.Name, MediaType: in.MediaType}, in.SHA256)
	return wire.Unchanged{Unchanged: same, Title: title}, err
}

type reextractInput struct {
	ID  string `path:"id" maxLength:"500" doc:"ID"`
	Dry bool   `query:"dry_run" doc:"tell what would change and change nothing"`
}

func (s *Server) reextract(ctx context.Context, in *reextractInput) (*body[wire.Reextracted], error) {
	if s.o.Ingester == nil {
		return nil, newProblem(http.StatusForbidden, "this server only shows documents: read them again with mandate reextract")
	}
	done, err := s.turn(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	r, err := s.o.Ingester.Reextract(ctx, in.ID, in.Dry)
	return &body[wire.Reextracted]{r}, err
}

// turn waits for leave to read a text, which takes a core for as long as it
// lasts.
func (s *Server) turn(ctx context.Context) (done func(), err error) {
	select {
	case s.reading <- struct{}{}:
		return func() { <-s.reading }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// ingest reads one text when its turn comes.
func (s *Server) ingest(ctx context.Context, u Upload) (wire.Added, error) {
	done, err := s.turn(ctx)
	if err != nil {
		return wire.Added{}, err
	}
	defer done()
	before := s.o.Store.View()
	r, replaced, err := s.o.Ingester.Ingest(ctx, u)
	if err != nil {
		return wire.Added{}, err
	}
	if replaced {
		s.earlier.keep(before, r.Document.ID)
	}
	return wire.Added{Document: wire.DocumentOf(r), Replaced: replaced}, nil
}
