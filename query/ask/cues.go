package ask

import (
	"fmt"
	"io/fs"
	"strings"

	"mandate/graph"
	"mandate/ingest/wordlist"
)

// cues are the words that questions are made of.
type cues struct {
	nouns     map[string][]graph.Force     // of statements; no force for any
	actors    map[string][]graph.ActorKind // of actors; no kind for any
	deeds     map[string]bool              // verbs that stand for whatever is done
	about     map[string]bool              // words that tie statements to what they are about
	texts     map[string]bool              // verbs of what documents do
	documents map[string]bool              // nouns that call a document
	lists     map[string]bool              // verbs that ask for a list
	bearing   map[string]bool              // verbs that a duty or right is had by
	modal     map[string]graph.Force
	be        map[string]graph.Force // be required
	have      map[string]graph.Force // have the duty
	verb      map[string]graph.Force // need to
}

func readCues(fsys fs.FS) (cues, error) {
	c := cues{
		nouns: map[string][]graph.Force{}, actors: map[string][]graph.ActorKind{},
		deeds: map[string]bool{}, about: map[string]bool{}, texts: map[string]bool{}, documents: map[string]bool{}, lists: map[string]bool{}, bearing: map[string]bool{},
		modal: map[string]graph.Force{}, be: map[string]graph.Force{}, have: map[string]graph.Force{}, verb: map[string]graph.Force{},
	}
	if err := wordlist.Each(fsys, "cues/questions.tsv", 3, c.question); err != nil {
		return c, err
	}
	return c, wordlist.Each(fsys, "cues/deontics.tsv", 3, c.deontic)
}

// question takes a line of the list of what questions are made of.
func (c *cues) question(column []string) error {
	role, word, of := column[0], column[1], strings.Fields(column[2])
	switch role {
	case "noun":
		c.nouns[word] = nil
		if column[2] == "any" {
			return nil
		}
		for _, f := range of {
			c.nouns[word] = append(c.nouns[word], graph.Force(f))
		}
	case "actor":
		c.actors[word] = nil
		if column[2] == "-" {
			return nil
		}
		for _, k := range of {
			c.actors[word] = append(c.actors[word], graph.ActorKind(k))
		}
	case "deed":
		c.deeds[word] = true
	case "about":
		c.about[word] = true
	case "text":
		c.texts[word] = true
	case "document":
		c.documents[word] = true
	case "list":
		c.lists[word] = true
	case "bearing":
		c.bearing[word] = true
	default:
		return fmt.Errorf("unknown role %q", role)
	}
	return nil
}

// deontic takes a line of the list of wordings of duty.
func (c *cues) deontic(column []string) error {
	form, wording, force := column[0], column[1], graph.Force(column[2])
	switch form {
	case "modal":
		c.modal[wording] = force
	case "be":
		c.be[wording] = force
	case "have":
		c.have[wording] = force
	case "verb":
		c.verb[wording] = force
	}
	return nil
}
