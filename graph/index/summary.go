package index

import (
	"mandate/graph"

	"github.com/cayleygraph/quad"
)

// Summary is what the links alone tell of a document: its head, and how much
// was found in it.
type Summary struct {
	Head      graph.Document // without sections, blocks and sentences
	Sentences int
	Sections  int
	Actors    int
	Forces    map[graph.Force]int // statements by force
	Gaps      int                 // statements whose agent is not named
	Unread    graph.Unread
}

// Statements returns how many statements there are.
func (s *Summary) Statements() int {
	n := 0
	for _, count := range s.Forces {
		n += count
	}
	return n
}

// Documents returns how many documents there are.
func (x *Index) Documents() int { return len(x.sorted) }

// Summaries returns the summaries of all documents by ID, also of those that
// cannot be read. The caller must not change them.
func (x *Index) Summaries() []*Summary {
	out := make([]*Summary, len(x.sorted))
	x.each(func(i int, d *document) {
		d.summing.Do(func() { d.summary = x.summarise(d) })
		out[i] = &d.summary
	})
	return out
}

// Summary returns the summary of one document by ID.
func (x *Index) Summary(doc string) (*Summary, bool) {
	d := x.document(doc)
	if d == nil || !d.declared {
		return nil, false
	}
	d.summing.Do(func() { d.summary = x.summarise(d) })
	return &d.summary, true
}

// Head returns what the document's own node says of how it was read, without its
// text: found at once, however large the document is.
func (x *Index) Head(doc string) (graph.Document, bool) {
	d := x.document(doc)
	if d == nil || !d.declared {
		return graph.Document{}, false
	}
	head := graph.Document{ID: doc}
	for predicate, said := range map[string]*string{
		graph.PredTitle: &head.Title, graph.PredSource: &head.Source, graph.PredFormat: &head.MediaType,
		graph.PredSHA256: &head.SHA256, graph.PredFileSHA256: &head.FileSHA256,
		graph.PredExtractor: &head.Extractor, graph.PredModel: &head.Model,
	} {
		if p, ok := x.NodeOf(predicate); ok {
			for text := range x.literals(d.node, p) {
				*said = text
			}
		}
	}
	return head, true
}

// summarise goes through the links of a document.
func (x *Index) summarise(d *document) Summary {
	rdfType, _ := x.NodeOf(graph.PredType)
	var own []quad.Quad
	classes := map[Node]int{}
	for l := range x.walk(byLabel, d.node) {
		if l.Predicate == rdfType {
			classes[l.Object]++
		} else if l.Subject == d.node {
			own = append(own, x.quad(l))
		}
	}
	head, sentences := graph.HeadFrom(d.id, own)
	s := Summary{Head: head.Document, Unread: head.Unread, Sentences: sentences, Forces: map[graph.Force]int{}}
	for class, count := range classes {
		switch name := x.IRI(class); name {
		case graph.ClassHeading:
			s.Sections = count
		case graph.ClassActor:
			s.Actors = count
		case graph.ClassGap:
			s.Gaps = count
		default:
			if f, ok := graph.ForceOfClass(name); ok {
				s.Forces[f] = count
			}
		}
	}
	return s
}
