package server

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"mandate/graph"
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
	Actor  string `query:"actor" maxLength:"500" doc:"only differences of which a side is of this actor; unassigned for gaps"`
	Force  string `query:"force" enum:"obligation,prohibition,commitment,recommendation,permission,goal,stance" doc:"only differences of which a side has this force"`
	Topic  string `query:"topic" maxLength:"500" doc:"only differences of which a side is on this topic"`
	Facets bool   `query:"facets" doc:"tell by which actors, forces and topics the differences can be filtered"`
	Paging
}

// maxFacets is how many actors and topics a comparison can be filtered by at
// sight; any other can be named.
const maxFacets = 500

func (s *Server) compare(_ context.Context, in *compareInput) (wire.Comparison, error) {
	v := s.view()
	all, err := v.Compare(in.A, in.B)
	filter := query.DifferenceFilter{Change: query.Change(in.Change), Actor: in.Actor, Force: graph.Force(in.Force), Topic: in.Topic}
	out, err := wire.ComparisonOf(v, all, filter, query.Page{Limit: in.Limit, Cursor: in.Cursor}, err)
	if in.Facets && err == nil {
		out.Facets = wire.DifferenceFacetsOf(v.FacetsOf(all), maxFacets)
	}
	return out, err
}

type verifyInput struct {
	Doc string `query:"doc" maxLength:"500" doc:"only this document"`
}

func (s *Server) verify(_ context.Context, in *verifyInput) (wire.Proof, error) {
	p, err := s.view().Verify(in.Doc)
	return wire.ProofOf(p), err
}
