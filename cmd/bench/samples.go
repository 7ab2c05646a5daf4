package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// measure names what a sample is of.
type measure struct{ what, unit string }

// samples are all that was measured, by contender.
type samples struct {
	of    map[string]map[measure][]float64
	order []measure
}

func newSamples() *samples { return &samples{of: map[string]map[measure][]float64{}} }

func (s *samples) add(contender, what, unit string, value float64) {
	if s.of[contender] == nil {
		s.of[contender] = map[measure][]float64{}
	}
	m := measure{what, unit}
	if !slices.Contains(s.order, m) {
		s.order = append(s.order, m)
	}
	s.of[contender][m] = append(s.of[contender][m], value)
}

func (s *samples) get(contender, what, unit string) []float64 {
	return s.of[contender][measure{what, unit}]
}

// median of the samples, 0 where there is none.
func (s *samples) median(contender, what, unit string) float64 {
	return quantile(s.get(contender, what, unit), 0.5)
}

// quantile of values, between the two nearest.
func quantile(values []float64, q float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	at := q * float64(len(sorted)-1)
	below := int(at)
	above := min(below+1, len(sorted)-1)
	return sorted[below] + (at-float64(below))*(sorted[above]-sorted[below])
}

// ratio is ours over theirs: of the medians, and the quartiles of the ratios of
// samples taken one after the other.
type ratio struct{ median, low, high float64 }

func (s *samples) ratio(what, unit, against string) (ratio, bool) {
	a, b := s.get(mandateName, what, unit), s.get(against, what, unit)
	if len(a) == 0 || len(b) == 0 {
		return ratio{}, false
	}
	pairs := make([]float64, min(len(a), len(b)))
	for i := range pairs {
		pairs[i] = a[i] / b[i]
	}
	return ratio{quantile(a, 0.5) / quantile(b, 0.5), quantile(pairs, 0.25), quantile(pairs, 0.75)}, true
}

func (r ratio) String() string { return fmt.Sprintf("%.3g (%.3g to %.3g)", r.median, r.low, r.high) }

// write makes a file for each contender that benchstat reads.
func (s *samples) write(folder string) error {
	for _, contender := range slices.Sorted(maps.Keys(s.of)) {
		var b strings.Builder
		for _, m := range s.order {
			for _, value := range s.of[contender][m] {
				fmt.Fprintf(&b, "Benchmark%s 1 %g %s\n", strings.ReplaceAll(m.what, " ", "_"), value, m.unit)
			}
		}
		if err := os.WriteFile(filepath.Join(folder, contender+".txt"), []byte(b.String()), 0o666); err != nil {
			return err
		}
	}
	return nil
}
