package index_test

import (
	"runtime"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/index"
)

// BenchmarkBuild builds the index of a thousand documents of 100 statements.
func BenchmarkBuild(b *testing.B) {
	quads := quadsOf(graphtest.Many(1000)...)
	before := heap()
	var x *index.Index
	for b.Loop() {
		x = index.Build(quads)
	}
	b.ReportMetric(float64(len(quads))*float64(b.N)/b.Elapsed().Seconds(), "quads/s")
	b.ReportMetric(float64(heap()-before)/float64(len(quads)), "B/quad")
	runtime.KeepAlive(x)
	runtime.KeepAlive(quads)
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// BenchmarkApply replaces one document among a thousand.
func BenchmarkApply(b *testing.B) {
	x := index.Build(quadsOf(graphtest.Many(1000)...))
	change := x.Replacing("paper-00007", graph.Quads(graphtest.Paper("paper-00007", 90)))
	for b.Loop() {
		x.Apply(change)
	}
	b.ReportMetric(float64(x.Size()), "quads")
}

// BenchmarkNames finds the first name after a change.
func BenchmarkNames(b *testing.B) {
	x := index.Build(quadsOf(graphtest.Many(1000)...))
	for b.Loop() {
		b.StopTimer()
		fresh := x.Apply(index.Change{})
		b.StartTimer()
		if len(fresh.Named("Agency 3")) == 0 {
			b.Fatal("no such agency")
		}
	}
}

// BenchmarkWalk follows all links of a hub in both directions.
func BenchmarkWalk(b *testing.B) {
	x := index.Build(quadsOf(graphtest.Many(1000)...))
	n, _ := x.NodeOf("actor:agency-3")
	links := 0
	for b.Loop() {
		links = 0
		for l := range x.Out(n) {
			links += int(l.Predicate & 1)
		}
		for l := range x.In(n) {
			links += int(l.Predicate & 1)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(x.OutDegree(n)+x.InDegree(n)), "ns/link")
}

// BenchmarkReading decodes a document from its quads.
func BenchmarkReading(b *testing.B) {
	r := graphtest.Paper("p", 100)
	quads := graph.Quads(r)
	for b.Loop() {
		if _, err := graph.ReadingFrom("p", quads); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkQuads writes a document as quads.
func BenchmarkQuads(b *testing.B) {
	r := graphtest.Paper("p", 100)
	for b.Loop() {
		graph.Quads(r)
	}
}
