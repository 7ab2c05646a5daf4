package query

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"mandate/graph"
	"mandate/graph/index"
)

// Filter selects statements; an empty field selects all. Names are given as
// Resolve understands them.
type Filter struct {
	Actor  string        // the attribute; graph.Unassigned for gaps
	Forces []graph.Force // one of these
	Serves string        // principle, goal, section; a document, for what stands under no heading
	Topic  string
	Names  string // an actor named in another part
	Doc    string // document ID, IRI or title
	Text   string // words that all stand in the statement or its sentence
}

// Page is the part of a list to hand out.
type Page struct {
	Limit  int    // how many; 0 for all
	Cursor string // Next of the page before; empty for the first
}

// Statements returns one page of the statements that fit the filter, by
// document and text order, with how many there are in all and the cursor of the
// next page, empty at the end.
func (v *View) Statements(f Filter, p Page) (page []index.Statement, total int, next string, err error) {
	candidates, err := v.candidates(f)
	if err != nil {
		return nil, 0, "", err
	}
	fits, err := v.test(f)
	if err != nil {
		return nil, 0, "", err
	}
	var all []index.Statement
	for s := range candidates {
		if fits(s) {
			all = append(all, s)
		}
	}
	page, next, err = Cut(all, p, func(s index.Statement) string { return s.ID })
	return page, len(all), next, err
}

// Cut returns one page of a list whose items have an identity, and the cursor
// of the next page. ErrParameter where the cursor is not of this list.
func Cut[T any](all []T, p Page, id func(T) string) (page []T, next string, err error) {
	first := 0
	if p.Cursor != "" {
		last := slices.IndexFunc(all, func(item T) bool { return id(item) == p.Cursor })
		if last < 0 {
			return nil, "", fmt.Errorf("%w: cursor: the list has changed, read it again from the start", ErrParameter)
		}
		first = last + 1
	}
	page = all[first:]
	if p.Limit > 0 && len(page) > p.Limit {
		page = page[:p.Limit]
		next = id(page[len(page)-1])
	}
	return page, next, nil
}

// candidates walks the statements of the narrowest list at hand.
func (v *View) candidates(f Filter) (iter.Seq[index.Statement], error) {
	switch {
	case f.Actor != "":
		id, err := v.actorID(f.Actor)
		return slices.Values(v.x.ByActor(id)), err
	case f.Serves != "":
		e, err := v.Resolve(f.Serves, servable()...)
		return slices.Values(v.x.ByServed(e.Node)), err
	case f.Topic != "":
		e, err := v.Resolve(f.Topic, graph.ClassTopic)
		return slices.Values(v.x.ByTopic(e.Node)), err
	case f.Names != "":
		e, err := v.Resolve(f.Names, graph.ClassActor)
		return slices.Values(v.x.StatementsTo(e.Node, graph.PredInvolves, graph.PredRecipient)), err
	case f.Doc != "":
		id, err := v.DocumentID(f.Doc)
		return slices.Values(v.x.ByDocument(id)), err
	}
	return v.x.Statements(), nil
}

// test tells whether a statement fits one field of a filter.
type test func(index.Statement) bool

// test makes the test of whether a statement fits all fields of the filter.
func (v *View) test(f Filter) (test, error) {
	tests, err := hasForce(f.Forces)
	if err != nil {
		return nil, err
	}
	for _, field := range []struct {
		given string
		test  func(string) (test, error)
	}{
		{f.Serves, v.serves}, {f.Topic, v.concerns}, {f.Names, v.naming}, {f.Doc, v.within}, {f.Text, v.mentions},
	} {
		if field.given == "" {
			continue
		}
		fits, err := field.test(field.given)
		if err != nil {
			return nil, err
		}
		tests = append(tests, fits)
	}
	return func(s index.Statement) bool {
		return !slices.ContainsFunc(tests, func(fits test) bool { return !fits(s) })
	}, nil
}

func hasForce(forces []graph.Force) ([]test, error) {
	if err := checkForces(forces); len(forces) == 0 || err != nil {
		return nil, err
	}
	return []test{func(s index.Statement) bool { return slices.Contains(forces, s.Force) }}, nil
}

func checkForces(forces []graph.Force) error {
	for _, f := range forces {
		if strength(f) < 0 {
			return fmt.Errorf("%w: no force is called %q; the forces are %s", ErrParameter, f, forceNames())
		}
	}
	return nil
}

func (v *View) serves(name string) (test, error) {
	e, err := v.Resolve(name, servable()...)
	return func(s index.Statement) bool { return slices.Contains(s.Serves, e.Node) }, err
}

func (v *View) concerns(name string) (test, error) {
	e, err := v.Resolve(name, graph.ClassTopic, graph.ClassInstrument)
	return func(s index.Statement) bool {
		return slices.Contains(s.Topics, e.Node) || slices.Contains(s.References, e.Node)
	}, err
}

func (v *View) naming(name string) (test, error) {
	e, err := v.Resolve(name, graph.ClassActor)
	return func(s index.Statement) bool {
		return slices.Contains(s.Involves, e.ID) || slices.Contains(s.Recipients, e.ID)
	}, err
}

func (v *View) within(name string) (test, error) {
	id, err := v.DocumentID(name)
	return func(s index.Statement) bool { return s.Reading.Document.ID == id }, err
}

// mentions tests whether all the words stand in a statement. The statements of
// a document are matched at once, when the first of them is asked about.
func (v *View) mentions(text string) (test, error) {
	words := v.words.stems.wanted(text)
	var (
		reading *graph.Reading
		matched map[string]bool
	)
	return func(s index.Statement) bool {
		if s.Reading != reading {
			reading, matched = s.Reading, map[string]bool{}
			for i, score := range v.words.match(reading, words, inSentence) {
				if score > 0 {
					matched[reading.Statements[i].ID] = true
				}
			}
		}
		return matched[s.ID]
	}, nil
}

// actorID resolves an actor, or the missing actor of gaps.
func (v *View) actorID(name string) (string, error) {
	if name == graph.Unassigned || name == graph.ActorIRI(graph.Unassigned) {
		return graph.Unassigned, nil
	}
	e, err := v.Resolve(name, graph.ClassActor)
	return e.ID, err
}

// DocumentID resolves a document by its ID, IRI or title.
func (v *View) DocumentID(name string) (string, error) {
	if _, ok := v.x.Head(name); ok {
		return name, nil
	}
	e, err := v.Resolve(name, graph.ClassDocument)
	return e.ID, err
}

// servable are the classes of what a statement can serve.
func servable() []string {
	return []string{graph.ClassPrinciple, graph.ClassGoal, graph.ClassSection, graph.ClassDocument}
}

func forceNames() string {
	var names []string
	for _, f := range graph.Forces() {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}
