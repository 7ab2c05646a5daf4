package query

import (
	"fmt"
	"math/bits"
	"slices"

	"mandate/graph"
	"mandate/graph/index"
)

// GraphFilter says which statements and links to draw. An empty field lets all
// through; names are given as Resolve understands them.
type GraphFilter struct {
	Doc       string        // what this document says
	NotKinds  []string      // without nodes of these kinds of actor or classes
	NotForces []graph.Force // without statements of these forces
	Serves    []string      // statements alone that serve one of these
	Topics    []string      // statements alone that concern one of these
	Evidence  int           // links alone that so many statements make; 0 for 1
	Between   bool          // with the links between actors, too
}

// A filter that holds a link of a statement back. Several may at once.
type held uint8

const (
	heldByDoc held = 1 << iota
	heldByForce
	heldByServed
	heldByTopic
	heldByActor  // the kind of the actor
	heldByTarget // the kind of what the link runs to

	filters = 6
)

// sieve is a GraphFilter whose names are resolved.
type sieve struct {
	v              *View
	doc            string
	kinds          map[string]bool
	forces         map[graph.Force]bool
	served, topics []index.Node
	evidence       int
	between        bool
	unassigned     index.Node
}

func (v *View) newSieve(f GraphFilter) (*sieve, error) {
	s := &sieve{v: v, kinds: map[string]bool{}, forces: map[graph.Force]bool{}, evidence: max(1, f.Evidence), between: f.Between}
	s.unassigned, _ = v.x.NodeOf(graph.ActorIRI(graph.Unassigned))
	for _, kind := range f.NotKinds {
		if !slices.Contains(Kinds(), kind) {
			return nil, fmt.Errorf("%w: no kind is called %q", ErrParameter, kind)
		}
		s.kinds[kind] = true
	}
	if err := checkForces(f.NotForces); err != nil {
		return nil, err
	}
	for _, force := range f.NotForces {
		s.forces[force] = true
	}
	var err error
	if f.Doc != "" {
		if s.doc, err = v.DocumentID(f.Doc); err != nil {
			return nil, err
		}
	}
	if s.served, err = v.resolveAll(f.Serves, servable()...); err != nil {
		return nil, err
	}
	s.topics, err = v.resolveAll(f.Topics, graph.ClassTopic, graph.ClassInstrument)
	return s, err
}

func (v *View) resolveAll(names []string, classes ...string) ([]index.Node, error) {
	var out []index.Node
	for _, name := range names {
		e, err := v.Resolve(name, classes...)
		if err != nil {
			return nil, err
		}
		out = append(out, e.Node)
	}
	return out, nil
}

// statement returns the filters that hold all links of a statement back.
func (s *sieve) statement(o index.Outline) (by held) {
	if s.doc != "" && o.Document != s.doc {
		by |= heldByDoc
	}
	if s.forces[o.Force] {
		by |= heldByForce
	}
	if len(s.served) > 0 && !meet(s.served, o.Serves) {
		by |= heldByServed
	}
	if len(s.topics) > 0 && !meet(s.topics, o.Topics) && !meet(s.topics, o.References) {
		by |= heldByTopic
	}
	if s.kinds[s.v.Describe(o.Actor).Kind] {
		by |= heldByActor
	}
	return by
}

// target returns whether the kind of what a link runs to holds it back.
func (s *sieve) target(n index.Node) held {
	if s.kinds[s.v.Describe(n).Kind] {
		return heldByTarget
	}
	return 0
}

func meet(a, b []index.Node) bool {
	return slices.ContainsFunc(a, func(n index.Node) bool { return slices.Contains(b, n) })
}

// sifting is what a sieve lets through, in the way that a drawing needs it.
type sifting struct {
	edges  []Edge // that have enough statements, in order
	anyway []Edge // also those that a single filter holds back
	facets func(near map[index.Node]int) Facets
}

// through returns what the filter lets through; where it lets all through, the
// same as before.
func (v *View) through(f GraphFilter) (sifting, error) {
	s, err := v.newSieve(f)
	switch {
	case err != nil:
		return sifting{}, err
	case s.open():
		return v.plain(), nil
	}
	return s.sifting(), nil
}

func (s *sieve) sifting() sifting {
	f := s.sift()
	return sifting{s.drawn(f), f.edges, func(near map[index.Node]int) Facets { return s.facets(f, near) }}
}

// siftPlain lets all through and keeps the links and what the filters have to
// offer, but not what that is made of.
func (v *View) siftPlain() sifting {
	s, _ := v.newSieve(GraphFilter{}) // which names nothing that could be unknown
	all := s.sifting()
	whole := all.facets(nil)
	return sifting{all.edges, all.edges, func(near map[index.Node]int) Facets {
		if near == nil {
			return whole
		}
		return s.sifting().facets(near)
	}}
}

// open tells whether the sieve lets all through.
func (s *sieve) open() bool {
	return s.doc == "" && len(s.kinds)+len(s.forces)+len(s.served)+len(s.topics) == 0 && s.evidence == 1 && !s.between
}

// strand is what one statement adds to one link.
type strand struct {
	edge int
	by   held
}

// sifted are the links of a graph, with those that a single filter holds back.
type sifted struct {
	edges   []Edge
	counts  [][filters + 1]int // statements of each link: let through, then by the filter that holds them back
	strands []strand           // by statement
	ends    []int              // how many strands there are after each of the outlines
	of      []index.Outline
}

// sift goes through all statements. What more than one filter holds back is of
// no interest: no filter by itself would let it in.
func (s *sieve) sift() *sifted {
	type key struct {
		actor, target index.Node
		predicate     string
		force         graph.Force
	}
	at, out := map[key]int{}, &sifted{}
	for o := range s.v.x.Outlines("") {
		by := s.statement(o)
		if o.Actor == s.unassigned || bits.OnesCount8(uint8(by)) > 1 {
			continue
		}
		first := len(out.strands)
		for l := range s.links(o) {
			held := by | s.target(l.to)
			if bits.OnesCount8(uint8(held)) > 1 {
				continue
			}
			k := key{o.Actor, l.to, l.predicate, o.Force}
			i, known := at[k]
			if !known {
				i = len(out.edges)
				at[k] = i
				out.edges = append(out.edges, Edge{Actor: o.Actor, Target: l.to, Predicate: l.predicate, Force: o.Force})
				out.counts = append(out.counts, [filters + 1]int{})
			}
			out.add(i, held, o.Node)
		}
		if len(out.strands) > first {
			out.of, out.ends = append(out.of, o), append(out.ends, len(out.strands))
		}
	}
	return out
}

func (f *sifted) add(edge int, by held, statement index.Node) {
	f.strands = append(f.strands, strand{edge, by})
	f.counts[edge][slot(by)]++
	if by == 0 {
		f.edges[edge].Statements = append(f.edges[edge].Statements, statement)
	}
}

// slot is the place of a single filter in the counts of a link, 0 for none.
func slot(by held) int {
	if by == 0 {
		return 0
	}
	return bits.TrailingZeros8(uint8(by)) + 1
}

// links walks the links that a statement makes in a drawing.
func (s *sieve) links(o index.Outline) func(func(link) bool) {
	return func(yield func(link) bool) {
		predicate, targets := direct(o.Force, o.Polarity, o.Topics, o.Serves)
		for _, target := range targets {
			if !yield(link{predicate, target}) {
				return
			}
		}
		if !s.between {
			return
		}
		for _, named := range []struct {
			predicate string
			actors    []index.Node
		}{{graph.PredInvolves, o.Involves}, {graph.PredRecipient, o.Recipients}} {
			for _, actor := range named.actors {
				if !yield(link{named.predicate, actor}) {
					return
				}
			}
		}
	}
}

// drawn returns the links that have enough statements, in order.
func (s *sieve) drawn(f *sifted) []Edge {
	out := slices.DeleteFunc(slices.Clone(f.edges), func(e Edge) bool { return len(e.Statements) < s.evidence })
	slices.SortFunc(out, s.v.compareEdges)
	return out
}
