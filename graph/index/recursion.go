package index

import (
	"context"
	"reflect"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/cayley/query/shape"
)

var _ shape.Optimizer = quadStore{}

// OptimizeShape mends what this version of Cayley gets wrong: where its iterator
// of recursive paths is asked whether it contains a node, it can answer with the
// tags of a node that it was asked about before. In the shapes of a query the
// iterator is hidden in a function.
func (qs quadStore) OptimizeShape(_ context.Context, s shape.Shape) (shape.Shape, bool) {
	mended := reflect.New(reflect.TypeOf(s)).Elem()
	mended.Set(reflect.ValueOf(s))
	if !mendIn(mended) {
		return s, false
	}
	return mended.Interface().(shape.Shape), true
}

// mendIn replaces the functions among the parts of a shape; it copies the slices
// that it changes.
func mendIn(v reflect.Value) (changed bool) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			changed = v.Field(i).CanSet() && mendIn(v.Field(i)) || changed
		}
	case reflect.Slice:
		parts := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(parts, v)
		for i := range parts.Len() {
			changed = mendIn(parts.Index(i)) || changed
		}
		if changed {
			v.Set(parts)
		}
	case reflect.Interface:
		if s, ok := v.Interface().(shape.Shape); ok && reflect.TypeOf(s).Kind() == reflect.Func {
			v.Set(reflect.ValueOf(recursion{s}))
			return true
		}
	}
	return changed
}

// recursion is the shape that may build Cayley's recursive iterator.
type recursion struct{ shape.Shape }

func (r recursion) BuildIterator(qs cgraph.QuadStore) iterator.Shape {
	it := r.Shape.BuildIterator(qs)
	if recursive, ok := it.(*iterator.Recursive); ok {
		return &mendedRecursive{recursive}
	}
	return it
}

func (r recursion) Optimize(context.Context, shape.Optimizer) (shape.Shape, bool) { return r, false }

// mendedRecursive is a recursive iterator that looks up in what it has run through.
type mendedRecursive struct{ *iterator.Recursive }

func (r *mendedRecursive) Optimize(ctx context.Context) (iterator.Shape, bool) {
	_, _ = r.Recursive.Optimize(ctx) // in its place
	return r, false
}

func (r *mendedRecursive) Lookup() iterator.Index { return &reached{Scanner: r.Iterate()} }

// reached are the nodes that a recursive path leads to, each with the tags of
// every way there; they are found at the first question.
type reached struct {
	iterator.Scanner
	ways   map[any][]map[string]cgraph.Ref
	result cgraph.Ref
	way    int
}

func (r *reached) run(ctx context.Context) {
	r.ways = map[any][]map[string]cgraph.Ref{}
	for r.Scanner.Next(ctx) {
		k := refs.ToKey(r.Scanner.Result())
		for more := true; more; more = r.Scanner.NextPath(ctx) {
			tags := map[string]cgraph.Ref{}
			r.Scanner.TagResults(tags)
			r.ways[k] = append(r.ways[k], tags)
		}
	}
}

func (r *reached) Contains(ctx context.Context, ref cgraph.Ref) bool {
	if r.ways == nil {
		r.run(ctx)
	}
	r.result, r.way = ref, 0
	return len(r.tags()) > 0
}

func (r *reached) tags() []map[string]cgraph.Ref { return r.ways[refs.ToKey(r.result)] }

func (r *reached) Result() cgraph.Ref { return r.result }

func (r *reached) NextPath(context.Context) bool {
	if r.way+1 >= len(r.tags()) {
		return false
	}
	r.way++
	return true
}

func (r *reached) TagResults(dst map[string]cgraph.Ref) {
	for tag, ref := range r.tags()[r.way] {
		dst[tag] = ref
	}
}
