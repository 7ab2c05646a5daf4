package server

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"

	"mandate/graph"
)

// routes registers /api/v1 and returns its OpenAPI document.
func (s *Server) routes(e *gin.Engine) (spec []byte, err error) {
	config := huma.DefaultConfig("Mandate", s.o.Version)
	config.Info.Description = "Who is responsible for what in policy texts, and which sentence says so. " +
		"Names are given as label, alias, ID or IRI."
	config.OpenAPIPath, config.DocsPath, config.SchemasPath = "", "", "" // the first is served by us, the others would load from elsewhere
	config.CreateHooks = nil                                             // no $schema member in answers
	config.RejectUnknownQueryParameters = true
	config.Transformers = []huma.Transformer{asProblem}
	api := humagin.New(e, config)
	api.UseMiddleware(func(ctx huma.Context, next func(huma.Context)) { next(&problemContext{routerContext: ctx}) })

	s.about(api)
	s.documents(api)
	s.jobRoutes(api)
	s.entities(api)
	s.answers(api)
	s.accountability(api)
	s.corrections(api)
	describe(api.OpenAPI())
	spec, err = json.MarshalIndent(api.OpenAPI(), "", " ")
	if err != nil {
		return nil, fmt.Errorf("write the OpenAPI document: %w", err)
	}
	return spec, nil
}

// body is an answer of JSON.
type body[T any] struct{ Body T }

// route registers a handler whose errors become Problems.
func route[I, O any](s *Server, api huma.API, op huma.Operation, handle func(context.Context, *I) (*O, error)) {
	op.Path = "/api/v1" + op.Path
	problem := api.OpenAPI().Components.Schemas.Schema(typeOf[Problem](), true, "Problem")
	op.Responses = map[string]*huma.Response{"default": {
		Description: "What is wrong and what to do",
		Content:     map[string]*huma.MediaType{problemType: {Schema: problem}},
	}}
	huma.Register(api, op, func(ctx context.Context, in *I) (*O, error) {
		out, err := handle(ctx, in)
		if err != nil {
			return nil, s.fail(ctx, err)
		}
		return out, nil
	})
}

// get registers a handler of GET.
func get[I, T any](s *Server, api huma.API, path, id, summary string, handle func(context.Context, *I) (T, error)) {
	op := huma.Operation{Method: http.MethodGet, Path: path, OperationID: id, Summary: summary}
	route(s, api, op, func(ctx context.Context, in *I) (*body[T], error) {
		ctx, cancel := context.WithTimeout(ctx, s.o.AnswerTime)
		defer cancel()
		answer, err := handle(ctx, in)
		return &body[T]{answer}, err
	})
}

// Paging are the parameters of every list. Exported, because huma passes over
// what is embedded under a name that is not.
type Paging struct {
	Limit  int    `query:"limit" minimum:"1" maximum:"1000" default:"100" doc:"how many at most"`
	Cursor string `query:"cursor" maxLength:"1000" doc:"next of the page before"`
}

// unlimited pages hold lists that are read as a whole.
type unlimited struct {
	Limit  int    `query:"limit" minimum:"1" maximum:"10000" default:"1000" doc:"how many at most"`
	Cursor string `query:"cursor" maxLength:"1000" doc:"next of the page before"`
}

// entityKinds are the classes that have a list of their own.
func entityKinds() map[string]string {
	return map[string]string{
		"actors": graph.ClassActor, "principles": graph.ClassPrinciple,
		"goals": graph.ClassGoal, "topics": graph.ClassTopic, "instruments": graph.ClassInstrument,
	}
}

func typeOf[T any]() reflect.Type { return reflect.TypeFor[T]() }
