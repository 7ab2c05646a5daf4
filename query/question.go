package query

import (
	"mandate/graph"
	"mandate/graph/index"
)

// Asked is what a question wants to know.
type Asked string

// What questions ask for.
const (
	AskedActors     Asked = "actors"     // who should do this
	AskedDeeds      Asked = "deeds"      // what this actor should do
	AskedStatements Asked = "statements" // which duties concern this
)

// Question is a question as it was understood: what package ask makes of its
// words, before anything is looked up. Empty fields ask for anything.
type Question struct {
	Text    string
	Asked   Asked
	Actor   string              // who it is about, as the question names it
	Kinds   []graph.ActorKind   // which kinds of actor it asks for
	Forces  []graph.Force       // the forces it asks for, what fits best first
	Strict  bool                // nothing but Forces will do
	Negated bool                // it asks for what is not done
	Cues    []string            // words of the deontic: responsible, encourage
	Aims    []string            // what is done: lemmas of verbs
	Sides   bool                // what is done is to take a stance: to nothing else but that
	About   []string            // content words of what it is done to, in their order
	Alike   map[string][]string // words of other form and the same meaning, by word
	Near    map[string][]string // words near in meaning, by word; of several words: "carry out"
	Doc     string              // the document to look in, as the question names it
}

// Answer is what the graph says to a question. It holds no row that does not
// answer it: "no statement found" is an answer too.
type Answer struct {
	Question  Question
	Actors    []index.Entity // those that Question.Actor was taken for
	Documents []index.Entity // those that Question.Doc was taken for
	Note      string         // why there can be no row, where a name is not known
	Near      []index.Entity // names that come near to the one that is not known
	Rows      []Row          // the best first
	Total     int            // how many there are in all
}

// Row is a statement that answers a question.
type Row struct {
	index.Statement
	Score   float64  // 0 to 1
	Matched []string // words of the question that stand in it
}

// Example is a question that has an answer.
type Example struct {
	Text  string
	Asked Asked
	Total int // statements that answer it
}
