package statement

import (
	"runtime"
	"slices"
	"sync/atomic"
	"testing"

	"mandate/graph"
)

func TestInOrderKeepsTheOrderAndStaysNear(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(3))
	tasks := make([]int, 500)
	for i := range tasks {
		tasks[i] = i
	}
	var begun atomic.Int64
	square := func(i int) int {
		begun.Add(1)
		return i * i
	}
	taken := 0
	for i, got := range inOrder(tasks, square) {
		if i != taken || got != i*i {
			t.Fatalf("result %d is %d of task %d", taken, got, i)
		}
		if ahead := int(begun.Load()) - taken; ahead > (aheadOf+2)*3 {
			t.Fatalf("%d tasks ahead", ahead)
		}
		if taken++; taken == 400 {
			break
		}
	}
	if taken != 400 {
		t.Errorf("%d results", taken)
	}
	if n := begun.Load(); n >= 500 {
		t.Errorf("%d tasks were done though nobody asked for them", n)
	}
}

func TestPartsHoldEverySentenceOnce(t *testing.T) {
	leadIn := []int{-1, 0, -1, 0, -1} // a list with a paragraph between its items, and a long paragraph
	doc := &graph.Document{Blocks: make([]graph.Block, len(leadIn))}
	for b := range leadIn {
		doc.Sentences = append(doc.Sentences, graph.Sentence{Block: b})
	}
	for range 5*longestPart + 3 {
		doc.Sentences = append(doc.Sentences, graph.Sentence{Block: len(leadIn) - 1})
	}
	var got []int
	parts := partsOf(doc, leadIn)
	for i, p := range parts {
		if i > 0 && p.from < parts[i-1].from {
			t.Errorf("part %d begins at sentence %d, the one before at %d", i, p.from, parts[i-1].from)
		}
		if p.to-p.from > longestPart {
			t.Errorf("part %d has %d sentences", i, p.to-p.from)
		}
		for _, b := range p.blocks {
			from, to := p.from, p.to
			if b != p.blocks[0] {
				from, to = sentencesOf(doc, b)
			}
			for s := from; s < to; s++ {
				got = append(got, s)
			}
		}
	}
	slices.Sort(got)
	for i := range doc.Sentences {
		if i >= len(got) || got[i] != i {
			t.Fatalf("the parts hold sentences %v of %d", got, len(doc.Sentences))
		}
	}
}
