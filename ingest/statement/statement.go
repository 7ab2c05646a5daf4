// Package statement turns the dependency trees of a document's sentences into
// institutional statements: one actor and one aim each, in the terms of the
// Institutional Grammar. It stands between ingest/english, whose trees it
// reads, and ingest/actor, which resolves the phrases that it found to actors;
// what it must know about actors it asks through the Actors interface.
package statement

import (
	"strings"
	"unicode"

	"mandate/graph"
	"mandate/ingest/english"
	"mandate/ingest/instrument"
)

// Actors answers what the rules must know about actors while they read a tree.
type Actors interface {
	// CanAct reports whether the noun phrase of tokens [from,to) with the given
	// head could be an actor: a person, a body, a group, a state.
	CanAct(s *english.Sentence, from, to, head int) bool
	// Names returns where known names of several words stand, as token ranges
	// [from,to) in text order.
	Names(s *english.Sentence) [][2]int
}

// Phrase is a stretch of a tree: tokens [From,To) with their syntactic head.
type Phrase struct {
	Tree           *english.Sentence
	From, To, Head int
}

// Text returns the phrase as it stands, its white space folded.
func (p Phrase) Text() string {
	if p.Tree == nil || p.From >= p.To {
		return ""
	}
	t := p.Tree.Tokens
	return fold(p.Tree.Text[t[p.From].Start:t[p.To-1].End])
}

// negated reports whether the phrase denies itself: "no State", "neither the
// State nor its organs".
func (p Phrase) negated() bool {
	if p.From >= p.To {
		return false
	}
	switch strings.ToLower(p.Tree.Tokens[p.From].Text) {
	case "no", "neither", "none", "nobody", "nothing":
		return true
	}
	if p.From == 0 {
		return false
	}
	before := strings.ToLower(p.Tree.Tokens[p.From-1].Text)
	return before == "neither" || before == "nor"
}

// fold makes one blank of white space, and takes it off both ends.
func fold(s string) string {
	gap := true
	for _, r := range s {
		if space := unicode.IsSpace(r); space && (gap || r != ' ') {
			return strings.Join(strings.Fields(s), " ")
		} else {
			gap = space
		}
	}
	return strings.TrimSuffix(s, " ") // a cut of the text, as nearly always
}

// Found is a statement whose actors are still phrases. A phrase may lie in the
// tree of another sentence: that of the lead-in of a list.
type Found struct {
	graph.Statement          // Actor, Involves, Recipients, Section, Evidence and ID still empty
	Attribute       Phrase   // who; a zero Phrase where no agent is named
	Among           Phrase   // the whole that Attribute was named as a part of
	Named           []Phrase // actors named in the object or a constraint
	Receives        []Phrase // actors that receive

	Refers []instrument.Mention // instruments and goals named in its clause
	Words  []string             // stems of what it speaks of, to compare with Extractor.GoalWords
}
