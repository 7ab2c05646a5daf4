package graphtest

import (
	"compress/gzip"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
)

// Films returns the films that Cayley's own tests use, 471,705 quads, out of
// its module.
func Films() ([]quad.Quad, error) {
	folder, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/cayleygraph/cayley").Output()
	if err != nil {
		return nil, fmt.Errorf("find Cayley's module: %w", err)
	}
	file, err := os.Open(filepath.Join(strings.TrimSpace(string(folder)), "data", "30kmoviedata.nq.gz"))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	text, err := gzip.NewReader(file)
	if err != nil {
		return nil, err
	}
	return quad.ReadAll(nquads.NewReader(text, true))
}
