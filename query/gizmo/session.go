package gizmo

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"unsafe"

	cgraph "github.com/cayleygraph/cayley/graph"
	cgizmo "github.com/cayleygraph/cayley/query/gizmo"
	"github.com/dop251/goja"
)

// maxCallDepth stops runaway recursion long before it fills the memory. A
// thousand is far beyond what a query over paths needs.
const maxCallDepth = 1000

// session is one of Cayley's Gizmo sessions, driven directly. Cayley's own
// Execute runs the script in a goroutine of its own, out of which a panic (a
// call as plain as iri(1) makes one) ends the process, and leaves the depth of
// calls without bound. So the three private fields that it would set are set
// here; the version of Cayley is pinned, and a field that is gone is an error.
type session struct {
	vm  *goja.Runtime
	out chan *cgizmo.Result
}

func newSession(ctx context.Context, qs cgraph.QuadStore) (session, error) {
	c := cgizmo.NewSession(qs)
	vm, err := private[*goja.Runtime](c, "vm")
	if err != nil {
		return session{}, err
	}
	out, err := private[chan *cgizmo.Result](c, "out")
	if err != nil {
		return session{}, err
	}
	within, err := private[context.Context](c, "ctx")
	if err != nil {
		return session{}, err
	}
	*out, *within = make(chan *cgizmo.Result), ctx
	(*vm).SetMaxCallStackSize(maxCallDepth)
	return session{vm: *vm, out: *out}, guard(*vm)
}

// How deep the values that a script hands over may nest, and how many values
// they may hold in all.
const (
	maxDepth = 100
	maxParts = 1_000_000
)

func tooLarge() string {
	return fmt.Sprintf("the value is too large: it nests more than %d deep or holds itself", maxDepth)
}

// guard puts an object of the same methods in the place of graph, of which those
// that take any value refuse one that holds itself: Cayley would follow it
// until the stack of the process is full.
func guard(vm *goja.Runtime) error {
	inner := vm.Get("graph").ToObject(vm)
	outer := vm.CreateObject(inner)
	for _, name := range []string{"emit", "Emit", "V", "Vertex"} {
		method, ok := goja.AssertFunction(inner.Get(name))
		if !ok {
			return fmt.Errorf("this version of Cayley's Gizmo has no graph.%s", name)
		}
		guarded := func(call goja.FunctionCall) goja.Value {
			for _, a := range call.Arguments {
				if parts := maxParts; !fits(a.Export(), maxDepth, &parts) {
					panic(vm.NewTypeError(tooLarge()))
				}
			}
			value, err := method(call.This, call.Arguments...)
			if err != nil {
				panic(err)
			}
			return value
		}
		if err := outer.Set(name, guarded); err != nil {
			return fmt.Errorf("guard graph.%s: %w", name, err)
		}
	}
	return errors.Join(vm.Set("graph", outer), vm.Set("g", outer))
}

// fits tells whether a value is within the depth and the parts that are left.
func fits(v any, depth int, parts *int) bool {
	*parts--
	if depth < 0 || *parts < 0 {
		return false
	}
	switch v := v.(type) {
	case []any:
		return !slices.ContainsFunc(v, func(item any) bool { return !fits(item, depth-1, parts) })
	case map[string]any:
		for _, item := range v {
			if !fits(item, depth-1, parts) {
				return false
			}
		}
	}
	return true
}

// private returns a pointer to an unexported field of a Gizmo session.
func private[T any](s *cgizmo.Session, name string) (*T, error) {
	f := reflect.ValueOf(s).Elem().FieldByName(name)
	if !f.IsValid() || f.Type() != reflect.TypeFor[T]() {
		return nil, fmt.Errorf("this version of Cayley's Gizmo session has no field %s of type %s", name, reflect.TypeFor[T]())
	}
	return (*T)(unsafe.Pointer(f.UnsafeAddr())), nil
}

// run runs a compiled script to its end and returns its value, nil for none. To
// look at a value or an error may run more of the script, so both are made plain
// here, where the session is.
func (s session) run(p *goja.Program) (value any, err error) {
	defer recovered(&err)
	last, err := s.vm.RunProgram(p)
	if err != nil {
		return nil, scriptError(err)
	}
	return exported(last)
}

// recovered makes an error of a panic: Cayley's functions and goja have some.
func recovered(err *error) {
	if x := recover(); x != nil {
		*err = &Error{Language: Gizmo, Message: fmt.Sprint(x)}
	}
}
