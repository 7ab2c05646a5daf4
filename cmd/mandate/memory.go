package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/pflag"
)

// memory is a flag of bytes, given in megabytes or with a unit: 512, 512MB, 2GB.
type memory struct{ bytes *int64 }

var _ pflag.Value = memory{}

func (m memory) String() string {
	if m.bytes == nil {
		return ""
	}
	return fmt.Sprintf("%dMB", *m.bytes>>20)
}

func (m memory) Type() string { return "size" }

// Set reads a size of one megabyte or more.
func (m memory) Set(text string) error {
	number, unit := strings.ToUpper(strings.TrimSpace(text)), 20
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
