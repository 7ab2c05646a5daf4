package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"text/tabwriter"
	"time"
)

// queries measures each query on each contender, in turn, and sees that all
// give the same results.
func (b *bench) queries(ctx context.Context) error {
	servers, err := b.serveAll(ctx)
	if err != nil {
		return err
	}
	list, err := b.integrationQueries()
	if err != nil {
		return err
	}
	results, spent := make([]int, len(list)), map[string]time.Duration{}
	for i, q := range list {
		if results[i], err = b.agree(ctx, servers, q, spent); err != nil {
			return err
		}
	}
	for range b.o.runs {
		for _, q := range list {
			for _, s := range servers {
				if key := s.name + q.name; spent[key] < b.o.budget {
					took, err := b.sampleQuery(ctx, s, q)
					if err != nil {
						return err
					}
					spent[key] += took
				}
			}
		}
	}
	for _, s := range servers {
		b.samples.add(s.name, "Serve", megabytes, float64(s.peak())/1e6)
		if err := b.stop(s); err != nil {
			return err
		}
	}
	return b.reportQueries(list, results)
}

// agree asks all servers once and fails where their results differ. An answer
// that takes all the time there is for the query counts as its sample.
func (b *bench) agree(ctx context.Context, servers []*server, q gizmoQuery, spent map[string]time.Duration) (int, error) {
	var first []string
	for i, s := range servers {
		start, cpu := time.Now(), s.cpu()
		answer, err := s.ask(ctx, q.text)
		if err != nil {
			return 0, fmt.Errorf("%s, %q: %w", s.name, q.name, err)
		}
		if took := time.Since(start); took >= b.o.budget {
			spent[s.name+q.name] = took
			b.samples.add(s.name, "Query/"+q.name, "ns/op", float64(took))
			b.samples.add(s.name, "Query/"+q.name, "cpu-ns/op", float64(s.cpu()-cpu))
		}
		got, err := rows(answer)
		if err != nil {
			return 0, fmt.Errorf("%s, %q: %w", s.name, q.name, err)
		}
		if i == 0 {
			first = got
		} else if !slices.Equal(first, got) && (len(got) < cayleyRows || !within(got, first)) {
			return 0, fmt.Errorf("%q: %s gives %d results and %s others, %d", q.name, servers[0].name, len(first), s.name, len(got))
		}
	}
	return len(first), nil
}

// within tells whether every row of a sorted list is in the other one, as often.
func within(part, whole []string) bool {
	for _, row := range part {
		at, found := slices.BinarySearch(whole, row)
		if !found {
			return false
		}
		whole = whole[at+1:]
	}
	return true
}

// One sample is the median of as many requests as fit into sampleTime.
const (
	sampleTime = 150 * time.Millisecond
	sampleMost = 100
)

func (b *bench) sampleQuery(ctx context.Context, s *server, q gizmoQuery) (time.Duration, error) {
	var took []float64
	start, cpu := time.Now(), s.cpu()
	for len(took) == 0 || time.Since(start) < sampleTime && len(took) < sampleMost {
		one := time.Now()
		if _, err := s.ask(ctx, q.text); err != nil {
			return 0, fmt.Errorf("%s, %q: %w", s.name, q.name, err)
		}
		took = append(took, float64(time.Since(one)))
	}
	b.samples.add(s.name, "Query/"+q.name, "ns/op", quantile(took, 0.5))
	b.samples.add(s.name, "Query/"+q.name, "cpu-ns/op", float64(s.cpu()-cpu)/float64(len(took)))
	return time.Since(start), nil
}

func (b *bench) reportQueries(list []gizmoQuery, results []int) error {
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprint(table, "ms\tresults")
	for _, c := range b.contenders {
		fmt.Fprint(table, "\t", c.name)
	}
	fmt.Fprintln(table, "\ttime of memstore's (quartiles)\tCPU of memstore's (quartiles)")
	sums := map[string]float64{}
	for i, q := range list {
		name := "Query/" + q.name
		fmt.Fprintf(table, "%s\t%d", q.name, results[i])
		for _, c := range b.contenders {
			median := b.samples.median(c.name, name, "ns/op")
			sums[c.name] += median
			fmt.Fprintf(table, "\t%.3f", median/1e6)
		}
		clock, _ := b.samples.ratio(name, "ns/op", memoryName)
		cpu, _ := b.samples.ratio(name, "cpu-ns/op", memoryName)
		fmt.Fprintf(table, "\t%s\t%s\n", clock, cpu)
	}
	fmt.Fprint(table, "sum\t")
	for _, c := range b.contenders {
		fmt.Fprintf(table, "\t%.3f", sums[c.name]/1e6)
	}
	fmt.Fprint(table, "\npeak RSS, MB\t")
	for _, c := range b.contenders {
		fmt.Fprintf(table, "\t%.0f", b.samples.median(c.name, "Serve", megabytes))
	}
	fmt.Fprintln(table)
	b.queryTargets(list, sums)
	return table.Flush()
}

// memoryName is the contender that answers are measured against.
const memoryName = "cayley-memstore"

func (b *bench) queryTargets(list []gizmoQuery, sums map[string]float64) {
	for _, unit := range []string{"ns/op", "cpu-ns/op"} {
		var ratios []float64
		for _, q := range list {
			if r, ok := b.samples.ratio("Query/"+q.name, unit, memoryName); ok {
				ratios = append(ratios, r.median)
			}
		}
		if len(ratios) == 0 {
			return
		}
		of := map[string]string{"ns/op": "time", "cpu-ns/op": "CPU"}[unit]
		b.atMost("slowest query, "+of+" of memstore's", slices.Max(ratios), 1.1, " ×")
		b.atMost("median query, "+of+" of memstore's", quantile(ratios, 0.5), 0.6, " ×")
	}
	if leveldb := sums["cayley-leveldb"]; leveldb > 0 {
		b.atLeast("sum of all, faster than leveldb", leveldb/sums[mandateName], 500, " ×")
	}
}
