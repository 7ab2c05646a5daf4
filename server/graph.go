package server

import (
	"context"
	"strings"

	"mandate/graph"
	"mandate/query"
	"mandate/query/wire"
)

type graphInput struct {
	Center string `query:"center" maxLength:"500" doc:"empty for the whole graph"`
	Hops   int    `query:"hops" minimum:"1" maximum:"10" default:"2" doc:"how far from the centre"`
	Limit  int    `query:"limit" minimum:"1" maximum:"5000" default:"150" doc:"nodes at most, before anything is expanded"`

	Doc       string   `query:"doc" maxLength:"500" doc:"what this document says alone"`
	NotKinds  []string `query:"not_kind" maxItems:"50" doc:"without nodes of these kinds of actor or classes, separated by commas"`
	NotForces []string `query:"not_force" maxItems:"7" doc:"without statements of these forces"`
	Serves    []string `query:"serves" maxItems:"100" doc:"statements alone that serve one of these principles, goals or sections"`
	Topics    []string `query:"topic" maxItems:"100" doc:"statements alone that concern one of these"`
	Evidence  int      `query:"evidence" minimum:"1" maximum:"1000000" default:"1" doc:"links alone that so many statements make"`
	Between   bool     `query:"between" doc:"with the links from actors to the actors that their statements name"`

	With     []string `query:"with" maxItems:"500" doc:"IRIs of nodes that are there in any case; those that the graph lacks are passed over"`
	Expand   []string `query:"expand" maxItems:"500" doc:"IRIs of nodes whose neighbours come in addition, one after the other; a node again for more of them, with ~ and a kind behind it for neighbours of that kind"`
	Neighbor int      `query:"neighbours" minimum:"1" maximum:"1000" default:"10" doc:"neighbours at most that one of them adds"`
	Facets   bool     `query:"facets" doc:"with what the filters have to offer"`
}

func (s *Server) graph(_ context.Context, in *graphInput) (wire.Graph, error) {
	v := s.view()
	d, err := v.Graph(query.GraphOptions{
		GraphFilter: query.GraphFilter{
			Doc: in.Doc, NotKinds: in.NotKinds, NotForces: named[graph.Force](in.NotForces), Serves: in.Serves, Topics: in.Topics,
			Evidence: in.Evidence, Between: in.Between,
		},
		Center: in.Center, Hops: in.Hops, Limit: in.Limit, With: in.With, Expand: expansions(in.Expand), Neighbor: in.Neighbor,
		Facets: in.Facets,
	})
	return wire.GraphOf(v, d), err
}

func expansions(given []string) []query.Expansion {
	out := make([]query.Expansion, len(given))
	for i, g := range given {
		out[i].IRI, out[i].Kind, _ = strings.Cut(g, "~")
	}
	return out
}
