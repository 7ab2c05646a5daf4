package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// usage counts, for one word, how often the texts behind WordNet use it as a verb
// and as another part of speech.
type usage struct {
	verb, other   int
	isVerb, isNot bool // it has a sense as one
}

// verbs lists the words that are verbs: only verbs, or mostly, which is at least
// twice as often as anything else.
func verbs(dict string) ([]string, error) {
	words := map[string]usage{}
	err := eachLine(filepath.Join(dict, "index.sense"), func(line string) error { return countSense(words, line) })
	if err != nil {
		return nil, err
	}
	lines := []string{"# Words that are verbs: only, or mostly (made by cmd/gazetteer from WordNet 3.1, see ../actors/README.md).", "# word\thow often"}
	head := len(lines)
	for w, u := range words {
		switch {
		case !plainWord(w) || !u.isVerb:
		case !u.isNot:
			lines = append(lines, w+"\tonly")
		case u.verb > 0 && u.verb >= 2*u.other:
			lines = append(lines, w+"\tmostly")
		}
	}
	slices.Sort(lines[head:])
	return lines, nil
}

// countSense reads a line of index.sense (senseidx(5WN)): key, offset, number of
// the sense, how often texts were tagged with it. The digit behind the key's
// percent sign is the part of speech.
func countSense(words map[string]usage, line string) error {
	f := strings.Fields(line)
	if len(f) != 4 {
		return fmt.Errorf("%d columns", len(f))
	}
	word, key, _ := strings.Cut(f[0], "%")
	n, err := strconv.Atoi(f[3])
	if err != nil {
		return fmt.Errorf("tag count %q", f[3])
	}
	u := words[word]
	switch {
	case strings.HasPrefix(key, "2:"):
		u.verb, u.isVerb = u.verb+n, true
	case key != "" && strings.ContainsRune("1345", rune(key[0])):
		u.other, u.isNot = u.other+n, true
	default:
		return fmt.Errorf("sense key %q", f[0])
	}
	words[word] = u
	return nil
}
