package statement

import (
	"iter"
	"runtime"
	"sort"
	"sync"

	"mandate/graph"
)

// part is what is read in one go, because its sentences need each other: a
// block with the list items that it leads in, nested ones included. Of a long
// block all but the last sentences are parts of their own.
type part struct {
	blocks   []int // in text order
	from, to int   // sentences of the first block
}

// longestPart is how many sentences of a block are read in one go.
const longestPart = 16

// partsOf cuts a document into parts, in the order of their first sentences.
// leadIn is the block that leads in each block, -1 for none.
func partsOf(doc *graph.Document, leadIn []int) []part {
	var parts []part
	of := make([]int, len(leadIn)) // the part that ends each block
	for i, lead := range leadIn {
		if lead >= 0 && lead < i {
			of[i] = of[lead]
			parts[of[i]].blocks = append(parts[of[i]].blocks, i)
			continue
		}
		from, to := sentencesOf(doc, i)
		for ; to-from > longestPart; from += longestPart {
			parts = append(parts, part{[]int{i}, from, from + longestPart})
		}
		of[i] = len(parts)
		parts = append(parts, part{[]int{i}, from, to})
	}
	return parts
}

// sentencesOf returns the range of the sentences of block b.
func sentencesOf(doc *graph.Document, b int) (from, to int) {
	start := func(b int) int {
		return sort.Search(len(doc.Sentences), func(i int) bool { return doc.Sentences[i].Block >= b })
	}
	return start(b), start(b + 1)
}

// aheadOf bounds, for each processor, the results that wait for their turn.
const aheadOf = 16

// inOrder does tasks in parallel and yields their results in the order of the
// tasks, with their number. It is never more than a few tasks ahead.
func inOrder[T, R any](tasks []T, do func(T) R) iter.Seq2[int, R] {
	return func(yield func(int, R) bool) {
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
			defer close(jobs)
			for _, task := range tasks {
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
		for i := range tasks {
			if !yield(i, <-<-turns) {
				return
			}
		}
	}
}
