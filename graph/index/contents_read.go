//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package index

import "os"

// contents reads a file. A mapped one could not be replaced on some of these
// platforms.
func contents(path string) ([]byte, error) { return os.ReadFile(path) }
