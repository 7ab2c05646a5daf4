package ingest

import (
	"context"
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"

	"mandate/data"
	"mandate/graph"
)

var newOnce = sync.OnceValues(func() (*Pipeline, error) { return New(Options{Data: data.FS}) })

func pipeline(t testing.TB) *Pipeline {
	t.Helper()
	p, err := newOnce()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

const plan = `A Plan for Open Harbours

1. Shared Charts

Harbour masters should publish their charts every month. They must not sell them. Norway and Chile will
print the charts, and Norway supports a common format.

Coastal states shall:
(a) mark every reef;
(b) report wrecks to the Maritime Organization.

New lights should be paid for first.
`

func texts(n int) []Source {
	sources := make([]Source, n)
	for i := range sources {
		sources[i] = FromText(fmt.Sprintf("plan-%02d.txt", i), "", []byte(strings.Repeat(plan, 1+i%3)))
	}
	return sources
}

func TestReadDoesNotDependOnTheNumberOfCores(t *testing.T) {
	p := pipeline(t)
	read := func(cores int) []graph.Reading {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
		var readings []graph.Reading
		for o := range p.ReadAll(t.Context(), texts(6)) {
			if o.Err != nil {
				t.Fatal(o.Err)
			}
			readings = append(readings, o.Reading)
		}
		return readings
	}
	one, many := read(1), read(4)
	if len(one) != 6 || len(one[0].Statements) < 6 {
		t.Fatalf("%d readings, the first with %d statements", len(one), len(one[0].Statements))
	}
	if !reflect.DeepEqual(one, many) {
		t.Error("the readings of one core and of four differ")
	}
}

// One text, whose paragraphs are so long that they are read in several parts.
func TestPartsOfATextDoNotDependOnTheNumberOfCores(t *testing.T) {
	p := pipeline(t)
	paragraph := strings.Repeat("The Reef Agency shall mark every reef. It may close the outer channel, and the pilots must keep off. ", 40)
	text := plan + "\n" + paragraph + "\n\n" + paragraph + "The Harbour Council shall:\n\n(a) light the piers;\n(b) count the boats.\n"
	read := func(cores int) graph.Reading {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
		r, err := p.Read(t.Context(), FromText("long.txt", "", []byte(text)))
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	one, two := read(1), read(2)
	if !reflect.DeepEqual(one, two) {
		t.Error("the readings of one core and of two differ")
	}
	if err := one.Validate(); err != nil {
		t.Error(err)
	}
	last := one.Statements[len(one.Statements)-1]
	if len(one.Statements) < 200 || last.Actor != "harbour-council" || last.Aim != "count" || len(last.Evidence.Context) == 0 {
		t.Errorf("%d statements, the last %+v; want the second item of the list, with its lead-in", len(one.Statements), last)
	}
	for _, s := range one.Statements {
		for _, span := range s.Evidence.Context {
			if got := span.In(one.Document.Text); s.Actor == "reef-agency" && got != "The Reef Agency" {
				t.Fatalf("the antecedent of %q stands at %q", s.Evidence.Quote, got)
			}
		}
	}
}

func TestReadingsHoldTogether(t *testing.T) {
	r, err := pipeline(t).Read(t.Context(), texts(1)[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Validate(); err != nil {
		t.Error(err)
	}
	if r.Document.Extractor == "" || r.Document.Model == "" || r.Document.SHA256 == "" {
		t.Errorf("versions missing: %q %q %q", r.Document.Extractor, r.Document.Model, r.Document.SHA256)
	}
	for _, s := range r.Statements {
		if s.Evidence.In(r.Document.Text) != s.Evidence.Quote {
			t.Errorf("evidence %v cuts %q, not %q", s.Evidence.Span, s.Evidence.In(r.Document.Text), s.Evidence.Quote)
		}
	}
}

func TestReadAllGoesOnAfterABadText(t *testing.T) {
	sources := texts(3)
	sources[1] = FromFile("no-such-file.txt")
	var failed []bool
	for o := range pipeline(t).ReadAll(t.Context(), sources) {
		failed = append(failed, o.Err != nil)
	}
	if want := []bool{false, true, false}; !reflect.DeepEqual(failed, want) {
		t.Errorf("failed %v, want %v", failed, want)
	}
}

func TestReadAllEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	outcomes := 0
	for o := range pipeline(t).ReadAll(ctx, texts(20)) {
		if outcomes++; outcomes == 2 {
			cancel()
		}
		if outcomes > 3 {
			t.Fatalf("outcome %d after the end: %v", outcomes, o.Err)
		}
	}
	if outcomes < 2 {
		t.Errorf("%d outcomes", outcomes)
	}
}

// A list so long that it is read in several parts, with a list inside it.
func TestItemsOfALongListHaveItsLeadIn(t *testing.T) {
	var text strings.Builder
	text.WriteString("The Harbour Council shall:\n\n")
	const items = 200
	for i := range items {
		fmt.Fprintf(&text, "%d. approve the yearly budget of pier %d and publish it before the first boats of the spring arrive;\n", i+1, i)
	}
	fmt.Fprintf(&text, "%d. ask the pilots to:\n(a) watch the reef;\n(b) count the boats.\n", items+1)
	r, err := pipeline(t).Read(t.Context(), FromText("long-list.txt", "", []byte(text.String())))
	if err != nil {
		t.Fatal(err)
	}
	approves := 0
	for _, s := range r.Statements {
		if s.Aim != "approve" {
			continue
		}
		if approves++; s.Actor != "harbour-council" || s.Force != graph.Obligation {
			t.Errorf("%s of %s: %q", s.Force, s.Actor, s.Evidence.Quote)
		}
	}
	if approves != items {
		t.Errorf("%d of %d items approve", approves, items)
	}
	if err := r.Validate(); err != nil {
		t.Error(err)
	}
}
