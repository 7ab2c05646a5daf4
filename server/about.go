package server

import (
	"context"
	"fmt"
	"io/fs"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"mandate/data"
)

// About is what a server tells of the program that it is.
type About struct {
	Version   string   `json:"version" doc:"of the program"`
	Extractor string   `json:"extractor" doc:"version of the rules that read texts; empty where none are read"`
	Model     string   `json:"model" doc:"version of the language model; empty where no texts are read"`
	Notices   []string `json:"notices" doc:"licences and sources of the language model and the word lists, as Markdown; those of software are at /go-licenses.md and /licenses.md"`
}

// aboutPath is answered without the graph.
const aboutPath = "/api/v1/about"

// about registers what tells of the program.
func (s *Server) about(api huma.API) {
	get(s, api, "/about", "about", "Versions of the program, its rules and its model, and the notices that belong to them", s.tellAbout)
}

func (s *Server) tellAbout(context.Context, *struct{}) (About, error) {
	a := About{Version: s.o.Version}
	if s.o.Readers != nil {
		var err error
		if a.Extractor, a.Model, err = s.o.Readers(); err != nil {
			return About{}, err
		}
	}
	for _, name := range data.Notices() {
		text, err := fs.ReadFile(data.FS, name)
		if err != nil {
			return About{}, fmt.Errorf("read notices: %w", err)
		}
		a.Notices = append(a.Notices, strings.TrimSpace(string(text)))
	}
	return a, nil
}
