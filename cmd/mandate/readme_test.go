package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"io"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what the program prints into README.md")

// TestReadmeShowsWhatTheProgramPrints runs the command lines of README.md and
// compares what they print with what it says.
func TestReadmeShowsWhatTheProgramPrints(t *testing.T) {
	t.Chdir("../..")
	raw, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	db := t.TempDir() + "/readme.db"
	mandate(t, exitOK, "ingest", "--db", db, "--id", "sample", "data/sample.txt")
	commands := 0
	blocks := regexp.MustCompile("(?s)```console\n(.*?)```")
	printed := blocks.ReplaceAllStringFunc(string(raw), func(block string) string {
		var out strings.Builder
		out.WriteString("```console\n")
		for line := range strings.Lines(block) {
			if strings.HasPrefix(line, "$ ") {
				commands++
				out.WriteString(line + answer(t, db, line))
			}
		}
		return out.String() + "```"
	})
	if commands < 5 {
		t.Fatalf("README.md has %d command lines, want all of its examples", commands)
	}
	if *update {
		if err := os.WriteFile("README.md", []byte(printed), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if printed != string(raw) {
		t.Errorf("README.md says otherwise than the program (go test ./cmd/mandate -run Readme -update writes it anew):\n%s", printed)
	}
}

// answer is what a command line of README.md prints.
func answer(t *testing.T, db, line string) string {
	var args []string
	for _, word := range regexp.MustCompile(`'[^']*'|"[^"]*"|\S+`).FindAllString(line, -1) {
		args = append(args, strings.Trim(word, `'"`))
	}
	switch args[1] {
	case "mandate":
		if args[2] == "ingest" {
			db = t.TempDir() + "/new.db"
		}
		out, _ := mandate(t, exitOK, append(args[2:], "--db", db)...)
		return out
	case "curl":
		return fetchIndented(t, db, args[3])
	}
	t.Fatalf("README.md runs %s, which this test does not know", args[1])
	return ""
}

// fetchIndented asks a server of the store in place of the one that README.md
// names, and indents the answer as jq does.
func fetchIndented(t *testing.T, db, address string) string {
	served := start(t, "serve", "--db", db, "--listen", "127.0.0.1:0")
	defer served.stop(t)
	response, err := http.Get(strings.Replace(address, "http://"+defaultListen, served.url, 1))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	raw, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	var indented bytes.Buffer
	if err := json.Indent(&indented, bytes.TrimSpace(raw), "", "  "); err != nil {
		t.Fatalf("%s: %v: %s", address, err, raw)
	}
	return indented.String() + "\n"
}
