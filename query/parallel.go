package query

import (
	"runtime"
	"sync"
)

// inParts runs do for each of n parts at the same time. A part that panics does so
// in the caller, once all have ended: there a server's recovery reaches it.
func inParts(n int, do func(part int)) {
	var wait sync.WaitGroup
	var failed sync.Once
	var reason any
	for part := range n {
		wait.Go(func() {
			defer func() {
				if r := recover(); r != nil {
					failed.Do(func() { reason = r })
				}
			}()
			do(part)
		})
	}
	wait.Wait()
	if reason != nil {
		panic(reason)
	}
}

// partsOf is how many parts of at least some items work on n items is cut in.
func partsOf(n, least int) int { return max(1, min(runtime.GOMAXPROCS(0), n/least)) }
