package main

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"
)

// usual is the share of a word's use in tagged text that a sense must have for
// its synonyms to count: rarer senses match what nobody meant. Words that were
// never met there count in their first sense.
const usual = 0.2

// fewest is how often a word must have been met in tagged text to be listed:
// what people hardly write they hardly ask.
const fewest = 2

// How near two words must stand in running text, as the cosine of their vectors,
// for what WordNet tells of them to make them near in meaning. Vectors alone do
// not tell a word from its opposite or a bus from a train, and WordNet alone does
// not tell which of its senses is meant.
const (
	nearSynonyms   = 0.5  // they share a sense, however rare
	nearSimilar    = 0.5  // adjectives of one cluster
	nearHyponyms   = 0.6  // one is a kind of the other, in what both mostly mean
	nearCoordinate = 0.75 // verbs that are ways of doing the same
)

// mostNear is how many near words a word has at most.
const mostNear = 12

// synonyms lists verbs, nouns and adjectives with the words of like meaning
// (synonyms in usual senses of both, and words derived from one another) and
// those near in meaning; without vectors, with none of the latter.
func synonyms(dict string, v *vectors) ([]string, error) {
	x, err := readLexicon(dict)
	if err != nil {
		return nil, err
	}
	lines := []string{"# made by cmd/gazetteer from WordNet 3.1 and word vectors, see data/actors/README.md",
		"# part of speech (v, n, a)	lemma	words of like meaning	words near in meaning; an underscore stands for a space"}
	for word := range x.uses {
		like, near := x.alike(word, v), x.near(word, v)
		near = slices.DeleteFunc(near, func(w string) bool { return slices.Contains(like, w) })
		if len(like)+len(near) > 0 {
			pos, lemma, _ := strings.Cut(word, " ")
			lines = append(lines, strings.Join([]string{pos, lemma, strings.Join(like, " "), strings.Join(near, " ")}, "\t"))
		}
	}
	slices.Sort(lines[2:])
	return lines, nil
}

// usually returns the meanings that a word usually has.
func (x *lexicon) usually(word string) []string {
	all := x.met(word)
	var out []string
	for _, u := range x.uses[word] {
		if all == 0 && u.first || u.count > 0 && float64(u.count) >= usual*float64(all) {
			out = append(out, u.meaning)
		}
	}
	return out
}

// mostly returns the meaning that a word has most often.
func (x *lexicon) mostly(word string) string {
	uses := x.uses[word]
	if len(uses) == 0 {
		return ""
	}
	return slices.MaxFunc(uses, func(a, b use) int {
		return cmp.Or(cmp.Compare(a.count, b.count), compareBool(a.first, b.first))
	}).meaning
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// met returns how often a word was met in tagged text.
func (x *lexicon) met(word string) int {
	all := 0
	for _, u := range x.uses[word] {
		all += u.count
	}
	return all
}

// asked tells whether a word is common enough for people to ask with it.
func (x *lexicon) asked(word string, v *vectors) bool {
	_, lemma, _ := strings.Cut(word, " ")
	return x.met(word) >= fewest || v != nil && v.frequent(lemma)
}

// alike returns the words of like meaning, sorted.
func (x *lexicon) alike(word string, v *vectors) []string {
	pos, lemma, _ := strings.Cut(word, " ")
	if !x.asked(word, v) {
		return nil
	}
	var out []string
	for _, id := range x.usually(word) {
		m := x.meanings[id]
		for _, other := range m.words {
			if other != lemma && x.listed(pos+" "+other) && slices.Contains(x.usually(pos+" "+other), id) {
				out = append(out, other)
			}
		}
	}
	for _, u := range x.uses[word] { // a family of words keeps together in all its senses
		for _, other := range x.meanings[u.meaning].derived[lemma] {
			if _, form, _ := strings.Cut(other, " "); form != lemma && plainWord(form) && len(x.usually(other)) > 0 {
				out = append(out, form)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// listed tells a word that may stand in the list: a plain one, or a verb with
// its particle.
func (x *lexicon) listed(word string) bool {
	pos, lemma, _ := strings.Cut(word, " ")
	return plainWord(lemma) || pos == "v" && phrasal(lemma)
}

// phrasal tells a verb with a particle: carry_out.
func phrasal(lemma string) bool {
	verb, particle, two := strings.Cut(lemma, "_")
	return two && plainWord(verb) && slices.Contains([]string{"up", "out", "in", "off", "on", "down", "over", "away", "back", "through", "into", "together"}, particle)
}

// near returns the words that are near in meaning, the nearest first.
func (x *lexicon) near(word string, v *vectors) []string {
	pos, lemma, _ := strings.Cut(word, " ")
	if v == nil || !x.asked(word, v) || !x.listed(word) {
		return nil
	}
	found := map[string]float64{}
	consider := func(other string, least float64) {
		if other == lemma || !plainWord(other) || v.empty(other) || x.opposed(pos, lemma, other) || x.met(pos+" "+other) == 0 && !v.frequent(other) {
			return
		}
		if c := v.cosine(lemma, other); c >= least {
			found[other] = max(found[other], c)
		}
	}
	for _, u := range x.uses[word] {
		for _, other := range x.meanings[u.meaning].words {
			if pos == "v" && other != lemma && phrasal(other) && slices.Contains(x.usually(word), u.meaning) {
				found[other] = nearSynonyms
			}
			consider(other, nearSynonyms)
		}
	}
	if id := x.mostly(word); id != "" {
		x.around(pos, id, consider)
	}
	return nearest(found)
}

// around considers the words of the meanings next to one: in which words there
// are met usually.
func (x *lexicon) around(pos, id string, consider func(other string, least float64)) {
	within := func(meaning string, least float64) {
		for _, other := range x.meanings[meaning].words {
			if x.mostly(pos+" "+other) == meaning {
				consider(other, least)
			}
		}
	}
	m := x.meanings[id]
	for _, similar := range m.similar {
		within(similar, nearSimilar)
	}
	for _, kind := range m.below {
		within(kind, nearHyponyms)
	}
	for _, above := range m.above {
		within(above, nearHyponyms)
		if pos != "v" {
			continue
		}
		for _, sister := range x.meanings[above].below {
			within(sister, nearCoordinate)
		}
	}
}

// opposed tells whether two words are opposites in any of their senses.
func (x *lexicon) opposed(pos, a, b string) bool {
	return x.opposites[pos+" "+a+" "+b] || x.opposites[pos+" "+b+" "+a]
}

func nearest(found map[string]float64) []string {
	words := make([]string, 0, len(found))
	for w := range found {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(cmp.Compare(found[b], found[a]), strings.Compare(a, b)) })
	return words[:min(len(words), mostNear)]
}

// readLexicon reads the files of WordNet that the lists are made of.
func readLexicon(dict string) (*lexicon, error) {
	x := &lexicon{meanings: map[string]*meaning{}, uses: map[string][]use{}, opposites: map[string]bool{}}
	for _, pos := range []string{"noun", "verb", "adj"} {
		if err := eachLine(filepath.Join(dict, "data."+pos), x.readMeaning); err != nil {
			return nil, err
		}
	}
	if err := eachLine(filepath.Join(dict, "index.sense"), x.readUse); err != nil {
		return nil, err
	}
	return x, x.tie()
}
