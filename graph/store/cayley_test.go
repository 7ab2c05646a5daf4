package store_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"mandate/graph/store"

	cgraph "github.com/cayleygraph/cayley/graph"
	cgraphtest "github.com/cayleygraph/cayley/graph/graphtest"
)

// Cayley's own suites hold on every kind of store: its quad store contract, its
// paths, and the queries over its set of films.
func TestCayleySuites(t *testing.T) {
	if testing.Short() {
		t.Skip("loads half a million quads into every kind of store")
	}
	module, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/cayleygraph/cayley").Output()
	if err != nil {
		t.Fatalf("find Cayley's module: %v", err)
	}
	// The suites find their data from a package's folder.
	t.Chdir(filepath.Join(strings.TrimSpace(string(module)), "graph", "memstore"))
	for name, fresh := range kinds(t) {
		t.Run(name, func(t *testing.T) {
			cgraphtest.TestAll(t, func(t testing.TB) (cgraph.QuadStore, cgraph.Options) {
				return open(t, fresh(t), store.Options{}).QuadStore(t.Context()), nil
			}, &cgraphtest.Config{AlwaysRunIntegration: true})
		})
	}
}
