package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// imports is the layer table of ARCHITECTURE.md: what of ours each package may
// import. A name that ends in /... stands for the package and all below it.
// Data flows from left to right in ingest, and imports run only against it.
var imports = map[string][]string{
	"cmd/mandate":              {"server/...", "query/...", "ingest/...", "graph/...", "data"},
	"cmd/bench":                {"graph", "graph/index", "data"},
	"cmd/train":                {"ingest/english", "data"},
	"cmd/notices":              {},
	"cmd/gazetteer":            {"data", "ingest/english"},
	"server":                   {"server/...", "query/...", "graph/...", "data"},
	"server/web":               {},
	"server/agent":             {"query", "query/wire", "data"},
	"server/cayley":            {"query/gizmo", "query/sandbox", "graph/...", "data"},
	"query":                    {"graph", "graph/index", "graph/review", "data"},
	"query/wire":               {"query", "graph", "graph/index", "graph/review", "data"},
	"query/ask":                {"query", "graph", "graph/index", "ingest/english", "ingest/wordlist", "data"},
	"query/gizmo":              {"data"},
	"query/sandbox":            {"query/gizmo", "graph/index", "data"},
	"ingest":                   {"ingest/...", "graph", "data"},
	"ingest/document":          {"ingest/document/...", "graph", "data"},
	"ingest/document/content":  {},
	"ingest/document/archive":  {"ingest/document/content"},
	"ingest/document/markdown": {"ingest/document/content"},
	"ingest/document/html":     {"ingest/document/content"},
	"ingest/document/docx":     {"ingest/document/archive", "ingest/document/content"},
	"ingest/document/pdf":      {"ingest/document/content"},
	"ingest/document/epub":     {"ingest/document/archive", "ingest/document/content", "ingest/document/html"},
	"ingest/english":           {"data"},
	"ingest/wordlist":          {},
	"ingest/instrument":        {"ingest/english", "ingest/wordlist", "data"},
	"ingest/statement":         {"ingest/english", "ingest/instrument", "ingest/wordlist", "graph", "data"},
	"ingest/sheet":             {"ingest/document", "ingest/statement", "data"},
	"ingest/ingesttest":        {},
	"ingest/pdftest":           {},
	"ingest/actor":             {"ingest/english", "ingest/wordlist", "graph", "data"},
	"graph":                    {"data"},
	"graph/review":             {"graph"},
	"graph/index":              {"graph", "graph/review", "data"},
	"graph/store":              {"graph", "graph/index", "graph/review", "data"},
	"graph/export":             {"graph", "graph/index", "graph/review", "data"},
	"graph/graphtest":          {"graph", "data"},
	"graph/store/postgrestest": {},
	"data":                     {},
}

// reserved names the packages that alone may import a technology.
var reserved = map[string][]string{
	"github.com/cayleygraph/cayley": {"graph/store", "graph/index", "query/gizmo", "server/cayley"},
	"github.com/cayleygraph/quad":   {"graph", "graph/review", "graph/store", "graph/index", "graph/export", "graph/graphtest", "query/gizmo", "server/cayley"},
	"github.com/gin-gonic/gin":      {"server", "server/cayley"},
	"github.com/spf13/cobra":        {"cmd/mandate"},
}

// folders are all that may stand at the root, beside hidden ones and bin.
var folders = []string{"cmd", "data", "graph", "ingest", "query", "server"}

const module = "mandate"

type goPackage struct {
	ImportPath string
	Imports    []string
}

// name is the package's path inside the module.
func (p goPackage) name() string { return strings.TrimPrefix(p.ImportPath, module+"/") }

func TestPackagesImportOnlyWhatTheTableAllows(t *testing.T) {
	packages := listPackages(t)
	if len(packages) != len(imports) {
		t.Errorf("there are %d packages; the table knows %d", len(packages), len(imports))
	}
	for _, p := range packages {
		allowed, known := imports[p.name()]
		if !known {
			t.Errorf("%s is not in the table: decide what it may import", p.name())
			continue
		}
		for _, path := range p.Imports {
			if ours, ok := strings.CutPrefix(path, module+"/"); ok && !covers(allowed, ours) {
				t.Errorf("%s imports %s; the table allows %s", p.name(), ours, strings.Join(allowed, ", "))
			}
			for technology, users := range reserved {
				if covers([]string{technology + "/..."}, path) && !slices.Contains(users, p.name()) {
					t.Errorf("%s imports %s; only %s may", p.name(), path, strings.Join(users, ", "))
				}
			}
		}
	}
}

func TestRootHoldsOnlyTheKnownFolders(t *testing.T) {
	entries, err := os.ReadDir(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, e := range entries {
		if e.IsDir() && e.Name() != "bin" && !strings.HasPrefix(e.Name(), ".") {
			found = append(found, e.Name())
		}
	}
	if !slices.Equal(found, folders) {
		t.Errorf("folders at the root: %v, want %v", found, folders)
	}
}

func TestCovers(t *testing.T) {
	for _, c := range []struct {
		pattern, name string
		want          bool
	}{
		{"graph", "graph", true},
		{"graph", "graph/store", false},
		{"graph/...", "graph", true},
		{"graph/...", "graph/store", true},
		{"graph/...", "graphics", false},
	} {
		if got := covers([]string{c.pattern}, c.name); got != c.want {
			t.Errorf("covers(%q, %q) = %v, want %v", c.pattern, c.name, got, c.want)
		}
	}
}

// covers reports whether one of the patterns stands for the package.
func covers(patterns []string, name string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		prefix, deep := strings.CutSuffix(pattern, "/...")
		return name == prefix || deep && strings.HasPrefix(name, prefix+"/")
	})
}

func listPackages(t *testing.T) []goPackage {
	t.Helper()
	cmd := exec.Command("go", "list", "-e", "-json=ImportPath,Imports", "./...")
	cmd.Dir = filepath.Join("..", "..")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var packages []goPackage
	decoder := json.NewDecoder(strings.NewReader(string(out)))
	for {
		var p goPackage
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}
