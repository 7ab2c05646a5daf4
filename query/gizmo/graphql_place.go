package gizmo

import (
	"slices"

	"github.com/dennwc/graphql/language/ast"
	"github.com/dennwc/graphql/language/location"
	"github.com/dennwc/graphql/language/parser"
	"github.com/dennwc/graphql/language/source"
)

// refusedAt finds the first part of a well-formed GraphQL query that Cayley has
// no meaning for; it says what is wrong, but not where. Line 0 is unknown.
func refusedAt(text string) (line, column int) {
	src := source.NewSource(&source.Source{Body: []byte(text)})
	doc, err := parser.Parse(parser.ParseParams{Source: src})
	if err != nil || len(doc.Definitions) == 0 {
		return 0, 0
	}
	at := refusedDefinition(doc.Definitions)
	if at == nil || at.GetLoc() == nil {
		return 0, 0
	}
	place := location.GetLocation(src, at.GetLoc().Start)
	return place.Line, place.Column
}

// refusedDefinition: a query is one operation that reads.
func refusedDefinition(list []ast.Node) ast.Node {
	query, ok := list[0].(*ast.OperationDefinition)
	if !ok || query.Operation != "query" {
		return list[0]
	}
	if len(list) > 1 {
		return list[1]
	}
	return refusedIn(query.SelectionSet)
}

// refusedIn: a selection is of fields, without fragments; * stands alone.
func refusedIn(set *ast.SelectionSet) ast.Node {
	if set == nil {
		return nil
	}
	for _, s := range set.Selections {
		field, ok := s.(*ast.Field)
		if !ok || field.Name.Value == "*" && (len(set.Selections) > 1 || len(field.Arguments) > 0 || field.SelectionSet != nil) {
			return s.(ast.Node)
		}
		if at := refusedField(field); at != nil {
			return at
		}
	}
	return nil
}

func refusedField(field *ast.Field) ast.Node {
	if at := refusedArgument(field.Arguments); at != nil {
		return at
	}
	known := []string{"label", "rev", "reverse", "opt", "optional", "unnest"}
	for _, d := range field.Directives {
		if !slices.Contains(known, d.Name.Value) {
			return d
		}
		if at := refusedArgument(d.Arguments); at != nil {
			return at
		}
	}
	return refusedIn(field.SelectionSet)
}

// refusedArgument: values are literals, first and offset whole numbers.
func refusedArgument(list []*ast.Argument) ast.Node {
	for _, a := range list {
		switch a.Value.(type) {
		case *ast.Variable, *ast.ObjectValue:
			return a.Value
		case *ast.IntValue:
		default:
			if a.Name.Value == "first" || a.Name.Value == "offset" {
				return a.Value
			}
		}
	}
	return nil
}
