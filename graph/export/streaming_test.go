package export_test

import (
	"encoding/json"
	"runtime"
	"slices"
	"strings"
	"testing"

	"mandate/graph"
	"mandate/graph/export"
	"mandate/graph/graphtest"
	"mandate/graph/index"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/jsonld"
	"github.com/piprate/json-gold/ld"
)

// gauge throws away what is written and looks now and then how much is in use.
type gauge struct {
	bytes, looked int
	most          uint64
}

func (g *gauge) Write(p []byte) (int, error) {
	if g.bytes += len(p); g.bytes >= g.looked {
		g.looked = g.bytes + 1<<20
		g.most = max(g.most, inUse())
	}
	return len(p), nil
}

func inUse() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// What is written whole is not held whole: four times the documents take next
// to no more memory to write, beside the index itself.
func TestExportsStream(t *testing.T) {
	for _, f := range []export.Format{export.NQuads, export.JSONLD, export.CSV} {
		extra := map[int]int{}
		var written gauge
		for _, documents := range []int{10, 40} {
			x := index.Build(slices.Collect(graph.QuadsOf(graphtest.Many(documents))))
			before := inUse()
			written = gauge{}
			if err := export.Write(&written, f, x, graph.Namer{}); err != nil {
				t.Fatal(err)
			}
			extra[documents] = int(written.most) - int(before)
			runtime.KeepAlive(x)
		}
		grown := extra[40] - extra[10]
		if written.bytes < 1<<20 || grown > written.bytes/5 {
			t.Errorf("%s of %d bytes: 40 documents take %d bytes more than 10 to write", f, written.bytes, grown)
		}
	}
}

// A graph too large to be turned into JSON-LD in one go comes back whole all the
// same, and as one graph.
func TestLargeGraphComesBackFromJSONLD(t *testing.T) {
	x := index.Build(graph.Quads(graphtest.Paper("long", 900)))
	if x.Size() < 10_000 {
		t.Fatalf("only %d quads", x.Size())
	}
	text := write(t, export.JSONLD, x, graph.Namer{})
	got := short(t, jsonld.NewReader(strings.NewReader(text)), graph.Namer{})
	want := slices.SortedFunc(x.Quads(), graph.CompareQuads)
	if !slices.Equal(got, want) {
		t.Errorf("%d quads came back of %d", len(got), len(want))
	}
	var document any
	if err := json.Unmarshal([]byte(text), &document); err != nil {
		t.Fatal(err)
	}
	flat, err := ld.NewJsonLdProcessor().Flatten(document, nil, ld.NewJsonLdOptions(""))
	if err != nil {
		t.Fatal(err)
	}
	graphs := 0
	for _, node := range flat.([]any) {
		if _, named := node.(map[string]any)["@graph"]; named {
			graphs++
		}
	}
	if graphs != 1 {
		t.Errorf("%d named graphs, want 1", graphs)
	}
}

// One document by itself is what its quads say, in every form.
func TestOf(t *testing.T) {
	x := sample()
	if _, ok := export.Of(x, "atlantis"); ok {
		t.Error("a document that is not there")
	}
	one, ok := export.Of(x, "lantern-charter")
	if !ok || !slices.Equal(one.DocumentQuads("lantern-charter"), x.DocumentQuads("lantern-charter")) {
		t.Fatal("not the quads of the document")
	}
	for q := range one.Quads() {
		if q.Label != quad.IRI("doc:lantern-charter") {
			t.Errorf("%v is of another document", q)
		}
	}
	alone := index.Build(graph.Quads(graphtest.Lantern()))
	for _, f := range export.Formats() {
		if write(t, f, one, graph.Namer{}) != write(t, f, alone, graph.Namer{}) {
			t.Errorf("%s differs from that of the document alone", f)
		}
	}
}
