package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/pflag"
)

// memory is a flag of bytes, given in megabytes or with a unit: 512, 512MB, 2GB, 2GiB
// (units are of 1024, however they are written).
type memory struct{ bytes *int64 }

var _ pflag.Value = memory{}

func (m memory) String() string {
	if m.bytes == nil {
		return ""
	}
	return fmt.Sprintf("%dMB", *m.bytes>>20)
}

func (m memory) Type() string { return "size" }

// memoryFlag is how much the index may take.
func memoryFlag(flags *pflag.FlagSet, bytes *int64) {
	flags.Var(memory{bytes}, "memory", "memory that the index of the graph may take, such as 512MB or 2GiB; where it needs more, only Gizmo and GraphQL queries are answered, slowly, from the store (default: what it needs)")
}

// Set reads a size of one megabyte or more.
func (m memory) Set(text string) error {
	number, unit := strings.Replace(strings.ToUpper(strings.TrimSpace(text)), "IB", "B", 1), 20
	if rest, ok := strings.CutSuffix(number, "GB"); ok {
		number, unit = rest, 30
	}
	n, err := strconv.ParseInt(strings.TrimSpace(strings.TrimSuffix(number, "MB")), 10, 32)
	if err != nil || n < 1 {
		return fmt.Errorf("give megabytes, or a size such as 512MB or 2GB")
	}
	*m.bytes = n << unit
	return nil
}
