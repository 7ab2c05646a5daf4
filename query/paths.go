package query

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"mandate/graph/index"
)

// Length says what makes a path short.
type Length string

// The lengths of paths.
const (
	ByHops Length = "hops" // each link is 1 long; what an empty Length means
	// ByEvidence makes what many sentences say shorter: a link that n sentences
	// prove is 1 + 1/n long, in sixtieths rounded down, and one that none proves 2.
	ByEvidence Length = "evidence"
)

// PathOptions bound a search for paths. Zero fields take the default.
type PathOptions struct {
	Walk
	MaxHops int    // links from end to end, at most 12; default 6
	K       int    // paths to return, at most 50; default 3
	By      Length // ByHops or ByEvidence
	Work    int    // links that may be looked at; default 5,000,000
	Shown   int    // statements to return with a hop, at most 100; default 3
}

// Path is a way from one node to another, link by link. No node is passed twice.
type Path struct {
	Hops   []Hop
	Length float64 // by the Length that was asked for
}

// Hop is one link of a path, with the statements that prove it.
type Hop struct {
	From, To   index.Entity
	Predicate  string            // attribute, serves, commitsTo, …
	Reversed   bool              // it is walked from the object to the subject
	Evidence   int               // statements that prove it; none does behind imported links
	Statements []index.Statement // the first of them, by document and text order
}

// Paths are the answer to a search.
type Paths struct {
	From, To index.Entity
	Paths    []Path // shortest first; of equal length the most telling first
	// Complete tells that no shorter and no better path can be missing. It is
	// false where the search was cut off at the most work that it may do.
	Complete bool
	Work     int // links that were looked at
}

const (
	maxHops      = 12
	maxPaths     = 50
	defaultHops  = 6
	defaultPaths = 3
	defaultWork  = 5_000_000

	maxShown     = 100
	defaultShown = 3
)

func (o *PathOptions) check() error {
	o.MaxHops, o.K, o.By = cmp.Or(o.MaxHops, defaultHops), cmp.Or(o.K, defaultPaths), cmp.Or(o.By, ByHops)
	o.Work, o.Shown = cmp.Or(o.Work, defaultWork), cmp.Or(o.Shown, defaultShown)
	if o.Shown < 1 || o.Shown > maxShown {
		return fmt.Errorf("%w: 1 to %d statements can be shown with a hop", ErrParameter, maxShown)
	}
	if o.MaxHops < 1 || o.MaxHops > maxHops || o.K < 1 || o.K > maxPaths || o.Work < 1 {
		return fmt.Errorf("%w: max_hops must be 1 to %d, k 1 to %d", ErrParameter, maxHops, maxPaths)
	}
	if o.By != ByHops && o.By != ByEvidence {
		return fmt.Errorf("%w: a path is not short by %q; it is by hops or by evidence", ErrParameter, o.By)
	}
	return nil
}

// Paths finds the shortest ways between two nodes, given as Resolve understands
// them or, where they are nothing that Resolve knows, by IRI. Of equally long
// ways the one comes first that goes through what few links share, as that says
// more; the same graph gives the same answer, in whichever order it was read.
func (v *View) Paths(ctx context.Context, from, to string, o PathOptions) (Paths, error) {
	if err := o.check(); err != nil {
		return Paths{}, err
	}
	a, err := v.end(from)
	if err != nil {
		return Paths{}, err
	}
	b, err := v.end(to)
	if err != nil {
		return Paths{}, err
	}
	if a.Node == b.Node {
		return Paths{}, fmt.Errorf("%w: both ends are %s (%s)", ErrParameter, a.Label, v.name(a.Node))
	}
	return v.pathsBetween(ctx, a, b, o)
}

// PathsBetween is Paths for nodes by their numbers.
func (v *View) PathsBetween(ctx context.Context, from, to index.Node, o PathOptions) (Paths, error) {
	if err := o.check(); err != nil {
		return Paths{}, err
	}
	return v.pathsBetween(ctx, v.Describe(from), v.Describe(to), o)
}

func (v *View) pathsBetween(ctx context.Context, a, b index.Entity, o PathOptions) (Paths, error) {
	m := v.memories.borrow()
	defer v.memories.giveBack(m)
	w := &work{ctx: ctx, left: o.Work}
	k, err := v.newWalker(o.Walk, m, w)
	if err != nil {
		return Paths{}, err
	}
	k.byEvidence = o.By == ByEvidence
	k.follow(o, a.Node, b.Node)
	r := ranking{pathSearch: pathSearch{walker: k, goal: b.Node}, from: a.Node, o: o}
	routes := r.routes()
	if err := ctx.Err(); err != nil {
		return Paths{}, err
	}
	found := Paths{From: a, To: b, Complete: !w.cut, Work: o.Work - w.left}
	for _, way := range routes {
		found.Paths = append(found.Paths, k.path(a.Node, way, o.Shown))
	}
	return found, nil
}

// end finds the node that a name means, any node by its IRI.
func (v *View) end(name string) (index.Entity, error) {
	e, err := v.Resolve(name)
	if errors.Is(err, ErrUnknown) {
		if nodes := v.x.Named(name); len(nodes) == 1 {
			return v.Describe(nodes[0]), nil
		}
	}
	return e, err
}

// path describes a route.
func (k *walker) path(start index.Node, r route, shown int) Path {
	p := Path{Length: float64(r.length) / hopLength}
	if k.byEvidence {
		p.Length = float64(r.length) / evidenceLength
	}
	for i, st := range r.steps {
		p.Hops = append(p.Hops, k.hop(r.node(start, i), st, shown))
	}
	return p
}

// hop describes a step.
func (k *walker) hop(from index.Node, st step, shown int) Hop {
	l := k.link(st)
	evidence := k.evidence(l)
	return Hop{
		From: k.v.Describe(from), To: k.v.Describe(st.to), Predicate: k.v.x.IRI(l.Predicate), Reversed: l.Subject == st.to,
		Evidence: len(evidence), Statements: k.v.first(evidence, shown),
	}
}
