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
	openings  []string               // what only asks to be answered: please tell me
	stances   map[string]bool        // verbs that take a stance: oppose
}

func readCues(fsys fs.FS) (cues, error) {
	c := cues{
		nouns: map[string][]graph.Force{}, actors: map[string][]graph.ActorKind{},
		deeds: map[string]bool{}, about: map[string]bool{}, texts: map[string]bool{}, documents: map[string]bool{}, lists: map[string]bool{}, bearing: map[string]bool{},
		stances: map[string]bool{}, modal: map[string]graph.Force{}, be: map[string]graph.Force{}, have: map[string]graph.Force{}, verb: map[string]graph.Force{},
	}
	if err := wordlist.Each(fsys, "cues/questions.tsv", 3, c.question); err != nil {
		return c, err
	}
	if err := wordlist.EachDeontic(fsys, c.deontic); err != nil {
		return c, err
	}
	return c, wordlist.Each(fsys, "cues/stances.tsv", 3, func(column []string) error {
		c.stances[column[0]] = true
		return nil
	})
}

// question takes a line of the list of what questions are made of.
func (c *cues) question(column []string) error {
	role, word, of := column[0], column[1], column[2]
	words := map[string]map[string]bool{
		"deed": c.deeds, "about": c.about, "text": c.texts, "document": c.documents, "list": c.lists, "bearing": c.bearing,
	}[role]
	switch {
	case role == "noun":
		c.nouns[word] = each[graph.Force](of, "any")
	case role == "opening":
		c.openings = append(c.openings, word)
	case role == "actor":
		c.actors[word] = each[graph.ActorKind](of, "-")
	case words != nil:
		words[word] = true
	default:
		return fmt.Errorf("unknown role %q", role)
	}
	return nil
}

// each reads the names of a column; none where it stands for all of them.
func each[T ~string](column, all string) []T {
	if column == all {
		return nil
	}
	var names []T
	for name := range strings.FieldsSeq(column) {
		names = append(names, T(name))
	}
	return names
}

// deontic takes a line of the list of wordings of duty; impersonal ones are not
// asked with.
func (c *cues) deontic(form, wording, force string) error {
	if words := map[string]map[string]graph.Force{"modal": c.modal, "be": c.be, "have": c.have, "verb": c.verb}[form]; words != nil {
		words[wording] = graph.Force(force)
	}
	return nil
}
