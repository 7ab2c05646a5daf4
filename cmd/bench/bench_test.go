package main

import (
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The queries of Cayley's tests are found in its source, whole.
func TestIntegrationQueries(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", cayleyModule).Output()
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{module: strings.TrimSpace(string(out))}
	list, err := b.integrationQueries()
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 13 {
		t.Errorf("%d queries, want Cayley's 12 and one of ours", len(list))
	}
	for _, q := range list {
		if q.name == "" || !strings.Contains(q.text, "g.") || strings.Contains(q.text, "m1_actors.") && !strings.Contains(q.text, "var m1_actors") {
			t.Errorf("%q is not whole: %s", q.name, q.text)
		}
	}
}

func TestRows(t *testing.T) {
	one, err := rows([]byte(`{"result":[{"id":"b","x":1},{"x":1,"id":"a"},{"id":"a","x":1}]}`))
	if err != nil {
		t.Fatal(err)
	}
	other, err := rows([]byte(`{"result":[{"x":1,"id":"a"},{"id":"a","x":1},{"id":"b","x":1}]}`))
	if err != nil || !slices.Equal(one, other) {
		t.Errorf("%q, %q, %v", one, other, err)
	}
	if !within(one[:2], other) || !within(nil, other) || within([]string{one[0], one[0], one[0]}, other) || within([]string{"z"}, other) {
		t.Error("within is wrong")
	}
	if none, err := rows([]byte(`{"result":null}`)); err != nil || len(none) != 0 {
		t.Errorf("%v, %v", none, err)
	}
	if _, err := rows([]byte("404 page not found")); err == nil {
		t.Error("no error for an answer that is no JSON")
	}
}

func TestRatio(t *testing.T) {
	s := newSamples()
	for i, ours := range []float64{1, 2, 3} {
		s.add(mandateName, "Query/q 1", "ns/op", ours)
		s.add("cayley-x", "Query/q 1", "ns/op", []float64{10, 10, 20}[i])
	}
	r, ok := s.ratio("Query/q 1", "ns/op", "cayley-x")
	if !ok || r.median != 0.2 || r.low < 0.12 || r.low > 0.13 || r.high < 0.17 || r.high > 0.18 {
		t.Errorf("%+v, %v", r, ok)
	}
	if _, ok := s.ratio("Query/q 1", "ns/op", "cayley-y"); ok {
		t.Error("a ratio to nothing")
	}
	folder := t.TempDir()
	if err := s.write(folder); err != nil {
		t.Fatal(err)
	}
	written, err := os.ReadFile(filepath.Join(folder, mandateName+".txt"))
	if want := "BenchmarkQuery/q_1 1 1 ns/op\nBenchmarkQuery/q_1 1 2 ns/op\nBenchmarkQuery/q_1 1 3 ns/op\n"; err != nil || string(written) != want {
		t.Errorf("%q, %v", written, err)
	}
}

// Copies of documents share what documents share, and nothing of their own.
func TestWriteCopies(t *testing.T) {
	path := filepath.Join(t.TempDir(), "copies.nq")
	quads := "<urn:mandate:stmt:ab12> <urn:mandate:attribute> <urn:mandate:actor:x> <urn:mandate:doc:d> .\n" +
		"<urn:mandate:doc:d#sec-1> <urn:mandate:aim> \"ab12\" <urn:mandate:doc:d> .\n"
	if err := writeCopies(path, []byte(quads)); err != nil {
		t.Fatal(err)
	}
	written, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(written)), "\n")
	slices.Sort(lines)
	if distinct := len(slices.Compact(lines)); distinct != 2*copies {
		t.Errorf("%d lines, want %d", distinct, 2*copies)
	}
	for _, want := range []string{"<urn:mandate:actor:x> <urn:mandate:doc:d-7> .", "<urn:mandate:doc:d-99#sec-1> <urn:mandate:aim> \"ab12\" <urn:mandate:doc:d-99> ."} {
		if !strings.Contains(string(written), want) {
			t.Errorf("no %s", want)
		}
	}
}

func TestDocument(t *testing.T) {
	quads, last := document(3)
	lines := strings.Split(strings.TrimSpace(quads), "\n")
	slices.Sort(lines)
	if n := len(slices.Compact(lines)); n != documentQuads || strings.Count(quads, last) != 1 {
		t.Errorf("%d quads, %q %d times", n, last, strings.Count(quads, last))
	}
}

// Every way to write a name means it, and no two are alike.
func TestSpelled(t *testing.T) {
	ways := map[string]bool{}
	for way := range uint64(256) {
		written := spelled("actor:o'neil é", way)
		ways[written] = true
		if read, err := url.PathUnescape(written); err != nil || read != "actor:o'neil é" {
			t.Errorf("%q means %q, %v", written, read, err)
		}
	}
	if len(ways) < 64 {
		t.Errorf("%d ways", len(ways))
	}
}
