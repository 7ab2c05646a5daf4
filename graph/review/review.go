// Package review keeps what people say of the statements that were read from
// documents: that one is right, wrong, or to be put otherwise, that one is
// missing, that two actors are one. Corrections are a log that only grows: they
// are written as quads in a graph of their own, and laid over a document whenever
// it is stored, by the words that they quote, so that they outlive the reading
// that they were made of. It knows nothing of stores or indexes.
package review

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"mandate/graph"
)

// Kind is what a correction does.
type Kind string

// The kinds of correction.
const (
	Accept Kind = "accept" // the statement is right as it stands
	Reject Kind = "reject" // the text says no such thing
	Edit   Kind = "edit"   // the statement is right once changed
	Add    Kind = "add"    // the text also says this
	Merge  Kind = "merge"  // two actors are one
	Split  Kind = "split"  // in this document, the actor is another one
	Alias  Kind = "alias"  // the actor has one more name
	Undo   Kind = "undo"   // takes back a correction; the undo of an undo brings it back
)

// Kinds returns all kinds.
func Kinds() []Kind { return []Kind{Accept, Reject, Edit, Add, Merge, Split, Alias, Undo} }

// OfStatement tells whether corrections of the kind are about one statement.
func (k Kind) OfStatement() bool { return k == Accept || k == Reject || k == Edit || k == Add }

// OfActors tells whether corrections of the kind are about actors.
func (k Kind) OfActors() bool { return k == Merge || k == Split || k == Alias }

// Correction is one thing that a person said. It is never changed once it is
// stored.
type Correction struct {
	ID       string // 16 hex digits that hash all the rest
	Sequence int    // from 1; the later of two decides
	Kind     Kind
	By       string    // name of who says so
	Reason   string    // why, in their words; may be empty
	At       time.Time // when, in seconds of UTC; zero where nobody told
	Doc      string    // ID of the document; empty where it holds of all
	Target   Target    // of accept, reject, edit, add
	Changes  []Change  // of edit and add, in the order of Components
	From     Party     // merge, split: the actor that is taken away
	Into     Party     // who stands in its place; alias: who has the name; edit, add: who the new actor is
	Name     string    // alias: the name
	Undoes   string    // undo: ID of the correction
}

// Target finds a statement again, by the words of its document and not by where
// they stand.
type Target struct {
	Statement             string // ID as it was when the correction was made
	Quote, Prefix, Suffix string // the sentence and what stood around it
	Actor, Aim            string // ID and lemma, as they were read
	Polarity              graph.Polarity
}

// Party is an actor as a correction describes it, should the document not know
// it.
type Party struct {
	ID, Label string
	Kind      graph.ActorKind
}

// Change is a component of a statement that is put otherwise.
type Change struct {
	Component     Component
	Before, After string
}

// ErrInvalid is returned for a correction that does not hold together; the
// message says why.
var ErrInvalid = errors.New("correction is not possible")

func invalid(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrInvalid, fmt.Sprintf(format, args...))
}

// longest is how many bytes any one text of a correction may have.
const longest = 20_000

// Validate checks that a correction holds together; the error wraps ErrInvalid.
func (c *Correction) Validate() error {
	if !named(c.By) {
		return invalid("say who makes it")
	}
	for _, text := range c.texts() {
		if !utf8.ValidString(text) || strings.ContainsFunc(text, control) {
			return invalid("%.40q holds what is no text", text)
		}
		if len(text) > longest {
			return invalid("a text of %d bytes is longer than %d", len(text), longest)
		}
	}
	if year := c.At.UTC().Year(); year < 1 || year > 9999 {
		return invalid("the year %d cannot be written as a date", year)
	}
	switch {
	case c.Kind.OfStatement():
		return c.validStatement()
	case c.Kind.OfActors():
		return c.validActors()
	case c.Kind == Undo && c.Undoes != "":
		return nil
	}
	return invalid("there is no kind %q", c.Kind)
}

// named tells whether a text can be a name.
func named(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

func control(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }

func (c *Correction) texts() []string {
	texts := []string{c.By, c.Reason, c.Doc, c.From.ID, c.From.Label, c.Into.ID, c.Into.Label, c.Name, c.Target.Quote, c.Target.Aim}
	for _, change := range c.Changes {
		texts = append(texts, change.Before, change.After)
	}
	return texts
}

func (c *Correction) validStatement() error {
	t := &c.Target
	switch {
	case c.Doc == "" || t.Quote == "" || t.Aim == "" || t.Actor == "":
		return invalid("it needs a document, a sentence, an actor and an aim")
	case t.Polarity != graph.Positive && t.Polarity != graph.Negative:
		return invalid("the polarity %q is neither + nor -", t.Polarity)
	case c.Kind == Edit && len(c.Changes) == 0:
		return invalid("the edit changes nothing")
	case c.Kind == Add && !c.tells(Force):
		return invalid("it needs a force: one of %s", forces())
	}
	if c.Kind != Edit && c.Kind != Add && len(c.Changes) > 0 {
		return invalid("to %s is to change nothing", c.Kind)
	}
	if c.Kind == Add && t.Actor != graph.Unassigned && !c.tells(Actor) {
		return invalid("it needs an actor")
	}
	return c.validChanges()
}

func (c *Correction) validChanges() error {
	for _, change := range c.Changes {
		if err := change.valid(); err != nil {
			return err
		}
		if change.Component != Actor || change.After == graph.Unassigned {
			continue
		}
		if change.After != c.Into.ID {
			return invalid("the actor %q is not described", change.After)
		}
		if err := c.Into.valid(); err != nil {
			return err
		}
	}
	return nil
}

// tells tells whether a correction says what a component is to be.
func (c *Correction) tells(component Component) bool {
	return slices.ContainsFunc(c.Changes, func(change Change) bool { return change.Component == component })
}

// valid checks that a document can have the actor.
func (p Party) valid() error {
	if err := graph.ValidID(p.ID); err != nil || p.ID == graph.Unassigned || p.Label == "" || !slices.Contains(graph.ActorKinds(), p.Kind) {
		return invalid("%q (%q, %q) cannot be an actor", p.Label, p.ID, p.Kind)
	}
	return nil
}

func (c *Correction) validActors() error {
	switch {
	case c.Kind == Alias && !named(c.Name):
		return invalid("it needs a name with letters or digits")
	case c.Kind != Alias && (c.From.ID == "" || c.From.ID == graph.Unassigned || c.From.ID == c.Into.ID):
		return invalid("it needs two different actors")
	case c.Kind == Split && c.Doc == "":
		return invalid("a split needs a document")
	}
	return c.Into.valid()
}

// identified gives a correction its place in the log and its ID.
func (c Correction) identified(sequence int) Correction {
	c.Sequence = sequence
	c.At = c.At.UTC().Truncate(time.Second)
	h := sha256.New()
	note := func(parts ...string) {
		for _, p := range parts {
			h.Write([]byte(strconv.Itoa(len(p)) + ":" + p))
		}
	}
	note(strconv.Itoa(sequence), string(c.Kind), c.By, c.Reason, c.At.Format(time.RFC3339), c.Doc, c.From.ID, c.From.Label, string(c.From.Kind),
		c.Into.ID, c.Into.Label, string(c.Into.Kind), c.Name, c.Undoes)
	t := c.Target
	note(t.Statement, t.Quote, t.Prefix, t.Suffix, t.Actor, t.Aim, string(t.Polarity))
	for _, change := range c.Changes {
		note(string(change.Component), change.Before, change.After)
	}
	c.ID = hex.EncodeToString(h.Sum(nil)[:8])
	return c
}
