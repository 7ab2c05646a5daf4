package wire

import (
	"mandate/graph"
	"mandate/graph/index"
	"mandate/query"
)

// Statement is an institutional statement with its evidence.
type Statement struct {
	ID         string    `json:"id"`
	IRI        string    `json:"iri"`
	Doc        string    `json:"doc"`
	DocTitle   string    `json:"doc_title"`
	Actor      Party     `json:"actor"`
	Deontic    string    `json:"deontic"`
	Force      string    `json:"force" enum:"obligation,prohibition,commitment,recommendation,permission,goal,stance"`
	Aim        string    `json:"aim"`
	Object     string    `json:"object"`
	Recipient  string    `json:"recipient"`
	Condition  string    `json:"condition"`
	Constraint string    `json:"constraint"`
	OrElse     string    `json:"or_else" doc:"what follows where it is not done"`
	Polarity   string    `json:"polarity" enum:"+,-"`
	Section    string    `json:"section" doc:"headings from the outermost, joined by ' > '"`
	Serves     []Ref     `json:"serves"`
	Topics     []Topic   `json:"topics"`
	References []Ref     `json:"references" doc:"instruments that it names"`
	Involves   []Party   `json:"involves"`
	Sentence   string    `json:"sentence"`
	Start      int       `json:"start"`
	End        int       `json:"end"`
	CharStart  int       `json:"char_start"`
	CharEnd    int       `json:"char_end"`
	Page       int       `json:"page,omitempty" doc:"on which the sentence begins, where the format has pages"`
	Context    []Context `json:"context" doc:"antecedent of a pronoun, lead-in of a list item, sentence that tells what follows where it is not done"`
	Cue        string    `json:"cue" doc:"the words that gave the force"`
	Rule       string    `json:"rule" doc:"the rule that made the statement"`
	Reviews    []Review  `json:"reviews" doc:"what people said of it that holds, in their order; none where nobody did"`
}

// Context is a stretch of the text that a sentence leans on.
type Context struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// StatementOf shows a statement.
func StatementOf(v *query.View, s index.Statement) Statement {
	d := &s.Reading.Document
	topic := func(n index.Node) Topic { e := v.Describe(n); return Topic{e.IRI, e.Label} }
	return Statement{
		ID: s.ID, IRI: graph.StatementIRI(s.ID), Doc: d.ID, DocTitle: d.Title,
		Actor: party(v, s.Reading, s.Actor), Deontic: s.Deontic, Force: string(s.Force), Aim: s.Aim, Object: s.Object,
		Recipient: s.Recipient, Condition: s.Condition, Constraint: s.Constraint, OrElse: s.OrElse, Polarity: string(s.Polarity),
		Section:    d.SectionTitle(s.Section),
		Serves:     each(s.Serves, func(n index.Node) Ref { return RefOf(v.Describe(n)) }),
		Topics:     each(s.Topics, topic),
		References: each(s.References, func(n index.Node) Ref { return RefOf(v.Describe(n)) }),
		Involves:   each(s.Involves, func(id string) Party { return party(v, s.Reading, id) }),
		Sentence:   s.Evidence.Quote, Start: s.Evidence.Start, End: s.Evidence.End,
		CharStart: s.Evidence.CharStart, CharEnd: s.Evidence.CharEnd, Page: d.Page(s.Evidence.Start),
		Context: each(s.Evidence.Context, func(c graph.Span) Context { return Context{c.Start, c.End, c.In(d.Text)} }),
		Cue:     s.Cue, Rule: s.Rule, Reviews: reviews(v, s.Statement),
	}
}

// Statements shows a list of statements.
func Statements(v *query.View, list []index.Statement) []Statement {
	return each(list, func(s index.Statement) Statement { return StatementOf(v, s) })
}

// Matches shows the statements of an answer.
func Matches(v *query.View, list []query.Match) []Statement {
	return each(list, func(m query.Match) Statement { return StatementOf(v, m.Statement) })
}
