package ingest

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func write(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestSourcesOfAFolder(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"b.txt", "a/One Plan.MD", "a/.draft.txt", ".git/head.txt", "a/photo.jpg"} {
		write(t, filepath.Join(root, name), "text")
	}
	sources, skipped := Sources([]string{root}, nil, Fetcher{})
	var ids []string
	for _, s := range sources {
		ids = append(ids, s.ID)
	}
	if want := []string{"a-one-plan-md", "b-txt"}; !slices.Equal(ids, want) {
		t.Errorf("IDs %v, want %v", ids, want)
	}
	want := []Skipped{{filepath.Join(root, "a/photo.jpg"), "not the name of a text; text, Markdown, HTML, DOCX, EPUB and PDF are read"}}
	if !slices.Equal(skipped, want) {
		t.Errorf("skipped %v, want %v", skipped, want)
	}
}

func TestSourcesOfOtherKinds(t *testing.T) {
	file := write(t, filepath.Join(t.TempDir(), "plan.txt"), "of a file")
	sources, skipped := Sources([]string{file, "-", "no-such-file.txt"}, strings.NewReader("of a stream"), Fetcher{})
	if len(sources) != 3 || len(skipped) != 0 {
		t.Fatalf("%d sources, %v skipped", len(sources), skipped)
	}
	for i, want := range []struct{ id, text string }{{"plan-txt", "of a file"}, {"stdin", "of a stream"}} {
		got, err := sources[i].Open(context.Background())
		if err != nil || sources[i].ID != want.id || string(got.Raw) != want.text {
			t.Errorf("%s: ID %s, text %q, %v, want %v", sources[i].Name, sources[i].ID, got.Raw, err, want)
		}
	}
	if _, err := sources[2].Open(context.Background()); !errors.Is(err, fs.ErrNotExist) || strings.Contains(err.Error(), "no-such-file") {
		t.Errorf("missing file: %v, want that it does not exist, without its name", err)
	}
}

// countdown is a context that ends after so many questions whether it has.
type countdown struct {
	context.Context
	left *int
}

func (c countdown) Err() error {
	if *c.left--; *c.left < 0 {
		return context.Canceled
	}
	return nil
}

func TestReadStopsWithItsContext(t *testing.T) {
	text := strings.Repeat("The Harbour Board shall dredge the channel.\n\n", 300)
	whole, err := pipeline(t).Read(t.Context(), FromText("a.txt", "", []byte(text)))
	if err != nil || len(whole.Statements) != 300 {
		t.Fatalf("%d statements, error %v", len(whole.Statements), err)
	}
	left := 20
	part, err := pipeline(t).Read(countdown{t.Context(), &left}, FromText("a.txt", "", []byte(text)))
	if !errors.Is(err, context.Canceled) || len(part.Statements) > 20 {
		t.Errorf("%d statements, error %v", len(part.Statements), err)
	}
}
