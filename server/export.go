package server

import (
	"bufio"
	"context"

	"github.com/danielgtaylor/huma/v2"

	"mandate/graph"
	"mandate/graph/export"
)

type exportInput struct {
	Format string `query:"format" enum:"nquads,jsonld,graphml,gexf,csv" default:"nquads"`
	Base   string `query:"base" maxLength:"500" doc:"what our own IRIs start with; urn:mandate: where left out"`
}

// export writes the graph as it is written on the command line: the same graph
// gives the same bytes.
func (s *Server) export(ctx context.Context, in *exportInput) (*huma.StreamResponse, error) {
	x, format := s.index(), export.Format(in.Format)
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
