package statement

import (
	"iter"
	"runtime"
	"sync"
)

// aheadOf bounds, for each processor, the results that wait for their turn.
const aheadOf = 8

// inOrder does tasks in parallel and yields their results in the order of the
// tasks. It is never more than a few tasks ahead.
func inOrder[T, R any](tasks iter.Seq[T], do func(T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		workers := runtime.GOMAXPROCS(0)
		type job struct {
			task T
			done chan R
		}
		jobs, turns, stop := make(chan job), make(chan chan R, aheadOf*workers), make(chan struct{})
		var running sync.WaitGroup
		defer running.Wait()
		defer close(stop)
		running.Go(func() {
			defer close(turns)
			defer close(jobs)
			for task := range tasks {
				j := job{task, make(chan R, 1)} // nobody waits for who no longer listens
				select {
				case turns <- j.done:
					jobs <- j
				case <-stop:
					return
				}
			}
		})
		for range workers {
			running.Go(func() {
				for j := range jobs {
					j.done <- do(j.task)
				}
			})
		}
		for done := range turns {
			if !yield(<-done) {
				return
			}
		}
	}
}
