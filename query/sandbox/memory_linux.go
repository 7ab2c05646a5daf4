package sandbox

import (
	"bytes"
	"os"
	"strconv"

	"golang.org/x/sys/unix"
)

// headroom is what the system's limit leaves beyond ours: Go asks the system for
// memory in pieces of 64 MB, and threads have stacks.
const headroom = 192 << 20

// restrict lets the process take so many bytes of memory more than it has. Files
// that are mapped for reading do not count.
func restrict(bytes int64) {
	used, err := dataSize()
	if err != nil {
		return // the process watches itself
	}
	var limit unix.Rlimit
	if unix.Getrlimit(unix.RLIMIT_DATA, &limit) == nil {
		limit.Cur = min(uint64(used+bytes+headroom), limit.Max)
		_ = unix.Setrlimit(unix.RLIMIT_DATA, &limit) // as above
	}
}

// dataSize is what counts towards the limit now.
func dataSize() (int64, error) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, err
	}
	_, rest, _ := bytes.Cut(status, []byte("VmData:"))
	line, _, _ := bytes.Cut(rest, []byte(" kB"))
	kilobytes, err := strconv.ParseInt(string(bytes.TrimSpace(line)), 10, 64)
	return kilobytes << 10, err
}
