package query_test

import (
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"mandate/graph/graphtest"
	"mandate/graph/index"
	"mandate/query"
)

// films is a view of the films that Cayley's own tests use.
var films = sync.OnceValues(func() (*query.View, error) {
	quads, err := graphtest.Films()
	if err != nil {
		return nil, err
	}
	return query.On(index.Build(quads)), nil
})

// The shortest path between two random nodes, however far apart; the median of
// single searches is reported beside their mean.
func BenchmarkShortestPathOfFilms(b *testing.B) {
	v, err := films()
	if err != nil {
		b.Skip("no film data in the module cache: ", err)
	}
	nodes := filmNodes(v)
	v.PrepareSearches()
	r := rand.New(rand.NewPCG(1, 2))
	var took []time.Duration
	found, links := 0, 0
	for b.Loop() {
		from, to := nodes[r.IntN(len(nodes))], nodes[r.IntN(len(nodes))]
		start := time.Now()
		paths, err := v.PathsBetween(b.Context(), from, to, query.PathOptions{K: 1, MaxHops: 12})
		took = append(took, time.Since(start))
		if err != nil || !paths.Complete {
			b.Fatal(err, paths.Complete)
		}
		found, links = found+len(paths.Paths), links+paths.Work
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Nanoseconds()), "median-ns")
	b.ReportMetric(float64(took[len(took)*99/100].Nanoseconds()), "p99-ns")
	b.ReportMetric(float64(links)/float64(len(took)), "links")
	b.ReportMetric(float64(found)/float64(len(took)), "found")
}

// filmNodes are the films, actors and directors: what has a name.
func filmNodes(v *query.View) []index.Node {
	x := v.Index()
	name, _ := x.NodeOf("name")
	var nodes []index.Node
	for n := index.Node(1); x.Value(n) != nil; n++ {
		for l := range x.Out(n) {
			if l.Predicate == name {
				nodes = append(nodes, n)
				break
			}
		}
	}
	return nodes
}
