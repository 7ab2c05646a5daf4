package server

import (
	"bufio"
	"context"

	"github.com/danielgtaylor/huma/v2"

	"mandate/graph"
	"mandate/graph/export"
	"mandate/query"
)

type exportInput struct {
	Format string `query:"format" enum:"nquads,jsonld,graphml,gexf,csv,gold,sent" default:"nquads"`
	Doc    string `query:"doc" maxLength:"500" doc:"ID of the one document to write; the whole graph where left out"`
	Base   string `query:"base" maxLength:"500" doc:"what our own IRIs start with; urn:mandate: where left out"`
}

// export writes the graph as it is written on the command line: the same graph
// gives the same bytes.
func (s *Server) export(ctx context.Context, in *exportInput) (*huma.StreamResponse, error) {
	x, format := s.index(), export.Format(in.Format)
	if in.Doc != "" {
		one, ok := export.Of(x, in.Doc)
		if !ok {
			return nil, &query.UnknownError{Name: in.Doc, Wanted: "document"}
		}
		x = one
	}
	return &huma.StreamResponse{Body: func(h huma.Context) {
		h.SetHeader("Content-Type", format.MediaType())
		h.SetHeader("Content-Disposition", `attachment; filename="mandate`+format.Extension()+`"`)
		w := bufio.NewWriter(h.BodyWriter())
		err := export.Write(w, format, x, graph.Namer{Base: in.Base})
		if err == nil {
			err = w.Flush()
		}
		if err != nil { // too late for a status: the file just ends
			s.o.Log.WarnContext(ctx, "export cut off", "error", err)
		}
	}}, nil
}
