package wordlist

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

func TestEach(t *testing.T) {
	long := strings.Repeat("word|", 50_000)
	fsys := fstest.MapFS{
		"good.tsv": {Data: []byte("# class\twords\n\nboat\tketch|yawl\nlong\t" + long + "\n")},
		"bad.tsv":  {Data: []byte("# class\twords\nboat\tketch\nboat\n")},
	}
	var rows []string
	err := Each(fsys, "good.tsv", 2, func(column []string) error {
		rows = append(rows, strings.Join(column, "="))
		return nil
	})
	if err != nil || len(rows) != 2 || rows[0] != "boat=ketch|yawl" || rows[1] != "long="+long {
		t.Errorf("%d rows, %v", len(rows), err)
	}
	if err := Each(fsys, "bad.tsv", 2, func([]string) error { return nil }); err == nil || !strings.Contains(err.Error(), "bad.tsv:3: 1 columns, want 2") {
		t.Errorf("a column is missing: %v", err)
	}
	refused := errors.New("refused")
	if err := Each(fsys, "good.tsv", 2, func([]string) error { return refused }); !errors.Is(err, refused) || !strings.Contains(err.Error(), "good.tsv:3") {
		t.Errorf("refused: %v", err)
	}
	if err := Each(fsys, "none.tsv", 2, func([]string) error { return nil }); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
}
