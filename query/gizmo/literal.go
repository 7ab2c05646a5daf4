package gizmo

import (
	"regexp"

	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
)

// quadValue is the node that a literal of a script stands for, as Gizmo reads
// it: "<a>" is an IRI, "a" a string.
func quadValue(literal any) (quad.Value, bool) {
	switch v := literal.(type) {
	case quad.Value:
		return v, true
	case string:
		return quad.StringToValue(v), true
	case bool:
		return quad.Bool(v), true
	case int64:
		return quad.Int(v), true
	case float64:
		if float64(int(v)) == v {
			return quad.Int(int64(v)), true
		}
		return quad.Float(v), true
	}
	return nil, false
}

func quadValues(literals []any) ([]quad.Value, bool) {
	values := make([]quad.Value, len(literals))
	for i, l := range literals {
		var ok bool
		if values[i], ok = quadValue(l); !ok {
			return nil, false
		}
	}
	return values, true
}

func texts(literals []any) ([]string, bool) {
	list := make([]string, len(literals))
	for i, l := range literals {
		var ok bool
		if list[i], ok = l.(string); !ok {
			return nil, false
		}
	}
	return list, true
}

// viaOf reads the first argument of a step: the predicates to follow.
func viaOf(args []any) (via []any, _ cost, ok bool) {
	if len(args) == 0 || args[0] == nil {
		return nil, cost{}, true
	}
	list, isList := args[0].([]any)
	if !isList {
		list = args[:1]
	}
	if other, ok := soleArgument[*chain](list); ok {
		return []any{other.path}, other.cost, true
	}
	for _, item := range list {
		value, ok := quadValue(item)
		if !ok {
			return nil, cost{}, false
		}
		via = append(via, value)
	}
	return via, cost{}, true
}

// tagsOf reads the arguments of a step after the first: tags, or a list of them.
func tagsOf(args []any) ([]string, bool) {
	if len(args) < 2 {
		return nil, true
	}
	if list, ok := soleArgument[[]any](args[1:]); ok {
		return texts(list)
	}
	return texts(args[1:])
}

func valueFilters(args []any) ([]shape.ValueFilter, bool) {
	filters := make([]shape.ValueFilter, len(args))
	for i, a := range args {
		var ok bool
		if filters[i], ok = a.(shape.ValueFilter); !ok {
			return nil, false
		}
	}
	return filters, len(filters) > 0
}

// environment returns what one of Gizmo's own functions makes of its arguments.
func environment(name string) (function func(args []any) (any, bool), known bool) {
	switch name {
	case "iri":
		return ofText(func(s string) any { return quad.IRI(s) }), true
	case "bnode":
		return ofText(func(s string) any { return quad.BNode(s) }), true
	case "raw":
		return ofText(func(s string) any { return raw(s) }), true
	case "str":
		return ofText(func(s string) any { return quad.String(s) }), true
	case "lang":
		return ofTwoTexts(func(s, lang string) any { return quad.LangString{Value: quad.String(s), Lang: lang} }), true
	case "typed":
		return ofTwoTexts(func(s, t string) any { return quad.TypedString{Value: quad.String(s), Type: quad.IRI(t)} }), true
	case "lt":
		return comparison(iterator.CompareLT), true
	case "lte":
		return comparison(iterator.CompareLTE), true
	case "gt":
		return comparison(iterator.CompareGT), true
	case "gte":
		return comparison(iterator.CompareGTE), true
	case "like":
		return ofText(func(pattern string) any { return shape.Wildcard{Pattern: pattern} }), true
	case "regex":
		return regex, true
	}
	return nil, false
}

func ofText(make func(string) any) func([]any) (any, bool) {
	return func(args []any) (any, bool) {
		s, ok := soleArgument[string](args)
		return make(s), ok
	}
}

func ofTwoTexts(make func(a, b string) any) func([]any) (any, bool) {
	return func(args []any) (any, bool) {
		list, ok := texts(args)
		if !ok || len(list) != 2 {
			return nil, false
		}
		return make(list[0], list[1]), true
	}
}

func comparison(op iterator.Operator) func([]any) (any, bool) {
	return func(args []any) (any, bool) {
		if len(args) != 1 {
			return nil, false
		}
		value, ok := quadValue(args[0])
		return shape.Comparison{Op: op, Val: value}, ok
	}
}

// regex evaluates regex(pattern) and regex(pattern, true), which looks at IRIs
// too.
func regex(args []any) (any, bool) {
	if len(args) == 0 || len(args) > 2 {
		return nil, false
	}
	refs := false
	if len(args) == 2 {
		var ok bool
		if refs, ok = args[1].(bool); !ok {
			return nil, false
		}
	}
	text, ok := args[0].(string)
	if !ok {
		return nil, false
	}
	pattern, ok := quad.StringToValue(text).(quad.String)
	if !ok {
		return nil, false
	}
	re, err := regexp.Compile(string(pattern))
	return shape.Regexp{Re: re, Refs: refs}, err == nil
}

// raw is what Gizmo's own function of that name makes.
//
//lint:ignore SA1019 the language has it, deprecated or not
func raw(s string) quad.Value { return quad.Raw(s) }
