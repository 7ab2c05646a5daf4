package query

import (
	"fmt"
	"slices"

	"mandate/graph"
	"mandate/graph/index"
	"mandate/graph/review"
)

// State says what has become of a correction.
type State string

// The states of a correction.
const (
	Applied   State = "applied"
	Overruled State = "overruled" // a later one decides otherwise of the same statement
	Orphaned  State = "orphaned"  // what it is about is not there (any more)
	Undone    State = "undone"
)

// States returns all states.
func States() []State { return []State{Applied, Overruled, Orphaned, Undone} }

// Reviewed is a correction and what has become of it.
type Reviewed struct {
	review.Correction
	State     State
	Why       string             // it is not applied; empty where it is
	By        *review.Correction // that undid or overrules it; nil for none
	Documents []string           // IDs of those that apply it
	Statement *index.Statement   // as it stands now, or stood when it was rejected; nil where there is none
}

// ReviewFilter says which corrections are asked for; the zero value is all.
type ReviewFilter struct {
	Doc       string // ID, IRI or title, also of a document that is not there any more
	Statement string // ID or IRI
	Kind      review.Kind
	State     State
	By        string // name of the reviewer
}

// Reviewed returns the corrections that a filter asks for, in their order.
func (v *View) Reviewed(f ReviewFilter, p Page) (page []Reviewed, total int, next string, err error) {
	if f.Doc != "" {
		if id, err := v.DocumentID(f.Doc); err == nil {
			f.Doc = id
		}
	}
	if f.Kind != "" && !slices.Contains(review.Kinds(), f.Kind) {
		return nil, 0, "", fmt.Errorf("%w: there is no kind of correction %q", ErrParameter, f.Kind)
	}
	if f.State != "" && !slices.Contains(States(), f.State) {
		return nil, 0, "", fmt.Errorf("%w: no correction is in a state %q", ErrParameter, f.State)
	}
	var all []Reviewed
	log := v.x.Corrections()
	for _, c := range log.All() {
		if f.Doc != "" && log.Root(c).Doc != f.Doc || f.Kind != "" && c.Kind != f.Kind ||
			f.Statement != "" && log.Root(c).Target.Statement != bare(f.Statement) || f.By != "" && graph.Slug(c.By) != graph.Slug(f.By) {
			continue
		}
		if r := v.stateOf(c); f.State == "" || r.State == f.State {
			all = append(all, r)
		}
	}
	page, next, err = Cut(all, p, func(r Reviewed) string { return r.ID })
	v.detail(page)
	return page, len(all), next, err
}

// ReviewedByID returns one correction.
func (v *View) ReviewedByID(id string) (Reviewed, error) {
	c, ok := v.x.Corrections().Correction(bare(id))
	if !ok {
		return Reviewed{}, &UnknownError{Name: id, Wanted: "correction"}
	}
	return v.BecomeOf([]review.Correction{c})[0], nil
}

// BecomeOf tells what has become of corrections.
func (v *View) BecomeOf(corrections []review.Correction) []Reviewed {
	all := make([]Reviewed, len(corrections))
	for i, c := range corrections {
		all[i] = v.stateOf(c)
	}
	v.detail(all)
	return all
}

// stateOf works out what has become of a correction.
func (v *View) stateOf(c review.Correction) Reviewed {
	r := Reviewed{Correction: c, State: Applied}
	log := v.x.Corrections()
	if by, undone := log.UndoneBy(c.ID); undone {
		r.State, r.By = Undone, &by
		return r
	}
	if c.Kind == review.Undo {
		return r
	}
	r.Documents = slices.Collect(v.x.Applying(c.ID))
	if len(r.Documents) == 0 {
		r.State = Orphaned
	} else if by, overruled := log.OverruledBy(c); overruled {
		r.State, r.By = Overruled, &by
	}
	return r
}

// detail finds what corrections are about, and why they are not applied.
func (v *View) detail(all []Reviewed) {
	rejected := map[string][]index.Statement{}
	for i := range all {
		r := &all[i]
		if r.State == Orphaned {
			r.Why = v.orphan(r.Correction)
		}
		if !r.Kind.OfStatement() {
			continue
		}
		if s, ok := v.x.Statement(r.Target.Statement); ok {
			r.Statement = &s
			continue
		}
		if _, looked := rejected[r.Doc]; !looked {
			rejected[r.Doc] = v.x.Rejected(r.Doc)
		}
		for _, s := range rejected[r.Doc] {
			if s.ID == r.Target.Statement {
				r.Statement = &s
			}
		}
	}
}

// orphan says why a correction finds nothing.
func (v *View) orphan(c review.Correction) string {
	if c.Doc == "" {
		return "no document names the actor"
	}
	raw, ok := v.x.Uncorrected(c.Doc)
	switch {
	case !ok:
		return "the document is not in the store"
	case c.Kind == review.Split:
		return "the document does not name the actor"
	case review.Sentence(&raw.Document, &c.Target) < 0:
		return "the document does not have the sentence any more"
	}
	return fmt.Sprintf("from the sentence, no statement is read of %s and %q", raw.Actor(c.Target.Actor).Label, c.Target.Aim)
}

// Agreement works out how far reviewers agree, on all documents and on each, or
// on one document alone.
func (v *View) Agreement(doc string) ([]review.Agreement, error) {
	log := v.x.Corrections()
	docs := review.Judged(log)
	if doc != "" {
		if id, err := v.DocumentID(doc); err == nil {
			doc = id
		} else if !slices.Contains(docs, doc) {
			return nil, err
		}
		return []review.Agreement{review.AgreementOf(log, doc)}, nil
	}
	all := []review.Agreement{review.AgreementOf(log, "")}
	for _, doc := range docs {
		all = append(all, review.AgreementOf(log, doc))
	}
	return all, nil
}
