package actor

import (
	"bufio"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"mandate/graph"
)

// eachRow calls visit with the columns of each line of a tab-separated list;
// empty lines and comments are passed over.
func eachRow(fsys fs.FS, path string, columns int, visit func([]string) error) error {
	f, err := fsys.Open(path)
	if err != nil {
		return fmt.Errorf("read list: %w", err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for n := 1; in.Scan(); n++ {
		if line := in.Text(); line != "" && !strings.HasPrefix(line, "#") {
			col := strings.Split(line, "\t")
			if len(col) != columns {
				return fmt.Errorf("%s:%d: %d columns, want %d", path, n, len(col), columns)
			}
			if err := visit(col); err != nil {
				return fmt.Errorf("%s:%d: %w", path, n, err)
			}
		}
	}
	if err := in.Err(); err != nil {
		return fmt.Errorf("read list %s: %w", path, err)
	}
	return nil
}

func list(column string) []string {
	if column == "" {
		return nil
	}
	return strings.Split(column, "|")
}

func parseKind(s string) (graph.ActorKind, error) {
	if k := graph.ActorKind(s); slices.Contains(graph.ActorKinds(), k) {
		return k, nil
	}
	return "", fmt.Errorf("%q is no kind of actor", s)
}
