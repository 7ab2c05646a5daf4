package actor

import (
	"slices"
	"strings"

	"mandate/ingest/english"
)

// Names returns where names of several words stand in a sentence, as token
// ranges [from,to) in text order: known ones, the longest at each place, and
// those that their form gives away, which may hold others. A parser knows no
// names: commas and an "and" inside one mislead it, and it takes "WHO" for a
// pronoun.
func (g *Gazetteer) Names(s *english.Sentence) [][2]int {
	p := &phrase{Mention: Mention{Tree: s}, tokens: s.Tokens}
	var out [][2]int
	within := 0 // the end of the last name found by its form
	for i := 0; i < len(s.Tokens); i++ {
		e, to := g.namedFrom(p, i, len(s.Tokens))
		for to > i && s.Tokens[to-1].UPOS == "PUNCT" {
			to--
		}
		if to > i+1 || to > i && s.Tokens[i].UPOS == "PRON" || to > i && e.Titled && s.Tokens[i].UPOS == "VERB" || unheardOf(s.Tokens[i]) {
			to = max(to, i+1)
			out = append(out, [2]int{i, to})
			i = to - 1
			continue
		}
		if _, to := g.shaped(s.Tokens, i); i >= within && to > i+1 {
			out = append(out, [2]int{i, to})
			within = to
		}
	}
	return out
}

// unheardOf reports whether a word was taken for a pronoun that is none: a name
// at the beginning of a sentence.
func unheardOf(t english.Token) bool {
	return t.UPOS == "PRON" && t.XPOS == "PRP" && startsUpper(t.Text) && len(t.Text) > 3 && !slices.Contains(allPersonal, strings.ToLower(t.Text))
}

// allPersonal are the personal and possessive pronouns of more than three
// letters.
var allPersonal = []string{"they", "them", "their", "theirs", "themselves", "himself", "herself", "itself", "myself", "yourself",
	"yourselves", "ourselves", "oneself", "mine", "your", "yours", "ours", "hers", "thou", "thee", "thine"}
