package gizmo_test

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/memstore"
	cquery "github.com/cayleygraph/cayley/query"
	cgizmo "github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"

	"mandate/query/gizmo"
)

// lake is a little graph of who protects what.
func lake() cgraph.QuadStore {
	iri := func(s string) quad.Value { return quad.IRI(s) }
	return memstore.New(
		quad.Quad{Subject: iri("actor:fishers"), Predicate: iri("commitsTo"), Object: iri("goal:clean-water"), Label: iri("doc:lake")},
		quad.Quad{Subject: iri("actor:fishers"), Predicate: iri("commitsTo"), Object: iri("goal:fair-catch"), Label: iri("doc:lake")},
		quad.Quad{Subject: iri("actor:villages"), Predicate: iri("commitsTo"), Object: iri("goal:clean-water"), Label: iri("doc:lake")},
		quad.Quad{Subject: iri("goal:clean-water"), Predicate: iri("rdfs:label"), Object: quad.String("Clean <Water>"), Label: iri("doc:lake")},
		quad.Quad{Subject: iri("goal:clean-water"), Predicate: iri("rank"), Object: quad.Int(3), Label: iri("doc:lake")},
	)
}

func collect(t *testing.T, ctx context.Context, lang gizmo.Language, text string, limits gizmo.Limits) (rows []string, last error) {
	t.Helper()
	for row, err := range gizmo.Run(ctx, lake(), lang, text, limits) {
		if err != nil {
			last = err
			continue
		}
		rows = append(rows, string(row))
	}
	slices.Sort(rows)
	return rows, last
}

func TestRun(t *testing.T) {
	for _, c := range []struct {
		name string
		lang gizmo.Language
		text string
		want []string
	}{
		{"links", gizmo.Gizmo, `g.V("<actor:fishers>").out("<commitsTo>").all()`, []string{`{"id":"<goal:clean-water>"}`, `{"id":"<goal:fair-catch>"}`}},
		{"tags", gizmo.Gizmo, `g.V("<goal:clean-water>").tag("g").out("<rdfs:label>").all()`, []string{`{"g":"<goal:clean-water>","id":"Clean <Water>"}`}},
		{"emit", gizmo.Gizmo, `g.emit({n: 1}); g.emit("two")`, []string{`"two"`, `{"n":1}`}},
		{"number", gizmo.Gizmo, `g.V("<goal:clean-water>").out("<rank>").all()`, []string{`{"id":3}`}},
		{"last value", gizmo.Gizmo, `g.V("<goal:clean-water>").in("<commitsTo>").count()`, []string{`2`}},
		{"last value after rows is left", gizmo.Gizmo, `g.emit(1); 5`, []string{`1`}},
		{"nothing", gizmo.Gizmo, `g.V("<nobody>").out().all()`, nil},
		{"callback", gizmo.Gizmo, `g.V("<actor:villages>").out("<commitsTo>").forEach(function(d){ g.emit(d.id) })`, []string{`"<goal:clean-water>"`}},
		{"graphql", gizmo.GraphQL, `{ nodes(id: <actor:villages>) { id, <commitsTo> { id } } }`, []string{`{"nodes":{"<commitsTo>":{"id":"goal:clean-water"},"id":"actor:villages"}}`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := collect(t, t.Context(), c.lang, c.text, gizmo.Limits{})
			if err != nil || !slices.Equal(got, c.want) {
				t.Errorf("got %v, %v; want %v", got, err, c.want)
			}
		})
	}
}

func TestErrorsNameTheirPlace(t *testing.T) {
	for _, c := range []struct {
		name         string
		lang         gizmo.Language
		text         string
		line, column int
		message      string
	}{
		{"syntax", gizmo.Gizmo, "g.V()\n  .out((", 2, 9, "Unexpected"},
		{"early error", gizmo.Gizmo, "let a = 1;\nlet a = 2;", 2, 5, "already been declared"},
		{"no such method", gizmo.Gizmo, "var a = 1;\ng.V().fly()", 2, 10, "fly"},
		{"thrown", gizmo.Gizmo, "\n\nthrow new Error('mine')", 3, 7, "mine"},
		{"thrown without a text", gizmo.Gizmo, "throw {toString: null, valueOf: null}", 0, 0, "primitive"},
		{"thrown with a text that throws", gizmo.Gizmo, "throw {toString() { throw 1 }}", 0, 0, "1"},
		{"a last value that throws", gizmo.Gizmo, "({get a() { throw 'mine' }})", 0, 0, "mine"},
		{"a last value that holds itself", gizmo.Gizmo, "var a = {}; a.a = [a]; a", 0, 0, "holds itself"},
		{"Cayley's own complaint", gizmo.Gizmo, "g.V().has()", 1, 10, "arguments count"},
		{"a path not run", gizmo.Gizmo, "g.V()", 0, 0, ".all()"},
		{"a function for a result", gizmo.Gizmo, "g.emit(function(){})", 0, 0, "neither text"},
		{"a panic inside Cayley", gizmo.Gizmo, "iri(1)", 0, 0, "expected string"},
		{"another", gizmo.Gizmo, "g.V().out(function(){})", 0, 0, "unsupported type"},
		{"endless recursion", gizmo.Gizmo, "function f(){ f() } f()", 0, 0, "too deeply"},
		{"endless recursion through Go", gizmo.Gizmo, "function f(){ [1].forEach(f) } f()", 0, 0, "too deeply"},
		{"a value that holds itself", gizmo.Gizmo, "var a = {}; a.a = [a];\ng.emit(a)", 2, 7, "holds itself"},
		{"a node that holds itself", gizmo.Gizmo, "var a = []; a.push(a);\ng.V(a)", 2, 4, "holds itself"},
		{"a value that branches into itself", gizmo.Gizmo, "var a = {}; for (var i = 0; i < 20; i++) a[i] = a;\ng.emit(a)", 2, 7, "holds itself"},
		{"a value that doubles at each level", gizmo.Gizmo, "var a = {}; for (var i = 0; i < 60; i++) a = {l: a, r: a};\ng.emit(a)", 2, 7, "too large"},
		{"graphql syntax", gizmo.GraphQL, "{\n nodes(id: ) }", 2, 12, "Unexpected"},
		{"graphql that writes", gizmo.GraphQL, "\nmutation { a }", 2, 1, "unsupported operation"},
		{"two graphql queries", gizmo.GraphQL, "{ a }\n{ b }", 2, 1, "unsupported query"},
		{"graphql fragment", gizmo.GraphQL, "{ a {\n ...F } }", 2, 2, "selection type"},
		{"graphql directive", gizmo.GraphQL, "{ a\n @skip(if: true) }", 2, 2, "unknown directive"},
		{"graphql variable", gizmo.GraphQL, "{ a(b: $c) }", 1, 8, "unsupported value"},
		{"graphql object", gizmo.GraphQL, "{ a(b: {c: 1}) }", 1, 8, "unsupported value"},
		{"graphql limit", gizmo.GraphQL, "{ a(first: \"x\") { id } }", 1, 12, "unexpected value"},
		{"graphql star beside others", gizmo.GraphQL, "{ a { id\n* } }", 2, 1, "expand all"},
		{"graphql empty", gizmo.GraphQL, "", 0, 0, "empty"},
		{"empty", gizmo.Gizmo, " \n", 0, 0, "empty"},
		{"broken UTF-8", gizmo.Gizmo, "g.V(\"\xc1\").all()", 0, 0, "UTF-8"},
		{"too long", gizmo.Gizmo, strings.Repeat(" ", gizmo.MaxQuery) + "1", 0, 0, "longer"},
		{"deep brackets", gizmo.Gizmo, strings.Repeat("(", gizmo.MaxQuery), 1, gizmo.MaxQuery + 1, "Unexpected end"},
		{"deep lists", gizmo.Gizmo, strings.Repeat("[", gizmo.MaxQuery), 1, gizmo.MaxQuery + 1, "Unexpected end"},
		{"deep blocks", gizmo.Gizmo, strings.Repeat("{", gizmo.MaxQuery), 1, gizmo.MaxQuery + 1, "Unexpected end"},
		{"deep functions", gizmo.Gizmo, strings.Repeat("()=>", gizmo.MaxQuery/4), 1, gizmo.MaxQuery + 1, "Unexpected end"},
		{"deep graphql", gizmo.GraphQL, strings.Repeat("{a", gizmo.MaxQuery/2), 1, gizmo.MaxQuery + 1, "Expected Name, found EOF"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows, err := collect(t, t.Context(), c.lang, c.text, gizmo.Limits{})
			var e *gizmo.Error
			if !errors.As(err, &e) {
				t.Fatalf("got rows %v and error %v, want a *gizmo.Error", rows, err)
			}
			if e.Line != c.line || e.Column != c.column || !strings.Contains(e.Message, c.message) {
				t.Errorf("got %d:%d %q, want %d:%d with %q", e.Line, e.Column, e.Message, c.line, c.column, c.message)
			}
		})
	}
}

func TestLimits(t *testing.T) {
	for _, c := range []struct {
		name   string
		text   string
		limits gizmo.Limits
		of     gizmo.Limit
		rows   int
	}{
		{"endless loop", `while(true){}`, gizmo.Limits{Time: 50 * time.Millisecond}, gizmo.TimeLimit, 0},
		{"endless loop that catches", `while(true){ try { while(true){} } catch(e) {} }`, gizmo.Limits{Time: 50 * time.Millisecond}, gizmo.TimeLimit, 0},
		{"rows", `for(;;){ g.emit(1) }`, gizmo.Limits{Rows: 7}, gizmo.RowLimit, 7},
		{"rows where the script lifts its own limit", `g.V().getLimit(-1)`, gizmo.Limits{Rows: 3}, gizmo.RowLimit, 3},
		{"bytes", `for(;;){ g.emit("0123456789") }`, gizmo.Limits{Bytes: 40}, gizmo.ByteLimit, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows, err := collect(t, t.Context(), gizmo.Gizmo, c.text, c.limits)
			var e *gizmo.LimitError
			if !errors.As(err, &e) || e.Of != c.of {
				t.Fatalf("got %v, want a limit of %s", err, c.of)
			}
			if len(rows) != c.rows {
				t.Errorf("got %d rows before it, want %d", len(rows), c.rows)
			}
		})
	}
}

func TestCallerGivesUp(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := collect(t, ctx, gizmo.Gizmo, `while(true){}`, gizmo.Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
	for range gizmo.Run(t.Context(), lake(), gizmo.Gizmo, `for(;;){ g.emit(1) }`, gizmo.Limits{}) {
		break // the script must end with its consumer: the race detector and goroutine leaks would tell
	}
}

func TestUnknownLanguage(t *testing.T) {
	if _, err := collect(t, t.Context(), "sparql", "ASK {}", gizmo.Limits{}); !errors.Is(err, gizmo.ErrLanguage) {
		t.Errorf("got %v, want ErrLanguage", err)
	}
}

// The session is driven past Cayley's Execute, and plain scripts past JavaScript,
// so what they answer is held against what Execute answers.
func TestSameRowsAsCayley(t *testing.T) {
	for _, text := range append(gizmo.PlainScripts(), gizmo.OtherScripts()...) {
		t.Run(text, func(t *testing.T) {
			got, err := collect(t, t.Context(), gizmo.Gizmo, text, gizmo.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if want := throughCayley(t, text); !slices.Equal(got, want) {
				t.Errorf("got %v, Cayley gives %v", got, want)
			}
		})
	}
}

func throughCayley(t *testing.T, text string) (rows []string) {
	t.Helper()
	it, err := cgizmo.NewSession(lake()).Execute(t.Context(), text, cquery.Options{Collation: cquery.JSON, Limit: -1})
	if err != nil {
		t.Fatal(err)
	}
	defer it.Close()
	for it.Next(t.Context()) {
		if it.Result() == nil {
			continue // the value of the last expression
		}
		row, err := json.Marshal(it.Result())
		if err != nil {
			t.Fatal(err)
		}
		row = []byte(strings.NewReplacer(`\u003c`, `<`, `\u003e`, `>`).Replace(string(row)))
		rows = append(rows, string(row))
	}
	if it.Err() != nil {
		t.Fatal(it.Err())
	}
	slices.Sort(rows)
	return rows
}

func FuzzRun(f *testing.F) {
	for _, seed := range []string{`g.V().all()`, `g.emit(1)`, `iri(1)`, `{ nodes { id } }`, `while(true){}`, "//# sourceMappingURL=x.map\ng.V(", `throw null`, `g.V().has(g)`} {
		f.Add(seed)
	}
	qs := lake()
	f.Fuzz(func(t *testing.T, text string) {
		if strings.Contains(text, "repeat") || strings.Contains(text, "pad") || strings.Contains(text, "Array") {
			t.Skip("scripts that allocate without end are not held yet")
		}
		for _, lang := range []gizmo.Language{gizmo.Gizmo, gizmo.GraphQL} {
			for row, err := range gizmo.Run(t.Context(), qs, lang, text, gizmo.Limits{Time: 20 * time.Millisecond, Rows: 20}) {
				if err == nil && !json.Valid(row) {
					t.Errorf("row %q is not JSON", row)
				}
			}
		}
	})
}
