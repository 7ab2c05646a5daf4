package server

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"mandate/query"
	"mandate/query/wire"
)

// accountability registers what holds texts to account: holes, changes, proof.
func (s *Server) accountability(api huma.API) {
	get(s, api, "/gaps", "gaps", "Holes in who is responsible for what", s.gaps)
	get(s, api, "/compare", "compare", "What changed from one document to another, statement by statement", s.compare)
	get(s, api, "/verify", "verify", "Prove that every quote stands where the graph says", s.verify)
}

type gapsInput struct {
	Doc   string `query:"doc" maxLength:"500" doc:"only what this document says"`
	Limit int    `query:"limit" minimum:"1" maximum:"10000" default:"100" doc:"of each kind at most"`
}

func (s *Server) gaps(_ context.Context, in *gapsInput) (wire.Gaps, error) {
	v := s.view()
	g, err := v.Gaps(in.Doc)
	if err != nil {
		return wire.Gaps{}, err
	}
	return wire.GapsOf(v, g, in.Limit), nil
}

type compareInput struct {
	A      string `query:"a" required:"true" maxLength:"500" doc:"document"`
	B      string `query:"b" required:"true" maxLength:"500" doc:"document to compare it with, the later one"`
	Change string `query:"change" enum:"reversed,moved,strengthened,softened,only-a,only-b,both" doc:"only these differences"`
	Paging
}

func (s *Server) compare(_ context.Context, in *compareInput) (wire.Comparison, error) {
	v := s.view()
	all, err := v.Compare(in.A, in.B)
	return wire.ComparisonOf(v, all, query.Change(in.Change), query.Page{Limit: in.Limit, Cursor: in.Cursor}, err)
}

type verifyInput struct {
	Doc string `query:"doc" maxLength:"500" doc:"only this document"`
}

func (s *Server) verify(_ context.Context, in *verifyInput) (wire.Proof, error) {
	p, err := s.view().Verify(in.Doc)
	return wire.ProofOf(p), err
}
