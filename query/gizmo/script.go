package gizmo

import (
	"context"
	"errors"
	"iter"
	"reflect"
	"time"

	cgraph "github.com/cayleygraph/cayley/graph"
	cgizmo "github.com/cayleygraph/cayley/query/gizmo"
	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/parser"
)

// script runs a Gizmo script and yields what it emits; where it emits nothing,
// the value of its last expression (a count, an array) is the only result.
func script(caller context.Context, qs cgraph.QuadStore, tree *ast.Program, limit time.Duration) iter.Seq2[any, error] {
	return func(yield func(any, error) bool) {
		program, err := compile(tree)
		if err != nil {
			yield(nil, err)
			return
		}
		ctx, cancel := context.WithTimeout(caller, limit)
		defer cancel()
		s, err := newSession(ctx, qs)
		if err != nil {
			yield(nil, err)
			return
		}
		// The script stops when the time is over, the caller gives up or the
		// consumer has enough: all three end ctx.
		defer context.AfterFunc(ctx, func() { s.vm.Interrupt(ctx.Err()) })()
		emitted, last, err := s.drain(ctx, program, func(r *cgizmo.Result) bool { return yield(rowOf(qs, r)) })
		switch {
		case errors.Is(err, errEnough):
		case stopped(ctx, caller, limit) != nil:
			yield(nil, stopped(ctx, caller, limit))
		case err != nil:
			yield(nil, err)
		case emitted == 0 && last != nil:
			yield(last, nil)
		}
	}
}

// errEnough says that the consumer of the rows wants no more of them.
var errEnough = errors.New("enough")

// drain runs the program beside the caller and hands each result to emit, until
// the program has ended, ctx has, or emit wants no more. It counts the results
// and returns the program's value.
func (s session) drain(ctx context.Context, program *goja.Program, emit func(*cgizmo.Result) bool) (emitted int, last any, err error) {
	type end struct {
		value any
		err   error
	}
	ended := make(chan end, 1)
	go func() {
		value, err := s.run(program)
		ended <- end{value, err}
	}()
	for {
		select {
		case r := <-s.out:
			emitted++
			if !emit(r) {
				return emitted, nil, errEnough
			}
		case e := <-ended:
			return emitted, e.value, e.err
		case <-ctx.Done():
			return emitted, nil, ctx.Err()
		}
	}
}

// parse parses a script. Source maps are off because the parser would open the
// file that a script names.
func parse(text string) (*ast.Program, error) {
	tree, err := parser.ParseFile(nil, "", text, 0, parser.WithDisableSourceMaps)
	if err != nil {
		return nil, scriptError(err)
	}
	return tree, nil
}

func compile(tree *ast.Program) (program *goja.Program, err error) {
	defer recovered(&err)
	program, err = goja.CompileAST(tree, false)
	if err != nil {
		return nil, scriptError(err)
	}
	return program, nil
}

// scriptError names the place in the script that an error of the parser, the
// compiler or the run points at.
func scriptError(err error) error {
	var (
		list     parser.ErrorList
		compiled *goja.CompilerSyntaxError
		thrown   *goja.Exception
		overflow *goja.StackOverflowError
		known    *Error
	)
	e := &Error{Language: Gizmo, Message: err.Error()}
	switch {
	case errors.As(err, &known):
		return known
	case errors.As(err, &list) && len(list) > 0:
		first := list[0]
		e.Line, e.Column, e.Message = first.Position.Line, first.Position.Column, first.Message
	case errors.As(err, &compiled):
		e.Message = compiled.Message
		if compiled.File != nil {
			at := compiled.File.Position(compiled.Offset)
			e.Line, e.Column = at.Line, at.Column
		}
	case errors.As(err, &thrown):
		e.Message = thrown.Value().String()
		for _, frame := range thrown.Stack() {
			if at := frame.Position(); at.Line > 0 {
				e.Line, e.Column = at.Line, at.Column
				break
			}
		}
	case errors.As(err, &overflow):
		e.Message = "functions call each other too deeply"
	}
	return e
}

// exported is the value of a script's last expression as a result, nil where it
// is none.
func exported(last goja.Value) (any, error) {
	if last == nil || goja.IsNull(last) || goja.IsUndefined(last) {
		return nil, nil
	}
	value := last.Export()
	if t := reflect.TypeOf(value); t == nil || t.Kind() == reflect.Func {
		return nil, nil
	} else if t.Kind() == reflect.Pointer && t.Elem().PkgPath() == reflect.TypeFor[cgizmo.Session]().PkgPath() {
		return nil, &Error{Language: Gizmo, Message: "the path was not run: end it with .all()"}
	}
	if parts := maxParts; !fits(value, maxDepth, &parts) {
		return nil, &Error{Language: Gizmo, Message: tooLarge()}
	}
	return value, nil
}
