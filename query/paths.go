package query

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"mandate/graph/index"
)

// PathOptions bound a search for paths. Zero fields take the default.
type PathOptions struct {
	MaxHops int // links from end to end, at most 12; default 6
	K       int // paths to return, at most 50; default 3
}

// Path is a way from one node to another, statement by statement. No node is
// passed twice.
type Path struct{ Hops []Hop }

// Hop is one link of a path. One of its ends is a statement, which is its
// evidence.
type Hop struct {
	From, To  index.Entity
	Predicate string // attribute, involves, serves, …: read from the statement
	Reversed  bool   // it is walked from the object to the statement
	Statement index.Statement
}

// Paths are the answer to a search.
type Paths struct {
	From, To index.Entity
	Paths    []Path // shortest first; of equal length the most telling first
	// Complete tells that no shorter and no better path can be missing. It is
	// false where the search was cut off at the most work that it may do.
	Complete bool
}

const (
	maxHops        = 12
	maxPaths       = 50
	defaultHops    = 6
	defaultPaths   = 3
	pathWork       = 5_000_000 // links looked at, before a search is cut off
	pathCandidates = 5_000     // paths of one length among which the best are chosen
)

// Paths finds the shortest ways between two nodes, given as Resolve understands
// them. The way goes through statements and what they name: actors, topics,
// principles, goals and instruments. A heading that is neither principle nor
// goal, a document or the missing actor of a gap can be an end of a path but
// not a station, as they connect everything with everything. Where one
// statement names both ends, that is the shortest path there can be.
func (v *View) Paths(ctx context.Context, from, to string, o PathOptions) (Paths, error) {
	o.MaxHops, o.K = cmp.Or(o.MaxHops, defaultHops), cmp.Or(o.K, defaultPaths)
	if o.MaxHops < 1 || o.MaxHops > maxHops || o.K < 1 || o.K > maxPaths {
		return Paths{}, fmt.Errorf("%w: max_hops must be 1 to %d, k 1 to %d", ErrParameter, maxHops, maxPaths)
	}
	a, err := v.Resolve(from)
	if err != nil {
		return Paths{}, err
	}
	b, err := v.Resolve(to)
	if err != nil {
		return Paths{}, err
	}
	if a.Node == b.Node {
		return Paths{}, fmt.Errorf("%w: both ends are %s (%s)", ErrParameter, a.Label, a.IRI)
	}
	s := newPathSearch(ctx, v, a.Node, b.Node)
	trails, err := s.shortest(o)
	if err != nil {
		return Paths{}, err
	}
	found := Paths{From: a, To: b, Complete: !s.cut}
	for _, t := range trails {
		found.Paths = append(found.Paths, v.path(t))
	}
	return found, nil
}

// path describes a trail.
func (v *View) path(t trail) Path {
	var p Path
	for i, step := range t.steps {
		from := t.start
		if i > 0 {
			from = t.steps[i-1].to
		}
		hop := Hop{From: v.Describe(from), To: v.Describe(step.to), Predicate: v.x.IRI(step.predicate), Reversed: step.reversed}
		at := from
		if step.reversed {
			at = step.to
		}
		hop.Statement, _ = v.x.StatementAt(at)
		p.Hops = append(p.Hops, hop)
	}
	return p
}

// compare puts the trail first whose stations are the more telling; of
// equal ones, the one whose statements come first.
func (s *pathSearch) compare(a, b trail) int {
	if c := cmp.Compare(a.cost, b.cost); c != 0 {
		return c
	}
	return slices.CompareFunc(a.steps, b.steps, func(x, y step) int {
		if x.to == y.to {
			return cmp.Compare(s.rank(x.predicate), s.rank(y.predicate))
		}
		sx, ok := s.v.x.StatementAt(x.to)
		sy, ok2 := s.v.x.StatementAt(y.to)
		if ok && ok2 {
			return compareByPlace(sx, sy)
		}
		return cmp.Compare(s.v.x.IRI(x.to), s.v.x.IRI(y.to))
	})
}
