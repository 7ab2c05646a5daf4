package gizmo_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/graph/memstore"
	cgraphql "github.com/cayleygraph/cayley/query/graphql"
	"github.com/cayleygraph/quad"

	"mandate/graph/index"
	"mandate/query/gizmo"
)

// crew are quads with every shape that GraphQL tells apart: several values, none,
// links both ways, labels.
func crew() []quad.Quad {
	q := func(s, p string, o quad.Value, label string) quad.Quad {
		made := quad.Quad{Subject: quad.IRI(s), Predicate: quad.IRI(p), Object: o}
		if label != "" {
			made.Label = quad.IRI(label)
		}
		return made
	}
	return []quad.Quad{
		q("ada", "relieves", quad.IRI("ben"), ""), q("ben", "relieves", quad.IRI("cleo"), ""), q("dora", "relieves", quad.IRI("ben"), ""),
		q("dora", "relieves", quad.IRI("finn"), ""), q("ella", "relieves", quad.IRI("cleo"), ""), q("cleo", "relieves", quad.IRI("finn"), ""),
		q("ben", "rank", quad.String("mate"), ""), q("dora", "rank", quad.String("mate"), ""), q("finn", "rank", quad.String("mate"), ""),
		q("ella", "rank", quad.String("pilot"), "night"), q("finn", "rank", quad.String("pilot"), "night"),
		q("ada", "age", quad.Int(41), ""), q("ben", "age", quad.Float(37.5), ""), q("cleo", "aboard", quad.Bool(true), ""),
		q("cleo", "name", quad.LangString{Value: "Cléo", Lang: "fr"}, ""),
	}
}

// What Cayley's GraphQL answers over its own store it answers over the index.
func TestGraphQLAsCayley(t *testing.T) {
	x := index.Build(crew())
	reference := memstore.New(crew()...)
	for _, text := range []string{
		`{ crew(rank: "mate") { id, relieves { id, rank }, relieved: relieves @rev { id } } }`,
		`{ crew(rank: "mate", first: 1) { id: id, relieves(first: 1) @opt { id } } }`,
		`{ crew(rank: "mate", first: 1, offset: 1) { id } }`,
		`{ crew { id, rank @label(v: <night>) } }`,
		`{ crew @label(v: <night>) { id, rank } }`,
		`{ crew { id, rank @label(v: <night>), relieves {*} } }`,
		`{ crew(id: cleo) { id, relieves @unnest { next: id, next_rank: rank, before: relieves(id: cleo) @rev @unnest { first: id } } } }`,
		`{ crew(id: cleo) { id, missing @unnest { next: id } } }`,
		`{ all { id, rank @opt } }`,
		`{ one(id: <ada>) {*} }`,
		`{ several(id: ["<ada>" "<ben>" "<nobody>"]) { id, age } }`,
		`{ crew(age: 41) { id } other: crew(aboard: true) { id, name } }`,
		`{ crew(~relieves: ada) { id } }`,
		`{ crew @rev(relieves: ada) { id } }`,
		`{ crew(age: 37.5) { id } }`,
		`{ crew { ~relieves, id } }`,
		`{ crew { id, relieves @reverse @optional { id } } }`,
		`{ none(id: nobody) { id } }`,
		`query named { crew(rank: "pilot") { id } }`,
		"{ crew(rank: \"mate\") { # a remark\n id } }",
	} {
		t.Run(text, func(t *testing.T) {
			query, err := cgraphql.Parse(strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			data, err := query.Execute(t.Context(), reference)
			if err != nil {
				t.Fatal(err)
			}
			want, err := json.Marshal(data)
			if err != nil {
				t.Fatal(err)
			}
			rows := 0
			for row, err := range gizmo.Run(t.Context(), x.QuadStore(), gizmo.GraphQL, text, gizmo.Limits{}) {
				if err != nil {
					t.Fatal(err)
				}
				rows++
				if got := unordered(t, row); got != unordered(t, want) {
					t.Errorf("got  %s\nwant %s", got, unordered(t, want))
				}
			}
			if rows != 1 {
				t.Errorf("%d results, want 1", rows)
			}
		})
	}
}

// unordered writes JSON anew with its lists sorted.
func unordered(t *testing.T, raw []byte) string {
	t.Helper()
	var v any
	if err := json.Unmarshal(raw, &v); err != nil {
		t.Fatal(err)
	}
	out, err := json.Marshal(sorted(v))
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func sorted(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key, item := range v {
			v[key] = sorted(item)
		}
	case []any:
		for i := range v {
			v[i] = sorted(v[i])
		}
		slices.SortFunc(v, func(a, b any) int {
			x, _ := json.Marshal(a) // came from JSON
			y, _ := json.Marshal(b)
			return strings.Compare(string(x), string(y))
		})
	}
	return v
}
