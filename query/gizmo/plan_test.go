package gizmo

import (
	"encoding/json"
	"errors"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/quad"
)

func isPlain(t *testing.T, text string) bool {
	t.Helper()
	tree, err := parse(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	_, plain := planOf(tree)
	return plain
}

func TestPlainScriptsAreKnown(t *testing.T) {
	for _, text := range PlainScripts() {
		if !isPlain(t, text) {
			t.Errorf("not plain: %s", text)
		}
	}
	for _, text := range OtherScripts() {
		if isPlain(t, text) {
			t.Errorf("plain: %s", text)
		}
	}
}

// What does more than build paths is left to JavaScript, and so is all that it
// would refuse.
func TestScriptsThatAreNotPlain(t *testing.T) {
	for _, text := range []string{
		`1`, `g.V()`, `g.V().fly().all()`, `g.V().all(1)`, `g.V().getLimit("5")`, `g.V().count(); 1`, `g.V().count(); g.V().all()`,
		`var g = 1; g.V().all()`, `iri = 1; g.V(iri("a")).all()`, `const a = g.V(); a = g.M(); a.all()`, `let a = g.V(); var a = g.V(); a.all()`,
		`missing.all()`, `function f() { return f() } f().all()`, `function f(a) { return a.f(a) } f(g.V()).all()`, `function f(a) { g.emit(a); return a } f(g.V()).all()`,
		`function f(a, ...b) { return a } f(g.V()).all()`, `function f(a = g.V()) { return a } f().all()`, `function f(a) { return a } f().all()`,
		`async function f() { return g.V() } f().all()`, `function* f() { return g.V() } f().all()`,
		`g.V().tag(1).all()`, `g.V().tag().all()`, `g.V().back("a", "b").all()`, `g.V().limit("1").all()`, `g.V().limit(1.5).all()`,
		`g.V({}).all()`, `g.V([1]).all()`, `g.V(null).all()`, `g.V("a" + "b").all()`, "g.V(`a`).all()", `g.V(g.V()).all()`, `g["V"]().all()`, `g.V(...["a"]).all()`,
		`g.V().has().all()`, `g.V().has(g.M().out("<a>"), "b").all()`, `g.V().has("<a>", lt(1), "b").all()`, `g.V().save().all()`, `g.V().save("<a>", 1).all()`,
		`g.V().save(g.M(), "t").all()`, `g.V().out(lt(1)).all()`, `g.V().out([g.M(), "<a>"]).all()`, `g.V().out("<a>", null).all()`,
		`g.V().filter().all()`, `g.V().filter("a").all()`, `g.V().filter(regex("(")).all()`, `g.V().filter(regex("<a>")).all()`, `g.V().filter(lt()).all()`,
		`g.V().and().all()`, `g.V().and("a").all()`, `g.V().unique(1).all()`, `g.V(-0).all()`, `g.V(+1).all()`, `g.V(iri(1)).all()`, `g.V(lang("a")).all()`,
		`g.V().Order().all()`, `g.V().All`, `new g.V().all()`, `g.V().all(), g.V().all()`, `{ g.V().all() }`, `if (1) g.V().all()`, `for (;;) g.V().all()`,
		`g.V().tag("a").labels().back("a").all()`, `g.V().followR(g.M().labels()).all()`, `g.V().labelContext(g.V("<a>")).out().all()`,
		`var a = g.V(), b; a.all()`, `var {a} = g.V(); a.all()`, `a += g.V(); a.all()`, `g.V("a").all(); b = g.V()`, `var x = function y() { return g.V() }; x().all()`,
		`undefined.all()`, `g.V(undefined).all()`, `iri("a").all()`, `f = function() { return g.V() }; f.all()`, `g.V().in(g.V().out).all()`, `g.M(1).all()`, `g.x().all()`,
	} {
		if isPlain(t, text) {
			t.Errorf("plain: %s", text)
		}
	}
}

// Paths that double at each step, directly or in each other, stay out of the
// process of the server.
func TestLongPathsAreNotPlain(t *testing.T) {
	doubling := `var a0 = g.M().out();`
	for i := range 40 {
		n := string(rune('A'+i%26)) + strings.Repeat("x", i/26)
		doubling += `var ` + n + ` = g.M().follow(` + map[bool]string{true: "a0", false: previous(i)}[i == 0] + `).follow(` + map[bool]string{true: "a0", false: previous(i)}[i == 0] + `);`
	}
	for _, text := range []string{
		`g.V()` + strings.Repeat(".out()", maxCost+1) + `.all()`,
		`g.V()` + strings.Repeat(".both()", 10) + `.all()`,
		`g.V()` + strings.Repeat(".labels()", 10) + `.all()`,
		`var a = g.V();` + strings.Repeat("a = a.and(a);", 10) + `a.all()`,
		`var a = g.V().tag("t");` + strings.Repeat(`a = a.out().back("t").tag("t");`, 20) + `a.all()`,
		doubling + `g.V().follow(` + previous(40) + `).all()`,
	} {
		if isPlain(t, text) {
			t.Errorf("plain: %.100s", text)
		}
	}
	if text := `g.V()` + strings.Repeat(".out()", 50) + `.all()`; !isPlain(t, text) {
		t.Errorf("not plain: %s", text)
	}
}

// previous is the name of the variable before the i-th.
func previous(i int) string {
	i--
	return string(rune('A'+i%26)) + strings.Repeat("x", max(i, 0)/26)
}

// Each step that remembers nodes may remember all of them.
func TestPlansAreBounded(t *testing.T) {
	tree, err := parse(`g.V().out().unique().out().unique().all()`)
	if err != nil {
		t.Fatal(err)
	}
	p, plain := planOf(tree)
	if !plain || !p.bounded(100_000) || p.bounded(1_000_000) {
		t.Errorf("plain %v, bounded on 100,000 nodes %v and on 1,000,000 %v", plain, p.bounded(100_000), p.bounded(1_000_000))
	}
}

// A plain script gives the rows, in the order, that JavaScript gives.
func FuzzPlan(f *testing.F) {
	for _, text := range PlainScripts() {
		f.Add(text)
	}
	qs := memstore.New(
		quad.Make(quad.IRI("actor:fishers"), quad.IRI("commitsTo"), quad.IRI("goal:clean-water"), quad.IRI("doc:lake")),
		quad.Make(quad.IRI("actor:villages"), quad.IRI("commitsTo"), quad.IRI("goal:clean-water"), quad.IRI("doc:lake")),
		quad.Make(quad.IRI("goal:clean-water"), quad.IRI("rank"), quad.Int(3), nil),
		quad.Make(quad.IRI("goal:clean-water"), quad.IRI("rdfs:label"), quad.String("Clean <Water>"), quad.IRI("doc:lake")),
	)
	f.Fuzz(func(t *testing.T, text string) {
		tree, err := parse(text)
		if err != nil || check(Gizmo, text) != nil {
			return
		}
		p, plain := planOf(tree)
		if !plain {
			return
		}
		limits := Limits{Time: 10 * time.Second, Rows: 1000, Bytes: 1 << 20}
		got, gotErr := rowsOf(Capped(walk(t.Context(), qs, p, limits.Time), limits))
		want, wantErr := rowsOf(Capped(encoded(script(t.Context(), qs, tree, limits.Time)), limits))
		if !slices.Equal(got, want) || kindOf(gotErr) != kindOf(wantErr) {
			t.Errorf("%s\n got %q, %v\nwant %q, %v", text, got, gotErr, want, wantErr)
		}
	})
}

func rowsOf(all iter.Seq2[json.RawMessage, error]) (rows []string, last error) {
	for row, err := range all {
		if err != nil {
			return rows, err
		}
		rows = append(rows, string(row))
	}
	return rows, nil
}

// kindOf tells errors apart as far as a place in the script does not matter.
func kindOf(err error) string {
	limit, ok := errors.AsType[*LimitError](err)
	switch {
	case err == nil:
		return ""
	case ok:
		return string(limit.Of)
	}
	return "query"
}

func BenchmarkOneNode(b *testing.B) {
	qs := memstore.New(quad.Make(quad.IRI("a"), quad.IRI("name"), quad.String("Humphrey Bogart"), nil))
	tree, err := parse(`g.V("Humphrey Bogart").in("<name>").all()`)
	if err != nil {
		b.Fatal(err)
	}
	for name, run := range map[string]func() iter.Seq2[json.RawMessage, error]{
		"plan": func() iter.Seq2[json.RawMessage, error] {
			p, _ := planOf(tree)
			return walk(b.Context(), qs, p, time.Second)
		},
		"JavaScript": func() iter.Seq2[json.RawMessage, error] { return encoded(script(b.Context(), qs, tree, time.Second)) },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if rows, err := rowsOf(run()); len(rows) != 1 || err != nil {
					b.Fatal(rows, err)
				}
			}
		})
	}
}
