package review

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"mandate/graph"
)

// DocumentQuads writes a document, given as it was read, as the log has it be.
func DocumentQuads(raw graph.Reading, l *Log) []quad.Quad {
	return CorrectedQuads(raw, graph.Quads(raw), l)
}

// CorrectedQuads is DocumentQuads where the quads of the raw document are known
// already; they come back where the log has it be as it was read.
func CorrectedQuads(raw graph.Reading, quads []quad.Quad, l *Log) []quad.Quad {
	if len(l.Of(raw.Document.ID)) == 0 {
		return quads
	}
	r := Apply(raw, l)
	if len(r.Applied) == 0 {
		return quads
	}
	return graph.CorrectedQuads(raw, r, quads)
}

// Apply lays the corrections that hold of a document over it as it was read, in
// their order: of two that contradict each other the later decides. Statements
// keep their IDs, so that what was said of them before still finds them. Those
// that do not find what they are about change nothing and are not among
// Reading.Applied. The raw reading stays as it is.
func Apply(raw graph.Reading, l *Log) graph.Reading {
	corrections := l.Of(raw.Document.ID)
	y := newLayer(raw, corrections)
	for i := range corrections {
		if c := &corrections[i]; y.apply(c) {
			y.r.Applied = append(y.r.Applied, c.ID)
		}
	}
	return y.finished()
}

// layer is a document while corrections are laid over it.
type layer struct {
	raw    *graph.Reading
	r      graph.Reading // as corrected so far, rejected statements among the others
	origin []origin      // of each of r.Statements

	edited map[string]bool // IDs of actors that are listed for an edit alone
}

// origin is what of a statement stays while it is corrected.
type origin struct {
	key                key
	id, prefix, suffix string
	rejected           bool
}

// key is what a correction knows a statement by, besides what stands around it.
type key struct {
	quote, actor, aim string
	polarity          graph.Polarity
}

func newLayer(raw graph.Reading, corrections []Correction) *layer {
	y := &layer{raw: &raw, r: raw, edited: map[string]bool{}}
	y.r.Statements, y.r.Actors = slices.Clone(raw.Statements), slices.Clone(raw.Actors)
	y.origin = make([]origin, len(raw.Statements))
	if !slices.ContainsFunc(corrections, func(c Correction) bool { return c.Kind.OfStatement() }) {
		return y // nobody will look for one
	}
	for i := range raw.Statements {
		y.origin[i] = y.originOf(&raw.Statements[i])
	}
	return y
}

func (y *layer) originOf(s *graph.Statement) origin {
	prefix, suffix := s.Evidence.Surroundings(y.raw.Document.Text)
	return origin{key: key{folded(s.Evidence.Quote), s.Actor, s.Aim, s.Polarity}, id: s.ID, prefix: folded(prefix), suffix: folded(suffix)}
}

// folded makes white space equal: a text that is set anew says the same.
func folded(text string) string { return strings.Join(strings.Fields(text), " ") }

// apply does what one correction says and tells whether it found what it is
// about.
func (y *layer) apply(c *Correction) bool {
	switch c.Kind {
	case Accept, Reject, Edit:
		i := y.find(c)
		if i < 0 {
			return false
		}
		y.judge(i, c)
		return true
	case Add:
		return y.add(c)
	case Merge:
		return y.replace(c, c.From.ID, true)
	case Split:
		return y.replace(c, c.From.ID, false)
	case Alias:
		return y.alias(c)
	}
	return false
}

// judge rejects a statement, or lets it stand as changed.
func (y *layer) judge(i int, c *Correction) {
	y.origin[i].rejected = c.Kind == Reject
	s := &y.r.Statements[i]
	for _, change := range c.Changes {
		if p, ok := partOf(change.Component); ok {
			p.set(s, change.After)
		}
	}
	if _, listed := y.actor(s.Actor); c.tells(Actor) && s.Actor != graph.Unassigned && !listed {
		y.describe(c.Into)
		y.edited[c.Into.ID] = true
	}
	y.reviewed(i, c)
}

func (y *layer) reviewed(i int, c *Correction) {
	s := &y.r.Statements[i]
	s.Reviews = append(slices.Clone(s.Reviews), c.ID)
	slices.Sort(s.Reviews)
	s.Reviews = slices.Compact(s.Reviews)
}

// describe lists an actor, if it is not there.
func (y *layer) describe(p Party) *graph.Actor {
	at, found := y.actor(p.ID)
	if !found {
		y.r.Actors = slices.Insert(y.r.Actors, at, graph.Actor{ID: p.ID, Label: p.Label, Kind: p.Kind})
	}
	return &y.r.Actors[at]
}

func (y *layer) actor(id string) (at int, found bool) {
	return slices.BinarySearchFunc(y.r.Actors, id, func(a graph.Actor, id string) int { return strings.Compare(a.ID, id) })
}

// find returns the statement that a correction is about, -1 where there is none:
// one of the same sentence, actor, aim and polarity as it was read. Where the
// rules by now read what an edit makes of it, that is the one. Of several, what
// stands around them decides, then their ID.
func (y *layer) find(c *Correction) int {
	wanted := c.Target.key()
	if i := y.nearest(wanted, &c.Target); i >= 0 {
		return i
	}
	for _, change := range c.Changes {
		switch change.Component {
		case Actor:
			wanted.actor = change.After
		case Aim:
			wanted.aim = change.After
		case Polarity:
			wanted.polarity = graph.Polarity(change.After)
		}
	}
	return y.nearest(wanted, &c.Target)
}

func (t *Target) key() key { return key{folded(t.Quote), t.Actor, t.Aim, t.Polarity} }

func (y *layer) nearest(wanted key, t *Target) int {
	best, most := -1, -1
	for i := range y.origin {
		o := &y.origin[i]
		if o.key != wanted {
			continue
		}
		likeness := 2 * (alikeAtEnd(o.prefix, folded(t.Prefix)) + alikeAtStart(o.suffix, folded(t.Suffix)))
		if o.id == t.Statement {
			likeness++
		}
		if likeness > most {
			best, most = i, likeness
		}
	}
	return best
}

// alikeAtStart counts the bytes that two texts begin with alike.
func alikeAtStart(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

func alikeAtEnd(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

// add puts a statement where its sentence stands; one that is there already is
// changed as an edit does.
func (y *layer) add(c *Correction) bool {
	if i := y.find(c); i >= 0 {
		y.judge(i, c)
		return true
	}
	sentence := y.sentence(&c.Target)
	if sentence < 0 {
		return false
	}
	d := &y.raw.Document
	at := d.Sentences[sentence]
	s := graph.Statement{Actor: c.Target.Actor, Aim: c.Target.Aim, Polarity: c.Target.Polarity, Section: at.Section, Rule: string(Add)}
	s.Evidence = graph.Evidence{Span: at.Span, Quote: at.In(d.Text), Sentence: sentence}
	s.ID = y.unusedID(&s)
	i := len(y.r.Statements)
	for i > 0 && y.r.Statements[i-1].Evidence.Start > at.Start {
		i--
	}
	y.r.Statements = slices.Insert(y.r.Statements, i, s)
	y.origin = slices.Insert(y.origin, i, y.originOf(&s))
	y.judge(i, c)
	return true
}

// unusedID counts occurrences up to one that no statement has.
func (y *layer) unusedID(s *graph.Statement) string {
	for n := 0; ; n++ {
		id := graph.StatementID(y.raw.Document.ID, s.Evidence.Quote, n, s.Actor, s.Aim, s.Polarity)
		if !slices.ContainsFunc(y.r.Statements, func(other graph.Statement) bool { return other.ID == id }) {
			return id
		}
	}
}

// sentence finds the sentence that a target quotes, or of which it quotes a part;
// -1 where there is none. Of several, what stands around them decides.
func (y *layer) sentence(t *Target) int {
	return Sentence(&y.raw.Document, t)
}

// Sentence finds the sentence of a document that a target quotes, whole before
// in part; -1 where there is none. Of several, what stands around them decides.
func Sentence(d *graph.Document, t *Target) int {
	quote, best, most := folded(t.Quote), -1, -1
	for i, s := range d.Sentences {
		text := folded(s.In(d.Text))
		if !strings.Contains(text, quote) {
			continue
		}
		prefix, suffix := s.Surroundings(d.Text)
		likeness := alikeAtEnd(folded(prefix), folded(t.Prefix)) + alikeAtStart(folded(suffix), folded(t.Suffix))
		if text == quote {
			likeness += longest
		}
		if likeness > most {
			best, most = i, likeness
		}
	}
	return best
}

// finished leaves out what is rejected, and actors that are named no more.
func (y *layer) finished() graph.Reading {
	kept := y.r.Statements[:0]
	for i := range y.r.Statements {
		if !y.origin[i].rejected {
			kept = append(kept, y.r.Statements[i])
		}
	}
	y.r.Statements = kept
	slices.Sort(y.r.Applied)
	y.forgetActors()
	return y.r
}

// Rejected returns the statements of a document, given as it was read, that the
// log has it say no more, as they were put before, in text order.
func Rejected(raw graph.Reading, l *Log) []graph.Statement {
	corrections := l.Of(raw.Document.ID)
	y := newLayer(raw, corrections)
	for i := range corrections {
		y.apply(&corrections[i])
	}
	var out []graph.Statement
	for i := range y.r.Statements {
		if y.origin[i].rejected {
			out = append(out, y.r.Statements[i])
		}
	}
	return out
}

// NewStatementID returns the ID that a statement gets which is added to a
// document, given as it was read.
func NewStatementID(raw graph.Reading, t *Target) (id string, ok bool) {
	y := newLayer(raw, nil)
	i := Sentence(&raw.Document, t)
	if i < 0 {
		return "", false
	}
	d := &raw.Document
	s := graph.Statement{Actor: t.Actor, Aim: t.Aim, Polarity: t.Polarity, Evidence: graph.Evidence{Quote: d.Sentences[i].In(d.Text)}}
	for j := range raw.Statements {
		if other := &raw.Statements[j]; other.Evidence.Quote == s.Evidence.Quote && other.Actor == s.Actor && other.Aim == s.Aim && other.Polarity == s.Polarity {
			return other.ID, true
		}
	}
	return y.unusedID(&s), true
}
