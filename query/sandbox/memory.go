package sandbox

import (
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// exitMemory is the exit code of a worker that has taken too much memory.
const exitMemory = 86

// watchEvery is how often a worker looks at the memory that it has taken. Large
// pieces take longer to fill than that.
const watchEvery = 5 * time.Millisecond

// workerGC is the garbage that may stand beside what is in use, in per cent.
const workerGC = 50

// limitMemory lets the process take so many bytes more than it has until the
// function that it returns is called. Beyond them the process ends: what is out
// of memory in Go cannot go on. Two things see to that. The system refuses
// memory where it knows such a limit, at once and whatever the process is doing;
// and the process watches itself, which works everywhere and counts exactly.
// Garbage is collected early, so that less of the limit is garbage; nearer to the
// limit no harder than that, or what does not fit would take long to fail.
func limitMemory(bytes int64) (lift func()) {
	limit := inUse() + bytes
	debug.SetGCPercent(workerGC)
	restrict(bytes)
	done := make(chan struct{})
	go func() {
		tick := time.NewTicker(watchEvery)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
				if inUse() > limit {
					os.Exit(exitMemory)
				}
			}
		}
	}()
	return func() { close(done) }
}

// inUse is the memory that Go has and has not given back.
func inUse() int64 {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(sample)
	return int64(sample[0].Value.Uint64() - sample[1].Value.Uint64())
}
