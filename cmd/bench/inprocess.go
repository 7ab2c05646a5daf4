package main

import (
	"compress/gzip"
	"context"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strconv"

	"mandate/graph"
	"mandate/graph/index"
)

// index measures the memory of the index of the film set, and the search for
// paths in it by the benchmark of the query package.
func (b *bench) index(ctx context.Context) error {
	bytes, err := b.indexBytes()
	if err != nil {
		return err
	}
	b.samples.add(mandateName, "Index", "B/quad", bytes)
	b.atMost("index with names", bytes, 100, " B/quad")
	fmt.Printf("index with names: %.1f B/quad\n", bytes)
	cmd := exec.CommandContext(ctx, "go", "test", "-run", "^$", "-bench", "ShortestPathOfFilms", "-benchtime", "2000x",
		"-count", strconv.Itoa(b.o.runs), "./query")
	out, err := cmd.CombinedOutput()
	if err != nil {
		return fmt.Errorf("search of paths: %w\n%s", err, out)
	}
	found := regexp.MustCompile(`([0-9.]+) median-ns`).FindAllSubmatch(out, -1)
	if len(found) == 0 {
		return fmt.Errorf("no benchmark of paths ran:\n%s", out)
	}
	for _, m := range found {
		ns, err := strconv.ParseFloat(string(m[1]), 64)
		if err != nil {
			return err
		}
		b.samples.add(mandateName, "ShortestPath", "ns/op", ns)
	}
	median := b.samples.median(mandateName, "ShortestPath", "ns/op") / 1e3
	fmt.Printf("shortest path between random nodes, median: %.1f µs\n", median)
	b.atMost("shortest path in process, median", median, 100, " µs")
	return nil
}

func (b *bench) indexBytes() (float64, error) {
	file, err := os.Open(b.film())
	if err != nil {
		return 0, err
	}
	defer file.Close()
	text, err := gzip.NewReader(file)
	if err != nil {
		return 0, err
	}
	before := heap()
	builder := index.NewBuilder()
	for q, err := range graph.ReadNQuads(text, graph.Namer{}) {
		if err != nil {
			return 0, err
		}
		builder.Add(q)
	}
	x := builder.Index()
	bytes := float64(heap()-before) / float64(x.Size())
	runtime.KeepAlive(x)
	return bytes, nil
}

// heap is what is in use once garbage is gone.
func heap() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
