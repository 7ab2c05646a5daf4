package server

import (
	"bufio"
	"context"

	"github.com/danielgtaylor/huma/v2"

	"mandate/graph"
)

type exportInput struct {
	Format string `query:"format" enum:"nquads" default:"nquads"`
	Base   string `query:"base" maxLength:"500" doc:"what our own IRIs start with; urn:mandate: where left out"`
}

// export writes the graph with full IRIs, sorted, so that two exports can be
// compared.
func (s *Server) export(ctx context.Context, in *exportInput) (*huma.StreamResponse, error) {
	x := s.index()
	return &huma.StreamResponse{Body: func(h huma.Context) {
		h.SetHeader("Content-Type", "application/n-quads")
		h.SetHeader("Content-Disposition", `attachment; filename="mandate.nq"`)
		w := bufio.NewWriter(h.BodyWriter())
		err := graph.WriteNQuads(w, graph.Namer{Base: in.Base}, x.Quads())
		if err == nil {
			err = w.Flush()
		}
		if err != nil { // too late for a status: the file just ends
			s.o.Log.WarnContext(ctx, "export cut off", "error", err)
		}
	}}, nil
}
