package query

import (
	"cmp"
	"fmt"
	"regexp"
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
			a.Near = v.suggest(q.Doc, []string{graph.ClassDocument})
			return a
		}
	}
	if q.Actor != "" {
		if q, a.Actors = v.meant(q, &a); len(a.Actors) == 0 {
			a.Near = v.suggest(q.Actor, []string{graph.ClassActor})
			a.Note = (&UnknownError{Name: q.Actor, Wanted: "actor", Suggestions: a.Near}).Error()
			return a
		}
	}
	a.Rows, a.Total = v.rows(q, a.Actors, a.Documents, limit)
	if a.Total == 0 && len(a.Actors) > 0 {
		if others := v.alsoCalled(q, a.Actors); len(others) > 0 {
			a.Actors = others
			a.Rows, a.Total = v.rows(q, others, a.Documents, limit)
		}
	}
	return a
}

// meant returns the actors that a question means, and the question as it is asked
// of them.
func (v *View) meant(q Question, a *Answer) (Question, []index.Entity) {
	if found := v.actorsCalled(q); len(found) > 0 {
		return q, found
	}
	if of, found := v.ofOwner(q); len(found) > 0 {
		return of, found
	}
	we, documents := v.speakers(q)
	if len(we) > 0 && len(a.Documents) == 0 {
		a.Documents = documents
	}
	return q, we
}

// rows returns the statements that answer a question, the best first: at most
// limit of them, 0 for all, and how many there are.
func (v *View) rows(q Question, actors, documents []index.Entity, limit int) (rows []Row, total int) {
	j := v.newJudge(q)
	if len(j.aims)+len(j.about)+len(q.Actor)+len(q.Forces) == 0 {
		return nil, 0 // it asks for nothing that could be looked up
	}
	readings, indexed := v.readingsOf(documents), v.words.of()
	found := j.searchAll(readings, actors)
	total = len(found)
	for _, s := range foremostOf(found, limit) {
		r := readings[s.reading]
		statement := v.x.ByDocument(r.Document.ID)[s.place]
		rows = append(rows, Row{Statement: statement, Score: float64(s.score), Matched: j.matched(indexed[r], int(s.place))})
	}
	return rows, total
}

// shareOfWork is how many documents make it worth while to look in them on
// another core.
const shareOfWork = 16

// searchAll looks in readings on all cores.
func (j *judge) searchAll(readings []*graph.Reading, actors []index.Entity) []scored {
	found := make([][]scored, partsOf(len(readings), shareOfWork))
	inParts(len(found), func(n int) {
		first, end := n*len(readings)/len(found), (n+1)*len(readings)/len(found)
		found[n] = j.another().search(readings[first:end], first, actors)
	})
	return best(slices.Concat(found...))
}

// best leaves out what the best of all finds are far above.
func best(found []scored) []scored {
	worth := bar{}
	for _, s := range found {
		worth.raise(s)
	}
	return slices.DeleteFunc(found, worth.below)
}

// search looks in readings, the first of which has a number.
func (j *judge) search(readings []*graph.Reading, first int, actors []index.Entity) (found []scored) {
	indexed, worth := j.view.words.of(), bar{}
	for n, r := range readings {
		words := indexed[r]
		if !j.read(words) {
			continue
		}
		statements := j.view.x.ByDocument(r.Document.ID)
		for i := range j.candidates(words, actors) {
			if len(j.about) > 0 && !madeBy(statements[i], actors) {
				continue
			}
			match, score, ok := j.score(&statements[i], i)
			s := scored{float32(match), float32(score), int32(first + n), int32(i)}
			if ok && !worth.below(s) {
				found = append(found, s)
				worth.raise(s)
				j.least = float64(worth.match) - 1e-6
			}
		}
	}
	return found
}

// bar is what a row must be worth, by the best so far.
type bar struct{ match, score float32 }

func (b bar) below(s scored) bool { return s.match < b.match || s.score < b.score }

func (b *bar) raise(s scored) {
	b.match, b.score = max(b.match, behindMatch*s.match), max(b.score, behind*s.score)
}

// What a row must be worth of the first to be one, in all and in the words that
// it has of the question: a weaker duty is wanted too, another deed is not.
const (
	behind      = 0.8
	behindMatch = 0.9
)

// scored is a statement that answers, before it is made a row: few bytes, as there
// may be a hundred thousand.
type scored struct {
	match   float32 // in words alone
	score   float32
	reading int32 // in the order of the documents
	place   int32 // in it
}

func (s scored) compare(other scored) int {
	return cmp.Or(cmp.Compare(other.score, s.score), cmp.Compare(s.reading, other.reading), cmp.Compare(s.place, other.place))
}

// foremostOf returns the best, in their order: at most limit, 0 for all.
func foremostOf(found []scored, limit int) []scored {
	if limit <= 0 || limit > len(found) {
		limit = len(found)
	}
	if 2*limit > len(found) {
		slices.SortFunc(found, scored.compare)
		return found[:limit]
	}
	best := make([]scored, 0, limit+1)
	for _, s := range found {
		if len(best) == limit && s.compare(best[limit-1]) > 0 {
			continue
		}
		i, _ := slices.BinarySearchFunc(best, s, scored.compare)
		best = slices.Insert(best, i, s)
		best = best[:min(len(best), limit)]
	}
	return best
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
// byline or where its text begins to speak of itself.
const (
	mostOfName = 0.65
	beginning  = 2000 // bytes
)

// documentsLike returns the documents that have most of the words, all that
// share the first place.
func (v *View) documentsLike(wanted []string) []index.Entity {
	var found []index.Entity
	most := mostOfName
	for _, r := range v.x.Readings() {
		has := v.words.stems.terms(ownNames(&r.Document)).single
		share := 0.0
		for _, w := range wanted {
			if slices.Contains(has, w) {
				share += 1 / float64(len(wanted))
			}
		}
		e, err := v.Lookup(graph.ClassDocument, r.Document.ID)
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

// itself finds where a text speaks of itself: this Act, the present Convention
// on the Safety of Ships.
var itself = regexp.MustCompile(`\b[Tt]h(?:is|e present) ((?:[\p{Lu}(][\p{L}\d()-]*|of|on|the|for|and| )+)`)

// ownNames writes all that a document calls itself.
func ownNames(d *graph.Document) string {
	names := []string{d.Title, strings.ReplaceAll(d.ID, "-", " "), d.Byline}
	for _, m := range itself.FindAllStringSubmatch(d.Text[:min(len(d.Text), beginning)], -1) {
		names = append(names, m[1])
	}
	return strings.Join(names, " ")
}
