package actor

import (
	"fmt"
	"io/fs"
	"strings"

	"mandate/graph"
	"mandate/ingest/wordlist"
)

// class tells how a noun names an actor; data/actors/nouns.tsv explains each.
type class string

const (
	classState  class = "state"
	classBody   class = "body"
	classOffice class = "office"
	classRole   class = "role"
	classGroup  class = "group"
	classWeak   class = "weak"
	classPart   class = "part"
	classThing  class = "thing"
)

// noun is a common noun that can head the name of an actor. The zero noun is
// one that nothing is known of.
type noun struct {
	class class
	kind  graph.ActorKind
}

func (n noun) acts() bool {
	switch n.class {
	case classState, classBody, classOffice, classRole, classGroup:
		return true
	}
	return false
}

// readNouns reads the list made by hand, in which a noun stands once, and then
// the one made from WordNet, which only adds to it.
func (g *Gazetteer) readNouns(fsys fs.FS) error {
	err := g.eachNoun(fsys, "actors/nouns.tsv", func(k string, n noun) error {
		if _, twice := g.nouns[k]; twice {
			return fmt.Errorf("%q stands twice", k)
		}
		g.nouns[k] = n
		return nil
	})
	if err != nil {
		return err
	}
	return g.eachNoun(fsys, "actors/wordnet.tsv", func(k string, n noun) error {
		if _, known := g.nouns[k]; !known {
			g.nouns[k] = n
		}
		return nil
	})
}

// eachNoun calls visit with the nouns of a list, by key.
func (g *Gazetteer) eachNoun(fsys fs.FS, path string, visit func(string, noun) error) error {
	return wordlist.Each(fsys, path, 3, func(col []string) error {
		c := class(col[0])
		switch c {
		case classState, classBody, classOffice, classRole, classGroup, classWeak, classPart, classThing:
		default:
			return fmt.Errorf("%q is no class of noun", c)
		}
		kind, err := parseKind(col[1])
		if err != nil {
			return err
		}
		for _, w := range list(col[2]) {
			if err := visit(key(w), noun{c, kind}); err != nil {
				return err
			}
		}
		return nil
	})
}

func (g *Gazetteer) readThings(fsys fs.FS) error {
	return wordlist.Each(fsys, "actors/things.txt", 1, func(col []string) error {
		g.things[col[0]] = true
		return nil
	})
}

// nounOf classifies a noun phrase by its last words, the longest known stretch
// first: "internet service provider", "service provider", "provider". The words
// are a key; the last one may be plural.
func (g *Gazetteer) nounOf(phrase string) noun {
	for rest := phrase; rest != ""; _, rest, _ = strings.Cut(rest, " ") {
		if n, ok := g.nouns[rest]; ok {
			return n
		}
		if n, ok := g.nouns[singular(rest)]; ok {
			return n
		}
	}
	last := singular(phrase[strings.LastIndexByte(phrase, ' ')+1:])
	if len(last) > 4 && !g.things[last] && endsAny(last, agentive) {
		return noun{classRole, graph.Individual}
	}
	return noun{}
}

// agentive are the endings of nouns for persons; data/actors/things.txt lists
// the nouns that end so and are none.
var agentive = []string{"er", "or", "ee", "ist", "ian", "eer", "man", "woman", "person", "people", "folk"}

func endsAny(w string, endings []string) bool {
	for _, e := range endings {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}
