package server

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"mandate/graph/index"
	"mandate/graph/review"
	"mandate/query"
	"mandate/query/wire"
)

// corrections registers what people say of statements and actors.
func (s *Server) corrections(api huma.API) {
	get(s, api, "/corrections", "list-corrections", "What people said of statements and actors, and what has become of it", s.listCorrections)
	get(s, api, "/corrections/{id}", "get-correction", "One correction", s.correction)
	route(s, api, huma.Operation{
		Method: http.MethodPost, Path: "/corrections", OperationID: "correct", DefaultStatus: http.StatusCreated,
		Summary: "Accept, reject or edit statements, add one, merge, split or name actors, or undo a correction",
		Description: "Every answer follows the correction at once. It is kept when its document is replaced or removed, " +
			"and found again by the sentence that it quotes. All corrections of one request are stored, or none.",
		MaxBodyBytes: s.o.MaxUpload,
	}, s.correct)
	get(s, api, "/agreement", "agreement", "How far reviewers agree on whether statements are in the text", s.agreement)
}

type correctionsInput struct {
	Doc       string `query:"doc" maxLength:"500" doc:"only what is about this document"`
	Statement string `query:"statement" maxLength:"200" doc:"only what is about this statement"`
	Kind      string `query:"kind" enum:"accept,reject,edit,add,merge,split,alias,undo"`
	State     string `query:"state" enum:"applied,overruled,orphaned,undone"`
	By        string `query:"by" maxLength:"200" doc:"only what this reviewer said"`
	Paging
}

func (s *Server) listCorrections(_ context.Context, in *correctionsInput) (wire.List[wire.Correction], error) {
	f := query.ReviewFilter{Doc: in.Doc, Statement: in.Statement, Kind: review.Kind(in.Kind), State: query.State(in.State), By: in.By}
	return wire.CorrectionsOf(s.view(), f, query.Page{Limit: in.Limit, Cursor: in.Cursor})
}

type correctionInput struct {
	ID string `path:"id" maxLength:"200" doc:"ID or IRI"`
}

func (s *Server) correction(_ context.Context, in *correctionInput) (wire.Correction, error) {
	v := s.view()
	r, err := v.ReviewedByID(in.ID)
	if err != nil {
		return wire.Correction{}, err
	}
	return wire.CorrectionOf(v)(r), nil
}

type correctInput struct{ Body wire.Proposal }

type correctOutput struct {
	Location string `header:"Location"`
	Body     wire.List[wire.Correction]
}

func (s *Server) correct(ctx context.Context, in *correctInput) (*correctOutput, error) {
	proposal := in.Body.Query(time.Now())
	added, err := s.o.Store.Correct(ctx, func(x *index.Index) ([]review.Correction, error) {
		return s.o.Views.Of(x).Corrections(proposal)
	})
	if err != nil {
		return nil, err
	}
	out := &correctOutput{Body: wire.Made(s.view(), added)}
	if len(added) == 1 {
		out.Location = "/api/v1/corrections/" + added[0].ID
	}
	return out, nil
}

type agreementInput struct {
	Doc string `query:"doc" maxLength:"500" doc:"this document alone; all together and each where left out"`
}

func (s *Server) agreement(_ context.Context, in *agreementInput) (wire.List[wire.Agreement], error) {
	all, err := s.view().Agreement(in.Doc)
	return wire.AgreementsOf(all), err
}
