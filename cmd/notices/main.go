// Command notices gathers the licences and notices of the Go modules that a
// program is linked from, and of Go itself, into one file in Markdown. The
// build runs it, so that `mandate licenses` and the page can show them; it
// reads the module cache and needs no network.
package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: notices PACKAGE FILE")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "notices:", err)
		os.Exit(1)
	}
}

// run writes the notices of what pkg is linked from.
func run(pkg, file string) error {
	modules, err := linked(pkg)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	b.WriteString("# Licences of the Go modules in this program\n")
	for _, m := range modules {
		if err := m.write(&b); err != nil {
			return err
		}
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		return fmt.Errorf("write notices: %w", err)
	}
	return nil
}

// module is a Go module with the folder it stands in.
type module struct {
	Path, Version, Dir string
	Main               bool
	Replace            *module
}

// linked lists the modules that pkg is linked from, each once, sorted by path,
// behind Go itself; the main module is left out.
func linked(pkg string) ([]module, error) {
	cmd := exec.Command("go", "list", "-deps", "-json=Module", pkg)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list %s: %w", pkg, err)
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	seen := map[string]module{}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var of struct{ Module *module } // nil for the standard library
		if err := d.Decode(&of); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, fmt.Errorf("go list %s: %w", pkg, err)
		}
		if m := of.Module; m != nil && !m.Main {
			seen[m.Path] = *m
		}
	}
	modules := []module{{Path: "Go", Version: runtime.Version(), Dir: strings.TrimSpace(string(root))}}
	for _, m := range seen {
		modules = append(modules, m)
	}
	slices.SortFunc(modules[1:], func(a, b module) int { return cmp.Compare(a.Path, b.Path) })
	return modules, nil
}

// notice tells the files that hold a licence or what goes with it.
var notice = regexp.MustCompile(`(?i)^(un)?(licen[cs]e|copying|notice|patents)([-._].*)?$`)

// write writes the notices that stand in the module's folder; one without a
// licence is an error, as it could not be passed on.
func (m module) write(b *bytes.Buffer) error {
	if m.Replace != nil {
		m.Dir = m.Replace.Dir
	}
	entries, err := os.ReadDir(m.Dir)
	if err != nil {
		return fmt.Errorf("read module %s: %w", m.Path, err)
	}
	fmt.Fprintf(b, "\n## %s - %s\n", m.Path, m.Version)
	found := false
	for _, e := range entries {
		if e.IsDir() || !notice.MatchString(e.Name()) || strings.HasSuffix(e.Name(), ".go") {
			continue
		}
		text, err := os.ReadFile(filepath.Join(m.Dir, e.Name()))
		if err != nil {
			return fmt.Errorf("read module %s: %w", m.Path, err)
		}
		found = true
		fmt.Fprintf(b, "\n%s\n", bytes.TrimSpace(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))))
	}
	if !found {
		return fmt.Errorf("module %s has no licence in %s", m.Path, m.Dir)
	}
	return nil
}
