package store_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"mandate/graph/graphtest"
	"mandate/graph/store"
)

// benchDocuments is how many documents of 100 statements stand in the store.
const benchDocuments = 200

func filled(b *testing.B) (path string) {
	b.Helper()
	path = filepath.Join(b.TempDir(), "m.db")
	s := open(b, path, store.Options{})
	defer s.Close()
	readings := graphtest.Many(benchDocuments)
	for i := 0; i < len(readings); i += 100 {
		if _, err := s.PutAll(b.Context(), readings[i:i+100]); err != nil {
			b.Fatal(err)
		}
	}
	return path
}

// BenchmarkPut replaces one document among two hundred.
func BenchmarkPut(b *testing.B) {
	s := open(b, filled(b), store.Options{})
	quads := s.View().Size()
	for i := 0; b.Loop(); i++ {
		put(b, s, graphtest.Paper("paper-00007", 90+i%2*10))
	}
	b.ReportMetric(float64(quads), "quads")
}

// BenchmarkPutSmall stores the first document of an empty store.
func BenchmarkPutSmall(b *testing.B) {
	s := open(b, filepath.Join(b.TempDir(), "m.db"), store.Options{})
	for i := 0; b.Loop(); i++ {
		put(b, s, graphtest.Paper(fmt.Sprint("p", i%2), 100))
		if err := s.Remove(b.Context(), fmt.Sprint("p", i%2)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPutAll loads a hundred documents in one transaction.
func BenchmarkPutAll(b *testing.B) {
	readings := graphtest.Many(100)
	var quads int
	for b.Loop() {
		s := open(b, filepath.Join(b.TempDir(), fmt.Sprint(b.Elapsed())), store.Options{})
		if _, err := s.PutAll(b.Context(), readings); err != nil {
			b.Fatal(err)
		}
		quads = s.View().Size()
		s.Close()
	}
	b.ReportMetric(float64(quads)*float64(b.N)/b.Elapsed().Seconds(), "quads/s")
}

// BenchmarkOpen opens a store of two hundred documents.
func BenchmarkOpen(b *testing.B) {
	path := filled(b)
	for b.Loop() {
		s := open(b, path, store.Options{ReadOnly: true})
		size, err := s.Size()
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(size)/float64(s.View().Size()), "B/quad")
		s.Close()
	}
}
