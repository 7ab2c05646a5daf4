package sandbox_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cayleygraph/quad"

	"mandate/graph/index"
	"mandate/query/gizmo"
	"mandate/query/sandbox"
)

// TestMain lets the test binary stand in for a worker.
func TestMain(m *testing.M) {
	if len(os.Args) == 3 && os.Args[1] == "query-worker" {
		if err := sandbox.Work(context.Background(), os.Args[2], os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func newRunner(t *testing.T) *sandbox.Runner {
	t.Helper()
	t.Setenv("TMPDIR", t.TempDir())
	r := sandbox.New(sandbox.Options{Command: sandbox.Command{Path: os.Args[0], Args: []string{"mandate", "query-worker"}}})
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
		if left, err := os.ReadDir(os.Getenv("TMPDIR")); err != nil || len(left) > 0 {
			t.Errorf("left behind: %v, %v", left, err)
		}
	})
	return r
}

// harbour is a graph of n boats that are moored at piers.
func harbour(n int) *index.Index {
	b := index.NewBuilder()
	for i := range n {
		b.Add(quad.Make(quad.IRI(fmt.Sprint("boat:", i)), quad.IRI("mooredAt"), quad.IRI(fmt.Sprint("pier:", i%10)), quad.IRI("doc:harbour")))
	}
	return b.Index()
}

func run(ctx context.Context, r *sandbox.Runner, x *index.Index, text string, limits gizmo.Limits) (rows []string, last error) {
	for row, err := range r.Run(ctx, x, gizmo.Gizmo, text, limits) {
		if err != nil {
			return rows, err
		}
		rows = append(rows, string(row))
	}
	return rows, nil
}

// answers fails unless the runner answers a script in a worker.
func answers(t *testing.T, r *sandbox.Runner, x *index.Index) {
	t.Helper()
	rows, err := run(t.Context(), r, x, `g.emit(g.V("<boat:3>").out("<mooredAt>").toArray())`, gizmo.Limits{})
	if want := []string{`["<pier:3>"]`}; err != nil || !slices.Equal(rows, want) {
		t.Errorf("got %v, %v; want %v", rows, err, want)
	}
}

func TestQueriesInProcessesApart(t *testing.T) {
	r, x := newRunner(t), harbour(100)
	answers(t, r, x)
	for _, c := range []struct {
		name, text string
		limits     gizmo.Limits
		rows       int
		of         gizmo.Limit
		message    string
	}{
		{name: "plain", text: `g.V("<pier:1>").in().all()`, rows: 10},
		{name: "script", text: `g.V("<pier:1>").in().forEach(function(d) { g.emit(d) })`, rows: 10},
		{name: "nothing", text: `var a = 1; undefined`},
		{name: "syntax", text: "g.V(\n(", message: "gizmo: line 2, column 2: "},
		{name: "thrown", text: "\nthrow new Error('mine')", message: "gizmo: line 2, column 7: Error: mine"},
		{name: "rows", text: `for (;;) g.emit(1)`, limits: gizmo.Limits{Rows: 7}, rows: 7, of: gizmo.RowLimit},
		{name: "bytes", text: `for (;;) g.emit("0123456789")`, limits: gizmo.Limits{Bytes: 40}, rows: 3, of: gizmo.ByteLimit},
		{name: "endless", text: `for (;;);`, limits: gizmo.Limits{Time: 50 * time.Millisecond}, of: gizmo.TimeLimit},
		{name: "one call without end", text: `/(x+x+)+y\1/.test("x".repeat(40))`, limits: gizmo.Limits{Time: 50 * time.Millisecond}, of: gizmo.TimeLimit},
		{name: "a long text", text: `"a".repeat(8e9)`, of: gizmo.MemoryLimit},
		{name: "a long list", text: `Array(1e9).fill(0)`, of: gizmo.MemoryLimit},
		{name: "a list that doubles", text: `var a = ["x"]; for (var i = 0; i < 60; i++) a = [a, a]; "" + a`, limits: gizmo.Limits{Time: 50 * time.Millisecond}, of: gizmo.TimeLimit},
		{name: "a text that doubles", text: `var a = "x"; for (;;) a += a + 1`, of: gizmo.MemoryLimit},
		{name: "much held", text: `var a = []; for (;;) a.push({n: a.length})`, of: gizmo.MemoryLimit},
		{name: "many rows held", text: `var a = []; for (;;) a.push(g.V().out().in().tagArray())`, of: gizmo.MemoryLimit},
		{name: "a cross product", text: `var p = g.V(); for (var i = 0; i < 9; i++) p = p.in().out(); p.tagArray()`, of: gizmo.MemoryLimit},
		{name: "a path that doubles", text: `var p = g.M().out(); for (var i = 0; i < 40; i++) p = p.follow(p); g.V().follow(p).all()`, of: gizmo.MemoryLimit},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.limits.Memory = 32 << 20
			if c.limits.Time == 0 {
				c.limits.Time = time.Minute // the machine may be busy
			}
			rows, err := run(t.Context(), r, x, c.text, c.limits)
			if len(rows) != c.rows {
				t.Errorf("%d rows, want %d", len(rows), c.rows)
			}
			limit, _ := errors.AsType[*gizmo.LimitError](err)
			switch {
			case c.of != "":
				if limit == nil || limit.Of != c.of {
					t.Errorf("got %v, want a limit of %s", err, c.of)
				}
			case c.message == "" && err != nil, c.message != "" && (err == nil || !strings.HasPrefix(err.Error(), c.message)):
				t.Errorf("got %v, want %q", err, c.message)
			}
			answers(t, r, x)
		})
	}
}

// GraphQL has no loops, but what it answers can grow with each level.
func TestQueriesInGraphQL(t *testing.T) {
	r, x := newRunner(t), harbour(200)
	ask := func(text string) (rows []string, last error) {
		limits := gizmo.Limits{Time: time.Minute, Memory: 32 << 20}
		for row, err := range r.Run(t.Context(), x, gizmo.GraphQL, text, limits) {
			if err != nil {
				return rows, err
			}
			rows = append(rows, string(row))
		}
		return rows, nil
	}
	deep := "id"
	for range 8 {
		deep = "b: mooredAt @rev { id p: mooredAt { " + deep + " } }"
	}
	_, err := ask("{ nodes(id: <pier:1>) { " + deep + " } }")
	if limit, ok := errors.AsType[*gizmo.LimitError](err); !ok || limit.Of != gizmo.MemoryLimit {
		t.Errorf("got %v, want a limit of memory", err)
	}
	wide := strings.Repeat("b: mooredAt @rev { id } ", 300)
	if rows, err := ask("{ nodes(id: <pier:1>) { " + wide + " } }"); err != nil || len(rows) != 1 {
		t.Errorf("many aliases: %d rows, %v", len(rows), err)
	}
	_, err = ask("{ ...F }\nfragment F on Query { ...F }")
	if e, ok := errors.AsType[*gizmo.Error](err); !ok || e.Line != 2 || e.Column != 1 {
		t.Errorf("fragments in each other: %v", err)
	}
	rows, err := ask("{ nodes(id: <boat:3>) { mooredAt } }")
	if want := []string{`{"nodes":{"mooredAt":"pier:3"}}`}; err != nil || !slices.Equal(rows, want) {
		t.Errorf("got %v, %v; want %v", rows, err, want)
	}
}

// A worker that is kept knows nothing of the queries before.
func TestQueriesKnowNothingOfEachOther(t *testing.T) {
	r, x := newRunner(t), harbour(100)
	if _, err := run(t.Context(), r, x, `Array.prototype.push = null; Object.prototype.x = 1; g.V = null; leak = 1; g.emit(1)`, gizmo.Limits{}); err != nil {
		t.Fatal(err)
	}
	rows, err := run(t.Context(), r, x, `g.emit([typeof leak, typeof ({}).x, typeof [].push, typeof g.V])`, gizmo.Limits{})
	if want := []string{`["undefined","undefined","function","function"]`}; err != nil || !slices.Equal(rows, want) {
		t.Errorf("got %v, %v", rows, err)
	}
}

func TestEachIndexHasItsAnswers(t *testing.T) {
	r := newRunner(t)
	count := `var n = g.V().has("<mooredAt>").count(); g.emit(n)`
	for _, n := range []int{10, 20, 15} {
		x := harbour(n)
		r.Warm(x)
		for range 2 {
			rows, err := run(t.Context(), r, x, count, gizmo.Limits{})
			if want := []string{fmt.Sprint(n)}; err != nil || !slices.Equal(rows, want) {
				t.Errorf("got %v, %v; want %v", rows, err, want)
			}
		}
	}
}

func TestCallerGivesUp(t *testing.T) {
	r, x := newRunner(t), harbour(10)
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	if _, err := run(ctx, r, x, `for (;;);`, gizmo.Limits{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	for range r.Run(t.Context(), x, gizmo.Gizmo, `for (;;) g.emit(1)`, gizmo.Limits{}) {
		break
	}
	answers(t, r, x)
}

// Quick queries are answered beside slow ones, and wait no longer than they may.
func TestConcurrentQueries(t *testing.T) {
	r, x := newRunner(t), harbour(100)
	var all sync.WaitGroup
	for i := range 12 {
		all.Go(func() {
			if i%2 == 0 {
				answers(t, r, harbour(100+i))
				return
			}
			_, err := run(t.Context(), r, x, `for (;;);`, gizmo.Limits{Time: 200 * time.Millisecond})
			limit, _ := errors.AsType[*gizmo.LimitError](err)
			if !errors.Is(err, sandbox.ErrBusy) && (limit == nil || limit.Of != gizmo.TimeLimit) {
				t.Errorf("got %v", err)
			}
		})
	}
	all.Wait()
	answers(t, r, x)
}

func TestWorkerThatCannotStart(t *testing.T) {
	for _, path := range []string{"/nowhere/mandate", "/bin/false"} {
		r := sandbox.New(sandbox.Options{Command: sandbox.Command{Path: path, Args: []string{"mandate"}}})
		if _, err := run(t.Context(), r, harbour(3), `g.emit(1 + 1)`, gizmo.Limits{}); err == nil {
			t.Errorf("%s: no error", path)
		}
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
}
