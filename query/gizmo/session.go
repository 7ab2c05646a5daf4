package gizmo

import (
	"context"
	"fmt"
	"reflect"
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
	return session{vm: *vm, out: *out}, nil
}

// private returns a pointer to an unexported field of a Gizmo session.
func private[T any](s *cgizmo.Session, name string) (*T, error) {
	f := reflect.ValueOf(s).Elem().FieldByName(name)
	if !f.IsValid() || f.Type() != reflect.TypeFor[T]() {
		return nil, fmt.Errorf("this version of Cayley's Gizmo session has no field %s of type %s", name, reflect.TypeFor[T]())
	}
	return (*T)(unsafe.Pointer(f.UnsafeAddr())), nil
}

// run runs a compiled script to its end; panics of Cayley's functions come back
// as errors.
func (s session) run(p *goja.Program) (value goja.Value, err error) {
	defer func() {
		if x := recover(); x != nil {
			err = &Error{Language: Gizmo, Message: fmt.Sprint(x)}
		}
	}()
	return s.vm.RunProgram(p)
}
