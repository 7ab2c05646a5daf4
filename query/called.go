package query

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"mandate/graph"
	"mandate/graph/index"
)

// actorsCalled returns the actors that a question may mean by a name: all that
// bear it; else those whose names have the same words in another inflection or
// order; else those that the name is the end of, as texts shorten it ("the
// Council"); else those that are called so in other words ("firms").
func (v *View) actorsCalled(q Question) []index.Entity {
	if found := v.named(q.Actor, []string{graph.ClassActor}); len(found) > 0 {
		return found
	}
	wanted := v.words.stems.terms(v.unabbreviated(q.Actor)).single
	if len(wanted) == 0 {
		return nil
	}
	for _, fits := range []func(name string) bool{
		func(name string) bool { return sameWords(v.words.stems.terms(v.unabbreviated(name)).single, wanted) },
		func(name string) bool { return !severalOf(q.Actor, name) && v.shortens(wanted, name) },
		func(name string) bool { return v.otherwise(q, wanted, name) },
	} {
		if found := v.bearing(graph.ClassActor, fits); len(found) > 0 {
			return found
		}
	}
	return nil
}

// speakers returns who calls itself "we", and the documents whose title or byline
// names it so.
func (v *View) speakers(q Question) (we, documents []index.Entity) {
	wanted := v.words.stems.terms(q.Actor).single
	for _, r := range v.x.Readings() {
		has := v.words.stems.terms(r.Document.Title + " " + r.Document.Byline).single
		if len(wanted) == 0 || slices.ContainsFunc(wanted, func(w string) bool { return !slices.Contains(has, w) }) {
			continue
		}
		if e, err := v.Lookup(graph.ClassDocument, r.Document.ID); err == nil {
			documents = append(documents, e)
		}
	}
	if len(documents) == 0 {
		return nil, nil
	}
	return v.named("We", []string{graph.ClassActor}), documents
}

// ofOwner reads a name that nobody bears as something of somebody who is known:
// China's participation is what the question is about.
func (v *View) ofOwner(q Question) (Question, []index.Entity) {
	owner, thing, owned := strings.Cut(q.Actor, "'s ")
	if !owned {
		owner, thing, owned = strings.Cut(q.Actor, "’s ")
	}
	if !owned {
		return q, nil
	}
	of := q
	of.Actor, of.About = owner, append(slices.Clone(q.About), strings.Fields(thing)...)
	return of, v.actorsCalled(of)
}

// bearing returns the entities of a class with a name that fits.
func (v *View) bearing(class string, fits func(name string) bool) []index.Entity {
	return slices.DeleteFunc(slices.Clone(v.x.Entities(class)), func(e index.Entity) bool {
		return !slices.ContainsFunc(append([]string{e.Label}, e.Aliases...), fits)
	})
}

// unabbreviated writes a name with the names in full that its words are short
// for: UN members.
func (v *View) unabbreviated(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return name
	}
	for i, w := range words {
		if strings.ToUpper(w) != w || len(w) < 2 {
			continue
		}
		if meant := v.named(w, []string{graph.ClassActor}); len(meant) == 1 {
			words[i] = meant[0].Label
		}
	}
	return strings.Join(words, " ")
}

func sameWords(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}

// behindName is where the head of a name ends: the ministers |of the region.
var behindName = regexp.MustCompile(`(?i) (?:of|for|in|on|to|which|who|that|from|under|with|within|concerned|responsible) .*`)

// severalOf tells whether a name is a plain plural and the other that of one body:
// nations are not the United Nations.
func severalOf(name, other string) bool {
	plain := func(name string) bool {
		words := strings.Fields(name)
		return len(words) > 0 && strings.ToLower(words[len(words)-1]) == words[len(words)-1]
	}
	return strings.HasSuffix(name, "s") && plain(name) && !plain(behindName.ReplaceAllString(other, ""))
}

// shortens tells whether words are a short form of a name: its head, with some of
// the words before it.
func (v *View) shortens(short []string, name string) bool {
	full := v.words.stems.terms(behindName.ReplaceAllString(name, "")).single
	if len(full) <= len(short) || full[len(full)-1] != short[len(short)-1] {
		return false
	}
	return !slices.ContainsFunc(short, func(w string) bool { return !slices.Contains(full, w) })
}

// otherwise tells whether a name says in another word what the question calls by
// one: countries are nations. The words before it must be the same.
func (v *View) otherwise(q Question, wanted []string, name string) bool {
	has := v.words.stems.terms(name).single
	if len(has) == 0 || len(has) != len(wanted) || !slices.Equal(has[:len(has)-1], wanted[:len(wanted)-1]) {
		return false
	}
	if strings.HasSuffix(name, "s") != strings.HasSuffix(q.Actor, "s") {
		return false // institutions are not the Organization
	}
	words := strings.Fields(strings.ToLower(q.Actor))
	called := words[len(words)-1]
	head := v.words.stems.stem(called)
	for _, other := range slices.Concat(q.Alike[called], q.Near[called]) {
		if stem := v.words.stems.stem(other); stem != head && stem == has[len(has)-1] {
			return true
		}
	}
	return false
}

// alsoCalled returns the actors that go by another word for the name of those
// that say nothing of what is asked.
func (v *View) alsoCalled(q Question, but []index.Entity) []index.Entity {
	wanted := v.words.stems.terms(q.Actor).single
	return slices.DeleteFunc(v.bearing(graph.ClassActor, func(name string) bool { return v.otherwise(q, wanted, name) }), func(e index.Entity) bool {
		return slices.ContainsFunc(but, func(o index.Entity) bool { return cmp.Compare(o.IRI, e.IRI) == 0 })
	})
}
