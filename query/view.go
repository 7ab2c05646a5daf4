// Package query answers the questions that Mandate is asked: who is responsible
// for a topic, what an actor must do, how two nodes hang together, which
// statements fit a filter. Every answer is made of statements, so that each can
// show its sentence. It reads the index and knows nothing of how the graph is
// kept, of HTTP or of Cayley (the runner of Cayley's query languages is the
// subpackage gizmo).
package query

import (
	"cmp"
	"sync"
	"sync/atomic"

	"mandate/graph"
	"mandate/graph/index"
)

// View answers questions about one state of the graph. What several questions
// need (counts, words, links) is worked out when first asked for and kept. It
// is safe for concurrent use.
type View struct {
	x        *index.Index
	entities sync.Map // index.Node to index.Entity
	lists    sync.Map // class to []Item
	census   func() *census
	beside   sync.Map // index.Node to []Neighbour
	plain    func() sifting
	names    func() []spelling
	words    *wordIndex
	proofs   sync.Map // triple to []proven
	memories memories

	wayfinder wayfinder
}

// On returns a view of an index.
func On(x *index.Index) *View { return newView(x, newWordIndex(nil, x)) }

func newView(x *index.Index, words *wordIndex) *View {
	v := &View{x: x, words: words}
	v.census = sync.OnceValue(v.takeCensus)
	v.plain = sync.OnceValue(v.siftPlain)
	v.names = sync.OnceValue(v.spellings)
	return v
}

// Index returns the state that the view answers from.
func (v *View) Index() *index.Index { return v.x }

// Warm makes what the first question would wait for: the words of all documents.
func (v *View) Warm() { v.words.of() }

// entity describes a node, false for one that has no name.
func (v *View) entity(n index.Node) (index.Entity, bool) {
	if e, ok := v.entities.Load(n); ok {
		return e.(index.Entity), true
	}
	e, ok := v.x.Entity(n)
	if ok {
		v.entities.Store(n, e)
	}
	return e, ok
}

// Describe returns how to show a node of any kind: an entity, the missing
// actor of a gap, or a statement with its sentence for a label.
func (v *View) Describe(n index.Node) index.Entity {
	if e, ok := v.entity(n); ok {
		return e
	}
	iri := v.x.IRI(n)
	e := index.Entity{Node: n, IRI: v.name(n), ID: graph.LocalID(iri), Label: cmp.Or(graph.LocalID(iri), v.name(n))}
	if s, ok := v.x.StatementAt(n); ok {
		e.Class, e.Kind, e.Label = graph.ClassStatement, graph.ClassStatement, s.Evidence.Quote
	} else if iri == graph.ActorIRI(graph.Unassigned) {
		e.Class, e.Kind = graph.ClassGap, graph.ClassGap
	}
	return e
}

// Views keeps the view of the latest index and carries over to the next what
// stays true of it. The zero value is ready; it is safe for concurrent use.
type Views struct{ last atomic.Pointer[View] }

// Of returns the view of x, the same one as before while x is.
func (vs *Views) Of(x *index.Index) *View {
	last := vs.last.Load()
	if last != nil && last.x == x {
		return last
	}
	var words *wordIndex
	if last != nil {
		words = last.words
	}
	next := newView(x, newWordIndex(words, x))
	if last != nil && last.wayfinder.ways.Load() != nil {
		next.wayfinder.asked.Add(1) // they will be asked for again
	}
	vs.last.Store(next)
	return next
}
