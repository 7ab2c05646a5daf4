package gizmo

import (
	"strings"

	"github.com/cayleygraph/cayley/query/path"
	"github.com/cayleygraph/quad"
)

// chain is a path of a plain script. Its steps do to Cayley's path what the
// methods of Gizmo's path objects do, so that the answers are the same.
type chain struct {
	path *path.Path
	cost cost
}

// cost bounds what walking a path takes. A step that goes both ways walks all
// that stands before it twice, so the cost of the whole is no sum: a path that
// is applied to one of cost x costs times·x + plus.
type cost struct {
	times, plus int
	sets        int // how many of its steps remember the nodes that they have seen
}

// maxCost is the longest path that is walked in the process of the server.
const maxCost = 256

func (c cost) whole() int { return c.times + c.plus }

// then is the cost of a path that goes on with another.
func (c cost) then(next cost) cost {
	return cost{c.times * next.times, c.plus*next.times + next.plus, c.sets*next.times + next.sets}
}

// beside is the cost of a path that is joined with others.
func (c cost) beside(others ...cost) cost {
	c.plus++
	for _, o := range others {
		c.plus += o.whole()
		c.sets += o.sets
	}
	return c
}

// start evaluates a call of a method of the graph.
func start(method string, args []any) (any, bool) {
	switch method {
	case "V", "Vertex":
		values, ok := quadValues(args)
		return &chain{path.StartMorphism(values...), cost{times: 1, plus: 1}}, ok
	case "M", "Morphism":
		return &chain{path.StartMorphism(), cost{times: 1}}, len(args) == 0
	}
	return nil, false
}

// take returns the path to go on from. As in Gizmo, the chain keeps a copy: some
// of Cayley's steps change the path that they are taken on.
func (c *chain) take() *path.Path {
	p := c.path
	c.path = p.Clone()
	return p
}

// step evaluates a call of a method of a path. Every method but order can be
// written with a capital as well.
func (c *chain) step(method string, args []any) (any, bool) {
	if method == "" || method == "Order" {
		return nil, false
	}
	next, ok := c.walk(strings.ToLower(method[:1])+method[1:], args)
	if !ok || next.cost.whole() > maxCost {
		return nil, false
	}
	return next, true
}

func (c *chain) walk(method string, args []any) (*chain, bool) {
	switch method {
	case "is", "has", "hasR", "save", "saveR", "saveOpt", "saveOptR":
		return c.byValues(method, args)
	case "in", "out", "both", "labelContext":
		return c.byVia(method, args)
	case "follow", "followR", "and", "intersect", "or", "union", "except", "difference":
		other, ok := soleArgument[*chain](args)
		if !ok {
			return nil, false
		}
		return c.byPath(method, other), true
	case "tag", "as", "back", "saveInPredicates", "saveOutPredicates":
		return c.byTags(method, args)
	case "limit", "skip":
		n, ok := soleArgument[int64](args)
		if !ok {
			return nil, false
		}
		if method == "limit" {
			return &chain{c.take().Limit(n), c.cost.beside()}, true
		}
		return &chain{c.take().Skip(n), c.cost.beside()}, true
	case "filter":
		filters, ok := valueFilters(args)
		if !ok {
			return nil, false
		}
		return &chain{c.take().Filters(filters...), c.cost.beside()}, true
	case "unique", "labels", "inPredicates", "outPredicates":
		return c.bySet(method), len(args) == 0
	}
	return nil, false
}

// byValues takes the steps whose arguments are nodes and predicates.
func (c *chain) byValues(method string, args []any) (*chain, bool) {
	if method == "has" || method == "hasR" {
		return c.has(args, method == "hasR")
	}
	if method == "is" {
		values, ok := quadValues(args)
		if !ok {
			return nil, false
		}
		return &chain{c.take().Is(values...), c.cost.beside()}, true
	}
	return c.save(method, args)
}

func (c *chain) has(args []any, reverse bool) (*chain, bool) {
	if len(args) == 0 {
		return nil, false
	}
	via, ok := quadValue(args[0])
	if !ok {
		return nil, false
	}
	next := c.cost.beside()
	if filters, ok := valueFilters(args[1:]); ok {
		return &chain{c.take().HasFilter(via, reverse, filters...), next}, true
	}
	nodes, ok := quadValues(args[1:])
	switch {
	case !ok:
		return nil, false
	case reverse:
		return &chain{c.take().HasReverse(via, nodes...), next}, true
	default:
		return &chain{c.take().Has(via, nodes...), next}, true
	}
}

func (c *chain) save(method string, args []any) (*chain, bool) {
	if len(args) == 0 || len(args) > 2 {
		return nil, false
	}
	via, ok := quadValue(args[0])
	if !ok {
		return nil, false
	}
	tag := ""
	if len(args) == 2 {
		if tag, ok = args[1].(string); !ok {
			return nil, false
		}
	}
	if tag == "" {
		tag = quad.StringOf(via)
	}
	p := c.take()
	switch method {
	case "save":
		p = p.Save(via, tag)
	case "saveR":
		p = p.SaveReverse(via, tag)
	case "saveOpt":
		p = p.SaveOptional(via, tag)
	default:
		p = p.SaveOptionalReverse(via, tag)
	}
	return &chain{p, c.cost.beside()}, true
}

// byVia takes the steps along predicates, or into labels: none for all, some, or
// a path that leads to them; and tags to save them under.
func (c *chain) byVia(method string, args []any) (*chain, bool) {
	via, viaCost, ok := viaOf(args)
	tags, known := tagsOf(args)
	if !ok || !known {
		return nil, false
	}
	next := c.cost.beside(viaCost)
	p := c.take()
	switch method {
	case "in":
		p = p.InWithTags(tags, via...)
	case "out":
		p = p.OutWithTags(tags, via...)
	case "both":
		p, next = p.BothWithTags(tags, via...), next.then(cost{times: 2, plus: 1})
	default:
		p = p.LabelContextWithTags(tags, via...)
		// Each step after it would walk a path to the labels again.
		ok = viaCost == cost{}
	}
	return &chain{p, next}, ok
}

func (c *chain) byPath(method string, other *chain) *chain {
	p, o := c.take(), other.path
	switch method {
	case "follow":
		return &chain{p.Follow(o), c.cost.then(other.cost)}
	case "followR":
		return &chain{p.FollowReverse(o), c.cost.then(other.cost)}
	case "and", "intersect":
		return &chain{p.And(o), c.cost.beside(other.cost)}
	case "or", "union":
		return &chain{p.Or(o), c.cost.beside(other.cost)}
	default:
		return &chain{p.Except(o), c.cost.beside(other.cost)}
	}
}

func (c *chain) byTags(method string, args []any) (*chain, bool) {
	tags, ok := texts(args)
	if !ok || len(tags) == 0 {
		return nil, false
	}
	next := c.cost.beside()
	if method == "tag" || method == "as" {
		return &chain{c.take().Tag(tags...), next}, true
	}
	if len(tags) > 1 {
		return nil, false
	}
	switch p := c.take(); method {
	case "back": // walks again, backwards, what stands after the tag
		return &chain{p.Back(tags[0]), next.beside(c.cost)}, true
	case "saveInPredicates":
		return &chain{p.SavePredicates(true, tags[0]), next}, true
	default:
		return &chain{p.SavePredicates(false, tags[0]), next}, true
	}
}

// bySet takes the steps that remember the nodes they have seen.
func (c *chain) bySet(method string) *chain {
	next := c.cost.beside()
	next.sets++
	switch p := c.take(); method {
	case "unique":
		return &chain{p.Unique(), next}
	case "labels": // of the links that lead out and of those that lead in
		return &chain{p.Labels(), next.then(cost{times: 2, plus: 1})}
	case "inPredicates":
		return &chain{p.InPredicates(), next}
	default:
		return &chain{p.OutPredicates(), next}
	}
}
