package graph

import "slices"

// DirectEdge is a link from an actor that one statement gives rise to.
type DirectEdge struct {
	Actor     string // IRI
	Predicate string // one of DirectPredicates
	Target    string // IRI of principle, goal, section, document or topic
	Statement int    // index into Reading.Statements
}

// DirectEdges derives the links from the actors of a reading to what their
// statements serve or, for stances and prohibitions, to their topics. Gaps have
// no actor and give none.
func DirectEdges(r Reading) []DirectEdge {
	iris := r.Document.SectionIRIs()
	var edges []DirectEdge
	for i := range r.Statements {
		s := &r.Statements[i]
		predicate := s.Force.Predicate(s.Polarity)
		if s.Actor == Unassigned || predicate == "" {
			continue
		}
		targets := ServedBy(&r.Document, iris, s)
		if TowardsTopics(predicate) {
			targets = topicIRIs(s)
		}
		for _, target := range targets {
			edges = append(edges, DirectEdge{ActorIRI(s.Actor), predicate, target, i})
		}
	}
	return edges
}

// ServedBy returns the IRIs of what a statement serves, given the SectionIRIs of
// its document, innermost first: its section; every principle and goal above it;
// the goals that it lists, names or repeats the words of. A statement under no
// heading serves its document.
func ServedBy(d *Document, sectionIRIs []string, s *Statement) []string {
	var served []string
	if s.Section >= 0 {
		served = append(served, sectionIRIs[s.Section])
		for i := s.Section; i >= 0; i = d.Sections[i].Parent {
			if d.Sections[i].Kind != SectionPlain {
				served = append(served, sectionIRIs[i])
			}
		}
	}
	for _, g := range s.Goals {
		served = append(served, GoalIRI(g))
	}
	if len(served) == 0 {
		served = append(served, DocIRI(d.ID))
	}
	return distinct(served)
}

func topicIRIs(s *Statement) []string {
	iris := make([]string, len(s.Topics))
	for i, t := range s.Topics {
		iris[i] = TopicIRI(t)
	}
	return distinct(iris)
}

// distinct removes later doubles, keeping the order.
func distinct(list []string) []string {
	out := list[:0:0]
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
