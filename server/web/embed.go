// Package web holds Mandate's page: its TypeScript source, and the built assets
// that the server hands out. The assets are built into dist by `make ui` and
// are not committed, so that the Go code builds without Node; Built tells
// whether they are there.
package web

import (
	"embed"
	"io/fs"
)

// The files of dist that hold the notices of third-party software: that of the
// Go modules in the program, and that of the packages in the page.
const (
	ProgramNotices = "go-licenses.md"
	PageNotices    = "licenses.md"
)

// all: because dist of a fresh clone holds nothing but a dot file.
//
//go:embed all:dist
var dist embed.FS

//go:embed notbuilt.html
var notBuilt []byte

// Files returns the built page with index.html at its root.
func Files() fs.FS {
	sub, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // "dist" is a valid path: fs.Sub cannot fail on it
	}
	return sub
}

// Built tells whether files holds a page.
func Built(files fs.FS) bool {
	info, err := fs.Stat(files, "index.html")
	return err == nil && !info.IsDir()
}

// NotBuilt returns the HTML page to show in place of one that is not built.
func NotBuilt() []byte { return notBuilt }
