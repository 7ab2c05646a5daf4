package server

import (
	"context"

	"mandate/graph"
	"mandate/query"
	"mandate/query/wire"
)

// WalkInput are the parameters that say which links a search walks. Exported,
// because huma passes over what is embedded under a name that is not.
type WalkInput struct {
	Predicates    []string `query:"predicate" maxItems:"50" doc:"walk these alone, separated by commas: attribute, serves, commitsTo, …"`
	NotPredicates []string `query:"not_predicate" maxItems:"50" doc:"do not walk these"`
	Forces        []string `query:"force" maxItems:"7" doc:"walk links alone that statements of these forces prove"`
	NotForces     []string `query:"not_force" maxItems:"7"`
	Docs          []string `query:"doc" maxItems:"100" doc:"walk links alone that these documents state"`
	NotDocs       []string `query:"not_doc" maxItems:"100"`
	Kinds         []string `query:"kind" maxItems:"50" doc:"pass nodes of these classes or kinds of actor alone; statements are passed in any case"`
	NotKinds      []string `query:"not_kind" maxItems:"50" doc:"do not pass these; Statement for direct links alone"`
	Direction     string   `query:"direction" enum:"either,out,in" default:"either" doc:"out: from subject to object alone"`
	Hubs          bool     `query:"hubs" doc:"let in classes, headings, documents, the missing actor of gaps, and links such as rdf:type"`
}

func (in *WalkInput) walk() query.Walk {
	return query.Walk{
		Predicates: in.Predicates, NotPredicates: in.NotPredicates, Forces: named[graph.Force](in.Forces), NotForces: named[graph.Force](in.NotForces),
		Docs: in.Docs, NotDocs: in.NotDocs, Kinds: in.Kinds, NotKinds: in.NotKinds,
		Direction: query.Direction(in.Direction), Hubs: in.Hubs,
	}
}

// named reads words that were checked against their list already.
func named[T ~string](words []string) []T {
	out := make([]T, len(words))
	for i, word := range words {
		out[i] = T(word)
	}
	return out
}

type pathsInput struct {
	From    string `query:"from" required:"true" maxLength:"500"`
	To      string `query:"to" required:"true" maxLength:"500"`
	MaxHops int    `query:"max_hops" minimum:"1" maximum:"12" default:"6"`
	K       int    `query:"k" minimum:"1" maximum:"50" default:"3" doc:"how many paths"`
	By      string `query:"by" enum:"hops,evidence" default:"hops" doc:"what makes a path short: few links, or links that many sentences prove"`
	Shown   int    `query:"evidence" minimum:"1" maximum:"100" default:"3" doc:"statements to give with a hop, of all that its evidence counts"`
	WalkInput
}

func (s *Server) paths(ctx context.Context, in *pathsInput) (wire.Paths, error) {
	v := s.view()
	o := query.PathOptions{Walk: in.walk(), MaxHops: in.MaxHops, K: in.K, By: query.Length(in.By), Shown: in.Shown}
	found, err := v.Paths(ctx, in.From, in.To, o)
	if err != nil {
		return wire.Paths{}, err
	}
	return wire.PathsOf(v, found), nil
}

type neighbourhoodInput struct {
	Center string `query:"center" required:"true" maxLength:"500"`
	Hops   int    `query:"hops" minimum:"1" maximum:"12" default:"2" doc:"links from the centre; a statement counts as a node between two"`
	Limit  int    `query:"limit" minimum:"1" maximum:"5000" default:"100" doc:"nodes at most"`
	Shown  int    `query:"evidence" minimum:"1" maximum:"100" default:"3" doc:"statements to give with a link, of all that its evidence counts"`
	WalkInput
}

func (s *Server) neighbourhood(ctx context.Context, in *neighbourhoodInput) (wire.Neighbourhood, error) {
	v := s.view()
	found, err := v.Neighbourhood(ctx, in.Center, query.NearOptions{Walk: in.walk(), Hops: in.Hops, Limit: in.Limit, Shown: in.Shown})
	if err != nil {
		return wire.Neighbourhood{}, err
	}
	return wire.NeighbourhoodOf(v, found), nil
}
