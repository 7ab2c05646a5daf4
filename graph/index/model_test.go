package index_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"mandate/graph"
	"mandate/graph/index"

	"github.com/cayleygraph/quad"
)

// model is a set of quads kept the plain way, that an index must agree with.
type model map[quad.Quad]bool

func (m model) apply(c index.Change) {
	for _, q := range c.Remove {
		delete(m, q)
	}
	for _, q := range c.Add {
		m[q] = true
	}
}

func (m model) sorted() []quad.Quad {
	var all []quad.Quad
	for q := range m {
		all = append(all, q)
	}
	slices.SortFunc(all, graph.CompareQuads)
	return all
}

// random makes quads of few different values of every kind, so that they meet.
type random struct{ *rand.Rand }

func (r random) resource() quad.Value {
	if r.IntN(8) == 0 {
		return quad.BNode(fmt.Sprint("b", r.IntN(5)))
	}
	return quad.IRI(fmt.Sprint("stmt:", r.IntN(40)))
}

func (r random) value() quad.Value {
	n := r.IntN(6)
	switch r.IntN(12) {
	case 0:
		return quad.String(fmt.Sprint("text ", n))
	case 1:
		return quad.LangString{Value: "zwölf", Lang: fmt.Sprint("de-", n)}
	case 2:
		return quad.TypedString{Value: "12", Type: quad.IRI(fmt.Sprint("t", n))}
	case 3:
		return quad.Int(n - 3)
	case 4:
		return quad.Float(float64(n) / 4)
	case 5:
		return quad.Bool(n%2 == 0)
	case 6:
		return quad.Time(time.Unix(int64(n), int64(n)).UTC())
	}
	return r.resource()
}

func (r random) quads(document string, n int) []quad.Quad {
	quads := make([]quad.Quad, n)
	for i := range quads {
		quads[i] = quad.Quad{
			Subject: r.resource(), Predicate: quad.IRI(fmt.Sprint("p", r.IntN(6))), Object: r.value(),
			Label: quad.IRI(graph.DocIRI(document)),
		}
	}
	return quads
}

// change replaces or removes a document, or adds and removes single quads, there
// or not, of which some have no label.
func (r random) change(x *index.Index, m model) index.Change {
	doc := fmt.Sprint("d", r.IntN(12))
	if r.IntN(3) > 0 {
		var quads []quad.Quad
		if r.IntN(4) > 0 {
			quads = r.quads(doc, r.IntN(60))
			slices.SortFunc(quads, graph.CompareQuads)
		}
		return x.Replacing(doc, slices.Compact(quads))
	}
	c := index.Change{Add: r.quads(doc, r.IntN(10))}
	for _, q := range r.quads(doc, r.IntN(3)) {
		q.Label = nil
		c.Add = append(c.Add, q)
	}
	for _, q := range append(m.sorted(), r.quads(doc, 5)...) {
		if r.IntN(20) == 0 && !slices.Contains(c.Add, q) {
			c.Remove = append(c.Remove, q)
		}
	}
	return c
}

// Whatever is applied, and whether it is saved and loaded between, an index
// holds the quads that a plain set of them would.
func TestAgreesWithModel(t *testing.T) {
	for seed := range uint64(15) {
		r := random{rand.New(rand.NewPCG(seed, 1))}
		m := model{}
		start := append(r.quads("d0", r.IntN(500)), r.quads("d1", r.IntN(100))...)
		for _, q := range start {
			m[q] = true
		}
		x := index.Build(start)
		for step := range 50 {
			c := r.change(x, m)
			m.apply(c)
			x = x.Apply(c)
			if r.IntN(10) == 0 {
				x = reloaded(t, x)
			}
			if step%7 == 0 {
				agree(t, x, m)
			}
		}
		agree(t, x, m)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func reloaded(t *testing.T, x *index.Index) *index.Index {
	t.Helper()
	var file bytes.Buffer
	if err := x.Save(&file); err != nil {
		t.Fatal(err)
	}
	again, err := index.Load(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return again
}

// agree compares all that can be asked of links.
func agree(t *testing.T, x *index.Index, m model) {
	t.Helper()
	quads := m.sorted()
	for _, q := range quads {
		if !x.Contains(q) {
			t.Fatalf("%v is not there", q)
		}
	}
	if got := written(x); !slices.Equal(got, quads) {
		t.Fatalf("%d quads, want %d", len(got), len(quads))
	}
	if x.Size() != len(quads) {
		t.Errorf("size %d, want %d", x.Size(), len(quads))
	}
	nodes, labels := map[quad.Value]bool{}, map[quad.Value]bool{}
	for _, q := range quads {
		labels[q.Label] = true
		for _, d := range quad.Directions {
			nodes[q.Get(d)] = true
		}
	}
	delete(nodes, nil)
	for v := range nodes {
		agreeOn(t, x, quads, v)
	}
	stats, _ := x.QuadStore().Stats(t.Context(), true)
	if int(stats.Nodes.Value) != len(nodes) || int(stats.Quads.Value) != len(quads) {
		t.Errorf("stats %+v, want %d nodes, %d quads", stats, len(nodes), len(quads))
	}
	for i := range 12 {
		doc := fmt.Sprint("d", i)
		if x.Has(doc) != labels[quad.IRI(graph.DocIRI(doc))] {
			t.Errorf("has %s: %v", doc, x.Has(doc))
		}
	}
}

// agreeOn compares the links of one value on each side.
func agreeOn(t *testing.T, x *index.Index, quads []quad.Quad, v quad.Value) {
	t.Helper()
	n, ok := x.Node(v)
	if !ok || x.Value(n) != v {
		t.Fatalf("%v is node %d, %v", v, n, x.Value(n))
	}
	qs := x.QuadStore()
	ref, err := qs.ValueOf(v)
	if err != nil || ref == nil {
		t.Fatalf("no reference to %v: %v", v, err)
	}
	for _, d := range quad.Directions {
		var want, got []quad.Quad
		for _, q := range quads {
			if q.Get(d) == v {
				want = append(want, q)
			}
		}
		shape := qs.QuadIterator(d, ref)
		in := shape.Lookup()
		for it := shape.Iterate(); it.Next(t.Context()); {
			q, _ := qs.Quad(it.Result())
			got = append(got, q)
			if !in.Contains(t.Context(), it.Result()) {
				t.Errorf("%v is not among its own links", q)
			}
		}
		slices.SortFunc(got, graph.CompareQuads)
		size, _ := qs.QuadIteratorSize(t.Context(), d, ref)
		if !slices.Equal(got, want) || int(size.Value) != len(want) {
			t.Fatalf("%v %v: %d links, size %d, want %d", d, v, len(got), size.Value, len(want))
		}
		switch d {
		case quad.Subject:
			ordered(t, slices.Collect(x.Out(n)), len(want), x.OutDegree(n))
		case quad.Object:
			ordered(t, slices.Collect(x.In(n)), len(want), x.InDegree(n))
		}
	}
}

func ordered(t *testing.T, links []index.Link, want, degree int) {
	t.Helper()
	before := func(a, b index.Link) bool {
		x := [4]index.Node{a.Subject, a.Predicate, a.Object, a.Label}
		y := [4]index.Node{b.Subject, b.Predicate, b.Object, b.Label}
		return slices.Compare(x[:], y[:]) < 0
	}
	for i := 1; i < len(links); i++ {
		if !before(links[i-1], links[i]) {
			t.Fatalf("links out of order: %v, %v", links[i-1], links[i])
		}
	}
	if len(links) != want || degree != want {
		t.Errorf("%d links, degree %d, want %d", len(links), degree, want)
	}
}
