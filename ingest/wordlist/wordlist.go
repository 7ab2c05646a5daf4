// Package wordlist reads the tab-separated word lists of the folder data. It
// stands in front of the packages that go by one.
package wordlist

import (
	"bufio"
	"fmt"
	"io/fs"
	"strings"
)

// longestLine bounds a line of a list, in bytes: a class of words may stand in
// one.
const longestLine = 1 << 20

// Each calls visit with the columns of each line of a list that is neither empty
// nor a comment. Errors say in which line they lie.
func Each(fsys fs.FS, path string, columns int, visit func(column []string) error) error {
	f, err := fsys.Open(path)
	if err != nil {
		return fmt.Errorf("read word list: %w", err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, longestLine)
	for n := 1; in.Scan(); n++ {
		line := in.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		column := strings.Split(line, "\t")
		if len(column) != columns {
			return fmt.Errorf("word list %s:%d: %d columns, want %d", path, n, len(column), columns)
		}
		if err := visit(column); err != nil {
			return fmt.Errorf("word list %s:%d: %w", path, n, err)
		}
	}
	if err := in.Err(); err != nil {
		return fmt.Errorf("read word list %s: %w", path, err)
	}
	return nil
}
