package ask

import (
	"fmt"
	"slices"
	"strings"

	"mandate/graph"
	"mandate/graph/index"
	"mandate/ingest/english"
	"mandate/query"
)

// Examples makes questions out of what a graph holds, at most limit of them, as
// different as can be: each of another kind and about other actors while there
// are such. Every one has been asked and has an answer. The same graph gives
// the same questions.
func (r *Reader) Examples(v *query.View, limit int) []query.Example {
	e := examples{reader: r, view: v, of: map[string]int{}, tried: map[string]bool{}}
	e.statements = sample(v.Index())
	for round := range roundsOfExamples {
		for _, kind := range kinds {
			if len(e.found) == limit {
				return e.found
			}
			e.add(kind, round)
		}
	}
	return e.found
}

// Questions are made out of some documents and some statements of each: what
// they are like is soon seen, and a large graph need not be read for it.
const (
	roundsOfExamples  = 3
	sampledDocuments  = 12
	sampledStatements = 300
	tries             = 12 // questions asked in vain before a kind is passed over
)

// sample returns statements of documents that stand evenly apart.
func sample(x *index.Index) []index.Statement {
	ids := x.IDs()
	step := max(1, len(ids)/sampledDocuments)
	var out []index.Statement
	for i := 0; i < len(ids) && i < step*sampledDocuments; i += step {
		s := x.ByDocument(ids[i])
		out = append(out, s[:min(len(s), sampledStatements)]...)
	}
	return out
}

// examples are questions on their way to be chosen.
type examples struct {
	reader     *Reader
	view       *query.View
	statements []index.Statement
	of         map[string]int  // questions about each actor
	tried      map[string]bool // questions asked, of which none is asked again
	found      []query.Example
}

// add takes the first question of a kind that has its answer, about those
// who have the fewest questions yet.
func (e *examples) add(kind kind, round int) {
	fitting := slices.DeleteFunc(slices.Clone(e.statements), func(s index.Statement) bool {
		return query.Gap(s) || s.Force != kind.force || !kind.fits(s)
	})
	slices.SortStableFunc(fitting, func(a, b index.Statement) int { return e.of[a.Actor] - e.of[b.Actor] })
	asked := 0
	for _, s := range fitting {
		if asked == tries || e.of[s.Actor] > round {
			return
		}
		text := kind.ask(e, s)
		if text == "" || e.tried[text] {
			continue
		}
		e.tried[text] = true
		asked++
		if total := e.answers(text, s); total > 0 {
			e.found = append(e.found, query.Example{Text: text, Asked: kind.asked, Total: total})
			e.of[s.Actor]++
			return
		}
	}
}

// answers asks a question; it counts where the statement that it was made from
// is among the first rows.
func (e *examples) answers(text string, s index.Statement) int {
	q, err := e.reader.Read(text)
	if err != nil {
		return 0
	}
	a := e.view.Answer(q, sampledStatements)
	if !slices.ContainsFunc(a.Rows, func(r query.Row) bool { return r.ID == s.ID }) {
		return 0
	}
	return a.Total
}

// kind is a way to ask for statements of a force.
type kind struct {
	asked query.Asked
	force graph.Force
	fits  func(index.Statement) bool
	ask   func(*examples, index.Statement) string // empty where it cannot be asked
}

// kinds are the kinds of questions, those that most want to ask first.
var kinds = []kind{
	{query.AskedActors, graph.Obligation, plainly, whoIs("must")},
	{query.AskedDeeds, graph.Commitment, always, of("What are the commitments of %s?")},
	{query.AskedActors, graph.Recommendation, plainly, whoIs("should")},
	{query.AskedDeeds, graph.Obligation, always, of("What must %s do?")},
	{query.AskedDeeds, graph.GoalForce, always, of("What are the goals of %s?")},
	{query.AskedActors, graph.Permission, plainly, whoIs("may")},
	{query.AskedStatements, graph.Obligation, concerns, duties},
	{query.AskedDeeds, graph.Prohibition, always, of("What must %s not do?")},
	{query.AskedDeeds, graph.Recommendation, always, of("What should %s do?")},
	{query.AskedDeeds, graph.Stance, takesSides, stance},
	{query.AskedDeeds, graph.Permission, always, of("What may %s do?")},
	{query.AskedActors, graph.Commitment, plainly, whoIs("will")},
}

func always(index.Statement) bool { return true }

// Words of an object that a question about it can have.
const (
	fewestWords = 2
	mostWords   = 7
)

// plainly tells a statement whose deed stands in its sentence as one asks for it
// and whose object says by itself what it is.
func plainly(s index.Statement) bool {
	words := strings.Fields(strings.ToLower(s.Object))
	return s.Polarity != graph.Negative && strings.Contains(s.Evidence.Quote, s.Aim+" "+s.Object) && len(words) >= fewestWords && len(words) <= mostWords &&
		!strings.ContainsAny(s.Object, ",;:()\"“”") && !slices.ContainsFunc(words, pointing)
}

// pointing tells a word that only says something beside its sentence.
func pointing(word string) bool {
	switch word {
	case "it", "its", "they", "them", "their", "he", "his", "she", "her", "we", "our", "us", "itself", "themselves",
		"this", "that", "these", "those", "such", "same", "any", "other", "following", "above", "present", "said", "which", "who", "relevant", "respective":
		return true
	}
	return false
}

func concerns(s index.Statement) bool { return topic(s) != "" }

// topic returns the first topic of several words that the sentence writes as the
// graph does.
func topic(s index.Statement) string {
	quote := strings.ToLower(s.Evidence.Quote)
	for _, t := range s.Statement.Topics {
		if strings.Contains(t, " ") && strings.Contains(quote, strings.ToLower(t)) {
			return t
		}
	}
	return ""
}

// takesSides tells a stance that is asked for by its own verb.
func takesSides(s index.Statement) bool {
	return slices.Contains([]string{"support", "oppose", "condemn", "welcome", "recommend", "encourage"}, s.Aim)
}

func whoIs(modal string) func(*examples, index.Statement) string {
	return func(_ *examples, s index.Statement) string {
		return fmt.Sprintf("Who %s %s %s?", modal, s.Aim, s.Object)
	}
}

func of(format string) func(*examples, index.Statement) string {
	return func(e *examples, s index.Statement) string { return fmt.Sprintf(format, e.called(s)) }
}

func duties(_ *examples, s index.Statement) string {
	return fmt.Sprintf("Which duties concern %s?", topic(s))
}

func stance(e *examples, s index.Statement) string {
	does := "does"
	if e.plural(s) {
		does = "do"
	}
	return fmt.Sprintf("What %s %s %s?", does, e.called(s), s.Aim)
}

// called writes an actor as texts do within a sentence: the Assembly, countries.
func (e *examples) called(s index.Statement) string {
	label := e.label(s)
	for _, other := range e.statements {
		if other.Actor != s.Actor {
			continue
		}
		if name := within(other.Evidence.Quote, label); name != "" {
			return name
		}
	}
	if e.plural(s) && label[1:] == strings.ToLower(label[1:]) {
		return strings.ToLower(label[:1]) + label[1:] // it only ever begins sentences
	}
	return label
}

func (e *examples) label(s index.Statement) string { return s.Reading.Actor(s.Actor).Label }

// within returns a name with its article as it stands behind the first word of a
// sentence; empty where it does not.
func within(sentence, name string) string {
	at := strings.Index(strings.ToLower(sentence), strings.ToLower(name))
	if at < 0 || at+len(name) > len(sentence) {
		return ""
	}
	before := sentence[:at]
	if strings.HasSuffix(strings.ToLower(before), "the ") {
		return "the " + sentence[at:at+len(name)]
	}
	if at == 0 || !strings.HasSuffix(before, " ") {
		return ""
	}
	return sentence[at : at+len(name)]
}

// plural tells whether an actor is named by a plural noun.
func (e *examples) plural(s index.Statement) bool {
	words := e.reader.model.Parse(e.label(s)).Tokens
	root := slices.IndexFunc(words, func(w english.Token) bool { return w.Head < 0 })
	return root != none && (words[root].XPOS == "NNS" || words[root].XPOS == "NNPS")
}
