package main

import (
	"fmt"
	"strconv"
	"strings"
)

// meaning is a synset of verbs, nouns or adjectives with the words derived from
// its words and the synsets next to it.
type meaning struct {
	words   []string
	derived map[string][]string // word -> "n maintenance"
	above   []string            // of which it is a kind
	below   []string            // its kinds
	similar []string            // of the same cluster of adjectives
}

// lexicon is what of WordNet the list of synonyms is made of. Keys of meanings
// are part of speech and offset, keys of uses part of speech and lemma.
type lexicon struct {
	meanings  map[string]*meaning
	uses      map[string][]use
	opposites map[string]bool // "v open close"
	links     []link
}

// use is how often a word was met in one of its senses.
type use struct {
	meaning string
	count   int
	first   bool // the first sense of the word
}

// link ties word number source of a meaning to word number target of another; 0
// stands for the meaning as a whole.
type link struct {
	kind           string // the symbol of WordNet: +, @, !, &
	from, to       string
	source, target int
}

// readMeaning reads a line of data.noun, data.verb or data.adj (wndb(5WN)).
func (x *lexicon) readMeaning(line string) error {
	f := strings.Fields(line)
	id, s, err := parseSynset(f)
	if err != nil {
		return err
	}
	key := partOf(f[2]) + " " + id
	pointers := f[5+2*len(s.words):]
	for i, w := range s.words {
		s.words[i], _, _ = strings.Cut(w, "(") // where it may stand: ready(p)
	}
	x.meanings[key] = &meaning{words: s.words, derived: map[string][]string{}}
	for n := len(pointers) / 4; n > 0 && len(pointers) >= 4; n-- {
		p := pointers[:4]
		pointers = pointers[4:]
		if !strings.Contains("+@!&", p[0]) || partOf(p[2]) == "" || len(p[3]) != 4 {
			continue
		}
		source, errS := strconv.ParseUint(p[3][:2], 16, 8)
		target, errT := strconv.ParseUint(p[3][2:], 16, 8)
		if errS != nil || errT != nil {
			return fmt.Errorf("pointer %q", p[3])
		}
		x.links = append(x.links, link{p[0], key, partOf(p[2]) + " " + p[1], int(source), int(target)})
	}
	return nil
}

// partOf folds the two kinds of adjectives of WordNet; empty for what is not
// listed.
func partOf(pos string) string {
	switch pos {
	case "s", "a", "3", "5":
		return "a"
	case "n", "1":
		return "n"
	case "v", "2":
		return "v"
	}
	return ""
}

// readUse reads a line of index.sense: key, offset, number, count.
func (x *lexicon) readUse(line string) error {
	f := strings.Fields(line)
	if len(f) != 4 {
		return fmt.Errorf("%d columns", len(f))
	}
	lemma, rest, _ := strings.Cut(f[0], "%")
	pos := partOf((rest + " ")[:1])
	if pos == "" || !x.listed(pos+" "+lemma) || x.meanings[pos+" "+f[1]] == nil {
		return nil
	}
	n, err := strconv.Atoi(f[3])
	x.uses[pos+" "+lemma] = append(x.uses[pos+" "+lemma], use{pos + " " + f[1], n, f[2] == "1"})
	return err
}

// tie writes the links into the meanings.
func (x *lexicon) tie() error {
	for _, l := range x.links {
		from, to := x.meanings[l.from], x.meanings[l.to]
		if from == nil || to == nil || l.source > len(from.words) || l.target > len(to.words) {
			continue // to a part of speech that is not listed
		}
		pos, _, _ := strings.Cut(l.to, " ")
		switch {
		case l.kind == "@":
			from.above, to.below = append(from.above, l.to), append(to.below, l.from)
		case l.kind == "&":
			from.similar = append(from.similar, l.to)
		case l.source < 1 || l.target < 1:
		case l.kind == "+":
			word := from.words[l.source-1]
			from.derived[word] = append(from.derived[word], pos+" "+to.words[l.target-1])
		case l.kind == "!":
			x.opposites[pos+" "+from.words[l.source-1]+" "+to.words[l.target-1]] = true
		}
	}
	return nil
}
