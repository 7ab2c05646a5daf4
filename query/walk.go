package query

import (
	"fmt"
	"slices"
	"strings"

	"mandate/graph"
	"mandate/graph/index"
)

// Direction says which way links may be walked.
type Direction string

// The directions of a walk.
const (
	Either   Direction = "either" // both ways; what an empty Direction means
	Outwards Direction = "out"    // from subject to object alone
	Inwards  Direction = "in"     // from object to subject alone
)

// Walk says which links a search walks and which nodes it passes. The zero
// value walks what statements say of actors, topics, principles, goals and
// instruments, the direct links derived from them, and links that the
// vocabulary does not know, such as imported ones. Of each pair of lists, the
// first, where it is not empty, names all that may be walked or passed, the
// second what may not. The ends of a search are not subject to the filters.
type Walk struct {
	Predicates, NotPredicates []string      // IRIs
	Forces, NotForces         []graph.Force // of the statements behind a link
	Docs, NotDocs             []string      // that say so: ID, IRI or title
	Kinds, NotKinds           []string      // of nodes: classes, and kinds of actor
	Direction                 Direction
	// Hubs lets in what connects everything with everything and so is left out:
	// classes, headings, documents, the missing actor of gaps, and the links that
	// lead there, rdf:type among them.
	Hubs bool
}

// walker walks the links that a Walk allows, on one state of the graph.
type walker struct {
	v                         *View
	m                         *memory
	predicates, notPredicates []index.Node
	docs, notDocs             []index.Node
	forces, notForces         []graph.Force
	kinds, notKinds           []string
	onlyPredicates            bool // what is not in predicates is not walked
	out, in, hubs             bool
	byEvidence                bool // links weigh by their evidence
	work                      *work

	ways   *ways      // where they are all that may be walked; nil: the links of the index are
	down   []descent  // into what is folded away of them
	apart  bool       // the ends of the search are in different regions
	double index.Node // whose steps are those of the node beside all others
}

// newWalker resolves the names of a Walk. ErrParameter, or as Resolve says.
func (v *View) newWalker(o Walk, m *memory, w *work) (*walker, error) {
	k := &walker{v: v, m: m, work: w, hubs: o.Hubs, forces: o.Forces, notForces: o.NotForces,
		kinds: o.Kinds, notKinds: o.NotKinds, onlyPredicates: len(o.Predicates) > 0,
		out: o.Direction != Inwards, in: o.Direction != Outwards}
	if !slices.Contains([]Direction{"", Either, Outwards, Inwards}, o.Direction) {
		return nil, fmt.Errorf("%w: no direction is called %q; the directions are either, out and in", ErrParameter, o.Direction)
	}
	if err := checkForces(slices.Concat(o.Forces, o.NotForces)); err != nil {
		return nil, err
	}
	for _, kind := range slices.Concat(o.Kinds, o.NotKinds) {
		if !slices.Contains(Kinds(), kind) {
			return nil, fmt.Errorf("%w: no kind of node is called %q; the kinds are %s", ErrParameter, kind, strings.Join(Kinds(), ", "))
		}
	}
	for _, names := range []struct {
		given []string
		into  *[]index.Node
		node  func(string) (index.Node, error)
	}{
		{o.Predicates, &k.predicates, v.predicate}, {o.NotPredicates, &k.notPredicates, v.predicate},
		{o.Docs, &k.docs, v.documentNode}, {o.NotDocs, &k.notDocs, v.documentNode},
	} {
		for _, name := range names.given {
			n, err := names.node(name)
			if err != nil {
				return nil, err
			}
			*names.into = append(*names.into, n)
		}
	}
	return k, nil
}

// Kinds returns all that Walk.Kinds may name.
func Kinds() []string {
	kinds := append(index.EntityClasses(), graph.ClassStatement)
	for _, k := range graph.ActorKinds() {
		kinds = append(kinds, string(k))
	}
	return kinds
}

// predicate finds a predicate by its IRI. One that the vocabulary has and no
// quad uses yet is no error.
func (v *View) predicate(iri string) (index.Node, error) {
	bare := strings.TrimSuffix(strings.TrimPrefix(iri, "<"), ">")
	n, ok := v.x.NodeOf(bare)
	if _, known := vocabulary()[bare]; !ok && !known {
		return index.None, fmt.Errorf("%w: no predicate is called %q", ErrParameter, iri)
	}
	return n, nil
}

func (v *View) documentNode(name string) (index.Node, error) {
	id, err := v.DocumentID(name)
	n, _ := v.x.NodeOf(graph.DocIRI(id))
	return n, err
}

// follow lets the walker use the ways for a search between two nodes, if they
// are made and have all that it may walk. Hubs and literals can be its ends but
// are no part of them, and twins are not told apart in them.
func (k *walker) follow(o PathOptions, a, b index.Node) {
	plain := len(k.forces)+len(k.notForces)+len(k.docs)+len(k.notDocs)+len(k.kinds)+len(k.notKinds)+len(k.notPredicates) == 0 &&
		!k.onlyPredicates && !k.hubs && !k.byEvidence && k.out && k.in
	if !plain || !k.passes(a) || !k.passes(b) {
		return
	}
	k.ways = k.v.wayfinder.find(k.v)
	if k.ways != nil && (k.ways.isTwin(a) || k.ways.isTwin(b)) {
		k.ways = nil
	}
	if k.ways != nil {
		k.apart = k.ways.region[a] != k.ways.region[b]
		k.down = append(k.ways.descents(a, o.MaxHops), k.ways.descents(b, o.MaxHops)...)
	}
}

// steps returns the steps from n that may be walked: away from it or, backwards,
// those by which it is come to. Where they lead is not looked at. They stay
// until steps are asked for again.
func (k *walker) steps(n index.Node, backwards bool) []step {
	if k.ways != nil {
		return k.laidOut(n)
	}
	out, in := k.out, k.in
	if backwards {
		out, in = in, out
	}
	steps := k.m.steps[:0]
	if out {
		for place, l := range k.v.x.OutPlaces(n) {
			if !k.work.spend(1) {
				break
			}
			if k.walks(l) {
				steps = append(steps, step{l.Object, place})
			}
		}
	}
	if in {
		for place, l := range k.v.x.InPlaces(n) {
			if !k.work.spend(1) {
				break
			}
			if k.walks(l) {
				steps = append(steps, step{l.Subject, place})
			}
		}
	}
	k.m.steps = steps
	return steps
}

// laidOut returns the steps from n by the ways.
func (k *walker) laidOut(n index.Node) []step {
	if n == k.v.x.Bound() {
		n = k.double
	}
	steps := k.ways.of(n)
	for _, d := range k.down {
		if d.from == n {
			k.m.steps = append(append(k.m.steps[:0], steps...), d.step)
			steps = k.m.steps
		}
	}
	if !k.work.spend(len(steps)) {
		return nil
	}
	return steps
}

// link returns the link of a step.
func (k *walker) link(st step) index.Link { return k.v.x.LinkAt(st.place) }

// walks tells whether a link passes all filters.
func (k *walker) walks(l index.Link) bool {
	switch {
	case k.onlyPredicates && !slices.Contains(k.predicates, l.Predicate):
		return false
	case !k.onlyPredicates && !k.hubs && !k.role(l.Predicate).walked():
		return false
	case slices.Contains(k.notPredicates, l.Predicate), slices.Contains(k.notDocs, l.Label):
		return false
	case len(k.docs) > 0 && !slices.Contains(k.docs, l.Label):
		return false
	}
	return len(k.forces)+len(k.notForces) == 0 || k.hasForce(l)
}

// hasForce tells whether a link is proven by a statement of a force that may
// be walked. What nobody states has no force.
func (k *walker) hasForce(l index.Link) bool {
	if k.role(l.Subject) != statementNode && !k.role(l.Predicate).derived() {
		return len(k.forces) == 0
	}
	return len(k.evidence(l)) > 0
}

// passes tells whether a search may go through a node.
func (k *walker) passes(n index.Node) bool {
	switch k.role(n) {
	case literalNode:
		return false
	case statementNode:
		return !slices.Contains(k.notKinds, graph.ClassStatement)
	case hubNode:
		if !k.hubs && len(k.kinds) == 0 {
			return false
		}
	}
	if len(k.kinds)+len(k.notKinds) == 0 {
		return true
	}
	e := k.v.Describe(n)
	named := func(list []string) bool { return slices.Contains(list, e.Class) || slices.Contains(list, e.Kind) }
	return (len(k.kinds) == 0 || named(k.kinds)) && !named(k.notKinds)
}

// role returns what part a node plays; it is worked out once for each.
func (k *walker) role(n index.Node) role {
	k.m.roles = grown(k.m.roles, n)
	r := k.m.roles[n]
	if r == unknownRole {
		r = k.v.roleOf(n)
		k.m.roles[n] = r
	}
	return r
}
