package gizmo

import (
	"github.com/cayleygraph/cayley/query/path"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/token"
)

// A plan is what a plain script asks for: the paths that it runs, in order. A
// script is plain where it does nothing but build paths by Gizmo's own methods
// out of literals and of each other, and run them: it can then be answered
// without JavaScript, several times faster, and cannot take memory through it.
type plan []final

// final is a path that is run.
type final struct {
	path  *path.Path
	limit int  // rows handed out at most; without limit where it is not positive
	count bool // hand out how many rows there are, where no row came before
	cost  cost
}

// planner evaluates a syntax tree. Whatever it does not know for certain, down
// to a wrong argument, makes a script not plain: JavaScript then says what it
// does, or what is wrong with it.
type planner struct {
	globals map[string]any
	fixed   map[string]bool // names that can be declared once only
	depth   int             // of calls
	limit   int             // of the session: .getLimit(n) holds for each .all() after it
	plan    plan
}

// What the planner evaluates expressions to, beside string, int64, float64,
// bool, nil and []any of such: *chain, quad.Value, shape.ValueFilter and these.
type (
	graphName struct{} // g or graph
	function  struct {
		parameters []string
		result     ast.Expression
	}
)

// maxInlined is how deep calls of a script's own functions may nest.
const maxInlined = 16

// planOf returns the plan of a plain script.
func planOf(tree *ast.Program) (made plan, plain bool) {
	// Some of Cayley's paths cannot be walked backwards and panic; JavaScript
	// makes an error of that.
	defer func() {
		if recover() != nil {
			made, plain = nil, false
		}
	}()
	p := &planner{globals: map[string]any{"g": graphName{}, "graph": graphName{}}, fixed: map[string]bool{}, limit: -1}
	for _, s := range tree.Body {
		if f, ok := s.(*ast.FunctionDeclaration); ok && !p.declareFunction(f) {
			return nil, false
		}
	}
	for i, s := range tree.Body {
		if !p.statement(s, i == len(tree.Body)-1) {
			return nil, false
		}
	}
	return p.plan, len(p.plan) > 0
}

// declareFunction takes a function that only returns an expression. A function
// can be called before it is declared, so these come first.
func (p *planner) declareFunction(d *ast.FunctionDeclaration) bool {
	f, ok := functionOf(d.Function.ParameterList, d.Function.Body)
	return ok && !d.Function.Async && !d.Function.Generator && p.declare(d.Function.Name, f, true)
}

func functionOf(parameters *ast.ParameterList, body *ast.BlockStatement) (f function, ok bool) {
	if parameters.Rest != nil || len(body.List) != 1 {
		return f, false
	}
	for _, b := range parameters.List {
		name, ok := b.Target.(*ast.Identifier)
		if !ok || b.Initializer != nil {
			return f, false
		}
		f.parameters = append(f.parameters, name.Name.String())
	}
	result, ok := body.List[0].(*ast.ReturnStatement)
	if !ok || result.Argument == nil {
		return f, false
	}
	f.result = result.Argument
	return f, true
}

// declare gives a name its value. Names of Gizmo's own stay what they are.
func (p *planner) declare(name *ast.Identifier, value any, fixed bool) bool {
	n := name.Name.String()
	_, known := p.globals[n]
	if _, own := environment(n); own || n == "g" || n == "graph" || p.fixed[n] || known && fixed {
		return false
	}
	p.globals[n], p.fixed[n] = value, fixed
	return true
}

func (p *planner) statement(s ast.Statement, last bool) bool {
	switch s := s.(type) {
	case *ast.EmptyStatement, *ast.FunctionDeclaration:
		return true
	case *ast.VariableStatement:
		return p.bindings(s.List, false)
	case *ast.LexicalDeclaration:
		return p.bindings(s.List, true)
	case *ast.ExpressionStatement:
		switch e := s.Expression.(type) {
		case *ast.AssignExpression:
			return p.assign(e, last)
		case *ast.CallExpression:
			return p.run(e, last)
		}
	}
	return false
}

func (p *planner) bindings(list []*ast.Binding, fixed bool) bool {
	for _, b := range list {
		name, ok := b.Target.(*ast.Identifier)
		if !ok || b.Initializer == nil {
			return false
		}
		value, ok := p.expression(b.Initializer, nil)
		if !ok || !p.declare(name, value, fixed) {
			return false
		}
	}
	return true
}

// assign takes an assignment. The value of one that stands last would be the
// script's result.
func (p *planner) assign(e *ast.AssignExpression, last bool) bool {
	name, ok := e.Left.(*ast.Identifier)
	if !ok || last || e.Operator != token.ASSIGN {
		return false
	}
	value, ok := p.expression(e.Right, nil)
	return ok && p.declare(name, value, false)
}

// run takes a statement that runs a path.
func (p *planner) run(call *ast.CallExpression, last bool) bool {
	method, ok := call.Callee.(*ast.DotExpression)
	if !ok {
		return false
	}
	value, ok := p.expression(method.Left, nil)
	on, isChain := value.(*chain)
	args, known := p.expressions(call.ArgumentList, nil)
	if !ok || !isChain || !known {
		return false
	}
	f := final{path: on.path.Clone(), limit: p.limit, cost: on.cost}
	switch name := method.Identifier.Name.String(); name {
	case "all", "All":
		ok = len(args) == 0
	case "getLimit", "GetLimit":
		n, isNumber := soleArgument[int64](args)
		p.limit, f.limit, ok = int(n), int(n), isNumber
	case "count", "Count":
		f.count, ok = true, last && len(args) == 0
	default:
		return false
	}
	p.plan = append(p.plan, f)
	return ok
}

func soleArgument[T any](args []any) (value T, ok bool) {
	if len(args) != 1 {
		return value, false
	}
	value, ok = args[0].(T)
	return value, ok
}

func (p *planner) expressions(list []ast.Expression, locals map[string]any) (values []any, ok bool) {
	values = make([]any, len(list))
	for i, e := range list {
		if values[i], ok = p.expression(e, locals); !ok {
			return nil, false
		}
	}
	return values, true
}

func (p *planner) expression(e ast.Expression, locals map[string]any) (value any, ok bool) {
	switch e := e.(type) {
	case *ast.StringLiteral:
		return e.Value.String(), true
	case *ast.NumberLiteral:
		return number(e.Value)
	case *ast.BooleanLiteral:
		return e.Value, true
	case *ast.NullLiteral:
		return nil, true
	case *ast.ArrayLiteral:
		return p.expressions(e.Value, locals)
	case *ast.Identifier:
		return p.value(e.Name.String(), locals)
	case *ast.UnaryExpression:
		return p.negative(e)
	case *ast.FunctionLiteral:
		f, ok := functionOf(e.ParameterList, e.Body)
		return f, ok && e.Name == nil && !e.Async && !e.Generator && locals == nil
	case *ast.CallExpression:
		return p.call(e, locals)
	}
	return nil, false
}

func (p *planner) value(name string, locals map[string]any) (value any, known bool) {
	if value, known = locals[name]; !known {
		value, known = p.globals[name]
	}
	return value, known
}

func number(v any) (any, bool) {
	switch v.(type) {
	case int64, float64:
		return v, true
	}
	return nil, false
}

// negative evaluates a number with a minus before it.
func (p *planner) negative(e *ast.UnaryExpression) (any, bool) {
	literal, ok := e.Operand.(*ast.NumberLiteral)
	if !ok || e.Operator != token.MINUS {
		return nil, false
	}
	n, ok := literal.Value.(int64)
	return -n, ok && n != 0
}

// call evaluates the call of a method of the graph or of a path, of one of
// Gizmo's functions or of the script's own.
func (p *planner) call(e *ast.CallExpression, locals map[string]any) (any, bool) {
	args, ok := p.expressions(e.ArgumentList, locals)
	if !ok {
		return nil, false
	}
	switch callee := e.Callee.(type) {
	case *ast.DotExpression:
		on, ok := p.expression(callee.Left, locals)
		if !ok {
			return nil, false
		}
		switch on := on.(type) {
		case graphName:
			return start(callee.Identifier.Name.String(), args)
		case *chain:
			return on.step(callee.Identifier.Name.String(), args)
		}
	case *ast.Identifier:
		name := callee.Name.String()
		if value, known := p.value(name, locals); known {
			if f, ok := value.(function); ok {
				return p.inline(f, args)
			}
			return nil, false
		}
		if make, own := environment(name); own {
			return make(args)
		}
	}
	return nil, false
}

// inline evaluates a call of a function of the script.
func (p *planner) inline(f function, args []any) (any, bool) {
	if len(args) < len(f.parameters) || p.depth == maxInlined {
		return nil, false
	}
	locals := make(map[string]any, len(args))
	for i, name := range f.parameters {
		locals[name] = args[i]
	}
	p.depth++
	value, ok := p.expression(f.result, locals)
	p.depth--
	return value, ok
}
