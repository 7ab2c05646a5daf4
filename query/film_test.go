package query_test

import (
	"compress/gzip"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"mandate/graph/index"
	"mandate/query"

	"github.com/cayleygraph/quad/nquads"
)

// films is a view of the films that Cayley's own tests use, 472,000 quads,
// where the module cache has them.
var films = sync.OnceValues(func() (*query.View, error) {
	folder, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/cayleygraph/cayley").Output()
	if err != nil {
		return nil, err
	}
	file, err := os.Open(filepath.Join(strings.TrimSpace(string(folder)), "data", "30kmoviedata.nq.gz"))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	text, err := gzip.NewReader(file)
	if err != nil {
		return nil, err
	}
	b, r := index.NewBuilder(), nquads.NewReader(text, true)
	for {
		q, err := r.ReadQuad()
		if errors.Is(err, io.EOF) {
			return query.On(b.Index()), nil
		} else if err != nil {
			return nil, err
		}
		b.Add(q)
	}
})

// The shortest path between two random nodes, however far apart; the median of
// single searches is reported beside their mean.
func BenchmarkShortestPathOfFilms(b *testing.B) {
	v, err := films()
	if err != nil {
		b.Skip("no film data in the module cache: ", err)
	}
	nodes := filmNodes(v)
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
