package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// personRoot is the synset of WordNet 3.1 that all persons lie under, groupRoots
// those of groups that act as one.
var (
	personRoot = "00007846"
	groupRoots = []string{"07967506", "08024893", "07958392", "08177175", "07991473", "08197108"}
)

// agentive are the endings that make a noun one of a person unless WordNet
// knows better; the rules of ingest/actor go by the same ones.
var agentive = []string{"er", "or", "ee", "ist", "ian", "eer", "man", "woman", "person", "people", "folk"}

type synset struct {
	words, hypernyms []string
	gloss            string
}

type wordnet struct {
	synsets    map[string]synset
	senses     map[string][]string // lemma -> synsets, most frequent first
	named      map[string][]string // word of a synset -> synsets
	adjectives map[string]bool     // lemmas of single adjectives
	counts     map[string]int      // lemma and synset -> how often in tagged text
}

// things lists the single-word nouns that look like persons by their ending and
// are none in their first sense: paper, sector, guarantee.
func (wn *wordnet) things() []string {
	lines := []string{"# made by cmd/gazetteer from WordNet 3.1, see README.md"}
	for w, senses := range wn.senses {
		if plainWord(w) && endsAny(w, agentive) && !isName(wn.synsets[senses[0]], w) && !wn.acts(senses[0]) {
			lines = append(lines, w)
		}
	}
	slices.Sort(lines[1:])
	return lines
}

// under reports whether a synset lies under one that a name stands for, of
// persons and groups or, where it is neither itself, of anything.
func (wn *wordnet) under(id string, names []string) bool {
	above := wn.above(id)
	actor := wn.acts(id)
	for _, n := range names {
		for _, root := range wn.named[n] {
			if above[root] && wn.acts(root) == actor {
				return true
			}
		}
	}
	return false
}

// mainly reports whether the first sense of a lemma is most of its use in
// tagged text; where it never occurs there, whether it has few senses.
func (wn *wordnet) mainly(phrase string, senses []string) bool {
	const most = 0.6
	few := 1
	if wn.above(senses[0])[personRoot] {
		few = 2
	}
	lemma := strings.ReplaceAll(phrase, " ", "_")
	all := 0
	for _, s := range senses {
		all += wn.counts[lemma+" "+s]
	}
	if all == 0 {
		return len(senses) <= few
	}
	return float64(wn.counts[lemma+" "+senses[0]]) >= most*float64(all)
}

// acronym reports whether a lemma is written in capitals and none of its senses
// is a person or a group.
func (wn *wordnet) acronym(lemma string, senses []string) bool {
	capitals := false
	for _, s := range senses {
		if wn.acts(s) {
			return false
		}
		capitals = capitals || slices.Contains(wn.synsets[s].words, strings.ToUpper(lemma))
	}
	return capitals && len(lemma) > 2 && strings.Trim(lemma, "ivxlc") != ""
}

// acts reports whether a synset is a person or a group.
func (wn *wordnet) acts(id string) bool {
	above := wn.above(id)
	return above[personRoot] || slices.ContainsFunc(groupRoots, func(r string) bool { return above[r] })
}

func plainWord(w string) bool {
	return len(w) > 2 && strings.IndexFunc(w, func(r rune) bool { return (r < 'a' || r > 'z') && r != '-' }) < 0
}

func isName(s synset, w string) bool {
	return slices.ContainsFunc(s.words, func(v string) bool { return v != w && strings.EqualFold(v, w) })
}

func endsAny(w string, endings []string) bool {
	return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(w, e) })
}

// above returns a synset and all its hypernyms.
func (wn *wordnet) above(id string) map[string]bool {
	seen := map[string]bool{}
	for todo := []string{id}; len(todo) > 0; {
		s := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[s] {
			continue
		}
		seen[s] = true
		todo = append(todo, wn.synsets[s].hypernyms...)
	}
	return seen
}

func readWordNet(dict string) (*wordnet, error) {
	wn := &wordnet{synsets: map[string]synset{}, senses: map[string][]string{}, named: map[string][]string{},
		adjectives: map[string]bool{}, counts: map[string]int{}}
	err := eachLine(filepath.Join(dict, "data.noun"), func(line string) error {
		data, gloss, _ := strings.Cut(line, " | ")
		id, s, err := parseSynset(strings.Fields(data))
		s.gloss = gloss
		wn.synsets[id] = s
		for _, w := range s.words {
			wn.named[w] = append(wn.named[w], id)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	err = eachLine(filepath.Join(dict, "index.noun"), func(line string) error {
		f := strings.Fields(line)
		if len(f) < 7 {
			return fmt.Errorf("%d columns", len(f))
		}
		n, err := strconv.Atoi(f[2])
		if err != nil || n < 1 || n > len(f)-6 {
			return fmt.Errorf("number of senses %q", f[2])
		}
		wn.senses[f[0]] = f[len(f)-n:]
		return nil
	})
	if err != nil {
		return nil, err
	}
	return wn, wn.readUse(dict)
}

// readUse reads which lemmas are adjectives too and how often each sense of a
// noun was met in tagged text (senseidx(5WN): key, offset, number, count).
func (wn *wordnet) readUse(dict string) error {
	err := eachLine(filepath.Join(dict, "index.adj"), func(line string) error {
		lemma, _, _ := strings.Cut(line, " ")
		wn.adjectives[lemma] = true
		return nil
	})
	if err != nil {
		return err
	}
	return eachLine(filepath.Join(dict, "index.sense"), func(line string) error {
		f := strings.Fields(line)
		if len(f) != 4 {
			return fmt.Errorf("%d columns", len(f))
		}
		n, err := strconv.Atoi(f[3])
		if lemma, rest, _ := strings.Cut(f[0], "%"); strings.HasPrefix(rest, "1") {
			wn.counts[lemma+" "+f[1]] = n
		}
		return err
	})
}

// parseSynset reads a line of data.noun (wndb(5WN)): offset, file, type, number
// of words in hexadecimal, words with their ids, number of pointers, pointers of
// four columns.
func parseSynset(f []string) (string, synset, error) {
	var s synset
	if len(f) < 6 {
		return "", s, fmt.Errorf("%d columns", len(f))
	}
	words, err := strconv.ParseUint(f[3], 16, 16)
	if err != nil || len(f) < 5+2*int(words) {
		return "", s, fmt.Errorf("word count %q", f[3])
	}
	rest := f[4:]
	for ; words > 0; words-- {
		s.words = append(s.words, rest[0])
		rest = rest[2:]
	}
	pointers, err := strconv.Atoi(rest[0])
	if err != nil || pointers < 0 || len(rest) < 1+4*pointers {
		return "", s, fmt.Errorf("pointer count %q", rest[0])
	}
	for rest = rest[1:]; pointers > 0; pointers-- {
		if (rest[0] == "@" || rest[0] == "@i") && rest[2] == "n" {
			s.hypernyms = append(s.hypernyms, rest[1])
		}
		rest = rest[4:]
	}
	return f[0], s, nil
}

// eachLine calls visit for the lines of a WordNet file behind its licence,
// whose lines are indented.
func eachLine(path string, visit func(string) error) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("read WordNet: %w", err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for n := 1; in.Scan(); n++ {
		if line := in.Text(); !strings.HasPrefix(line, "  ") {
			if err := visit(line); err != nil {
				return fmt.Errorf("%s:%d: %w", path, n, err)
			}
		}
	}
	return in.Err()
}
