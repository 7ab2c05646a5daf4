package wire

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"mandate/graph"
	"mandate/graph/review"
	"mandate/query"
)

// Review is a correction as the statement shows it that it holds of.
type Review struct {
	ID      string     `json:"id" doc:"of the correction"`
	Kind    string     `json:"kind" enum:"accept,reject,edit,add,merge,split,alias"`
	By      string     `json:"by"`
	Reason  string     `json:"reason"`
	At      *time.Time `json:"at,omitempty" doc:"absent where nobody told"`
	Changes []Change   `json:"changes"`
}

// Change is a component of a statement that is put otherwise.
type Change struct {
	Component string `json:"component" enum:"actor,deontic,force,aim,object,recipient,condition,constraint,or_else,polarity,topics"`
	Before    string `json:"before" doc:"of the actor its ID; topics one a line"`
	After     string `json:"after"`
}

// Correction is what a person said, and what has become of it.
type Correction struct {
	Review
	IRI       string     `json:"iri"`
	Sequence  int        `json:"sequence" doc:"of two that contradict each other, the one with the higher number decides"`
	State     string     `json:"state" enum:"applied,overruled,orphaned,undone" doc:"overruled: a later one decides otherwise; orphaned: what it is about is not there any more"`
	Why       string     `json:"why,omitempty" doc:"it is orphaned"`
	Other     *Review    `json:"other,omitempty" doc:"the correction that undid or overrules it"`
	Doc       string     `json:"doc" doc:"empty where it holds of all documents"`
	Documents []string   `json:"documents" doc:"IDs of those that apply it"`
	Target    *Target    `json:"target,omitempty" doc:"of accept, reject, edit and add: the statement as it was read"`
	Statement *Statement `json:"statement,omitempty" doc:"as it stands now, or stood when it was rejected"`
	From      *Party     `json:"from,omitempty" doc:"merge, split: the actor that is another one"`
	Into      *Party     `json:"into,omitempty" doc:"who stands in its place; of an alias, who has the name"`
	Name      string     `json:"name,omitempty" doc:"of an alias"`
	Undoes    string     `json:"undoes,omitempty" doc:"ID of the correction that this takes back"`
}

// Target is how a correction finds its statement again.
type Target struct {
	Statement string `json:"statement" doc:"ID"`
	Sentence  string `json:"sentence"`
	Prefix    string `json:"prefix" doc:"what stood before the sentence"`
	Suffix    string `json:"suffix" doc:"what stood behind it"`
	Actor     string `json:"actor" doc:"ID"`
	Aim       string `json:"aim"`
	Polarity  string `json:"polarity" enum:"+,-"`
}

// Proposal is a correction that is asked for.
type Proposal struct {
	Kind       string            `json:"kind" enum:"accept,reject,edit,add,merge,split,alias,undo"`
	By         string            `json:"by" minLength:"1" maxLength:"200" doc:"name of who says so"`
	Reason     string            `json:"reason,omitempty" maxLength:"2000"`
	At         *time.Time        `json:"at,omitempty" doc:"when; now, by the server's clock, where left out"`
	Statements []string          `json:"statements,omitempty" maxItems:"10000" doc:"accept, reject, edit: IDs; each makes a correction"`
	Doc        string            `json:"doc,omitempty" maxLength:"500" doc:"add, split: ID, IRI or title of the document; merge and alias hold of all documents where left out"`
	Quote      string            `json:"quote,omitempty" maxLength:"20000" doc:"add: the sentence, or words of it alone"`
	Set        map[string]string `json:"set,omitempty" doc:"edit, add: components and what they are to be: actor (a name), deontic, force, aim, object, recipient, condition, constraint, or_else, polarity, topics (one a line)"`
	Actor      string            `json:"actor,omitempty" maxLength:"500" doc:"merge, split, alias: name of the actor"`
	Into       string            `json:"into,omitempty" maxLength:"500" doc:"merge, split: name of who it really is"`
	Name       string            `json:"name,omitempty" maxLength:"500" doc:"alias: the name"`
	ActorKind  string            `json:"actor_kind,omitempty" enum:"State,InternationalOrganization,GovernmentBody,Company,CivilSociety,Individual,Collective,Organization" doc:"of an actor that is not known yet"`
	Undoes     string            `json:"undoes,omitempty" maxLength:"200" doc:"undo: ID of the correction"`
}

// Query reads a proposal; now is the time of one that tells none.
func (p Proposal) Query(now time.Time) query.Proposal {
	q := query.Proposal{
		Kind: review.Kind(p.Kind), By: p.By, Reason: p.Reason, At: now, Statements: p.Statements, Doc: p.Doc, Quote: p.Quote,
		Set: map[review.Component]string{}, Actor: p.Actor, Into: p.Into, Name: p.Name, ActorKind: graph.ActorKind(p.ActorKind), Undoes: p.Undoes,
	}
	if p.At != nil {
		q.At = *p.At
	}
	for component, value := range p.Set {
		q.Set[review.Component(component)] = value
	}
	return q
}

func reviewOf(c *review.Correction) Review {
	r := Review{ID: c.ID, Kind: string(c.Kind), By: c.By, Reason: c.Reason, Changes: each(c.Changes, func(ch review.Change) Change {
		return Change{string(ch.Component), ch.Before, ch.After}
	})}
	if !c.At.IsZero() {
		r.At = &c.At
	}
	return r
}

// reviews shows the corrections that hold of a statement, in their order.
func reviews(v *query.View, s *graph.Statement) []Review {
	if len(s.Reviews) == 0 {
		return []Review{}
	}
	log := v.Index().Corrections()
	var all []review.Correction
	for _, id := range s.Reviews {
		if c, ok := log.Correction(id); ok {
			all = append(all, c)
		}
	}
	slices.SortFunc(all, func(a, b review.Correction) int { return cmp.Compare(a.Sequence, b.Sequence) })
	return each(all, func(c review.Correction) Review { return reviewOf(&c) })
}

// CorrectionOf shows a correction.
func CorrectionOf(v *query.View) func(query.Reviewed) Correction {
	return func(r query.Reviewed) Correction {
		c := Correction{
			Review: reviewOf(&r.Correction), IRI: graph.CorrectionIRI(r.ID), Sequence: r.Sequence, State: string(r.State), Why: r.Why,
			Doc: r.Doc, Documents: each(r.Documents, strings.Clone), Name: r.Name, Undoes: r.Undoes,
		}
		if r.By != nil {
			other := reviewOf(r.By)
			c.Other = &other
		}
		if r.Into.ID != "" {
			c.Into = &Party{r.Into.ID, r.Into.Label, string(r.Into.Kind)}
		}
		if r.From.ID != "" {
			c.From = &Party{r.From.ID, r.From.Label, string(r.From.Kind)}
		}
		if t := r.Target; t.Quote != "" {
			c.Target = &Target{t.Statement, t.Quote, t.Prefix, t.Suffix, t.Actor, t.Aim, string(t.Polarity)}
		}
		if r.Statement != nil {
			s := StatementOf(v, *r.Statement)
			c.Statement = &s
		}
		return c
	}
}

// CorrectionsOf shows one page of corrections.
func CorrectionsOf(v *query.View, f query.ReviewFilter, p query.Page) (List[Correction], error) {
	page, total, next, err := v.Reviewed(f, p)
	return NewList(page, total, next, CorrectionOf(v)), err
}

// Made shows corrections that were just stored, on the state that they made.
func Made(v *query.View, added []review.Correction) List[Correction] {
	return NewList(v.BecomeOf(added), len(added), "", CorrectionOf(v))
}

// Agreement says how far reviewers agree; figures are absent where there is
// nothing to work them out from.
type Agreement struct {
	Doc        string          `json:"doc" doc:"empty for all documents together"`
	Reviewers  []string        `json:"reviewers"`
	Statements int             `json:"statements" doc:"judged by anyone"`
	Shared     int             `json:"shared" doc:"judged by two reviewers or more"`
	Percent    *float64        `json:"percent,omitempty" doc:"share of pairs of verdicts that agree, 0 to 1"`
	Alpha      *float64        `json:"alpha,omitempty" doc:"Krippendorff's alpha for nominal values"`
	Pairs      []AgreementPair `json:"pairs"`
}

// AgreementPair compares two reviewers on what both judged.
type AgreementPair struct {
	A       string   `json:"a"`
	B       string   `json:"b"`
	Shared  int      `json:"shared"`
	Agreed  int      `json:"agreed"`
	Percent float64  `json:"percent"`
	Kappa   *float64 `json:"kappa,omitempty" doc:"Cohen's kappa"`
}

// AgreementOf shows an agreement.
func AgreementOf(a review.Agreement) Agreement {
	return Agreement{
		Doc: a.Doc, Reviewers: each(a.Reviewers, strings.Clone), Statements: a.Statements, Shared: a.Shared, Percent: a.Percent, Alpha: a.Alpha,
		Pairs: each(a.Pairs, func(p review.Pair) AgreementPair { return AgreementPair(p) }),
	}
}

// AgreementsOf shows a list of agreements.
func AgreementsOf(all []review.Agreement) List[Agreement] {
	return NewList(all, len(all), "", AgreementOf)
}

// party shows an actor of a statement, also one that the graph does not have.
func party(v *query.View, r *graph.Reading, id string) Party {
	if n, ok := v.Index().NodeOf(graph.ActorIRI(id)); ok {
		if e := v.Describe(n); e.Class != "" {
			return partyOf(e)
		}
	}
	a := r.Actor(id)
	return Party{ID: id, Label: a.Label, Kind: string(cmp.Or(a.Kind, graph.OtherActor))}
}
