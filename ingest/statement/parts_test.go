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
	for got := range inOrder(slices.Values(tasks), square) {
		if got != taken*taken {
			t.Fatalf("result %d is %d", taken, got)
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

// paged is a document of blocks of so many sentences, each as long.
func paged(sentences []int, length int) *graph.Document {
	doc := &graph.Document{Blocks: make([]graph.Block, len(sentences))}
	for b, n := range sentences {
		for range n {
			at := length * len(doc.Sentences)
			doc.Sentences = append(doc.Sentences, graph.Sentence{Span: graph.Span{Start: at, End: at + length}, Block: b})
		}
	}
	return doc
}

func TestPartsHoldEverySentenceOnceInOrder(t *testing.T) {
	const length = 200
	leadIn := []int{-1, 0, -1, 0, 3, -1, -1, 6, 6} // a list with a paragraph between its items, and an endless one
	doc := paged([]int{1, 9, 12, 9, 1, 99, 1, 300, 1}, length)
	next := 0
	for p := range partsOf(doc, leadIn) {
		if p.from != next || p.to <= p.from || (p.to-p.from)*length > longestPart+length {
			t.Fatalf("part %v behind sentence %d", p, next)
		}
		if size := (p.to - p.from) * length; size < enoughForPart && p.to < len(doc.Sentences) {
			t.Errorf("part %v of %d bytes", p, size)
		}
		if first := doc.Sentences[p.from].Block; first > 0 && first < 5 {
			t.Errorf("part %v begins within the short list", p)
		}
		next = p.to
	}
	if next != len(doc.Sentences) {
		t.Errorf("the parts end at sentence %d of %d", next, len(doc.Sentences))
	}
	for range partsOf(&graph.Document{}, nil) {
		t.Error("a part of nothing")
	}
}
