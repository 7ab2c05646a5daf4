package ingest

import (
	"iter"
	"slices"
	"unicode/utf8"

	"mandate/graph"
	"mandate/ingest/actor"
	"mandate/ingest/english"
	"mandate/ingest/instrument"
	"mandate/ingest/statement"
)

// resolve gives the statements found in a document their actors and their
// evidence. Sentences are taken in text order: what stands in front of a
// pronoun or a short name decides whom it means.
func (p *Pipeline) resolve(doc *graph.Document, results iter.Seq2[int, statement.Result], actors *actor.Resolver) graph.Reading {
	r := resolving{doc: doc, actors: actors, lapses: map[int]bool{}, instruments: p.instruments.NewResolver(doc.Title)}
	legible := legibility{model: p.model}
	for i, res := range results {
		if !legible.reads(res.Tree) {
			continue
		}
		if res.Constitutive {
			legible.unread.Constitutive++
		}
		r.elsewhere = res.Elsewhere
		r.actors.Read(i, res.Tree)
		for _, m := range res.Named {
			r.instruments.Resolve(m)
		}
		for _, f := range res.Found {
			r.statement(i, f)
		}
		r.consequence(i, res.Lapse)
	}
	graph.AssignIDs(doc.ID, r.out)
	p.serveGoals(doc, r.out, &r.words)
	return graph.Reading{Document: *doc, Actors: r.actors.Actors(), Statements: r.out, AltLabels: r.otherNames(), Unread: legible.unread}
}

// resolving is the state of one document.
type resolving struct {
	doc         *graph.Document
	actors      *actor.Resolver
	instruments *instrument.Resolver
	elsewhere   map[*english.Sentence]int // of the sentence at hand: statement.Result
	lapses      map[int]bool              // sentences that tell the consequence of a duty, of the last ones
	out         []graph.Statement
	words       words // of each statement: statement.Found
}

// statement adds the statements that one found statement amounts to: one for
// each actor that its attribute stands for, none where a pronoun stands for
// nobody.
func (r *resolving) statement(i int, f statement.Found) {
	base := f.Statement
	base.Section = r.doc.Sentences[i].Section
	base.Evidence = r.evidence(i)
	if f.Attribute.Tree == nil {
		base.Actor = graph.Unassigned
		r.add(base, f, i)
		return
	}
	at := r.at(f.Attribute, i)
	who := r.actors.Resolve(mention(f.Attribute, at))
	if at != i {
		r.actors.Leads(i, who)
	}
	for _, ref := range who {
		s := base
		s.Actor = ref.Actor
		if at != i {
			s.Evidence.Context = append(s.Evidence.Context, r.doc.Sentences[at].Span)
		}
		if ref.Antecedent != nil {
			s.Evidence.Context = append(s.Evidence.Context, r.span(*ref.Antecedent))
		}
		r.among(ref.Actor, f, at)
		r.add(s, f, i)
	}
}

// at is the sentence in which a phrase stands: that of its tree, or i where the
// tree is of a fragment read with borrowed words.
func (r *resolving) at(p statement.Phrase, i int) int {
	if at, ok := r.elsewhere[p.Tree]; ok {
		return at
	}
	return i
}

func mention(p statement.Phrase, sentence int) actor.Mention {
	return actor.Mention{Sentence: sentence, Tree: p.Tree, From: p.From, To: p.To, Head: p.Head}
}

// among files the actor under the whole that it was named as a part of.
func (r *resolving) among(member string, f statement.Found, at int) {
	if f.Among.Tree == nil {
		return
	}
	for _, whole := range r.actors.Resolve(mention(f.Among, at)) {
		r.actors.Among(member, whole.Actor)
	}
}

// add completes a statement and keeps it.
func (r *resolving) add(s graph.Statement, f statement.Found, i int) {
	s.Involves = r.resolveAll(f.Named, i, s.Actor)
	s.Recipients = r.resolveAll(f.Receives, i, s.Actor)
	r.refer(&s, f.Refers)
	if r.said(s) {
		return
	}
	r.keep(s)
	r.words.add(f.Words)
}

// keep files a statement. Where there is no room it is made for as many as the
// rest of the text will have if it goes on so: growing holds all of them twice,
// and room for twice as many would hold much for nothing.
func (r *resolving) keep(s graph.Statement) {
	if n := len(r.out); n == cap(r.out) {
		done := s.Evidence.Sentence + 1
		toCome := n * (len(r.doc.Sentences) - done) / done
		r.out = slices.Grow(r.out, max(64, n/8, min(toCome, 4*n)))
	}
	r.out = append(r.out, s)
}

// said reports whether the sentence has said the same of the same actor: "He or
// she may" is one person twice.
func (r *resolving) said(s graph.Statement) bool {
	for i := len(r.out) - 1; i >= 0 && r.out[i].Evidence.Sentence == s.Evidence.Sentence; i-- {
		o := &r.out[i]
		same := o.Actor == s.Actor && o.Aim == s.Aim && o.Polarity == s.Polarity && o.Deontic == s.Deontic && o.Object == s.Object
		if same && s.Actor != graph.Unassigned && o.Condition == s.Condition && o.Constraint == s.Constraint {
			return true
		}
	}
	return false
}

// resolveAll returns the actors that phrases stand for, each once, in order,
// without the one that acts.
func (r *resolving) resolveAll(ps []statement.Phrase, i int, self string) []string {
	var out []string
	for _, p := range ps {
		for _, ref := range r.actors.Resolve(mention(p, r.at(p, i))) {
			if ref.Actor != self && !slices.Contains(out, ref.Actor) {
				out = append(out, ref.Actor)
			}
		}
	}
	return out
}

func (r *resolving) evidence(i int) graph.Evidence {
	span := r.doc.Sentences[i].Span
	return graph.Evidence{Span: span, Quote: span.In(r.doc.Text), Sentence: i}
}

// span is where an antecedent stands in the stored text.
func (r *resolving) span(p actor.Place) graph.Span {
	sentence := r.doc.Sentences[p.Sentence]
	from, to := sentence.Start+p.Start, sentence.Start+p.End
	chars := sentence.CharStart + utf8.RuneCountInString(r.doc.Text[sentence.Start:from])
	return graph.Span{Start: from, End: to, CharStart: chars, CharEnd: chars + utf8.RuneCountInString(r.doc.Text[from:to])}
}
