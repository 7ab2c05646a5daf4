package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestNoticesOfThisProgram(t *testing.T) {
	t.Chdir("../..")
	file := filepath.Join(t.TempDir(), "notices.md")
	if err := run("./cmd/mandate", file); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text := string(raw)
	for _, want := range []string{"## Go - go1", "## github.com/cayleygraph/cayley - v", "## github.com/gin-gonic/gin - v", "Apache License", "The MIT License"} {
		if !strings.Contains(text, want) {
			t.Errorf("the notices lack %q", want)
		}
	}
	if strings.Contains(text, "## github.com/stretchr/testify") {
		t.Error("the notices tell of a module that is linked into tests alone")
	}
}

func TestModulesWithoutLicenceAreRefused(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "licensing.go"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := (module{Path: "example.com/bare", Dir: dir}).write(new(bytes.Buffer)); err == nil || !strings.Contains(err.Error(), "no licence") {
		t.Errorf("got %v", err)
	}
}

func TestNoticeFiles(t *testing.T) {
	for name, want := range map[string]bool{
		"LICENSE": true, "LICENCE.md": true, "LICENSE-APACHE": true, "NOTICE": true, "COPYING.txt": true, "UNLICENSE": true,
		"PATENTS": true, "license_test.md": true, "licensing.md": false, "README.md": false, "notices": false,
	} {
		if got := notice.MatchString(name); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}
