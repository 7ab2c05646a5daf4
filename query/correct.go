package query

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"mandate/graph"
	"mandate/graph/index"
	"mandate/graph/review"
)

// Proposal is a correction as people put it: by names instead of IDs.
type Proposal struct {
	Kind       review.Kind
	By, Reason string
	At         time.Time // zero for none
	Statements []string  // accept, reject, edit: IDs or IRIs; each makes a correction
	Doc        string    // add, split: ID, IRI or title
	Quote      string    // add: the sentence, or words of it alone
	Set        map[review.Component]string
	Actor      string          // merge, split, alias: who is meant
	Into       string          // merge, split: who it really is
	Name       string          // alias
	ActorKind  graph.ActorKind // of an actor that nobody knows yet
	Undoes     string          // undo: ID of a correction
}

// Corrections works out what a proposal means on the present state of the graph.
// Besides review.ErrInvalid, errors as of Resolve.
func (v *View) Corrections(p Proposal) ([]review.Correction, error) {
	c := review.Correction{Kind: p.Kind, By: strings.TrimSpace(p.By), Reason: strings.TrimSpace(p.Reason), At: p.At}
	var err error
	switch p.Kind {
	case review.Accept, review.Reject, review.Edit:
		return v.judgements(c, p)
	case review.Add:
		err = v.addition(&c, p)
	case review.Merge, review.Split, review.Alias:
		err = v.regrouping(&c, p)
	case review.Undo:
		c.Undoes = bare(p.Undoes)
		if _, ok := v.x.Corrections().Correction(c.Undoes); !ok {
			err = &UnknownError{Name: p.Undoes, Wanted: "correction"}
		}
	default:
		err = fmt.Errorf("%w: there is no kind %q", review.ErrInvalid, p.Kind)
	}
	if err == nil {
		err = c.Validate()
	}
	return []review.Correction{c}, err
}

// bare makes an ID of an ID or IRI.
func bare(name string) string {
	return graph.LocalID(strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(name), "<"), ">"))
}

// judgements makes a correction of each statement.
func (v *View) judgements(c review.Correction, p Proposal) ([]review.Correction, error) {
	if len(p.Statements) == 0 {
		return nil, fmt.Errorf("%w: say which statement", review.ErrInvalid)
	}
	if p.Kind != review.Edit && len(p.Set) > 0 {
		return nil, fmt.Errorf("%w: to change a statement is an edit", review.ErrInvalid)
	}
	var all []review.Correction
	before := beforeReview{v, map[string]*graph.Reading{}, map[string][]index.Statement{}}
	for _, name := range p.Statements {
		one := c
		s, err := before.judged(&one, bare(name))
		if err == nil {
			one.Changes, err = v.changes(&one, p, s)
		}
		if err == nil {
			err = one.Validate()
		}
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

// beforeReview looks documents up as they were read, before anyone corrected
// them: each is rebuilt once for all of its statements.
type beforeReview struct {
	*View
	raw      map[string]*graph.Reading
	rejected map[string][]index.Statement
}

// uncorrected returns a document as it was read; nil where there is none.
func (v beforeReview) uncorrected(doc string) *graph.Reading {
	r, known := v.raw[doc]
	if !known {
		if found, ok := v.x.Uncorrected(doc); ok {
			r = found
		}
		v.raw[doc] = r
	}
	return r
}

// rejectedIn returns the statements that a document says no more.
func (v beforeReview) rejectedIn(doc string) []index.Statement {
	all, known := v.rejected[doc]
	if !known {
		all = v.x.Rejected(doc)
		v.rejected[doc] = all
	}
	return all
}

// judged finds a statement that is in the graph, or was until someone rejected
// it, and notes how to find it again.
func (v beforeReview) judged(c *review.Correction, id string) (*graph.Statement, error) {
	before, known := v.x.Corrections().About(id)
	if s, ok := v.x.Statement(id); ok {
		c.Doc = s.Reading.Document.ID
		if known && before.Doc == c.Doc {
			c.Target = before.Target
		} else {
			c.Target = v.target(c.Doc, s.Statement)
		}
		return s.Statement, nil
	}
	if known {
		for _, s := range v.rejectedIn(before.Doc) {
			if s.ID == id {
				c.Doc, c.Target = before.Doc, before.Target
				return s.Statement, nil
			}
		}
	}
	return nil, &UnknownError{Name: id, Wanted: "statement"}
}

// target notes how to find a statement again: as it was read, not as it is put
// by now.
func (v beforeReview) target(doc string, s *graph.Statement) review.Target {
	t := review.Target{Statement: s.ID, Quote: s.Evidence.Quote, Actor: s.Actor, Aim: s.Aim, Polarity: s.Polarity}
	raw := v.uncorrected(doc)
	if raw == nil {
		return t
	}
	t.Prefix, t.Suffix = s.Evidence.Surroundings(raw.Document.Text)
	if i := slices.IndexFunc(raw.Statements, func(r graph.Statement) bool { return r.ID == s.ID }); i >= 0 {
		t.Actor, t.Aim, t.Polarity = raw.Statements[i].Actor, raw.Statements[i].Aim, raw.Statements[i].Polarity
	}
	return t
}

// changes compares what a proposal sets with a statement; nil is none yet.
func (v *View) changes(c *review.Correction, p Proposal, s *graph.Statement) ([]review.Change, error) {
	for component := range p.Set {
		if !slices.Contains(review.Components(), component) {
			return nil, fmt.Errorf("%w: a statement has no component %q", review.ErrInvalid, component)
		}
	}
	var changes []review.Change
	for _, component := range review.Components() {
		value, set := p.Set[component]
		if !set {
			continue
		}
		change := review.Change{Component: component, After: strings.TrimSpace(value)}
		switch component {
		case review.Actor:
			party, err := v.party(change.After, p.ActorKind)
			if err != nil {
				return nil, err
			}
			change.After = party.ID
			if party.ID != graph.Unassigned {
				c.Into = party
			}
		case review.Aim, review.Force:
			change.After = strings.ToLower(change.After)
		}
		if s != nil {
			change.Before = review.Value(s, component)
		}
		if s == nil || change.Before != change.After {
			changes = append(changes, change)
		}
	}
	return changes, nil
}

// party finds an actor by name, or makes one of a name that nobody has, if its
// kind is told.
func (v *View) party(name string, kind graph.ActorKind) (review.Party, error) {
	if name == graph.Unassigned || name == graph.ActorIRI(graph.Unassigned) {
		return review.Party{ID: graph.Unassigned, Label: graph.Unassigned}, nil
	}
	e, err := v.Lookup(graph.ClassActor, name)
	if err == nil {
		return partyOf(e), nil
	}
	if !errors.Is(err, ErrUnknown) {
		return review.Party{}, err
	}
	if kind == "" {
		return review.Party{}, fmt.Errorf("%w: %w; to make it a new actor, say of which kind it is: %s", review.ErrInvalid, err, actorKinds())
	}
	return review.Party{ID: graph.Slug(name), Label: name, Kind: kind}, nil
}

func partyOf(e index.Entity) review.Party {
	return review.Party{ID: e.ID, Label: e.Label, Kind: graph.ActorKind(e.Kind)}
}

func actorKinds() string {
	var names []string
	for _, k := range graph.ActorKinds() {
		names = append(names, string(k))
	}
	return strings.Join(names, ", ")
}

// addition notes a statement that a sentence makes and that was not read.
func (v *View) addition(c *review.Correction, p Proposal) (err error) {
	if c.Doc, err = v.DocumentID(p.Doc); err != nil {
		return err
	}
	raw, ok := v.x.Uncorrected(c.Doc)
	if !ok {
		return &UnknownError{Name: p.Doc, Wanted: "document"}
	}
	if c.Changes, err = v.changes(c, p, nil); err != nil {
		return err
	}
	c.Target = review.Target{Quote: strings.TrimSpace(p.Quote), Polarity: graph.Positive}
	for _, change := range c.Changes {
		switch change.Component {
		case review.Actor:
			c.Target.Actor = change.After
		case review.Aim:
			c.Target.Aim = change.After
		case review.Polarity:
			c.Target.Polarity = graph.Polarity(change.After)
		}
	}
	if err := c.Validate(); err != nil {
		return err
	}
	i := review.Sentence(&raw.Document, &c.Target)
	if i < 0 {
		return fmt.Errorf("%w: %q is not a sentence of %s, nor part of one", review.ErrInvalid, p.Quote, c.Doc)
	}
	sentence := raw.Document.Sentences[i]
	c.Target.Quote = sentence.In(raw.Document.Text)
	c.Target.Prefix, c.Target.Suffix = sentence.Surroundings(raw.Document.Text)
	c.Target.Statement, _ = review.NewStatementID(*raw, &c.Target)
	return nil
}

// regrouping notes who is who.
func (v *View) regrouping(c *review.Correction, p Proposal) (err error) {
	if p.Doc != "" {
		if c.Doc, err = v.DocumentID(p.Doc); err != nil {
			return err
		}
	}
	e, err := v.Lookup(graph.ClassActor, p.Actor)
	if err != nil {
		return err
	}
	if p.Kind == review.Alias {
		c.Into, c.Name = partyOf(e), strings.TrimSpace(p.Name)
		return v.unnamed(c.Name, e)
	}
	kind := p.ActorKind
	if p.Kind == review.Split {
		kind = cmp.Or(kind, graph.ActorKind(e.Kind))
	}
	c.From = partyOf(e)
	c.Into, err = v.party(p.Into, kind)
	return err
}

// unnamed checks that an actor does not have the name already.
func (v *View) unnamed(name string, e index.Entity) error {
	for _, known := range append([]string{e.Label}, e.Aliases...) {
		if known == name {
			return fmt.Errorf("%w: %s is called %q already", review.ErrInvalid, e.Label, name)
		}
	}
	return nil
}
