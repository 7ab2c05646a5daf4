package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// usual is the share of a word's use in tagged text that a sense must have for
// its synonyms to count: rarer senses match what nobody meant. Words that were
// never met there count in their first sense.
const usual = 0.2

// fewest is how often a word must have been met in tagged text to be listed:
// what people hardly write they hardly ask.
const fewest = 2

// meaning is a synset of verbs or nouns with the words derived from its words.
type meaning struct {
	words   []string
	derived map[string][]string // word -> "n maintenance"
}

// lexicon is what of WordNet the list of synonyms is made of. Keys of meanings
// are part of speech and offset, keys of uses part of speech and lemma.
type lexicon struct {
	meanings map[string]meaning
	uses     map[string][]use
	links    []link
}

// use is how often a word was met in one of its senses.
type use struct {
	meaning string
	count   int
	first   bool // the first sense of the word
}

// link ties word number source of a meaning to word number target of another.
type link struct {
	from, to       string
	source, target int
}

// synonyms lists verbs and nouns with the words of like meaning: synonyms in
// usual senses of both, and verbs and nouns derived from one another.
func synonyms(dict string) ([]string, error) {
	x := lexicon{meanings: map[string]meaning{}, uses: map[string][]use{}}
	for _, pos := range []string{"noun", "verb"} {
		if err := eachLine(filepath.Join(dict, "data."+pos), x.readMeaning); err != nil {
			return nil, err
		}
	}
	if err := eachLine(filepath.Join(dict, "index.sense"), x.readUse); err != nil {
		return nil, err
	}
	x.derive()
	lines := []string{"# made by cmd/gazetteer from WordNet 3.1, see data/actors/README.md", "# part of speech (v, n)	lemma	words of like meaning"}
	for word := range x.uses {
		if list := x.alike(word); len(list) > 0 {
			pos, lemma, _ := strings.Cut(word, " ")
			lines = append(lines, pos+"\t"+lemma+"\t"+strings.Join(list, " "))
		}
	}
	slices.Sort(lines[2:])
	return lines, nil
}

// readMeaning reads a line of data.noun or data.verb (wndb(5WN)).
func (x *lexicon) readMeaning(line string) error {
	f := strings.Fields(line)
	id, s, err := parseSynset(f)
	if err != nil {
		return err
	}
	key := f[2] + " " + id
	x.meanings[key] = meaning{words: s.words, derived: map[string][]string{}}
	pointers := f[5+2*len(s.words):]
	for n := len(pointers) / 4; n > 0 && len(pointers) >= 4; n-- {
		p := pointers[:4]
		pointers = pointers[4:]
		if p[0] == "+" && (p[2] == "n" || p[2] == "v") && len(p[3]) == 4 {
			source, errS := strconv.ParseUint(p[3][:2], 16, 8)
			target, errT := strconv.ParseUint(p[3][2:], 16, 8)
			if errS != nil || errT != nil {
				return fmt.Errorf("pointer %q", p[3])
			}
			x.links = append(x.links, link{key, p[2] + " " + p[1], int(source), int(target)})
		}
	}
	return nil
}

// readUse reads a line of index.sense: key, offset, number, count.
func (x *lexicon) readUse(line string) error {
	f := strings.Fields(line)
	if len(f) != 4 {
		return fmt.Errorf("%d columns", len(f))
	}
	lemma, rest, _ := strings.Cut(f[0], "%")
	pos := map[byte]string{'1': "n", '2': "v"}[(rest + " ")[0]]
	if pos == "" || !plainWord(lemma) {
		return nil
	}
	n, err := strconv.Atoi(f[3])
	x.uses[pos+" "+lemma] = append(x.uses[pos+" "+lemma], use{pos + " " + f[1], n, f[2] == "1"})
	return err
}

// derive writes the links between derived words into the meanings.
func (x *lexicon) derive() {
	for _, l := range x.links {
		from, to := x.meanings[l.from], x.meanings[l.to]
		if l.source < 1 || l.source > len(from.words) || l.target < 1 || l.target > len(to.words) {
			continue
		}
		word := from.words[l.source-1]
		pos, _, _ := strings.Cut(l.to, " ")
		from.derived[word] = append(from.derived[word], pos+" "+to.words[l.target-1])
	}
}

// usually returns the meanings that a word usually has.
func (x *lexicon) usually(word string) []string {
	all := 0
	for _, u := range x.uses[word] {
		all += u.count
	}
	var out []string
	for _, u := range x.uses[word] {
		if all == 0 && u.first || u.count > 0 && float64(u.count) >= usual*float64(all) {
			out = append(out, u.meaning)
		}
	}
	return out
}

// alike returns the words of like meaning, sorted.
func (x *lexicon) alike(word string) []string {
	pos, lemma, _ := strings.Cut(word, " ")
	all := 0
	for _, u := range x.uses[word] {
		all += u.count
	}
	if all < fewest {
		return nil
	}
	var out []string
	for _, id := range x.usually(word) {
		m := x.meanings[id]
		for _, other := range m.words {
			if other != lemma && plainWord(other) && slices.Contains(x.usually(pos+" "+other), id) {
				out = append(out, other)
			}
		}
		for _, other := range m.derived[lemma] {
			if _, form, _ := strings.Cut(other, " "); form != lemma && plainWord(form) && len(x.usually(other)) > 0 {
				out = append(out, form)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
