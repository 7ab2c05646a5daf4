package query

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"mandate/graph"
	"mandate/graph/index"
)

// Answer looks a question up: at most limit rows, 0 for all. A name that is not
// known gives no rows and a note.
func (v *View) Answer(q Question, limit int) Answer {
	a := Answer{Question: q}
	if q.Doc != "" {
		if a.Documents = v.documentsCalled(q.Doc); len(a.Documents) == 0 {
			a.Note = fmt.Sprintf("no document is called %q", q.Doc)
			return a
		}
	}
	if q.Actor != "" {
		if a.Actors = v.actorsCalled(q.Actor); len(a.Actors) == 0 {
			a.Note = (&UnknownError{Name: q.Actor, Wanted: "actor", Suggestions: v.suggest(q.Actor, []string{graph.ClassActor})}).Error()
			return a
		}
	}
	a.Rows, a.Total = v.rows(q, a.Actors, a.Documents, limit)
	return a
}

// rows returns the statements that answer a question, the best first: at most
// limit of them, 0 for all, and how many there are.
func (v *View) rows(q Question, actors, documents []index.Entity, limit int) (rows []Row, total int) {
	j := judge{question: q, view: v, aims: v.words.asked(q.Aims, q.Alike), about: v.words.asked(q.About, q.Alike)}
	if len(j.aims)+len(j.about)+len(q.Actor)+len(q.Forces) == 0 {
		return nil, 0 // it asks for nothing that could be looked up
	}
	var found []scored
	least := 0.0
	for _, r := range v.readingsOf(documents) {
		words := v.words.of()[r]
		if !j.read(words) {
			continue
		}
		statements := v.x.ByDocument(r.Document.ID)
		for i := range j.candidates(words) {
			if !madeBy(statements[i], actors) {
				continue
			}
			if score, ok := j.score(&statements[i], i); ok && score >= least {
				found = append(found, scored{score, len(found), &statements[i], words, i})
				least = max(least, behind*score)
			}
		}
	}
	found = slices.DeleteFunc(found, func(s scored) bool { return s.score < least })
	slices.SortFunc(found, scored.compare)
	if total = len(found); limit > 0 && total > limit {
		found = found[:limit]
	}
	for _, s := range found {
		rows = append(rows, Row{Statement: *s.statement, Score: s.score, Matched: j.matched(s.words, s.place)})
	}
	return rows, total
}

// behind is what a row must be worth of the first to be one.
const behind = 0.8

// scored is a statement that answers, before it is made a row.
type scored struct {
	score     float64
	order     int // as they stand in the texts
	statement *index.Statement
	words     docWords // of its reading
	place     int      // in its reading
}

func (s scored) compare(other scored) int {
	return cmp.Or(cmp.Compare(other.score, s.score), s.order-other.order)
}

// readingsOf returns the readings of the documents, all where none is given.
func (v *View) readingsOf(documents []index.Entity) []*graph.Reading {
	if len(documents) == 0 {
		return v.x.Readings()
	}
	return slices.DeleteFunc(slices.Clone(v.x.Readings()), func(r *graph.Reading) bool {
		return !slices.ContainsFunc(documents, func(e index.Entity) bool { return e.ID == r.Document.ID })
	})
}

func madeBy(s index.Statement, actors []index.Entity) bool {
	return len(actors) == 0 || slices.ContainsFunc(actors, func(e index.Entity) bool { return e.ID == s.Actor })
}

// actorsCalled returns the actors that a question may mean by a name: all that
// bear it, else those whose names have the same words in another inflection.
func (v *View) actorsCalled(name string) []index.Entity {
	if found := v.named(name, []string{graph.ClassActor}); len(found) > 0 {
		return found
	}
	wanted := v.words.stems.terms(name).single
	return v.alike(wanted, graph.ClassActor, func(has []string) bool { return slices.Equal(has, wanted) })
}

// documentsCalled returns the documents that a question may mean: by ID or
// title, else those that have most of the words where documents name themselves.
func (v *View) documentsCalled(name string) []index.Entity {
	if id, err := v.DocumentID(name); err == nil {
		if e, err := v.Lookup(graph.ClassDocument, id); err == nil {
			return []index.Entity{e}
		}
	}
	return v.documentsLike(v.words.stems.terms(name).single)
}

// Most of the words of a document's name must stand in its title, its ID, its
// byline or the beginning of its text.
const (
	mostOfName = 0.65
	beginning  = 400 // bytes
)

// documentsLike returns the documents that have most of the words, all that
// share the first place.
func (v *View) documentsLike(wanted []string) []index.Entity {
	var found []index.Entity
	most := mostOfName
	for _, r := range v.x.Readings() {
		d := &r.Document
		has := v.words.stems.terms(strings.Join([]string{d.Title, strings.ReplaceAll(d.ID, "-", " "), d.Byline, d.Text[:min(len(d.Text), beginning)]}, " ")).single
		share := 0.0
		for _, w := range wanted {
			if slices.Contains(has, w) {
				share += 1 / float64(len(wanted))
			}
		}
		e, err := v.Lookup(graph.ClassDocument, d.ID)
		switch {
		case err != nil || share < most:
		case share > most:
			found, most = []index.Entity{e}, share
		default:
			found = append(found, e)
		}
	}
	return found
}

// alike returns the entities of a class with a name whose stems fit.
func (v *View) alike(wanted []string, class string, fits func([]string) bool) []index.Entity {
	if len(wanted) == 0 {
		return nil
	}
	return slices.DeleteFunc(v.x.Entities(class), func(e index.Entity) bool {
		return !slices.ContainsFunc(append([]string{e.Label, strings.ReplaceAll(e.ID, "-", " ")}, e.Aliases...), func(name string) bool {
			return fits(v.words.stems.terms(name).single)
		})
	})
}
