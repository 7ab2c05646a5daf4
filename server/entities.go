package server

import (
	"context"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"mandate/query"
	"mandate/query/wire"
)

type entityInput struct {
	ID         string `path:"id" maxLength:"500" doc:"ID, label, alias or IRI"`
	Neighbours int    `query:"neighbours" minimum:"0" maximum:"1000" default:"20" doc:"how many at most"`
	Statements int    `query:"statements" minimum:"0" maximum:"100" default:"5" doc:"how many at most; /statements has them all, page by page"`
}

// entities registers the lists of actors, principles, goals, topics and instruments.
func (s *Server) entities(api huma.API) {
	for _, k := range []string{"actors", "principles", "goals", "topics", "instruments"} {
		class := entityKinds()[k]
		one := strings.TrimSuffix(k, "s")
		get(s, api, "/"+k, "list-"+k, "List "+k+", those with most statements first",
			func(_ context.Context, in *unlimited) (wire.List[wire.Item], error) {
				all := s.view().List(class)
				items, next, err := query.Cut(all, query.Page{Limit: in.Limit, Cursor: in.Cursor}, func(i query.Item) string { return i.IRI })
				return wire.NewList(items, len(all), next, wire.ItemOf), err
			})
		get(s, api, "/"+k+"/{id}", "get-"+one, "Read one "+one+" with its neighbours and statements",
			func(_ context.Context, in *entityInput) (wire.Detail, error) {
				v := s.view()
				e, err := v.Lookup(class, in.ID)
				if err != nil {
					return wire.Detail{}, err
				}
				return wire.DetailOf(v, e, in.Neighbours, in.Statements), nil
			})
	}
}
