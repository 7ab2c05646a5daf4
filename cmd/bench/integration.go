package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
)

// gizmoQuery is a query of the film set.
type gizmoQuery struct{ name, text string }

// coStars asks whom one actor played with.
const coStars = `g.V("Keanu Reeves").in("<name>").in("</film/performance/actor>").in("</film/film/starring>")` +
	`.out("</film/film/starring>").out("</film/performance/actor>").out("<name>").all()`

// oneNode finds a node by its name.
const oneNode = `g.V("Humphrey Bogart").in("<name>").all()`

// integrationQueries are those that Cayley's own tests run on the film set, read
// out of the source of the tests, and the co-stars of an actor.
func (b *bench) integrationQueries() ([]gizmoQuery, error) {
	file := filepath.Join(b.module, "graph", "graphtest", "integration.go")
	tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		return nil, err
	}
	values := map[string]ast.Expr{}
	ast.Inspect(tree, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && len(spec.Values) == 1 {
			values[spec.Names[0].Name] = spec.Values[0]
		}
		return true
	})
	list, ok := values["queries"].(*ast.CompositeLit)
	if !ok {
		return nil, fmt.Errorf("%s has no list of queries", file)
	}
	var queries []gizmoQuery
	for _, e := range list.Elts {
		var q gizmoQuery
		for _, field := range e.(*ast.CompositeLit).Elts {
			pair := field.(*ast.KeyValueExpr)
			switch pair.Key.(*ast.Ident).Name {
			case "message":
				q.name = stringOf(pair.Value, values)
			case "query":
				q.text = stringOf(pair.Value, values)
			}
		}
		queries = append(queries, q)
	}
	return append(queries, gizmoQuery{"co-stars of one actor", coStars}), nil
}

// stringOf is the value of a constant string.
func stringOf(e ast.Expr, values map[string]ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, _ := strconv.Unquote(e.Value) // the source compiles
		return text
	case *ast.BinaryExpr:
		return stringOf(e.X, values) + stringOf(e.Y, values)
	case *ast.Ident:
		return stringOf(values[e.Name], values)
	}
	return ""
}
