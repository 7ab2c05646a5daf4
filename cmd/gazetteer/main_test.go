package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestStates(t *testing.T) {
	src := sources{
		countries:     folder(t, map[string]string{"langs/en.json": `{"countries":{"AA":["Republic of Aaland","Aaland"],"BB":"Beeland","QQ":"Rock"}}`}),
		nationalities: folder(t, map[string]string{"langs/en.json": `{"nationalities":{"AA":"Aalish","BB":"Bee (Land)"}}`}),
	}
	notes := "territories\tQQ\nAA\tAaland\tRepublic of\tAA|Aa\t\nBB\t\tKingdom of the Bees\t\tBeeish\n"
	out := folder(t, map[string]string{"state-names.tsv": notes})
	if err := run(src, out); err != nil {
		t.Fatal(err)
	}
	want := "AA\tAaland\tAA|Aa|Republic of Aaland\tAalish\nBB\tBeeland\tKingdom of the Bees\tBeeish\n"
	if got := read(t, filepath.Join(out, "states.tsv")); !strings.HasSuffix(got, want) || strings.Contains(got, "Rock") {
		t.Errorf("got %q, want %q", got, want)
	}
	out = folder(t, map[string]string{"state-names.tsv": "AA\tAaland\t\t\t\n"})
	if err := run(src, out); err == nil || !strings.Contains(err.Error(), "say there whether it is a state") {
		t.Errorf("unknown code: %v", err)
	}
}

func TestThings(t *testing.T) {
	data := "  1 licence\n" +
		"00007846 03 n 01 person 0 000 | a human\n" +
		"10000001 18 n 01 baker 0 001 @ 00007846 n 0000 | bakes\n" +
		"20000001 06 n 02 toaster 0 roaster 1 001 @ 20000002 n 0000 | toasts\n"
	index := "  1 licence\n" +
		"baker n 1 1 @ 1 0 10000001\n" +
		"toaster n 1 1 @ 1 0 20000001\n" +
		"stone n 1 1 @ 1 0 20000001\n"
	dir := folder(t, map[string]string{"dict/data.noun": data, "dict/index.noun": index})
	out := t.TempDir()
	if err := run(sources{wordnet: dir}, out); err != nil {
		t.Fatal(err)
	}
	if got := read(t, filepath.Join(out, "things.txt")); !strings.HasSuffix(got, "README.md\ntoaster\n") {
		t.Errorf("got %q", got)
	}
}

func TestBrokenSources(t *testing.T) {
	if err := run(sources{}, t.TempDir()); err == nil {
		t.Error("no source is no error")
	}
	for _, data := range []string{"x", "00007846 03 n zz person 0 000 | y", "00007846 03 n 09 person 0 000 | y", "00007846 03 n 01 person 0 007 | y"} {
		dir := folder(t, map[string]string{"dict/data.noun": data, "dict/index.noun": ""})
		if err := run(sources{wordnet: dir}, t.TempDir()); err == nil || !strings.Contains(err.Error(), "data.noun:1") {
			t.Errorf("%q: %v", data, err)
		}
	}
}
