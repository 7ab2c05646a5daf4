package index

import "mandate/graph"

// Stats counts what an index holds.
type Stats struct {
	Documents  int
	Quads      int
	Nodes      int
	Classes    map[string]int // nodes by class: Actor, Goal, Statement, …
	Statements int
	Forces     map[graph.Force]int // statements by force
	Actors     int
	Gaps       int // statements whose agent is not named
	Sentences  int
	Unread     graph.Unread
}

// Stats counts; it walks all links of documents and the types of all nodes.
func (x *Index) Stats() Stats {
	s := Stats{
		Documents: x.Documents(), Quads: x.Size(), Nodes: x.nodes(),
		Classes: x.classes(), Forces: map[graph.Force]int{},
	}
	for _, d := range x.Summaries() {
		s.Statements += d.Statements()
		s.Sentences += d.Sentences
		s.Unread = s.Unread.Plus(d.Unread)
		for f, count := range d.Forces {
			s.Forces[f] += count
		}
	}
	s.Actors, s.Gaps = s.Classes[graph.ClassActor], s.Classes[graph.ClassGap]
	return s
}

// classes counts the nodes of each class, each once however many documents say
// so.
func (x *Index) classes() map[string]int {
	rdfType, ok := x.NodeOf(graph.PredType)
	if !ok {
		return map[string]int{}
	}
	counts := map[string]int{}
	for n := None + 1; int(n) < x.values.len(); n++ {
		last := None
		for _, l := range x.OutBy(n, rdfType) {
			if l.Object != last {
				counts[x.IRI(l.Object)]++
			}
			last = l.Object
		}
	}
	return counts
}
