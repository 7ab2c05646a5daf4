package query

import (
	"sync/atomic"
	"testing"
)

func TestPartsPanicInTheirCaller(t *testing.T) {
	var done atomic.Int32
	defer func() {
		if r := recover(); r != "part 2" || done.Load() != 3 {
			t.Errorf("recovered %v after %d parts", r, done.Load())
		}
	}()
	inParts(4, func(part int) {
		if part == 2 {
			panic("part 2")
		}
		done.Add(1)
	})
}
