package ingest

import (
	"os"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"mandate/data"
)

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := New(Options{Data: data.FS}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRead takes a text from its bytes to its statements. Speed is told in
// words for each second that the processor worked: on a busy machine the clock
// on the wall says little.
func BenchmarkRead(b *testing.B) {
	sample, err := data.FS.ReadFile("sample.txt")
	if err != nil {
		b.Fatal(err)
	}
	if name := os.Getenv("BENCH_TEXT"); name != "" {
		if sample, err = os.ReadFile(name); err != nil {
			b.Fatal(err)
		}
	}
	p, source := pipeline(b), FromText("sample.txt", "", sample)
	words := len(strings.Fields(string(sample)))
	read := func() {
		reading, err := p.Read(b.Context(), source)
		if err != nil || len(reading.Statements) == 0 {
			b.Fatal(len(reading.Statements), err)
		}
	}
	read() // the memory of all later ones
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := processorSeconds(b)
	for b.Loop() {
		read()
	}
	total := float64(words) * float64(b.N)
	b.ReportMetric(total/(processorSeconds(b)-start), "words/CPU-s")
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.Mallocs-before.Mallocs)/total, "allocs/word")
	b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/total, "B/word")
}

// processorSeconds is the processor time that this process has used.
func processorSeconds(t testing.TB) float64 {
	t.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		t.Fatal(err)
	}
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
}
