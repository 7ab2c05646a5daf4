package graph_test

import (
	"errors"
	"io"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"

	"mandate/graph"
	"mandate/graph/graphtest"

	"github.com/cayleygraph/quad"
)

// read gathers what is read from N-Quads, and the error that ended it.
func read(r io.Reader, n graph.Namer) (quads []quad.Quad, err error) {
	next, stop := iter.Pull2(graph.ReadNQuads(r, n))
	defer stop()
	for {
		q, e, ok := next()
		if !ok || e != nil {
			return quads, e
		}
		quads = append(quads, q)
	}
}

// What is written comes back: values of every kind, and whole documents.
func TestNQuadsComeBack(t *testing.T) {
	awkward := []quad.Value{
		quad.IRI("http://other.example/a b<c>\\u0041"), quad.IRI("/plain"), quad.BNode("b1"),
		quad.String("tab\tnew\nline \"quoted\" back\\slash \\u0041 \u2028 é 漢 \x00\x01"), quad.String(""),
		quad.LangString{Value: "ankur", Lang: "hi-Latn"},
		quad.Int(-7), quad.Float(1.5), quad.Bool(true), quad.Time(time.Unix(1, 0).UTC()),
		quad.TypedString{Value: "2020", Type: "http://www.w3.org/2001/XMLSchema#gYear"},
	}
	quads := slices.Collect(graph.QuadsOf(graphtest.Sample()))
	for _, v := range awkward {
		quads = append(quads, quad.Quad{Subject: quad.IRI("stmt:1"), Predicate: quad.IRI("aim"), Object: v})
	}
	for _, base := range []string{"", "https://example.org/m/"} {
		n := graph.Namer{Base: base}
		var text, again strings.Builder
		if err := graph.WriteNQuads(&text, n, slices.Values(quads)); err != nil {
			t.Fatal(err)
		}
		got, err := read(strings.NewReader(text.String()), n)
		if err != nil || len(got) != len(quads) {
			t.Fatalf("base %q: %d quads of %d came back, %v", base, len(got), len(quads), err)
		}
		for _, q := range quads {
			if !slices.ContainsFunc(got, func(g quad.Quad) bool { return g.NQuad() == q.NQuad() }) {
				t.Errorf("base %q: lost %v", base, q)
			}
		}
		if err := graph.WriteNQuads(&again, n, slices.Values(got)); err != nil || again.String() != text.String() {
			t.Errorf("base %q: written again it differs, %v", base, err)
		}
	}
}

func TestReadNQuadsForms(t *testing.T) {
	text := "# a comment\n\n  <urn:mandate:actor:x>\t<p> \"1\" .  \r\n<a> <b> _:c <urn:mandate:doc:d> . # why"
	got, err := read(strings.NewReader(text), graph.Namer{})
	want := []quad.Quad{
		{Subject: quad.IRI("actor:x"), Predicate: quad.IRI("p"), Object: quad.String("1")},
		{Subject: quad.IRI("a"), Predicate: quad.IRI("b"), Object: quad.BNode("c"), Label: quad.IRI("doc:d")},
	}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestReadNQuadsTellsTheLine(t *testing.T) {
	for _, line := range []string{
		"rubbish", "<a> b <c> .", "<a> <b> .", "<a> <b> <c>", "<a> <b> \"open .", "\"a\" \xff <c> .", "<a> <b> <c> <d> <e> .", "<a> <b> <c> . <d>", "<a> <b> \"x\"@ .", "<> <b> <c> .",
		"<a> <b> _: .", "<a> <b> \"\\q\" .", "<a> <b> \"\\U00110000\" .", "<a <b> <c> .", "<a> <b> \"\\ud\" .", ".", "\x00",
	} {
		got, err := read(strings.NewReader("<a> <b> <c> .\n\n"+line+"\n<d> <e> <f> .\n"), graph.Namer{})
		var at *graph.LineError
		if !errors.As(err, &at) || at.Line != 3 || len(got) != 1 {
			t.Errorf("%q: %d quads, %v", line, len(got), err)
		}
	}
	broken := io.MultiReader(strings.NewReader("<a> <b> <c> .\n"), brokenPipe{})
	if got, err := read(broken, graph.Namer{}); !errors.Is(err, io.ErrClosedPipe) || len(got) != 1 {
		t.Errorf("a reader that fails: %d quads, %v", len(got), err)
	}
}

type brokenPipe struct{}

func (brokenPipe) Read([]byte) (int, error) { return 0, io.ErrClosedPipe }

// Whatever the text, reading ends without a panic, and what it took for quads
// is written and read again as the same.
func FuzzReadNQuads(f *testing.F) {
	f.Add("<a> <b> \"c\\n\\u00e9\"@en <d> .\n")
	f.Add("_:a <b> \"7\"^^<http://www.w3.org/2001/XMLSchema#integer> .")
	f.Fuzz(func(t *testing.T, text string) {
		quads, _ := read(strings.NewReader(text), graph.Namer{})
		var once, twice strings.Builder
		if err := graph.WriteNQuads(&once, graph.Namer{}, slices.Values(quads)); err != nil {
			t.Fatal(err)
		}
		again, err := read(strings.NewReader(once.String()), graph.Namer{})
		if err != nil {
			t.Fatalf("%q\nwas read, but not its writing\n%q: %v", text, once.String(), err)
		}
		if err := graph.WriteNQuads(&twice, graph.Namer{}, slices.Values(again)); err != nil || once.String() != twice.String() {
			t.Errorf("%q\nis written\n%q\nand then\n%q", text, once.String(), twice.String())
		}
	})
}
