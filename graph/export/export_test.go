package export_test

import (
	"encoding/csv"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"

	"mandate/graph"
	"mandate/graph/export"
	"mandate/graph/graphtest"
	"mandate/graph/index"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/jsonld"
	"github.com/cayleygraph/quad/nquads"
)

func sample() *index.Index {
	return index.Build(slices.Collect(graph.QuadsOf(graphtest.Sample())))
}

func write(t testing.TB, f export.Format, x *index.Index, n graph.Namer) string {
	t.Helper()
	var out strings.Builder
	if err := export.Write(&out, f, x, n); err != nil {
		t.Fatalf("%s: %v", f, err)
	}
	return out.String()
}

// short reads quads and turns their IRIs into the store's own, sorted.
func short(t *testing.T, r quad.Reader, n graph.Namer) []quad.Quad {
	t.Helper()
	quads, err := quad.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	for i := range quads {
		for _, d := range quad.Directions {
			if iri, ok := quads[i].Get(d).(quad.IRI); ok {
				quads[i].Set(d, quad.IRI(n.Short(string(iri))))
			}
		}
	}
	slices.SortFunc(quads, graph.CompareQuads)
	return quads
}

func TestWholeGraphComesBack(t *testing.T) {
	x := sample()
	want := slices.SortedFunc(x.Quads(), graph.CompareQuads)
	for _, base := range []string{"", "https://example.org/m/"} {
		n := graph.Namer{Base: base}
		for format, reader := range map[export.Format]func(io.Reader) quad.Reader{
			export.NQuads: func(r io.Reader) quad.Reader { return nquads.NewReader(r, false) },
			export.JSONLD: func(r io.Reader) quad.Reader { return jsonld.NewReader(r) },
		} {
			got := short(t, reader(strings.NewReader(write(t, format, x, n))), n)
			if !slices.Equal(got, want) {
				t.Errorf("%s, base %q: %d quads came back of %d", format, base, len(got), len(want))
				for _, q := range want {
					if !slices.Contains(got, q) {
						t.Fatalf("lost: %v", q)
					}
				}
			}
		}
	}
}

// The same documents give the same bytes, whatever order they came in.
func TestSameBytes(t *testing.T) {
	readings := graphtest.Sample()
	one := index.Build(slices.Collect(graph.QuadsOf(readings)))
	slices.Reverse(readings)
	other := index.Build(nil)
	for _, r := range append(graphtest.Many(1), readings...) {
		other = other.Apply(other.Replacing(r.Document.ID, graph.Quads(r)))
	}
	other = other.Apply(other.Replacing(graphtest.Many(1)[0].Document.ID, nil))
	for _, f := range export.Formats() {
		if write(t, f, one, graph.Namer{}) != write(t, f, other, graph.Namer{}) {
			t.Errorf("%s differs", f)
		}
	}
}

func TestJSONLDIsShort(t *testing.T) {
	text := write(t, export.JSONLD, sample(), graph.Namer{})
	for _, want := range []string{`"id":"doc:lantern-charter"`, `"commitsTo":"goal:guarding-sovereignty-at-sea"`, `"type":["Recommendation","Statement"]`} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in it", want)
		}
	}
}

// drawn is what GraphML and GEXF have in common when they are read.
type drawn struct {
	Nodes []struct {
		ID string `xml:"id,attr"`
	} `xml:"node"`
	Edges []struct {
		Source string `xml:"source,attr"`
		Target string `xml:"target,attr"`
		Weight string `xml:"weight,attr"`
		Data   []struct {
			Key   string `xml:"key,attr"`
			Value string `xml:",chardata"`
		} `xml:"data"`
	} `xml:"edge"`
}

func TestDrawings(t *testing.T) {
	var graphml struct {
		Graph drawn `xml:"graph"`
	}
	if err := xml.Unmarshal([]byte(write(t, export.GraphML, sample(), graph.Namer{})), &graphml); err != nil {
		t.Fatal(err)
	}
	var gexf struct {
		Nodes drawn `xml:"graph>nodes"`
		Edges drawn `xml:"graph>edges"`
	}
	if err := xml.Unmarshal([]byte(write(t, export.GEXF, sample(), graph.Namer{})), &gexf); err != nil {
		t.Fatal(err)
	}
	for name, d := range map[string]drawn{"graphml": graphml.Graph, "gexf": {Nodes: gexf.Nodes.Nodes, Edges: gexf.Edges.Edges}} {
		nodes := map[string]bool{}
		for _, n := range d.Nodes {
			nodes[n.ID] = true
		}
		weight, china := 0, false
		for _, e := range d.Edges {
			if !nodes[e.Source] || !nodes[e.Target] {
				t.Errorf("%s: edge from %s to %s, of which one is no node", name, e.Source, e.Target)
			}
			for _, data := range e.Data {
				if data.Key == "weight" {
					e.Weight = data.Value
				}
			}
			w, err := strconv.Atoi(e.Weight)
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			weight += w
			china = china || e.Source == "urn:mandate:actor:china" && e.Target == "urn:mandate:goal:guarding-sovereignty-at-sea" && w == 2
		}
		if want := directEdges(); weight != want || !china || len(nodes) < 10 {
			t.Errorf("%s: %d nodes, edges of weight %d, want %d; China's commitments %v", name, len(nodes), weight, want, china)
		}
	}
}

func directEdges() (n int) {
	for _, r := range graphtest.Sample() {
		n += len(graph.DirectEdges(r))
	}
	return n
}

func TestCSV(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(write(t, export.CSV, sample(), graph.Namer{}))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, name := range rows[0] {
		at[name] = i
	}
	statements := 0
	for _, r := range graphtest.Sample() {
		for _, s := range r.Statements {
			statements++
			row := rows[statements]
			for name, want := range map[string]string{
				"doc": r.Document.ID, "id": s.ID, "actor": r.Actor(s.Actor).Label, "aim": s.Aim, "sentence": s.Evidence.Quote,
				"force": string(s.Force), "start": strconv.Itoa(s.Evidence.Start), "section": r.Document.SectionTitle(s.Section),
			} {
				if row[at[name]] != want {
					t.Errorf("row %d: %s is %q, want %q", statements, name, row[at[name]], want)
				}
			}
		}
	}
	if len(rows) != statements+1 {
		t.Errorf("%d rows, want %d and a head", len(rows), statements)
	}
}

func TestEmptyGraph(t *testing.T) {
	for _, f := range export.Formats() {
		text := write(t, f, index.Build(nil), graph.Namer{})
		lines := f == export.NQuads || f == export.Gold || f == export.Sent
		if lines != (text == "") {
			t.Errorf("%s of nothing: %q", f, text)
		}
	}
}

type fullDisk struct{}

var errFull = errors.New("disk full")

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestErrors(t *testing.T) {
	for _, f := range export.Formats() {
		if err := export.Write(fullDisk{}, f, sample(), graph.Namer{}); !errors.Is(err, errFull) {
			t.Errorf("%s to a full disk: %v", f, err)
		}
	}
	if err := export.Write(io.Discard, "docx", sample(), graph.Namer{}); !errors.Is(err, export.ErrFormat) {
		t.Errorf("unknown format: %v", err)
	}
}

// BenchmarkWrite writes 20 documents of 100 statements.
func BenchmarkWrite(b *testing.B) {
	x := index.Build(slices.Collect(graph.QuadsOf(graphtest.Many(20))))
	for _, f := range export.Formats() {
		b.Run(string(f), func(b *testing.B) {
			for b.Loop() {
				if err := export.Write(io.Discard, f, x, graph.Namer{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(x.Size())*float64(b.N)/b.Elapsed().Seconds(), "quads/s")
		})
	}
}
