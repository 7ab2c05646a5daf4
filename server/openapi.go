package server

import (
	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"

	"mandate/graph/export"
	"mandate/query"
	"mandate/query/wire"
)

// OpenAPI returns the description of the whole interface, the same that a
// server gives at /openapi.json, for whoever makes a client of it.
func OpenAPI(version string) ([]byte, error) {
	gin.SetMode(gin.ReleaseMode) // else it writes to standard output
	s := &Server{o: Options{Version: version, Questions: noQuestions{}}}
	return s.routes(gin.New())
}

// noQuestions stands for a reader of questions where nobody asks.
type noQuestions struct{}

func (noQuestions) Read(string) (query.Question, error) { return query.Question{}, query.ErrParameter }
func (noQuestions) Examples(*query.View, int) ([]query.Example, error) {
	return nil, query.ErrParameter
}

// describe adds to the description what the types of the handlers do not tell:
// that lists are never null, what an upload answers, what an export may be.
func describe(d *huma.OpenAPI) {
	schemas := d.Components.Schemas
	added := &huma.Schema{OneOf: []*huma.Schema{
		schemas.Schema(typeOf[wire.Added](), true, "Added"), schemas.Schema(typeOf[wire.List[wire.Added]](), true, "ListAdded"),
	}}
	post := d.Paths["/api/v1/documents"].Post
	post.Responses["201"].Content["application/json"].Schema = added
	post.Responses["202"] = &huma.Response{
		Description: "With async=true: the texts are in and will be read",
		Headers:     post.Responses["201"].Headers,
		Content:     map[string]*huma.MediaType{"application/json": {Schema: schemas.Schema(typeOf[wire.List[Job]](), true, "ListJob")}},
	}
	exported := map[string]*huma.MediaType{}
	for _, f := range export.Formats() {
		exported[f.MediaType()] = &huma.MediaType{Schema: &huma.Schema{Type: huma.TypeString}}
	}
	d.Paths["/api/v1/export"].Get.Responses["200"].Content = exported

	// Problem stands in place of huma's own.
	delete(schemas.Map(), "ErrorModel")
	delete(schemas.Map(), "ErrorDetail")
	for _, s := range schemas.Map() {
		for _, property := range s.Properties {
			notNull(property)
		}
	}
	for _, path := range d.Paths {
		if path.Get == nil {
			continue
		}
		for _, p := range path.Get.Parameters {
			notNull(p.Schema)
		}
	}
}

// notNull says of a list that it is never null.
func notNull(s *huma.Schema) {
	if s.Type == huma.TypeArray {
		s.Nullable = false
	}
}
