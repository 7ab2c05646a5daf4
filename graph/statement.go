package graph

import (
	"slices"
	"strings"
)

// Force is what a deontic amounts to.
type Force string

// The forces of a statement, strongest duty first.
const (
	Obligation     Force = "obligation"
	Prohibition    Force = "prohibition"
	Commitment     Force = "commitment"
	Recommendation Force = "recommendation"
	Permission     Force = "permission"
	GoalForce      Force = "goal"
	Stance         Force = "stance"
)

// Polarity says whether a statement is for or against what it names.
type Polarity string

// The two polarities: opposes, condemns, must not are negative.
const (
	Positive Polarity = "+"
	Negative Polarity = "-"
)

// Statement is one institutional statement: one actor and one aim, in the terms
// of the Institutional Grammar (IG 2.0; codes in brackets). Phrases are
// verbatim cuts of the sentence; empty where the sentence has none.
type Statement struct {
	ID         string   // hash of document, quote, occurrence, actor, aim and polarity
	Actor      string   // Attribute (A): Actor.ID, or Unassigned
	Deontic    string   // (D) the modal wording as it stands
	Force      Force    // what the deontic amounts to
	Aim        string   // (I) lemma of the head verb
	Object     string   // (Bdir) direct object
	Recipient  string   // (Bind) indirect object: who receives
	Condition  string   // (Cac) activation condition
	Constraint string   // (Cex) execution constraint
	OrElse     string   // (O) consequence of non-compliance
	Polarity   Polarity // Negative for opposes, condemns, prohibitions
	Section    int      // index into Document.Sections, -1 for none
	Topics     []string // Topic labels, normalised noun phrases, in text order
	Involves   []string // Actor.IDs named in the object or a constraint
	Recipients []string // Actor.IDs of who receives
	Goals      []string // labels of goals that this statement lists, names or repeats the words of
	References []string // labels of instruments named (2030 Agenda, Article 2 of the UN Charter), in text order
	Evidence   Evidence
	Cue        string   // the words that gave the force, for "why is this here"
	Rule       string   // name of the rule that made it
	Reviews    []string // IDs of the corrections that hold of it, sorted; none as it was read
}

// Unassigned is the Actor of a duty whose agent is not named: a responsibility gap.
const Unassigned = "unassigned"

// Evidence is where a statement stands.
type Evidence struct {
	Span            // the exact sentence
	Quote    string // Document.Text cut at Span
	Sentence int    // index into Document.Sentences
	Context  []Span // antecedent of a pronoun, lead-in of a list item, sentence that tells what follows
}

// ActorKind is the class of an actor.
type ActorKind string

// The kinds of actor.
const (
	State                     ActorKind = "State"
	InternationalOrganization ActorKind = "InternationalOrganization"
	GovernmentBody            ActorKind = "GovernmentBody"
	Company                   ActorKind = "Company"
	CivilSociety              ActorKind = "CivilSociety"
	Individual                ActorKind = "Individual"
	Collective                ActorKind = "Collective"
	OtherActor                ActorKind = "Organization"
)

// Actor is one who can act, one node however it is spelt.
type Actor struct {
	ID        string // slug of the label: united-nations
	Label     string // how a reader would name the node: United Nations
	Kind      ActorKind
	AltLabels []string // other names met or known, sorted
	MemberOf  []string // Actor.IDs of the actors that it was said to be among
}

// Reading is all that was read out of one document: what the store keeps and
// replaces as a whole.
type Reading struct {
	Document   Document
	Actors     []Actor             // sorted by ID
	Statements []Statement         // in text order
	AltLabels  map[string][]string // other names of goals and instruments, sorted, by IRI
	Unread     Unread              // how many sentences could not be read, and why
	Applied    []string            // IDs of the corrections that found what they are about in it, sorted
}

// Actor finds an actor by ID; one that is not listed, as of a gap, is called by
// its ID and has no kind.
func (r *Reading) Actor(id string) Actor {
	i, found := slices.BinarySearchFunc(r.Actors, id, func(a Actor, id string) int { return strings.Compare(a.ID, id) })
	if !found {
		return Actor{ID: id, Label: id}
	}
	return r.Actors[i]
}
