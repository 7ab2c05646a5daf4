//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package index

import (
	"fmt"
	"math"
	"os"
	"syscall"
)

// contents maps a file into memory, read only. The mapping is never undone:
// strings that were handed out lie in it.
func contents(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	size := info.Size()
	if !info.Mode().IsRegular() || size == 0 || size > math.MaxInt {
		return nil, fmt.Errorf("%w: %s of %d bytes", ErrFile, info.Mode(), size)
	}
	raw, err := syscall.Mmap(int(f.Fd()), 0, int(size), syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		return os.ReadFile(path) // some file systems cannot map
	}
	return raw, nil
}
